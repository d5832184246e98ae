import type { Sentence } from '../parse/reading.ts'

/** The encodings that source documents come in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** How a text was decoded, and by what the encoding was known. */
export type Decoded = { text: string; encoding: Encoding; evidence: Sentence; certain: boolean }
export type DecodingProblem = { problem: Sentence }

const decode = (bytes: Uint8Array, encoding: Encoding): string => new TextDecoder(encoding).decode(bytes)
const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/**
 * Decodes a text file. The encoding is detected: by a byte order mark, by the pattern of zero bytes in UTF-16, by
 * being valid UTF-8, or else by holding the Swedish letters of windows-1252. `declared` is what the document says of
 * itself (an HTML page's charset); it counts only where the bytes agree. A byte order mark is no part of the text.
 */
export function decodeText(bytes: Uint8Array, declared?: string): Decoded | DecodingProblem {
  const marked = byMark(bytes)
  if (marked) return marked
  const sixteen = byZeroBytes(bytes)
  if (sixteen) return sixteen
  if (isBinary(bytes)) {
    return { problem: { sv: 'Filen innehåller inte text.', en: 'The file does not hold text.' } }
  }
  if (isUtf8(bytes)) {
    return {
      text: decode(bytes, 'utf-8'),
      encoding: 'utf-8',
      evidence: { sv: 'Filen är giltig UTF-8.', en: 'The file is valid UTF-8.' },
      certain: true,
    }
  }
  return asWindows1252(bytes, declared)
}

function byMark(bytes: Uint8Array): Decoded | DecodingProblem | undefined {
  const [a, b, c, d] = bytes
  const evidence = {
    sv: 'Filen börjar med ett teckenkodsmärke.',
    en: 'The file begins with a byte order mark.',
  }
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    if (isUtf8(bytes)) return { text: decode(bytes, 'utf-8'), encoding: 'utf-8', evidence, certain: true }
    return {
      problem: {
        sv: 'Filen säger att den är UTF-8 men innehåller ogiltiga tecken.',
        en: 'The file says that it is UTF-8 but holds invalid characters.',
      },
    }
  }
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) {
    return { problem: { sv: 'Filer i UTF-32 läses inte.', en: 'Files in UTF-32 are not read.' } }
  }
  if (a === 0xff && b === 0xfe)
    return { text: decode(bytes, 'utf-16le'), encoding: 'utf-16le', evidence, certain: true }
  if (a === 0xfe && b === 0xff)
    return { text: decode(bytes, 'utf-16be'), encoding: 'utf-16be', evidence, certain: true }
  return undefined
}

/** Which UTF-16 a file is in, if it is: by its mark, or by its zero bytes. */
export function sixteenBitEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const decoded = byMark(bytes.subarray(0, 4096)) ?? byZeroBytes(bytes)
  if (!decoded || 'problem' in decoded) return undefined
  return decoded.encoding === 'utf-16le' || decoded.encoding === 'utf-16be' ? decoded.encoding : undefined
}

/** UTF-16 without a mark: in Swedish text every other byte is zero, on one side only. */
function byZeroBytes(bytes: Uint8Array): Decoded | undefined {
  const sample = bytes.subarray(0, 4096)
  if (sample.length < 4 || bytes.length % 2 === 1) return undefined
  let [even, odd] = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) index % 2 === 0 ? even++ : odd++
  const half = sample.length / 2
  const evidence = { sv: 'Varannan byte är noll.', en: 'Every other byte is zero.' }
  if (odd > half * 0.7 && even < half * 0.05)
    return { text: decode(bytes, 'utf-16le'), encoding: 'utf-16le', evidence, certain: true }
  if (even > half * 0.7 && odd < half * 0.05)
    return { text: decode(bytes, 'utf-16be'), encoding: 'utf-16be', evidence, certain: true }
  return undefined
}

/** Whether there are control characters that no text holds. */
export const isBinary = (bytes: Uint8Array): boolean => {
  let controls = 0
  for (const byte of bytes) {
    if (byte === 0) return true
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) controls++
  }
  return controls > bytes.length / 100
}

// Bytes that windows-1252 leaves undefined, and those that Swedish text uses: å ä ö Å Ä Ö é ü, dashes, quotes,
// bullets, no-break spaces.
const UNDEFINED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])
const SWEDISH = new Set([
  0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6, 0xe9, 0xc9, 0xfc, 0xe8, 0xe0, 0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95,
  0x96, 0x97, 0xa0, 0xa7, 0xb4, 0xb7, 0xbd, 0xab, 0xbb, 0xad,
])

function asWindows1252(bytes: Uint8Array, declared: string | undefined): Decoded | DecodingProblem {
  let [high, swedish, broken] = [0, 0, false]
  for (const byte of bytes) {
    if (byte < 0x80) continue
    high++
    if (SWEDISH.has(byte)) swedish++
    if (UNDEFINED.has(byte)) broken = true
  }
  const says = /^(?:windows-1252|cp1252|iso-8859-15?|latin-?1)$/i.test(declared ?? '')
  const certain = !broken && swedish >= high * 0.8
  if (broken || (!says && swedish < high * 0.5)) {
    return {
      problem: {
        sv: 'Filens teckenkod går inte att känna igen: den är varken UTF-8, UTF-16 eller windows-1252. Spara den som UTF-8 och försök igen.',
        en: "The file's character encoding cannot be recognised: it is neither UTF-8, UTF-16 nor windows-1252. Save it as UTF-8 and try again.",
      },
    }
  }
  return {
    text: decode(bytes, 'windows-1252'),
    encoding: 'windows-1252',
    evidence: says
      ? { sv: `Sidan säger att den är ${declared}.`, en: `The page says that it is ${declared}.` }
      : {
          sv: 'Filen är inte UTF-8, och dess tecken är svenska i windows-1252.',
          en: 'The file is not UTF-8, and its characters are Swedish in windows-1252.',
        },
    certain,
  }
}
