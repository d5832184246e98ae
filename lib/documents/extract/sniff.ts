import { isBinary, sixteenBitEncoding } from './encoding.ts'
import { looksLikeHtml } from './html.ts'
import { namesInZip } from './zip-names.ts'

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What a file is, by its content. Values parted by commas or tabs are `text/plain`. */
export type MediaType =
  | 'text/plain'
  | 'text/html'
  | 'multipart/related'
  | 'application/json'
  | 'application/pdf'
  | typeof DOCX
  | typeof XLSX
  | 'application/zip'
  | 'application/gzip'
  /** Word, Excel and others before 2007. */
  | 'application/x-ole-storage'
  /** A document of a newer Office under a password: it hides in the container of the older ones. */
  | 'application/x-encrypted-office'
  | 'image/png'
  | 'image/jpeg'
  | 'image/gif'
  | 'image/webp'
  | 'image/tiff'
  | 'application/octet-stream'

const SIGNATURES: { bytes: number[]; at?: number; type: MediaType }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], type: 'application/pdf' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], type: 'image/png' },
  { bytes: [0xff, 0xd8, 0xff], type: 'image/jpeg' },
  { bytes: [0x47, 0x49, 0x46, 0x38], type: 'image/gif' },
  { bytes: [0x57, 0x45, 0x42, 0x50], at: 8, type: 'image/webp' },
  { bytes: [0x49, 0x49, 0x2a, 0x00], type: 'image/tiff' },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], type: 'image/tiff' },
  { bytes: [0x1f, 0x8b], type: 'application/gzip' },
]
const ZIP = [0x50, 0x4b]
const ZIP_SECOND_HALVES = [
  [0x03, 0x04],
  [0x05, 0x06],
]
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** So much of a text is looked at to tell which kind it is. */
const HEAD = 64 * 1024

/**
 * Says what a file is by its content, never by its name. Its first bytes decide: what stands further in makes a page
 * no PDF and a zip no page. Pure; never throws.
 */
export function sniff(bytes: Uint8Array): MediaType {
  if (ZIP_SECOND_HALVES.some((half) => hasAt(bytes, [...ZIP, ...half], 0))) return zipType(bytes)
  if (hasAt(bytes, OLE, 0)) return oleType(bytes)
  const known = SIGNATURES.find((signature) => hasAt(bytes, signature.bytes, signature.at ?? 0))
  return known ? known.type : textType(bytes)
}

const hasAt = (bytes: Uint8Array, signature: number[], at: number): boolean =>
  signature.every((byte, index) => bytes[at + index] === byte)

function zipType(bytes: Uint8Array): MediaType {
  const names = namesInZip(bytes)
  if (names.some((name) => name.startsWith('word/'))) return DOCX
  return names.some((name) => name.startsWith('xl/')) ? XLSX : 'application/zip'
}

/** The names in the container's directory stand in UTF-16. */
function oleType(bytes: Uint8Array): MediaType {
  const isEncrypted = asBuffer(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
  return isEncrypted ? 'application/x-encrypted-office' : 'application/x-ole-storage'
}

function textType(bytes: Uint8Array): MediaType {
  const encoding = sixteenBitEncoding(bytes)
  if (!encoding && isBinary(bytes)) return 'application/octet-stream'
  const head = new TextDecoder(encoding ?? 'windows-1252').decode(bytes.subarray(0, HEAD))
  const text = head.replace(/^(?:\uFEFF|ï»¿)/, '')
  if (looksLikeMime(text)) return 'multipart/related'
  if (looksLikeHtml(text)) return 'text/html'
  return /^\s{0,100}(?:\{\s{0,100}["}]|\[\s{0,100}[{["\]])/.test(text) ? 'application/json' : 'text/plain'
}

/** A web archive begins with headers, and one of them says that parts follow. */
function looksLikeMime(text: string): boolean {
  if (!/^(?:\r?\n)?[A-Za-z][A-Za-z-]{1,40}:[ \t]/.test(text)) return false
  const headers = text.trimStart().split(/\r?\n\r?\n/, 1)[0] ?? ''
  return /^content-type:\s{0,10}multipart\/(?:related|mixed|alternative)/im.test(headers)
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
