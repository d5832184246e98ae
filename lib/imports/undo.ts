import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { Subject } from '../corrections/fields.ts'
import { loadRecord } from '../corrections/load.ts'
import type { Transaction } from '../db.ts'
import { touchUnresolved } from '../organisations/records.ts'
import { refreshSums } from '../organisations/sums.ts'
import { traced } from '../projects/fold.ts'
import type { Shown } from '../projects/shown.ts'
import { NOTHING_READ, type Settled, settle, settlePart } from '../registry/settle.ts'
import { tagOf } from '../registry/tags.ts'
import { nothingTouched, type Touched, touch } from '../registry/touched.ts'
import { type By, jsonOf } from '../registry/trace.ts'
import { touchSubjects } from './store.ts'
import { numbersSaidIn, takeBackNames, takeBackNumbers, takeBackOrganisations } from './undo-organisations.ts'
import { type LeftStanding, leftStanding, type Named } from './undo-report.ts'

/** What taking an import back does, or would do. */
export type UndoReport = {
  documents: number
  /** Records that nothing speaks of any longer. */
  projectsGone: Named[]
  decisionsGone: Named[]
  itemsGone: number
  organisationsGone: number
  /** Projects that stay, for other sources or a person speak of them, and show something else. */
  projectsChanged: { slug: string; name: string; fields: string[] }[]
  /** What people did with what the import brought, after it: it stands. */
  left: LeftStanding
}

type Undo = { importId: number; by: By; reason: string }

/**
 * Takes back what an import brought, as one act: its documents' statements, contacts and unread warnings, the corrections
 * that were made at the import, names and numbers that only it gave. What people corrected since stands, and so does what
 * other documents say. The documents themselves are kept, out of force. Returns the report and the tags of pages that
 * became old. To be called with the registry's lock.
 */
export async function takeBackImport(
  tx: Transaction,
  { importId, by, reason }: Undo,
): Promise<{ report: UndoReport; tags: string[] }> {
  const documents = await documentsOf(tx, importId)
  const ids = documents.map(({ id }) => id)
  const touched = nothingTouched()
  touched.documents.push(...documents.map(({ slug }) => slug))
  await touchSubjects(tx, ids, touched)
  await touchLinked(tx, touched)
  const left = await leftStanding(tx, { importId, documentIds: ids })
  const withdrawn = await withdrawCorrections(tx, touched, { importId, by, reason })
  const neighbours = await joinNeighbours(tx, documents)
  touched.documents.push(...neighbours.map(({ slug }) => slug))
  // What only the capture before them tells of is in force again.
  await touchSubjects(
    tx,
    neighbours.map(({ id }) => id),
    touched,
  )
  const numbersRead = await numbersSaidIn(tx, ids)
  await eraseSaid(tx, ids)
  const told = [
    ...(await withdrawnTrace(tx, withdrawn, { by, reason })),
    ...(await takeBackNumbers(tx, touched, { importId, numbersRead, by, reason })),
  ]
  const settled = await settleInParts(tx, { by, reason, touched, told })
  const gone = await takeBackOrganisations(tx, { by, reason })
  const freed = await settleFreed(tx, await takeBackNames(tx, ids, { by, reason }), by)
  const decisionsGone = await decisionsNamed(tx, settled.decisionsGone)
  const changed = settled.projects.filter(({ isGone, changes }) => !isGone && changes.length > 0)
  const names = await namesOf(
    tx,
    settled.projects.map(({ id }) => id),
  )
  const named = ({ id, slug }: { id: number; slug: string }) => ({ slug, name: names.get(id) ?? slug })
  return {
    report: {
      documents: documents.length,
      projectsGone: settled.projects.filter(({ isGone }) => isGone).map(named),
      decisionsGone,
      itemsGone: settled.items.filter(({ isGone }) => isGone).length,
      organisationsGone: gone.length,
      projectsChanged: changed.map((project) => ({
        ...named(project),
        fields: project.changes.map(({ field }) => field),
      })),
      left,
    },
    tags: [...settled.tags, ...freed, ...gone.map((slug) => tagOf('organisation', slug))],
  }
}

