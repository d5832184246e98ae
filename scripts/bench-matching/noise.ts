import type { Random } from '../generate-registry/random.ts'

// How people write a name wrongly, or otherwise, and how they name the next project.

type Change = (random: Random, text: string) => string

const LETTERS = 'abcdefghijklmnoprstuvyåäö'

/** A letter dropped, doubled, swapped with its neighbour, or another: in a word of five letters or more. */
export const typo: Change = (random, text) => {
  const places = [...text].flatMap((letter, at) => (/\p{L}/u.test(letter) && inLongWord(text, at) ? at : []))
  const at = places[random.between(0, Math.max(0, places.length - 1))]
  if (at === undefined) return text
  const [before, letter, after] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)]
  const other = LETTERS.charAt(random.between(0, LETTERS.length - 1))
  const made = [
    before + after,
    before + letter + letter + after,
    before + after.charAt(0) + letter + after.slice(1),
    before + other + after,
    before + other + letter + after,
  ] as const
  return /\p{L}/u.test(after.charAt(0)) ? random.pick(made) : before + letter + letter + after
}

function inLongWord(text: string, at: number): boolean {
  const left = /\p{L}{0,40}$/u.exec(text.slice(0, at))?.[0] ?? ''
  const right = /^\p{L}{0,40}/u.exec(text.slice(at))?.[0] ?? ''
  return left.length + right.length >= 5 && left.length > 0
}

/** Another way to write the same. */
const WRITINGS: readonly Change[] = [
  (_, text) => text.toUpperCase(),
  (_, text) => text.toLowerCase(),
  (_, text) => `”${text}”`,
  (_, text) => `${text}.`,
  (_, text) => text.replace(/ /g, '\u00a0 '),
  (_, text) => text.replace(/ och /g, ' & '),
  (_, text) => text.replace(/(\p{L}) (\p{L})/u, '$1 – $2'),
  (_, text) => text.replace(/(\p{L}) (\p{L})/u, '$1, $2'),
  (_, text) => text.replace(/ /g, '-'),
  (_, text) => text.replace(/(\d) (\p{L})/gu, '$1$2'),
]
/** The same with other letters: what spelling does to it. */
const SPELLINGS: readonly Change[] = [
  (_, text) => text.replace(/[åä]/g, 'a').replace(/ö/g, 'o').replace(/[ÅÄ]/g, 'A').replace(/Ö/g, 'O'),
  (_, text) => text.replace(/ck/g, 'k'),
  (_, text) => text.replace(/k(?=[aou])/g, 'c'),
  (_, text) => text.replace(/v/g, 'w'),
  (_, text) => text.replace(/(\p{L})\1/u, '$1'),
  (_, text) => `Projekt ${text}`,
  (_, text) => `Projektet ${text}`,
  (_, text) => text.replace(/ (i|för|och|på|av) /, ' '),
  (_, text) => text.replace(/(\p{L}{6,20}s)(\p{L}{5,20})/u, '$1 $2'),
  (_, text) => text.replace(/^(\p{L}+) (\p{L}+)$/u, '$2 $1'),
]
/** An explanation after the name, or a table that cuts it off. */
const ENDINGS: readonly Change[] = [
  (_, text) => `${text} - samverkan för egen försörjning`,
  (_, text) => `${text} (samarbete kring arbete)`,
  (_, text) => `${text}: en väg till arbete`,
  (_, text) => (text.length > 32 ? text.slice(0, 29) : text),
]

export const rewrite: Change = (random, text) => random.pick(asList(WRITINGS))(random, text)
export const respell: Change = (random, text) => random.pick(asList(SPELLINGS))(random, text)
export const explain: Change = (random, text) => random.pick(asList(ENDINGS))(random, text)

const asList = <Value>(values: readonly Value[]) => values as readonly [Value, ...Value[]]

/** The name of another project of the same people: the next phase, the same elsewhere, the year after. */
const NEXT_NAMES: readonly Change[] = [
  (_, text) => `${text} Vidare`,
  (_, text) => `${text} vidare`,
  (_, text) => `${text} 2.0`,
  (_, text) => `${text} II`,
  (_, text) => `${text} 2`,
  (_, text) => `${text}2`,
  (_, text) => `${text}+`,
  (_, text) => `${text} Plus`,
  (_, text) => `${text} fas 2`,
  (_, text) => `${text} - etapp 2`,
  (_, text) => `${text}, steg 2`,
  (_, text) => `${text} (del 2)`,
  (_, text) => `${text}: fortsättning`,
  (_, text) => `${text} 3.0`,
  (_, text) => `Nya ${text}`,
  (_, text) => `Förstudie ${text}`,
  (_, text) => `${text} förstudie`,
  (_, text) => `${text} - förprojektering`,
  (_, text) => `${text} (genomförande)`,
  (_, text) => `${text} igen`,
  (_, text) => `${text} Norr`,
  (_, text) => `${text} Syd`,
  (_, text) => `${text} Västra`,
  (_, text) => `${text} för unga`,
  (_, text) => `${text} Ung`,
  (_, text) => `${text} för kvinnor`,
  (_, text) => `Mer ${text}`,
  (_, text) => `${text} B`,
  (_, text) => `${text} III`,
  (_, text) => `${text} next level`,
  (_, text) => `${text} Light`,
  (_, text) => `${text} - fortsatt arbete`,
]
const PLACES = [
  'Borås',
  'Luleå',
  'Lund',
  'Kalmar',
  'Alvesta',
  'Avesta',
  'Skåne',
  'Malmö',
  'Linköping',
] as const

export function nextName(random: Random, text: string): string {
  const year = random.between(2009, 2027)
  const made = [
    ...NEXT_NAMES.map((change) => change(random, text)),
    `${text} ${random.pick(PLACES)}`,
    `${text} - ${random.pick(PLACES)}`,
    `${text} i ${random.pick(PLACES)}`,
    `${text} ${year}`,
    `${text} ${year}-${year + 2}`,
    `${text} (${year})`,
  ]
  return random.pick(asList(made))
}

/** The same name with another number, year or numeral where it has one; undefined where it has none. */
export function otherDigit(random: Random, text: string): string | undefined {
  const changed = text.replace(/\d(?=\D{0,20}$)/, (digit) =>
    String((Number(digit) + random.between(1, 8)) % 10),
  )
  return changed === text ? undefined : changed
}
