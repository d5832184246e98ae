import { baseForm } from './base-form.ts'
import { stem } from './stem.ts'
import { vocabulary } from './vocabulary.ts'

// Short words that are worth finding inside of others. Any other part has at least four letters.
const SHORT_PARTS = new Set('hem liv lön mat mål råd tid ung väg'.split(' '))

// In a word that the dictionary has as one, short parts have mostly lost their sense: a "handledning" has no hand, and
// a "företagare" takes nothing. These have kept it.
const SENSIBLE_PARTS = new Set(
  `barn bransch bygd data djur elev folk fond grupp hem hjälp häls hälsa idrott jobb jour klimat kraft kurs kvinno kvinna land landet liv livs
  lokal lyft lärar läkar lön mat metod miljö mål män natur nät plan plats råd samhälle sjuk skatt skog skol skola språk stad
  stads stöd team tid trafik ung utbild vård vägled vuxen yrkes äldre`.split(/\s+/),
)

// Adverbs, prepositions and prefixes: they stand first in words that are no compounds to a reader.
const NO_HEADS = new Set(
  `allt anti av bak bakom bort bland där efter emot ensam extra framför fram från före förut genom halv hela helt hemma
  icke igen ihop inne inom inte kring lika lill med medel medan mellan minst mitt mot mycket nedan nära någon närm ofta om
  oron samt samman sedan själ slut sten super syssel till trots under undan upp uppe utan utom väg vice vidare vill åter över
  översta ytter inner inre yttre eller enda hand hals mellanstå sida stor stora`.split(/\s+/),
)

// Endings that are words by accident, by their stems.
const NO_TAILS = new Set(
  `and ar arn ast bar bart boll det enl full fullt förd förhet ford giv givar gren hållar hållande ing ling lek let lets
  lyd läggande läggning lös lösh löshet mets nation ning rik rike sal sam samm samt sans skap ståndar ständ ställ ständ ständig
  sättning tag tagar tagande tagning tälj ställning vana vari`.split(/\s+/),
)

// Words that look like compounds and are none: names of places, and words that have grown together. By their stems.
const NO_COMPOUNDS = new Set(
  `fortfar kombination kommunal psykosocial självständ stockholm ungdom södertälj södertörn`.split(/\s+/),
)

const SHORTEST = 3
const SHORTEST_FREE = 4
const SHORTEST_IN_KNOWN = 5
const LONGEST_WORD = 60

/** The parts of words that were asked for. Texts repeat their words, so most are asked for again. */
const known = new Map<string, readonly string[]>()
const MOST_KNOWN = 100_000

/**
 * The words that a Swedish compound is made of, in their base forms, compounds among its parts with their own parts:
 * "arbetsmarknadsförvaltningen" has arbetsmarknad, arbete, marknad and förvaltning. Empty for a word that is no
 * compound, or not surely one.
 */
export function compoundParts(word: string): readonly string[] {
  const before = known.get(word)
  if (before) return before
  if (known.size >= MOST_KNOWN) known.clear()
  const split = word.length <= LONGEST_WORD ? bestSplit(word) : undefined
  const parts = split
    ? [...new Set([split.head, ...compoundParts(split.head), split.tail, ...compoundParts(split.tail)])]
    : []
  known.set(word, parts)
  return parts
}

/** The smallest parts only: what together stands for the compound. */
export const smallestParts = (word: string): readonly string[] =>
  compoundParts(word).filter((part) => compoundParts(part).length === 0)

/** Base forms of both parts, and what tells a good split from a worse one. */
type Split = { head: string; tail: string; tailKnown: boolean; shorter: number }

/** Where the word parts best, if anywhere. */
function bestSplit(word: string): Split | undefined {
  if (NO_COMPOUNDS.has(stem(word))) return undefined
  const shortest = baseForm(word) === undefined ? SHORTEST_FREE : SHORTEST_IN_KNOWN
  let best: Split | undefined
  for (let at = SHORTEST; at <= word.length - SHORTEST; at++) {
    const split = splitAt(word, at, shortest)
    if (split && (!best || isBetter(split, best))) best = split
  }
  return best
}

/** Parts that the dictionary knows before parts that have to be split again; then the more even; then the longer head. */
function isBetter(one: Split, other: Split): boolean {
  if (one.tailKnown !== other.tailKnown) return one.tailKnown
  return one.shorter >= other.shorter
}

/** @param shortest letters that a part has at least, unless it is listed */
function splitAt(word: string, at: number, shortest: number): Split | undefined {
  const form = word.slice(0, at)
  const head = headOf(form)
  if (head === undefined || NO_HEADS.has(form) || !isPart(form, head, shortest)) return undefined
  const rest = word.slice(at)
  const tail = NO_TAILS.has(stem(rest)) ? undefined : baseForm(rest)
  if (tail ? !isPart(rest, tail, shortest) : compoundParts(rest).length === 0) return undefined
  return { head, tail: tail ?? rest, tailKnown: tail !== undefined, shorter: Math.min(at, rest.length) }
}

/** Words with these endings always take a linking s; the dictionary has not all of them. */
const TAKES_S = /(?:ing|het|skap|ion|itet)s$/

function headOf(form: string): string | undefined {
  const listed = vocabulary().heads.get(form)
  if (listed !== undefined || !TAKES_S.test(form)) return listed
  const bare = form.slice(0, -1)
  return vocabulary().tails.has(bare) ? bare : undefined
}

const isPart = (form: string, base: string, shortest: number): boolean =>
  base.length >= shortest || [form, base].some((part) => SENSIBLE_PARTS.has(part) || SHORT_PARTS.has(part))
