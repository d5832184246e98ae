import type { FollowUpKind } from '../../prisma/generated/enums.ts'
import type { TypedText } from '../corrections/readers.ts'
import type { TypedValue } from '../corrections/save.ts'
import type { Sentence } from '../documents/parse/reading.ts'
import { slugOf } from '../matching/keys.ts'
import { type ContentRow, type FollowUpContent, isBlankRow } from './content.ts'
import { sumExactly } from './exact.ts'
import { COMMON_FIELDS, EVENTS_OF, FORMS, keyInRow } from './fields.ts'
import { indicatorOf } from './indicators.ts'
import { measureKey, measureOf } from './measures.ts'

/** What a follow-up says, by field; what it says nothing of is missing. */
export type Stated = Record<string, TypedValue>

/** Why a follow-up cannot be published. `row`: the id of the row that the field is of. */
export type ContentProblem = {
  row: string | null
  field: string
  why:
    | Sentence
    | 'missing'
    | 'future'
    /** Neither a link nor a file. */
    | 'noSource'
    /** No number, or no words, at all. */
    | 'nothing'
    /** A row of numbers that nothing is said of what they count. */
    | 'unnamed'
    /** Two rows of the same group or indicator. */
    | 'sameRow'
    /** Parts that together are more than the whole. */
    | 'moreThanAll'
    /** What another event changes than the one that happened. */
    | 'otherEvent'
}

/** What reads a field: lib/corrections/values.ts, which refuses what is private. */
export type ReadField = (
  field: string,
  typed: TypedText,
) => { ok: true; value: TypedValue } | { ok: false; problem: Sentence }

type About = { kind: FollowUpKind; content: FollowUpContent; hasFile: boolean; today: string }

/**
 * Reads what was typed in a follow-up into what it states, with everything that is wrong with it. `today`: an ISO day, after
 * which nothing can have happened yet. Pure.
 */
export function readStated(
  { kind, content, hasFile, today }: About,
  read: ReadField,
): { stated: Stated; problems: ContentProblem[] } {
  const form = FORMS[kind]
  const problems: ContentProblem[] = []
  const stated: Stated = {}
  const take = (field: string, key: string, text: string | undefined, row: string | null) => {
    if (text === undefined || text.trim() === '') return
    const value = read(field, { text, kind: '', rounding: '' })
    if (value.ok) stated[key] = value.value
    else problems.push({ row, field, why: value.problem })
  }
  for (const field of [...COMMON_FIELDS, ...form.fields]) take(field, field, content.fields[field], null)
  const rows = form.rows ? content.rows.filter((row) => !isBlankRow(row)) : []
  const keys = new Map<string, string>()
  for (const row of rows) {
    const key = keyOfRow(row)
    if (key === '') problems.push({ row: row.id, field: nameField(kind), why: 'unnamed' })
    else if (keys.has(key)) problems.push({ row: row.id, field: nameField(kind), why: 'sameRow' })
    keys.set(key, row.id)
    for (const field of form.rows?.fields ?? []) take(field, keyInRow(field, key), row.fields[field], row.id)
  }
  const together = wrongAsWhole({ kind, stated, hasFile, today })
  // What could not be read is told already.
  const unread = new Set(problems.flatMap(({ row, field }) => (row === null ? field : [])))
  const isTold = ({ field, why }: WrongTogether) =>
    why === 'nothing' ? NUMBERS.has(kind) && problems.length > 0 : isAbsence(why) && unread.has(field)
  problems.push(...together.filter((one) => !isTold(one)).map((one) => inItsRow(one, keys)))
  return { stated, problems }
}

/** Whether what is wrong is that nothing stands there: of something that stands there and cannot be read it is untrue. */
export const isAbsence = (why: unknown): boolean => why === 'missing' || why === 'noSource'

/** A problem of a measure in a row, by the id of the row. */
function inItsRow({ field, why }: WrongTogether, rows: ReadonlyMap<string, string>): ContentProblem {
  const measure = measureOf(field)
  const row = measure?.row ? (rows.get(measure.row) ?? null) : null
  return { row, field: measure ? measureKey({ ...measure, row: null }) : field, why }
}

/** What a row is called in keys: an indicator's code, or what names it; empty where nothing does. */
export function keyOfRow({ fields }: ContentRow): string {
  const code = fields.code?.trim() ? indicatorOf(fields.code)?.code : undefined
  return code ?? slugOf(fields.group?.trim() || fields.name?.trim() || '')
}

const nameField = (kind: FollowUpKind): string => (kind === 'INDICATORS' ? 'name' : 'group')

