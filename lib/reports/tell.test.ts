import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { database } from '../db.ts'
import { inOwnRegistry } from '../testing/registry.ts'
import { send } from '../testing/reports.ts'
import { comesFrom, signIn } from '../testing/staff.ts'
import { THE_SITE } from './about.ts'
import { answerReport } from './answer.ts'
import { mayTellOfNew, tellReporter } from './tell.ts'

inOwnRegistry()
const mails: { to: string[]; text: string }[] = []
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, session, done) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: readable(chunks) })
      done()
    })
  },
})

/** A mail's lines joined and its letters decoded. */
const readable = (chunks: Buffer[]): string =>
  Buffer.concat(chunks)
    .toString('latin1')
    .replaceAll('=\r\n', '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  process.env.MAIL_FROM = 'Fondspår <fondspar@example.se>'
  process.env.SITE_URL = 'http://localhost:3000'
  await signIn('EDITOR')
})
afterAll(async () => {
  delete process.env.SMTP_URL
  delete process.env.MAIL_FROM
  delete process.env.SITE_URL
  await new Promise<void>((resolve) => server.close(resolve))
})
let address = 0
beforeEach(() => {
  mails.length = 0
  comesFrom(`198.51.100.${++address}`)
})

async function sent(given: Parameters<typeof send>[1]) {
  const result = await send(THE_SITE, given)
  if (!result.ok) throw new Error(result.problem.kind)
  return result.value
}

test('who left an e-mail is told at each turn, with the link and without a word that anybody wrote', async () => {
  const { id, token } = await sent({ email: 'kim@example.se', suggestion: 'Ordet är korsbar', locale: 'en' })
  expect(await tellReporter(id)).toBe(true)
  await answerReport({ id, version: 1, as: 'ask', text: 'Ordet är plommon' })
  expect(await tellReporter(id)).toBe(true)
  await answerReport({ id, version: 2, as: 'decline', text: 'Ordet är plommon' })
  expect(await tellReporter(id)).toBe(true)
  expect(mails.map(({ to }) => to)).toEqual(Array(3).fill(['kim@example.se']))
  for (const { text } of mails) {
    expect(text).toContain(`http://localhost:3000/en/reports/${token}`)
    expect(text).not.toMatch(/korsbar|plommon|Kim Exempel/)
  }
  expect(mails.map(({ text }) => /^Subject: (.*)/m.exec(text)?.[1]?.includes('report'))).toEqual([
    true,
    true,
    true,
  ])
})

test('pressing twice is no second mail, and an address is told of a few new reports a day', async () => {
  const suggestion = 'Samma sak två gånger'
  const first = await sent({ email: 'offer@example.se', suggestion })
  expect(first.isNew).toBe(true)
  expect(await sent({ email: 'offer@example.se', suggestion })).toEqual({ ...first, isNew: false })
  const told: boolean[] = []
  for (let at = 0; at < 6; at++) {
    comesFrom(`203.0.113.${++address}`)
    const { id } = await sent({ email: 'offer@example.se', suggestion: `Rapport nummer ${at}` })
    told.push(await mayTellOfNew(id))
  }
  expect(told).toEqual([true, true, true, true, false, false])
})

test('what a mail server says of a receiver does not come into the log', async () => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  server.onRcptTo = ({ address }, _session, done) =>
    done(Object.assign(new Error(`<${address}>: no such user`), { responseCode: 550 }))
  const { id } = await sent({ email: 'okand@example.se', suggestion: 'Ett fel till' })
  expect(await tellReporter(id)).toBe(false)
  server.onRcptTo = (_address, _session, done) => done()
  const log = written.mock.calls.join('')
  written.mockRestore()
  expect(log).toContain('550')
  expect(log).not.toContain('okand')
})

test('nobody is told where there is no e-mail, no mail server, or another secret than the link was made with', async () => {
  const silent = await sent({})
  expect(await tellReporter(silent.id)).toBe(false)
  expect(await tellReporter(999_999)).toBe(false)
  const { id } = await sent({ email: 'kim@example.se' })
  const secret = process.env.FONDSPAR_SECRET
  process.env.FONDSPAR_SECRET = 'another secret for tests that is long enough'
  expect(await tellReporter(id)).toBe(false)
  process.env.FONDSPAR_SECRET = secret
  const { SMTP_URL } = process.env
  delete process.env.SMTP_URL
  expect(await tellReporter(id)).toBe(false)
  process.env.SMTP_URL = SMTP_URL
  expect(mails).toEqual([])
  await database().report.update({ where: { id }, data: { email: null } })
  expect(await tellReporter(id)).toBe(false)
})
