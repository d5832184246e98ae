import type { Sentence } from '../parse/reading.ts'
import { decodeText, type Encoding } from './encoding.ts'
import { declaredCharset, looksLikeHtml, readHtml } from './html.ts'

/** A document's plain text, and how it was had from its bytes. */
export type Extracted = {
  ok: true
  /** In Unicode's composed form (NFC), and kept as it is: every place that the parser reports points into it. */
  text: string
  mediaType: 'text/plain' | 'text/html'
  encoding: Encoding
  /** By what the encoding was known. */
  evidence: Sentence
  /** Whether the encoding is beyond doubt. */
  certain: boolean
}
export type ExtractionProblem = { ok: false; reason: Sentence }

/** Formats that are not text, by their first bytes. */
const OTHER_FORMATS: { signature: number[]; name: Sentence }[] = [
  { signature: [0x25, 0x50, 0x44, 0x46], name: { sv: 'en PDF-fil', en: 'a PDF file' } },
  {
    signature: [0x50, 0x4b, 0x03, 0x04],
    name: { sv: 'ett Word-, Excel- eller zip-dokument', en: 'a Word, Excel or zip document' },
  },
  {
    signature: [0xd0, 0xcf, 0x11, 0xe0],
    name: { sv: 'ett äldre Office-dokument', en: 'an older Office document' },
  },
  { signature: [0x89, 0x50, 0x4e, 0x47], name: { sv: 'en bild', en: 'a picture' } },
  { signature: [0xff, 0xd8, 0xff], name: { sv: 'en bild', en: 'a picture' } },
  { signature: [0x47, 0x49, 0x46, 0x38], name: { sv: 'en bild', en: 'a picture' } },
  { signature: [0x1f, 0x8b], name: { sv: 'ett komprimerat arkiv', en: 'a compressed archive' } },
]

/**
 * Turns the bytes of a source document into plain text: text files in UTF-8, UTF-16 or windows-1252, and saved web
 * pages. What it is shows in the bytes, not in the file's name. Pure; never throws.
 */
export function extract(bytes: Uint8Array): Extracted | ExtractionProblem {
  const other = OTHER_FORMATS.find(({ signature }) => signature.every((byte, index) => bytes[index] === byte))
  if (other) {
    return {
      ok: false,
      reason: {
        sv: `Filen är ${other.name.sv}. Här läses text och sparade webbsidor.`,
        en: `The file is ${other.name.en}. Text and saved web pages are read here.`,
      },
    }
  }
  const decoded = decodeText(bytes, declaredCharset(bytes))
  if ('problem' in decoded) return { ok: false, reason: decoded.problem }
  const isHtml = looksLikeHtml(decoded.text)
  const { encoding, evidence, certain } = decoded
  // One form of every letter: an ö of two characters would be another word to every comparison.
  const text = (isHtml ? readHtml(decoded.text) : decoded.text).normalize('NFC')
  return { ok: true, text, mediaType: isHtml ? 'text/html' : 'text/plain', encoding, evidence, certain }
}
