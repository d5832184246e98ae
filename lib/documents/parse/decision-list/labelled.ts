import { isBoilerplate } from '../boilerplate.ts'
import { bulletLength } from '../description.ts'
import { looksLikeLabel } from '../labels.ts'
import { read } from '../reading.ts'
import type { Line, Source, Span } from '../source.ts'
import { spanWithin, subSpan } from '../source.ts'
import type { DecisionItem } from '../types.ts'
import { findAmounts, readAmount } from '../values/amount.ts'
import { readText } from '../values/codes.ts'
import { onlyFundIn } from '../values/funds.ts'
import { warn } from '../warnings.ts'
import { readApplicant } from './applicant.ts'
import { type Draft, emptyItem } from './draft.ts'
import { addFact } from './facts.ts'
import { headingOf, isOnlyFund, isTotal } from './headings.ts'
import { type EntryField, type EntryKey, entryFieldOf } from './labels.ts'
import { splitTitle, titleOf } from './split-title.ts'

const LONGEST_NAME = 250

/** Labels that a new entry can begin with, when the one before it has them already or none stands under its name. */
const OPENING: EntryKey[] = ['name', 'applicant', 'purpose']
/** An entry is one only if it says who applies or for how much. */
const ESSENTIAL: EntryKey[] = ['applicant', 'amount']

/** The labels of a document, by the index of their line. Looked up once, because entries look ahead. */
export type FieldLines = {
  at: Map<number, EntryField>
  /** On this page a label that stands alone has its value on the next line; on most it has none. */
  valuesBelow: boolean
}

export function findFieldLines(source: Source): FieldLines {
  const at = new Map<number, EntryField>()
  let [alone, beside] = [0, 0]
  for (const [index, line] of source.lines.entries()) {
    const field = entryFieldOf(source, line)
    if (!field) continue
    at.set(index, field)
    if (field.alone) alone++
    else beside++
  }
  return { at, valuesBelow: alone > beside }
}

/**
 * Reads an entry whose facts stand by labels, beginning at a line: its name, or its first label. The order of the
 * labels is free. Nothing when no such entry begins here.
 */
export function readLabelled(source: Source, fields: FieldLines, index: number): Draft | undefined {
  const nameLine = fields.at.has(index) ? undefined : source.lines[index]
  const start = nameLine ? firstFieldAfter(source, fields, index) : index
  const opening = fields.at.get(start)
  if (!opening || (opening.alone && fields.at.get(start + 1)?.alone)) return undefined
  if (nameLine && (opening.key === 'name' || !canBeName(nameLine))) return undefined
  const item = emptyItem()
  const draft: Draft = {
    layout: 'labelled',
    first: index,
    last: index,
    item,
    prose: [],
    describedBelow: true,
  }
  const seen = new Set<EntryKey>()
  for (let at = nameLine ? index + 1 : index; at < source.lines.length; ) {
    const field = fields.at.get(at)
    if (!field && at > start && !continues(source, fields, at, seen)) break
    if (field && beginsAnother(field, seen, opening, at === start)) break
    at = field ? readField(source, fields, at, field, draft) : readUnlabelled(source, at, draft)
    if (field) seen.add(field.key)
    draft.last = at - 1
  }
  if (!ESSENTIAL.some((key) => seen.has(key))) return undefined
  if (nameLine && !item.name) nameEntry(source, nameLine, item)
  // With a label for the name the line above is no part of the entry.
  else if (nameLine) draft.first = index + 1
  return draft
}

/** The first known label under a name; up to three labels that nobody knows may stand before it. */
function firstFieldAfter(source: Source, fields: FieldLines, index: number): number {
  let at = index + 1
  while (at <= index + 3 && !fields.at.has(at) && isUnknownField(source.lines[at]?.text ?? '')) at++
  return at
}

function canBeName(line: Line): boolean {
  if (line.text.length > LONGEST_NAME || isBoilerplate(line.text)) return false
  return !/^(?:kontakt(?:person)?\b|–|tel\b)|:$/i.test(line.text) && !isSectionHeading(line.text)
}

/** A county or a fund over entries, not the name of one. */
function isSectionHeading(text: string): boolean {
  const heading = headingOf(text)
  if (heading?.kind === 'sentence') return heading.date !== undefined || /[.:]$/.test(text)
  if (heading?.kind !== 'heading') return false
  return heading.county !== undefined || heading.date !== undefined || isOnlyFund(text)
}

