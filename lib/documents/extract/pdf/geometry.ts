/** Words that stand together on a page without a gap as wide as one between columns. Points, y grows downwards. */
export type Segment = {
  text: string
  /** Left and right end, and the line that the letters stand on. */
  x1: number
  x2: number
  y: number
  /** Height of the letters' font. */
  size: number
  font: string
}

/** Segments that stand on one line, from left to right. At least one. */
export type Line = { segments: Segment[]; x1: number; x2: number; y: number; size: number }

/** What stands on a page, from top to bottom, and how wide the page is. */
export type Page = { lines: Line[]; width: number }

export const lineOf = (segments: Segment[]): Line => {
  const ordered = segments.toSorted((a, b) => a.x1 - b.x1)
  const first = ordered[0] as Segment
  return {
    segments: ordered,
    x1: first.x1,
    x2: Math.max(...ordered.map((segment) => segment.x2)),
    y: first.y,
    size: Math.max(...ordered.map((segment) => segment.size)),
  }
}

/** The words of a line; a tab where a gap between columns is. */
export const textOf = (line: Line): string => line.segments.map((segment) => segment.text).join('\t')

export function median(numbers: number[]): number {
  const ordered = numbers.toSorted((a, b) => a - b)
  return ordered[Math.floor(ordered.length / 2)] ?? 0
}
