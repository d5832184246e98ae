import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { MESSAGES } from '../i18n/messages.ts'
import { type Locale, pathOf } from '../paths.ts'
import { inXml } from '../xml.ts'
import { makeTurns, type Turn, type Turns } from './turns.ts'

/** What a form without a file sends at most. Bytes. */
const SMALL = 1_100_000

type BodyLimits = {
  /** Forms with a file that are read at once: bounds the memory, for Next reads a form before anybody asks who sent it. */
  atOnce: number
  /** Of one person. */
  each: number
  /** So many wait for their turn, and so long, in milliseconds. */
  waiting: number
  wait: number
  /** A body of which less than so many bytes come in so many milliseconds has had its turn. */
  slowest: { bytes: number; milliseconds: number }
}
const LIMITS: BodyLimits = {
  atOnce: 4,
  each: 2,
  waiting: 20,
  wait: 45_000,
  slowest: { bytes: 32_768, milliseconds: 10_000 },
}

/**
 * Says whose session a request carries; null where it is nobody's. All whose session has ended while they wrote are one
 * owner: they are read, so that they are told so with what they typed in front of them, and take few turns among them all.
 */
type OwnerOf = (request: IncomingMessage) => Promise<string | number | null>

/** Where a form may bring a file. */
const WITH_FILES = (['sv', 'en'] as const).map((locale) => pathOf(locale, { page: 'staff/follow-up' }))

/**
 * Lets only the forms that may bring a file be large, and few of them at a time. Next has one limit for all forms, whoever
 * sends them: what is larger than a form without a file, and comes to another page or from somebody who never was signed
 * in, is not read as a form at all. Addresses under /api ask who it is before they read.
 *
 * What holds: at most `atOnce` large forms are in memory, at most `each` of them of one person. Who comes when all turns
 * are taken waits with the body unread, for at most `wait`, and is then told (503, in the language of the page) to go back
 * and send it again, as is who comes when it cannot be asked who they are: most browsers without a script have kept what
 * was typed, and with one the form never left. A body that does not come on gives its turn up: its connection is closed.
 * Node itself ends whatever takes longer than its `requestTimeout` to arrive (five minutes), however steadily.
 */
export function boundBodies(ownerOf: OwnerOf, limits = LIMITS) {
  const turns = makeTurns(limits)
  const known = new WeakSet<Server>()
  subscribe('http.server.request.start', (message) => {
    const { request, server } = message as { request: IncomingMessage; server: Server }
    if (!isToWait(request)) {
      if (isLarge(request) && !request.url?.startsWith('/api/')) readAsNoForm(request)
    } else if (!known.has(server)) {
      known.add(server)
      holdBack(server, (held) => admit(held, { ownerOf, turns, limits }))
    }
  })
}

type Held = { request: IncomingMessage; response: ServerResponse }

/** Keeps large forms from whoever answers requests until they are admitted: a listener could stop no other listener. */
function holdBack(server: Server, admitted: (held: Held) => Promise<boolean>) {
  const emit = server.emit.bind(server) as (event: string, ...rest: unknown[]) => boolean
  server.emit = ((event: string, ...rest: unknown[]) => {
    const [request, response] = rest as [IncomingMessage, ServerResponse]
    if (event !== 'request' || !isToWait(request)) return emit(event, ...rest)
    admitted({ request, response })
      .catch(() => {
        // Nobody can say whose it is, as when the database is away, and nothing has been answered yet.
        sayBusy(request, response)
        return false
      })
      .then((isAdmitted) => isAdmitted && emit(event, request, response))
      .catch((error: unknown) => request.destroy(error as Error))
    return true
  }) as typeof server.emit
}

type Rules = { ownerOf: OwnerOf; turns: Turns; limits: BodyLimits }

/** Whether a form goes on to be read; where it does not, it has been answered. */
async function admit({ request, response }: Held, { ownerOf, turns, limits }: Rules): Promise<boolean> {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  const owner = await ownerOf(request)
  if (gone.signal.aborted) return false
  if (owner === null) {
    readAsNoForm(request)
    return true
  }
  const turn = await turns.take(owner, limits.wait, gone.signal)
  if (!turn) {
    if (!gone.signal.aborted) sayBusy(request, response)
    return false
  }
  // Gone while the turn was handed over: nothing will close any more.
  if (gone.signal.aborted) {
    turn.end()
    return false
  }
  response.once('close', turn.end)
  endIfItHangs(request, turn, limits.slowest)
  return true
}

/** A reader of ours that is slow is nobody's fault: then what came waits in the request. */
function endIfItHangs(request: IncomingMessage, turn: Turn, { bytes, milliseconds }: BodyLimits['slowest']) {
  const { socket } = request
  let before = socket.bytesRead
  const looks = setInterval(() => {
    if (request.complete || request.destroyed) return clearInterval(looks)
    const came = socket.bytesRead - before
    before = socket.bytesRead
    if (came >= bytes || request.readableLength >= request.readableHighWaterMark) return
    clearInterval(looks)
    turn.end()
    socket.destroy()
  }, milliseconds)
  looks.unref()
}

function readAsNoForm(request: IncomingMessage) {
  delete request.headers['next-action']
  request.headers['content-type'] = 'application/octet-stream'
}

const RETRY_SECONDS = 30

function sayBusy(request: IncomingMessage, response: ServerResponse) {
  const locale: Locale = request.url?.startsWith('/en/') ? 'en' : 'sv'
  const { title, text } = MESSAGES[locale].files.busy
  const page = `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${inXml(title)}</title><h1>${inXml(title)}</h1><p>${inXml(text)}</p></html>`
  // The body is thrown away as it comes, and answered at its end: most browsers hear nothing before they have sent it all.
  request.resume().once('end', () => {
    response.writeHead(503, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
      'Retry-After': String(RETRY_SECONDS),
    })
    response.end(page)
  })
}

/** A body whose length is not told may be of any. */
function isLarge({ method, headers }: IncomingMessage): boolean {
  if (method !== 'POST') return false
  const length = headers['content-length']
  return length === undefined ? headers['transfer-encoding'] !== undefined : !(Number(length) <= SMALL)
}

const isToWait = (request: IncomingMessage): boolean =>
  isLarge(request) && WITH_FILES.some((path) => request.url?.startsWith(`${path}/`))
