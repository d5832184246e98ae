import 'server-only'
import type { Refusal } from '../auth/guard.ts'
import type { Transaction } from '../db.ts'
import type { Acting } from '../registry/acting.ts'
import { changeRegistry } from '../registry/change.ts'
import { problem, type Result } from '../result.ts'
import { leadsTo } from './forest.ts'
import { forMerging, type Mergeable, type MergeProblem, refusalOf } from './mergeable.ts'
import { sharedKeys, touchRecordsOf, touchUnresolved } from './records.ts'
import { checkSaid, type InvalidSaying } from './said.ts'

export type Merge = {
  /** The organisation that becomes part of the other. */
  fromSlug: string
  /** The one that stays, with its name, number and address. */
  intoSlug: string
  reason: string
  evidence: string | null
  /** Both as the person saw them. */
  versions: { from: number; into: number }
  /** Where the two have numbers that differ: the one that the person says is right. */
  rightNumber: string | null
}
export type Merged = { mergeId: number; slug: string }

/**
 * Makes two organisations one: all that leads to `from`, and to what was merged into it before, leads to `into` from now on.
 * Nothing of `from` is written over: its name, numbers and documents stay its own, and splitting gives all of it back.
 *
 * A number is what tells organisations apart, so the one that has the right number is the one that stays: no number moves.
 */
export const mergeOrganisations = (
  input: Merge,
): Promise<Result<Merged, MergeProblem | InvalidSaying | Refusal>> =>
  changeRegistry<Merged, MergeProblem | InvalidSaying>('organisations.merge', async (tx, acting) => {
    const [from, into] = [await find(tx, input.fromSlug), await find(tx, input.intoSlug)]
    if (!from || !into) return problem({ kind: 'missing' })
    const refusal = refusalOf(from, into, input)
    if (refusal) return problem(refusal)
    const said = await checkSaid(tx, input)
    if (!said.ok) return said
    return merge(tx, acting, { from, into, input: { ...input, ...said.value } })
  })

const find = (tx: Transaction, slug: string) =>
  tx.organisation.findUnique({ where: { slug }, select: forMerging })

type Two = { from: Mergeable; into: Mergeable; input: Merge }

async function merge(
  tx: Transaction,
  acting: Acting,
  { from, into, input }: Two,
): Promise<Result<Merged, MergeProblem>> {
  const isClaimed =
    (await claimVersion(tx, from.id, input.versions.from)) &&
    (await claimVersion(tx, into.id, input.versions.into))
  if (!isClaimed) return problem({ kind: 'stale' })
  const { actor, userId } = acting.by
  const { id: mergeId } = await tx.organisationMerge.create({
    data: {
      fromId: from.id,
      intoId: into.id,
      reason: input.reason,
      evidence: input.evidence,
      actor,
      userId,
    },
    select: { id: true },
  })
  const moved = [from.id, ...from.aliases.map(({ id }) => id)]
  await tx.organisation.updateMany({ where: { id: { in: moved } }, data: { mergedIntoId: into.id } })
  const shared = await sharedKeys(tx, moved, [into.id, ...into.aliases.map(({ id }) => id)])
  await follow(tx, acting, [from.id, into.id, ...moved])
  await touchUnresolved(tx, acting.touched, shared)
  const { reason, evidence } = input
  tell(
    acting,
    { action: 'merged', mergeId, reason, evidence },
    {
      moves: moved.map((id) => ({ id, before: id === from.id ? null : from, after: into })),
      whole: into,
      part: from,
    },
  )
  return { ok: true, value: { mergeId, slug: into.slug } }
}

/** Whether an organisation is still as it was when its version was read. */
async function claimVersion(tx: Transaction, id: number, version: number): Promise<boolean> {
  const { count } = await tx.organisation.updateMany({
    where: { id, version },
    data: { version: { increment: 1 } },
  })
  return count === 1
}

/** What organisations own and take part in is folded anew: they are found by their names and numbers. */
async function follow(tx: Transaction, acting: Acting, ids: readonly number[]) {
  const { projectIds } = await touchRecordsOf(tx, acting.touched, ids)
  // Also where the owner stays the same: it is found by other names now.
  acting.always.projects.push(...projectIds)
}

