import { beforeAll, describe, expect, test } from 'vitest'
import { basisOf } from '../corrections/basis.ts'
import type { Subject } from '../corrections/fields.ts'
import { loadRecord } from '../corrections/load.ts'
import { type FieldSave, saveCorrections } from '../corrections/save.ts'
import { asOneAct, database } from '../db.ts'
import { addEntries, makeDecision } from '../decisions/drafts/write.ts'
import { bringIn, list, mergeNow, page } from '../organisations/testing.ts'
import { changeRegistry } from '../registry/change.ts'
import { inOwnRegistry } from '../testing/registry.ts'
import { signIn } from '../testing/staff.ts'
import { type AuditQuery, NO_FILTER } from './audit-query.ts'
import { auditOf, earlierState, historyOf, logOfAccounts, PAGE, recentHistory } from './queries.ts'
import type { ChangeView, HistoryOf } from './view.ts'
import { endOfDay, startOfDay } from './when.ts'

inOwnRegistry()

const MANY = 60
const entries = Array.from({ length: MANY }, (_, at) => ({
  name: `Projekt nummer ${at + 1}`,
  applicant: 'Exempelstads kommun',
}))

beforeAll(async () => {
  await bringIn(
    page({ number: '2019/09100', name: 'Stegen', owner: 'Exempelstads kommun' }),
    page({ number: '2019/09200', name: 'Trappan', owner: 'Provköpings kommun' }),
    list([{ name: 'Stegen', applicant: 'Exempelstads kommun' }, ...entries]),
  )
}, 60_000)

const changesOf = async (of: HistoryOf, slug: string, at = 1): Promise<ChangeView[]> =>
  (await historyOf(of, slug, at))?.changes ?? []
const newest = async (of: HistoryOf, slug: string) => (await changesOf(of, slug))[0]

type Say = Partial<{
  as: FieldSave['as']
  value: unknown
  reason: string
  evidence: string
  reportId: number
}>

/** Saves one field as whoever is signed in. */
async function say(subject: Subject, field: string, given: Say = {}) {
  const { as = 'value', value = null, reason = 'Så står det i slutrapporten', evidence = null } = given
  const shown = (await loadRecord(database(), subject))?.fields[field]?.shown ?? null
  const typed = { value, code: null, precision: null, qualifier: null }
  const changes = [{ field, as, basis: basisOf(shown), typed } as FieldSave]
  const reportId = given.reportId ?? null
  const result = await changeRegistry('records.correct', (tx, acting) =>
    saveCorrections(tx, acting, { subject, changes, reason, evidence, reportId }),
  )
  expect(result).toMatchObject({ ok: true })
}

const project = async (slug: string): Promise<Subject> => ({
  kind: 'project',
  id: (await database().project.findUniqueOrThrow({ where: { slug } })).id,
})
const item = async (name: string): Promise<Subject> => ({
  kind: 'item',
  id: (await database().decisionItem.findFirstOrThrow({ where: { name } })).id,
})
const decisionSlug = async () => (await database().decision.findFirstOrThrow({ orderBy: { id: 'asc' } })).slug

describe('who did it', () => {
  test('is told by role, and by name only as long as the person agrees', async () => {
    const { id, email } = await signIn('EDITOR', { name: 'Anna Provsson', showsName: true })
    await say(await project('2019-09100'), 'plannedParticipants', {
      value: 300,
      evidence: 'https://example.se/rapport',
    })
    const change = await newest('projects', '2019-09100')
    expect(change).toMatchObject({
      who: { actor: 'editor', name: 'Anna Provsson' },
      event: { action: 'corrected', field: 'plannedParticipants', from: null, to: { value: 300 } },
      reason: 'Så står det i slutrapporten',
      evidence: 'https://example.se/rapport',
    })
    await asOneAct(async (tx) => {
      await tx.user.update({ where: { id }, data: { showsName: false } })
      await tx.accountEvent.create({ data: { userId: id, actor: 'editor', action: 'profileChanged' } })
    })
    expect((await newest('projects', '2019-09100'))?.who).toEqual({ actor: 'editor', name: null })
    const everything = JSON.stringify([
      await historyOf('projects', '2019-09100', 1),
      await recentHistory(1),
      await earlierState('projects', '2019-09100', change?.revision ?? 0),
    ])
    expect(everything).toContain('slutrapporten')
    expect(everything).not.toContain('Provsson')
    expect(everything).not.toContain(email)
    expect(everything).not.toMatch(/userId|"user"/)
  })

  test('staff see the names of their colleagues', async () => {
    const { changes } = await auditOf(NO_FILTER)
    expect(changes[0]?.who).toEqual({ actor: 'editor', name: 'Anna Provsson' })
  })
})

