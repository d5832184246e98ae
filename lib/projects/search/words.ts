const WORD = /[\p{L}\p{N}]+/gu
const LONGEST_WORD = 60

/** The words of a text, in small letters: runs of letters and digits, marks left out. */
export const wordsOf = (text: string): string[] => text.normalize('NFC').toLowerCase().match(WORD) ?? []

/** The same, each with where it stands in the text, which has to be in NFC. */
export function* placedWords(text: string): Generator<{ word: string; start: number; end: number }> {
  for (const match of text.matchAll(WORD)) {
    yield { word: match[0].toLowerCase(), start: match.index, end: match.index + match[0].length }
  }
}

/** Whether a run of letters is short enough to be a word and no accident of extraction. */
export const isWordLong = (word: string): boolean => word.length <= LONGEST_WORD

/** A word without its diacritics: what somebody types who has no å, ä and ö. */
export const folded = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'a')
    .replaceAll('ß', 'ss')

/** Letters and digits of a word apart: "map2020" is "map" and "2020". Empty where there is nothing to part. */
export function lettersAndDigits(word: string): string[] {
  const parts = word.match(/\p{N}+|[^\p{N}]+/gu) ?? []
  return parts.length > 1 ? parts : []
}

// PostgreSQL's list (tsearch_data/swedish.stop), which is Snowball's.
const STOP_WORDS = new Set(
  `och det att i en jag hon som han på den med var sig för så till är men ett om hade de av icke mig du henne då sin nu
  har inte hans honom skulle hennes där min man ej vid kunde något från ut när efter upp vi dem vara vad över än dig kan
  sina här ha mot alla under någon eller allt mycket sedan ju denna själv detta åt utan varit hur ingen mitt ni bli blev
  oss din dessa några deras blir mina samma vilken er sådan vår blivit dess inom mellan sådant varför varje vilka ditt
  vem vilket sitta sådana vart dina vars vårt våra ert era vilkas`.split(/\s+/),
)

/** Whether PostgreSQL's `swedish` configuration leaves the word out of the vectors. */
export const isStopWord = (word: string): boolean => STOP_WORDS.has(word)