type Named = { id: number; slug: string; name: string }
type Action = 'merged' | 'split'
type Told = { action: Action; mergeId: number; reason: string; evidence: string | null }
type Moved = {
  /** Organisations that lead elsewhere than before; null: to themselves. */
  moves: { id: number; before: Named | null; after: Named | null }[]
  /** The one that the other becomes part of, or leaves. */
  whole: Named
  part: Named
  wholeLeadsTo?: number | null
}

/**
 * What the trace says, with ids, addresses and names as they were: of every organisation that leads elsewhere, where it led
 * and leads (`into`); of the one that stays, what it took or let go (`took`).
 */
function tell(acting: Acting, told: Told, { moves, whole, part, wholeLeadsTo = null }: Moved) {
  const row = (organisationId: number, from: object, to: object) => ({
    ...acting.by,
    ...told,
    organisationId,
    ...(Object.keys(from).length > 0 && { from }),
    ...(Object.keys(to).length > 0 && { to }),
  })
  const into = (one: Named | null) => (one ? { into: one.id, slug: one.slug, name: one.name } : {})
  const took = { took: part.id, slug: part.slug, name: part.name }
  // Who stays may itself be part of another by now.
  const led = wholeLeadsTo === null ? {} : { into: wholeLeadsTo }
  const [from, to] = told.action === 'merged' ? [led, { ...led, ...took }] : [{ ...led, ...took }, led]
  acting.told.push(
    ...moves.map(({ id, before, after }) => row(id, into(before), into(after))),
    row(whole.id, from, to),
  )
}

export type SplitProblem = { kind: 'missing' } | { kind: 'alreadySplit' } | InvalidSaying

/**
 * Undoes one merge: what it joined is apart again, and what was merged into either before or after stays with it. Whatever
 * was corrected or read meanwhile stays where it was said.
 */
export const splitOrganisation = ({
  mergeId,
  reason: given,
}: {
  mergeId: number
  reason: string
}): Promise<Result<{ slug: string }, SplitProblem | Refusal>> =>
  changeRegistry<{ slug: string }, SplitProblem>('organisations.merge', async (tx, acting) => {
    const merge = await tx.organisationMerge.findUnique({ where: { id: mergeId }, select: forSplitting })
    if (!merge) return problem({ kind: 'missing' })
    if (merge.undoneAt) return problem({ kind: 'alreadySplit' })
    const said = await checkSaid(tx, { reason: given, evidence: null })
    if (!said.ok) return said
    const { reason } = said.value
    await tx.organisationMerge.update({
      where: { id: mergeId },
      data: { undoneAt: new Date(), undoneReason: reason, undoneById: acting.by.userId },
    })
    const { from, into } = merge
    const moves = await leadAnew(tx, from.mergedInto ?? into)
    await tx.organisation.updateMany({
      where: { id: { in: [from.id, into.id] } },
      data: { version: { increment: 1 } },
    })
    await follow(tx, acting, [from.id, into.id, ...moves.flatMap(({ id, before }) => [id, before?.id ?? id])])
    tell(
      acting,
      { action: 'split', mergeId, reason, evidence: null },
      {
        moves,
        whole: into,
        part: from,
        wholeLeadsTo: into.mergedIntoId,
      },
    )
    return { ok: true, value: { slug: from.slug } }
  })

const named = { id: true, slug: true, name: true } as const
const forSplitting = {
  undoneAt: true,
  from: { select: { ...named, mergedInto: { select: named } } },
  into: { select: { ...named, mergedIntoId: true } },
} as const

/** Lets all that led to `root` lead where the merges that are in force say. Returns those that lead elsewhere now. */
async function leadAnew(tx: Transaction, root: Named): Promise<Moved['moves']> {
  const members = await tx.organisation.findMany({ where: { mergedIntoId: root.id }, select: named })
  const inForce = await tx.organisationMerge.findMany({
    where: { fromId: { in: members.map(({ id }) => id) }, undoneAt: null },
    select: { fromId: true, intoId: true },
  })
  const roots = leadsTo(inForce)
  const byId = new Map([root, ...members].map((member) => [member.id, member]))
  const moves: Moved['moves'] = []
  for (const { id } of members) {
    const after = byId.get(roots.get(id) ?? id) ?? root
    if (after.id === root.id) continue
    const mergedIntoId = after.id === id ? null : after.id
    await tx.organisation.update({ where: { id }, data: { mergedIntoId } })
    moves.push({ id, before: root, after: mergedIntoId === null ? null : after })
  }
  return moves
}
