/** A stretch of the extracted text: UTF-16 offsets, `end` excluded. */
export type Place = { start: number; end: number }

/** One line of the source that is not blank. */
export type Line = Place & {
  /** The line's words: white space folded, invisible characters dropped, accents composed (NFC). */
  text: string
  /** Columns of white space before the first word. */
  indent: number
  /** Blank lines right above. */
  gap: number
}

/** A document's text with its lines; everything that the parser reports points into `text`. */
export type Source = {
  text: string
  lines: Line[]
  /** Whether any tab stands in the text: only then can there be table rows. */
  hasTabs: boolean
}

const NEEDS_FOLDING = /[^\S ]| {2}|[\u00AD\u200B-\u200F\u202A-\u202E\u2060]|[\u0300-\u036F]/
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060]/
const COMBINING = /\p{M}/u
const SPACE = /\s/

/** Folds runs of white space, no-break spaces too, into one plain space and trims the ends. */
const fold = (text: string): string => (UNEVEN.test(text) ? text.replace(/\s+/g, ' ').trim() : text)
const UNEVEN = /[^\S ]| {2}|^ | $/

/** Splits a text into its lines. Time and memory grow with the length of the text, whatever it holds. */
export function readSource(text: string): Source {
  const lines: Line[] = []
  const endOf = OTHER_LINE_ENDS.test(text) ? endByPattern : endByNewline
  let gap = 0
  for (let start = 0; start <= text.length; ) {
    const { end, next } = endOf(text, start)
    const line = readLine(text, start, end, gap)
    if (line) lines.push(line)
    gap = line ? 0 : gap + 1
    start = next
  }
  return { text, lines, hasTabs: text.includes('\t') }
}

const OTHER_LINE_ENDS = /[\r\u0085\u2028\u2029]/
const ANY_LINE_END = /\r\n|[\n\r\u0085\u2028\u2029]/g

/** Where a line ends and the next one begins, in a text whose lines end in plain newlines. */
function endByNewline(text: string, start: number) {
  const at = text.indexOf('\n', start)
  return at < 0 ? { end: text.length, next: text.length + 1 } : { end: at, next: at + 1 }
}

function endByPattern(text: string, start: number) {
  ANY_LINE_END.lastIndex = start
  const match = ANY_LINE_END.exec(text)
  return match
    ? { end: match.index, next: match.index + match[0].length }
    : { end: text.length, next: text.length + 1 }
}

function readLine(text: string, from: number, to: number, gap: number): Line | undefined {
  let start = from
  let end = to
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  if (start === end) return undefined
  const raw = text.slice(start, end)
  const folded = NEEDS_FOLDING.test(raw) ? foldLine(raw) : raw
  return folded === '' ? undefined : { start, end, text: folded, indent: start - from, gap }
}

function isSpace(code: number): boolean {
  if (code === 32 || (code >= 9 && code <= 13)) return true
  return code >= 0xa0 && SPACE.test(String.fromCharCode(code))
}

/** Folds a line; where every space stands for one character of the source, without a map. */
function foldLine(raw: string): string {
  const even = raw.replace(/\s/g, ' ')
  return NEEDS_FOLDING.test(even) ? foldWithMap(raw).text : even
}

/** Folds a line and says for each character of the result where it stood. */
function foldWithMap(raw: string): { text: string; at: number[] } {
  const at: number[] = []
  const pieces: string[] = []
  let afterSpace = true
  for (let i = 0; i < raw.length; ) {
    const start = i++
    const char = raw.charAt(start)
    if (INVISIBLE.test(char)) continue
    while (i < raw.length && COMBINING.test(raw.charAt(i))) i++
    const words = SPACE.test(char) ? ' ' : raw.slice(start, i).normalize('NFC')
    if (words === ' ' && afterSpace) continue
    afterSpace = words === ' '
    for (let k = 0; k < words.length; k++) at.push(start)
    pieces.push(words)
  }
  if (afterSpace) pieces.pop()
  at.push(raw.length)
  return { text: pieces.join(''), at }
}

/** Where the characters `from` to `to` of a line's `text` stand in the source. */
export function placeWithin(source: Source, line: Line, from: number, to: number): Place {
  if (line.text.length === line.end - line.start) return { start: line.start + from, end: line.start + to }
  const { at } = foldWithMap(source.text.slice(line.start, line.end))
  const start = line.start + (at[from] ?? 0)
  let end = line.start + (at[to] ?? line.end - line.start)
  while (end > start && isSpace(source.text.charCodeAt(end - 1))) end--
  return { start, end }
}

/** The words at a place as they stand, white space folded: what a reading calls `raw`. */
export const rawAt = (source: Source, place: Place): string => fold(source.text.slice(place.start, place.end))

/** Text of the source with its place. */
export type Words = { raw: string; place: Place }

/** The words at a place, or on a line, with the place. */
export const wordsAt = (source: Source, { start, end }: Place): Words => ({
  raw: rawAt(source, { start, end }),
  place: { start, end },
})

/** Some words of the source together with their place. `text` is cleaned like a line's. */
export type Span = { source: Source; place: Place; text: string }

/** The words of a line from character `from` to `to`, trimmed. */
export function spanWithin(source: Source, line: Line, from = 0, to = line.text.length): Span {
  let [a, b] = [from, to]
  while (a < b && line.text.charAt(a) === ' ') a++
  while (b > a && line.text.charAt(b - 1) === ' ') b--
  return { source, place: placeWithin(source, line, a, b), text: line.text.slice(a, b) }
}

/** Several lines, one after the other, as one span. At least one. */
export function spanOfLines(source: Source, lines: Line[]): Span {
  const first = lines[0] as Line
  const last = lines.at(-1) as Line
  const text = lines.map((line) => line.text).join(' ')
  return { source, place: { start: first.start, end: last.end }, text }
}

/** The part of a span from character `from` to `to` of its text. */
export function subSpan(span: Span, from: number, to: number): Span {
  const { start, end } = span.place
  const line: Line = { start, end, text: span.text, indent: 0, gap: 0 }
  return spanWithin(span.source, line, from, to)
}
