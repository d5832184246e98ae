import { beforeEach, expect, test } from 'vitest'
import { database } from '../db.ts'
import { inSampleRegistry } from '../testing/registry.ts'
import { signIn } from '../testing/staff.ts'
import {
  beginFollowUp,
  discardFollowUp,
  publishFollowUp,
  saveFollowUp,
  withdrawFollowUp,
} from './commands.ts'
import {
  findFileOf,
  findForStaff,
  findNotice,
  findToFollow,
  listFollowUps,
  listMissing,
} from './staff-queries.ts'

inSampleRegistry()
beforeEach(() => signIn('EDITOR'))

const TODAY = '2026-11-22'
const ALL: Parameters<typeof listMissing>[0] = { page: 1, region: undefined, owner: '' }

async function draft(kind: string, slug: string, fields: Record<string, string> = {}) {
  const begun = await beginFollowUp(kind, { project: slug })
  if (!begun.ok) throw new Error(begun.problem.kind)
  const saved = await saveFollowUp({ id: begun.value.id, version: 1, base: {}, mine: { fields } })
  if (!saved.ok) throw new Error(saved.problem.kind)
  return { id: begun.value.id, version: saved.value.version }
}

async function published(kind: string, slug: string, fields: Record<string, string>) {
  const written = await draft(kind, slug, {
    asOf: '2018-12-31',
    sourceUrl: 'https://example.se/rapport',
    ...fields,
  })
  const result = await publishFollowUp({ ...written, seen: [] })
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return written.id
}

/** Every row of the list, page by page. */
async function allMissing(filter = ALL, today = TODAY) {
  const first = await listMissing(filter, today)
  const rows = [...first.rows]
  for (let page = 2; page <= first.pages; page++)
    rows.push(...(await listMissing({ ...filter, page }, today)).rows)
  expect(rows).toHaveLength(first.total)
  return rows
}

test('what is missing: projects that have ended, the longest since first, until all is published', async () => {
  const before = await allMissing()
  const days = before.map(({ endDate }) => endDate)
  expect(days.length).toBeGreaterThan(0)
  expect(days).toEqual([...days].sort())
  expect(days.every((day) => day < TODAY)).toBe(true)
  expect(before.every((row) => row.lacksCosts || row.lacksParticipants || row.lacksReport)).toBe(true)

  const row = before.find(({ lacksCosts, lacksParticipants }) => lacksCosts && lacksParticipants)
  if (!row) throw new Error('the sample has one that lacks both')
  const now = async () => (await allMissing()).find(({ slug }) => slug === row.slug)
  await draft('COSTS', row.slug, { 'costs.total': '1' })
  expect(await now()).toMatchObject({ lacksCosts: true, drafts: row.drafts + 1 })
  const id = await published('COSTS', row.slug, { basis: 'reported', 'costs.total': '1 000' })
  expect(await now()).toMatchObject({ lacksCosts: false, lacksParticipants: true })
  await published('PARTICIPANTS', row.slug, { 'reached.total': '1' })
  expect(await now()).toMatchObject({ lacksParticipants: false, lacksReport: true })
  await published('DOCUMENT', row.slug, { documentType: 'finalReport', title: 'Slutrapport' })
  expect(await now()).toBeUndefined()
  await withdrawFollowUp({ id, reason: 'Fel projekt: rapporten gäller ett annat.' })
  expect(await now()).toMatchObject({ lacksCosts: true, lacksParticipants: false, lacksReport: false })
})

test('what is missing goes by region and by part of an owner’s name, and ends today is not yet ended', async () => {
  const [one] = (await allMissing()).filter(({ owner, region }) => owner && region)
  if (!one?.owner || !one.region) throw new Error('the sample has one')
  const inRegion = await allMissing({ ...ALL, region: one.region })
  expect(inRegion.map(({ slug }) => slug)).toContain(one.slug)
  expect(new Set(inRegion.map(({ region }) => region))).toEqual(new Set([one.region]))
  const part = one.owner.slice(1, 6).toUpperCase()
  const byOwner = await allMissing({ ...ALL, owner: part })
  expect(byOwner.map(({ slug }) => slug)).toContain(one.slug)
  expect(byOwner.every(({ owner }) => owner?.toUpperCase().includes(part))).toBe(true)
  expect(await allMissing({ ...ALL, owner: `%' OR true --` })).toEqual([])
  expect((await allMissing(ALL, one.endDate)).map(({ slug }) => slug)).not.toContain(one.slug)
})

