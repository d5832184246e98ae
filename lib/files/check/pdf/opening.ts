import { GAP, nextToken } from './tokens.ts'

/**
 * Whether what a PDF does when it is opened is to show one of its own pages: by every one of its catalogues, and by every
 * object that has the number which they name, for which of them is in use is what a reader decides. `texts` are the file
 * and its packed lists.
 */
export function opensOnlyAPage(texts: readonly string[]): boolean {
  for (const text of texts)
    for (const { index, 0: key } of text.matchAll(/\/(?:O|#4[fF])[\w#]{9,29}(?![\w#-])/g)) {
      if (nextToken(text, index)?.text !== 'OpenAction') continue
      if (!isOpening(texts, text, index + key.length)) return false
    }
  return true
}

function isOpening(texts: readonly string[], text: string, at: number): boolean {
  const value = nextToken(text, at)
  if (value?.kind !== 'word' || !/^\+?\d+$/.test(value.text)) return isOwnPage(text, at)
  const meant = objectsOf(texts, Number(value.text))
  return meant.length > 0 && meant.every(([where, start]) => isOwnPage(where, start))
}

/** A place on a page, or an action that goes to one and to nothing after it. */
function isOwnPage(text: string, at: number): boolean {
  const first = nextToken(text, at)
  if (!first) return false
  if (first.text === '[') return true
  if (first.kind === 'word') return first.text === 'null'
  if (first.kind !== 'open') return false
  const names: string[] = []
  let depth = 1
  for (let token = nextToken(text, first.end); token && depth > 0; token = nextToken(text, token.end)) {
    if (token.kind === 'open') depth++
    if (token.kind === 'close') depth--
    if (token.kind === 'name') names.push(token.text)
  }
  const kind = names.indexOf('S')
  const isOne = kind >= 0 && kind === names.lastIndexOf('S') && names[kind + 1] === 'GoTo'
  return isOne && !names.includes('Next') && !names.includes('URI')
}

type Place = [text: string, at: number]

/** Where objects of a number begin, in the file and in packed lists. */
function objectsOf([file = '', ...lists]: readonly string[], number: number): Place[] {
  const pattern = new RegExp(`(?<!\\d)0*${number}${GAP}\\d+${GAP}obj`, 'g')
  const inFile = [...file.matchAll(pattern)].map(({ index, 0: { length } }): Place => [file, index + length])
  return [...inFile, ...lists.flatMap((list) => objectsInList(list, number))]
}

/**
 * A list begins with pairs of an object's number and where it stands, counted from where the first does: the pairs end
 * there, with a gap that may be of any length.
 */
function objectsInList(list: string, number: number): Place[] {
  const head = /^\s*(?:\d+\s+\d+\s*)+/.exec(list.slice(0, 200_000))?.[0] ?? ''
  return [...head.matchAll(/(\d+)\s+(\d+)/g)].flatMap(([, which, offset]): Place[] =>
    Number(which) === number ? [[list, head.length + Number(offset)]] : [],
  )
}
