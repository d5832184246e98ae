import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import { type Database, database, type Transaction } from '../db.ts'
import { dayInSweden } from '../format.ts'
import { numberKey } from '../matching/keys.ts'
import { type FoundProject, numberInFinder } from './finder-text.ts'
import { readProjectQuery } from './search/params.ts'
import { findProjects } from './search/queries.ts'

export { type FoundProject, finderText } from './finder-text.ts'

/** A number that is half typed has so many characters at least. */
const SHORTEST_NUMBER = 4

/**
 * Projects that somebody may mean by what is typed so far: a number in any writing or the beginning of one, words of a
 * name or of an owner, slips forgiven. The best first, at most `limit`.
 */
export async function findProjectsLike(typed: string, { limit = 8 } = {}): Promise<FoundProject[]> {
  const query = readProjectQuery({ q: numberInFinder(typed) }, 'sv')
  if (query.q === '') return []
  const today = dayInSweden(new Date())
  const [byNumber, byWords] = await Promise.all([
    startingWith(numberKey(query.q), limit),
    findProjects(query, { today, pageSize: limit }),
  ])
  const slugs = [...new Set([...byNumber, ...byWords.rows.map(({ slug }) => slug)])].slice(0, limit)
  const rows = await database().project.findMany({ where: { slug: { in: slugs } }, select: forFinder })
  return rows.map(foundOf).sort((a, b) => slugs.indexOf(a.slug) - slugs.indexOf(b.slug))
}

/** The addresses of projects with a number that begins so: the one that is the whole of it first. */
async function startingWith(key: string, limit: number): Promise<string[]> {
  if (key.length < SHORTEST_NUMBER || !/\d/.test(key)) return []
  const rows = await database().projectIdentifier.findMany({
    where: { key: { startsWith: key }, project: { inForce: true } },
    select: { project: { select: { slug: true } } },
    orderBy: { key: 'asc' },
    take: limit,
  })
  return rows.map(({ project }) => project.slug)
}

/**
 * The one project that a field's text means: what `finderText` wrote, or a project's number in any writing. Null for
 * anything less certain: a name alone may be that of several.
 */
export async function projectMeant(
  text: string,
  db: Database | Transaction = database(),
): Promise<FoundProject | null> {
  const [found = null] = await projectsMeant([text], db)
  return found
}

/** The same for many texts at once, in their order. */
export async function projectsMeant(
  texts: readonly string[],
  db: Database | Transaction = database(),
): Promise<(FoundProject | null)[]> {
  const keyOf = (text: string) => numberKey(numberInFinder(text))
  const keys = [...new Set(texts.map(keyOf).filter((key) => key !== ''))]
  if (keys.length === 0) return texts.map(() => null)
  const rows = await db.projectIdentifier.findMany({
    where: { key: { in: keys }, project: { inForce: true } },
    select: { key: true, project: { select: forFinder } },
  })
  const byKey = new Map(rows.map(({ key, project }) => [key, foundOf(project)]))
  return texts.map((text) => byKey.get(keyOf(text)) ?? null)
}

const forFinder = {
  id: true,
  slug: true,
  number: true,
  name: true,
  region: true,
  startDate: true,
  endDate: true,
  owner: { select: { name: true } },
} satisfies Prisma.ProjectSelect

const foundOf = ({
  owner,
  startDate,
  endDate,
  ...row
}: Prisma.ProjectGetPayload<{ select: typeof forFinder }>): FoundProject => ({
  ...row,
  owner: owner?.name ?? null,
  years: { from: startDate?.getUTCFullYear() ?? null, to: endDate?.getUTCFullYear() ?? null },
})
