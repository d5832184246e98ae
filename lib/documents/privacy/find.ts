import type { Place } from '../parse/source.ts'
import type { DecisionList, ProjectPage } from '../parse/types.ts'
import { type Contact, contactsOf } from './contacts.ts'
import { emailPlaces } from './emails.ts'
import { type Facts, factsOf, personalUnknownFields } from './facts.ts'
import { introducedNames } from './introduced.ts'
import { pairsOf, pairsOfAddress, pairsWithin, placesOfNames } from './names.ts'
import { personalNumberPlaces } from './personal-numbers.ts'
import { personsIn } from './persons.ts'
import { mergePlaces, outside } from './places.ts'
import { placesOfSecret } from './secrets.ts'
import { telephonePlaces } from './telephones.ts'
import { type Word, wordsOf } from './words.ts'

/** What is private in a document: where it stands, and what it is. */
type Findings = { places: Place[]; secrets: string[] }

/** A document that names more contacts has each of them covered where it stands; copies are sought for so many. */
const MOST_VALUES = 200

/** Finds everything private in a document's text. Time grows with the length of the text. */
export function findPrivate(text: string, document: ProjectPage | DecisionList): Findings {
  const facts = factsOf(document)
  const contacts = contactsOf(document)
  const unknown = personalUnknownFields(document)
  const emails = emailPlaces(text)
  const numbers = outside([...telephonePlaces(text), ...personalNumberPlaces(text)], facts.numbers)
  const values = [...contacts.flatMap(valuesOf), ...unknown.map(({ raw }) => raw)]
  const names = namesIn(text, facts, values, mergePlaces([...emails, ...numbers]))
  const found = [...emails, ...numbers, ...outside(names, facts.numbers)]
  const secrets = secretsAmong(text, facts, found, values)
  const byLabel = [...contacts.flatMap((contact) => contact.places), ...unknown.map(({ place }) => place)]
  const copies = outside(copiesOf(values, secrets, text), facts.numbers)
  return { places: mergePlaces([...found, ...byLabel, ...copies]), secrets }
}

const valuesOf = ({ name, email, phone }: Contact): string[] =>
  [name, email, phone].flatMap((value) => (value ? [foldSpace(value)] : []))
const wordsAt = (text: string, { start, end }: Place): string => foldSpace(text.slice(start, end))
const foldSpace = (words: string): string => words.replace(/\s+/g, ' ').trim()

/** Where names stand: those by labels, those that the prose introduces, and those that an address spells. */
function namesIn(text: string, facts: Facts, values: string[], numbers: Place[]): Place[] {
  const words = wordsOf(text)
  const organisations = new Set(facts.organisations.flatMap(pairsInWords))
  const titles = new Set(facts.titles.flatMap(pairsInWords))
  const byLabel = values.flatMap(personsIn)
  const introduced = introducedNames(text, words, numbers).flatMap(({ name, certain }) =>
    pairsOf(name, certain),
  )
  const spelt = numbers.flatMap((place) => pairsOfAddress(text.slice(place.start, place.end)))
  const pairs = new Set([
    ...byLabel.filter((pair) => !organisations.has(pair)),
    ...[...introduced, ...spelt].filter((pair) => !organisations.has(pair) && !titles.has(pair)),
  ])
  return placesOfNames(text, words, pairs)
}

const pairsInWords = (words: string): string[] => pairsWithin(wordsOf(words))

/**
 * What of the words found, and of the values by labels, is told from other words by itself: a name of two words, an
 * address, a number of six digits. A contact that is called like the owner is no secret, nor a number that is a fact.
 */
function secretsAmong(text: string, facts: Facts, found: Place[], values: string[]): string[] {
  const open = new Set(facts.organisations.flatMap(phrasesIn))
  const numbers = new Set(facts.numbers.map((place) => digitsOf(wordsAt(text, place))))
  const words = found.map((place) => wordsAt(text, place)).filter((secret) => !isShortNumber(secret))
  return [...new Set([...words, ...values.filter(isTelling)])].filter((secret) =>
    /\p{L}/u.test(secret)
      ? secret.includes('@') || !open.has(foldedWords(secret))
      : !numbers.has(digitsOf(secret)),
  )
}

const digitsOf = (words: string): string => words.replace(/\D/g, '')
const isShortNumber = (words: string): boolean => !/\p{L}/u.test(words) && digitsOf(words).length < 6
const isTelling = (value: string): boolean =>
  value.includes('@') || digitsOf(value).length >= 6 || personsIn(value).length > 0

const foldedWords = (words: string): string => foldedJoin(wordsOf(words))
const foldedJoin = (words: Word[]): string => words.map(({ folded }) => folded).join(' ')

/** Every two to five words of a name that follow each other. */
function phrasesIn(name: string): string[] {
  const words = wordsOf(name)
  return words.flatMap((_, index) =>
    [2, 3, 4, 5].map((length) => foldedJoin(words.slice(index, index + length))),
  )
}

/** Copies of the values that stand by labels, where they are secrets and no pattern knows them. */
function copiesOf(values: string[], secrets: string[], text: string): Place[] {
  const known = new Set(secrets)
  const lower = text.toLowerCase()
  return [...new Set(values)]
    .filter((value) => known.has(value))
    .slice(0, MOST_VALUES)
    .flatMap((value) => placesOfSecret(text, lower, value))
}
