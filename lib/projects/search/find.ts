import { type Columns, dayOf } from './columns.ts'
import type { Queries } from './database.ts'
import { countFacets } from './facets.ts'
import { bitOf, countMatches, type Misses, missesOf, missText, TEXT_BIT } from './filter.ts'
import { orderOf, pageOf } from './order.ts'
import { type Clause, readQuery } from './query.ts'
import { Recent } from './recent.ts'
import { readRows } from './rows.ts'
import { currentColumns } from './snapshot.ts'
import { NO_HIT, readTiers, type Tiers } from './tiers.ts'
import {
  type Chosen,
  FACET_KEYS,
  type Facet,
  type Hint,
  type ProjectList,
  type ProjectQuery,
  SORT_KEYS,
} from './types.ts'
import { type Diagnosis, diagnose, withReplaced } from './typos.ts'
import { vocabulary } from './vocabulary.ts'

export type FindOptions = {
  /** ISO day in Stockholm: tells planned from running from ended. */
  today: string
  /** Rows on a page. */
  pageSize?: number
}

const PAGE_SIZE = 25

/** Answers a query. Queries to the database: the revision, tiers, the words near a typo, tiers again, the page's rows. */
export async function findProjectsIn(
  database: Queries,
  query: ProjectQuery,
  { today, pageSize = PAGE_SIZE }: FindOptions,
): Promise<ProjectList> {
  const columns = await currentColumns(database)
  const found = query.q ? await findText(database, columns, query.q) : undefined
  const { misses, total, facets } = countAll(columns, query, found, today)
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const page = Math.min(query.page, pages)
  // Whoever chooses an order gets it; without a choice the best hits come first, the newest of them before others.
  const tiers = query.sort === SORT_KEYS[0] ? found?.tiers.ofRow : undefined
  const rows = pageOf(orderOf(columns, query.sort), misses, tiers, {
    skip: (page - 1) * pageSize,
    take: pageSize,
  })
  const ids = rows.map((row) => columns.ids[row] ?? 0)
  return {
    total,
    page,
    pages,
    rows: await readRows(database, ids, { today, clauses: found?.clauses ?? [] }),
    facets,
    replaced: found?.diagnosis.replaced ?? [],
    hints: total > 0 ? [] : hintsFor(misses, query, found),
  }
}

/** Makes ready what the first visitor would wait for: columns, the default order, the words of the dictionary. */
export async function warmSearch(database: Queries): Promise<void> {
  orderOf(await currentColumns(database), SORT_KEYS[0])
  vocabulary()
}

type Counted = { misses: Misses; total: number; facets: Facet[] }

const counted = new Recent<Counted>()

/** What matches, how many, and how many would. The words are told apart as typed: they hit the same for all. */
function countAll(
  columns: Columns,
  { q, chosen }: ProjectQuery,
  found: Found | undefined,
  today: string,
): Counted {
  return counted.get(columns, JSON.stringify([q, chosen, today]), () => {
    const misses = missesOf(columns, chosen, dayOf(today))
    if (found) missText(misses, found.tiers.ofRow, NO_HIT)
    return { misses, total: countMatches(misses), facets: countFacets(columns, misses, chosen, dayOf(today)) }
  })
}

type Found = { tiers: Tiers; clauses: readonly Clause[]; diagnosis: Diagnosis }

const NOTHING_WRONG: Diagnosis = { replaced: [], unknown: [] }

const texts = new Recent<Promise<Found>>()

/** What the words hit, asked for once a revision. A failure is not kept. */
function findText(database: Queries, columns: Columns, typed: string): Promise<Found> {
  return texts.get(columns, typed, () => {
    const found = searchText(database, columns, typed)
    found.catch(() => texts.drop(columns, typed))
    return found
  })
}

/** What the words hit; or, if they hit nothing, what the nearest known words do. */
async function searchText(database: Queries, columns: Columns, typed: string): Promise<Found> {
  const query = readQuery(typed)
  const tiers = await readTiers(database, columns, query)
  if (tiers.any) return { tiers, clauses: query.clauses, diagnosis: NOTHING_WRONG }
  const diagnosis = await diagnose(database, query.clauses)
  if (diagnosis.replaced.length === 0) return { tiers, clauses: query.clauses, diagnosis }
  const mended = readQuery(withReplaced(typed, diagnosis.replaced))
  const better = await readTiers(database, columns, mended)
  return { tiers: better, clauses: mended.clauses, diagnosis }
}

/** What would give something: other words, or less chosen. */
function hintsFor(misses: Misses, { q, chosen }: ProjectQuery, found: Found | undefined): Hint[] {
  if (found && !found.tiers.any) return wordHints(q, found)
  return facetHints(misses, chosen)
}

function wordHints(typed: string, { clauses, diagnosis }: Found): Hint[] {
  if (clauses.length === 0) return [{ kind: 'unknown-word', word: typed }]
  if (diagnosis.unknown.length > 0) return diagnosis.unknown.map((word) => ({ kind: 'unknown-word', word }))
  return [{ kind: 'fewer-words' }]
}

function facetHints(misses: Misses, chosen: Chosen): Hint[] {
  const active = FACET_KEYS.filter((key) => chosen[key].length > 0)
  const single = active
    .map((key): Hint & { kind: 'clear-facet' } => ({
      kind: 'clear-facet',
      key,
      total: countMatches(misses, bitOf(key)),
    }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total)
  const all: Hint = { kind: 'clear-all', total: countMatches(misses, 0xffff & ~TEXT_BIT) }
  return active.length > 1 || single.length === 0 ? [...single, all].filter(({ total }) => total > 0) : single
}
