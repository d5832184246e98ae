import type { ComparedField, EarlierEntry, EarlierView, SubjectView } from '../../lib/history/view.ts'
import { tracedText } from './traced-text.ts'
import type { Words } from './words.ts'

type Kind = SubjectView['kind']

/** A field's value as it was, and as it is today where a reader would see another. */
export function comparedText(
  kind: Kind,
  { field, was, is }: ComparedField,
  words: Words,
  period: string | null,
): { before: string; today: string | null } {
  const before = tracedText(kind, field, was, words, period)
  const after = tracedText(kind, field, is, words, period)
  return { before, today: before === after ? null : after }
}

/** How many fields of a record, its entries' too, are different today. */
export function differences({ of, fields, entries, period }: EarlierView, words: Words): number {
  const kind = of === 'projects' ? 'project' : of === 'decisions' ? 'decision' : 'organisation'
  const differs = (kind: Kind) => (field: ComparedField) =>
    comparedText(kind, field, words, period).today !== null
  return (
    fields.filter(differs(kind)).length +
    entries.reduce((sum, entry) => sum + entry.fields.filter(differs('item')).length + moved(entry), 0)
  )
}

const moved = ({ project, inForce }: EarlierEntry): number =>
  Number(project.was?.slug !== project.is?.slug) + Number(inForce.was !== inForce.is)
