import { beforeEach, expect, test } from 'vitest'
import type { ReportStatus } from '../../prisma/generated/enums.ts'
import { basisOf } from '../corrections/basis.ts'
import { loadRecord } from '../corrections/load.ts'
import { type Save, saveCorrections } from '../corrections/save.ts'
import { asOneAct, database } from '../db.ts'
import { changeRegistry } from '../registry/change.ts'
import { requestCarries } from '../testing/next-headers.ts'
import { inSampleRegistry } from '../testing/registry.ts'
import { reportedAs, send } from '../testing/reports.ts'
import { comesFrom, signIn, signOutHere } from '../testing/staff.ts'
import { acceptReport } from './accept.ts'
import { ANSWERS, type Answer, answerReport } from './answer.ts'
import { findReport, followReport, listReports, reportForCorrection } from './queries.ts'
import { replyToQuestion } from './reply.ts'
import { EMAIL_DAYS, tidyReports } from './tidy.ts'

inSampleRegistry()
const participants = reportedAs('project', '2016-00112', 'plannedParticipants')
const TEXT = 'Vi ser i slutrapporten att det stämmer.'
let editor = { id: 0 }

let address = 0
beforeEach(async () => {
  requestCarries({ headers: { origin: 'http://localhost:3000' } })
  comesFrom(`198.51.100.${++address}`)
  editor = await signIn('EDITOR')
})

async function sent(given: Parameters<typeof send>[1] = {}) {
  const result = await send(participants, given)
  if (!result.ok) throw new Error(result.problem.kind)
  return result.value
}
const rowOf = (id: number) => database().report.findUniqueOrThrow({ where: { id } })
const answer = async (id: number, as: Answer, text = TEXT) =>
  answerReport({ id, version: (await rowOf(id)).version, as, text })
const tracesOf = async (id: number) => {
  const rows = await database().change.findMany({ where: { reportId: id }, orderBy: { id: 'asc' } })
  return rows.map(({ action, from, to }) => [action, from, to])
}

test('a question is answered, the report is open again, and declined with a reason', async () => {
  const { id, token } = await sent()
  expect(await answer(id, 'ask', 'Vilken sida?')).toEqual({ ok: true, value: { status: 'ASKED' } })
  expect(await replyToQuestion(token, 'Sidan 4')).toEqual({ ok: true, value: null })
  expect(await answer(id, 'decline', 'Sidan 4 handlar om ett annat år.')).toMatchObject({ ok: true })
  expect(await followReport(token)).toMatchObject({
    status: 'DECLINED',
    messages: [
      { isStaff: true, text: 'Vilken sida?' },
      { isStaff: false, text: 'Sidan 4' },
      { isStaff: true, text: 'Sidan 4 handlar om ett annat år.' },
    ],
  })
  expect(await rowOf(id)).toMatchObject({ status: 'DECLINED', handledById: editor.id, version: 4 })
  expect(await tracesOf(id)).toEqual([
    ['reportAsked', 'OPEN', 'ASKED'],
    ['reportAnswered', 'ASKED', 'OPEN'],
    ['reportDeclined', 'OPEN', 'DECLINED'],
  ])
})

