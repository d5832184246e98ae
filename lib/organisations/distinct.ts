import 'server-only'
import type { Refusal } from '../auth/guard.ts'
import { privateInProse } from '../corrections/private.ts'
import type { Sentence } from '../documents/parse/reading.ts'
import { changeRegistry } from '../registry/change.ts'
import { problem, type Result } from '../result.ts'
import { storable } from '../storable.ts'

export type DistinctProblem =
  | { kind: 'missing' }
  | { kind: 'itself' }
  | { kind: 'alreadyDecided' }
  /** The note, which becomes public, names or reaches a person. */
  | { kind: 'private'; sentence: Sentence }

const LONGEST_NOTE = 500

/**
 * Says that two organisations that look like one are two: the pair is not asked about again. Whoever finds otherwise later
 * merges them.
 */
export const sayDistinct = ({
  aSlug,
  bSlug,
  note: given,
}: {
  aSlug: string
  bSlug: string
  note: string | null
}): Promise<Result<null, DistinctProblem | Refusal>> =>
  changeRegistry<null, DistinctProblem>('organisations.merge', async (tx, acting) => {
    const found = await tx.organisation.findMany({
      where: { slug: { in: [aSlug, bSlug] } },
      select: { id: true, slug: true, name: true },
      orderBy: { id: 'asc' },
    })
    if (aSlug === bSlug) return problem({ kind: 'itself' })
    const note =
      storable(given ?? '')
        .trim()
        .slice(0, LONGEST_NOTE) || null
    const sentence = note === null ? undefined : privateInProse(note)
    if (sentence) return problem({ kind: 'private', sentence })
    const [a, b] = found
    if (!a || !b) return problem({ kind: 'missing' })
    const pair = { aId: a.id, bId: b.id }
    const known = await tx.lookalike.findUnique({ where: { aId_bId: pair }, select: { decidedAt: true } })
    if (known?.decidedAt) return problem({ kind: 'alreadyDecided' })
    const decided = { decidedAt: new Date(), decidedById: acting.by.userId, note }
    await tx.lookalike.upsert({
      where: { aId_bId: pair },
      update: decided,
      create: { ...pair, score: 0, why: 'person', ...decided },
    })
    const told = (one: typeof a, other: typeof a) => ({
      ...acting.by,
      action: 'distinct',
      organisationId: one.id,
      to: { other: other.id, slug: other.slug, name: other.name },
      reason: note,
    })
    acting.told.push(told(a, b), told(b, a))
    for (const { id } of [a, b]) acting.touched.organisations.add(id)
    return { ok: true, value: null }
  })
