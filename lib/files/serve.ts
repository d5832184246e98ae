import 'server-only'
import { Readable } from 'node:stream'
import { isImageType } from './kinds.ts'
import { contentDisposition } from './names.ts'
import { findServedFile, type ServedFile } from './queries.ts'
import { fileStore } from './store.ts'

/** Nobody is given a file more slowly than this, in milliseconds: a reader that never reads holds a connection. */
const LONGEST = 10 * 60_000

/** On every answer: nothing that is served here may run, frame, or be taken for something else. */
const ALWAYS = {
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
}
const PRIVATE = { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex, nofollow' }
// Asked for each time, and answered in a few bytes: a file that is withdrawn is gone at once.
const PUBLIC = { 'Cache-Control': 'public, max-age=0, must-revalidate' }

/** Answers a request for the file of a token under its own name. Whatever else: 404, the same for all reasons. */
export async function serveFile(request: Request, token: string, name: string): Promise<Response> {
  const file = await findServedFile(token)
  if (!file || file.name !== name) return nothing()
  const headers = headersOf(file)
  if (file.isPublic && hasIt(request, file))
    return new Response(null, { status: 304, headers: withoutBody(headers) })
  const store = await fileStore()
  if ((await store.sizeOf(file.sha256)) !== file.byteLength) return lost(file)
  if (request.method === 'HEAD') return new Response(null, { headers })
  return new Response(streamed(await store.read(file.sha256), request.signal), { headers })
}

const nothing = () =>
  new Response('404\n', { status: 404, headers: { ...ALWAYS, ...PRIVATE, 'Content-Type': 'text/plain' } })

/** The row is there and the bytes are not: something is wrong with the store, and people may try again. */
function lost({ sha256 }: ServedFile) {
  process.stderr.write(`A file is not where it was kept: ${sha256}\n`)
  const headers = { ...ALWAYS, ...PRIVATE, 'Content-Type': 'text/plain', 'Retry-After': '60' }
  return new Response('503\n', { status: 503, headers })
}

function headersOf({ mediaType, name, sha256, byteLength, isPublic }: ServedFile): Record<string, string> {
  return {
    ...ALWAYS,
    ...(isPublic ? PUBLIC : PRIVATE),
    'Content-Type': mediaType,
    // Pictures are our own drawing; everything else goes to a program of the reader's own.
    'Content-Disposition': contentDisposition(name, isImageType(mediaType)),
    // Next 16.4 leaves it out of what routes answer, and sends the body in pieces.
    'Content-Length': String(byteLength),
    ...(isPublic && { ETag: `"${sha256}"` }),
  }
}

const hasIt = (request: Request, { sha256 }: ServedFile): boolean =>
  (request.headers.get('if-none-match') ?? '')
    .split(',')
    .some((tag) => tag.trim().replace(/^W\//, '') === `"${sha256}"`)

const withoutBody = ({ 'Content-Length': _, ...headers }: Record<string, string>) => headers

/** The bytes as they come from the store, no faster than they are taken, and no longer than they are wanted. */
function streamed(bytes: Readable, signal: AbortSignal): ReadableStream<Uint8Array> {
  const stop = () => bytes.destroy()
  const timer = setTimeout(stop, LONGEST)
  timer.unref()
  signal.addEventListener('abort', stop, { once: true })
  // Who stopped reading hears of no error, and an error that nobody hears would end the process.
  bytes.on('error', () => {})
  bytes.once('close', () => {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  })
  return Readable.toWeb(bytes) as ReadableStream<Uint8Array>
}
