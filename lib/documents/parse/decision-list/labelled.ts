import { isBoilerplate } from '../boilerplate.ts'
import { bulletLength } from '../description.ts'
import { looksLikeLabel } from '../labels.ts'
import { empty, type Reader, type Reading, read } from '../reading.ts'
import type { Line, Source, Span } from '../source.ts'
import { spanWithin, subSpan } from '../source.ts'
import type { DecisionItem } from '../types.ts'
import { findAmounts, readAmount } from '../values/amount.ts'
import { readEmail, readNumber, readPhone, readText } from '../values/codes.ts'
import { onlyFundIn } from '../values/funds.ts'
import { readPeriod } from '../values/period.ts'
import { warn, warnIfUnreadable } from '../warnings.ts'
import { readApplicant } from './applicant.ts'
import { type Draft, emptyItem } from './draft.ts'
import { headingOf, isOnlyFund, isTotal } from './headings.ts'
import { type EntryField, type EntryKey, entryFieldOf } from './labels.ts'
import { splitTitle, titleOf } from './one-line.ts'
import { municipalitiesIn, readPartners } from './partners.ts'

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
  const start = nameLine ? index + 1 : index
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
  for (let at = start; at < source.lines.length; ) {
    const field = fields.at.get(at)
    if (!field && !continues(source, fields, at, seen)) break
    if (field && beginsAnother(field, seen, at === start)) break
    at = field ? readField(source, fields, at, field, draft) : readUnlabelled(source, at, draft)
    if (field) seen.add(field.key)
    draft.last = at - 1
  }
  if (!ESSENTIAL.some((key) => seen.has(key))) return undefined
  if (nameLine && !item.name) nameEntry(source, nameLine, item)
  return draft
}

function canBeName(line: Line): boolean {
  if (line.text.length > LONGEST_NAME || isBoilerplate(line.text)) return false
  return !/^(?:kontakt(?:person)?\b|–|tel\b)|:$/i.test(line.text) && !isSectionHeading(line.text)
}

/** A county or a fund over entries, not the name of one. */
function isSectionHeading(text: string): boolean {
  const heading = headingOf(text)
  return (
    heading?.county !== undefined ||
    (heading?.kind === 'heading' && heading.fund !== undefined && isOnlyFund(text))
  )
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

/** A repeated opening label, or an amount of the kind that is there, belongs to the next entry. */
const beginsAnother = (field: EntryField, seen: Set<EntryKey>, isFirst: boolean): boolean =>
  !isFirst && (OPENING.includes(field.key) || field.key === 'projectNumber') && seen.has(field.key)

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
    apply(draft, field, field.value)
    return at + 1
  }
  apply(draft, field, spanWithin(source, next))
  return at + 2
}

function apply(draft: Draft, field: EntryField, span: Span) {
  const { item } = draft
  const keep = <Value>(reader: Reader<Value>): Reading<Value> => {
    const reading = span.text === '' ? empty(field.labelSpan.place.end) : read(span, reader)
    item.warnings.push(...warnIfUnreadable(field.key, reading))
    return reading
  }
  switch (field.key) {
    case 'name':
      item.name = keep(readText)
      break
    case 'applicant':
      item.applicant = keep(readApplicant)
      break
    case 'amount':
      applyAmount(item, field, span)
      break
    case 'partners':
      if (span.text) item.partners = readPartners(span)
      item.municipalitiesMentioned = municipalitiesIn(span.text) ?? null
      break
    case 'coFinancing':
      item.coFinancing.push({ label: field.label, reading: keep(readMoneyAmongWords) })
      break
    case 'totalBudget':
      item.totalBudget = keep(readMoneyAmongWords)
      break
    case 'fund':
      item.fund = onlyFundIn(span.text) ?? item.fund
      break
    case 'priorityAxis':
      item.priorityAxis = keep(readText)
      break
    case 'projectNumber':
      item.projectNumber = keep(readNumber)
      break
    case 'period':
      applyPeriod(item, span)
      break
    case 'purpose':
      if (span.text) draft.prose.push(span)
      break
    case 'contactEmail':
      item.contactEmail = keep(readEmail)
      break
    case 'contactPhone':
      item.contactPhone = keep(readPhone)
      break
    case 'contactName':
      applyContact(item, span, keep)
  }
}

