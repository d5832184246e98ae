import { nameKey } from './keys.ts'
import { markOf } from './name-marks.ts'
import { folded } from './spelling.ts'

/** What the name of a project says: the words that it is known by, and the marks that tell it from its namesakes. */
export type ProjectName = {
  /** The name without capitals and punctuation: `nameKey`. */
  key: string
  /** The words, in small letters and in order, without small ones and without "projekt" in front. */
  words: readonly string[]
  /** Each word as it sounds: forgives spelling. */
  sounds: readonly string[]
  /** The words in one, as they sound. */
  sound: string
  /** Words and marks as they are written, in small letters. */
  tokens: readonly string[]
  /** Numbers, years, phases, directions, plus signs: `2.0`, `vidare`, `+`. In order. */
  marks: readonly string[]
  /** What stands before a colon, a dash or a bracket, and what stands after it; null for a name in one piece. */
  parts: readonly [head: ProjectName, rest: ProjectName] | null
}

/** No name is longer; what comes after says no more, and time stays bounded. */
const LONGEST_NAME = 300
const MOST_WORDS = 40

/** A batch compares the same names again and again. */
const read = new Map<string, ProjectName>()
const MOST_READ = 50_000

/** Takes a project's name apart. Pure. */
export function readProjectName(name: string): ProjectName {
  const known = read.get(name)
  if (known) return known
  if (read.size >= MOST_READ) read.clear()
  const plain = name
    .slice(0, LONGEST_NAME)
    .normalize('NFKC')
    .replace(/\s{1,300}/gu, ' ')
    .trim()
  const made = { ...takeApart(withoutFund(plain)), key: nameKey(name) }
  read.set(name, made)
  return made
}

/** "Framsteg (ESF)" names its fund, not itself. */
const withoutFund = (name: string) => name.replace(/ ?\((?:ESF\+?|ERUF|Socialfonden|Regionalfonden)\)$/iu, '')

function takeApart(name: string): ProjectName {
  const parts = partsOf(name)
  return { ...wordsOf(name), parts: parts && [withoutParts(parts[0]), withoutParts(parts[1])] }
}

const withoutParts = (text: string): ProjectName => ({ ...wordsOf(text), parts: null })

/** "Fast Care - Hem hos oss", "FUN (Främja Ungas Närvaro)", "Gruvan: en resurs": a name and what it is explained by. */
function partsOf(name: string): [string, string] | null {
  const [, head = '', rest = ''] =
    /^([^:(|–—]{2,200}?) ?(?: [-–—]|[:(|–—]) ?([^)]{2,200})\)?$/u.exec(name) ?? []
  return /\p{L}/u.test(head) && /\p{L}|\p{N}/u.test(rest) ? [head.trim(), rest.trim()] : null
}

const TOKENS = /\p{L}{1,80}|\p{N}{1,20}(?:[.,]\p{N}{1,10}){0,4}|\+/gu

function wordsOf(text: string): Omit<ProjectName, 'parts'> {
  const tokens = withoutNoise(text.toLowerCase().replaceAll('&', ' och ').match(TOKENS) ?? []).slice(
    0,
    MOST_WORDS,
  )
  const words: string[] = []
  const marks: string[] = []
  for (const [at, token] of tokens.entries()) {
    const mark = markOf(token, { isLast: at === tokens.length - 1 && at > 0 })
    if (mark !== null) marks.push(mark)
    else if (!SMALL_WORDS.has(token)) words.push(token)
  }
  const sounds = words.map(folded)
  return { key: nameKey(text), tokens, words, sounds, marks, sound: sounds.join('') }
}

/** Words that names are written with and without. "Till", "från", "med" and "mot" change what a name says. */
const SMALL_WORDS = new Set([
  'for',
  'pa',
  'a',
  'i',
  'och',
  'på',
  'av',
  'för',
  'inom',
  'samt',
  'the',
  'of',
  'and',
  'å',
])

/** "Projekt Komhall Bas" is "Komhall Bas". */
const withoutNoise = (tokens: readonly string[]) =>
  tokens.length > 1 && /^projekte?t?$/u.test(tokens[0] ?? '') ? tokens.slice(1) : tokens
