import type { Meaning } from '../reading.ts'
import { isCountyName } from './areas.ts'

/** An organisation and the part of it that runs the project, if the source names one. */
export type Organisation = { organisation: string; unit: string | null }

const ORGANISATION_WORDS =
  /(?<![a-zåäö])(?:kommun(?:en|er|alförbund(?:et)?)?|stad|region(?:en)?|landsting(?:et)?|länsstyrelsen|universitet(?:et)?|högskola(?:n)?|ab|aktiebolag|ek(?:onomisk)? för(?:ening|\.)?|föreningen|stiftelsen|samordningsförbund(?:et)?|förbundet|institut(?:et)?|myndigheten|polismyndigheten|arbetsförmedlingen|försäkringskassan|kriminalvården|folkhögskola|studieförbundet|rådet|kammaren|handelskammaren?)(?![a-zåäö])|(?:förbund|förening|styrelse|verket|universitet|högskola|bolag|regionen|rådet)(?:et|en)?$/i
const UNIT_WORDS =
  /(?:förvaltning|kontor|enhet|nämnd|avdelning|sektion|verksamhet|sjukvårdsområde|centrum|center|program|utskott|myndighet)(?:en|et|ar|er)?(?![a-zåäö])|^(?:enheten|avdelningen|förvaltningen|sektionen|institutionen|kommunstyrelsen|kommunledning)|(?:folkhögskola|gymnasi(?:um|eskola)|bibliotek|sjukhus)(?:n|et)?$/i

/** Names compared without regard to capitals, punctuation and spacing. */
export const sameName = (a: string, b: string): boolean =>
  a === b || (beginAlike(a, b) && nameKey(a) === nameKey(b))
// A cheap look before the names are taken apart.
const beginAlike = (a: string, b: string) => a.charAt(0).toLowerCase() === b.charAt(0).toLowerCase()
const nameKey = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}+]/gu, '')

/** Whether the words name an organisation by its kind: a municipality, an association, a company. */
export const looksLikeOrganisation = (name: string): boolean => ORGANISATION_WORDS.test(name)
/** Whether the words name a part of an organisation: a department, an office, a committee. */
export const looksLikeUnit = (name: string): boolean =>
  UNIT_WORDS.test(name) && !/kommun$|stad$|^region /i.test(name)

/** Longer words are no owner that anybody wrote; they are kept whole and not compared part by part. */
const LONGEST_OWNER = 600

/**
 * Reads an owner as the project bank writes it: the organisation, often twice, with its unit after or before it.
 * "Södertälje Kommun, Södertälje Kommun, Arbetslivskontoret", "Arbetsmarknadsförvaltningen, Stockholms stad".
 */
