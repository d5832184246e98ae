import type { Span } from '../source.ts'
import type { DecisionItem } from '../types.ts'

/** An entry that has been found: its lines, and what they say. */
export type Draft = {
  layout: 'labelled' | 'one-line' | 'bulleted-prose' | 'table'
  /** Indices of the first and the last line that are the entry's own. */
  first: number
  last: number
  item: DecisionItem
  /** What stands on the entry's lines after its facts: the beginning of its description. */
  prose: Span[]
  /** Further entries that the same paragraph tells of. */
  more?: Draft[]
  /** The lines of the columns' headings, where this is the first entry of a table. */
  tableHeader?: { first: number; last: number }
  /** Lines after the entry describe it, until the next entry or heading. */
  describedBelow: boolean
}

/** An entry that says nothing yet. Its place is known when its description is. */
export function emptyItem(): DecisionItem {
  return {
    name: null,
    applicant: null,
    amount: null,
    amountKind: null,
    amountLabel: '',
    otherAmounts: [],
    outcome: null,
    fund: null,
    partners: null,
    partnerCount: null,
    mentioned: {},
    municipalitiesMentioned: null,
    contactName: null,
    contactEmail: null,
    contactPhone: null,
    coFinancing: [],
    totalBudget: null,
    priorityAxis: null,
    startDate: null,
    endDate: null,
    projectNumber: null,
    unknownFields: [],
    description: null,
    warnings: [],
    place: { start: 0, end: 0 },
  }
}
