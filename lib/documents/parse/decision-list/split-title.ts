import { bulletLength } from '../description.ts'
import type { Line, Source, Span } from '../source.ts'
import { spanWithin, subSpan } from '../source.ts'
import { isCountyName } from '../values/areas.ts'
import { looksLikeOrganisation, looksLikeUnit } from '../values/organisation.ts'

/** A name and who applies, as one line holds them. */
export type Title = { name: Span; applicant: Span | undefined }

/** The number of an entry in a list. */
export const NUMBERING = /^\d{1,2}[.)] (?=\p{Lu}|["”“])/u

/** A line's words without its bullet or number. */
export function titleOf(source: Source, line: Line): Span {
  const bullet = bulletLength(line.text)
  const number = NUMBERING.exec(line.text.slice(bullet))?.[0].length ?? 0
  return spanWithin(source, line, bullet + number)
}

/** Words in a last parenthesis that belong to the name: a phase, a year, an abbreviation. */
const PART_OF_NAME =
  /^(?:fas|etapp|del|steg|år|förstudie|genomförande|projektering|version|\d)|^[A-ZÅÄÖ]{2,8}$/i

/**
 * Splits "X av Y", "X (Y)", "X, Y" and "X – Y" into name and applicant, from the far end; an organisation that stands
 * first is the applicant. Nothing but a name is found where no part can be an applicant.
 */
export function splitTitle(title: Span): Title {
  const parts = splitFromEnd(title)
  const { name, applicant } = parts
  const isTurned = applicant && isOrganisationAlone(name.text) && !looksLikeOrganisation(applicant.text)
  return isTurned ? { name: applicant, applicant: name } : parts
}

function splitFromEnd(title: Span): Title {
  const { text } = title
  const part = (nameEnd: number, from: number, to = text.length): Title => ({
    name: subSpan(title, 0, nameEnd),
    applicant: subSpan(title, from, to),
  })
  const open = text.endsWith(')') ? openingOf(text) : -1
  const inside = open > 0 ? text.slice(open + 1, -1) : ''
  if (open > 0 && !isPartOfName(inside, text.slice(0, open))) return part(open, open + 1, text.length - 1)
  const mark = /^(.+?) ?[;|] ([^;|]+)$/.exec(text)
  if (mark?.[1] && mark[2]) return part(mark[1].length, text.length - mark[2].length)
  const comma = lastComma(text)
  const by = text.lastIndexOf(' av ')
  if (by > 0 && by > comma && canBeApplicant(text.slice(by + 4))) return part(by, by + 4)
  if (comma > 0 && canBeApplicant(text.slice(comma + 2))) {
    const from = unitBefore(text, placesBefore(text, comma))
    return part(from, from + 2)
  }
  const dash = Math.max(text.lastIndexOf(' – '), text.lastIndexOf(' - '), text.lastIndexOf(' / '))
  if (dash > 0 && (looksLikeOrganisation(text.slice(dash + 3)) || isOrganisationAlone(text.slice(0, dash)))) {
    return part(dash, dash + 3)
  }
  const colon = text.indexOf(': ')
  if (
    colon > 0 &&
    (isOrganisationAlone(text.slice(0, colon)) || isOrganisationAlone(text.slice(colon + 2)))
  ) {
    return part(colon, colon + 2)
  }
  return { name: title, applicant: undefined }
}

/** The name of an organisation and nothing more: "Eskilstuna kommun", "Region Sörmland". */
export const isOrganisationAlone = (text: string): boolean =>
  /^(?:\p{Lu}[\p{L} -]{1,40} (?:kommun|stad|universitet|högskola|län|AB|ek\.? för\.?)|(?:Region|Länsstyrelsen|Högskolan|Stiftelsen|Föreningen|Samordningsförbundet|Kommunalförbundet) [\p{L} -]{2,50}|Arbetsförmedlingen|Försäkringskassan)$/u.test(
    text,
  )

/** Where the parenthesis opens that the text ends with. */
function openingOf(text: string): number {
  let depth = 0
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === ')') depth++
    if (text[at] === '(' && --depth === 0) return at
  }
  return -1
}

function isPartOfName(inside: string, before: string): boolean {
  if (looksLikeOrganisation(inside) && !/^(?:förstudie|fas)/i.test(inside))
    return before.includes(', ') && /^[A-ZÅÄÖ]{2,8}$/.test(inside)
  return (
    PART_OF_NAME.test(inside) && (/^\p{Ll}|^\d/u.test(inside) || before.includes(', ') || inside.length <= 4)
  )
}

/** The last comma outside parentheses that words follow. */
function lastComma(text: string): number {
  let depth = 0
  for (let at = text.length - 2; at > 0; at--) {
    if (text[at] === ')') depth++
    if (text[at] === '(') depth--
    if (depth === 0 && text[at] === ',' && text[at + 1] === ' ') return at
  }
  return -1
}

/** A unit stands before its organisation: "X, Arbetsmarknadsförvaltningen, Stockholms stad". */
function unitBefore(text: string, comma: number): number {
  const earlier = lastComma(text.slice(0, comma))
  if (earlier < 0 || !looksLikeOrganisation(text.slice(comma + 2))) return comma
  const between = text.slice(earlier + 2, comma)
  return looksLikeUnit(between) && !/ .* .* /.test(between) ? earlier : comma
}

/** "Almi Gotland, Kronoberg, Jönköping och Kalmar län": a list of counties goes on with the name before it. */
function placesBefore(text: string, comma: number): number {
  const last = text.slice(comma + 2).split(/ och /)
  if (!last.every((place) => isCountyName(place))) return comma
  for (let at = comma; ; ) {
    const earlier = lastComma(text.slice(0, at))
    if (earlier < 0) return at
    if (!isCountyName(text.slice(earlier + 2, at))) return earlier
    at = earlier
  }
}

/** An applicant begins with a capital or a digit, and is no sentence. */
const canBeApplicant = (text: string): boolean =>
  /^(?:[\p{Lu}\d]|[a-z]\p{Lu})/u.test(text) && text.length <= 150 && !/\. \p{Lu}/u.test(text)
