import { beforeAll, beforeEach, expect, test } from 'vitest'
import { database } from '../db.ts'
import { requestCarries } from '../testing/next-headers.ts'
import { inSampleRegistry } from '../testing/registry.ts'
import { filledIn, reportedAs, send } from '../testing/reports.ts'
import { comesFrom, signOutHere } from '../testing/staff.ts'
import { THE_SITE } from './about.ts'
import { addressKeyOf, LIMITS } from './limits.ts'
import { followReport } from './queries.ts'
import { sendReport } from './send.ts'
import { stampFor } from './stamp.ts'
import { tidyReports } from './tidy.ts'

inSampleRegistry()
beforeAll(async () => {
  signOutHere()
})

const participants = reportedAs('project', '2016-00112', 'plannedParticipants')
const other = reportedAs('project', '2015-00311')
let address = 0
/** An address that nothing has come from. */
const elsewhere = () => comesFrom(`198.51.${(++address >> 8) & 255}.${address & 255}`)

beforeEach(async () => {
  await database().reportMessage.deleteMany()
  await database().report.deleteMany()
  elsewhere()
})

const count = () => database().report.count()

test('a report is kept with what it is about, what the page showed, and no way back to who sent it', async () => {
  comesFrom('203.0.113.77')
  const sent = await send(participants, { suggestion: 'Det ska stå 300', email: 'kim@example.se' })
  expect(sent).toMatchObject({ ok: true, value: { token: expect.stringMatching(/^[\w-]{43}$/) } })
  const [row] = await database().report.findMany({ include: { project: { select: { slug: true } } } })
  expect(row).toMatchObject({
    project: { slug: '2016-00112' },
    field: 'plannedParticipants',
    shown: '145',
    suggestion: 'Det ska stå 300',
    whereItStands: 'Slutrapporten, sidan 4',
    page: '/projekt/2016-00112',
    email: 'kim@example.se',
    locale: 'sv',
    status: 'OPEN',
  })
  const token = sent.ok ? sent.value.token : ''
  expect(JSON.stringify(row)).not.toContain(token)
  expect(JSON.stringify(row)).not.toContain('203.0.113.77')
  expect(await followReport(token)).toMatchObject({
    status: 'OPEN',
    suggestion: 'Det ska stå 300',
    hasEmail: true,
  })
  expect(JSON.stringify(await followReport(token))).not.toContain('kim@example.se')
  expect(await followReport(`${token.slice(0, -1)}x`)).toBeNull()
})

test('entries, decisions, organisations, documents, pages and the site can be told of', async () => {
  const item = await database().decisionItem.findFirstOrThrow({
    where: { amount: { not: null } },
    include: { decision: true },
  })
  const document = await database().sourceDocument.findFirstOrThrow()
  const abouts = [
    reportedAs('item', String(item.id), 'amount'),
    reportedAs('decision', item.decision.slug, 'fund'),
    reportedAs('organisation', 'sodertalje-kommun', 'name'),
    reportedAs('document', document.slug),
    reportedAs('page', '/om'),
    THE_SITE,
  ]
  for (const about of abouts) {
    elsewhere()
    expect(await send(about), about.kind).toMatchObject({ ok: true })
  }
  const rows = await database().report.findMany({ orderBy: { id: 'asc' } })
  expect(
    rows.map(({ itemId, decisionId, organisationId, documentId, field, page }) => [
      itemId !== null,
      decisionId !== null,
      organisationId !== null,
      documentId !== null,
      field,
      page,
    ]),
  ).toEqual([
    [true, false, false, false, 'amount', `/beslut/${item.decision.slug}#post-${item.id}`],
    [false, true, false, false, 'fund', `/beslut/${item.decision.slug}`],
    [false, false, true, false, 'name', '/organisationer/sodertalje-kommun'],
    [false, false, false, true, null, `/dokument/${document.slug}`],
    [false, false, false, false, null, '/om'],
    [false, false, false, false, null, ''],
  ])
})

