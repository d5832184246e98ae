import { nameKey } from './keys.ts'
import { type NamedOrganisation, readOrganisationName } from './organisation-name.ts'
import { isPlace } from './places.ts'
import { isSameWord, isSlip, type WordMatch, wordMatch } from './words.ts'

/** Why two organisations may be one; texts explain each. */
export type Why =
  | 'sameName'
  | 'municipality'
  | 'region'
  | 'unit'
  | 'unitOrder'
  | 'legalForm'
  | 'wordOrder'
  | 'spelling'
  | 'abbreviation'
  | 'typo'
  | 'initials'

/** `score`: 0 to 1, how sure. */
export type Likeness = { score: number; why: Why }

const SCORES: Record<Why, number> = {
  sameName: 0.99,
  municipality: 0.97,
  unitOrder: 0.95,
  spelling: 0.93,
  wordOrder: 0.92,
  legalForm: 0.9,
  unit: 0.88,
  abbreviation: 0.86,
  region: 0.84,
  typo: 0.8,
  initials: 0.7,
}

/** An organisation as it is compared: every name that it goes by, and its number. */
export type Comparable = { names: readonly string[]; number: string | null }

/**
 * How an organisation looks like another, by the two names of them that are most alike; null where they are two. Their
 * numbers go before their names: two that differ are two. A wrong pair costs an editor more than a missed one: a name that
 * differs in a place, a number, a direction or a word is another's. Pure.
 */
export function likeness(a: Comparable, b: Comparable): Likeness | null {
  if (a.number !== null && b.number !== null && a.number !== b.number) return null
  const found = a.names.flatMap((name) => b.names.flatMap((other) => nameLikeness(name, other) ?? []))
  return found.sort((one, other) => other.score - one.score)[0] ?? null
}

const because = (why: Why): Likeness => ({ score: SCORES[why], why })

/** How a name looks like another. Pure. */
export function nameLikeness(first: string, second: string): Likeness | null {
  if (nameKey(first) === nameKey(second)) return nameKey(first) === '' ? null : because('sameName')
  const [a, b] = [readOrganisationName(first), readOrganisationName(second)]
  const head = headLikeness(a, b)
  if (!head || (a.unit === null && b.unit === null)) return head === 'same' ? because('spelling') : head
  // Two units of one organisation are two names for two things.
  if (a.unit !== null && b.unit !== null && a.unit !== b.unit) return null
  if ((a.unit === null) !== (b.unit === null)) return because('unit')
  if (head !== 'same') return head
  return because(a.unitFirst === b.unitFirst ? 'spelling' : 'unitOrder')
}

/** How the organisations themselves are alike, whatever their units. */
function headLikeness(a: NamedOrganisation, b: NamedOrganisation): Likeness | 'same' | null {
  if (a.kind !== b.kind) return null
  if (a.kind !== 'other') return bodiesLikeness(a, b)
  if (a.form !== null && b.form !== null && a.form !== b.form) return null
  return initialsLikeness(a, b) ?? wordsLikeness(a, b)
}

/** Municipalities and regions: by their place alone. */
function bodiesLikeness(a: NamedOrganisation, b: NamedOrganisation): Likeness | 'same' | null {
  const [place, other] = [a.place ?? '', b.place ?? '']
  if (place !== other) return isSlip(place, other) ? because('typo') : null
  const isOneName = a.words.join(' ') === b.words.join(' ')
  if (isOneName) return 'same'
  return because(a.kind === 'region' ? 'region' : 'municipality')
}

function initialsLikeness(a: NamedOrganisation, b: NamedOrganisation): Likeness | null {
  const isShort = (short: NamedOrganisation, long: NamedOrganisation) =>
    short.initials !== null && long.words.length > 2 && initialsOf(long) === short.initials
  return isShort(a, b) || isShort(b, a) ? because('initials') : null
}

const initialsOf = ({ words }: NamedOrganisation) => words.map((word) => word.charAt(0)).join('')

/** The same words, but for how they are written: one by one, whatever their order. */
function wordsLikeness(a: NamedOrganisation, b: NamedOrganisation): Likeness | 'same' | null {
  const pairs = pairsOf(a.words, b.words)
  if (!pairs) return null
  const unlike = pairs.filter(({ match }) => match !== 'same')
  // One slip in a name is a slip; two make another name.
  if (unlike.length > 1 && unlike.some(({ match }) => match === 'typo')) return null
  if (!isTelling(a.words) || !isTelling(b.words)) return null
  if (a.form !== b.form) return unlike.length === 0 ? because('legalForm') : null
  const [difference] = unlike
  if (difference) return because(difference.match === 'same' ? 'spelling' : difference.match)
  if (a.words.join(' ') !== b.words.join(' ')) return because('wordOrder')
  return 'same'
}

/** Whether words are enough to know an organisation by: a place alone is none, nor are a few letters. */
const isTelling = (words: readonly string[]) =>
  words.some((word) => word.length >= 4 && !isPlace(word)) && !isPlace(words.join(' '))

type Pair = { match: WordMatch }

/** Pairs each word of one name with one of the other; nothing where a word is left over. */
function pairsOf(words: readonly string[], others: readonly string[]): Pair[] | null {
  if (words.length !== others.length || words.length === 0) return null
  const left = [...others]
  const pairs: Pair[] = []
  // Those that are the same first: "Nya Vägen Vägar" has two words that are near each other.
  const ordered = [...words].sort((a, b) => Number(left.includes(b)) - Number(left.includes(a)))
  for (const word of ordered) {
    const at = left.includes(word) ? left.indexOf(word) : left.findIndex((other) => isSameWord(word, other))
    const other = left[at]
    if (other === undefined) return null
    pairs.push({ match: wordMatch(word, other) ?? 'same' })
    left.splice(at, 1)
  }
  return pairs
}

/** Names to look for: whole keys, and parts of keys. The database knows what is near by its letters; these are not. */
export type Probes = { keys: string[]; parts: string[]; initials: string | null }

/** What an organisation that is called so may also be called. Pure. */
export function probesOf(name: string): Probes {
  const read = readOrganisationName(name)
  const own = nameKey(name)
  const others = [...bodyNames(read), ...formNames(read)].map(nameKey)
  return {
    keys: [...new Set(others)].filter((key) => key !== own && key.length >= SHORTEST_KEY),
    // A name that has this one and a unit.
    parts: read.kind === 'municipality' && read.unit === null ? bodyNames(read).map(nameKey) : [],
    initials: read.initials,
  }
}
const SHORTEST_KEY = 4

function bodyNames({ kind, place }: NamedOrganisation): string[] {
  if (kind === 'other' || place === null) return []
  const places = [place, `${place}s`]
  if (kind === 'municipality') return places.flatMap((one) => [`${one} kommun`, `${one} stad`])
  return places.flatMap((one) => [
    `region ${one}`,
    `region ${one} län`,
    `${one} läns landsting`,
    `landstinget ${one}`,
    `landstinget i ${one} län`,
    `${one}regionen`,
  ])
}

function formNames({ kind, words }: NamedOrganisation): string[] {
  if (kind !== 'other') return []
  const core = words.join(' ')
  return [
    core,
    `${core} ab`,
    `${core} aktiebolag`,
    `aktiebolaget ${core}`,
    `stiftelsen ${core}`,
    `föreningen ${core}`,
  ]
}
