import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
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
  importedOn: importedAt.toISOString().slice(0, 10),
  replacedBy: replacedBy?.slug ?? null,
})

/** A calendar day as ISO. */
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
  itemId: true,
  documentId: true,
} satisfies Prisma.StatementSelect
type SayingRow = Prisma.StatementGetPayload<{ select: typeof saying }>

export function sayingOf(row: SayingRow, document: DocumentReference): Saying {
  const { id, state, origin, label, value, precision, qualifier, raw, before, after, start } = row
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
    document,
  }
}

export const warning = {
  code: true,
  severity: true,
  field: true,
  sv: true,
  en: true,
  start: true,
  end: true,
  document: { select: { slug: true } },
} satisfies Prisma.WarningSelect
type WarningRow = Prisma.WarningGetPayload<{ select: typeof warning }>

export const warningOf = ({ severity, start, document, code, field, sv, en }: WarningRow): WarningView => ({
  code,
  severity: severity as WarningView['severity'],
  field,
  sv,
  en,
  document: { slug: document.slug, start },
})