test('nothing that anybody wrote, and nobody’s name, leaves the report', async () => {
  const { id, token } = await sent({ suggestion: 'Ordet är körsbär', email: 'kim@example.se' })
  await answer(id, 'ask', 'Frågan är plommon')
  await replyToQuestion(token, 'Svaret är hallon')
  await answer(id, 'mended', 'Lagat med lingon')
  const changes = JSON.stringify(await database().change.findMany({ where: { reportId: id } }), (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  )
  expect(changes).not.toMatch(/körsbär|plommon|hallon|lingon|kim@/)
  expect(JSON.stringify(await followReport(token))).not.toMatch(/Kim Exempel|kim@/)
})

/** Which answers a report takes, by how it stands. */
const TAKES: Record<ReportStatus, Record<Answer | 'reply', ReportStatus | null>> = {
  OPEN: { ask: 'ASKED', decline: 'DECLINED', mended: 'ACCEPTED', reply: null },
  ASKED: { ask: 'ASKED', decline: 'DECLINED', mended: 'ACCEPTED', reply: 'OPEN' },
  ACCEPTED: { ask: null, decline: null, mended: null, reply: null },
  DECLINED: { ask: null, decline: null, mended: null, reply: null },
}
const REACHED_BY: Record<ReportStatus, Answer | null> = {
  OPEN: null,
  ASKED: 'ask',
  ACCEPTED: 'mended',
  DECLINED: 'decline',
}

test.each(Object.keys(TAKES) as ReportStatus[])('what a report that is %s takes', async (status) => {
  for (const act of [...ANSWERS, 'reply'] as const) {
    comesFrom(`203.0.113.${++address}`)
    const { id, token } = await sent()
    const before = REACHED_BY[status]
    if (before) await answer(id, before)
    const traces = await tracesOf(id)
    const result = act === 'reply' ? await replyToQuestion(token, TEXT) : await answer(id, act)
    const expected = TAKES[status][act]
    expect([act, result.ok], status).toEqual([act, expected !== null])
    expect((await rowOf(id)).status).toBe(expected ?? status)
    expect((await tracesOf(id)).length - traces.length).toBe(expected === null ? 0 : 1)
    await answer(id, 'decline')
  }
})

test('of many answers at once one is given, and the others are told which', async () => {
  const { id } = await sent()
  const { version } = await rowOf(id)
  const texts = Array.from({ length: 20 }, (_, at) => `Svar nummer ${at}`)
  const results = await Promise.all(
    texts.map((text, at) => answerReport({ id, version, as: at % 2 ? 'ask' : 'decline', text })),
  )
  const won = results.findIndex(({ ok }) => ok)
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  const losers = results.filter((_, at) => at !== won)
  expect(losers).toEqual(
    losers.map(() => ({
      ok: false,
      problem: {
        kind: 'stale',
        version: version + 1,
        now: {
          status: won % 2 ? 'ASKED' : 'DECLINED',
          by: 'Kim Exempel',
          at: expect.any(Date),
          text: `Svar nummer ${won}`,
        },
      },
    })),
  )
  expect((await findReport(id))?.messages.map(({ text }) => text)).toEqual([`Svar nummer ${won}`])
})

test('of a reporter’s answer and an editor’s at once one is first, and nothing is lost', async () => {
  for (let round = 0; round < 10; round++) {
    comesFrom(`192.0.2.${++address}`)
    const { id, token } = await sent()
    await answer(id, 'ask')
    const { version } = await rowOf(id)
    const [replied, declined] = await Promise.all([
      replyToQuestion(token, 'Sidan 4'),
      answerReport({ id, version, as: 'decline', text: TEXT }),
    ])
    expect([replied.ok, declined.ok].filter(Boolean)).toHaveLength(1)
    expect((await rowOf(id)).status).toBe(replied.ok ? 'OPEN' : 'DECLINED')
    if (replied.ok)
      expect(declined).toMatchObject({ problem: { kind: 'stale', now: { status: 'OPEN', text: 'Sidan 4' } } })
    await answer(id, 'decline')
  }
})

test('a question is answered once, from the page that has it, with words', async () => {
  const { id, token } = await sent()
  await answer(id, 'ask')
  expect(await replyToQuestion('x'.repeat(43), TEXT)).toEqual({ ok: false, problem: { kind: 'missing' } })
  expect(await replyToQuestion(token, ' ')).toEqual({
    ok: false,
    problem: { kind: 'text', error: 'missing' },
  })
  const links = 'http://a.example http://b.example http://c.example'
  expect(await replyToQuestion(token, links)).toEqual({
    ok: false,
    problem: { kind: 'text', error: 'links' },
  })
  requestCarries({ headers: { origin: 'https://evil.example' } })
  expect(await replyToQuestion(token, TEXT)).toEqual({ ok: false, problem: { kind: 'foreign' } })
  requestCarries({ headers: { origin: 'http://localhost:3000' } })
  const replies = await Promise.all(
    Array.from({ length: 5 }, (_, at) => replyToQuestion(token, `Svar ${at}`)),
  )
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await followReport(token)).toMatchObject({ messages: [{ isStaff: true }, { isStaff: false }] })
})

test('who is not signed in, or sends from elsewhere, answers nothing', async () => {
  const { id } = await sent()
  signOutHere()
  expect(await answer(id, 'decline')).toEqual({ ok: false, problem: { kind: 'signedOut' } })
  await signIn('ADMINISTRATOR')
  requestCarries({ headers: { origin: 'https://evil.example' } })
  expect(await answer(id, 'decline')).toEqual({ ok: false, problem: { kind: 'foreign' } })
  requestCarries({ headers: { origin: null } })
  expect(await answer(id, 'decline')).toEqual({ ok: false, problem: { kind: 'foreign' } })
  expect(await rowOf(id)).toMatchObject({ status: 'OPEN', version: 1 })
})

test('an answer has words, and a report that is not there has none', async () => {
  const { id } = await sent()
  expect(await answer(id, 'decline', '\n')).toEqual({
    ok: false,
    problem: { kind: 'text', error: 'missing' },
  })
  expect(await answerReport({ id: 999_999, version: 1, as: 'ask', text: TEXT })).toEqual({
    ok: false,
    problem: { kind: 'missing' },
  })
})

test('how a report stands is not changed without a trace', async () => {
  const { id } = await sent()
  const quietly = database().report.update({ where: { id }, data: { status: 'DECLINED' } })
  await expect(quietly).rejects.toThrow(/written without a trace/)
  expect(await rowOf(id)).toMatchObject({ status: 'OPEN' })
})

