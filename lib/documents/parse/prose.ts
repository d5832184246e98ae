import { agree, findAmounts } from './values/amount.ts'
import { COUNT_WORDS, toCount } from './values/count.ts'
import { findDates, monthsBetween } from './values/date.ts'
import { matchesOf } from './values/matches.ts'
import { sameName } from './values/organisation.ts'

/** Something that a running text says, with where in the text it says it. */
export type Statement<Value> = { value: Value; qualifier: string; start: number; end: number }

const PEOPLE =
  'deltagare|personer|individer|kvinnor och män|män och kvinnor|anställda|medarbetare|ungdomar|unga|elever|barn|chefer|företagare|långtidsarbetslösa|arbetslösa|nyanlända'
const HEDGE =
  'drygt|minst|ca\\.?|cirka|omkring|ungefär|runt|totalt|sammanlagt|närmare|knappt|nästan|över|upp till|högst|max'
// Totals are written in digits.
const DIGITS = '\\d{1,3}(?:[ .]\\d{3}){1,2}(?!\\d)|\\d{1,9}(?!\\d)'
// Case matters here: a pattern that ignores it among Unicode letters costs ten times as much.
const COUNTED = new RegExp(
  `(?<![\\p{L}\\d.,:/–-])(${DIGITS})(?: (?!och |av |i )\\p{Ll}{1,30}){0,2}? (?:${PEOPLE})(?!\\p{L})`,
  'gu',
)
// A part, a rate or a place in a row: none says how many take part in all.
const NOT_A_TOTAL =
  /^(?:[^.]{0,30}? )?(?:per |i varje|i taget|åt gången|varje |vardera|om året|årligen|till arbete|av dem|av dessa|av deltagarna|i respektive)/iu
// "Av de 3 500 deltagare som", "grupper om 12 deltagare", "projektet X, som har 250 deltagare".
const OF_OTHERS =
  /(?:\b(?:av|bland) (?:de )?|\bom |, som (?:har|hade) |\bklasser med |\bgrupper (?:på|med) )(?:ca |cirka )?$/i
const IN_ALL =
  /(?:projektet|insatsen|satsningen|vi|som|antal(?:et)?|totalt|sammanlagt|sammantaget|målet|ambitionen)\b/iu

const STATED_TOTAL = new RegExp(
  `antal(?:et)? deltagare[^.:]{0,60}?(?:är|blir|beräknas(?: till| bli| vara)?|uppgår till|uppskattas till)[: ] ?(?:(?:${HEDGE}) )?(${COUNT_WORDS})(?![\\d%-])`,
  'giu',
)
const WOMEN_AND_MEN = new RegExp(
  `(?<![\\p{L}\\d.,–-])(${COUNT_WORDS}) (?:kvinnor|flickor|tjejer) (?:och|samt) (${COUNT_WORDS}) (?:män|pojkar|killar)(?!\\p{L})`,
  'giu',
)
const HEDGE_BEFORE = new RegExp(`(?<!\\p{L})(${HEDGE}) (?:(?:totalt|ca|cirka) )?$`, 'iu')

/** How many people a text says take part in all, each statement once; parts and rates are left out. */
export function findParticipants(text: string): Statement<number>[] {
  if (!/\d/.test(text)) return []
  const pairs = /kvinnor|flickor|tjejer/i.test(text)
    ? matchesOf(WOMEN_AND_MEN, text).flatMap((match) => {
        const [women, men] = [toCount(match[1] ?? ''), toCount(match[2] ?? '')]
        return women !== undefined && men !== undefined
          ? hedged(text, match.index, match[0].length, women + men)
          : []
      })
    : []
  const stated = /ntal(?:et)? deltagare/.test(text) ? matchesOf(STATED_TOTAL, text) : []
  const totals = [...stated, ...matchesOf(COUNTED, text)].flatMap((match) => {
    const [whole, count = ''] = match
    const value = toCount(count)
    const rest = text.slice(match.index + whole.length, match.index + whole.length + 60)
    const ahead = text.slice(Math.max(0, match.index - 30), match.index)
    if (value === undefined || value < 5 || NOT_A_TOTAL.test(rest) || OF_OTHERS.test(ahead)) return []
    return hedged(text, match.index + whole.lastIndexOf(count), count.length, value)
  })
  return [
    ...pairs,
    ...totals
      .slice(0, MOST_STATEMENTS)
      .filter((total) => !pairs.slice(0, MOST_STATEMENTS).some((pair) => overlap(pair, total))),
  ]
}

/** No paragraph says more often than this how many take part. */
const MOST_STATEMENTS = 50

