/** A piece of PDF's syntax. Names stand without their slash, and with the letters that were written as numbers. */
export type Token = {
  kind: 'name' | 'word' | 'string' | 'open' | 'close' | 'other'
  text: string
  end: number
}

/** White space as PDF has it, and comments, which may stand wherever white space may. For patterns. */
export const GAP = '(?:[\\0\\t\\n\\f\\r ]|%[^\\r\\n]*(?:[\\r\\n]|$))*'

const BETWEEN = new RegExp(GAP, 'y')
const WORD = /[^\0\t\n\f\r ()<>[\]{}/%]+/y
const NAME = /\/[^\0\t\n\f\r ()<>[\]{}/%]*/y
const HEX = /<[^<>]*>/y
const BRACKETS = /<<|>>/y

const at = (pattern: RegExp, text: string, index: number): string | undefined => {
  pattern.lastIndex = index
  return pattern.exec(text)?.[0]
}

/** The next token from an index on; null at the end of the text. Pure; never throws. */
export function nextToken(text: string, index: number): Token | null {
  const start = index + (at(BETWEEN, text, index)?.length ?? 0)
  if (start >= text.length) return null
  const made = (kind: Token['kind'], found: string): Token => ({
    kind,
    text: found,
    end: start + found.length,
  })
  const name = at(NAME, text, start)
  if (name) return { ...made('name', name), text: withLetters(name.slice(1)) }
  const brackets = at(BRACKETS, text, start)
  if (brackets) return made(brackets === '<<' ? 'open' : 'close', brackets)
  const hex = at(HEX, text, start)
  if (hex) return made('string', hex)
  if (text[start] === '(') return { kind: 'string', text: '', end: endOfString(text, start) }
  const word = at(WORD, text, start)
  return word ? made('word', word) : made('other', text.charAt(start))
}

/** Behind the bracket that closes a string: brackets within it come in pairs, or behind a backslash. */
function endOfString(text: string, start: number): number {
  const bracket = /[()\\]/g
  bracket.lastIndex = start
  let open = 0
  for (let found = bracket.exec(text); found; found = bracket.exec(text)) {
    if (found[0] === '\\') bracket.lastIndex++
    else open += found[0] === '(' ? 1 : -1
    if (open === 0) return bracket.lastIndex
  }
  return text.length
}

/** Any letter of a name may be written as its number: `/J#61vaScript`. */
export const withLetters = (text: string): string =>
  text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
