import 'server-only'
import { Prisma } from '../../../prisma/generated/client.ts'
import { learnChanges } from '../../cache/learn.ts'
import { asOneAct, database, type Transaction } from '../../db.ts'
import { refreshLookalikes } from '../../organisations/lookalikes.ts'
import { lockRegistry, publishRevision } from '../../registry/revision.ts'
import { finishImport } from '../finish.ts'
import { emptyReport } from '../report.ts'
import { storeAll, tagsOf } from '../store-all.ts'
import { commitTable } from '../table/commit.ts'
import { compareTable } from '../table/compare.ts'
import type { CommitAct, Committed } from './commit-act.ts'
import { compareImport } from './compare.ts'
import { applyDecisions } from './decisions.ts'
import { type DecidedEntry, planOf } from './plan.ts'
import { progressOf } from './progress.ts'
import type { KeptDraft } from './reading.ts'

/** The longest table takes minutes. Milliseconds. */
const LONGEST = 60 * 60_000

/** How often the registry may have changed between comparing and committing before others get a turn. */
const MOST_COMPARISONS = 5

/**
 * Brings an import that somebody has decided on into the registry, as one act. Where the registry has changed since the
 * entries were compared with it, they are compared again; if any would do something else than was decided, the import goes
 * back to review and nothing is brought in.
 */
export async function commitImport(id: number): Promise<void> {
  for (let count = 0; count < MOST_COMPARISONS; count++) {
    const outcome = await tryCommit(id)
    if (outcome !== 'moved') return afterwards(outcome)
    if (await compareAgain(id)) return
  }
  throw new Error('the registry changes all the time')
}

/** What nobody has to wait for. A worker that ends before it leaves some organisations uncompared, until a rebuild. */
async function afterwards(outcome: 'ended' | { calledAnew: number[] }): Promise<void> {
  await learnChanges()
  if (outcome !== 'ended')
    await asOneAct((tx) => refreshLookalikes(tx, outcome.calledAnew), { longest: LONGEST })
}

async function compareAgain(id: number): Promise<boolean> {
  const { kind } = await database().import.findUniqueOrThrow({ where: { id }, select: { kind: true } })
  return kind === 'table' ? compareTable(id) : compareImport(id)
}

/** Thrown to undo everything: the import was cancelled, or the registry has changed. */
class Undo extends Error {
  readonly outcome: 'moved' | 'ended'
  constructor(outcome: Undo['outcome']) {
    super('a commit is undone')
    this.outcome = outcome
  }
}

async function tryCommit(id: number): Promise<{ calledAnew: number[] } | Undo['outcome']> {
  try {
    return { calledAnew: await asOneAct((tx) => commit(tx, id), { longest: LONGEST }) }
  } catch (error) {
    if (error instanceof Undo) return error.outcome
    throw error
  }
}

async function commit(tx: Transaction, id: number): Promise<number[]> {
  const revision = await lockRegistry(tx)
  const held = await tx.import.findUniqueOrThrow({
    where: { id },
    select: { state: true, kind: true, revision: true, userId: true, actor: true },
  })
  if (held.state !== 'COMMITTING') throw new Undo('ended')
  const by = { importId: id, actor: held.actor, revision, ...(held.userId && { userId: held.userId }) }
  const act = { by, userId: held.userId, comparedWith: held.revision ?? -1, tell: progressOf(id) }
  const done = held.kind === 'table' ? await commitTable(tx, act) : await commitDocuments(tx, act)
  if (done === 'moved') throw new Undo('moved')
  await publishRevision(tx, revision, done.tags)
  await noteDone(tx, id, done)
  return done.calledAnew
}

async function commitDocuments(
  tx: Transaction,
  { by, userId, comparedWith, tell }: CommitAct,
): Promise<Committed> {
  if (comparedWith !== by.revision - 1) return 'moved'
  const { planned, entries } = await planOfImport(tx, by.importId)
  const report = emptyReport()
  await tell({ step: 'storing', done: 0, of: planned.length })
  const { touched, stored } = await storeAll(tx, planned, by, report)
  await tell({ step: 'settling', done: 0, of: 1 })
  await finishImport(tx, { by, touched, report })
  const more = await applyDecisions(tx, { by, userId, planned, stored, entries, report })
  const drafts = planned.map(({ draft }) => draft)
  return {
    report,
    tags: [...tagsOf(report, drafts), ...more],
    hashes: drafts.map(({ sha256 }) => sha256),
    calledAnew: [],
  }
}

async function noteDone(tx: Transaction, id: number, { report, hashes }: Exclude<Committed, 'moved'>) {
  const { changedTags: _, ...kept } = report
  const summary = { ...report.totals, ...(await leftForEditors(tx, id)) }
  const { count } = await tx.import.updateMany({
    where: { id, state: 'COMMITTING' },
    data: {
      state: 'DONE',
      committedAt: new Date(),
      changedAt: new Date(),
      summary,
      report: kept as unknown as Prisma.InputJsonObject,
      progress: Prisma.DbNull,
      problem: Prisma.DbNull,
      attempt: 0,
      version: { increment: 1 },
    },
  })
  // Somebody gave it up meanwhile.
  if (count !== 1) throw new Undo('ended')
  // The documents keep the bytes now. What was left out stays with the import, to be looked at.
  await tx.importFile.updateMany({
    where: { importId: id, sha256: { in: hashes } },
    data: { bytes: null, draft: Prisma.DbNull },
  })
}

/** How many of the entries that were brought in leave editors something to look at. What was left out does not. */
async function leftForEditors(tx: Transaction, importId: number) {
  const [left] = await tx.$queryRaw<{ disagreements: number; sourceChanges: number }[]>`
    SELECT count(*) FILTER (WHERE verdict = 'disagrees')::int AS disagreements,
      count(*) FILTER (WHERE fields @> '[{"effect": "kept"}]')::int AS "sourceChanges"
    FROM import_entry
    WHERE "importId" = ${importId} AND verdict IN ('changes', 'disagrees') AND choice IN ('accept', 'project', 'new')`
  return left
}

async function planOfImport(tx: Transaction, importId: number) {
  const files = await tx.importFile.findMany({
    where: { importId, outcome: 'read' },
    select: { id: true, bytes: true, draft: true },
    orderBy: { position: 'asc' },
  })
  const rows = await tx.importEntry.findMany({
    where: { importId },
    select: { id: true, fileId: true, place: true, choice: true, chosenProjectId: true, edits: true },
    orderBy: { position: 'asc' },
  })
  const entries = rows as unknown as DecidedEntry[]
  const planned = files.flatMap(({ id, bytes, draft }) => {
    const own = entries.filter(({ fileId }) => fileId === id)
    const plan = planOf(draft as unknown as KeptDraft, own)
    return plan ? [{ ...plan, fileId: id, draft: { ...plan.draft, bytes: bytes ?? new Uint8Array() } }] : []
  })
  return { planned, entries }
}
