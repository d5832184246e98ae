import type { Place } from '../parse/source.ts'
import { isCountyName } from '../parse/values/areas.ts'
import { looksLikeOrganisation, looksLikeUnit } from '../parse/values/organisation.ts'
import { ANY_SPACE, fold, followOn, isCapitalised, isParticle, type Word } from './words.ts'

/** Two to four words that may be somebody's name. */
export type Name = Word[]

const LONGEST_NAME = 4
const STOP =
  /^(?:e-?post\p{L}*|e-?mail|mejl|mail|tel|tfn|telefon\p{L}*|mobil\p{L}*|fax|vaxel|kontakt\p{L}*|webb\p{L}*|hemsida\p{L}*|adress|region\p{L}*|kommun\p{L}*|lans\p{L}*|landsting\p{L}*|stad|stads|stadens|sverige\p{L}*|svensk\p{L}*|europ\p{L}*|nordisk\p{L}*|norra|sodra|ostra|vastra|ovre|mellersta|nedre|stora|lilla|nya|roda|korset|radda|barnen|ung|unga|vuxna|folkets|hus|eu|esf|eruf|ab|hb|kb|(?:del)?projekt\p{L}*|strukturfond\p{L}*|social\p{L}*|arbets\p{L}*|forsakrings\p{L}*|tillvaxt\p{L}*|sokande|agare|stodmottagare|belopp|summa|beslut|namn|diarienummer|organisation\p{L}*|mer|mera|for|om|las|valkommen|info|information|fakta|fragor|vid|den|det|detta|de|en|ett|i|pa|av|med|till|fran|och|eller|samt|vi|du|ni|han|hon|har|ar|hej|se|ej|ingen|inte|saknas|uppgift\p{L}*|angiven|angivet|okand|vakant|ordforande|vd|ring|mejla|maila|skriv|fraga|sok)$/u
const STOP_ENDING =
  /(?:verket|styrelsen?|forvaltning(?:en)?|kontoret|namnd(?:en)?|enhet(?:en)?|avdelning(?:en)?|forbund(?:et)?|forening(?:en)?|radet|byran?|bolag(?:et)?|skola(?:n)?|skolor|gymnasi(?:um|et)|centr(?:um|et)|center|mission(?:en)?|kyrka(?:n)?|kassan|formedling(?:en)?|partnerskap(?:et)?|institut(?:et)?|myndighet(?:en)?|stiftelse(?:n)?|akademi(?:n)?|museum|museet|bibliotek(?:et)?|sjukhus(?:et)?|kooperativ(?:et)?|natverk(?:et)?|gruppen|universitet(?:et)?|fonden?|projektet|lanet|regionen|sverige|norrland|mellansverige|samhallet|service|utbildning(?:en)?|naringsliv|utveckling)$/u
/** How words end that say what somebody is at work. */
export const ROLES =
  'ledare|chef|ansvarig|samordnare|koordinator|handläggare|ekonom|strateg|sekreterare|controller|administratör|direktör|assistent|utvecklare|rådgivare|coach|rektor|redaktör'
const ROLE = new RegExp(`(?:${fold(ROLES)})(?:n|en|s)?$`, 'u')
/** Consultants and colleagues may be companies: the words end a name, but introduce none. */
const COLLEAGUE = /(?:konsult|kontaktperson|medarbetare|foretradare)(?:n|en|s)?$/u

/** What somebody is at work: "projektledare", "Enhetschef". */
export const isRole = (word: Word): boolean => ROLE.test(word.folded)

/** Whether a word may be a part of a person's name: a capital, and none of the words that begin or end other names. */
function isNameWord(word: Word): boolean {
  if (!isCapitalised(word) || isRole(word) || COLLEAGUE.test(word.folded)) return false
  if (STOP.test(word.folded) || STOP_ENDING.test(word.folded) || isCountyName(word.raw)) return false
  return !/^\p{Lu}{2,3}$/u.test(word.raw) && !looksLikeOrganisation(word.raw) && !looksLikeUnit(word.raw)
}

/** The name whose first word is at `index`; none where fewer than two words follow each other. */
export function nameFrom(text: string, words: Word[], index: number): Name | undefined {
  const name: Word[] = []
  for (let at = index; name.length < LONGEST_NAME; at++) {
    const [word, before] = [words[at], name.at(-1)]
    if (!word || (before && !followOn(text, before, word))) break
    if (!isNameWord(word) && !(before && isParticle(word))) break
    name.push(word)
  }
  const next = words[index + name.length]
  if (next && COMPANY.test(next.raw) && followOn(text, name.at(-1) ?? next, next)) return undefined
  return asName(name)
}

