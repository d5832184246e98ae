import iconv from 'iconv-lite'
import { plausibility } from './letters.ts'
import { ENCODINGS, type TableEncoding } from './schema.ts'
import type { Guess } from './types.ts'

/** Encodings of one byte a letter, the likelier before the rarer: the first of equals wins. */
const SINGLE_BYTE: TableEncoding[] = [
  'windows-1252',
  'iso-8859-15',
  'windows-1250',
  'windows-1253',
  'iso-8859-7',
  'macroman',
  'ibm850',
]

/**
 * The encoding of a text file: by its mark, by the pattern of UTF-16, by being valid UTF-8, or else the one of one
 * byte a letter in which its letters make the likeliest words. Nothing where the bytes are no text.
 */
export function detectEncoding(bytes: Uint8Array): Guess<TableEncoding> | undefined {
  return byMark(bytes) ?? byHighBytes(bytes) ?? (isBinary(bytes) ? undefined : asEightBits(bytes))
}

/** The text, piece by piece, its mark taken away; what no text may hold (NUL, half a character) becomes U+FFFD. */
export function* decodedPieces(bytes: Uint8Array, encoding: TableEncoding): Generator<string> {
  const decoder = iconv.getDecoder(ICONV_NAMES[encoding])
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let half = ''
  for (let at = 0; at < buffer.length; at += PIECE_BYTES) {
    const decoded = half + decoder.write(buffer.subarray(at, at + PIECE_BYTES))
    // Two units of one character may fall on two pieces.
    half = /[\uD800-\uDBFF]$/.exec(decoded)?.[0] ?? ''
    yield cleaned(half ? decoded.slice(0, -1) : decoded)
  }
  yield cleaned(half + (decoder.end() ?? ''))
}
const PIECE_BYTES = 1 << 18

/** Text that every database and every document can hold. */
export const cleaned = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD')

export function decodeWhole(bytes: Uint8Array, encoding: TableEncoding): string {
  return [...decodedPieces(bytes, encoding)].join('')
}

const ICONV_NAMES: Record<TableEncoding, string> = {
  ...(Object.fromEntries(ENCODINGS.map((name) => [name, name])) as Record<TableEncoding, string>),
  ibm850: 'cp850',
  macroman: 'macroman',
}

function byMark(bytes: Uint8Array): Guess<TableEncoding> | undefined {
  const reason = {
    sv: 'Filen börjar med ett teckenkodsmärke.',
    en: 'The file begins with a byte order mark.',
  }
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { value: 'utf-8', certain: true, reason }
  if (a === 0xff && b === 0xfe && !(c === 0 && d === 0)) return { value: 'utf-16le', certain: true, reason }
  if (a === 0xfe && b === 0xff) return { value: 'utf-16be', certain: true, reason }
  return undefined
}

/** UTF-16 without a mark: the high bytes, all on one side, are 0 or those of Greek and a few other letters. */
function byHighBytes(bytes: Uint8Array): Guess<TableEncoding> | undefined {
  const sample = bytes.subarray(0, 4096)
  if (sample.length < 4 || bytes.length % 2 === 1) return undefined
  const [even, odd] = [sideOf(sample, 0), sideOf(sample, 1)]
  const reason = { sv: 'Varannan byte är noll eller nästan.', en: 'Every other byte is zero or nearly so.' }
  if (isHighSide(odd, even)) return { value: 'utf-16le', certain: true, reason }
  if (isHighSide(even, odd)) return { value: 'utf-16be', certain: true, reason }
  return undefined
}

type Side = { zeros: number; high: number }
function sideOf(sample: Uint8Array, first: number): Side {
  const side = { zeros: 0, high: 0 }
  for (let at = first; at < sample.length; at += 2) {
    const byte = sample[at] as number
    if (byte === 0) side.zeros++
    if (byte <= 4 || byte === 0x20) side.high++
  }
  const count = Math.floor(sample.length / 2)
  return { zeros: side.zeros / count, high: side.high / count }
}
const isHighSide = (side: Side, other: Side): boolean =>
  side.zeros > 0.1 && side.high > 0.9 && other.zeros < 0.01

/** Control characters that no text holds; a few NULs among text are forgiven, and replaced later. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, MOST_SAMPLED)
  let controls = 0
  for (const byte of sample)
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) controls++
  return controls > 2 + sample.length / 50
}

function asEightBits(bytes: Uint8Array): Guess<TableEncoding> {
  const sample = aroundHighBytes(bytes)
  if (sample.length === 0) {
    const reason = {
      sv: 'Filen innehåller bara tecken som är lika i alla teckenkoder.',
      en: 'The file holds only characters that are alike in all encodings.',
    }
    return { value: 'utf-8', certain: true, reason }
  }
  return asUtf8(bytes, sample) ?? likeliest(sample)
}

/** Valid UTF-8, or nearly: a file that was cut or patched has a few broken characters, and is UTF-8 all the same. */
function asUtf8(bytes: Uint8Array, sample: Uint8Array): Guess<TableEncoding> | undefined {
  if (isValidUtf8(bytes)) {
    return {
      value: 'utf-8',
      certain: true,
      reason: { sv: 'Filen är giltig UTF-8.', en: 'The file is valid UTF-8.' },
    }
  }
  const letters = new TextDecoder('utf-8').decode(sample).match(/[^\p{ASCII}]/gu) ?? []
  const broken = letters.filter((letter) => letter === '\uFFFD').length
  if (broken > letters.length * 0.1) return undefined
  const reason = {
    sv: 'Filen är UTF-8, med några trasiga tecken.',
    en: 'The file is UTF-8, with a few broken characters.',
  }
  return { value: 'utf-8', certain: false, reason }
}

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function likeliest(sample: Uint8Array): Guess<TableEncoding> {
  const scored = SINGLE_BYTE.map((encoding) => {
    const text = decodeWhole(sample, encoding)
    return { encoding, text, score: plausibility(text) }
  }).sort((a, b) => b.score - a.score)
  const best = scored[0] as (typeof scored)[0]
  // Two encodings that read all of it alike are no rivals.
  const rival = scored.find(({ text }) => text !== best.text)
  const reason = {
    sv: `Filen är inte UTF-8, och dess bokstäver blir vanliga ord i ${best.encoding}.`,
    en: `The file is not UTF-8, and its letters make common words in ${best.encoding}.`,
  }
  return { value: best.encoding, certain: best.score > Math.max(0, (rival?.score ?? 0) * 1.2), reason }
}

const NEAR = 12
const MOST_SAMPLED = 100_000

/** The bytes that encodings differ in, with those around them: letters are judged by their neighbours. */
function aroundHighBytes(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(Math.min(bytes.length, MOST_SAMPLED) + NEAR * 2 + 1)
  let [length, copied] = [0, 0]
  for (let at = 0; at < bytes.length && length < MOST_SAMPLED; at++) {
    if ((bytes[at] as number) < 0x80) continue
    const from = Math.max(copied, at - NEAR)
    // A line break keeps apart what does not stand together.
    if (from > copied && length > 0) sample[length++] = 10
    const piece = bytes.subarray(from, Math.min(at + NEAR, from + NEAR * 2))
    sample.set(piece.subarray(0, sample.length - length), length)
    length = Math.min(sample.length, length + piece.length)
    copied = from + piece.length
    at = Math.max(at, copied - 1)
  }
  return sample.subarray(0, length)
}
