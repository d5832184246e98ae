import { columnOf, type Stretch, stretchesOf, WIDEST_LEADING } from './columns.ts'
import { type Flow, writeFlows } from './flow.ts'
import { type Line, lineOf, median, type Page, textOf } from './geometry.ts'
import { type Vocabulary, vocabularyOf } from './join.ts'
import { kindOf } from './kinds.ts'
import { withoutRepeated } from './repeated.ts'
import { pairsOf, rowsOf } from './table.ts'

/**
 * The text of a document's pages: hard-wrapped lines joined, columns one after the other, labels and values on lines
 * of their own, table rows with tabs, as web pages are written. Headers, footers and page numbers are left out.
 */
export function writePages(pages: Page[]): string {
  const kept = withoutRepeated(pages.map(({ lines }) => lines))
  const words = vocabularyOf(kept.flat().map(textOf))
  const edge = rightEdge(kept.flat())
  const margin = Math.max(edge, marginOf(pages))
  const flows = kept.flatMap((lines) => flowsOf(lines, edge, words))
  return writeFlows(
    flows.map((flow) => (flow.edge === edge ? { ...flow, margin } : flow)),
    words,
  )
}

/**
 * How far running text reaches to the right: lines that plainly go on below show it. Without enough of them it is the
 * longest line; a single one that reaches much farther than all others is no measure.
 */
function rightEdge(lines: Line[]): number {
  const wrapped = lines.filter((line, index) => isWrappedAbove(line, lines[index + 1]))
  if (wrapped.length >= 5) {
    const ends = wrapped.map(({ x2 }) => x2).sort((a, b) => a - b)
    return ends[Math.floor(ends.length * 0.9)] ?? 0
  }
  const [farthest = 0, next = 0] = lines.map(({ x2 }) => x2).sort((a, b) => b - a)
  return farthest - next > farthest * 0.15 ? next : farthest
}

const isWrappedAbove = (line: Line, below: Line | undefined): boolean =>
  below !== undefined &&
  line.segments.length === 1 &&
  below.segments.length === 1 &&
  /^\p{Ll}/u.test(textOf(below)) &&
  below.y > line.y &&
  below.y - line.y < WIDEST_LEADING * line.size

/** Where the right margin begins, if it is as wide as the left one. A little less: few pages are set so evenly. */
function marginOf(pages: Page[]): number {
  const left = median(
    pages.flatMap(({ lines }) => (lines.length > 0 ? [Math.min(...lines.map(({ x1 }) => x1))] : [])),
  )
  const width = median(pages.map((page) => page.width))
  return width * 0.98 - left
}

function flowsOf(lines: Line[], edge: number, words: Vocabulary): Flow[] {
  return stretchesOf(lines).flatMap((stretch) => {
    const above = lines[lines.indexOf(stretch.lines[0] as Line) - 1]
    return flowsOfStretch(stretch, edge, words, above)
  })
}

function flowsOfStretch(stretch: Stretch, edge: number, words: Vocabulary, above: Line | undefined): Flow[] {
  const { lines, columns } = stretch
  if (columns.length === 1) return plainFlows(lines, edge, above)
  const kind = kindOf(stretch)
  if (kind === 'pairs') return pairFlows(stretch, above)
  if (kind === 'table') return tableFlows(stretch, words, above)
  const perSide = kind === 'sides' ? 1 : 2
  return sidesOf(stretch, perSide).flatMap((side) => {
    const end = Math.max(...side.map(({ x2 }) => x2))
    return perSide === 1 ? flowsOf(side, end, words) : flowsOfPairs(side, end, words)
  })
}

/** Half of a page of labels and values side by side. */
const flowsOfPairs = (side: Line[], edge: number, words: Vocabulary): Flow[] =>
  stretchesOf(side).flatMap((stretch) =>
    stretch.columns.length === 2
      ? pairFlows(stretch, undefined)
      : flowsOfStretch(stretch, edge, words, undefined),
  )

function plainFlows(lines: Line[], edge: number, above: Line | undefined): Flow[] {
  return lines.map((line, index) => flowOf(line, edge, lines[index - 1] ?? above))
}

function flowOf(line: Line, edge: number, above: Line | undefined): Flow {
  const fonts = new Set(line.segments.map(({ font }) => font))
  const distance = above && (line.y - above.y) / line.size
  return {
    text: textOf(line),
    x1: line.x1,
    x2: line.x2,
    size: line.size,
    font: fonts.size === 1 ? (line.segments[0]?.font ?? '') : '',
    edge,
    fixed: false,
    ...(distance !== undefined && distance > 0 && { above: distance }),
  }
}

function tableFlows(stretch: Stretch, words: Vocabulary, above: Line | undefined): Flow[] {
  const [first] = stretch.lines
  if (!first) return []
  return rowsOf(stretch, words).map((text, index) => {
    const { above: distance, ...flow } = flowOf(first, 0, above)
    return { ...flow, text, fixed: true, ...(index === 0 && distance !== undefined && { above: distance }) }
  })
}

/** Each label on a line of its own, and under it its value. */
function pairFlows(stretch: Stretch, above: Line | undefined): Flow[] {
  const { lines, columns } = stretch
  const end = Math.max(...lines.map(({ x2 }) => x2))
  const flows: Flow[] = []
  let before = above
  for (const group of pairsOf(stretch)) {
    const inColumn = (isWanted: (column: number) => boolean) =>
      group.flatMap((line) => {
        const own = line.segments.filter((segment) => isWanted(columnOf(columns, segment)))
        return own.length > 0 ? [lineOf(own)] : []
      })
    const labels = inColumn((column) => column === 0)
    for (const [index, label] of labels.entries())
      addLabel(flows, { ...flowOf(label, end, labels[index - 1] ?? before), fixed: true })
    const values = inColumn((column) => column > 0)
    for (const [index, value] of values.entries()) {
      const { above: distance, ...flow } = flowOf(value, end, values[index - 1] ?? before)
      const isFirst = labels.length > 0 && index === 0
      flows.push(isFirst || distance === undefined ? flow : { ...flow, above: distance })
    }
    before = group.at(-1)
  }
  return flows
}

/** A label of two lines ends with the second. */
function addLabel(flows: Flow[], label: Flow) {
  const last = flows.findLast(({ fixed }) => fixed)
  const isClose = (label.above ?? Number.POSITIVE_INFINITY) <= WIDEST_LEADING
  const goesOn = last && !last.text.endsWith(':') && /^\p{Ll}/u.test(label.text) && isClose
  if (last && goesOn) last.text = `${last.text}${last.text.endsWith('-') ? '' : ' '}${label.text}`
  else flows.push(label)
}

/** The lines of each side of a page by themselves; a side is so many columns wide. */
function sidesOf({ lines, columns }: Stretch, perSide: number): Line[][] {
  const sides: Line[][] = []
  for (let from = 0; from < columns.length; from += perSide) {
    const side = lines.flatMap(({ segments }) => {
      const own = segments.filter(
        (segment) => Math.floor(columnOf(columns, segment) / perSide) * perSide === from,
      )
      return own.length > 0 ? [lineOf(own)] : []
    })
    sides.push(side)
  }
  return sides
}
