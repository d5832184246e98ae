import 'server-only'
import type { Transaction } from '../db.ts'
import { countedSlugs } from '../matching/keys.ts'

/** Addresses that nobody has, for those that are wanted, in their order: what is taken gets a count. */
export async function freeSlugs(
  tx: Transaction,
  of: 'project' | 'organisation',
  wanted: readonly string[],
): Promise<string[]> {
  const taken = new Set<string>()
  // Asks by the addresses themselves: "all that begin so" is found by no index of theirs.
  for (;;) {
    const slugs = countedSlugs(wanted, taken)
    const found = await TAKEN[of](tx, slugs)
    if (found.length === 0) return slugs
    for (const { slug } of found) taken.add(slug)
  }
}

type Taken = (tx: Transaction, slugs: readonly string[]) => Promise<{ slug: string }[]>

const TAKEN: Record<'project' | 'organisation', Taken> = {
  project: (tx, slugs) => tx.$queryRaw`SELECT slug FROM project WHERE slug = ANY(${[...slugs]}::text[])`,
  organisation: (tx, slugs) =>
    tx.$queryRaw`SELECT slug FROM organisation WHERE slug = ANY(${[...slugs]}::text[])`,
}