export function readOrganisation(text: string): Meaning<Organisation> {
  if (text.length > LONGEST_OWNER || (!/[,/(]| [-–] /.test(text) && /\p{L}/u.test(text)))
    return { value: { organisation: officialForm(text), unit: null } }
  const [first = text, ...rest] = distinctParts(text)
  if (!/\p{L}/u.test(text)) {
    return { problem: { sv: 'Här borde stå en organisation.', en: 'An organisation should stand here.' } }
  }
  const parts = [first, ...rest.filter((part) => !nearDouble(first, part))]
  if (parts.length > 1 && parts.every(isMunicipality)) {
    return { value: { organisation: parts.map(officialForm).join(', '), unit: null } }
  }
  const at = parts.findIndex((part) => looksLikeOrganisation(part) && !looksLikeUnit(part))
  // The organisation stands first unless only a later part is one and the first names a part of something.
  const owner = at > 0 && (looksLikeUnit(first) || !looksLikeOrganisation(first)) && !isName(first) ? at : 0
  const unit = parts.filter((_, index) => index !== owner).join(', ')
  return { value: { organisation: officialForm(parts[owner] ?? first), unit: unit || null } }
}

/** A name of its own, not a common noun for a kind of unit: "Film i Skåne", "Coompanion". */
const isName = (part: string) =>
  !UNIT_WORDS.test(part) && !/^[a-zåäö]/.test(part) && !/område(?:t)?$|^centrum /i.test(part)

/** The parts between commas, each kept once: the project bank writes many owners twice. */
function distinctParts(text: string): string[] {
  const parts: string[] = []
  for (const part of text.split(/ ?, ?/).filter(Boolean)) {
    // "Almi Gotland, Kronoberg och Kalmar län" is one name that counts up counties.
    const before = parts.at(-1)
    const isPlaces = part.split(/ (?:och|&) /).every(isCountyName)
    if (before && isPlaces && !looksLikeUnit(before)) parts[parts.length - 1] = `${before}, ${part}`
    else parts.push(part)
  }
  const distinct = parts.filter(
    (part, index) => parts.findIndex((earlier) => sameName(earlier, part)) === index,
  )
  // "Film, TV och Medier AB": one name that counts up what it is about.
  const [first = '', last = ''] = [distinct[0], distinct.at(-1)]
  const isOneName =
    /^[^ ]+ (?:och|&) /.test(last) && looksLikeOrganisation(last) && !looksLikeOrganisation(first)
  return isOneName && distinct.length > 1 ? [distinct.join(', ')] : distinct.flatMap(splitUnit)
}

const HAS_UNITS =
  / (?:kommun|stad|universitet|högskola|landsting)$|^(?:Region|Högskolan|Länsstyrelsen) |regionen$/

/** "Göteborgs stad/Förvaltningen för funktionsstöd", "Malmö stad - X", "Region Skåne (X)": an organisation with a unit. */
function splitUnit(part: string): string[] {
  const [, left = '', right = ''] = /^([^(/]+?)(?: ?\/ ?| [-–] | \()([^(/)]+)\)?$/.exec(part) ?? []
  if (!right || !HAS_UNITS.test(left)) return [part]
  return part.endsWith(')') || looksLikeUnit(right) ? [left, right] : [part]
}

/**
 * Two parts of an owner that are almost the same name: a word or two more, a slip of one or two letters. Other
 * capitals are no other name. Returns the pair, or nothing where the owner is named once or exactly twice.
 */
export function nearDoubleIn(text: string): [string, string] | undefined {
  if (text.length > LONGEST_OWNER || !text.includes(',')) return undefined
  const parts = text.split(/ ?, ?/).filter(Boolean)
  for (const [index, part] of parts.entries()) {
    const earlier = parts.slice(0, index).find((other) => !sameName(other, part) && nearDouble(other, part))
    if (earlier) return [earlier, part]
  }
  return undefined
}

function nearDouble(a: string, b: string): boolean {
  if (!beginAlike(a, b)) return false
  if (isAbbreviation(a, b) || isAbbreviation(b, a)) return true
  const [short, long] = [a, b].map(nameWords).sort((x, y) => x.length - y.length) as [string[], string[]]
  const extra = long.filter((word) => !short.includes(word))
  const wordsMore = short.length > 1 && extra.length <= 2 && short.every((word) => long.includes(word))
  const oneWordMore = short.length === 1 && long.length === 2 && long[0] === short[0]
  // A unit often repeats the name of its organisation ("Mora kommun", "Mora kommun Socialförvaltningen").
  if (wordsMore || oneWordMore) return !extra.some(looksLikeUnit)
  return Math.min(a.length, b.length) >= 8 && editDistanceAtMost(nameKey(a), nameKey(b), 2)
}

/** "SKL" for "Sveriges kommuner och landsting". */
function isAbbreviation(short: string, long: string): boolean {
  if (!/^[A-ZÅÄÖ]{2,6}$/.test(short)) return false
  const words = nameWords(long).filter((word) => !['och', 'i', 'för', 'på', 'av'].includes(word))
  return words.map((word) => word.charAt(0)).join('') === short.toLowerCase()
}

const nameWords = (name: string) =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}+]+/u)
    .filter(Boolean)

/** Whether two short strings differ by at most `limit` inserted, dropped or changed letters. */
function editDistanceAtMost(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit || a.length > 200) return false
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + change))
    }
    row = next
  }
  return (row[b.length] ?? limit + 1) <= limit
}

/** A municipality or a region by its name: several of them in a row act together, none is a unit of another. */
export const isMunicipality = (part: string): boolean =>
  /^(?:\p{Lu}[\p{L} -]+ (?:kommun|stad)|Region \p{Lu}[\p{L} -]+)$/u.test(part)

// Towns whose municipality calls itself "stad" and takes a genitive s: "Stockholms stad", not "Stockholm stad".
const TOWN_WITHOUT_GENITIVE =
  /^(Stockholm|Göteborg|Helsingborg|Sundbyberg|Mölndal|Vaxholm|Trollhättan) stad$/i

/** The form that the organisation uses itself, where the source only dropped the genitive of a town's name. */
export const officialForm = (name: string): string => name.replace(TOWN_WITHOUT_GENITIVE, '$1s stad')

/** "Nynäshamn" as it stands before "kommun": "Nynäshamns kommun", but "Järfälla kommun", "Borås kommun". */
export const municipalityOf = (place: string): string =>
  `${/[sxzaeiouyåäö]$|^Kalmar$/i.test(place) ? place : `${place}s`} kommun`

// Names that end in s by themselves: their genitive looks like the name.
const ENDS_IN_S = /(?:ås|näs|fors|grums|hus|plus|campus|nexus|focus|fokus|gruppens|[A-ZÅÄÖ]S)$/

/** A name out of its genitive: "Stiftelsen Fryshusets" is "Stiftelsen Fryshuset". */
export const withoutGenitive = (name: string): string =>
  ENDS_IN_S.test(name) ? name : name.replace(/[’':]s$|(?<=\p{L})s$/u, '')
