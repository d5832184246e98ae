import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import { dayInSweden } from '../format.ts'
import type { StoredValue } from '../projects/shown.ts'
import type { DocumentReference, Saying, WarningView } from '../projects/view.ts'

/** What a public page needs of a document. Its content is another table's, and no public query selects it. */
export const documentReference = {
  slug: true,
  title: true,
  kind: true,
  publisher: true,
  url: true,
  fetchedAt: true,
  importedAt: true,
  replacedBy: { select: { slug: true } },
} satisfies Prisma.SourceDocumentSelect
type DocumentRow = Prisma.SourceDocumentGetPayload<{ select: typeof documentReference }>

export const referenceOf = ({
  fetchedAt,
  importedAt,
  replacedBy,
  ...row
}: DocumentRow): DocumentReference => ({
  ...row,
  fetchedOn: dayOf(fetchedAt),
  importedOn: dayInSweden(importedAt),
  replacedBy: replacedBy?.slug ?? null,
})

/** A calendar day of the database as ISO. A moment's day is Sweden's: `dayInSweden`. */
export function dayOf(date: Date): string
export function dayOf(date: Date | null): string | null
export function dayOf(date: Date | null): string | null {
  return date?.toISOString().slice(0, 10) ?? null
}

/** Kronor as a number: no sum of the registry is near 2^53. */
export const kronor = (amount: bigint | null): number | null => (amount === null ? null : Number(amount))

export const saying = {
  id: true,
  field: true,
  state: true,
  origin: true,
  label: true,
  value: true,
  precision: true,
  qualifier: true,
  raw: true,
  before: true,
  after: true,
  start: true,
  row: true,
  itemId: true,
  documentId: true,
} satisfies Prisma.StatementSelect
type SayingRow = Prisma.StatementGetPayload<{ select: typeof saying }>

function sayingOf(said: SayingRow, document: DocumentReference): Saying {
  const { id, state, origin, label, value, precision, qualifier, raw, before, after, start } = said
  return {
    id,
    state,
    origin,
    label,
    value: value as StoredValue,
    precision,
    qualifier,
    before,
    words: raw,
    after,
    start,
    row: said.row,
    document,
  }
}

type SaidRow = SayingRow & { document: DocumentRow }

/** What documents say, by statement, each document told once; and the documents, in the order of the statements. */
export function sayingsIn(rows: readonly SaidRow[]) {
  const documents = new Map<string, DocumentReference>()
  const sayings = new Map<number, Saying>()
  for (const row of rows) {
    const reference = documents.get(row.document.slug) ?? referenceOf(row.document)
    documents.set(row.document.slug, reference)
    sayings.set(row.id, sayingOf(row, reference))
  }
  return { sayings, documents: [...documents.values()] }
}

/** Of documents whose import was taken back nothing is told. */
export const KEPT = { document: { undoneAt: null } } satisfies Prisma.WarningWhereInput

export const warning = {
  code: true,
  severity: true,
  field: true,
  sv: true,
  en: true,
  start: true,
  end: true,
  lookedAt: true,
  lookNote: true,
  document: { select: { slug: true } },
} satisfies Prisma.WarningSelect
type WarningRow = Prisma.WarningGetPayload<{ select: typeof warning }>

export const warningOf = ({
  severity,
  start,
  document,
  code,
  field,
  sv,
  en,
  lookedAt,
  lookNote,
}: WarningRow): WarningView => ({
  code,
  severity: severity as WarningView['severity'],
  field,
  sv,
  en,
  document: { slug: document.slug, start },
  lookedAt: lookedAt && { on: dayInSweden(lookedAt), note: lookNote },
})
