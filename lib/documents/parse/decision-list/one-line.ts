import { bulletLength } from '../description.ts'
import { read } from '../reading.ts'
import type { Line, Source, Span } from '../source.ts'
import { spanWithin, subSpan } from '../source.ts'
import type { AmountKind, DecisionItem } from '../types.ts'
import { type FoundAmount, findAmounts, readAmount } from '../values/amount.ts'
import { PROJECT_NUMBER, readNumber, readText } from '../values/codes.ts'
import { onlyFundIn } from '../values/funds.ts'
import { looksLikeOrganisation } from '../values/organisation.ts'
import { readApplicant } from './applicant.ts'
import { type Draft, emptyItem } from './draft.ts'
import { isOnlyFund } from './headings.ts'
import { isOrganisationAlone, NUMBERING, splitTitle, type Title, titleOf } from './split-title.ts'

const LONGEST_LINE = 400
// Sums of many projects, not of one.
const TOTAL_BEFORE =
  /(?:\btotalt|\bsammanlagt|\bsammantaget|\bsumman?|\bpå|\bom|\böver|\bmed|\bfördelas|\bbudget|\bram)(?: (?:ca|cirka|drygt))?$/i

/**
 * Reads an entry that stands on one line, its name and applicant in any of the known orders around the amount.
 * Names may hold commas, "av", years and numbers, so every split is made from the far end.
 */
export function readOneLine(source: Source, index: number): Draft | undefined {
  const line = source.lines[index]
  if (!line || isQuote(line.text)) return undefined
  const isMarked = bulletLength(line.text) > 0 || NUMBERING.test(line.text)
  const text = titleOf(source, line)
  const amount = amountOf(text.text)
  const parts = amount && amount.start <= LONGEST_LINE ? splitAtAmount(text, amount, isMarked) : undefined
  if (!amount || !parts || !canBeEntry(parts.name.text)) return undefined
  const below = parts.applicant ? undefined : applicantBelow(source, index, isMarked)
  const isClear = parts.applicant || below || /^ EU-(?:medel|stöd)/.test(text.text.slice(amount.end))
  if (!isMarked && (!isClear || line.text.length > 220)) return undefined
  const isBelow = below !== undefined && below.place.end === source.lines[index + 1]?.end
  const last = isBelow ? index + 1 : index
  const item = itemOf(text, amount, parts, below)
  const more = isMarked ? linesGoingOn(source, last) : []
  const prose = [...(parts.rest ? [parts.rest] : []), ...more.map((below) => spanWithin(source, below))]
  const describedBelow = !isMarked && !parts.applicant
  return { layout: 'one-line', first: index, last: last + more.length, item, prose, describedBelow }
}

/** The amount of an entry: the last on the line, or the first where the others are what was applied for or the total. */
function amountOf(text: string): FoundAmount | undefined {
  const amounts = findAmounts(text)
  const [first] = amounts
  const rest = first ? text.slice(first.end) : ''
  return /^[^.]{0,40}?(?:sökt|total|budget|medfinansi)/i.test(rest) || /^\. \p{Lu}/u.test(rest)
    ? first
    : amounts.at(-1)
}

function itemOf(text: Span, amount: FoundAmount, parts: Parts, below: Span | undefined): DecisionItem {
  const item = emptyItem()
  const number = NUMBER_BEFORE.exec(parts.name.text)
  if (number) item.projectNumber = read(subSpan(parts.name, 0, (number[1] ?? '').length), readNumber)
  item.name = read(
    number ? subSpan(parts.name, number[0].length, parts.name.text.length) : parts.name,
    readText,
  )
  const applicant = parts.applicant ?? (parts.rest && ownerSaidIn(parts.rest)) ?? below
  if (applicant) item.applicant = read(applicant, readApplicant)
  item.amount = read(subSpan(text, amount.start, amount.end), readAmount)
  item.amountKind = parts.kind ?? 'unspecified'
  item.fund = parts.fund ?? onlyFundIn(text.text.slice(amount.end)) ?? null
  return item
}

const OWNER_SAID = /^(?:Projektägare|Sökande|Stödmottagare|Ägare) är (\p{Lu}[^.]{1,120})(?:\.|$)/u

/** Who owns the project, where the next sentence says so: "Projektägare är Eskilstuna kommun." */
export function ownerSaidIn(rest: Span): Span | undefined {
  const said = OWNER_SAID.exec(rest.text)?.[1]
  const at = said ? rest.text.indexOf(said) : -1
  return said ? subSpan(rest, at, at + said.length) : undefined
}