/** A count with the hedge that stands before it, if one does. */
function hedged(text: string, at: number, length: number, value: number): Statement<number> {
  const hedge = HEDGE_BEFORE.exec(text.slice(Math.max(0, at - 24), at))
  const start = hedge ? at - hedge[0].length : at
  return { value, qualifier: hedge?.[1]?.toLowerCase() ?? '', start, end: at + length }
}

const overlap = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end

function statement<Value>(match: RegExpExecArray, value: Value, qualifier = ''): Statement<Value> {
  return { value, qualifier: qualifier.toLowerCase(), start: match.index, end: match.index + match[0].length }
}

const SENTENCE = 400

/** Whether a statement speaks of the project as a whole: its sentence names the project, or says "in all". */
export function isAboutTheWhole(text: string, { start, end }: Statement<number>): boolean {
  // A sentence is looked at for some hundred characters each way: some texts never come to a full stop.
  const before = text.slice(Math.max(0, start - SENTENCE), start)
  const after = text.slice(end, end + SENTENCE)
  const stop = after.indexOf('. ')
  const sentence =
    before.slice(before.lastIndexOf('. ') + 1) +
    text.slice(start, end) +
    (stop < 0 ? after : after.slice(0, stop))
  return (
    IN_ALL.test(sentence) &&
    !/\b(?:förstudien|förprojekteringen|tidigare|hittills|varav|tillfrågade|enkät|intervju|i länet|i kommunen|i regionen|i Sverige|arbetslöshet|har fått|har gått|har börjat)/iu.test(
      sentence,
    )
  )
}

/** Whether a count, hedged as the text hedges it, can be the stated number. */
export function countsAgree(says: Statement<number>, stated: number): boolean {
  const { value, qualifier } = says
  if (value === stated) return true
  if (/^(?:minst|över)/.test(qualifier)) return stated >= value
  if (/^(?:högst|max|upp till)/.test(qualifier)) return stated <= value
  const slack = qualifier ? 0.15 : 0.05
  return Math.abs(value - stated) <= slack * Math.max(value, stated)
}

/** How long a text says that the project goes on, in months: "projektet pågår i tre år". */
export function findDurations(text: string): Statement<number>[] {
  if (!/rojekt(?:et|tiden|perioden) /.test(text)) return []
  return matchesOf(DURATION, text).flatMap((match) => {
    const count = toCount(match[2] ?? '')
    return count ? statement(match, count * (match[3] === 'år' ? 12 : 1), match[1]) : []
  })
}
const DURATION = new RegExp(
  `[Pp]rojekt(?:et|tiden|perioden)(?: \\p{Ll}{1,30})? (?:pågår|löper|sträcker sig|är|omfattar|genomförs|bedrivs)(?: \\p{Ll}{1,30})? (?:(?:i|under|över|på) )?(?:(${HEDGE}) )?(${COUNT_WORDS}|ett) (år|månader)(?![\\p{L}-])`,
  'gu',
)

/** When a text says that the project begins and ends, each as an ISO date. */
export function findPeriods(text: string): Statement<{ start: string; end: string }>[] {
  const dates = findDates(text)
  return dates.slice(0, -1).flatMap((first, index) => {
    const last = dates[index + 1]
    if (!last || last.value < first.value) return []
    const between = text.slice(first.end, last.start)
    const before = text.slice(Math.max(0, first.start - 60), first.start)
    const isPeriod = /^ ?(?:-|–|till|t\.?o\.?m\.?|och)(?: och med)?(?: den)? ?$/i.test(between)
    if (!isPeriod || !/projekt(?:et|tiden|perioden)[^.]{0,40}$/i.test(before)) return []
    return {
      value: { start: first.value, end: last.value },
      qualifier: '',
      start: first.start,
      end: last.end,
    }
  })
}

const PROJECT = '[Pp]rojekt(?:et|tiden|perioden)'
const GOES_ON = `${PROJECT}(?: \\p{Ll}{1,30})? (?:pågår|löper|genomförs|bedrivs|avslutas|slutar|är)`
const LAST_DAY = new RegExp(
  `${PROJECT} [^.]{0,60}?(?:till och med|t\\.?o\\.?m\\.?|fram till|avslutas|slutar)(?: den)? $`,
  'u',
)
const FIRST_DAY = new RegExp(
  `${PROJECT} [^.]{0,40}?(?:startar|startade|börjar|påbörjas|inleds)(?: den)? $`,
  'u',
)

/** The days on which a text says that the project ends, as ISO dates: "projektet pågår till och med den 30 juni 2021". */
export const findLastDays = (text: string): Statement<string>[] => datesAfter(text, LAST_DAY)

