import { vocabulary } from './vocabulary.ts'

// Longest first: of "kommunerna" it is "erna" that has to go, not "na". The genitive's s goes before them.
const ENDINGS = 'arna orna erna aste ade ast are arn ena nde de en et ar or er na n d t r a e'.split(' ')
/** What a base form may have in place of an ending: "skol(or)" is of skola, "deltagar(na)" of deltagare. */
const REGAINED = ['', 'a', 'e']
const SHORTEST = 3

/**
 * The base form of an inflected noun or adjective that may end a compound: "kontoret" is of kontor, which PostgreSQL's
 * stemmer does not know. Undefined for any other word.
 */
export function baseForm(word: string): string | undefined {
  if (vocabulary().tails.has(word)) return word
  const withoutEnding = baseOfInflected(word)
  if (withoutEnding || !word.endsWith('s')) return withoutEnding
  const bare = word.slice(0, -1)
  return vocabulary().tails.has(bare) ? bare : baseOfInflected(bare)
}

function baseOfInflected(word: string): string | undefined {
  for (const ending of ENDINGS) {
    if (!word.endsWith(ending)) continue
    const bare = word.slice(0, word.length - ending.length)
    const base = bare.length >= SHORTEST ? knownBase(bare) : undefined
    if (base) return base
  }
  return undefined
}

/** Medlem(m)ar: m and n double before an ending. */
function knownBase(bare: string): string | undefined {
  const { tails } = vocabulary()
  const regained = REGAINED.map((letter) => bare + letter).find((base) => tails.has(base))
  const single = bare.slice(0, -1)
  return regained ?? (/(?:mm|nn)$/.test(bare) && tails.has(single) ? single : undefined)
}