test('a field that a record does not have is left out, and so is one that no form shows', async () => {
  for (const field of ['contactEmail', 'project', 'inForce', 'toString'])
    expect(await send(reportedAs('project', '2016-00112', field))).toMatchObject({ ok: true })
  expect((await database().report.findMany()).map((report) => report.field)).toEqual([null, null, null, null])
})

test('a record that is not there cannot be told of', async () => {
  expect(await send(reportedAs('project', 'finns-inte'))).toEqual({ ok: false, problem: { kind: 'missing' } })
  expect(await send(reportedAs('item', '999999999'))).toEqual({ ok: false, problem: { kind: 'missing' } })
  expect(await count()).toBe(0)
})

test('what another site sends, or nobody says where from, is refused', async () => {
  for (const origin of ['https://evil.example', 'null', null]) {
    requestCarries({ headers: { origin } })
    expect(await send(participants)).toEqual({ ok: false, problem: { kind: 'foreign' } })
  }
  requestCarries({ headers: { origin: 'http://localhost:3000' } })
  expect(await count()).toBe(0)
})

test('who fills in what nobody sees is asked to send again', async () => {
  expect(await send(participants, { trap: 'https://spam.example' })).toEqual({
    ok: false,
    problem: { kind: 'trap' },
  })
  expect(await count()).toBe(0)
})

test('a form that came back too soon, too late, forged or for something else is asked for again', async () => {
  const now = Date.now()
  const stamps = {
    early: [stampFor(participants), stampFor(participants, now - 2500), stampFor(participants, now + 60_000)],
    old: [
      stampFor(participants, now - 25 * 60 * 60_000),
      stampFor(other, now - 10_000),
      stampFor(participants, now - 10_000).replace(/^\w+/, (now - 10_000_000).toString(36)),
      '',
      'a.b.c',
      `${(now - 10_000).toString(36)}..`,
    ],
  }
  for (const [kind, wrong] of Object.entries(stamps))
    for (const stamp of wrong)
      expect(await send(participants, { stamp })).toEqual({ ok: false, problem: { kind } })
  expect(await count()).toBe(0)
  const twentyThree = stampFor(participants, now - 23 * 60 * 60_000)
  expect(await send(participants, { stamp: twentyThree })).toMatchObject({ ok: true })
})

test('of a hundred at once from one address five are kept', async () => {
  const sent = await Promise.all(Array.from({ length: 100 }, () => send(participants)))
  expect(sent.filter(({ ok }) => ok)).toHaveLength(LIMITS.hour)
  expect(sent.filter(({ ok }) => !ok)).toEqual(
    Array(100 - LIMITS.hour).fill({ ok: false, problem: { kind: 'limit', limit: 'hour' } }),
  )
  expect(await count()).toBe(LIMITS.hour)
})

test('one IPv6 connection is one address, however many it has', async () => {
  for (let at = 0; at < LIMITS.hour; at++) {
    comesFrom(`2001:db8:1:20${at}::1`)
    expect(await send(other)).toMatchObject({ ok: true })
  }
  comesFrom('2001:db8:1:2ff:ffff::1')
  expect(await send(other)).toMatchObject({ problem: { limit: 'hour' } })
  comesFrom('2001:db8:1:300::1')
  expect(await send(other)).toMatchObject({ ok: true })
})

test('an address has twenty a day, across midnight too', async () => {
  comesFrom('203.0.113.5')
  const pages = Array.from({ length: LIMITS.day }, (_, at) => reportedAs('page', `/sida-${at}`))
  for (const [at, page] of pages.entries()) {
    expect(await send(page)).toMatchObject({ ok: true })
    const sentAt = new Date(Date.now() - (at + 2) * 60 * 60_000)
    const latest = await database().report.findFirstOrThrow({ orderBy: { id: 'desc' } })
    await database().report.update({
      where: { id: latest.id },
      data: { at: sentAt, addressKey: addressKeyOf('203.0.113.5', sentAt) },
    })
  }
  expect(await send(THE_SITE)).toEqual({ ok: false, problem: { kind: 'limit', limit: 'day' } })
  elsewhere()
  expect(await send(THE_SITE)).toMatchObject({ ok: true })
})

