import type { AmountKind } from '../../../prisma/generated/enums.ts'
import { AMOUNT_KINDS, readTypedAmount } from '../../corrections/amounts.ts'
import type { SubjectKind } from '../../corrections/fields.ts'
import { readPartners } from '../../corrections/names.ts'
import { privateInProse } from '../../corrections/private.ts'
import { REASON } from '../../corrections/reason.ts'
import { NOTHING_TYPED } from '../../corrections/typed.ts'
import { readTyped, withoutInvisible } from '../../corrections/values.ts'
import { readApplicant } from '../../documents/parse/decision-list/applicant.ts'
import { namesIn } from '../../documents/parse/decision-list/partners.ts'
import type { Sentence } from '../../documents/parse/reading.ts'
import { findArea } from '../../documents/parse/values/areas.ts'
import { readNumber } from '../../documents/parse/values/codes.ts'
import { FUND_CODES, REGION_CODES } from '../../i18n/codes.ts'
import { organisationNames, type StoredValue } from '../../projects/shown.ts'
import type { DecisionField } from '../fields.ts'
import { regionOf } from '../identity.ts'
import {
  DECISION_KEYS,
  type DecisionKey,
  type DraftContent,
  type DraftEntry,
  ENTRY_KEYS,
  type EntryKey,
  isBlank,
} from './schema.ts'

/** Why what was typed cannot be published: a sentence of a value's own reader, or a key of the texts. */
type Why =
  | Sentence
  | 'missing'
  | 'placeMissing'
  | 'reasonTooShort'
  | 'noEntries'
  | 'unknownDocument'
  | 'unknownCode'
  | 'unitAlone'
  | 'notRounded'
  | 'unknownProject'
  | 'sameInDraft'
  | 'sameInDecision'
/** `other`: the place of the entry that is the same, from 1. */
export type DraftProblem = {
  entry: string | null
  field: DecisionKey | EntryKey
  why: Why
  other?: number
}

/** A decision as its draft gives it. Dates are ISO. */
export type ReadDecision = {
  heading: string
  decisionDate: string | null
  partnership: string | null
  region: string | null
  county: string | null
  fund: string | null
  publisher: string | null
}
type ReadAmount = { value: number; kind: AmountKind; precision: number; qualifier: string | null }
export type ReadEntry = {
  id: string
  name: string
  applicant: StoredValue
  applicants: string[]
  amount: ReadAmount | null
  partners: { value: StoredValue; qualifier: string | null } | null
  projectNumber: string | null
  /** What was typed of the project that it led to. */
  project: string
  rejected: boolean
}
export type ReadDraft = {
  decision: ReadDecision
  reason: string
  /** Where it stands, as typed. */
  source: string
  entries: ReadEntry[]
  problems: DraftProblem[]
}

/**
 * What a draft means, by the readers that read sources, and everything that is wrong with it, by entry and field. What
 * only the registry knows (documents, projects, other entries) is asked by publish.ts. Pure.
 */
export function readDraft(typed: DraftContent): ReadDraft {
  const content = { ...visible(typed, DECISION_KEYS), entries: typed.entries.map(visibleEntry) }
  const problems: DraftProblem[] = []
  const decision = readDecision(content, problems)
  const filled = content.entries.filter((entry) => !isBlank(entry))
  if (filled.length === 0) problems.push({ entry: null, field: 'heading', why: 'noEntries' })
  const reason = folded(content.reason)
  if (reason.length < REASON.least)
    problems.push({ entry: null, field: 'reason', why: reason === '' ? 'missing' : 'reasonTooShort' })
  const entries = filled.map((entry) => readEntry(entry, problems))
  return { decision, reason, source: content.source, entries, problems }
}

const visible = <Key extends string, Typed extends Record<Key, string>>(
  typed: Typed,
  keys: readonly Key[],
): Typed => ({
  ...typed,
  ...Object.fromEntries(keys.map((key) => [key, withoutInvisible(typed[key])])),
})
const visibleEntry = (entry: DraftEntry): DraftEntry => visible(entry, ENTRY_KEYS)

/** White space folded; empty is nothing. */
const folded = (text: string): string => text.replace(/\s+/gu, ' ').trim()
const orNull = (text: string): string | null => folded(text) || null

/** Tells the first thing that is wrong with a field: others may follow from it. */
function teller(problems: DraftProblem[], entry: string | null): Say {
  const told = new Set<string>()
  return (field, why) => {
    if (told.has(field)) return
    told.add(field)
    problems.push({ entry, field, why })
  }
}

/** Fields whose words are public as they are typed. */
const WORDS = new Set<string>([
  'heading',
  'partnership',
  'county',
  'publisher',
  'reason',
  'name',
  'applicant',
  'unit',
  'partners',
])

/** What is published is public, and people are not open data. */
function sayPrivate(key: DecisionKey | EntryKey, words: string, say: (why: Why) => void) {
  const why = WORDS.has(key) && privateInProse(words)
  if (why) say(why)
}

