import { EventEmitter, once } from 'node:events'
import {
  type ClientRequest,
  createServer,
  type IncomingMessage,
  type RequestOptions,
  request,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { boundBodies } from './large-bodies.ts'

const LARGE = 1_500_000
/** Who sends; the test's own way to say whose session it is. */
const by = (who: string) => ({ cookie: `who=${who}` })

// As the site answers a form: it is read to its end, and what it was taken for is said.
const server = createServer((asked, answer) => {
  let bytes = 0
  asked.on('error', () => {})
  asked.on('data', (chunk: Buffer) => {
    bytes += chunk.length
  })
  asked.on('end', () => answer.end(`${asked.headers['content-type']} ${bytes}`))
})
/** Tells of each form that has reached the server. */
const reached = new EventEmitter()

beforeAll(async () => {
  const ownerOf = async ({ headers }: IncomingMessage) => {
    const who = /who=(\w+)/.exec(headers.cookie ?? '')?.[1] ?? null
    // When its turn has been asked for.
    setImmediate(() => reached.emit(`${who}`))
    if (who === 'unknown') throw new Error('the database is away')
    return who
  }
  const slowest = { bytes: 1000, milliseconds: 3000 }
  boundBodies(ownerOf, { atOnce: 2, each: 1, waiting: 5, wait: 300, slowest })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** A form on its way, of which the beginning is sent. */
function begin(who: string | null, path = '/redaktion/uppfoljning/7', length = LARGE): ClientRequest {
  const options: RequestOptions = {
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    path,
    method: 'POST',
    headers: {
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': length,
      ...(who === null ? {} : by(who)),
    },
  }
  const form = request(options)
  form.on('error', () => {})
  form.write(Buffer.alloc(100))
  return form
}
/** One that has taken its turn or waits for it, and whose sender sends no more for now. */
async function hang(who: string): Promise<ClientRequest> {
  const here = once(reached, who)
  const form = begin(who)
  await here
  return form
}
async function answerOf(form: ClientRequest): Promise<{ status: number | undefined; words: string }> {
  const [answer] = (await once(form, 'response')) as [IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk as Buffer)
  return { status: answer.statusCode, words: Buffer.concat(chunks).toString() }
}
const finish = (form: ClientRequest, length = LARGE) => answerOf(form.end(Buffer.alloc(length - 100)))
const asForm = { status: 200, words: `multipart/form-data; boundary=x ${LARGE}` }

test('a form with a file is read, in both languages', async () => {
  expect(await finish(begin('kim'))).toEqual(asForm)
  expect(await finish(begin('kim', '/en/staff/follow-up/7'))).toEqual(asForm)
})

test('one from nobody, or to another page, is not read as a form', async () => {
  expect((await finish(begin(null))).words).toMatch(/^application\/octet-stream /)
  expect((await finish(begin('kim', '/felanmalan'))).words).toMatch(/^application\/octet-stream /)
  expect(await finish(begin('kim', '/api/imports'))).toEqual(asForm)
})

test('those whose session has ended are read as forms, in the turns of one person', async () => {
  expect(await finish(begin('ended'))).toEqual(asForm)
  const mine = [await hang('ended'), await hang('ended')]
  expect(await finish(begin('ida'))).toEqual(asForm)
  for (const form of mine) form.destroy()
})

test('when it cannot be asked who sends, that is told in words', async () => {
  const answer = await finish(begin('unknown'))
  expect(answer.status).toBe(503)
  expect(answer.words).toContain('Gå tillbaka')
})

test('when people who hang have taken all turns, the next waits and is told in words; their turns end', async () => {
  const hanging = [await hang('kim'), await hang('alex')]
  const closed = hanging.map((form) => new Promise((resolve) => form.once('close', resolve)))
  const late = await finish(begin('ida'))
  expect(late.status).toBe(503)
  expect(late.words).toContain('<html lang="sv">')
  expect(late.words).toContain('Gå tillbaka')
  const english = await finish(begin('ida', '/en/staff/follow-up/7'))
  expect(english.words).toContain('A file may have to be chosen again.')
  await Promise.all(closed)
  expect(await finish(begin('ida'))).toEqual(asForm)
})

test('a turn that ends is handed to who waits', async () => {
  const [first, second] = [await hang('kim'), await hang('alex')]
  const waiting = finish(await hang('ida'))
  expect(await finish(first)).toEqual(asForm)
  expect(await waiting).toEqual(asForm)
  expect(await finish(second)).toEqual(asForm)
})

test('one person who hangs keeps nobody else waiting', async () => {
  const mine = [await hang('kim'), await hang('kim'), await hang('kim')]
  expect(await finish(begin('ida'))).toEqual(asForm)
  for (const form of mine) form.destroy()
})

test('who leaves while waiting takes no turn along', async () => {
  const hanging = [await hang('kim'), await hang('alex')]
  const left = await hang('ida')
  left.destroy()
  for (const form of hanging) form.destroy()
  expect(await finish(begin('ida'))).toEqual(asForm)
})