test('about one record twenty wait, whoever sends them and however many at once', async () => {
  const waiting = LIMITS.record - 2
  for (let at = 0; at < waiting; at++) {
    if (at % LIMITS.hour === 0) elsewhere()
    expect(await send(participants)).toMatchObject({ ok: true })
  }
  elsewhere()
  const sent = await Promise.all(Array.from({ length: LIMITS.hour }, () => send(participants)))
  expect(sent.filter(({ ok }) => ok)).toHaveLength(2)
  expect(sent.filter(({ ok }) => !ok)).toEqual(
    Array(LIMITS.hour - 2).fill({ ok: false, problem: { kind: 'limit', limit: 'record' } }),
  )
  expect(await send(other)).toMatchObject({ ok: true })
})

test('so many within an hour are more than people write', async () => {
  const { id: projectId } = await database().project.findFirstOrThrow({ where: { slug: '2015-00648' } })
  const data = Array.from({ length: LIMITS.all }, (_, at) => ({
    tokenHash: `flood-${at}`,
    projectId,
    page: '/',
    suggestion: `${at}`,
    addressKey: `flood ${at}`,
  }))
  await database().report.createMany({ data })
  expect(await send(participants)).toEqual({ ok: false, problem: { kind: 'limit', limit: 'all' } })
})

test('pressing twice is one report, and leads to the same page; the same from others has already come in', async () => {
  const input = filledIn(participants, { suggestion: 'Det ska stå 300' })
  const words = () => '145'
  const both = await Promise.all([sendReport(input, words), sendReport(input, words)])
  const [first, second] = both.map((sent) => (sent.ok ? sent.value : null))
  expect(first?.token).toBeTruthy()
  expect(second?.token).toBe(first?.token)
  // Whichever came first is the report; the other is not mailed of again.
  expect([first?.isNew, second?.isNew].sort()).toEqual([false, true])
  elsewhere()
  expect(await sendReport(input, words)).toEqual({ ok: false, problem: { kind: 'same' } })
  expect(await count()).toBe(1)
  await database().report.updateMany({ data: { at: new Date(Date.now() - 25 * 60 * 60_000) } })
  expect(await sendReport(input, words)).toMatchObject({ ok: true })
})

test('who has sent all that they may and presses twice is still led to their report', async () => {
  for (let at = 1; at < LIMITS.hour; at++) await send(other)
  const last = filledIn(participants)
  const first = await sendReport(last, () => '145')
  if (!first.ok) throw new Error(first.problem.kind)
  const again = { ok: true, value: { ...first.value, isNew: false } }
  expect(await sendReport(last, () => '145')).toEqual(again)
})

test('an address is kept as a mark that is another each day, and erased after two', async () => {
  comesFrom('203.0.113.9')
  await send(participants, { email: 'kim@example.se' })
  const [row] = await database().report.findMany()
  const yesterday = new Date(Date.now() - 24 * 60 * 60_000)
  expect(row?.addressKey).toBe(addressKeyOf('203.0.113.9'))
  expect(row?.addressKey).not.toBe(addressKeyOf('203.0.113.9', yesterday))
  await tidyReports(database())
  expect((await database().report.findFirstOrThrow()).addressKey).toBe(row?.addressKey)
  await database().report.updateMany({ data: { at: new Date(Date.now() - 49 * 60 * 60_000) } })
  await tidyReports(database())
  expect(await database().report.findFirstOrThrow()).toMatchObject({
    addressKey: '',
    email: 'kim@example.se',
  })
})
