import type { Measured } from '../bench-pages.ts'
import type { Load } from './load.ts'

const HEAD = [
  'page',
  'at once',
  'site req/s',
  'p50',
  'p95',
  'p99 ms',
  'floor req/s',
  'p50',
  'p99 ms',
  'site/floor',
]

/** A table for a terminal: how the site does beside the floor. A ratio of 2 is twice as many requests a second. */
export const table = (measured: readonly Measured[]): string =>
  aligned([
    HEAD,
    ...measured.map(({ question, connections, site, floor }) => [
      question + failures(site, floor),
      String(connections),
      rate(site),
      ...[site.p50, site.p95, site.p99].map(time),
      rate(floor),
      ...[floor.p50, floor.p99].map(time),
      `${(site.perSecond / floor.perSecond).toFixed(2)}`,
    ]),
  ])

/** What of it grows with the size of the registry: the median of the largest over that of the smallest, one at a time. */
export function growthTable(bySize: ReadonlyMap<number, readonly Measured[]>): string {
  const sizes = [...bySize.keys()].sort((a, b) => a - b)
  const of = (size: number | undefined) =>
    (bySize.get(size ?? 0) ?? []).filter(({ connections }) => connections === 1)
  const [small, large] = [of(sizes[0]), of(sizes.at(-1))]
  const lines = small.map((before, index) => {
    const after = large[index]
    const growth = (kind: 'site' | 'floor') =>
      ((after?.[kind].p50 ?? Number.NaN) / before[kind].p50).toFixed(1)
    return [before.question, growth('site'), growth('floor')]
  })
  const title = `\nMedian at ${sizes.at(-1)} over median at ${sizes[0]}, one request at a time`
  return `${title}\n${aligned([['page', 'site', 'floor'], ...lines])}`
}

const rate = ({ perSecond }: Load) => perSecond.toFixed(0)
const time = (milliseconds: number) => milliseconds.toFixed(1)
const failures = (site: Load, floor: Load) =>
  site.failed + floor.failed > 0 ? ` (failed: ${site.failed} of the site, ${floor.failed} of the floor)` : ''

function aligned(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  '),
    )
    .join('\n')
}
