import { constants, inflateSync } from 'node:zlib'
import { openPdf } from '../../documents/extract/pdf/open.ts'
import type { FileRefusalCode } from '../refusals.ts'

/** Packed lists of objects may unpack to so much in all, in bytes. */
const MOST_UNPACKED = 200 * 1024 * 1024

// Names as PDF writes them, for what acts: on the reader's machine, or over the network.
const SCRIPT =
  /\/(?:JavaScript|Launch|ImportData|SubmitForm|GoToE|GoToR|Rendition|RichMedia\w*|Movie|SetOCGState)(?![\w-])|\/XFA\s*[\d[]/
const EMBEDS = /\/(?:EmbeddedFiles?|Filespec)(?![\w-])|\/EF\s*(?:<<|\d+\s+\d+\s+R)/
/** Done when a page or a field is come to. */
const BY_ITSELF = /\/AA\s*(?:<<|\d+\s+\d+\s+R)/

/**
 * Why a PDF is not kept; null where it may be. Every object is looked at as bytes, packed ones unpacked, because readers
 * differ in which of them they find; then pdf.js is asked what it would do.
 */
export async function checkPdf(bytes: Uint8Array): Promise<FileRefusalCode | null> {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const end = raw.lastIndexOf('%%EOF')
  if (!raw.startsWith('%PDF-') || end < 0) return 'broken'
  // What stands after the end, or has the end of a zip in its tail, is read as something else by somebody else.
  if (!/^[\s\0]*$/.test(raw.slice(end + 5)) || raw.indexOf('PK\x05\x06', raw.length - 65_557) >= 0)
    return 'polyglot'
  const file = withNames(raw)
  if (/\/Encrypt(?![\w-])/.test(file)) return 'passwordProtected'
  const packed = unpackObjects(bytes, raw)
  if (typeof packed === 'string') return packed
  const texts = [file, ...packed]
  if (texts.some((text) => SCRIPT.test(text))) return 'pdfScript'
  if (texts.some((text) => EMBEDS.test(text))) return 'pdfEmbeds'
  if (texts.some((text) => BY_ITSELF.test(text)) || !opensOnlyAPage(texts)) return 'pdfOpens'
  return asPdfJsSees(bytes)
}

/** Any letter of a name may be written as its number: `/J#61vaScript`. */
const withNames = (text: string): string =>
  text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** What stands in packed lists of objects. Ones that are packed as no program packs them make the file unfit. */
function unpackObjects(bytes: Uint8Array, raw: string): string[] | FileRefusalCode {
  const texts: string[] = []
  let left = MOST_UNPACKED
  for (const { index } of raw.matchAll(
    /\/(?:#4[fF]|O)(?:#62|b)(?:#6[aA]|j)(?:#53|S)(?:#74|t)(?:#6[dD]|m)(?![\w-])/g,
  )) {
    const at = raw.indexOf('stream', index)
    if (at < 0 || at - index > 4096) return 'broken'
    const begin = raw.slice(Math.max(0, raw.lastIndexOf('endobj', index), index - 4096), at)
    const head = withNames(begin)
    if (/(?:ASCIIHex|ASCII85|LZW|RunLength|Crypt)|\/(?:AHx|A85|RL)\b|\/Predictor\s*(?!1\b)\d/.test(head))
      return 'broken'
    if (!/\/(?:FlateDecode|Fl)(?![\w-])/.test(head)) {
      // Not packed: it was looked at with the rest.
      if (/^stream\r?\n?\s*\d+\s+\d+\s/.test(raw.slice(at, at + 60))) continue
      return 'broken'
    }
    const first = at + (/^stream(?:\r\n|\n|\r)/.exec(raw.slice(at, at + 8))?.[0].length ?? 6)
    const last = raw.indexOf('endstream', first)
    const text = last < 0 ? null : inflate(bytes.subarray(first, last), left)
    if (text === null) return 'broken'
    if (text === 'tooMuch') return 'unpacksToTooMuch'
    left -= text.length
    texts.push(withNames(text))
  }
  return texts
}

function inflate(packed: Uint8Array, most: number): string | 'tooMuch' | null {
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: Math.max(1, most) }
    return inflateSync(packed, options).toString('latin1')
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'tooMuch' : null
  }
}

/** Whether what a PDF does when it is opened is to show one of its own pages. */
function opensOnlyAPage(texts: readonly string[]): boolean {
  for (const text of texts)
    for (const { index } of text.matchAll(/\/OpenAction(?![\w-])/g)) {
      const what = text.slice(index + 11, index + 600).trimStart()
      const reference = /^(\d+)\s+\d+\s+R/.exec(what)?.[1]
      const meant = reference === undefined ? [what] : objectsOf(texts, Number(reference))
      if (meant.length === 0 || !meant.every(isOwnPage)) return false
    }
  return true
}

const isOwnPage = (object: string): boolean => {
  if (object.startsWith('[')) return true
  const end = object.indexOf('>>')
  const inside = end < 0 ? '' : object.slice(0, end)
  return /^<<[\s\S]*\/S\s*\/GoTo(?![\w-])/.test(inside) && !/\/(?:Next|URI)(?![\w-])/.test(inside)
}

/** The beginnings of every object of a number, in the file and in packed lists. */
function objectsOf(texts: readonly string[], number: number): string[] {
  const [file = '', ...lists] = texts
  const found = [...file.matchAll(new RegExp(`(?<!\\d)${number}\\s+\\d+\\s+obj`, 'g'))].map(
    ({ index, 0: { length } }) => file.slice(index + length, index + length + 500).trimStart(),
  )
  for (const list of lists) found.push(...objectsInList(list, number))
  return found
}

/** A list begins with pairs of an object's number and where it stands, counted from the first. */
function objectsInList(list: string, number: number): string[] {
  const head = /^\s*(?:\d+\s+\d+\s*)+/.exec(list.slice(0, 200_000))?.[0] ?? ''
  const pairs = [...head.matchAll(/(\d+)\s+(\d+)/g)]
  return pairs.flatMap(([, which, at]) =>
    Number(which) === number
      ? [list.slice(head.length + Number(at), head.length + Number(at) + 500).trimStart()]
      : [],
  )
}

async function asPdfJsSees(bytes: Uint8Array): Promise<FileRefusalCode | null> {
  try {
    const pdf = await openPdf(bytes)
    try {
      await pdf.getPage(1)
      if ((await pdf.getJSActions()) !== null || (await pdf.hasJSActions())) return 'pdfScript'
      if ((await pdf.getAttachments()) !== null) return 'pdfEmbeds'
      return (await pdf.getOpenAction())?.action ? 'pdfOpens' : null
    } finally {
      await pdf.loadingTask.destroy()
    }
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? 'passwordProtected' : 'broken'
  }
}
