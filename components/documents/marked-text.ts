import type { DocumentView } from '../../lib/projects/view.ts'

export type Mark = DocumentView['marks'][number]
/** Where a warning points; it may be a place between two characters. */
export type Place = { start: number; end: number }

/** A stretch of a line in which nothing begins or ends; it has no text where a source left something empty. */
export type Piece = {
  start: number
  text: string
  /** What was read from it, the outermost first. */
  marks: Mark[]
  /** Those of them of which this is the first piece. */
  opens: Mark[]
  isWarned: boolean
  /** What links lead here: `p` and the offset in the text. No two pieces share one. */
  ids: string[]
}
export type Line = { start: number; pieces: Piece[]; isAfterGap: boolean; opens: Mark[]; isWarned: boolean }
/** Lines that were read as one passage, a description, or lines of which nothing longer was read. */
export type Part = { passage: Mark | null; ids: string[]; lines: Line[] }

/** Longer than a value is, or meant to be. */
export const isProse = ({ start, end, field }: Mark) => field === 'description' || end - start > LONG
const LONG = 120

type Span = Place & { mark: Mark | null }
type Bare = Pick<Line, 'start' | 'pieces'> & { end: number; passage: Mark | null }

/** A text cut at every place where something that was read begins or ends: marks may lie within and across one another. */
export function partsOf(text: string, marks: readonly Mark[], warnings: readonly Place[]): Part[] {
  const spans = [...marks.map((mark) => spanOf(mark, mark)), ...warnings.map((place) => spanOf(place, null))]
  spans.sort((a, b) => a.start - b.start || b.end - a.end)
  const sound = spans.filter(({ start, end }) => start <= end && end <= text.length)
  const passages = new Set(sound.flatMap((span) => (span.mark && isPassage(text, span) ? [span.mark] : [])))
  return grouped(cutLines(text, sound, passages))
}

const spanOf = ({ start, end }: Place, mark: Mark | null): Span => ({ start, end, mark })

const isPassage = (text: string, span: Span) =>
  (span.mark && isProse(span.mark)) || LINE_BREAK.test(text.slice(span.start, span.end).trim())
const LINE_BREAK = /[\n\r]/

function cutLines(text: string, spans: readonly Span[], passages: ReadonlySet<Mark>): Bare[] {
  const opened = new Opened()
  let waiting = 0
  let current: Span[] = []
  return linesOf(text).map(({ start, end, next }) => {
    // In the order of the text, so that a long text with many marks is gone through once.
    current = current.filter((span) => span.end > start)
    for (let span = spans[waiting]; span && span.start < next; span = spans[++waiting]) current.push(span)
    const pieces = cutLine(text, start, end, current).map((cut) => opened.pieceOf(cut))
    return { start, end, pieces, passage: passageOf(text.slice(start, end), start, current, passages) }
  })
}

/** Lines without their breaks; `next` is where the following one begins. */
function linesOf(text: string) {
  const lines: { start: number; end: number; next: number }[] = []
  let start = 0
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, end: index, next: index + lineBreak.length })
    start = index + lineBreak.length
  }
  return [...lines, { start, end: text.length, next: text.length + 1 }]
}

type Cut = { start: number; text: string; spans: Span[] }

function cutLine(text: string, start: number, end: number, spans: readonly Span[]): Cut[] {
  const within = spans.flatMap((span) => [span.start, span.end]).filter((at) => at > start && at < end)
  const cuts = [...new Set([start, ...within, end])].sort((a, b) => a - b)
  return cuts.flatMap((from, at) => {
    const to = cuts[at + 1]
    const hollow = spans.filter((span) => span.start === span.end && Math.min(span.start, end) === from)
    const full = to === undefined ? [] : spans.filter((span) => span.start < to && span.end > from)
    return [
      ...(hollow.length > 0 ? [{ start: from, text: '', spans: hollow }] : []),
      ...(to === undefined ? [] : [{ start: from, text: text.slice(from, to), spans: full }]),
    ]
  })
}

/** The passage that a line is wholly part of; a blank line belongs to the one around it. */
function passageOf(line: string, start: number, spans: readonly Span[], passages: ReadonlySet<Mark>) {
  const first = start + (line.length - line.trimStart().length)
  const last = start + line.trimEnd().length
  const around = spans.find(
    ({ mark, ...span }) =>
      mark &&
      passages.has(mark) &&
      (line.trim() ? span.start <= first && span.end >= last : span.start < start),
  )
  return around?.mark ?? null
}

/** Remembers what has begun, and which anchors are taken. */
class Opened {
  private readonly spans = new Set<Span>()
  private readonly ids = new Set<string>()

  pieceOf({ start, text, spans }: Cut): Piece {
    const opens = spans.filter((span) => !this.spans.has(span))
    for (const span of opens) this.spans.add(span)
    const ids = [...new Set(opens.map((span) => `p${span.start}`))].filter((id) => !this.ids.has(id))
    for (const id of ids) this.ids.add(id)
    return {
      start,
      text,
      marks: spans.flatMap(({ mark }) => mark ?? []),
      opens: opens.flatMap(({ mark }) => mark ?? []),
      isWarned: spans.some(({ mark }) => mark === null),
      ids,
    }
  }
}

/** Lines of one passage together; blank lines become a gap before the next. */
function grouped(lines: readonly Bare[]): Part[] {
  const parts: Part[] = []
  let isAfterGap = false
  for (const { start, pieces, passage } of lines) {
    if (isBlank(pieces)) {
      isAfterGap = parts.length > 0
      continue
    }
    let part = parts.at(-1)
    if (!part || part.passage !== passage) {
      part = { passage, ids: passage ? idsFromFirst(pieces, passage) : [], lines: [] }
      parts.push(part)
    }
    const opens = pieces.flatMap((piece) => piece.opens)
    const isWarned = pieces.some((piece) => piece.isWarned)
    part.lines.push({ start, pieces, isAfterGap, opens, isWarned })
    isAfterGap = false
  }
  return parts
}

const isBlank = (pieces: readonly Piece[]) =>
  pieces.every(({ text, opens, ids }) => !text.trim() && opens.length === 0 && ids.length === 0)

/** A link to a passage leads to all of it, not to its first words. */
function idsFromFirst(pieces: readonly Piece[], passage: Mark): string[] {
  const first = pieces.find(({ opens }) => opens.includes(passage))
  const id = `p${passage.start}`
  if (!first?.ids.includes(id)) return []
  first.ids = first.ids.filter((other) => other !== id)
  return [id]
}
