import { nextToken, type Token } from './tokens.ts'

/** What stands before the bytes of a stream. */
export type StreamHead = {
  /** Its own entries, in order, each key with the tokens of its value. */
  entries: [key: string, value: Token[]][]
  /** All names in it, at whatever depth. */
  names: Set<string>
  /** Whether something stands there that is no pair of a key and a value: readers differ in what they make of it. */
  isOdd: boolean
  /** Where the word `stream` ends. */
  at: number
}

/**
 * The heads of all streams in a file: of every object, wherever it stands, for which objects are in use is what a reader
 * decides by tables that may lie. Null where a stream's head cannot be told. Pure; never throws.
 */
export function streamHeads(raw: string): StreamHead[] | null {
  const heads = new Map<number, StreamHead>()
  for (const { index } of raw.matchAll(/obj/g)) {
    const head = headAt(raw, index + 3)
    if (head) heads.set(head.at, head)
  }
  for (const { index } of raw.matchAll(/(?<!end)stream(?=[\r\n \t%])/g))
    if (isBehindDictionary(raw, index) && !heads.has(index + 6)) return null
  return [...heads.values()]
}

/** The word `stream` behind the end of a dictionary begins one; comments may stand between. */
const isBehindDictionary = (raw: string, index: number): boolean =>
  />>(?:[\0\t\n\f\r ]|%[^\r\n]*[\r\n])*$/.test(raw.slice(Math.max(0, index - 200), index))

function headAt(raw: string, start: number): StreamHead | null {
  const first = nextToken(raw, start)
  if (first?.kind !== 'open') return null
  const head: StreamHead = { entries: [], names: new Set(), isOdd: false, at: 0 }
  let depth = 1
  let lists = 0
  let isValueDue = false
  let last = first
  while (depth > 0) {
    const token = nextToken(raw, last.end)
    if (!token) return null
    last = token
    if (token.kind === 'name') head.names.add(token.text)
    const isAtTop = depth === 1 && lists === 0
    if (token.kind === 'open') depth++
    else if (token.kind === 'close') depth--
    else if (token.text === '[' && token.kind === 'other') lists++
    else if (token.text === ']' && token.kind === 'other') lists--
    if (depth === 0) break
    if (isAtTop && token.kind === 'name' && !isValueDue) {
      head.entries.push([token.text, []])
      isValueDue = true
      continue
    }
    const value = head.entries.at(-1)?.[1]
    if (value) value.push(token)
    else head.isOdd = true
    isValueDue = false
  }
  if (isValueDue || lists !== 0) head.isOdd = true
  const word = nextToken(raw, last.end)
  if (word?.kind !== 'word' || word.text !== 'stream') return null
  head.at = word.end
  return head
}