const NUMBER_BEFORE = new RegExp(`^(${PROJECT_NUMBER})[ ,:–—-]+`)

/** The lines under a bullet that stand farther in than it and have no bullet of their own: the point goes on. */
function linesGoingOn(source: Source, index: number): Line[] {
  const bullet = source.lines[index]
  const lines: Line[] = []
  for (let at = index + 1; bullet && at < source.lines.length; at++) {
    const line = source.lines[at] as Line
    if (line.indent < bullet.indent + 2 || bulletLength(line.text) > 0) break
    lines.push(line)
  }
  return lines
}

// "Regionalfonden omfattar 461 miljoner", "X fick 6 miljoner": what a fund holds, or a sentence for another reader.
const NO_NAME =
  /(?:\bomfattar|\buppgår till|\bär|\bbeviljades|\bbeviljas|\btilldelas|\bfick|\bfår|\bav|\btill|\bför)(?: (?:nästan|drygt|ca|cirka|knappt|närmare|över))?$/i

/** Whether words can be a project's name: no fund's, none with a sum or half a sentence in it. */
const canBeEntry = (name: string): boolean =>
  !NO_NAME.test(name) &&
  !/^(?:kvar att|återstår|att fördela|summa|totalt|sammanlagt)/i.test(name) &&
  !isOnlyFund(name) &&
  findAmounts(name).length === 0 &&
  !/:.*,/.test(name)