/** Records folded at once: a table may have brought a hundred thousand. */
const PART = 1000

type AllSettled = Pick<Settled, 'projects' | 'items' | 'decisionsGone' | 'tags'>

/** Settles entries and all else with the first projects, and the other projects after them. */
async function settleInParts(
  tx: Transaction,
  {
    by,
    reason,
    touched,
    told,
  }: Pick<Undo, 'by' | 'reason'> & { touched: Touched; told: Prisma.ChangeCreateManyInput[] },
): Promise<AllSettled> {
  const ids = [...touched.projects.keys()]
  const all: AllSettled = { projects: [], items: [], decisionsGone: [], tags: [] }
  const organisationIds = new Set<number>()
  for (let at = 0; at === 0 || at < ids.length; at += PART) {
    const own = ids.slice(at, at + PART)
    const part = at === 0 ? { ...touched, projects: new Map<number, { isNew: boolean }>() } : nothingTouched()
    for (const id of own) touch(part.projects, id, { isNew: false })
    const always = { projects: own, items: [...part.items.keys()] }
    const act = { by, reason, touched: part, names: [], always }
    const settled = at === 0 ? await settle(tx, { ...act, told }) : await settlePart(tx, act, NOTHING_READ)
    all.projects.push(...settled.projects)
    all.items.push(...settled.items)
    all.decisionsGone.push(...settled.decisionsGone)
    all.tags.push(...settled.tags)
    for (const id of settled.organisationIds) organisationIds.add(id)
  }
  await refreshSums(tx, [...organisationIds])
  return all
}

/** Records that named somebody by a name that several went by: one of them may be the only one now. Returns tags. */
async function settleFreed(tx: Transaction, keys: ReadonlySet<string>, by: By): Promise<string[]> {
  const touched = nothingTouched()
  await touchUnresolved(tx, touched, keys)
  if (touched.projects.size + touched.items.size === 0) return []
  const { tags } = await settle(tx, { by, touched, names: [] })
  return tags
}

const documentsOf = (tx: Transaction, importId: number) =>
  tx.sourceDocument.findMany({
    where: { importId, undoneAt: null },
    select: { id: true, slug: true },
    orderBy: { id: 'asc' },
  })
type Document = Awaited<ReturnType<typeof documentsOf>>[number]

/** Projects that entries led to say less now. */
async function touchLinked(tx: Transaction, touched: Touched) {
  const rows = await tx.decisionItem.findMany({
    where: { id: { in: [...touched.items.keys()] }, projectId: { not: null } },
    select: { projectId: true },
    distinct: ['projectId'],
  })
  for (const { projectId } of rows) if (projectId) touch(touched.projects, projectId, { isNew: false })
}

/** A correction that is withdrawn, with what its field showed until then. */
type Withdrawn = Awaited<ReturnType<typeof correctionsAt>>[number] & {
  subject: Subject
  before: Shown | null
}

const correctionsAt = (tx: Transaction, importId: number) =>
  tx.change.findMany({
    where: { importId, action: { in: ['corrected', 'notStated'] }, correction: { withdrawnAt: null } },
    select: { correctionId: true, projectId: true, itemId: true, decisionId: true, field: true },
    orderBy: { id: 'asc' },
  })

/** Corrections that were made at the import go with it; those made since are somebody's own. */
async function withdrawCorrections(
  tx: Transaction,
  touched: Touched,
  { importId, by, reason }: Undo,
): Promise<Withdrawn[]> {
  const withdrawn: Withdrawn[] = []
  for (const row of await correctionsAt(tx, importId)) {
    const { correctionId, projectId, itemId, field } = row
    if (correctionId === null) continue
    const subject: Subject =
      itemId === null ? { kind: 'project', id: projectId ?? 0 } : { kind: 'item', id: itemId }
    withdrawn.push({ ...row, subject, before: await shownIn(tx, subject, field) })
    await tx.correction.update({
      where: { id: correctionId },
      data: { withdrawnAt: new Date(), withdrawnReason: reason, withdrawnById: by.userId ?? null },
    })
    if (itemId !== null && field === 'project') await linkAnew(tx, touched, itemId)
    if (projectId !== null) touch(touched.projects, projectId, { isNew: false })
    if (itemId !== null) touch(touched.items, itemId, { isNew: false })
  }
  return withdrawn
}

