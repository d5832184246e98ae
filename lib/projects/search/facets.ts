import { CODE_KEYS, type CodeKey, type Columns, placeOf } from './columns.ts'
import { bitOf, type Misses } from './filter.ts'
import { statusColumn } from './status.ts'
import {
  type Chosen,
  FACET_KEYS,
  type Facet,
  type FacetKey,
  type FacetValue,
  REPORTED,
  STATUSES,
} from './types.ts'

const MOST_ORGANISATIONS = 15
const LAST_YEAR = 3000

/**
 * The counts of every facet: for each value the projects that have it and fail no other facet's condition, nor the
 * words. So a count is what the reader gets who chooses that value alone in its facet.
 * @param today days since 1970
 */
export function countFacets(columns: Columns, misses: Misses, chosen: Chosen, today: number): Facet[] {
  return FACET_KEYS.map((key) => {
    if (key === 'owner') return ownerFacet(columns, misses, chosen.owner)
    const counted = countsOf(key, columns, misses, today)
    return key === 'organisation'
      ? organisationFacet(columns, counted, chosen.organisation)
      : { key, values: withChosen(valuesOf(key, columns, counted), chosen[key], key), more: 0 }
  })
}

/** How many projects have each value, by the value's number. */
function countsOf(
  key: Exclude<FacetKey, 'owner'>,
  columns: Columns,
  misses: Misses,
  today: number,
): Uint32Array {
  const others = 0xffff & ~bitOf(key)
  if (isCode(key)) {
    return countColumn(columns.codes[key], columns.dictionaries[key].values.length, misses, others)
  }
  if (key === 'organisation') return countMembers(columns, misses, others)
  if (key === 'year') return countYears(columns, misses, others)
  if (key === 'status') return countColumn(statusColumn(columns, today), STATUSES.length + 1, misses, others)
  if (key === 'reported') return countReported(columns, misses, others)
  return countColumn(columns.disagrees, 2, misses, others)
}

const isCode = (key: FacetKey): key is CodeKey => CODE_KEYS.some((code) => code === key)

function countColumn(column: Uint8Array | Uint16Array, values: number, misses: Misses, others: number) {
  const counts = new Uint32Array(values)
  for (let row = 0; row < misses.length; row++) {
    if (((misses[row] ?? 0) & others) !== 0) continue
    const value = column[row] ?? 0
    counts[value] = (counts[value] ?? 0) + 1
  }
  return counts
}

function countReported({ reported }: Columns, misses: Misses, others: number): Uint32Array {
  const counts = new Uint32Array(REPORTED.length)
  for (let row = 0; row < misses.length; row++) {
    if (((misses[row] ?? 0) & others) !== 0) continue
    for (let place = 0; place < REPORTED.length; place++) {
      if ((reported[row] ?? 0) & (1 << place)) counts[place] = (counts[place] ?? 0) + 1
    }
  }
  return counts
}

function countMembers({ members, memberStart, organisations }: Columns, misses: Misses, others: number) {
  const counts = new Uint32Array(organisations.slugs.length)
  for (let row = 0; row < misses.length; row++) {
    if (((misses[row] ?? 0) & others) !== 0) continue
    const end = memberStart[row + 1] ?? 0
    for (let at = memberStart[row] ?? 0; at < end; at++) {
      const place = members[at] ?? 0
      counts[place] = (counts[place] ?? 0) + 1
    }
  }
  return counts
}

/** A project counts in every year in which it runs: one more from its first, one less after its last. */
function countYears({ firstYear, lastYear }: Columns, misses: Misses, others: number): Uint32Array {
  const steps = new Int32Array(LAST_YEAR + 2)
  for (let row = 0; row < misses.length; row++) {
    const first = firstYear[row] ?? 0
    const last = lastYear[row] ?? 0
    if (((misses[row] ?? 0) & others) !== 0 || first === 0 || last < first) continue
    steps[first] = (steps[first] ?? 0) + 1
    steps[last + 1] = (steps[last + 1] ?? 0) - 1
  }
  let running = 0
  return Uint32Array.from(steps, (step) => {
    running += step
    return running
  })
}