test('what a visitor reported is told as no more than that', async () => {
  await signIn('ADMINISTRATOR')
  const report = await database().report.create({
    data: {
      tokenHash: 'hash',
      page: '/projekt/2019-09100',
      suggestion: 'Det ska vara 301, hälsar Vera Besökare',
      email: 'vera.besokare@example.se',
      addressKey: 'key',
    },
  })
  await say(await project('2019-09100'), 'plannedParticipants', { value: 301, reportId: report.id })
  const changes = await changesOf('projects', '2019-09100')
  expect(changes[0]).toMatchObject({ isReported: true, event: { to: { value: 301 } } })
  const everything = JSON.stringify([changes, await recentHistory(1)])
  expect(everything).not.toMatch(/besokare|Besökare|reportAccepted/)
  const audit = await auditOf({ ...NO_FILTER, action: 'reportAccepted' })
  expect(audit.changes).toHaveLength(1)
})

test('an action that nobody knows gives nothing away', async () => {
  const { id } = await project('2019-09200')
  const secret = { value: 'hemligt', state: 'value' }
  await database().change.create({
    data: {
      revision: 1,
      actor: 'somebody',
      action: 'vanished',
      field: 'name',
      from: secret,
      to: secret,
      reason: 'hemligt skäl',
      evidence: 'hemligt underlag',
      projectId: id,
    },
  })
  const change = await newest('projects', '2019-09200')
  expect(change).toMatchObject({ who: { actor: 'other', name: null }, event: { action: 'other' } })
  expect(JSON.stringify(change)).not.toContain('hemligt')
})

describe('a long history', () => {
  test('comes in pages that hold everything once', async () => {
    await signIn('EDITOR')
    const subject = await project('2019-09200')
    for (let turn = 0; turn < 2 * PAGE + 5; turn++) await say(subject, 'plannedParticipants', { value: turn })
    const first = await historyOf('projects', '2019-09200', 1)
    expect(first).toMatchObject({ page: 1, pages: 3 })
    const pages = [await changesOf('projects', '2019-09200', 2), await changesOf('projects', '2019-09200', 3)]
    const ids = [first?.changes ?? [], ...pages].flat().map(({ id }) => Number(id))
    expect(ids).toHaveLength(first?.total ?? 0)
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a))
    expect(await historyOf('projects', '2019-09200', 4)).toBeNull()
    expect(await recentHistory(3)).not.toBeNull()
    expect(await recentHistory(4)).toBeNull()
    expect((await recentHistory(1))?.hasMore).toBe(true)
  }, 120_000)

  test('tells the entries of a new list in one go, with the list', async () => {
    const changes = await changesOf('decisions', await decisionSlug())
    const many = changes.find(({ event }) => event.action === 'many')
    expect(many?.event).toMatchObject({ of: 'created', count: MANY + 1 })
    expect(many?.documents).toHaveLength(1)
    expect(many?.subject).toMatchObject({ kind: 'decision' })
    expect(changes.length).toBeLessThan(6)
  })

  test('tells an import once among all changes, not each record that it brought', async () => {
    const last = await recentHistory(3)
    expect(last?.changes.at(-1)?.event).toMatchObject({
      action: 'imported',
      totals: { documents: 3, projectsNew: 2, itemsNew: MANY + 1 },
    })
    expect(last?.hasMore).toBe(false)
  })
})