/** The days on which a text says that the project begins, as ISO dates: "projektet startar den 1 augusti 2018". */
export const findFirstDays = (text: string): Statement<string>[] => datesAfter(text, FIRST_DAY)

function datesAfter(text: string, words: RegExp): Statement<string>[] {
  return findDates(text).flatMap(({ value, start, end }) =>
    words.test(text.slice(Math.max(0, start - 120), start)) ? { value, qualifier: '', start, end } : [],
  )
}

const IN_YEARS = new RegExp(
  `${GOES_ON}(?: (?:under|mellan|från|åren|perioden)){0,2} (20\\d\\d) ?(?:[-–]|till|och) ?(20\\d\\d)(?![\\d-])`,
  'gu',
)

/** The years in which a text says that the project goes on: "projektet pågår 2016-2018". */
export const findYears = (text: string): Statement<{ start: string; end: string }>[] =>
  matchesOf(IN_YEARS, text).map((match) => {
    const [whole, start = '', end = ''] = match
    const at = match.index + whole.lastIndexOf(start, whole.length - end.length - 1)
    return { value: { start, end }, qualifier: '', start: at, end: match.index + whole.length }
  })

/** Whether two ISO dates lie within a month of each other. */
export const daysAgree = (a: string, b: string): boolean =>
  Math.abs(Date.parse(a) - Date.parse(b)) <= 31 * 24 * 60 * 60 * 1000

/** Whether a stated period lasts as long as the text says, a month more or less. */
export const durationsAgree = (says: Statement<number>, start: string, end: string): boolean =>
  Math.abs(monthsBetween(start, end) - says.value) <= (says.qualifier ? 3 : 1)

/** What a text says the project's budget or support is. */
export function findBudgets(text: string): (Statement<number> & { precision: number })[] {
  return findAmounts(text).flatMap((amount) => {
    const before = text.slice(Math.max(0, amount.start - 60), amount.start)
    const isBudget =
      /(?:projektets (?:totala )?(?:budget|omslutning)|total(?:a)? (?:projekt)?budget(?:en)?|projektbudget(?:en)?|projektet (?:har|omfattar) en (?:\p{L}+ )?budget)[^.]{0,25}$/iu.test(
        before,
      )
    if (!isBudget) return []
    const { value, precision, qualifier = '', start, end } = amount
    return { value, precision, qualifier, start, end }
  })
}

/** Whether a sum from the text is one of the stated amounts, within the rounding of either. */
export const sumsAgree = (
  says: { value: number; precision: number; qualifier: string },
  stated: number[],
): boolean =>
  stated.some((value) => {
    const slack = says.qualifier ? 0.1 * value : 0
    return agree(says, { value }) || Math.abs(says.value - value) <= slack
  })

const SUBJECT_OF =
  '(?:ska|skall|kommer|syftar|vill|bygger|riktar|vänder|arbetar|avser|pågår|genomförs|drivs|utvecklar|erbjuder|ger|handlar|består|är ett|omfattar|startar|har som)(?!\\p{L})'
const NAMED_PROJECT = new RegExp(
  `^Projekt(?:et)? (?:[”"“']([^”"“']{2,60})[”"“']|((?:\\p{Lu}|\\d)[^ .]{0,40}(?: (?!${SUBJECT_OF})[^ .,]{1,40}){0,6}))(?= ${SUBJECT_OF})`,
  'u',
)

/**
 * A project that a paragraph speaks of in the place of its own: it begins "Projekt Komhall Bas ska ...". Returns the
 * other name and where it stands; whether the text mentions its own project elsewhere is for the caller to see.
 */
export function findOtherProject(text: string, ownName: string): Statement<string> | undefined {
  const match = NAMED_PROJECT.exec(text)
  const name = match?.[1] ?? match?.[2]
  if (!match || !name || isOwnName(name, ownName) || /^(?:ESF|EU|Vi|Det|Den|Detta|Målet|Syftet)$/.test(name))
    return undefined
  const start = match[0].lastIndexOf(name)
  return { value: name, qualifier: '', start, end: start + name.length }
}

const lettersOf = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Whether a name in the text is the project's own: the whole, its beginning, its acronym, with a genitive s. */
function isOwnName(name: string, ownName: string): boolean {
  if (sameName(name, ownName)) return true
  const [said, own] = [lettersOf(name), lettersOf(ownName)]
  if (own.includes(said.replace(/s$/, '')) || said.includes(own)) return true
  const words = new Set(ownName.toLowerCase().split(/[^\p{L}\p{N}]+/u))
  const shared = name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 3 && words.has(word.replace(/s$/, '')))
  const initials = ownName
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.charAt(0))
    .join('')
    .toLowerCase()
  return shared.length > 0 || initials === said
}
