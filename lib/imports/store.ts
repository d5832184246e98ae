import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { Transaction } from '../db.ts'
import { nameKey, numberKey, slugOfProject } from '../matching/keys.ts'
import { findOrMakeOrganisations } from '../organisations/find-or-make.ts'
import { touchRecordsOf } from '../organisations/records.ts'
import { capturedOn, dayIn } from '../registry/captured.ts'
import { type Touched, touch } from '../registry/touched.ts'
import {
  type DocumentDraft,
  type ItemDraft,
  type PageDraft,
  type StatementDraft,
  slugOfHash,
  type WarningDraft,
} from './drafts.ts'
import { keepStatements } from './keep-statements.ts'
import type { FileReport } from './report.ts'
import { storeDecision } from './store-decision.ts'

/** What a statement, a contact or a warning is about. */
export type Subject = { projectId?: number; decisionId?: number; itemId?: number; row?: number }

/** Which project a page is brought to: the one that it is found to be about, a new one, or the one that a person named. */
export type PageTarget = 'found' | 'new' | number

/** A document that was kept, with the ids of what it is about. */
export type StoredDocument = {
  report: FileReport & { outcome: 'imported' }
  projectId: number | null
  /** By the decision's and the entry's keys: see `itemPlace`. */
  items: ReadonlyMap<string, { id: number; isNew: boolean }>
}
export const itemPlace = (decision: { key: string }, item: { key: string }): string =>
  `${decision.key} ${item.key}`

/** Keeps a document, what it says, and what that is about. Shown values follow in `finishImport`. */
export async function storeDocument(
  tx: Transaction,
  draft: DocumentDraft,
  { importId, touched, target = 'found' }: { importId: number; touched: Touched; target?: PageTarget },
): Promise<StoredDocument> {
  const { id, replaces } = await keepDocument(tx, draft, importId, touched)
  const slug = slugOfHash(draft.sha256)
  touched.documents.push(slug)
  const { numbered, shared } = await findOrMakeOrganisations(tx, organisationsIn(draft), id)
  touched.numbered.push(...numbered)
  // Whom a name means is not said any longer where another goes by it now.
  await touchRecordsOf(tx, touched, shared)
  const project = draft.page
    ? await storePage(tx, draft, draft.page, { documentId: id, touched, target })
    : null
  const decisions = []
  for (const decision of draft.decisions)
    decisions.push(await storeDecision(tx, decision, id, touched, draft.parserVersion))
  await keepWarnings(tx, id, [{ subject: {}, warnings: draft.warnings }])
  const warnings = warningsIn(draft)
  return {
    report: {
      file: draft.file,
      outcome: 'imported',
      title: draft.title,
      slug,
      kind: draft.kind,
      replaces,
      project: project && { slug: project.slug, name: project.name, isNew: project.isNew },
      decisions: decisions.map(({ report }) => report),
      statements: statementsIn(draft).length,
      warnings: warnings.map(({ code, sv, en }) => ({ code, sentence: { sv, en } })),
    },
    projectId: project?.id ?? null,
    items: new Map(decisions.flatMap((decision) => [...decision.ids])),
  }
}

const organisationsIn = ({ page, decisions }: DocumentDraft) => [
  ...(page?.organisations ?? []),
  ...decisions.flatMap(({ items }) =>
    items.flatMap(({ applicants, partners }) =>
      [...applicants, ...partners].map((name) => ({ name, number: null })),
    ),
  ),
]
const statementsIn = ({ page, decisions }: DocumentDraft): StatementDraft[] => [
  ...(page?.statements ?? []),
  ...decisions.flatMap((decision) => [
    ...decision.statements,
    ...decision.items.flatMap(({ statements }) => statements),
  ]),
]
const warningsIn = ({ page, decisions, warnings }: DocumentDraft): WarningDraft[] => [
  ...warnings,
  ...(page?.warnings ?? []),
  ...decisions.flatMap((decision) => [
    ...decision.warnings,
    ...decision.items.flatMap((item: ItemDraft) => item.warnings),
  ]),
]

/** Bytes that the database holds with an import's file: they need not come here and go back. */
export type HeldBytes = { fileId: number; byteLength: number }
type KeepableDocument = Omit<DocumentDraft, 'bytes'> & { bytes: Uint8Array | HeldBytes }

