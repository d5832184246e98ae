// What may stand first and last in a Swedish compound, from the Hunspell word list of Göran Andersson (npm package
// `dictionary-sv`, LGPL 3.0; used as data, unchanged, and not shipped to browsers).
//
// Flags that matter (index.aff): X begins a compound, U stands in its middle, Y ends it; the small letters below make
// the form that stands before another part, as f and v add a linking s.

import dictionary from 'dictionary-sv'

export type Vocabulary = {
  /** Forms that stand before another part ("arbets", "hälso"), with the word they are forms of ("arbete", "hälsa"). */
  heads: ReadonlyMap<string, string>
  /** Words that can end a compound, in their base form. */
  tails: ReadonlySet<string>
}

let kept: Vocabulary | undefined

/** Read once, when the first word is split: a tenth of a second and some ten megabytes. */
export function vocabulary(): Vocabulary {
  kept ??= readVocabulary(new TextDecoder().decode(dictionary.dic))
  return kept
}

/** How each flag makes a compound's first part: what it takes from the word, and what it adds. */
const LINKS: Record<string, [take: string, add: string][]> = {
  v: [
    ['a', 's'],
    ['', 's'],
  ],
  f: [
    ['a', 's'],
    ['', 's'],
  ],
  u: [
    ['a', 'es'],
    ['e', 's'],
    ['', 'es'],
  ],
  i: [
    ['a', 'es'],
    ['e', 's'],
    ['', 'es'],
  ],
  z: [
    ['a', ''],
    ['e', ''],
    ['', 'a'],
  ],
  g: [
    ['a', ''],
    ['e', ''],
    ['', 'a'],
  ],
  y: [
    ['a', 'e'],
    ['', 'e'],
  ],
  h: [
    ['a', 'e'],
    ['', 'e'],
  ],
  x: [
    ['a', 'o'],
    ['e', 'o'],
    ['d', 't'],
  ],
  w: [
    ['a', 'u'],
    ['um', 'i'],
  ],
  s: [['', '']],
}

/** Whole words that a form without a word of its own may come from: "hälso" from "hälsa", "skol" from "skola". */
const BASES: [form: RegExp, base: string][] = [
  [/[ou]$/, 'a'],
  [/s$/, 'e'],
  [/s$/, ''],
  [/$/, 'a'],
  [/$/, 'e'],
]

function readVocabulary(dic: string): Vocabulary {
  const heads = new Map<string, string>()
  const tails = new Set<string>()
  const boundForms: string[] = []
  for (const line of dic.split('\n')) {
    const slash = line.indexOf('/')
    const word = line.slice(0, slash)
    const flags = line.slice(slash + 1)
    if (!WORD.test(word) || FORBIDDEN.test(flags)) continue
    if (flags.includes('Y')) tails.add(word)
    if (flags.includes('Z')) boundForms.push(word)
    else if (BEGINS.test(flags)) heads.set(word, word)
    addLinkedForms(word, flags, heads)
  }
  for (const form of boundForms) if (!heads.has(form)) heads.set(form, baseOf(form, tails))
  return { heads, tails }
}

// Words of small letters only: names and abbreviations make no compounds that a search should know.
const WORD = /^[a-zåäöéèüà]{3,}$/
const FORBIDDEN = /[%!]/
const BEGINS = /[XU]/

/** Of two words with the same form the shorter is the noun: "nätverks" is of nätverk, not of nätverka. */
function addLinkedForms(word: string, flags: string, heads: Map<string, string>) {
  for (const flag of flags) {
    const link = LINKS[flag]?.find(([take]) => word.endsWith(take))
    if (!link) continue
    const form = word.slice(0, word.length - link[0].length) + link[1]
    const before = heads.get(form)
    if (before === undefined || word.length < before.length) heads.set(form, word)
  }
}

/** The word that a form stands for which is no word of its own; the form itself where that is not known. */
function baseOf(form: string, tails: ReadonlySet<string>): string {
  for (const [ending, base] of BASES) {
    const word = form.replace(ending, base)
    if (word !== form && tails.has(word)) return word
  }
  return form
}
