import type { Sentence } from '../parse/reading.ts'
import { decodeText, type Encoding } from './encoding.ts'
import { declaredCharset, looksLikeHtml, readHtml } from './html.ts'
import { type ExtractionProblem, notText, otherFormat, problem } from './problems.ts'
import { type DOCX, type MediaType, sniff } from './sniff.ts'

export type { ExtractionProblem } from './problems.ts'

/** A document's plain text, and how it was had from its bytes. */
export type Extracted = {
  ok: true
  /** In Unicode's composed form (NFC), and kept as it is: every place that the parser reports points into it. */
  text: string
  mediaType: 'text/plain' | 'text/html' | 'multipart/related' | 'application/pdf' | typeof DOCX
  /** A PDF has none: each of its fonts says what its characters are. */
  encoding: Encoding | 'pdf'
  /** By what the encoding was known. */
  evidence: Sentence
  /** Whether the encoding is beyond doubt. */
  certain: boolean
  /** How many pages a PDF has. */
  pages?: number
  /** Pages of a PDF without a single word, from 1: pictures, or empty. Missing when there are none. */
  pagesWithoutText?: number[]
  /** Where a web archive says that its page was saved from. */
  url?: string
}

const PICTURE = { sv: 'en bild', en: 'a picture' }

/** What formats are called that no text is read from. */
const OTHER_FORMATS: Partial<Record<MediaType, Sentence>> = {
  'application/zip': { sv: 'ett zip-arkiv', en: 'a zip archive' },
  'application/gzip': { sv: 'ett komprimerat arkiv', en: 'a compressed archive' },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    sv: 'ett Excel-dokument',
    en: 'an Excel document',
  },
  'image/png': PICTURE,
  'image/jpeg': PICTURE,
  'image/gif': PICTURE,
  'image/webp': PICTURE,
  'image/tiff': PICTURE,
}

/** Formats that only `extractDocument` reads. */
const READ_ELSEWHERE: Partial<Record<MediaType, Sentence>> = {
  'application/pdf': { sv: 'en PDF-fil', en: 'a PDF file' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    sv: 'ett Word-dokument',
    en: 'a Word document',
  },
  'multipart/related': { sv: 'ett webbarkiv', en: 'a web archive' },
}

/**
 * Turns the bytes of a source document into plain text: text files in UTF-8, UTF-16 or windows-1252, and saved web
 * pages. What it is shows in the bytes, not in the file's name. Pure; never throws. `extractDocument` reads more.
 */
export function extract(bytes: Uint8Array): Extracted | ExtractionProblem {
  const type = sniff(bytes)
  const elsewhere = READ_ELSEWHERE[type]
  return refusal(type) ?? (elsewhere ? otherFormat(elsewhere) : readText(bytes))
}

/** Why a file of a kind is not read by anything here; nothing for the kinds that are. */
export function refusal(type: MediaType): ExtractionProblem | undefined {
  if (type === 'application/x-encrypted-office') return problem('passwordProtected')
  if (type === 'application/x-ole-storage') return problem('oldOffice')
  const other = OTHER_FORMATS[type]
  return other && otherFormat(other)
}

/** Reads a file as text or as a web page. `declared` is a charset given outside of it. */
export function readText(bytes: Uint8Array, declared?: string): Extracted | ExtractionProblem {
  const decoded = decodeText(bytes, declared ?? declaredCharset(bytes))
  if ('problem' in decoded) return notText(decoded.problem)
  const isHtml = looksLikeHtml(decoded.text)
  const { encoding, evidence, certain } = decoded
  const read = isHtml ? readHtml(decoded.text) : decoded.text
  if (read === null) return problem('tooDeep')
  // One form of every letter: an ö of two characters would be another word to every comparison.
  const text = read.normalize('NFC')
  return { ok: true, text, mediaType: isHtml ? 'text/html' : 'text/plain', encoding, evidence, certain }
}
