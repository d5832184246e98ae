import type { Prisma } from '../../prisma/generated/client.ts'

/** What a merge asks of an organisation. */
export const forMerging = {
  id: true,
  slug: true,
  name: true,
  number: true,
  version: true,
  mergedInto: { select: { slug: true, name: true } },
  aliases: { select: { id: true, number: true }, orderBy: { id: 'asc' } },
} satisfies Prisma.OrganisationSelect
export type Mergeable = Prisma.OrganisationGetPayload<{ select: typeof forMerging }>

type Reference = { slug: string; name: string }

/** Why two organisations cannot be made one in this way. */
export type MergeProblem =
  | { kind: 'missing' }
  | { kind: 'itself' }
  /** One of them is part of another already: that other one is to be merged. */
  | { kind: 'alreadyMerged'; which: Reference; into: Reference }
  /** Somebody has changed one of them since it was read. */
  | { kind: 'stale' }
  /** The one that would stay has no number, the other has. */
  | { kind: 'numberStays'; with: Reference }
  /** The numbers differ, and the one that would stay was not said to have the right one. */
  | { kind: 'numbersDiffer'; from: string; into: string }

type Seen = { versions: { from: number; into: number }; rightNumber: string | null }

/** Why `from` cannot be merged into `into`, or nothing. Pure. */
export function refusalOf(
  from: Mergeable,
  into: Mergeable,
  { versions, rightNumber }: Seen,
): MergeProblem | undefined {
  if (from.id === into.id) return { kind: 'itself' }
  for (const one of [from, into])
    if (one.mergedInto) return { kind: 'alreadyMerged', which: referenceOf(one), into: one.mergedInto }
  if (from.version !== versions.from || into.version !== versions.into) return { kind: 'stale' }
  const [lost, kept] = [numberOf(from), numberOf(into)]
  if (lost !== null && kept === null) return { kind: 'numberStays', with: referenceOf(from) }
  if (lost !== null && kept !== null && lost !== kept && rightNumber !== kept)
    return { kind: 'numbersDiffer', from: lost, into: kept }
  return undefined
}

const referenceOf = ({ slug, name }: Reference): Reference => ({ slug, name })

/**
 * The number that an organisation is shown with: its own, else the only one that those merged into it have. Sources may
 * have numbered one of them after the merge. Pure.
 */
export function numberOf({
  number,
  aliases,
}: {
  number: string | null
  aliases: readonly { number: string | null }[]
}): string | null {
  if (number !== null) return number
  const [only, ...others] = new Set(aliases.flatMap((alias) => alias.number ?? []))
  return only !== undefined && others.length === 0 ? only : null
}
