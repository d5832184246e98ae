/** Words of English that the readers of Swedish sources do not know, for who types in English. */
const WORDS: [RegExp, string][] = [
  [/\bmillions?\b/gi, 'miljoner'],
  [/\bbillions?\b/gi, 'miljarder'],
  [/\bthousand\b/gi, 'tusen'],
  [/\b(?:about|approximately)\b/gi, 'cirka'],
  [/\bjust over\b/gi, 'drygt'],
  [/\bjust under\b/gi, 'knappt'],
  [/\bnearly\b/gi, 'nästan'],
  [/\bat least\b/gi, 'minst'],
  [/\bat most\b/gi, 'högst'],
  [/\bup to\b/gi, 'upp till'],
  [/\b(?:people|persons|participants)\b/gi, 'personer'],
  [/\bper ?cent\b/gi, 'procent'],
]
const MONTHS: [RegExp, string][] = [
  [/\bjanuary\b/gi, 'januari'],
  [/\bfebruary\b/gi, 'februari'],
  [/\bmarch\b/gi, 'mars'],
  [/\bmay\b/gi, 'maj'],
  [/\bjune\b/gi, 'juni'],
  [/\bjuly\b/gi, 'juli'],
  [/\baugust\b/gi, 'augusti'],
  [/\boctober\b/gi, 'oktober'],
]

const replaced = (text: string, words: [RegExp, string][]): string =>
  words.reduce((done, [english, swedish]) => done.replace(english, swedish), text)

/**
 * A number or an amount as Swedish sources write it: "about SEK 9.9 million" is "cirka SEK 9,9 miljoner". Whoever writes
 * in English separates thousands by commas and decimals by a dot. Thousands by commas, and no unit, are the same to all,
 * also with öre behind a dot: kronor and people have no three decimals.
 */
export function numberInSwedish(text: string): string {
  const swedish = replaced(text, WORDS)
  if (swedish !== text || /\bSEK \d/i.test(text))
    return swedish.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '').replace(/(?<=\d)\.(?=\d)/g, ',')
  return GROUPED.test(text) ? text.replaceAll(',', '').replace('.', ',') : text
}
const GROUPED = /^(?:\p{L}+ )?\d{1,3}(?:,\d{3})+(?:\.\d{2})?(?: ?(?:kr|kronor|sek|:-|personer|deltagare))?$/iu

/** A date with the month as Swedish sources write it: "19 March 2020". */
export const dateInSwedish = (text: string): string => replaced(text, MONTHS)
