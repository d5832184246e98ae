import type { Block, Description } from '../parse/description.ts'
import type { Reading } from '../parse/reading.ts'
import type {
  DecisionItem,
  DecisionList,
  DecisionSection,
  ParsedDocument,
  ProjectPage,
  Refusal,
} from '../parse/types.ts'

type Json = Record<string, unknown>

/**
 * What the parser read, in the shape of the hand-read files that it is compared with: one object a document, with
 * plain values. An absent field is a missing key. The README describes every key.
 */
export function toJson(document: ParsedDocument): Json {
  if (document.kind === 'esf-project-page') return pageToJson(document)
  if (document.kind === 'decision-list') return listToJson(document)
  return refusalToJson(document)
}

const refusalToJson = ({ kind, refused, reason }: Refusal): Json => ({
  kind,
  refused,
  reason: reason.sv,
  reasonInEnglish: reason.en,
})

function pageToJson(page: ProjectPage): Json {
  const fields = Object.fromEntries(
    Object.entries(page.fields).map(([key, reading]) => [key, readingToJson(reading)]),
  )
  return {
    kind: page.kind,
    layout: page.layout,
    title: page.title?.raw ?? null,
    titleNumber: page.titleNumber?.raw ?? null,
    fields,
    rivals: page.rivals.map(({ key, reading }) => ({ key, ...readingToJson(reading) })),
    unknownFields: page.unknownFields,
    description: page.description && descriptionToJson(page.description),
    warnings: page.warnings,
    unread: page.unread,
  }
}

function listToJson(list: DecisionList): Json {
  return {
    kind: list.kind,
    publisher: list.publisher,
    partnership: list.partnership,
    title: list.title?.raw ?? null,
    sections: list.sections.map(sectionToJson),
    warnings: list.warnings,
    unread: list.unread,
  }
}

function sectionToJson(section: DecisionSection): Json {
  return {
    fund: section.fund,
    heading: section.heading?.raw ?? null,
    headingPlace: section.heading?.place ?? null,
    county: section.county,
    decisionDate: section.decisionDate,
    decisionDatePlace: section.decisionDatePlace,
    statedGrantDate: section.statedGrantDate,
    layout: section.layout,
    items: section.items.map(itemToJson),
    warnings: section.warnings,
  }
}

function itemToJson(item: DecisionItem): Json {
  const { partners } = item
  const labelled = (key: string, reading: Reading<unknown> | null) =>
    reading ? { [key]: readingToJson(reading) } : {}
  return {
    name: item.name?.value ?? null,
    ...(item.name && { namePlace: item.name.place }),
    ...labelled('applicant', item.applicant),
    ...labelled('amount', item.amount),
    ...(item.amountKind && { amountKind: item.amountKind }),
    ...(item.otherAmounts.length > 0 && {
      otherAmounts: item.otherAmounts.map(({ label, kind, reading }) => ({
        label,
        kind,
        ...readingToJson(reading),
      })),
    }),
    ...(item.outcome && { outcome: item.outcome }),
    ...(item.fund && { fund: item.fund }),
    ...(partners?.names && { partners: partners.names }),
    ...(partners && !partners.names && { partnersAreProse: true }),
    ...(partners?.incomplete && { partnersIncomplete: true }),
    ...(partners && { partnersText: { raw: partners.raw, place: partners.place } }),
    ...(item.partnerCount !== null && { partnerCount: item.partnerCount }),
    ...(Object.keys(item.mentioned).length > 0 && { mentioned: item.mentioned }),
    ...(item.municipalitiesMentioned !== null && { municipalitiesMentioned: item.municipalitiesMentioned }),
    ...labelled('contactName', item.contactName),
    ...labelled('contactEmail', item.contactEmail),
    ...labelled('contactPhone', item.contactPhone),
    ...(item.coFinancing.length > 0 && {
      coFinancing: item.coFinancing.map(({ label, reading }) => ({ label, ...readingToJson(reading) })),
    }),
    ...labelled('totalBudget', item.totalBudget),
    ...labelled('priorityAxis', item.priorityAxis),
    ...labelled('startDate', item.startDate),
    ...labelled('endDate', item.endDate),
    ...labelled('projectNumber', item.projectNumber),
    ...(item.unknownFields.length > 0 && { unknownFields: item.unknownFields }),
    ...(item.description && { description: descriptionToJson(item.description) }),
    warnings: item.warnings,
    place: item.place,
  }
}

/** An organisation's name and unit stand beside `raw`, not under `value`. */
function readingToJson(reading: Reading<unknown>): Json {
  const { value, ...rest } = reading
  const isObject = typeof value === 'object' && value !== null
  return { ...rest, ...(isObject ? value : { value }) }
}

/** `startsWith` and `endsWith` are the first and the last block, whole. */
function descriptionToJson({ blocks, place }: Description): Json {
  const count = (kind: Block['kind']) => blocks.filter((block) => block.kind === kind).length
  const [first, last] = [blocks[0], blocks.at(-1)]
  return {
    startsWith: first && (first.kind === 'list' ? first.items[0]?.raw : first.raw),
    endsWith: last && (last.kind === 'list' ? last.items.at(-1)?.raw : last.raw),
    paragraphs: count('paragraph'),
    headings: count('heading'),
    lists: blocks.flatMap((block) => (block.kind === 'list' ? block.items.length : [])),
    blocks,
    place,
  }
}
