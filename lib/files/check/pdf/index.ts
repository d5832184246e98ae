import type { FileRefusalCode } from '../../refusals.ts'
import { asPdfJsSees } from './as-reader.ts'
import { unpackLists } from './object-lists.ts'
import { opensOnlyAPage } from './opening.ts'
import { type StreamHead, streamHeads } from './streams.ts'
import { GAP, withLetters } from './tokens.ts'

/** What begins what a name stands for: a dictionary, or the number of an object. */
const OBJECT = `${GAP}(?:<<|\\d+(?!\\d)${GAP}\\d+${GAP}R)`

// Names as PDF writes them, for what acts: on the reader's machine, or over the network. The bytes of pictures are looked at
// as well, and any four bytes turn up by chance in some megabytes of them: short names count with what has to follow them.
const SCRIPT =
  /\/(?:JavaScript|Launch|ImportData|SubmitForm|GoToE|GoToR|GoTo3DView|Rendition|RichMedia\w*|Movie|SetOCGState)(?![\w-])/
const FORM_SCRIPT = new RegExp(`/XFA(?:${GAP}\\[|${OBJECT})`)
/** A model in space runs a script of its own. It is led to by the one name, and says what it is by the others. */
const MODEL = new RegExp(`/3DD${OBJECT}|/(?:Type|Subtype)${GAP}/(?:3D[A-Z]{0,2}|U3D|PRC)(?![\\w-])`)
const EMBEDS = new RegExp(`/(?:EmbeddedFiles?|Filespec|FileAttachment)(?![\\w-])|/(?:EF|Collection)${OBJECT}`)
/** Done when a page or a field is come to. */
const BY_ITSELF = new RegExp(`/AA${OBJECT}`)
const ENCRYPTS = /\/Encrypt(?![\w-])/

/**
 * Why a PDF is not kept; null where it may be. Every object is looked at as bytes, wherever it stands and packed ones
 * unpacked, because readers differ in which of them they find; then pdf.js is asked what it would do.
 */
export async function checkPdf(bytes: Uint8Array): Promise<FileRefusalCode | null> {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (!raw.startsWith('%PDF-') || !raw.includes('%%EOF')) return 'broken'
  if (isSomethingElse(raw)) return 'polyglot'
  const file = withLetters(raw)
  if (ENCRYPTS.test(file)) return 'passwordProtected'
  const heads = streamHeads(raw)
  if (!heads) return 'pdfPacked'
  const lists = unpackLists(bytes, raw, heads)
  if (typeof lists === 'string') return lists
  return problemOf([raw, ...lists], heads) ?? asPdfJsSees(bytes)
}

function problemOf(asWritten: readonly string[], heads: readonly StreamHead[]): FileRefusalCode | null {
  const texts = asWritten.map(withLetters)
  const has = (...patterns: RegExp[]) => texts.some((text) => patterns.some((pattern) => pattern.test(text)))
  if (has(SCRIPT, FORM_SCRIPT, MODEL)) return 'pdfScript'
  if (has(EMBEDS)) return 'pdfEmbeds'
  const isByItself = has(BY_ITSELF) || !opensOnlyAPage(asWritten)
  return isByItself || heads.some(bringsAnotherFile) ? 'pdfOpens' : null
}

/** The bytes of a stream, or the page that is drawn in it, may be those of another file. */
const bringsAnotherFile = ({ entries }: StreamHead): boolean =>
  entries.some(
    ([key, [first]]) =>
      key === 'FFilter' ||
      (key === 'F' && first?.kind !== 'name') ||
      (key === 'Ref' && (first?.kind === 'open' || first?.kind === 'word')),
  )

const MARKUP = /<(?:!doctype|html|head|body|script|svg|iframe|object|embed|meta|img|style|\?php)(?![\w-])/i

/** So much is looked at, in bytes, by what guesses at a file's kind. */
const HEAD = 1500

/** Whether another program could take it for a file of another kind. */
function isSomethingElse(raw: string): boolean {
  const end = raw.lastIndexOf('%%EOF')
  // What stands after the end, or has the end of a zip in its tail, is read as something else by somebody else.
  if (!/^[\s\0]*$/.test(raw.slice(end + 5)) || raw.indexOf('PK\x05\x06', raw.length - 65_557) >= 0)
    return true
  // And so is what stands where no object does, or first of all.
  const between = raw.replace(/\bobj(?![a-z])[\s\S]*?\bendobj/g, ' ')
  return MARKUP.test(between) || MARKUP.test(raw.slice(0, HEAD))
}
