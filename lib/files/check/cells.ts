/** What a person does not see, or that a program leaves out before it looks at a cell: spaces of all kinds, quotes. */
const UNSEEN = String.raw`[\s\p{Cf}\p{Cc}\p{Zs}"'“”„’]`
const EQUALS = '=＝﹦'
const AT = '@＠﹫'
const SIGNS = String.raw`+＋﹢\-－﹣`
/** One program is asked by another: `cmd|'/c calc'!A0`. */
const ASKS = /[\p{L}\d_.]\|(?:'[^'\r\n]{0,300}'|[^\s!|]{1,300})!/u
const ASKS_ANYWHERE = /[\p{L}\d_.]\s{0,5}\|\s{0,5}'[^'\r\n]{0,300}'\s{0,5}!/u
/** What stands in brackets in prose as well: an ending, as in `deltagare(n)` and `kurs(er)`. */
const ENDING = String.raw`\p{Ll}{1,4}\)`
/**
 * And bare words, of which two have nothing but a space between them and one has letters alone: `10 st`, `cirka 10`. No
 * function is given these: what it is given has quotes, or numbers as cells have, or signs between.
 */
const IN_PROSE = String.raw`[\p{L}\d\s.,%/–-]`
const TWO_WORDS = String.raw`(?<![^\s(])(?:\p{L}{2,}\.?\s+[\p{L}\d]|[\p{L}\d]+[.%]?\s+\p{L}{2,}[\s.,)])`
const BARE_WORDS = String.raw`(?=${IN_PROSE}{1,200}\))${IN_PROSE}*?${TWO_WORDS}`
/** A function of any name is called: behind a sign, with a bracket right behind its name that is none of prose. */
const CALLS = new RegExp(
  String.raw`[-+*/^&=<>({＋－﹢﹣][\s\p{Cf}]{0,20}[\p{L}_][\p{L}\d_.]{0,60}\((?!${ENDING}|${BARE_WORDS})`,
  'u',
)
/** Those that do something are found behind a space as well, in the languages of the site. */
const CALLS_BY_NAME =
  /(?<![\p{L}\d])(?:HYPERLINK|HYPERLÄNK|WEBSERVICE|WEBBTJÄNST|IMAGE|RTD|DDE|CALL|REGISTER\.ID|IMPORT\w{2,6})\s{0,20}\(/iu

/**
 * Whether a table in text has a cell that a spreadsheet program would take for a formula, whatever parts its cells. A minus
 * or a plus begins numbers, telephone numbers and words as well: there it takes what only formulas have, a call or a
 * question to another program. Pure; its time grows with the length alone.
 */
export function hasFormula(text: string): boolean {
  if (ASKS_ANYWHERE.test(text)) return true
  const ownSeparator = /^\s*"?sep=([^\r\n])/i.exec(text.slice(0, 100))?.[1] ?? ''
  const begins = String.raw`(?:^|[;,|\t\r\n${escaped(ownSeparator)}])${UNSEEN}{0,20}`
  const formula = new RegExp(`${begins}(?:[${EQUALS}]\\s{0,20}[^\\s;,${EQUALS}"]|[${AT}]\\S)`, 'u')
  const signed = new RegExp(`${begins}(?=[${SIGNS}])`, 'gu')
  return text.split(/[\r\n]/).some((line) => {
    if (formula.test(line)) return true
    return aCellActs(line, signed)
  })
}

const escaped = (sign: string): string => sign.replace(/[\]\\^-]/, '\\$&')

const acts = (words: string): boolean => ASKS.test(words) || CALLS.test(words) || CALLS_BY_NAME.test(words)

/** So much of a cell is looked at; what acts is shorter than the rest. */
const LONGEST = 1000
const ACTS_WITHIN = 400

/** Whether one of the cells that begin with a sign acts. Cells may overlap, where it is not clear what parts them. */
function aCellActs(line: string, signed: RegExp): boolean {
  const separator = ['\t', ';', '|'].find((sign) => line.includes(sign)) ?? ','
  let seen = 0
  for (const { index, 0: before } of line.matchAll(signed)) {
    const start = index + before.length
    const end = endOfCell(line, start, separator)
    if (end > seen && acts(line.slice(Math.max(start, seen - ACTS_WITHIN), end))) return true
    seen = Math.max(seen, end)
  }
  return false
}

/** Where a cell ends: at its quote, or at what parts the cells of such a line. */
function endOfCell(line: string, start: number, separator: string): number {
  const rest = line.slice(start, start + LONGEST)
  const end = line[start - 1] === '"' ? rest.search(/(?<!")"(?!")/) : rest.indexOf(separator)
  return start + (end < 0 ? rest.length : end)
}
