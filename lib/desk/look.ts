import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { Subject } from '../corrections/fields.ts'
import { HAS_NAME, namesAny, privateInProse } from '../corrections/private.ts'
import { secretsOf } from '../corrections/secrets.ts'
import type { Transaction } from '../db.ts'
import type { Sentence } from '../documents/parse/reading.ts'
import type { Acting } from '../registry/acting.ts'
import { tagOf } from '../registry/tags.ts'
import { problem, type Result } from '../result.ts'

export type LookProblem =
  | { kind: 'missing' }
  /** The note would be public, and names somebody. */
  | { kind: 'private'; sentence: Sentence }
  /** Somebody was before: when, as what, and what they said. */
  | { kind: 'alreadyLookedAt'; at: Date; note: string | null }
export type Looked = {
  ids: number[]
  /** How many others somebody had looked at already. */
  already: number
}

/**
 * Notes that warnings were looked at, with what there was to say. Those that somebody was before with are left as they
 * are; if that is all of them, the problem tells what was said. Within `changeRegistry`.
 */
export async function look(
  tx: Transaction,
  acting: Acting,
  ids: readonly number[],
  note: string | null,
): Promise<Result<Looked, LookProblem>> {
  const rows = await tx.warning.findMany({
    where: { id: { in: [...ids] } },
    select: forLooking,
    orderBy: { id: 'asc' },
  })
  const sentence = note === null ? undefined : await privateInNote(tx, rows, note)
  if (sentence) return problem({ kind: 'private', sentence })
  const open = rows.filter(({ lookedAt }) => lookedAt === null)
  const [before] = rows
  if (!before) return problem({ kind: 'missing' })
  if (open.length === 0)
    return problem({ kind: 'alreadyLookedAt', at: before.lookedAt ?? new Date(), note: before.lookNote })
  await tx.warning.updateMany({
    where: { id: { in: open.map(({ id }) => id) } },
    data: { lookedAt: new Date(), lookedById: acting.by.userId, lookNote: note },
  })
  tell(acting, open, 'lookedAt', note)
  return { ok: true, value: { ids: open.map(({ id }) => id), already: rows.length - open.length } }
}

/** Why a note cannot be public: a person in it, or a contact of a record that the warnings are about. */
async function privateInNote(
  tx: Transaction,
  rows: readonly Row[],
  note: string,
): Promise<Sentence | undefined> {
  const subjects = rows.flatMap(({ projectId, itemId, decisionId }): Subject[] => [
    ...(projectId === null ? [] : [{ kind: 'project', id: projectId } as const]),
    ...(itemId === null ? [] : [{ kind: 'item', id: itemId } as const]),
    ...(decisionId === null ? [] : [{ kind: 'decision', id: decisionId } as const]),
  ])
  const secrets = await secretsOf(tx, subjects)
  return privateInProse(note) ?? (namesAny(note, secrets) ? HAS_NAME : undefined)
}

/** Puts warnings that one person looked at in one go back among those that wait. Within `changeRegistry`. */
export async function lookAgain(
  tx: Transaction,
  acting: Acting,
  id: number,
): Promise<Result<{ ids: number[] }, { kind: 'missing' }>> {
  const one = await tx.warning.findUnique({ where: { id }, select: { lookedAt: true, lookedById: true } })
  if (!one?.lookedAt || one.lookedById !== acting.by.userId) return problem({ kind: 'missing' })
  const rows = await tx.warning.findMany({ where: one, select: forLooking, orderBy: { id: 'asc' } })
  const ids = rows.map((row) => row.id)
  await tx.warning.updateMany({
    where: { id: { in: ids } },
    data: { lookedAt: null, lookedById: null, lookNote: null },
  })
  tell(acting, rows, 'lookAgain', null)
  return { ok: true, value: { ids } }
}

const forLooking = {
  id: true,
  projectId: true,
  itemId: true,
  decisionId: true,
  lookedAt: true,
  lookNote: true,
  project: { select: { slug: true } },
  decision: { select: { slug: true } },
  item: { select: { decision: { select: { id: true, slug: true } }, project: { select: { slug: true } } } },
  document: { select: { slug: true } },
} satisfies Prisma.WarningSelect
type Row = Prisma.WarningGetPayload<{ select: typeof forLooking }>

/** Leaves the trace, and notes every page that shows the warnings. */
function tell(acting: Acting, rows: readonly Row[], action: string, reason: string | null) {
  for (const row of rows) {
    acting.told.push({
      ...acting.by,
      action,
      reason,
      warningId: row.id,
      projectId: row.projectId,
      itemId: row.itemId,
      decisionId: row.decisionId ?? row.item?.decision.id ?? null,
    })
    acting.tags.push(...tagsOf(row))
  }
}

const tagsOf = ({ document, project, decision, item }: Row): string[] => [
  tagOf('document', document.slug),
  ...[project, item?.project].flatMap((one) => (one ? tagOf('project', one.slug) : [])),
  ...[decision, item?.decision].flatMap((one) => (one ? tagOf('decision', one.slug) : [])),
]