/** The applicant where it slipped into the next bullet, or opens the line below: "Projektägare Destination Alfa AB vill". */
function applicantBelow(source: Source, index: number, isMarked: boolean): Span | undefined {
  const line = source.lines[index + 1]
  if (!line) return undefined
  const bullet = bulletLength(line.text) > 0
  if (isMarked) {
    const isApplicant =
      bullet && line.text.length <= 80 && looksLikeOrganisation(line.text) && !/\d/.test(line.text)
    return isApplicant && !/[(/:]/.test(line.text) ? titleOf(source, line) : undefined
  }
  if (isOrganisationAlone(line.text) && line.gap === 0) return spanWithin(source, line)
  const owner = /^Projektägaren? (?:är )?(\p{Lu}.{1,80}?)(?= (?:vill|ska|är|har|kommer)(?!\p{L})|[.,])/u.exec(
    line.text,
  )?.[1]
  return owner
    ? spanWithin(source, line, line.text.indexOf(owner), line.text.indexOf(owner) + owner.length)
    : undefined
}

/** A dash that opens a quotation is no bullet: somebody says the words. */
export const isQuote = (text: string): boolean =>
  /^[–—-] ?\p{Lu}/u.test(text) &&
  /\bsäger\b|\bmenar\b|\btycker\b|(?<!kr|kronor|SEK|miljoner|mkr)[.!?]$/i.test(text)

type Parts = Title & {
  kind?: AmountKind | undefined
  fund?: string | undefined
  /** What the line says after the entry. */
  rest?: Span | undefined
}

// Words between an entry and its amount that say what kind of sum it is.
const KIND_BEFORE: [AmountKind, RegExp][] = [
  ['applied', /(?:^|[ ,:–—-]+)(?:an)?sökt(?: (?:belopp|stöd|summa|EU-stöd))?$/i],
  ['prioritised', /(?:^|[ ,:–—-]+)(?:prioriterat (?:belopp|stöd)|prioriteras(?: med)?)$/i],
  [
    'awarded',
    /(?:^|[ ,:–—-]+)(?:beviljat (?:belopp|stöd)|(?:har )?(?:beviljas|beviljades|beviljats|tilldelas|tilldelades|får|fick|fått))$/i,
  ],
  ['unspecified', /(?:^|[ ,:–—-]+)(?:EU-stöd|EU-belopp|stöd|belopp)$/i],
]
const HEDGE_AT_END = /[ ,]+(?:ca\.?|cirka|drygt|nästan|knappt|närmare)$/i
const SEPARATORS_AT_END = /[ ,;:|/–—-]+$/
const FUND_AT_END = /[,;|–—-] ?([^,;|–—]{3,45})$/

function splitAtAmount(text: Span, amount: FoundAmount, isMarked: boolean): Parts | undefined {
  const before = text.text.slice(0, amount.start).trimEnd()
  const after = text.text.slice(amount.end)
  if (before === '') return isMarked ? splitAfterAmount(text, amount) : undefined
  if (before.endsWith('(')) return splitAroundParenthesis(text, before.slice(0, -1).trimEnd(), after.trim())
  if (after.startsWith(')')) return splitInParenthesis(text, before)
  if (TOTAL_BEFORE.test(before) || text.text.endsWith(':')) return undefined
  const { end, kind, fund } = cleanEnd(before)
  const name = subSpan(text, 0, end)
  const owner =
    /^ ?\((?:projektägare|sökande|ägare):? (.+)\)\.?$/i.exec(after)?.[1] ??
    /^ ?[,–—-] (\p{Lu}[^,.]{2,100})\.?$/u.exec(after)?.[1]
  if (owner && (after.startsWith(' (') || looksLikeOrganisation(owner))) {
    const at = text.text.lastIndexOf(owner)
    return { name, applicant: subSpan(text, at, at + owner.length), kind, fund }
  }
  const rest = restAfter(text, amount, isMarked)
  return name.text === '' || rest === undefined ? undefined : { ...splitTitle(name), kind, fund, ...rest }
}

/** Leaves out what stands at the end of a name before the amount: separators, the kind of sum, the fund. */
function cleanEnd(before: string): { end: number; kind: AmountKind | undefined; fund: string | undefined } {
  let end = before.replace(HEDGE_AT_END, '').replace(SEPARATORS_AT_END, '').length
  const found = KIND_BEFORE.find(([, words]) => words.test(before.slice(0, end)))
  if (found) end = before.slice(0, end).replace(found[1], '').replace(SEPARATORS_AT_END, '').length
  const fund = FUND_AT_END.exec(before.slice(0, end))
  if (!fund?.[1] || !isOnlyFund(fund[1])) return { end, kind: found?.[0], fund: undefined }
  return { end: fund.index, kind: found?.[0], fund: onlyFundIn(fund[1]) }
}

/** What may stand behind the amount: nothing, a remark, or on a bullet a sentence about the project. */
function restAfter(text: Span, amount: FoundAmount, isMarked: boolean): { rest?: Span } | undefined {
  const after = text.text.slice(amount.end).trim()
  if (
    /^\*{0,2}[.;]?$|^(?:i |EU-medel|EU-stöd|ur |från |under |per år|till (?:en )?förstudie)|^\([^)]*\)\.?$|^av (?:de )?sökta|^\(?(?:av )?sökt|^,? ?(?:av )?total/i.test(
      after,
    )
  )
    return {}
  const sentence = /^(?:\.|[–—-]|,?(?= (?:för|till) att)) ?(?=\p{L})/u.exec(after)
  if (!isMarked || !sentence) return undefined
  const from = text.text.length - after.length + sentence[0].length
  return { rest: subSpan(text, from, text.text.length) }
}

/** "3 100 000 kronor – X, Y" and "3 100 000 kronor till projektet X (Y)". */
function splitAfterAmount(text: Span, amount: FoundAmount): Parts | undefined {
  const words = /^ ?(?:[–—:-] ?|(?:till|för) (?:projekt(?:et)? )?(?=["”“\p{Lu}\d]))/u.exec(
    text.text.slice(amount.end),
  )
  if (!words) return undefined
  const end = text.text.replace(/\.$/, '').length
  const parts = splitTitle(subSpan(text, amount.end + words[0].length, end))
  return parts.applicant && parts
}

/** "X (Y, 3 100 000 kronor)". */
function splitInParenthesis(text: Span, before: string): Parts | undefined {
  const open = before.lastIndexOf('(')
  const owner = before.slice(open + 1).replace(SEPARATORS_AT_END, '')
  if (open <= 0 || owner === '' || before.slice(open).includes(')')) return undefined
  return { name: subSpan(text, 0, open), applicant: subSpan(text, open + 1, open + 1 + owner.length) }
}

/** "X (N kr), Y", "X (N kr) Y" and "X/Y (N kr)". */
function splitAroundParenthesis(text: Span, before: string, after: string): Parts | undefined {
  if (before === '' || !after.startsWith(')')) return undefined
  const owner = after
    .slice(1)
    .replace(/^[ ,–—:-]+/, '')
    .replace(/\.$/, '')
  if (owner) {
    const at = text.text.lastIndexOf(owner)
    return { name: subSpan(text, 0, before.length), applicant: subSpan(text, at, at + owner.length) }
  }
  const slash = before.lastIndexOf('/')
  if (slash < 0) {
    const parts = splitTitle(subSpan(text, 0, before.length))
    // The names of this form stand alone, with the applicant behind the sum; only a sure one is split off.
    const isSure = parts.applicant && looksLikeOrganisation(parts.applicant.text)
    return isSure ? parts : { name: subSpan(text, 0, before.length), applicant: undefined }
  }
  return { name: subSpan(text, 0, slash), applicant: subSpan(text, slash + 1, before.length) }
}