/**
 * Keeps the document itself, between the captures of its source that are older and newer. What the neighbours tell of is
 * touched as well: an older one is out of force now, or this one is. `touched` is null where nobody asks.
 */
export async function keepDocument(
  tx: Transaction,
  draft: KeepableDocument,
  importId: number,
  touched: Touched | null,
): Promise<{ id: number; replaces: string | null }> {
  const others = await tx.sourceDocument.findMany({
    where: { sourceKey: draft.sourceKey, undoneAt: null },
    select: { id: true, slug: true, fetchedAt: true, importedAt: true },
  })
  const captured = draft.fetchedOn ? Date.parse(draft.fetchedOn) : dayIn(new Date())
  const inOrder = others.sort((a, b) => capturedOn(a) - capturedOn(b) || a.id - b.id)
  const before = inOrder.findLast((document) => capturedOn(document) <= captured)
  const after = inOrder.find((document) => capturedOn(document) > captured)
  if (after) await tx.sourceDocument.update({ where: { id: after.id }, data: { replacesId: null } })
  const id = await writeDocument(tx, documentRow(draft, importId, before?.id), draft)
  if (after) await tx.sourceDocument.update({ where: { id: after.id }, data: { replacesId: id } })
  const neighbours = [before, after].filter((document) => document !== undefined)
  touched?.documents.push(...neighbours.map(({ slug }) => slug))
  if (touched)
    await touchSubjects(
      tx,
      neighbours.map((document) => document.id),
      touched,
    )
  return { id, replaces: before?.slug ?? null }
}

type DocumentRow = ReturnType<typeof documentRow>

/** Bytes that were here and were taken back are kept: the document comes back, read anew. */
async function writeDocument(tx: Transaction, row: DocumentRow, { bytes, text }: KeepableDocument) {
  const { sha256 } = row
  const { id } = await tx.sourceDocument.upsert({
    where: { sha256 },
    create: row,
    update: { ...row, undoneAt: null, importedAt: new Date() },
    select: { id: true },
  })
  if ('fileId' in bytes) await copyContent(tx, id, { fileId: bytes.fileId, text })
  else {
    const content = { bytes: new Uint8Array(bytes), text }
    const where = { documentId: id }
    await tx.documentContent.upsert({ where, create: { ...where, ...content }, update: { text } })
  }
  return id
}

const copyContent = (tx: Transaction, id: number, { fileId, text }: { fileId: number; text: string }) =>
  tx.$executeRaw`
    INSERT INTO document_content ("documentId", bytes, text)
    SELECT ${id}, coalesce(bytes, ''), ${text} FROM import_file WHERE id = ${fileId}
    ON CONFLICT ("documentId") DO UPDATE SET text = excluded.text`

type Subjects = {
  projectId: number | null
  itemId: number | null
  decisionId: number | null
  slug: string | null
}

/** Notes what documents tell of: projects, entries, decisions. */
export async function touchSubjects(tx: Transaction, documentIds: number[], touched: Touched) {
  const rows = await tx.$queryRaw<Subjects[]>`
    SELECT s."projectId", s."itemId", d.id AS "decisionId", d.slug FROM (
      SELECT DISTINCT "projectId", "itemId", "decisionId" FROM statement WHERE "documentId" = ANY(${documentIds}::int[])
    ) s
    LEFT JOIN decision_item i ON i.id = s."itemId"
    LEFT JOIN decision d ON d.id = coalesce(s."decisionId", i."decisionId")`
  for (const { projectId, itemId, decisionId, slug } of rows) {
    if (projectId) touch(touched.projects, projectId, { isNew: false })
    if (itemId) touch(touched.items, itemId, { isNew: false })
    if (decisionId && slug) touch(touched.decisions, decisionId, { slug, isNew: false })
  }
}

const documentRow = (draft: KeepableDocument, importId: number, replacesId: number | undefined) => ({
  sha256: draft.sha256,
  slug: slugOfHash(draft.sha256),
  kind: draft.kind,
  layout: draft.layout,
  mediaType: draft.mediaType,
  encoding: draft.encoding,
  byteLength: draft.bytes.byteLength,
  title: draft.title,
  publisher: draft.publisher,
  url: draft.url,
  fetchedAt: draft.fetchedOn ? new Date(draft.fetchedOn) : null,
  publicText: draft.publicText,
  parserVersion: draft.parserVersion,
  sourceKey: draft.sourceKey,
  ...(draft.table && { table: draft.table }),
  replacesId: replacesId ?? null,
  importId,
})

