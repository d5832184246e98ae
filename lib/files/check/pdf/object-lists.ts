import { constants, inflateSync } from 'node:zlib'
import type { FileRefusalCode } from '../../refusals.ts'
import type { StreamHead } from './streams.ts'

/** Packed lists of objects may unpack to so much in all, in bytes. */
const MOST_UNPACKED = 200 * 1024 * 1024

/**
 * What stands in packed lists of objects, or why it cannot be told. A list is what some reader could take for one: it says
 * so, or it has the two numbers without which no reader finds anything in it. All programs pack them in one way; another
 * is a way to hide something.
 */
export function unpackLists(
  bytes: Uint8Array,
  raw: string,
  heads: readonly StreamHead[],
): string[] | FileRefusalCode {
  const texts: string[] = []
  let left = MOST_UNPACKED
  for (const head of heads.filter(isList)) {
    const packing = packingOf(head)
    if (packing === 'unusual') return 'pdfPacked'
    // Not packed: it was looked at with the rest.
    if (packing === 'none') continue
    const newLine = /^[ \t]?(?:\r\n|\n|\r)/.exec(raw.slice(head.at, head.at + 3))?.[0]
    if (newLine === undefined) return 'pdfPacked'
    const text = inflate(bytes.subarray(head.at + newLine.length), left)
    if (text === null) return 'broken'
    if (text === 'tooMuch') return 'unpacksToTooMuch'
    left -= text.length
    texts.push(text)
  }
  return texts
}

const isList = ({ names }: StreamHead): boolean =>
  names.has('ObjStm') || (names.has('N') && names.has('First'))

function packingOf({ entries, names, isOdd }: StreamHead): 'none' | 'deflate' | 'unusual' {
  const valuesOf = (...keys: string[]) =>
    entries.flatMap(([key, value]) => (keys.includes(key) ? [value] : []))
  const [filter, ...others] = valuesOf('Filter', 'F')
  const parameters = valuesOf('DecodeParms', 'DP', 'FDecodeParms')
  if (isOdd || others.length > 0 || parameters.length > 1) return 'unusual'
  if (names.has('FFilter') || !parameters.every(changesNothing)) return 'unusual'
  if (!filter) return 'none'
  const words = filter.map(({ text }) => text).filter((text) => text !== '[' && text !== ']')
  return words.length === 1 && /^(?:FlateDecode|Fl)$/.test(words[0] ?? '') ? 'deflate' : 'unusual'
}

/** Parameters that are written there, and of which none says how bytes were mixed with those before. */
const changesNothing = (value: StreamHead['entries'][number][1]): boolean =>
  value.every(({ kind, text }, index) => {
    if (kind === 'word' && text === 'R') return false
    return kind !== 'name' || text !== 'Predictor' || value[index + 1]?.text === '1'
  })

/**
 * Unpacks from where a list begins: how it is packed tells where it ends. A length and an end that are written down may
 * lie, each to another reader.
 */
function inflate(packed: Uint8Array, most: number): string | 'tooMuch' | null {
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: Math.max(1, most) }
    return inflateSync(packed, options).toString('latin1')
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'tooMuch' : null
  }
}