test('a project has in its history which entries came to it and left, by whomever', async () => {
  await signIn('EDITOR')
  const entry = await item('Projekt nummer 1')
  const [from, to] = [await project('2019-09100'), await project('2019-09200')]
  await say(entry, 'project', { value: from.id })
  await say(entry, 'project', { value: to.id })
  const stegen = (await changesOf('projects', '2019-09100')).filter(
    ({ event }) => event.action === 'linkCorrected',
  )
  expect(stegen.map(({ event }) => event)).toMatchObject([
    { from: { slug: '2019-09100' }, to: { slug: '2019-09200' } },
    { from: null, to: { slug: '2019-09100' } },
  ])
  expect(await newest('projects', '2019-09200')).toMatchObject({
    subject: { kind: 'item', name: 'Projekt nummer 1' },
    event: { action: 'linkCorrected', to: { slug: '2019-09200' } },
  })
})

test('merged organisations have it in both histories, and all changes tell it once', async () => {
  await signIn('EDITOR')
  expect(await mergeNow('exempelstads-kommun', 'provkopings-kommun')).toMatchObject({ ok: true })
  const event = {
    action: 'merged',
    part: { slug: 'exempelstads-kommun' },
    whole: { slug: 'provkopings-kommun' },
  }
  expect((await newest('organisations', 'exempelstads-kommun'))?.event).toMatchObject(event)
  expect((await newest('organisations', 'provkopings-kommun'))?.event).toMatchObject(event)
  const recent = (await recentHistory(1))?.changes.filter((change) => change.event.action === 'merged')
  expect(recent).toHaveLength(1)
})

test('a decision by hand is one change, its entries another, with the reason', async () => {
  await signIn('EDITOR')
  const ground = { reason: 'Protokollet saknas på nätet', evidence: null }
  const decision = {
    heading: 'Beslut i Provköping',
    partnership: 'Stockholm',
    region: 'SE11',
    fund: 'ESF',
    decisionDate: '2020-01-02',
  }
  const made = await changeRegistry('decisions.write', async (tx, acting) => {
    const { id, slug } = await makeDecision(tx, acting, {
      key: 'by hand',
      decision: decision as Parameters<typeof makeDecision>[2]['decision'],
      ground,
    })
    const entry = (name: string) =>
      ({
        key: name,
        name,
        applicants: [],
        applicant: null,
        amount: null,
        partners: null,
        projectNumber: null,
        rejected: false,
        projectId: null,
      }) as never
    await addEntries(tx, acting, { decisionId: id, entries: [entry('Ett'), entry('Två')], after: -1, ground })
    return { ok: true, value: slug } as const
  })
  const changes = made.ok ? await changesOf('decisions', made.value) : []
  expect(changes.map(({ event, reason }) => ({ event, reason }))).toMatchObject([
    { event: { action: 'many', of: 'created', count: 2 }, reason: ground.reason },
    { event: { action: 'published' }, reason: ground.reason },
  ])
  const published = changes[1]?.event
  const fields = published?.action === 'published' ? published.fields.map(({ field }) => field).sort() : []
  expect(fields).toEqual(Object.keys(decision).sort())
})