async function storePage(
  tx: Transaction,
  { isSample, parserVersion, sha256, sourceKey }: DocumentDraft,
  page: PageDraft,
  { documentId, touched, target }: { documentId: number; touched: Touched; target: PageTarget },
) {
  const known = target === 'new' ? null : await findKnown(tx, page, { sourceKey, documentId, target })
  const { id, slug } = known ?? (await makeProject(tx, page, isSample, sha256))
  const knownKeys = new Set(known?.identifiers.map(({ key }) => key))
  await tx.projectIdentifier.createMany({
    data: page.numbers
      .filter((number) => !knownKeys.has(numberKey(number)))
      .map((value) => ({ key: numberKey(value), value, projectId: id })),
    // The number of another project: the parser's warnings tell of it, and the first to have it keeps it.
    skipDuplicates: true,
  })
  const subject = { projectId: id }
  await keepStatements(tx, documentId, parserVersion, [{ subject, statements: page.statements }])
  await keepContacts(tx, documentId, [{ subject, contacts: page.contacts }])
  await keepWarnings(tx, documentId, [{ subject, warnings: page.warnings }])
  // One that was taken back comes back as new: nothing was shown of it.
  const isNew = !known?.inForce
  touch(touched.projects, id, { isNew })
  return { id, slug, name: page.name, isNew }
}

const knownProject = {
  id: true,
  slug: true,
  nameKey: true,
  inForce: true,
  identifiers: { select: { key: true } },
} satisfies Prisma.ProjectSelect

/**
 * The project that a page is about: by its first number; by another of its numbers where the name is the same, too, for
 * pages state numbers of other projects; a page without numbers by an earlier capture of it.
 */
async function findKnown(
  tx: Transaction,
  page: PageDraft,
  { sourceKey, documentId, target }: { sourceKey: string; documentId: number; target: 'found' | number },
) {
  if (target !== 'found') return tx.project.findUniqueOrThrow({ where: { id: target }, select: knownProject })
  const [first, ...others] = page.numbers.map(numberKey)
  const by = (where: Prisma.ProjectWhereInput) =>
    tx.project.findFirst({ where, select: knownProject, orderBy: { id: 'asc' } })
  if (first === undefined)
    return (
      (await by({ statements: { some: { document: { sourceKey, id: { not: documentId } } } } })) ??
      // One that was taken back comes back to its address.
      by({ inForce: false, number: '', nameKey: nameKey(page.name) })
    )
  const byFirst = await by({ identifiers: { some: { key: first } } })
  if (byFirst || others.length === 0) return byFirst
  return by({ identifiers: { some: { key: { in: others } } }, nameKey: nameKey(page.name) })
}

async function makeProject(tx: Transaction, page: PageDraft, isSample: boolean, sha256: string) {
  const number = page.numbers[0] ?? ''
  const wanted = slugOfProject({ number, name: page.name })
  const taken = await tx.project.findUnique({ where: { slug: wanted }, select: { id: true } })
  const slug = taken ? `${wanted}-${sha256.slice(0, 6)}` : wanted
  return tx.project.create({
    data: { slug, number, name: page.name, shown: {}, isSample },
    select: { id: true, slug: true },
  })
}

export async function keepContacts(
  tx: Transaction,
  documentId: number,
  said: { subject: Subject; contacts: PageDraft['contacts'] }[],
) {
  const data = said.flatMap(({ subject, contacts }) =>
    contacts.map((contact) => ({ ...contact, ...subject, documentId })),
  )
  if (data.length > 0) await tx.contact.createMany({ data })
}

export async function keepWarnings(
  tx: Transaction,
  documentId: number,
  said: { subject: Subject; warnings: WarningDraft[] }[],
) {
  const data = said.flatMap(({ subject, warnings }) =>
    warnings.map((warning) => ({ ...warning, ...subject, documentId })),
  )
  if (data.length > 0) await tx.warning.createMany({ data })
}
