import 'server-only'
import type { Transaction } from '../db.ts'
import { countedSlugs } from '../matching/keys.ts'

/** The address itself where no decision has it, else the first of its kind that is free: `…-2`, `…-3`. */
export async function freeDecisionSlug(tx: Transaction, slug: string): Promise<string> {
  const taken = await tx.decision.findMany({ where: { slug: { startsWith: slug } }, select: { slug: true } })
  const [own = slug] = countedSlugs(
    [slug],
    taken.map((decision) => decision.slug),
  )
  return own
}
