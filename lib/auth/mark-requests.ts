import { randomUUID } from 'node:crypto'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { ADDRESS_HEADER, addressOf, marking, PATH_HEADER } from './mark.ts'

/**
 * Next tells a page neither who really asks nor for which address: it has only headers, which anyone can write. So what
 * the server itself knows is written over them as soon as a request comes in, under a mark that no client can guess.
 */
export function markRequests() {
  if (marking.fondsparMark) return
  const mark = randomUUID()
  marking.fondsparMark = mark
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    request.headers[ADDRESS_HEADER] =
      `${mark} ${addressOf(request.socket.remoteAddress, forwarded(request), proxies())}`
    request.headers[PATH_HEADER] = `${mark} ${request.url ?? '/'}`
  })
}

const forwarded = ({ headers }: IncomingMessage): string => String(headers['x-forwarded-for'] ?? '')

/** How many proxies of ours stand before the site, each of which adds the address that it was asked from. */
const proxies = (): number => Number(/^\d$/.exec(process.env.FONDSPAR_PROXIES ?? '')?.[0] ?? 0)
