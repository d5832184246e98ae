import type { Place } from '../parse/source.ts'

/** The places in order, those that touch or overlap made one, empty ones left out. */
export function mergePlaces(places: Place[]): Place[] {
  const merged: Place[] = []
  for (const { start, end } of places.filter((place) => place.end > place.start).sort(byStart)) {
    const last = merged.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}

/** The places that share no character with any of the others; time grows with the number of places. */
export function outside(places: Place[], others: Place[]): Place[] {
  const merged = mergePlaces(others)
  let index = 0
  return [...places].sort(byStart).filter(({ start, end }) => {
    while (index < merged.length && (merged[index] as Place).end <= start) index++
    const next = merged[index]
    return !next || next.start >= end
  })
}

const byStart = (a: Place, b: Place) => a.start - b.start
