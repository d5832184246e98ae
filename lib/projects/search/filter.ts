import { CODE_KEYS, type CodeKey, type Columns, placeOf } from './columns.ts'
import { statusColumn } from './status.ts'
import { type Chosen, FACET_KEYS, type FacetKey, REPORTED, STATUSES } from './types.ts'

/**
 * For every row a bit for each condition that it fails: 0 is a match, and a row that fails nothing but a facet's own
 * condition counts in that facet.
 */
export type Misses = Uint16Array

/** The bit of a facet's condition. */
export const bitOf = (key: FacetKey): number => 1 << FACET_KEYS.indexOf(key)
/** The bit of the words. */
export const TEXT_BIT = 1 << FACET_KEYS.length
/** The bit of what is gone: no condition may be left out that lets it in. */
const GONE_BIT = TEXT_BIT << 1

/**
 * What each row fails of what is chosen.
 * @param today days since 1970
 */
export function missesOf(columns: Columns, chosen: Chosen, today: number): Misses {
  const misses = Uint16Array.from(columns.gone, (isGone) => isGone * GONE_BIT)
  for (const key of CODE_KEYS) if (chosen[key].length > 0) missCodes(misses, columns, key, chosen[key])
  if (chosen.organisation.length > 0) missOrganisations(misses, columns, chosen.organisation)
  if (chosen.owner.length > 0) missOwners(misses, columns, chosen.owner)
  if (chosen.year.length > 0) missYears(misses, columns, chosen.year)
  if (chosen.status.length > 0) {
    const allowed = flags(
      STATUSES.length + 1,
      chosen.status.map((value) => indexOf(STATUSES, value) + 1),
    )
    missColumn(misses, 'status', statusColumn(columns, today), allowed)
  }
  if (chosen.reported.length > 0) missReported(misses, columns, chosen.reported)
  if (chosen.disagreement.length > 0) missColumn(misses, 'disagreement', columns.disagrees, flags(2, [1]))
  return misses
}

/** Marks the rows that the words do not hit. */
export function missText(misses: Misses, tiers: Uint8Array, noHit: number) {
  for (let row = 0; row < misses.length; row++) {
    if (tiers[row] === noHit) misses[row] = (misses[row] ?? 0) | TEXT_BIT
  }
}

/**
 * How many rows fail nothing.
 * @param ignored bits that may fail
 */
export function countMatches(misses: Misses, ignored = 0): number {
  const counted = ~ignored
  let count = 0
  for (let row = 0; row < misses.length; row++) if (((misses[row] ?? 0) & counted) === 0) count++
  return count
}

function missCodes(misses: Misses, columns: Columns, key: CodeKey, values: readonly string[]) {
  const { numbers, values: all } = columns.dictionaries[key]
  const allowed = flags(
    all.length,
    values.map((value) => numbers.get(value) ?? -1),
  )
  missColumn(misses, key, columns.codes[key], allowed)
}

function missColumn(misses: Misses, key: FacetKey, column: Uint8Array | Uint16Array, allowed: Uint8Array) {
  const bit = bitOf(key)
  for (let row = 0; row < misses.length; row++) {
    if (allowed[column[row] ?? 0] !== 1) misses[row] = (misses[row] ?? 0) | bit
  }
}

function missOrganisations(misses: Misses, columns: Columns, slugs: readonly string[]) {
  const { members, memberStart, organisations } = columns
  const allowed = flags(
    organisations.slugs.length,
    slugs.map((slug) => placeOf(organisations, slug)),
  )
  const bit = bitOf('organisation')
  for (let row = 0; row < misses.length; row++) {
    const end = memberStart[row + 1] ?? 0
    let at = memberStart[row] ?? 0
    while (at < end && allowed[members[at] ?? 0] !== 1) at++
    if (at === end) misses[row] = (misses[row] ?? 0) | bit
  }
}

/** An owner is the one that an address names, or one that is merged into it: as sums of an organisation count them. */
function missOwners(misses: Misses, { owner, organisations }: Columns, slugs: readonly string[]) {
  const { roots } = organisations
  const chosen = flags(
    roots.length,
    slugs.map((slug) => placeOf(organisations, slug)),
  )
  const allowed = Uint8Array.from(roots, (root) => chosen[root] ?? 0)
  const bit = bitOf('owner')
  for (let row = 0; row < misses.length; row++) {
    if (allowed[owner[row] ?? -1] !== 1) misses[row] = (misses[row] ?? 0) | bit
  }
}

function missReported(misses: Misses, { reported }: Columns, values: readonly string[]) {
  const wanted = values.reduce((bits, value) => bits | (1 << indexOf(REPORTED, value)), 0)
  const bit = bitOf('reported')
  for (let row = 0; row < misses.length; row++) {
    if (((reported[row] ?? 0) & wanted) === 0) misses[row] = (misses[row] ?? 0) | bit
  }
}

const LAST_YEAR = 3000

/** A project matches a year if it runs on any day of it. */
function missYears(misses: Misses, { firstYear, lastYear }: Columns, years: readonly string[]) {
  const wanted = flags(LAST_YEAR, years.map(Number))
  const upTo = new Uint16Array(LAST_YEAR + 1)
  for (let year = 1; year < LAST_YEAR; year++) upTo[year + 1] = (upTo[year] ?? 0) + (wanted[year] ?? 0)
  const bit = bitOf('year')
  for (let row = 0; row < misses.length; row++) {
    const before = upTo[firstYear[row] ?? 0] ?? 0
    if ((upTo[(lastYear[row] ?? 0) + 1] ?? 0) <= before) misses[row] = (misses[row] ?? 0) | bit
  }
}

/** 1 at every place that is listed; places below 0 are values that nothing has. */
function flags(size: number, places: readonly number[]): Uint8Array {
  const flagged = new Uint8Array(size)
  for (const place of places) if (place >= 0) flagged[place] = 1
  return flagged
}

const indexOf = (values: readonly string[], value: string): number => values.indexOf(value)