/** Values that some project has, in the order in which a reader looks for them. */
function valuesOf(key: FacetKey, columns: Columns, counts: Uint32Array): { value: string; count: number }[] {
  const name = (number: number): string => {
    if (isCode(key)) return columns.dictionaries[key].values[number] ?? ''
    if (key === 'year') return number > 0 ? String(number) : ''
    if (key === 'status') return STATUSES[number - 1] ?? ''
    if (key === 'reported') return REPORTED[number] ?? ''
    return number > 0 ? String(number) : ''
  }
  const values: { value: string; count: number }[] = []
  counts.forEach((count, number) => {
    if (count > 0 && name(number)) values.push({ value: name(number), count })
  })
  return values
}

function withChosen(
  counted: { value: string; count: number }[],
  chosen: readonly string[],
  key: FacetKey,
): FacetValue[] {
  const missing = chosen.filter((value) => !counted.some((other) => other.value === value))
  return [...counted, ...missing.map((value) => ({ value, count: 0 }))]
    .map((value) => ({ ...value, chosen: chosen.includes(value.value) }))
    .sort((a, b) => byPlace(key, a.value, b.value))
}

/**
 * Years and periods newest first, statuses as a project goes through them, what is reported as sums tell it, codes as they
 * are counted.
 */
function byPlace(key: FacetKey, a: string, b: string): number {
  const places = PLACES[key]
  if (places) return places.indexOf(a) - places.indexOf(b)
  const order = a.localeCompare(b, 'sv', { numeric: true })
  return key === 'year' || key === 'period' ? -order : order
}
const PLACES: Partial<Record<FacetKey, readonly string[]>> = { status: STATUSES, reported: REPORTED }

function organisationFacet(columns: Columns, counts: Uint32Array, chosen: readonly string[]): Facet {
  const { slugs, names } = columns.organisations
  // What was chosen keeps the address that it was chosen by.
  const chosenSlugs = new Map(chosen.map((slug) => [placeOf(columns.organisations, slug), slug]))
  chosenSlugs.delete(-1)
  const largest = largestPlaces(counts, names)
  const shown = [...new Set([...largest, ...chosenSlugs.keys()])]
  const unknown = chosen.filter((slug) => !slugs.includes(slug))
  const values = shown.map((place) => ({
    value: chosenSlugs.get(place) ?? slugs[place] ?? '',
    label: names[place] ?? '',
    count: counts[place] ?? 0,
    chosen: chosenSlugs.has(place),
  }))
  const all = counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0)
  return {
    key: 'organisation',
    values: [...values, ...unknown.map((value) => ({ value, count: 0, chosen: true }))].sort(byCount),
    more: all - values.filter(({ count }) => count > 0).length,
  }
}

/** Owners that are chosen, so that a reader sees and keeps them: who looks for others finds them among organisations. */
function ownerFacet(columns: Columns, misses: Misses, chosen: readonly string[]): Facet {
  const values = chosen.map((slug) => {
    const place = placeOf(columns.organisations, slug)
    const label = columns.organisations.names[place]
    return { value: slug, count: countOwned(columns, misses, place), chosen: true, ...(label && { label }) }
  })
  return { key: 'owner', values, more: 0 }
}

function countOwned({ owner, organisations: { roots } }: Columns, misses: Misses, place: number): number {
  const others = 0xffff & ~bitOf('owner')
  let count = 0
  for (let row = 0; row < misses.length; row++) {
    if (((misses[row] ?? 0) & others) === 0 && roots[owner[row] ?? -1] === place) count++
  }
  return count
}

const collator = new Intl.Collator('sv')
const byCount = (a: FacetValue, b: FacetValue): number =>
  b.count - a.count || collator.compare(a.label ?? a.value, b.label ?? b.value)

/** The places with the largest counts; equal counts by name. Only a few names are ever compared. */
function largestPlaces(counts: Uint32Array, names: readonly string[]): number[] {
  const sorted = counts.filter((count) => count > 0).sort()
  const least = Math.max(1, sorted[sorted.length - MOST_ORGANISATIONS] ?? 1)
  const above: number[] = []
  const equal: number[] = []
  counts.forEach((count, place) => {
    if (count > least) above.push(place)
    else if (count === least) equal.push(place)
  })
  if (above.length + equal.length > MOST_ORGANISATIONS) {
    equal.sort((a, b) => collator.compare(names[a] ?? '', names[b] ?? '') || a - b)
  }
  return [...above, ...equal].slice(0, MOST_ORGANISATIONS)
}
