/** A number without spaces, marks and capitals: `2015/00311`, `2015-00311` and `2015 00311` are one. */
export const numberKey = (number: string): string => number.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')

/**
 * A name without capitals, punctuation and spaces. Digits and plus signs stay, and so does a mark between digits:
 * "Etableringslyftet 2.0", "Etableringslyftet 20" and "Etableringslyftet" are three. `&` is "och". What nobody calls a name is
 * compared by its beginning: PostgreSQL takes 2,700 bytes into an index.
 */
export const nameKey = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('&', 'och')
    .replace(/(?<=\d)[^\p{L}\p{N}+]+(?=\d)/gu, '.')
    .replace(/[^\p{L}\p{N}+.]|\.(?!\d)|(?<!\d)\./gu, '')
    .slice(0, LONGEST_KEY)
    .toWellFormed()
const LONGEST_KEY = 400

/** Words as part of an address: `Skåne Stadsmission` is `skane-stadsmission`. Empty for words without a letter. */
export const slugOf = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\+/g, ' plus ')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-+|-+$/g, '')
const LONGEST_SLUG = 80

/** A project's number as an address: `2015/00311` is `2015-00311`; capitals stay, as the source writes them. */
export const slugOfNumber = (number: string): string =>
  number
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

/** What a project's address is wanted to be: its number, else its name. */
export const slugOfProject = ({ number, name }: { number: string; name: string }): string =>
  slugOfNumber(number) || slugOf(name) || 'projekt'

/** Addresses in their order, each one free and given once: what is taken gets a count, `…-2`, `…-3`. Pure. */
export function countedSlugs(wanted: readonly string[], taken: Iterable<string>): string[] {
  const given = new Set(taken)
  return wanted.map((slug) => {
    let free = slug
    for (let count = 2; given.has(free); count++) free = `${slug}-${count}`
    given.add(free)
    return free
  })
}