describe('an earlier state', () => {
  test('is what was shown then, beside what is shown now', async () => {
    const reported = (await changesOf('projects', '2019-09100')).find(({ isReported }) => isReported)
    const first = (await changesOf('projects', '2019-09100')).find(({ event }) => event.action === 'created')
    const state = await earlierState('projects', '2019-09100', first?.revision ?? 0)
    expect(state?.fields.find(({ field }) => field === 'plannedParticipants')).toMatchObject({
      was: null,
      is: { value: 301 },
    })
    expect(state).toMatchObject({ before: null, record: { name: 'Stegen' } })
    const later = await earlierState('projects', '2019-09100', reported?.revision ?? 0)
    expect(later?.fields.find(({ field }) => field === 'plannedParticipants')).toMatchObject({
      was: { value: 301 },
    })
    expect(later?.next).toBeNull()
  })

  test('of a decision holds its entries, with the project that each led to', async () => {
    const state = await earlierState('decisions', await decisionSlug(), 1)
    expect(state?.entries).toHaveLength(MANY + 1)
    expect(state?.entries.find(({ name }) => name === 'Projekt nummer 1')?.project).toMatchObject({
      was: null,
      is: { slug: '2019-09200' },
    })
  })

  test('is found only at a change of the record itself', async () => {
    const other = await newest('projects', '2019-09200')
    expect(await earlierState('projects', '2019-09100', (other?.revision ?? 0) + 1000)).toBeNull()
    expect(await earlierState('organisations', 'provkopings-kommun', 2)).toBeNull()
    expect(await earlierState('projects', 'finns-inte', 1)).toBeNull()
  })
})

describe('the log', () => {
  const found = async (query: Partial<AuditQuery>) => (await auditOf({ ...NO_FILTER, ...query })).changes

  test('is asked for who, what, which record and when', async () => {
    const anna = await database().user.findFirstOrThrow({ where: { name: 'Anna Provsson' } })
    expect((await found({ who: anna.id })).map(({ who }) => who.name)).toEqual(['Anna Provsson'])
    expect((await found({ who: 'operator' })).every(({ who }) => who.name === null)).toBe(true)
    const merged = await found({ action: 'merged' })
    expect(merged.length).toBeGreaterThan(1)
    expect(merged.every(({ event }) => event.action === 'merged')).toBe(true)
    for (const record of ['2019/09100', '2019-09100', '/projekt/2019-09100'])
      expect((await found({ record }))[0]?.subject?.name, record).toMatch(/Stegen|Projekt nummer 1/)
    expect(await auditOf({ ...NO_FILTER, record: 'finns-inte' })).toMatchObject({ isRecordMissing: true })
    expect(await found({ until: '2020-01-01' })).toEqual([])
    expect(await found({ since: '2999-01-01' })).toEqual([])
  })

  test('goes on from page to page', async () => {
    const first = await auditOf(NO_FILTER)
    expect(first.changes).toHaveLength(50)
    const second = await auditOf({ ...NO_FILTER, before: first.older })
    expect(Number(second.changes[0]?.id)).toBeLessThan(Number(first.changes.at(-1)?.id))
  })

  test('of accounts tells whose, what and by whom', async () => {
    const { events } = await logOfAccounts(NO_FILTER)
    expect(events.map(({ action }) => action)).toContain('profileChanged')
    expect(events[0]?.account.email).toMatch(/@example\.se$/)
  })

  test.each(['change', 'account_event'])('%s cannot be changed, deleted from or emptied', async (table) => {
    const db = database()
    const before = await db.$queryRawUnsafe(`SELECT count(*)::int AS count FROM "${table}"`)
    for (const statement of [
      `UPDATE "${table}" SET actor = 'nobody'`,
      `DELETE FROM "${table}"`,
      `TRUNCATE "${table}" CASCADE`,
    ])
      await expect(db.$executeRawUnsafe(statement), statement).rejects.toThrow(/never changed/)
    expect(await db.$queryRawUnsafe(`SELECT count(*)::int AS count FROM "${table}"`)).toEqual(before)
  })
})

test('a day in Sweden begins and ends by its clock, in summer and winter', () => {
  expect(startOfDay('2026-01-15').toISOString()).toBe('2026-01-14T23:00:00.000Z')
  expect(startOfDay('2026-07-15').toISOString()).toBe('2026-07-14T22:00:00.000Z')
  // The clocks go back: the day has 25 hours.
  expect(endOfDay('2026-10-25').getTime() - startOfDay('2026-10-25').getTime()).toBe(25 * 3_600_000)
})
