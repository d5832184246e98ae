import { type Extracted, readText } from './index.ts'
import type { Limits } from './limits.ts'
import { contentType, decodeBody, type MimePart, parameter, readParts } from './mime.ts'
import { type ExtractionProblem, problem } from './problems.ts'

/** Reads a web archive (.mhtml): the page in it, not its frames, pictures and styles. */
export function readMhtml(bytes: Uint8Array, limits: Limits): Extracted | ExtractionProblem {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const archive = readParts(latin1, limits.parts)
  if (!archive) return problem('tooManyParts')
  const page = findPage(archive.root, archive.parts)
  if (!page) return problem('noPage')
  const extracted = readText(decodeBody(page), parameter(page, 'content-type', 'charset'))
  if (!extracted.ok) return extracted
  const url = addressOf(archive.root, page)
  return { ...extracted, mediaType: 'multipart/related', ...(url && { url }) }
}

/** The part that the archive calls its start, or its own address, or else the first page in it. */
function findPage(root: MimePart, parts: MimePart[]): MimePart | undefined {
  const pages = parts.filter((part) => /^(?:text\/html|application\/xhtml\+xml)$/.test(contentType(part)))
  const start = parameter(root, 'content-type', 'start')
  const address = root.headers.get('snapshot-content-location')
  return (
    pages.find((page) => start && bare(page.headers.get('content-id')) === bare(start)) ??
    pages.find((page) => address && page.headers.get('content-location') === address) ??
    pages[0]
  )
}

const bare = (id: string | undefined): string | undefined => id?.replace(/^<|>$/g, '')

/** Where the page was saved from. Addresses that nobody else can open (`file:`, `cid:`) are none. */
function addressOf(root: MimePart, page: MimePart): string | undefined {
  const given = [root.headers.get('snapshot-content-location'), page.headers.get('content-location')]
  return given.flatMap((url) => (url && webAddress(url)) || []).at(0)
}

/** As whoever types one has to write it: http or https, no name and password in it. */
function webAddress(text: string): string | undefined {
  if (text.length > 2_000 || !/^https?:\/\/[^\s<>"]+$/i.test(text) || !URL.canParse(text)) return undefined
  const { href, username, password } = new URL(text)
  return href.length <= 2_000 && username + password === '' ? href : undefined
}
