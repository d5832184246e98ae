import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pathOf } from '../paths.ts'

/** What a form without a file sends at most. Bytes. */
const SMALL = 1_100_000
/** Forms with a file that are read at once: bounds the memory, for Next reads a form before anybody asks who sent it. */
const AT_ONCE = 4

/** Where a form may bring a file. */
const WITH_FILES = (['sv', 'en'] as const).map((locale) => pathOf(locale, { page: 'staff/follow-up' }))

let reading = 0

/**
 * Lets only the forms that may bring a file be large, and few of them at a time. Next has one limit for all forms, whoever
 * sends them: what is larger than a form without a file, and comes to another page, is not read as a form at all. Addresses
 * under /api ask who it is before they read.
 */
export function boundBodies() {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    if (!isLarge(request) || request.url?.startsWith('/api/')) return
    if (mayBringFile(request) && reading < AT_ONCE) {
      reading++
      response.once('close', () => {
        reading--
      })
      return
    }
    delete request.headers['next-action']
    request.headers['content-type'] = 'application/octet-stream'
  })
}

/** A body whose length is not told may be of any. */
function isLarge({ method, headers }: IncomingMessage): boolean {
  if (method !== 'POST') return false
  const length = headers['content-length']
  return length === undefined ? headers['transfer-encoding'] !== undefined : Number(length) > SMALL
}

/** Whoever has no session at all takes nobody's turn; whether it is a good one is asked where the form is answered. */
const mayBringFile = ({ url = '', headers }: IncomingMessage): boolean =>
  WITH_FILES.some((path) => url.startsWith(`${path}/`)) && /session-token/.test(headers.cookie ?? '')
