import type { Place } from '../parse/source.ts'
import { isRole, type Name, nameFrom, nameUntil, ROLES } from './names.ts'
import { isCapitalised, type Word } from './words.ts'

/** A name with the end of it that is beyond doubt: what introduces it stands before or after. */
export type Introduced = { name: Name; certain: 'start' | 'end' }

const ROLE = `\\p{L}{0,30}(?:${ROLES})(?:n|en)?`
const FILLER =
  '(?:gärna|även|också|då|oss|mig|dem|vår|våra|vårt|din|er|projektets|kommunens|är|heter|antingen|för|projektet|mer|information|via|till|nya|biträdande|tf\\.?|med)'
// What may stand between the word that introduces a person and the name.
const BETWEEN = `[\\s:,]{0,3}(?:(?:${FILLER}|${ROLE})[\\s:,]{1,3}){0,5}`
const INTRODUCTION = new RegExp(
  `(?<!\\p{L})(?:kontakta|kontakt(?:person(?:en|er|erna)?|uppgift(?:er)?)?|(?:vänd|hör)(?:a)? (?:dig|er|av (?:dig|er)) till|${ROLE})(?!\\p{L})${BETWEEN}(?=\\p{L})`,
  'giu',
)
/** "Kontaktperson Region Dalarna: Kim Exempel", "Kontaktperson på kommunen är Kim Exempel". */
const LABEL = new RegExp(
  `(?<!\\p{L})(?:kontakt(?:a|person(?:en|er|erna)?|uppgift(?:er)?)?|${ROLE})(?!\\p{L})[^:.;\\n\\r]{0,60}(?::|(?<!\\p{L})är(?!\\p{L})|(?<!\\p{L})heter(?!\\p{L}))\\s{0,3}(?=\\p{L})`,
  'giu',
)
/** Between a name and the number, the address or the role that stands after it. */
const NUMBER_LABEL =
  '(?:e-?post(?:adress)?|e-?mail|mejl|mail|tel|tfn|telefon(?:nummer)?|mobil(?:nummer|telefon)?)'
const CONNECTION = new RegExp(
  `^[\\s,;:(/|–-]{0,5}(?:(?:${NUMBER_LABEL}|på|via|är|nås|och|eller|vår|projektets|${ROLE})[\\s,;:.()/|–-]{0,4}){0,6}$`,
  'iu',
)
/** "Huvudsekreterare Strukturfondspartnerskapet Norra Mellansverige" between a name and a number. */
const TITLE = new RegExp(
  `^[\\s,(–-]{1,5}${ROLE}(?!\\p{L})[^\\n\\r:;@]{0,80}[\\s,)]{1,4}(?:${NUMBER_LABEL}[.:]?\\s{0,3})?$`,
  'iu',
)
/** "Lisa Svensson, Region Skåne, 040-123 45 67", where the name begins the line. */
const ORGANISATION = new RegExp(`^,[^\\n\\r:;@]{1,60}[,\\s(]{1,3}(?:${NUMBER_LABEL}[.:]?\\s{0,3})?$`, 'iu')
const LINE_START = /(?:^|[\n\r\t•·*:]|[.!?] )\s{0,3}$/
const BEFORE_ROLE = /^(?:\s?[,(|/–-]\s?|\s(?:är|som är|blir)\s(?:vår\s|projektets\s)?)$/u
const ANOTHER = /^\s?(?:,|&|\/|och|eller|samt)\s?$/u
const LONGEST_CONNECTION = 100

/** The names that a text introduces as contacts: after "Kontakta", after or before a role, before a number. */
export function introducedNames(text: string, words: Word[], numbers: Place[]): Introduced[] {
  return [
    ...[INTRODUCTION, LABEL].flatMap((pattern) => namesAfter(text, words, pattern)),
    ...namesBeforeNumbers(text, words, numbers),
    ...namesBeforeRoles(text, words),
  ]
}

function namesAfter(text: string, words: Word[], pattern: RegExp): Introduced[] {
  const indexAt = new Map(words.map((word, index) => [word.start, index]))
  return [...text.matchAll(pattern)].flatMap((match) => {
    const index = indexAt.get(match.index + match[0].length)
    return index === undefined ? [] : namesInARow(text, words, index)
  })
}

/** "Lisa Svensson, Kim Exempel eller Eva Prov". */
function namesInARow(text: string, words: Word[], index: number): Introduced[] {
  const found: Introduced[] = []
  for (let at = index, name = nameFrom(text, words, at); name && found.length < 6; ) {
    found.push({ name, certain: 'start' })
    const last = name.at(-1) as Word
    at += name.length
    if (/^(?:och|eller|samt)$/.test(words[at]?.folded ?? '')) at++
    const next = words[at]
    const gap = next && next.start - last.end < 12 ? text.slice(last.end, next.start).trim() : ''
    name = ANOTHER.test(gap) ? nameFrom(text, words, at) : undefined
  }
  return found
}

function namesBeforeNumbers(text: string, words: Word[], numbers: Place[]): Introduced[] {
  let index = 0
  return numbers.flatMap(({ start, end }) => {
    while (index < words.length && (words[index] as Word).end <= start) index++
    const name = nameBefore(text, words, index - 1, start) ?? nameInParentheses(text, words, index, end)
    return name ? [name] : []
  })
}

/** The nearest name before a number with nothing but a connection, or what its bearer is, between. */
function nameBefore(text: string, words: Word[], from: number, start: number): Introduced | undefined {
  for (let at = from; at >= 0; at--) {
    const word = words[at] as Word
    if (start - word.end > LONGEST_CONNECTION) return undefined
    const name = isCapitalised(word) ? nameUntil(text, words, at) : undefined
    if (name && belongsTo(text, name, text.slice(word.end, start))) return { name, certain: 'end' }
  }
  return undefined
}

/** Whether a name is that of the number's bearer, by what stands between. */
function belongsTo(text: string, name: Name, between: string): boolean {
  if (CONNECTION.test(between) || TITLE.test(between)) return true
  const start = name[0]?.start ?? 0
  return ORGANISATION.test(between) && LINE_START.test(text.slice(Math.max(0, start - 5), start))
}

/** "lisa@example.se (Lisa Svensson)". */
function nameInParentheses(text: string, words: Word[], index: number, end: number): Introduced | undefined {
  let at = index
  while (at < words.length && (words[at] as Word).start < end) at++
  const word = words[at]
  if (!word || !/^\s?\($/.test(text.slice(end, Math.min(word.start, end + 4)))) return undefined
  const name = nameFrom(text, words, at)
  return name && { name, certain: 'start' }
}

const namesBeforeRoles = (text: string, words: Word[]): Introduced[] =>
  words.flatMap((word, index) => {
    if (!isRole(word)) return []
    const before = words.slice(Math.max(0, index - 4), index).findLastIndex(isCapitalised)
    const at = Math.max(0, index - 4) + before
    const last = words[at]
    if (before < 0 || !last || !BEFORE_ROLE.test(text.slice(last.end, word.start))) return []
    const name = nameUntil(text, words, at)
    return name ? [{ name, certain: 'end' as const }] : []
  })
