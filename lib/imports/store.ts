import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { Transaction } from '../db.ts'
import { nameKey, numberKey, slugOf, slugOfNumber } from '../matching/keys.ts'
import { findOrMakeOrganisations } from '../organisations/find-or-make.ts'
import { touchRecordsOf } from '../organisations/records.ts'
import { capturedOn, dayIn } from '../registry/captured.ts'
import { type Touched, touch } from '../registry/touched.ts'
import { jsonOf } from '../registry/trace.ts'
import {
  type DocumentDraft,
  type ItemDraft,
  type PageDraft,
  type StatementDraft,
  slugOfHash,
  type WarningDraft,
} from './drafts.ts'
import type { FileReport } from './report.ts'
import { storeDecision } from './store-decision.ts'

/** What a statement, a contact or a warning is about. */
export type Subject = { projectId?: number; decisionId?: number; itemId?: number }

/** Keeps a document, what it says, and what that is about. Shown values follow in `finishImport`. */
export async function storeDocument(
  tx: Transaction,
  draft: DocumentDraft,
  importId: number,
  touched: Touched,
): Promise<FileReport> {
  const { id, replaces } = await keepDocument(tx, draft, importId, touched)
  const slug = slugOfHash(draft.sha256)
  touched.documents.push(slug)
  const { numbered, shared } = await findOrMakeOrganisations(tx, organisationsIn(draft), id)
  touched.numbered.push(...numbered)
  // Whom a name means is not said any longer where another goes by it now.
  await touchRecordsOf(tx, touched, shared)
  const project = draft.page ? await storePage(tx, draft, draft.page, id, touched) : null
  const decisions = []
  for (const decision of draft.decisions)
    decisions.push(await storeDecision(tx, decision, id, touched, draft.parserVersion))
  await keepWarnings(tx, id, [{ subject: {}, warnings: draft.warnings }])
  const warnings = warningsIn(draft)
  return {
    file: draft.file,
    outcome: 'imported',
    title: draft.title,
    slug,
    kind: draft.kind,
    replaces,
    project,
    decisions,
    statements: statementsIn(draft).length,
    warnings: warnings.map(({ code, sv, en }) => ({ code, sentence: { sv, en } })),
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

/**
 * Keeps the document itself, between the captures of its source that are older and newer. What the neighbours tell of is
 * touched as well: an older one is out of force now, or this one is.
 */
async function keepDocument(tx: Transaction, draft: DocumentDraft, importId: number, touched: Touched) {
  const others = await tx.sourceDocument.findMany({
    where: { sourceKey: draft.sourceKey },
    select: { id: true, slug: true, fetchedAt: true, importedAt: true },
  })
  const captured = draft.fetchedOn ? Date.parse(draft.fetchedOn) : dayIn(new Date())
  const inOrder = others.sort((a, b) => capturedOn(a) - capturedOn(b) || a.id - b.id)
  const before = inOrder.findLast((document) => capturedOn(document) <= captured)
  const after = inOrder.find((document) => capturedOn(document) > captured)
  if (after) await tx.sourceDocument.update({ where: { id: after.id }, data: { replacesId: null } })
  const { id } = await tx.sourceDocument.create({
    data: documentRow(draft, importId, before?.id),
    select: { id: true },
  })
  if (after) await tx.sourceDocument.update({ where: { id: after.id }, data: { replacesId: id } })
  const neighbours = [before, after].filter((document) => document !== undefined)
  touched.documents.push(...neighbours.map(({ slug }) => slug))
  await touchSubjects(
    tx,
    neighbours.map((document) => document.id),
    touched,
  )
  return { id, replaces: before?.slug ?? null }
}

async function touchSubjects(tx: Transaction, documentIds: number[], touched: Touched) {
  const rows = await tx.statement.findMany({
    where: { documentId: { in: documentIds } },
    select: {
      projectId: true,
      itemId: true,
      item: { select: { decision: { select: { id: true, slug: true } } } },
    },
    distinct: ['projectId', 'itemId'],
  })
  for (const { projectId, itemId, item } of rows) {
    if (projectId) touch(touched.projects, projectId, { isNew: false })
    if (itemId) touch(touched.items, itemId, { isNew: false })
    const decision = item?.decision
    if (decision) touch(touched.decisions, decision.id, { slug: decision.slug, isNew: false })
  }
}

const documentRow = (draft: DocumentDraft, importId: number, replacesId: number | undefined) => ({
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
  replacesId: replacesId ?? null,
  importId,
  content: { create: { bytes: new Uint8Array(draft.bytes), text: draft.text } },
})

async function storePage(
  tx: Transaction,
  { isSample, parserVersion, sha256, sourceKey }: DocumentDraft,
  page: PageDraft,
  documentId: number,
  touched: Touched,
) {
  const known = await findKnown(tx, page, sourceKey, documentId)
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
  touch(touched.projects, id, { isNew: !known })
  return { slug, name: page.name, isNew: !known }
}

const knownProject = {
  id: true,
  slug: true,
  nameKey: true,
  identifiers: { select: { key: true } },
} satisfies Prisma.ProjectSelect

/**
 * The project that a page is about: by its first number; by another of its numbers where the name is the same, too, for
 * pages state numbers of other projects; a page without numbers by an earlier capture of it.
 */
async function findKnown(tx: Transaction, page: PageDraft, sourceKey: string, documentId: number) {
  const [first, ...others] = page.numbers.map(numberKey)
  const by = (where: Prisma.ProjectWhereInput) =>
    tx.project.findFirst({ where, select: knownProject, orderBy: { id: 'asc' } })
  if (first === undefined)
    return by({ statements: { some: { document: { sourceKey, id: { not: documentId } } } } })
  const byFirst = await by({ identifiers: { some: { key: first } } })
  if (byFirst || others.length === 0) return byFirst
  return by({ identifiers: { some: { key: { in: others } } }, nameKey: nameKey(page.name) })
}

async function makeProject(tx: Transaction, page: PageDraft, isSample: boolean, sha256: string) {
  const number = page.numbers[0] ?? ''
  const wanted = slugOfNumber(number) || slugOf(page.name) || 'projekt'
  const taken = await tx.project.findUnique({ where: { slug: wanted }, select: { id: true } })
  const slug = taken ? `${wanted}-${sha256.slice(0, 6)}` : wanted
  return tx.project.create({
    data: { slug, number, name: page.name, shown: {}, isSample },
    select: { id: true, slug: true },
  })
}

/** Rows in one statement: each binds some fifteen values, of which PostgreSQL takes 32,766. */
const ROWS = 1000

export async function keepStatements(
  tx: Transaction,
  documentId: number,
  parserVersion: number,
  said: { subject: Subject; statements: StatementDraft[] }[],
) {
  const rows = said.flatMap(({ subject, statements }) =>
    statements.map(({ value, ...statement }) => ({
      ...statement,
      value: jsonOf(value),
      ...subject,
      documentId,
      parserVersion,
    })),
  )
  for (let at = 0; at < rows.length; at += ROWS)
    await tx.statement.createMany({ data: rows.slice(at, at + ROWS) })
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