test('drafts, what is public and what was set aside stand in lists of their own', async () => {
  const SLUG = '2015-09101'
  const written = await draft('RESULTS', SLUG, { asOf: 'i höstas', achieved: 'Något' })
  const gone = await draft('EVENT', SLUG)
  await discardFollowUp(gone)
  const open = await published('RESULTS', SLUG, { achieved: 'Något' })
  const back = await published('RESULTS', SLUG, { achieved: 'Något annat' })
  await withdrawFollowUp({ id: back, reason: 'Fel projekt: rapporten gäller ett annat.' })

  expect((await listFollowUps('drafts', 1)).rows[0]).toMatchObject({
    id: written.id,
    asOf: 'i höstas',
    updatedBy: 'Kim Exempel',
    about: { kind: 'project', slug: SLUG },
  })
  expect((await listFollowUps('published', 1)).rows.map(({ id }) => id)).toContain(open)
  const aside = (await listFollowUps('discarded', 1)).rows
  expect(aside.map(({ id, state }) => [id, state])).toEqual(
    expect.arrayContaining([
      [gone.id, 'DISCARDED'],
      [back, 'WITHDRAWN'],
    ]),
  )
  expect(await findNotice(open, 'PUBLISHED')).toMatchObject({ id: open, asOf: '2018-12-31' })
  expect(await findNotice(open, 'DISCARDED')).toBeNull()
  expect(await findFileOf(open)).toBeNull()
  expect(await findForStaff(back)).toMatchObject({
    state: 'WITHDRAWN',
    withdrawnReason: 'Fel projekt: rapporten gäller ett annat.',
    shown: { achieved: { value: 'Något annat' } },
  })
  expect(await findForStaff(999_999)).toBeNull()
})

test('a draft’s page knows what the project’s page says, and what is public of it', async () => {
  const project = await database().project.findFirstOrThrow({
    where: {
      ...{ inForce: true, plannedParticipants: { gt: 20 }, grantedSupport: { not: null } },
      followUps: { none: {} },
    },
    orderBy: { id: 'asc' },
  })
  const id = await published('PARTICIPANTS', project.slug, { 'reached.women': '4', 'reached.men': '3' })
  const written = await draft('PARTICIPANTS', project.slug)
  const found = await findForStaff(written.id)
  expect(found?.known).toMatchObject({
    about: { kind: 'project', slug: project.slug, number: project.number },
    planned: project.plannedParticipants,
    support: Number(project.grantedSupport),
    period: project.period,
  })
  expect(found?.known.figures).toContainEqual({
    measure: 'reached.total',
    value: 7,
    asOf: '2018-12-31',
    followUpId: id,
  })
  const reached = found?.known.figures.flatMap(({ measure }) =>
    measure.startsWith('reached') ? measure : [],
  )
  expect(reached).toEqual(['reached.total', 'reached.women', 'reached.men'])
  expect(found?.known.published).toEqual([{ id, kind: 'PARTICIPANTS', asOf: '2018-12-31' }])
})

test('a new one is of a project, or of an entry that led to none', async () => {
  const alone = await database().decisionItem.findFirstOrThrow({ where: { inForce: true, projectId: null } })
  const led = await database().decisionItem.findFirstOrThrow({
    where: { inForce: true, projectId: { not: null } },
    include: { project: true },
  })
  expect(await findToFollow({ project: null, item: alone.id })).toMatchObject({
    about: { kind: 'item', id: alone.id, name: alone.name },
    finderText: '',
  })
  expect(await findToFollow({ project: null, item: led.id })).toMatchObject({
    about: { kind: 'project', slug: led.project?.slug },
  })
  expect(await findToFollow({ project: 'finns-inte', item: null })).toBeNull()
  const begun = await beginFollowUp('RESULTS', { item: alone.id })
  const id = begun.ok ? begun.value.id : 0
  expect(await findForStaff(id)).toMatchObject({
    about: { kind: 'item', id: alone.id },
    known: { planned: null },
  })
})

test('what was withdrawn last stands first among what is set aside', async () => {
  const slug = '2015-09101'
  const id = await published('RESULTS', slug, { achieved: 'Ett nätverk' })
  const aside = await draft('RESULTS', slug, { achieved: 'En metod' })
  await discardFollowUp(aside)
  await withdrawFollowUp({ id, reason: 'Fel projekt: rapporten gäller ett annat.' })
  const { rows } = await listFollowUps('discarded', 1)
  expect(rows.slice(0, 2).map((row) => row.id)).toEqual([id, aside.id])
})