/** The name whose last word is at `index`. */
export function nameUntil(text: string, words: Word[], index: number): Name | undefined {
  const name: Word[] = []
  for (let at = index; name.length < LONGEST_NAME; at--) {
    const [word, after] = [words[at], name[0]]
    if (!word || (after && !followOn(text, word, after))) break
    if (!isNameWord(word) && !(after && isParticle(word))) break
    name.unshift(word)
  }
  while (name[0] && isParticle(name[0]) && !isCapitalised(name[0])) name.shift()
  return asName(name)
}

const COMPANY = /^(?:AB|HB|KB|Aktiebolag|Ltd|Inc|ASA?|Oy|Group)$/

function asName(name: Word[]): Name | undefined {
  while (name.length > 0 && !isCapitalised(name.at(-1) as Word)) name.pop()
  return name.length >= 2 && (name.at(-1)?.folded.length ?? 0) > 1 ? name : undefined
}

/**
 * The pairs of words by which a name is found again: its first word with each that follows, since where a name ends
 * is less certain than where it begins; or, where the end is certain, its last with each before. Of a double surname
 * each half counts.
 */
export function pairsOf(name: Name, certain: 'start' | 'end'): string[] {
  const others = certain === 'start' ? name.slice(1) : name.slice(0, -1)
  const known = (certain === 'start' ? name[0] : name.at(-1)) as Word
  return others
    .filter((word) => word.folded.length > 1 && !isParticle(word))
    .flatMap((word) => (certain === 'start' ? pair(known, word) : pair(word, known)))
}

function pair(first: Word, last: Word): string[] {
  const halves = last.folded.includes('-') ? last.folded.split('-').filter((half) => half.length > 2) : []
  return [last.folded, ...halves].map((surname) => `${first.folded} ${surname}`)
}

/** Every two words of a text that stand near each other: names among these belong to what is public. */
export const pairsWithin = (words: Word[]): string[] =>
  words.flatMap((word, index) =>
    words
      .slice(index + 1, index + LONGEST_NAME)
      .flatMap((next) => formsOf(next).map((form) => `${word.folded} ${form}`)),
  )

/**
 * Where names stand in a text, by their pairs of words: with a name or an initial between, with the surname first,
 * in the genitive, as the first half of a double surname. Time grows with the number of words, not of names.
 */
export function placesOfNames(text: string, words: Word[], names: Set<string>): Place[] {
  if (names.size === 0) return []
  return words.flatMap((word, index) => {
    if (!isCapitalised(word)) return []
    const place = nameAt(text, words, index, names)
    return place ? [place] : []
  })
}

function nameAt(text: string, words: Word[], index: number, names: Set<string>): Place | undefined {
  const first = words[index] as Word
  let before = first
  let place: Place | undefined
  for (const word of words.slice(index + 1, index + LONGEST_NAME)) {
    const isNext = followOn(text, before, word, ANY_SPACE)
    if (before === first && isReversed(text, first, word, names)) return { start: first.start, end: word.end }
    if (!isNext || !(isCapitalised(word) || isParticle(word))) break
    if (formsOf(word).some((form) => names.has(`${first.folded} ${form}`)))
      place = { start: first.start, end: word.end }
    before = word
  }
  return place
}

/** "Almén, Anna". */
const isReversed = (text: string, first: Word, word: Word, names: Set<string>): boolean =>
  isCapitalised(word) &&
  /^,?\s{1,2}$/.test(text.slice(first.end, Math.min(word.start, first.end + 4))) &&
  names.has(`${word.folded} ${first.folded}`)

/** A word as it stands, without a genitive, and the first half of a double name. */
function formsOf({ folded }: Word): string[] {
  const half = folded.split('-')[0] ?? folded
  return [...new Set([folded, half].flatMap((form) => [form, form.replace(/[’']?s$/, '')]))]
}

/** The pairs of words that an address names: "anna.2.almen-bergstrom@" is Anna Almén or Anna Bergström. */
export function pairsOfAddress(address: string): string[] {
  const parts = (address.split(/@|[([{<]|\s/)[0] ?? '').split(/[._]/).map(fold)
  const [first, ...rest] = parts.filter((part) => /^\p{L}[\p{L}-]{1,40}$/u.test(part) && !isStop(part))
  if (!first) return []
  return rest.flatMap((last) => [last, ...last.split('-')].map((surname) => `${first} ${surname}`))
}

const isStop = (folded: string): boolean => STOP.test(folded) || STOP_ENDING.test(folded) || ROLE.test(folded)
