import { isBoilerplate } from '../boilerplate.ts'
import { bulletLength, isUsualHeading } from '../description.ts'
import { looksLikeLabel } from '../labels.ts'
import type { Line, Place, Source } from '../source.ts'
import { placeWithin } from '../source.ts'
import { type FieldDefinition, personalField } from './fields.ts'
import { type LabelLine, type LabelStyle, labelOf } from './labels.ts'

/** A label of the page with the lines that stand by it, before anything is read. */
export type Entry = {
  /** Nothing for a label that the parser does not know. */
  definition: FieldDefinition | undefined
  label: Place
  labelText: string
  /** The value's lines; `from` is where in the first one the value begins. None: the value is empty. */
  lines: Line[]
  from: number
  /** Blank lines above the label. */
  gap: number
}

/** The labelled part of a project page: which lines it spans and what stands by its labels. */
export type Block = { style: LabelStyle; first: number; last: number; entries: Entry[] }

/** A value goes on over at most so many lines, and only where another label follows. */
const MOST_VALUE_LINES = 3
/** The longest value that a last label can have before it must be the description that follows. */
const LONGEST_LAST_VALUE = 200

/**
 * Finds the labelled blocks of a page: runs of lines that begin with known labels, each with its value. The
 * largest one comes first. Blank lines carry no meaning but one: how far apart label and value stand tells a last
 * empty label from one with a value.
 */
export function findBlocks(source: Source): Block[] {
  const labels = new Map<number, LabelLine>()
  for (const [index, line] of source.lines.entries()) {
    const label = labelOf(source, line)
    if (label) labels.set(index, label)
  }
  const style = styleOf([...labels.values()])
  for (const [index, label] of labels) if (!belongs(label, style)) labels.delete(index)
  const runs = splitRuns(source, labels, style)
  const blocks = runs.map((run) => readRun(source, labels, style, run))
  const size = (block: Block) => new Set(block.entries.map((entry) => entry.definition?.key)).size
  return blocks.sort((a, b) => size(b) - size(a))
}

/** The style of most labels; a colon wins a draw because it cannot stand there by chance. */
function styleOf(labels: LabelLine[]): LabelStyle {
  const count = (style: LabelStyle) =>
    new Set(labels.filter((label) => label.style === style).map((label) => label.definition)).size
  const [colon, bare, glued] = [count('colon'), count('bare'), count('glued')]
  if (colon >= bare && colon >= glued) return 'colon'
  return bare >= glued ? 'bare' : 'glued'
}

const belongs = (label: LabelLine, style: LabelStyle) => label.style !== 'glued' || style === 'glued'

/** Splits the label lines into runs: between two labels of a run stand only values and unknown labels. */
function splitRuns(source: Source, labels: Map<number, LabelLine>, style: LabelStyle): [number, number][] {
  const runs: [number, number][] = []
  for (const index of labels.keys()) {
    const run = runs.at(-1)
    if (run && hangsTogether(source, run[1], index, style)) run[1] = index
    else runs.push([index, index])
  }
  return runs
}

/** Whether the lines between two labels can all be values, or unknown labels with values. */
function hangsTogether(source: Source, from: number, to: number, style: LabelStyle): boolean {
  let plain = 0
  for (let index = from + 1; index < to; index++) {
    const text = source.lines[index]?.text ?? ''
    if (isUsualHeading(text) || text.length > 400 || bulletLength(text) > 0) return false
    if (plain > 0 && isSentence(text)) return false
    plain = isUnknownLabel(text, style) ? 0 : plain + 1
    if (plain > MOST_VALUE_LINES + (style === 'bare' ? 3 : 0)) return false
  }
  return true
}

/** A whole sentence: values are none, but for the first line by a label, where anything may stand. */
const isSentence = (text: string): boolean =>
  /^\p{Lu}/u.test(text) && /[.!?]$/.test(text) && text.split(' ', 4).length === 4

/** A label's shape without being a known one. Only colons and capitals inside a word give one away. */
function isUnknownLabel(text: string, style: LabelStyle): boolean {
  if (style === 'colon') return looksLikeLabel(text)
  return style === 'glued' && text.length <= 120 && GLUED_UNKNOWN.test(text)
}

const GLUED_UNKNOWN = /^(\p{Lu}[\p{Ll}-]+(?: [\p{Ll}-]+)*)((?:\p{Lu}|\d).*)$/u

function readRun(
  source: Source,
  labels: Map<number, LabelLine>,
  style: LabelStyle,
  [first, lastLabel]: [number, number],
): Block {
  const entries: Entry[] = []
  for (let index = first; index <= lastLabel; index++) {
    const line = source.lines[index] as Line
    const label = labels.get(index)
    const open = entries.at(-1)
    if (label && !(open && isValueDespite(label, open, style))) entries.push(knownEntry(line, label))
    else if (open && startsUnknown(source, labels, style, index, open))
      entries.push(unknownEntry(source, line, style))
    else open?.lines.push(line)
  }
  if (style === 'bare') splitPairs(entries)
  const last = readTail(source, style, lastLabel, entries)
  return { style, first, last, entries }
}

/** On a page of colons, a known label without one right after an open label is that label's value. */
function isValueDespite(label: LabelLine, open: Entry, style: LabelStyle): boolean {
  return style === 'colon' && label.style === 'bare' && open.lines.length === 0
}

