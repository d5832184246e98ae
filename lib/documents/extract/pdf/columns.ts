import type { Line } from './geometry.ts'

/** A column of a page or a table: from where to where its words reach. */
export type Column = { x1: number; x2: number }

/** Lines that follow each other: running text, or lines whose words stand in the same columns. */
export type Stretch = { lines: Line[]; columns: Column[] }

/** Lines that stand beside each other, because one cell is centred beside the lines of another; mostly a single one. */
type Band = { lines: Line[]; columns: Column[] }

/** Baselines farther apart than this, in heights of the letters, are no lines of one cell. */
export const WIDEST_LEADING = 1.65
/** Baselines closer than this belong to cells beside each other, one of which is centred. */
export const CLOSEST_LEADING = 0.9
/** So many bands ahead are looked at for one that goes on with the columns. */
const LOOK_AHEAD = 4

/** Parts a page into stretches. Running text has one column. */
export function stretchesOf(lines: Line[]): Stretch[] {
  const bands = besideEachOther(lines).map(bandOf)
  const stretches: Stretch[] = []
  for (let at = 0; at < bands.length; ) {
    const grown = growColumns(bands, at)
    const last = stretches.at(-1)
    const stretch: Stretch = { lines: grown.bands.flatMap((band) => band.lines), columns: grown.columns }
    if (stretch.columns.length > 1) stretches.push(withLinesAbove(stretch, last))
    else if (last?.columns.length === 1) last.lines.push(...stretch.lines)
    else stretches.push(stretch)
    at += grown.bands.length
  }
  return stretches.filter((stretch) => stretch.lines.length > 0)
}

/** Lines so close that none stands under another, or closer than so many heights of the letters. */
export function besideEachOther(lines: Line[], leading = CLOSEST_LEADING): Line[][] {
  const groups: Line[][] = []
  for (const line of lines) {
    const last = groups.at(-1)?.at(-1)
    if (last && line.y - last.y < leading * line.size) groups.at(-1)?.push(line)
    else groups.push([line])
  }
  return groups
}

const bandOf = (lines: Line[]): Band => ({ lines, columns: merge(lines.flatMap(({ segments }) => segments)) })

function growColumns(bands: Band[], from: number): { bands: Band[]; columns: Column[] } {
  let { columns } = bands[from] as Band
  if (columns.length < 2) return { bands: bands.slice(from, from + 1), columns }
  let to = from + 1
  for (; to < bands.length; to++) {
    const band = bands[to] as Band
    const merged = merge([...columns, ...band.columns])
    if (!goesOn(columns, merged, band)) break
    if (band.columns.length === 1 && !standsClose(bands, to) && !returns(bands, to, columns)) break
    columns = merged
  }
  return { bands: bands.slice(from, to), columns }
}

/** No two columns may run into one, and words by themselves make no new one. */
const goesOn = (columns: Column[], merged: Column[], band: Band): boolean =>
  merged.length === columns.length || (merged.length > columns.length && band.columns.length > 1)

function standsClose(bands: Band[], at: number): boolean {
  const [above, line] = [bands[at - 1]?.lines.at(-1), bands[at]?.lines[0]]
  return above !== undefined && line !== undefined && line.y - above.y <= WIDEST_LEADING * line.size
}

/** Whether a line with several columns, the same ones, follows soon. */
function returns(bands: Band[], at: number, columns: Column[]): boolean {
  const next = bands.slice(at + 1, at + LOOK_AHEAD).find((band) => band.columns.length > 1)
  return next !== undefined && merge([...columns, ...next.columns]).length === columns.length
}

/** Lines right above that begin at a column other than the first are the upper part of its first row. */
function withLinesAbove(stretch: Stretch, above: Stretch | undefined): Stretch {
  const lines = [...stretch.lines]
  for (let line = above?.lines.at(-1); above && line; line = above.lines.at(-1)) {
    const [first] = lines
    const isAlone = above.columns.length === 1 && line.segments.length === 1
    if (!first || !isAlone || first.y - line.y > WIDEST_LEADING * line.size) break
    const merged = merge([...stretch.columns, ...line.segments])
    if (columnOf(merged, line) === 0 || merged.length !== stretch.columns.length) break
    lines.unshift(line)
    above.lines.pop()
  }
  return { ...stretch, lines }
}

/** Joins stretches of a line that touch. */
function merge(parts: Column[]): Column[] {
  const columns: Column[] = []
  for (const { x1, x2 } of parts.toSorted((a, b) => a.x1 - b.x1)) {
    const last = columns.at(-1)
    if (last && x1 < last.x2 + 1) last.x2 = Math.max(last.x2, x2)
    else columns.push({ x1, x2 })
  }
  return columns
}

/** Which column words stand in. */
export function columnOf(columns: Column[], { x1, x2 }: Column): number {
  const middle = (x1 + x2) / 2
  const index = columns.findIndex((column) => middle <= column.x2 + 1)
  return index < 0 ? columns.length - 1 : index
}
