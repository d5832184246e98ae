import { type Line, lineOf, type Segment } from './geometry.ts'

/** What pdf.js tells of a run of letters. `transform` turns the letters' own space into the page's. */
export type TextItem = { str: string; transform: number[]; width: number; height: number; fontName: string }
/** The page's own matrix: from PDF space, where y grows upwards, to what a reader sees. */
export type Matrix = number[]

/** A gap this wide parts columns, in heights of the letters; a narrower one only where others stand above or below. */
const SURE_GAP = 1.6
const POSSIBLE_GAP = 0.75
/** A gap this wide is a space between words; one half as wide where both sides are digits, in amounts with thin spaces. */
const SPACE = 0.13
/** Points by which edges that stand under each other may differ. */
const ALIGNED = 2.5

/** The lines of a page from top to bottom. Letters that are turned, as in watermarks and margins, are left out. */
export function linesOf(items: TextItem[], page: Matrix): Line[] {
  const rows = rowsOf(items.flatMap((item) => piecesOf(item, page)))
  const starts = rows.flatMap(startsIn)
  return rows.map((row) => lineOf(joinPieces(row, starts)))
}

/** A run of letters as it stands on the page; runs with wide gaps of spaces in them come apart. */
function piecesOf({ str, transform, width, fontName }: TextItem, page: Matrix): Segment[] {
  const [a, b, , , x1, y] = multiply(page, transform)
  const size = Math.hypot(a, b)
  if (str.trim() === '' || size === 0 || Math.abs(b) > size * 0.02 || a < 0) return []
  const perCharacter = (width * Math.hypot(page[0] ?? 1, page[1] ?? 0)) / str.length
  return Array.from(str.replace(SYMBOL_BULLETS, '•').matchAll(APART_BY_SPACES), (match) => {
    const left = x1 + match.index * perCharacter
    const text = match[0]
    return { text, x1: left, x2: left + text.length * perCharacter, y, size, font: fontName }
  })
}

/** Bullets as the fonts Symbol and Wingdings have them, where Unicode has nothing. */
const SYMBOL_BULLETS = /[\uF0B7\uF0A7\uF076\uF0D8]/g
const APART_BY_SPACES = /\S+(?:\s{1,2}\S+)*/g

type Six = [number, number, number, number, number, number]

function multiply(left: Matrix, right: Matrix): Six {
  const [a, b, c, d, e, f] = left as Six
  const [g, h, i, j, k, l] = right as Six
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** Pieces that stand on one line, small ones above or below it among them, each line ordered from left to right. */
function rowsOf(pieces: Segment[]): Segment[][] {
  const rows: { y: number; size: number; pieces: Segment[] }[] = []
  for (const piece of pieces.toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1)
    if (row && piece.y - row.y <= 0.4 * Math.min(Math.max(row.size, piece.size), 2 * piece.size))
      row.pieces.push(piece)
    else rows.push({ y: piece.y, size: piece.size, pieces: [piece] })
  }
  return rows.map((row) => withoutDoubles(row.pieces.toSorted((a, b) => a.x1 - b.x1)))
}

/** Some programs draw bold letters as the same letters twice. */
const withoutDoubles = (pieces: Segment[]): Segment[] =>
  pieces.filter((piece, index) => {
    const before = pieces[index - 1]
    return !before || before.text !== piece.text || piece.x1 - before.x1 > piece.size * 0.15
  })

/** What stands after a gap that may part columns; what a line begins with, too. */
const startsIn = (row: Segment[]): Segment[] =>
  row.filter((piece, index) => {
    const left = row[index - 1]
    return !left || piece.x1 - left.x2 > POSSIBLE_GAP * piece.size
  })

function joinPieces(row: Segment[], starts: Segment[]): Segment[] {
  const segments: Segment[] = []
  const spread = isSpread(row)
  for (const piece of row) {
    const last = segments.at(-1)
    const isBullet = segments.length === 1 && last !== undefined && BULLET.test(last.text)
    if (!last || (!isBullet && !spread && partsColumns(last, piece, starts))) segments.push({ ...piece })
    else {
      last.text += (needsSpace(last, piece) ? ' ' : '') + piece.text
      last.x2 = Math.max(last.x2, piece.x2)
    }
  }
  return segments
}

/** A justified line: single words, and all gaps about as wide as each other. */
function isSpread(row: Segment[]): boolean {
  const gaps = row.slice(1).map((piece, index) => (piece.x1 - (row[index] as Segment).x2) / piece.size)
  const words = row.reduce((sum, { text }) => sum + text.split(' ').length, 0)
  const [narrow, wide] = [Math.min(...gaps), Math.max(...gaps)]
  return gaps.length >= 4 && words < row.length * 1.5 && narrow > 0 && wide < Math.min(narrow * 1.4, 2.5)
}

const BULLET = /^(?:[•·◦▪‣–-]|\d{1,2}[.)])$/

function needsSpace(last: Segment, piece: Segment): boolean {
  const areDigits = /\d$/.test(last.text) && /^\d/.test(piece.text)
  return piece.x1 - last.x2 > (areDigits ? SPACE / 2 : SPACE) * piece.size
}

function partsColumns(last: Segment, piece: Segment, starts: Segment[]): boolean {
  const width = (piece.x1 - last.x2) / piece.size
  if (width > SURE_GAP) return true
  if (width <= POSSIBLE_GAP) return false
  // Justified lines have wide gaps too, but no two of them in the same place.
  return starts.some((right) => {
    if (right.y === piece.y || Math.abs(right.y - piece.y) > 12 * piece.size) return false
    if (Math.abs(right.x1 - piece.x1) <= ALIGNED) return true
    return /^\d/.test(piece.text) && /^\d/.test(right.text) && Math.abs(right.x2 - piece.x2) <= ALIGNED
  })
}