function readDecision(content: DraftContent, problems: DraftProblem[]): ReadDecision {
  const say = teller(problems, null)
  for (const key of DECISION_KEYS) sayPrivate(key, content[key], (why) => say(key, why))
  const text = (field: DecisionField & DecisionKey) =>
    textIn('decision', field, content[field], (why) => say(field, why))
  const named = text('partnership')
  const partnership = named && areaIn(named)
  const county = text('county')
  const read = {
    heading: text('heading') ?? '',
    decisionDate: text('decisionDate'),
    partnership,
    county,
    fund: codeIn(content.fund, FUND_CODES, () => say('fund', 'unknownCode')),
    region:
      codeIn(content.region, REGION_CODES, () => say('region', 'unknownCode')) ??
      regionOf({ partnership, county }),
    publisher: text('publisher'),
  }
  // What entries are added to is there already: it is corrected on its own page, not here.
  if (content.addsTo !== null) return read
  if (folded(content.heading) === '') say('heading', 'missing')
  if (content.decisionDate.trim() === '') say('decisionDate', 'missing')
  if (!PLACES.some((key) => folded(content[key]) !== '')) say('partnership', 'placeMissing')
  return read
}

/** Any of them says whose decision it is. */
const PLACES = ['partnership', 'county', 'publisher'] as const satisfies readonly DecisionKey[]

/** "Strukturfondspartnerskapet i Övre Norrland" is Övre Norrland, as imported lists have it. */
function areaIn(words: string): string {
  const area = findArea(words)
  const rest = area ? words.slice(0, area.start) + words.slice(area.end) : words
  return area && /^(?:struktur-?fonds?\S*|partnerskap\S*|i|för|the|partnership|\s)*$/i.test(rest)
    ? area.name
    : words
}

/** Text or a date as the correction of the field would read it: it may be corrected tomorrow. */
function textIn(kind: SubjectKind, field: string, typed: string, say: (why: Why) => void): string | null {
  if (folded(typed) === '') return null
  const read = readTyped(kind, field, { ...NOTHING_TYPED, text: typed })
  if (read.ok) return typeof read.value.value === 'string' ? read.value.value : null
  say(read.problem)
  return null
}

function codeIn(typed: string, codes: readonly string[], say: () => void): string | null {
  const code = folded(typed)
  if (code === '' || codes.includes(code)) return code || null
  say()
  return null
}

function readEntry(entry: DraftEntry, problems: DraftProblem[]): ReadEntry {
  const say = teller(problems, entry.id)
  for (const key of ENTRY_KEYS) sayPrivate(key, entry[key], (why) => say(key, why))
  if (folded(entry.name) === '') say('name', 'missing')
  const applicant = applicantIn(entry, say)
  return {
    id: entry.id,
    name: textIn('item', 'name', entry.name, (why) => say('name', why)) ?? '',
    applicant,
    applicants: organisationNames(applicant),
    amount: amountIn(entry, say),
    partners: partnersIn(entry.partners, (why) => say('partners', why)),
    projectNumber: numberIn(entry.projectNumber, (why) => say('projectNumber', why)),
    project: entry.project.trim(),
    rejected: entry.rejected !== '',
  }
}

type Say = (field: DecisionKey | EntryKey, why: Why) => void

/** Read as sources are, so that an imported list finds the same organisation; a unit of its own goes before one in the words. */
function applicantIn({ applicant, unit }: DraftEntry, say: Say): StoredValue {
  if (applicant.trim() === '') {
    if (unit.trim() !== '') say('unit', 'unitAlone')
    return null
  }
  const read = readApplicant(folded(applicant))
  if ('problem' in read) {
    say('applicant', read.problem)
    return null
  }
  if (!read.value || 'organisations' in read.value) return read.value
  return { ...read.value, unit: orNull(unit) ?? read.value.unit }
}

function amountIn({ amount, amountKind, rounding }: DraftEntry, say: Say): ReadAmount | null {
  if (amount.trim() === '') return null
  const kind = amountKind === '' ? 'UNSPECIFIED' : AMOUNT_KINDS.find((known) => known === amountKind)
  if (!kind) say('amountKind', 'unknownCode')
  const read = readTypedAmount(folded(amount), rounding)
  if (!read.ok) {
    say('amount', read.problem)
    return null
  }
  if (read.value.value % read.value.precision !== 0) say('rounding', 'notRounded')
  return { ...read.value, kind: kind ?? 'UNSPECIFIED' }
}

/** A name a line. One line is read as sources write it: names between commas, "med flera" at the end. */
function partnersIn(typed: string, say: (why: Why) => void): ReadEntry['partners'] {
  if (typed.trim() === '') return null
  const lines = typed
    .split(/\r\n|\r|\n/)
    .map(folded)
    .filter(Boolean)
  const read = readPartners(lines.flatMap((line) => ownLines(line, lines.length === 1)).join('\n'), 'list')
  if (read.ok) return read.value
  say(read.problem)
  return null
}

const AND_OTHERS = /[,;]? *(?:med flera|m\. ?fl\.?|and others)\.?$/i

function ownLines(line: string, isOnly: boolean): string[] {
  const list = line.replace(AND_OTHERS, '')
  const names = isOnly ? (namesIn(list) ?? [list]) : [list]
  return [...names.filter(Boolean), ...(list === line ? [] : ['med flera'])]
}

function numberIn(typed: string, say: (why: Why) => void): string | null {
  if (typed.trim() === '') return null
  const read = readNumber(folded(typed))
  if ('value' in read) return read.value
  say(read.problem)
  return null
}