/** The sum that the fund is asked for or gives. A label may name the fund; a remark may stand behind the sum. */
function applyAmount(item: DecisionItem, field: EntryField, span: Span) {
  const reading = span.text === '' ? empty(field.labelSpan.place.end) : readMoney(span)
  const fund = onlyFundIn(field.label) ?? (field.key === 'amount' ? onlyFundIn(span.text) : undefined)
  if (fund && !item.fund) item.fund = fund
  if (item.amount && item.amount.state !== 'empty' && field.amountKind !== 'awarded') return
  item.amount = reading
  item.amountKind = field.amountKind ?? 'unspecified'
  item.warnings.push(...warnIfUnreadable('amount', reading))
}

const MONEY_THEN_WORDS = /^(.*?(?:kronor|kr|sek|miljoner|mkr|mnkr)\b\.?)[,;. ]/i

/** Reads an amount that words may follow: "9,1 miljoner kronor ur ERUF." */
function readMoney(span: Span): Reading<number> {
  const whole = read(span, readAmount)
  if (whole.state === 'read') return onlyTheSum(span, whole)
  const money = MONEY_THEN_WORDS.exec(`${span.text} `)?.[1]
  if (!money) return whole
  const part = read(subSpan(span, 0, money.length), readAmount)
  return part.state === 'read' ? part : whole
}

/** Leaves a remark in parentheses and a final stop out of the amount's own words. */
function onlyTheSum(span: Span, whole: Reading<number>): Reading<number> {
  const sum = span.text.replace(/[.,;]? ?\([^)]*\)\.?$|\.$/, '')
  return sum.length < span.text.length && !/(?:milj|kr)$/i.test(sum)
    ? read(subSpan(span, 0, sum.length), readAmount)
    : whole
}

function readMoneyAmongWords(text: string) {
  const whole = readAmount(text)
  if ('value' in whole) return whole
  const money = MONEY_THEN_WORDS.exec(`${text} `)?.[1]
  return money ? readAmount(money) : whole
}

function applyPeriod(item: DecisionItem, span: Span) {
  const { startDate, endDate } = readPeriod(subSpan(span, 0, span.text.replace(/\.$/, '').length))
  item.startDate = startDate
  item.endDate = endDate
  item.warnings.push(...warnIfUnreadable('startDate', startDate), ...warnIfUnreadable('endDate', endDate))
}

const PHONE = /(?:,? ?(?:tel(?:efon)?\.?:? ?)?)(\+?\d[\d -]{5,}\d)$/i

/** "Eva Prov, 023-00 00 00" is a name and a number. */
function applyContact(
  item: DecisionItem,
  span: Span,
  keep: <Value>(reader: Reader<Value>) => Reading<Value>,
) {
  const phone = PHONE.exec(span.text)
  if (!phone || phone.index === 0) {
    item.contactName = keep(readText)
    return
  }
  item.contactName = read(subSpan(span, 0, phone.index), readText)
  const number = phone[1] ?? ''
  item.contactPhone = read(subSpan(span, span.text.length - number.length, span.text.length), readPhone)
}

/** A label that stands after the description still belongs to the entry above it, where that one lacks it. */
export function adoptLateField(
  source: Source,
  fields: FieldLines,
  index: number,
  draft: Draft,
): number | undefined {
  const field = fields.at.get(index)
  if (!field || draft.layout !== 'labelled') return undefined
  const isNew =
    (field.key === 'partners' && !draft.item.partners) ||
    (field.key === 'contactName' && !draft.item.contactName)
  return isNew ? readField(source, fields, index, field, draft) : undefined
}
