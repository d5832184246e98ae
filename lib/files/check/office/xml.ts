import { Parser } from 'saxen'

/** What is heard of an XML text while it is gone through. Names come without their prefixes. */
export type Listener = {
  open(name: string, attributes: Attributes): void
  close(name: string): void
  /** Text and CDATA, as it is meant; it may come in pieces. */
  text(words: string): void
  /** What stands between `<?` and `?>`. */
  instruction(words: string): void
}
/** Values by names without prefixes. */
export type Attributes = [name: string, value: string][]

const DEEPEST = 1000

/** The text of an XML part; null where it is not in UTF-8, or says that it is in something else. */
export function textOfXml(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const declared = /^\s*<\?xml\s([\s\S]*?)\?>/.exec(text)?.[1] ?? ''
    const encoding = /encoding\s*=\s*["']([^"']*)/i.exec(declared)?.[1] ?? 'utf-8'
    return /^\s*</.test(text) && !text.includes('\0') && /^(?:utf-8|us-ascii)$/i.test(encoding) ? text : null
  } catch {
    return null
  }
}

/**
 * Goes through an XML text. False where it is not well-formed, or has definitions of its own, or is deeper than any
 * document is: programs differ in what they make of such. Never throws.
 */
export function goThrough(xml: string, listener: Listener): boolean {
  const parser = new Parser()
  let isGood = true
  let depth = 0
  const stop = () => {
    isGood = false
    parser.stop()
  }
  parser
    .on('error', stop)
    .on('warn', stop)
    .on('attention', stop)
    .on('question', (words) => listener.instruction(words))
    .on('openTag', (name, attributes, decode) => {
      if (++depth > DEEPEST) return stop()
      const pairs = Object.entries(attributes())
      listener.open(
        localName(name),
        pairs.map(([key, value]) => [localName(key), decode(value)]),
      )
    })
    .on('closeTag', (name) => {
      depth--
      listener.close(localName(name))
    })
    .on('text', (words, decode) => listener.text(decode(words)))
    .on('cdata', (words) => listener.text(words))
  try {
    parser.parse(xml)
    return isGood
  } catch {
    return false
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** All values of a name: with prefixes there can be more than one, and any may be the one that counts. */
export const valuesOf = (attributes: Attributes, wanted: string): string[] =>
  attributes.filter(([name]) => name === wanted).map(([, value]) => value)
