// The Snowball stemmer for Swedish (https://snowballstem.org/algorithms/swedish/stemmer.html), as PostgreSQL's `swedish`
// configuration applies it. The vectors are PostgreSQL's own work; this one tells which words of a text a hit stands in,
// and knows a compound's last part in all its inflections.

const ENDINGS =
  /(?:heterna|hetens|anden|andes|andet|arens|arnas|ernas|heten|heter|ornas|ades|ande|aren|arna|arne|aste|erna|erns|orna|ade|are|ast|ens|ern|het|ad|ar|as|at|en|er|es|or|a|e)$/
const ENDING_S = /(?<=[bcdfghjklmnoprtvy])s$/
const DOUBLED = /(?:dd|gd|nn|dt|gt|kt|tt)$/

/** The stem of a word in small letters. */
export function stem(word: string): string {
  const start = regionStart(word)
  const bare = word.slice(0, start)
  const ending = word.slice(start)
  const found = ENDINGS.exec(ending)
  const inflected = found ? ending.slice(0, found.index) : withoutS(bare, ending)
  const single = DOUBLED.test(inflected) ? inflected.slice(0, -1) : inflected
  return bare + derived(single)
}

/** Endings count only behind the first consonant that follows a vowel, and never among the first three letters. */
function regionStart(word: string): number {
  const found = /[aeiouyäåö][^aeiouyäåö]/.exec(word)
  return found ? Math.max(found.index + 2, 3) : word.length
}

/** The letter before the s may stand outside of the region. */
const withoutS = (bare: string, ending: string): string =>
  ending.endsWith('s') ? (bare + ending).replace(ENDING_S, '').slice(bare.length) : ending

function derived(ending: string): string {
  if (ending.endsWith('fullt') || ending.endsWith('löst')) return ending.slice(0, -1)
  return ending.replace(/(?:lig|els|ig)$/, '')
}