/** Whether a line that no known label begins is an unknown label of its own. */
function startsUnknown(
  source: Source,
  labels: Map<number, LabelLine>,
  style: LabelStyle,
  index: number,
  open: Entry,
): boolean {
  const text = source.lines[index]?.text ?? ''
  if (!isUnknownLabel(text, style)) return false
  // "Namn:" and then "Ung framtid:" is a name, unless a value follows it.
  const nextIsLabel = labels.has(index + 1) || isUnknownLabel(source.lines[index + 1]?.text ?? '', style)
  return style === 'glued' || open.lines.length > 0 || !nextIsLabel
}

function knownEntry(line: Line, label: LabelLine): Entry {
  const { definition, valueFrom, text: labelText } = label
  return {
    definition,
    label: label.label,
    labelText,
    lines: valueFrom === undefined ? [] : [line],
    from: valueFrom ?? 0,
    gap: line.gap,
  }
}

function unknownEntry(source: Source, line: Line, style: LabelStyle): Entry {
  const glued = style === 'glued' ? GLUED_UNKNOWN.exec(line.text)?.[1] : undefined
  const labelText = glued ?? line.text.replace(/ ?:$/, '')
  const label = placeWithin(source, line, 0, labelText.length)
  return {
    definition: personalField(labelText),
    label,
    labelText,
    lines: glued ? [line] : [],
    from: glued?.length ?? 0,
    gap: line.gap,
  }
}

/**
 * Without colons an unknown label looks like a second line of the value above it. Where whole pairs of lines are
 * left over, they are labels with values; a single line goes on the value.
 */
function splitPairs(entries: Entry[]) {
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index] as Entry
    if (entry.from > 0 || entry.lines.length < 3 || entry.lines.length % 2 === 0) continue
    const [value, label, ...rest] = entry.lines as [Line, Line, ...Line[]]
    entry.lines = [value]
    const place = { start: label.start, end: label.end }
    entries.splice(index + 1, 0, {
      definition: personalField(label.text),
      label: place,
      labelText: label.text,
      lines: rest,
      from: 0,
      gap: label.gap,
    })
  }
}

/** Reads what follows the last known label: its value, and unknown labels at the end. Returns the last line's index. */
function readTail(source: Source, style: LabelStyle, lastLabel: number, entries: Entry[]): number {
  const spacing = spacingOf(entries)
  let index = lastLabel
  for (let open = entries.at(-1); open; ) {
    const value = source.lines[index + 1]
    if (
      open.lines.length === 0 &&
      value &&
      style !== 'glued' &&
      canBeLastValue(source, value, spacing, open)
    ) {
      open.lines.push(value)
      index++
    }
    while (open.definition?.key === 'contactName' && isNameAlone(source.lines[index + 1])) {
      open.lines.push(source.lines[++index] as Line)
    }
    const next = source.lines[index + 1]
    if (!next || !isTrailingLabel(next, source.lines[index + 2], style, spacing)) return index
    open = unknownEntry(source, next, style)
    entries.push(open)
    index++
  }
  return index
}

/** One more person under a contact: a given name and a family name right below, and nothing else. */
const isNameAlone = (line: Line | undefined): boolean =>
  line !== undefined && line.gap === 0 && /^\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){1,2}$/u.test(line.text)

/** How far apart a block's lines stand, in blank lines: most from a label to its value, least between labels. */
type Spacing = { toValue: number; betweenLabels: number }

function spacingOf(entries: Entry[]): Spacing {
  const spacing: Spacing = { toValue: 0, betweenLabels: entries.length > 1 ? Number.POSITIVE_INFINITY : 0 }
  for (const [index, entry] of entries.entries()) {
    if (entry.from === 0) spacing.toValue = Math.max(spacing.toValue, entry.lines[0]?.gap ?? 0)
    if (index > 0) spacing.betweenLabels = Math.min(spacing.betweenLabels, entry.gap)
  }
  return spacing
}

/** Fields that any words can stand in: their form says nothing of whether a line is their value. */
const WORDS_ONLY = new Set([
  'contactName',
  'country',
  'evaluationReports',
  'name',
  'owner',
  'programmeCci',
  'projectPhase',
  'recipientAddress',
  'recipientCity',
  'recipientCountry',
  'region',
])

/** Whether the line under the last label is its value, and not the description that follows an empty label. */
function canBeLastValue(source: Source, line: Line, spacing: Spacing, open: Entry): boolean {
  if (line.text.length > LONGEST_LAST_VALUE || isUsualHeading(line.text) || isBoilerplate(line.text))
    return false
  if (bulletLength(line.text) > 0) return false
  const span = { source, place: { start: line.start, end: line.end }, text: line.text }
  const isRead = Object.values(open.definition?.read(span) ?? {}).every((reading) => reading.state === 'read')
  if (line.gap <= spacing.toValue) return isRead || !isSentence(line.text)
  // Farther from its label than any other value: only a short one whose form shows what it is.
  return (
    open.definition !== undefined && !WORDS_ONLY.has(open.definition.key) && line.text.length <= 40 && isRead
  )
}

/** Whether a line after the last known label is one more label: it stands as close as the others and has a short value. */
function isTrailingLabel(line: Line, value: Line | undefined, style: LabelStyle, spacing: Spacing): boolean {
  if (!isUnknownLabel(line.text, style) || line.gap > spacing.betweenLabels) return false
  return (
    style === 'glued' || (value !== undefined && value.text.length <= 80 && bulletLength(value.text) === 0)
  )
}