/** What is wrong with what is stated together; `field`: the whole key, with its row. */
type WrongTogether = {
  field: string
  why: 'missing' | 'future' | 'noSource' | 'nothing' | 'moreThanAll' | 'otherEvent'
}

/** What a follow-up of its kind cannot be without, and what its figures cannot be together. Pure. */
export function wrongAsWhole({ kind, stated, hasFile, today }: Whole): WrongTogether[] {
  const ofOthers = kind === 'EVENT' ? ofOtherEvents(stated) : []
  return [...lacking({ kind, stated, hasFile, today }), ...ofOthers, ...tooMany(stated)]
}
type Whole = { kind: FollowUpKind; stated: Stated; hasFile: boolean; today: string }

function lacking({ kind, stated, hasFile, today }: Whole): WrongTogether[] {
  const problems: WrongTogether[] = []
  const say = (field: string, why: WrongTogether['why']) => problems.push({ field, why })
  const { asOf } = stated
  if (!asOf) say('asOf', 'missing')
  else if (String(asOf.value) > today) say('asOf', 'future')
  if (!hasFile && !stated.sourceUrl) say('sourceUrl', 'noSource')
  if (kind === 'EVENT' && !stated.event) say('event', 'missing')
  if (kind === 'DOCUMENT' && !stated.documentType) say('documentType', 'missing')
  if (kind === 'DOCUMENT' && !stated.title) say('title', 'missing')
  if (kind === 'COSTS' && !stated.basis && says(stated, 'costs')) say('basis', 'missing')
  if (NUMBERS.has(kind) && !Object.keys(stated).some((key) => measureOf(key))) say(firstOf(kind), 'nothing')
  if (kind === 'RESULTS' && !FORMS.RESULTS.fields.some((field) => stated[field])) say('achieved', 'nothing')
  return problems
}

/** A new end in a pause would end the project all the same: pages and sums go by the field and not by the event. */
function ofOtherEvents(stated: Stated): WrongTogether[] {
  const event = stated.event?.value
  if (event === undefined) return []
  return Object.entries(EVENTS_OF).flatMap(([field, events]) =>
    stated[field] && !events.some((one) => one === event) ? [{ field, why: 'otherEvent' as const }] : [],
  )
}

const NUMBERS: ReadonlySet<FollowUpKind> = new Set<FollowUpKind>(['COSTS', 'PARTICIPANTS', 'INDICATORS'])
const firstOf = (kind: FollowUpKind): string =>
  FORMS[kind].fields.find((field) => measureOf(field)) ?? 'actual.total'
const says = (stated: Stated, name: string) =>
  Object.keys(stated).some((key) => measureOf(key)?.name === name)

/** Women, men and non-binary people are no more than everybody; nor is what one financier bears more than all do. */
function tooMany(stated: Stated): WrongTogether[] {
  return Object.entries(stated).flatMap(([key, { value, precision, qualifier }]) => {
    const measure = measureOf(key)
    if (measure?.part !== 'total' || typeof value !== 'number') return []
    const parts = Object.entries(stated).flatMap(([other, part]) => (isPart(other, measure) ? [part] : []))
    const least = sumExactly(parts.map(leastOf))
    const isMore = parts.length > 0 && least > mostOf({ value, precision, qualifier })
    return isMore ? [{ field: key, why: 'moreThanAll' as const }] : []
  })
}

type Said = Pick<TypedValue, 'value' | 'precision' | 'qualifier'>

/** What is rounded is less than one step from what it was rounded from; of what is exact the step is nothing. */
const stepOf = ({ precision }: Said): number => ((precision ?? 1) > 1 ? (precision ?? 1) : 0)

/** Words by which a figure is no less than what it says, and no more. Others, as "cirka", tell neither. */
const NO_LESS = /^(?:drygt|minst|över|mer än)$/i
const NO_MORE = /^(?:knappt|nästan|närmare|högst|max|upp till)$/i

function leastOf(said: Said): number {
  const value = Number(said.value)
  if (said.qualifier === null) return Math.max(Math.min(0, value), value - stepOf(said))
  return NO_LESS.test(said.qualifier) ? value : Math.min(0, value)
}

function mostOf(said: Said): number {
  if (said.qualifier === null) return Number(said.value) + stepOf(said)
  return NO_MORE.test(said.qualifier) ? Number(said.value) : Number.POSITIVE_INFINITY
}

function isPart(key: string, whole: { name: string; row: string | null }): boolean {
  const measure = measureOf(key)
  return (
    measure !== undefined &&
    measure.part !== 'total' &&
    measure.name === whole.name &&
    measure.row === whole.row
  )
}