/** The name above the labels; without a label for the applicant, the line names both. */
function nameEntry(source: Source, line: Line, item: DecisionItem) {
  const title = item.amount ? titleOf(source, line) : amountAfterName(titleOf(source, line), item)
  const { name, applicant } = item.applicant ? { name: title, applicant: undefined } : splitTitle(title)
  item.name = read(name, readText)
  if (applicant) item.applicant = read(applicant, readApplicant)
}

const FUND_REMARK = / ?\((?:ESF\+?|ERUF)[ -]projekt\)$/i

/** "Provtimmen (ERUF-projekt) 4 011 930 kr": the sum stands behind the name. Returns the name. */
function amountAfterName(title: Span, item: DecisionItem): Span {
  const amount = findAmounts(title.text).at(-1)
  if (!amount || amount.start === 0 || amount.end < title.text.length) return title
  item.amount = read(subSpan(title, amount.start, amount.end), readAmount)
  item.amountKind = 'unspecified'
  const name = title.text.slice(0, amount.start).replace(/[ ,;:–—-]+$/, '')
  const remark = FUND_REMARK.exec(name)
  if (remark) item.fund = onlyFundIn(remark[0]) ?? item.fund
  return subSpan(title, 0, remark?.index ?? name.length)
}

/** A label that the entry has already, and that entries begin with here, belongs to the next entry. */
function beginsAnother(
  field: EntryField,
  seen: Set<EntryKey>,
  opening: EntryField,
  isFirst: boolean,
): boolean {
  if (isFirst || !seen.has(field.key)) return false
  if (OPENING.includes(field.key) || field.key === 'projectNumber') return true
  return field.key === opening.key && field.amountKind === opening.amountKind
}

/** Whether a line without a label stands inside the entry: a label follows that belongs to this entry. */
function continues(source: Source, fields: FieldLines, at: number, seen: Set<EntryKey>): boolean {
  const next = fields.at.get(at + 1)
  const text = source.lines[at]?.text ?? ''
  if (isUnknownField(text))
    return next ? !OPENING.includes(next.key) || !seen.has(next.key) : text.length <= 90
  if (!next || seen.size === 0) return false
  if (/^\(.*\)$/.test(text)) return true
  return !seen.has(next.key) && !OPENING.includes(next.key) && !seen.has('amount') && text.length <= 120
}

const isUnknownField = (text: string): boolean =>
  !isTotal(text) && (looksLikeLabel(text) || /^\p{Lu}[\p{L} -]{2,30}: \S.{0,60}(?<!\.)$/u.test(text))

/** Keeps a line with a label that the parser does not know, or a remark, with the entry. */
function readUnlabelled(source: Source, at: number, draft: Draft): number {
  const line = source.lines[at] as Line
  const colon = line.text.indexOf(':')
  if (colon < 0) {
    draft.prose.push(spanWithin(source, line))
    return at + 1
  }
  const label = spanWithin(source, line, bulletLength(line.text), colon)
  const value = spanWithin(source, line, colon + 1)
  draft.item.unknownFields.push({
    label: label.text,
    labelPlace: label.place,
    raw: value.text,
    place: value.place,
  })
  draft.item.warnings.push(warn('unknown-label', label.place, { label: label.text, says: value.text }))
  return at + 1
}

/** A short line right under a label that stands alone is its value even where values stand beside their labels. */
const isBelowAfterAll = (line: Line | undefined): boolean =>
  line !== undefined && line.gap === 0 && line.text.length <= 80 && !/[.!?]$/.test(line.text)

/** Reads one label and what stands by it. Returns the index of the line after it. */
function readField(source: Source, fields: FieldLines, at: number, field: EntryField, draft: Draft): number {
  const next = source.lines[at + 1]
  const isBelow = field.alone && (fields.valuesBelow || isBelowAfterAll(next))
  if (!isBelow || !next || fields.at.has(at + 1)) {
    addFact(draft, { ...field, span: field.value, emptyAt: field.labelSpan.place.end })
    return at + 1
  }
  addFact(draft, { ...field, span: spanWithin(source, next), emptyAt: field.labelSpan.place.end })
  return at + 2
}

/** A label that stands after the description still belongs to the entry above it, where that one lacks it. */
export function adoptLateField(
  source: Source,
  fields: FieldLines,
  index: number,
  draft: Draft | undefined,
): number | undefined {
  const field = fields.at.get(index)
  if (!field || draft?.layout !== 'labelled') return undefined
  const isNew =
    (field.key === 'partners' && !draft.item.partners) ||
    (field.key === 'contactName' && !draft.item.contactName)
  return isNew ? readField(source, fields, index, field, draft) : undefined
}
