import 'server-only'
import { database } from '../../db.ts'
import { dayInSweden } from '../../format.ts'
import { numberKey } from '../../matching/keys.ts'
import { findProjects } from '../../projects/search/queries.ts'
import type { Facet } from '../../projects/search/types.ts'
import type { Choice } from './choice.ts'
import { type ColumnKey, columnsFor, isIndicator, MOST_INDICATORS } from './columns.ts'
import type { KnownProject } from './compare.ts'
import { loadProjects } from './known.ts'
import { MOST_ROWS } from './rows.ts'

/** Projects that a search may find where a day narrows it further. */
const MOST_SEARCHED = 20_000

/** How many projects a choice has, with what it can be narrowed by; `tooWide`: the search has to be narrowed first. */
export async function countChosen({
  query,
  endedBefore,
}: Choice): Promise<{ count: number; facets: Facet[]; tooWide: boolean }> {
  const today = dayInSweden(new Date())
  const first = await findProjects({ ...query, page: 1 }, { today, pageSize: 1 })
  const tooWide = endedBefore !== null && first.total > MOST_SEARCHED
  const count = endedBefore === null || tooWide ? first.total : (await slugsOf({ query, endedBefore })).length
  return { count, facets: first.facets, tooWide }
}

async function slugsOf({ query, endedBefore }: Choice): Promise<string[]> {
  const today = dayInSweden(new Date())
  const most = endedBefore === null ? MOST_ROWS + 1 : MOST_SEARCHED
  const { rows } = await findProjects({ ...query, page: 1 }, { today, pageSize: most })
  return rows
    .filter(({ endDate }) => endedBefore === null || (endDate !== null && endDate < endedBefore))
    .map(({ slug }) => slug)
}

/** The projects of a choice, or null where there are more than a table may have. */
export async function idsChosen(choice: Choice): Promise<number[] | null> {
  const slugs = await slugsOf(choice)
  if (slugs.length > MOST_ROWS) return null
  const rows = await database().project.findMany({
    where: { slug: { in: slugs }, inForce: true },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

export type ChosenByNumber = {
  ids: number[]
  /** Lines that no project has for a number, as typed; the first hundred. */
  missing: string[]
  /** More lines than a table may have rows. */
  tooMany: boolean
}

/** The projects of a list of numbers, one a line. */
export async function idsOfNumbers(text: string): Promise<ChosenByNumber> {
  const lines = text
    .toWellFormed()
    .split(/[\r\n;]+/)
    .map((line) => line.trim().slice(0, 100))
    .filter((line) => numberKey(line) !== '')
  const byKey = new Map(lines.map((line) => [numberKey(line), line]))
  if (byKey.size > MOST_ROWS) return { ids: [], missing: [], tooMany: true }
  const found = await database().projectIdentifier.findMany({
    where: { key: { in: [...byKey.keys()] }, project: { inForce: true } },
    select: { key: true, projectId: true },
  })
  for (const { key } of found) byKey.delete(key)
  const ids = [...new Set(found.map(({ projectId }) => projectId))]
  return { ids, missing: [...byKey.values()].slice(0, 100), tooMany: false }
}

/** The template of chosen projects: what is known of them, in the columns that they need. */
export async function templateOf(
  ids: readonly number[],
): Promise<{ projects: KnownProject[]; columns: ColumnKey[] }> {
  const projects = await loadProjects(database(), ids)
  return { projects, columns: columnsFor(indicatorsOf(projects)) }
}

/** The figures of common indicators that any of the projects has; of many the most usual ones. */
function indicatorsOf(projects: readonly KnownProject[]): ColumnKey[] {
  const counts = new Map<ColumnKey, number>()
  for (const { outcomes } of projects)
    for (const [key, { derivedFrom }] of outcomes)
      if (derivedFrom === null && isIndicator(key)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_INDICATORS)
    .map(([key]) => key)
}
