import { agree, findAmounts } from './values/amount.ts'
import { COUNT_WORDS, toCount } from './values/count.ts'
import { findDates, monthsBetween } from './values/date.ts'
import { sameName } from './values/organisation.ts'

/** Something that a running text says, with where in the text it says it. */
export type Statement<Value> = { value: Value; qualifier: string; start: number; end: number }

const PEOPLE =
  'deltagare|personer|individer|kvinnor och män|män och kvinnor|anställda|medarbetare|ungdomar|unga|elever|barn|chefer|företagare|långtidsarbetslösa|arbetslösa|nyanlända'
const HEDGE =
  'drygt|minst|ca\\.?|cirka|omkring|ungefär|runt|totalt|sammanlagt|närmare|knappt|nästan|över|upp till|högst|max'
const COUNTED = `(?:(${HEDGE}) )?(?:(?:totalt|ca|cirka) )?(?<![\\d.,:/–-])(${COUNT_WORDS})(?: (?!och |av |i )\\p{Ll}{1,30}){0,2}? (?:${PEOPLE})(?!\\p{L})`
// A part, a rate or a place in a row: none says how many take part in all.
const NOT_A_TOTAL =
  /^(?:[^.]{0,30}? )?(?:per |i varje|i taget|åt gången|varje |vardera|om året|årligen|till arbete|av dem|av dessa|av deltagarna|i respektive)/iu
const IN_ALL =
  /(?:projektet|insatsen|satsningen|vi|som|antal|totalt|sammanlagt|sammantaget|målet|ambitionen)\b/iu

const TOTAL_OF_PEOPLE = new RegExp(
  `antal(?:et)? deltagare[^.:]{0,60}?(?:är|blir|beräknas(?: till| bli| vara)?|uppgår till|uppskattas till)[: ] ?(?:(${HEDGE}) )?(${COUNT_WORDS})(?![\\d%-])|${COUNTED}`,
  'dgiu',
)
const WOMEN_AND_MEN = new RegExp(
  `(?:(${HEDGE}) )?(?<![\\d.,–-])(${COUNT_WORDS}) (?:kvinnor|flickor|tjejer) (?:och|samt) (${COUNT_WORDS}) (?:män|pojkar|killar)(?!\\p{L})`,
  'giu',
)

/** How many people a text says take part in all, each statement once; parts and rates are left out. */
export function findParticipants(text: string): Statement<number>[] {
  if (!/\d|\b(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv)\b/i.test(text)) return []
  const pairs = [...text.matchAll(WOMEN_AND_MEN)].flatMap((match) => {
    const [women, men] = [toCount(match[2] ?? ''), toCount(match[3] ?? '')]
    return women !== undefined && men !== undefined ? statement(match, women + men, match[1]) : []
  })
  const totals = [...text.matchAll(TOTAL_OF_PEOPLE)].flatMap((match) => {
    const [whole, hedgeA, countA, hedgeB, countB] = match
    const [, atHedgeA, atCountA, atHedgeB, atCountB] = match.indices ?? []
    const value = toCount(countA ?? countB ?? '')
    const count = atCountA ?? atCountB
    const rest = text.slice(match.index + whole.length, match.index + whole.length + 60)
    if (value === undefined || !count || value < 5 || NOT_A_TOTAL.test(rest)) return []
    const start = (atHedgeA ?? atHedgeB ?? count)[0]
    return { value, qualifier: (hedgeA ?? hedgeB ?? '').toLowerCase(), start, end: count[1] }
  })
  return [...pairs, ...totals.filter((total) => !pairs.some((pair) => overlap(pair, total)))]
}

const overlap = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end

function statement<Value>(match: RegExpExecArray, value: Value, qualifier = ''): Statement<Value> {
  return { value, qualifier: qualifier.toLowerCase(), start: match.index, end: match.index + match[0].length }
}

/** Whether a statement speaks of the project as a whole: its sentence names the project, or says "in all". */
export function isAboutTheWhole(text: string, { start, end }: Statement<number>): boolean {
  const sentence = text.slice(text.lastIndexOf('. ', start) + 1, end)
  return (
    IN_ALL.test(sentence) &&
    !/\b(?:förstudien|förprojekteringen|tidigare|hittills|varav|tillfrågade|enkät|intervju|i länet|i kommunen|i regionen|i Sverige|arbetslöshet)/iu.test(
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
  const pattern = new RegExp(
    `projekt(?:et|tiden|perioden)(?: \\p{Ll}+)? (?:pågår|löper|sträcker sig|är|omfattar|genomförs|bedrivs)(?: \\p{Ll}+)? (?:(?:i|under|över|på) )?(?:(${HEDGE}) )?(${COUNT_WORDS}|ett) (år|månader)(?![\\p{L}-])`,
    'giu',
  )
  return [...text.matchAll(pattern)].flatMap((match) => {
    const count = toCount(match[2] ?? '')
    return count ? statement(match, count * (match[3] === 'år' ? 12 : 1), match[1]) : []
  })
}

/** When a text says that the project begins and ends, each as an ISO date. */
export function findPeriods(text: string): Statement<{ start: string; end: string }>[] {
  const dates = findDates(text)
  return dates.slice(0, -1).flatMap((first, index) => {
    const last = dates[index + 1]
    if (!last || last.value < first.value) return []
    const between = text.slice(first.end, last.end - (last.end - last.start))
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

/** Whether a stated period lasts as long as the text says, a month more or less. */
export const durationsAgree = (says: Statement<number>, start: string, end: string): boolean =>
  Math.abs(monthsBetween(start, end) - says.value) <= (says.qualifier ? 3 : 1)

/** What a text says the project's budget or support is. */
export function findBudgets(text: string): (Statement<number> & { precision: number })[] {
  return findAmounts(text).flatMap((amount) => {
    const before = text.slice(Math.max(0, amount.start - 60), amount.start)
    const isBudget =
      /(?:projektets (?:totala )?(?:budget|omslutning)|total(?:a)? (?:projekt)?budget(?:en)?|projektbudget(?:en)?)[^.]{0,25}$/i.test(
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

const NAMED_PROJECT =
  /(?:^|[.!?] )Projekt(?:et)? (?:[”"“']([^”"“']{2,60})[”"“']|((?:\p{Lu}|\d)[\p{L}\p{N}&.+/-]{0,40}(?: (?:\p{Lu}|\d)[\p{L}\p{N}&.+/-]{0,40}){0,6}))(?= \p{Ll})/gu

/**
 * A project that a text speaks of in the place of its own: a sentence begins "Projekt Komhall Bas ska ...", and the
 * text never mentions the name that it belongs to. Returns the other name and where it stands.
 */
export function findOtherProject(text: string, ownName: string): Statement<string> | undefined {
  for (const match of text.matchAll(NAMED_PROJECT)) {
    const name = (match[1] ?? match[2] ?? '').replace(/[.,]$/, '')
    if (!name || isOwnName(name, ownName) || mentions(text, ownName)) continue
    if (/^(?:ESF|EU|Vi|Det|Den|Detta|Målet|Syftet)$/.test(name)) continue
    const start = match.index + match[0].lastIndexOf(name)
    return { value: name, qualifier: '', start, end: start + name.length }
  }
  return undefined
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

const mentions = (text: string, name: string): boolean => text.toLowerCase().includes(name.toLowerCase())