const shownIn = async (tx: Transaction, subject: Subject, field: string | null): Promise<Shown | null> =>
  (await loadRecord(tx, subject))?.fields[field ?? '']?.shown ?? null

/** What the trace tells of them, once what the import's documents said is gone: from what to what their fields went. */
async function withdrawnTrace(
  tx: Transaction,
  withdrawn: readonly Withdrawn[],
  { by, reason }: Pick<Undo, 'by' | 'reason'>,
): Promise<Prisma.ChangeCreateManyInput[]> {
  const told: Prisma.ChangeCreateManyInput[] = []
  for (const { subject, before, ...row } of withdrawn) {
    const after = await shownIn(tx, subject, row.field)
    const [from, to] = [jsonOf(traced(before)), jsonOf(traced(after))]
    told.push({ ...by, ...row, action: 'withdrawn', from, to, reason })
  }
  return told
}

/** An entry leads where a person says who led it otherwise, before the import or since; without one the registry looks again. */
async function linkAnew(tx: Transaction, touched: Touched, itemId: number) {
  const record = await loadRecord(tx, { kind: 'item', id: itemId })
  const link = record?.fields.project?.shown ?? null
  const isPersons = link !== null && link.correction !== null
  const projectId = isPersons && typeof link.value === 'number' ? link.value : null
  await tx.decisionItem.update({
    where: { id: itemId },
    data: { projectId, linkedBy: isPersons ? 'person' : null },
  })
  if (projectId !== null) touch(touched.projects, projectId, { isNew: false })
}

/** Joins the captures before and after each document. Returns those neighbours. */
async function joinNeighbours(tx: Transaction, documents: readonly Document[]): Promise<Document[]> {
  const neighbours: Document[] = []
  for (const { id } of documents) {
    const document = await tx.sourceDocument.findUniqueOrThrow({
      where: { id },
      select: {
        replaces: { select: { id: true, slug: true } },
        replacedBy: { select: { id: true, slug: true } },
      },
    })
    const { replaces, replacedBy } = document
    await tx.sourceDocument.update({ where: { id }, data: { replacesId: null, undoneAt: new Date() } })
    if (replacedBy)
      await tx.sourceDocument.update({
        where: { id: replacedBy.id },
        data: { replacesId: replaces?.id ?? null },
      })
    neighbours.push(...[replaces, replacedBy].filter((neighbour) => neighbour !== null))
  }
  return neighbours
}

/** What was read is read again from the kept bytes, should they be imported again. Warnings that somebody looked at stay. */
async function eraseSaid(tx: Transaction, documentIds: number[]) {
  const where = { documentId: { in: documentIds } }
  await tx.statement.deleteMany({ where })
  await tx.contact.deleteMany({ where })
  await tx.documentRow.deleteMany({ where })
  await tx.warning.deleteMany({ where: { ...where, lookedAt: null, changes: { none: {} } } })
}

async function decisionsNamed(tx: Transaction, ids: number[]): Promise<Named[]> {
  const rows = await tx.decision.findMany({
    where: { id: { in: ids } },
    select: { slug: true, heading: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ slug, heading }) => ({ slug, name: heading }))
}

async function namesOf(tx: Transaction, ids: number[]): Promise<Map<number, string>> {
  const rows = await tx.$queryRaw<{ id: number; name: string }[]>`
    SELECT id, name FROM project WHERE id = ANY(${ids}::int[])`
  return new Map(rows.map(({ id, name }) => [id, name]))
}
