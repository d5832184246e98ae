import 'server-only'
import type { Transaction } from '../db.ts'
import { countedSlugs } from '../matching/keys.ts'

/** Addresses that no project has, for those that are wanted, in their order. One query. */
export async function freeProjectSlugs(tx: Transaction, wanted: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ slug: string }[]>`
    SELECT slug FROM project WHERE slug = ANY(${[...wanted]}::text[])
    UNION SELECT p.slug FROM unnest(${[...wanted]}::text[]) AS w(slug)
      JOIN project taken ON taken.slug = w.slug JOIN project p ON p.slug LIKE w.slug || '-%'`
  return countedSlugs(
    wanted,
    rows.map(({ slug }) => slug),
  )
}