async function correction(value: number, reportId: number): Promise<Save> {
  const { id } = await database().project.findUniqueOrThrow({ where: { slug: '2016-00112' } })
  const record = await loadRecord(database(), { kind: 'project', id })
  const basis = basisOf(record?.fields.plannedParticipants?.shown ?? null)
  const typed = { value, code: null, precision: null, qualifier: null }
  return {
    subject: { kind: 'project', id },
    changes: [{ field: 'plannedParticipants', basis, as: 'value', typed }],
    reason: 'Så står det i slutrapporten',
    evidence: null,
    reportId,
  }
}
const correct = (save: Save) =>
  changeRegistry('records.correct', (tx, acting) => saveCorrections(tx, acting, save))

test('a correction that names a report accepts it in the same act', async () => {
  const { id, token } = await sent()
  expect(await reportForCorrection(id)).toMatchObject({ id, field: 'plannedParticipants' })
  expect(await correct(await correction(300, id))).toMatchObject({ ok: true })
  expect(await rowOf(id)).toMatchObject({ status: 'ACCEPTED', handledById: editor.id })
  expect(await database().correction.findFirst({ where: { reportId: id } })).toMatchObject({
    field: 'plannedParticipants',
  })
  expect((await tracesOf(id)).map(([action]) => action).sort()).toEqual(['corrected', 'reportAccepted'])
  expect(await followReport(token)).toMatchObject({ status: 'ACCEPTED', corrected: { key: '2016-00112' } })
  expect(await reportForCorrection(id)).toBeNull()
})

test('a correction that cannot be made accepts nothing, and a closed report makes no correction', async () => {
  const { id } = await sent()
  const save = await correction(301, id)
  expect(
    await correct({ ...save, changes: save.changes.map((one) => ({ ...one, basis: 'another' })) }),
  ).toMatchObject({
    problem: { kind: 'stale' },
  })
  expect(await rowOf(id)).toMatchObject({ status: 'OPEN', version: 1 })
  await answer(id, 'decline')
  expect(await correct(save)).toEqual({ ok: false, problem: { kind: 'report' } })
  expect(await correct({ ...save, reportId: 999_999 })).toEqual({ ok: false, problem: { kind: 'report' } })
  expect(await database().correction.count({ where: { reportId: id } })).toBe(0)
})

test('accepting twice in one act is accepting once; in another act it is too late', async () => {
  const { id } = await sent()
  const by = { actor: 'editor', userId: editor.id, revision: 1 }
  const acting = { by } as Parameters<typeof acceptReport>[1]
  const twice = await asOneAct(async (tx) => [
    await acceptReport(tx, acting, id),
    await acceptReport(tx, acting, id),
  ])
  expect(twice).toEqual([true, true])
  expect(await tracesOf(id)).toEqual([['reportAccepted', 'OPEN', 'ACCEPTED']])
  expect(await asOneAct((tx) => acceptReport(tx, acting, id))).toBe(false)
})

test('a correction and a refusal at once: one of them happens', async () => {
  for (let round = 0; round < 5; round++) {
    comesFrom(`192.0.2.${++address}`)
    const { id } = await sent()
    const { version } = await rowOf(id)
    const save = await correction(400 + round, id)
    const [corrected, declined] = await Promise.all([
      correct(save),
      answerReport({ id, version, as: 'decline', text: TEXT }),
    ])
    expect([corrected.ok, declined.ok].filter(Boolean)).toHaveLength(1)
    expect((await rowOf(id)).status).toBe(corrected.ok ? 'ACCEPTED' : 'DECLINED')
    expect(await database().correction.count({ where: { reportId: id } })).toBe(corrected.ok ? 1 : 0)
  }
})

test(`an e-mail is erased ${EMAIL_DAYS} days after its report was closed, and not before`, async () => {
  const [open, closed] = [await sent({ email: 'a@example.se' }), await sent({ email: 'b@example.se' })]
  await answer(closed.id, 'decline')
  const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60_000)
  const emails = async () => {
    await tidyReports(database())
    return [(await rowOf(open.id)).email, (await rowOf(closed.id)).email]
  }
  await database().report.updateMany({ data: { handledAt: daysAgo(EMAIL_DAYS - 1) } })
  expect(await emails()).toEqual(['a@example.se', 'b@example.se'])
  await database().report.updateMany({ data: { handledAt: daysAgo(EMAIL_DAYS + 1) } })
  expect(await emails()).toEqual(['a@example.se', null])
})

test('the lists hold what waits, what is asked and what is closed', async () => {
  const before = (await listReports({ pile: 'open', page: 1 })).counts
  const [first, second, third] = [await sent(), await sent(), await sent()]
  await answer(second.id, 'ask')
  await answer(third.id, 'decline')
  const [open, asked, closed] = [
    await listReports({ pile: 'open', page: 1 }),
    await listReports({ pile: 'asked', page: 1 }),
    await listReports({ pile: 'closed', page: 1 }),
  ]
  expect(open.counts).toEqual({ open: before.open + 1, asked: before.asked + 1, closed: before.closed + 1 })
  expect(open.rows.map(({ id }) => id)).toContain(first.id)
  expect(asked.rows.map(({ id }) => id)).toContain(second.id)
  expect(closed.rows[0]).toMatchObject({ id: third.id, record: { number: '2016/00112' } })
  expect((await findReport(third.id))?.next).not.toBe(third.id)
})
