import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { database } from '../db.ts'
import { requestCarries } from '../testing/next-headers.ts'
import { inOwnRegistry } from '../testing/registry.ts'
import { makeAccount, signIn } from '../testing/staff.ts'
import { invite } from './commands.ts'
import { findLink } from './links.ts'
import { askForReset, sendReset } from './reset.ts'

inOwnRegistry()

type Received = { to: string[]; text: string }
const received: Received[] = []
let isRefusing = false
let server: SMTPServer

/** What a mail says, its lines joined again. */
const readable = (raw: string) =>
  raw.replaceAll(/=\r?\n/g, '').replaceAll(/=([0-9A-F]{2})/g, (_, hex) => `%${hex}`)

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (isRefusing) return done(new Error('not today'))
        const to = session.envelope.rcptTo.map(({ address }) => address)
        received.push({ to, text: readable(Buffer.concat(chunks).toString('utf8')) })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  Object.assign(process.env, {
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    MAIL_FROM: 'Fondspår <fondspar@example.se>',
  })
})
afterAll(async () => {
  delete process.env.SMTP_URL
  delete process.env.MAIL_FROM
  await new Promise<void>((resolve) => server.close(() => resolve()))
})
beforeEach(() => {
  received.length = 0
  isRefusing = false
  requestCarries({ headers: { origin: 'http://localhost:3000' } })
})

const tokenIn = (text = '') => /\/(?:lank|link)\/([\w-]+)/.exec(text)?.[1] ?? ''

test('a reset goes to the owner, in their language, and its link opens', async () => {
  const { email } = await makeAccount({ passwordHash: 'x', locale: 'en' })
  await sendReset(` ${email.toUpperCase()}`, '192.0.2.1')
  expect(received).toHaveLength(1)
  expect(received[0]?.to).toEqual([email])
  expect(received[0]?.text).toContain('http://localhost:3000/en/staff/link/')
  expect(await findLink(tokenIn(received[0]?.text))).toMatchObject({
    ok: true,
    value: { kind: 'RESET', email },
  })
})

test('whether there is an account is told to nobody, and mails are not sent without end', async () => {
  const { id, email } = await makeAccount({ passwordHash: 'x' })
  expect(await askForReset('ingen@example.se')).toBe('mailed')
  expect(await askForReset(email)).toBe('mailed')
  await expect.poll(() => received.length).toBe(1)
  for (let at = 0; at < 6; at++) await sendReset(email, `203.0.113.${at}`)
  for (let at = 0; at < 6; at++) await sendReset(email, '192.0.2.9')
  // Three an hour from one address; strangers elsewhere do not use them up.
  expect(received).toHaveLength(1 + 6 + 3)
  expect(received.every(({ to }) => to.join() === email)).toBe(true)
  // Links that were sent before stay good.
  expect(await database().oneTimeLink.count({ where: { userId: id, expiresAt: { gt: new Date() } } })).toBe(
    10,
  )
})

test('a request that no page of ours sent sends nothing', async () => {
  const { email } = await makeAccount({ passwordHash: 'x' })
  requestCarries({ headers: { origin: null } })
  expect(await askForReset(email)).toBe('foreign')
  expect(received).toHaveLength(0)
})

test('an invitation is mailed, and shown instead where the server does not take it', async () => {
  await signIn('ADMINISTRATOR')
  const account = { name: 'Ny', role: 'EDITOR', mustHaveSecondFactor: false, locale: 'sv' }
  const mailed = await invite({ ...account, email: 'a@example.se' })
  expect(mailed).toMatchObject({ ok: true, value: { address: null } })
  expect(received[0]?.to).toEqual(['a@example.se'])
  expect(received[0]?.text).not.toMatch(/<html/i)
  isRefusing = true
  const shown = await invite({ ...account, email: 'b@example.se' })
  expect(shown.ok && shown.value.address).toContain('/redaktion/lank/')
})

test('without a mail server nothing is promised', async () => {
  const { SMTP_URL } = process.env
  delete process.env.SMTP_URL
  expect(await askForReset('ingen@example.se')).toBe('noMail')
  process.env.SMTP_URL = SMTP_URL
})
