import { beforeEach, describe, expect, test } from 'vitest'
import { basisOf } from '../corrections/basis.ts'
import { correctRecord } from '../corrections/commands.ts'
import type { SubjectKind } from '../corrections/fields.ts'
import { loadRecord } from '../corrections/load.ts'
import { asOneAct, database } from '../db.ts'
import { beginDraft, saveDraft } from '../decisions/drafts/commands.ts'
import { publishDraft } from '../decisions/drafts/publish.ts'
import { blankEntry, emptyDraft } from '../decisions/drafts/schema.ts'
import { splitOrganisation } from '../organisations/commands.ts'
import { findSplitPreview } from '../organisations/split-preview.ts'
import { bringIn, mergeNow, page, picture } from '../organisations/testing.ts'
import { projectMeant } from '../projects/finder.ts'
import { EVERYTHING, withText } from '../projects/search/links.ts'
import { findProjects } from '../projects/search/queries.ts'
import { noDrift } from '../testing/drift.ts'
import { emptyRegistry, inOwnRegistry, textFile } from '../testing/registry.ts'
import { signIn } from '../testing/staff.ts'
import { linkItems } from './link-items.ts'

// What follows when a fact changes that other records are found by: no order of acts may make a difference.

inOwnRegistry()
beforeEach(async () => {
  await emptyRegistry()
  await signIn('EDITOR')
})

const [M, N, K] = ['2120001124', '8029999029', '5560160680']
const [ONE, TWO] = ['2019-00001', '2019-00002']
const SPLIT = 'De är två ändå.'

type Entry = { name: string; applicant?: string; number?: string }

/** A list whose entries may have numbers. */
const list = (entries: Entry[], fetchedOn = '2019-07-01') => ({
  // Captures of one page: the newest is in force.
  url: 'https://example.se/beslut',
  ...textFile(
    'beslut.txt',
    [
      'Projekt i Stockholm',
      '',
      'Prioriterade ESF-projekt, beslut 13 juni 2019',
      'Strukturfondspartnerskapet Stockholm har prioriterat följande projekt.',
      '',
      ...entries.flatMap(({ name, applicant = 'Alfa AB', number }) => [
        name,
        `Sökande: ${applicant}`,
        ...(number ? [`Projektnummer: ${number}`] : []),
        'Sökt belopp: 100 000 kronor',
        '',
      ]),
    ],
    fetchedOn,
  ),
})

type Change = { field: string } & ({ as: 'typed'; text: string } | { as: 'withdraw' | 'notStated' })
const typed = (field: string, text: string): Change => ({ field, as: 'typed', text })
const withdrawn = (field: string): Change => ({ field, as: 'withdraw' })

/** Saves as the form does, and fails the test where it cannot be done. */
async function save(kind: SubjectKind, id: number, ...changes: Change[]) {
  const record = await loadRecord(database(), { kind, id })
  const result = await correctRecord({
    kind,
    id,
    version: record?.version ?? 0,
    changes: changes.map((change) => ({
      basis: basisOf(record?.fields[change.field]?.shown ?? null),
      ...change,
    })),
    reason: 'Så står det i slutrapporten, sidan 4.',
  })
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
}
const organisation = async (slug: string) =>
  (await database().organisation.findUniqueOrThrow({ where: { slug } })).id
const project = async (slug: string) => (await database().project.findUniqueOrThrow({ where: { slug } })).id
const entry = async (name: string) => (await database().decisionItem.findFirstOrThrow({ where: { name } })).id

const owners = async () => Object.fromEntries((await picture()).owners)
const links = async () => (await picture()).links

class Undo extends Error {}

/** Nothing is stored otherwise than facts give it, links as well. */
async function expectNoDrift() {
  await noDrift()
  const all = await database().decisionItem.findMany({ select: { id: true } })
  const relinking = asOneAct(async (tx) => {
    expect(await linkItems(tx, { itemIds: all.map(({ id }) => id), projectIds: [] })).toEqual([])
    throw new Undo()
  })
  await expect(relinking).rejects.toThrow(Undo)
}

describe('owners follow the numbers of organisations', () => {
  test('a number that a person gives to another takes the projects along, and back', async () => {
    await bringIn(
      page({ number: '2019/00001', name: 'Ett', owner: 'Alfa AB', ownerNumber: M }),
      page({ number: '2019/00002', name: 'Två', owner: 'Beta AB', ownerNumber: N }),
    )
    const [alfa, beta] = [await organisation('alfa-ab'), await organisation('beta-ab')]
    await save('organisation', alfa, typed('number', K))
    expect(await owners()).toMatchObject({ [ONE]: 'alfa-ab' })
    await expectNoDrift()
    await save('organisation', beta, typed('number', M))
    expect(await owners()).toEqual({ [ONE]: 'beta-ab', [TWO]: 'beta-ab' })
    await expectNoDrift()
    await save('organisation', beta, withdrawn('number'))
    expect(await owners()).toEqual({ [ONE]: 'alfa-ab', [TWO]: 'beta-ab' })
    await expectNoDrift()
  })

  test('a number that nobody had when a person gave it to a project is found when an import brings it', async () => {
    await bringIn(
      page({ number: '2019/00001', name: 'Ett', owner: 'Alfa AB', ownerNumber: M }),
      page({ number: '2019/00002', name: 'Två', owner: 'Beta AB' }),
    )
    await save('project', await project(ONE), typed('ownerOrganisationNumber', N))
    expect(await owners()).toMatchObject({ [ONE]: 'alfa-ab' })
    await bringIn(page({ number: '2019/00003', name: 'Tre', owner: 'Beta AB', ownerNumber: N }))
    expect(await owners()).toMatchObject({ [ONE]: 'beta-ab' })
    expect((await picture()).organisations.map(({ name, sums }) => [name, sums[0]])).toEqual([
      ['Alfa AB', 0],
      ['Beta AB', 3],
    ])
    await expectNoDrift()
  })

  test('so is one that comes with an organisation nobody knew', async () => {
    await bringIn(page({ number: '2019/00001', name: 'Ett', owner: 'Alfa AB', ownerNumber: M }))
    await save('project', await project(ONE), typed('ownerOrganisationNumber', N))
    await bringIn(page({ number: '2019/00002', name: 'Två', owner: 'Gamma AB', ownerNumber: N }))
    expect(await owners()).toMatchObject({ [ONE]: 'gamma-ab' })
    await expectNoDrift()
  })
})

describe('an owner that a person named', () => {
  beforeEach(() =>
    bringIn(
      page({ number: '2019/00001', name: 'Ett', owner: 'Alfa AB', ownerNumber: M }),
      page({ number: '2019/00002', name: 'Två', owner: 'Beta AB', ownerNumber: N }),
    ),
  )

  test('goes before a number that was only read, and gives way when withdrawn', async () => {
    const id = await project(ONE)
    await save('project', id, typed('owner', 'Beta AB'))
    expect(await owners()).toMatchObject({ [ONE]: 'beta-ab' })
    expect((await picture()).organisations.map(({ sums }) => sums.slice(0, 2))).toEqual([
      [0, 0],
      [2, 200_000],
    ])
    await expectNoDrift()
    await save('project', id, withdrawn('owner'))
    expect(await owners()).toMatchObject({ [ONE]: 'alfa-ab' })
    await expectNoDrift()
  })

  test('gives way to a number that a person gave as well', async () => {
    await save('project', await project(ONE), typed('owner', 'Beta AB'), typed('ownerOrganisationNumber', K))
    expect(await owners()).toMatchObject({ [ONE]: 'beta-ab' })
    await bringIn(page({ number: '2019/00003', name: 'Tre', owner: 'Gamma AB', ownerNumber: K }))
    expect(await owners()).toMatchObject({ [ONE]: 'gamma-ab' })
    await expectNoDrift()
  })

  test('is told from its namesakes by the number that was read', async () => {
    await bringIn(page({ number: '2019/00003', name: 'Tre', owner: 'Alfa AB', ownerNumber: K }))
    await save('project', await project(ONE), typed('owner', 'Alfa AB, Enheten för arbete'))
    expect(await owners()).toMatchObject({ [ONE]: 'alfa-ab', '2019-00003': 'alfa-ab-2' })
    await expectNoDrift()
  })

  test('is counted where a split would put it', async () => {
    await save('project', await project(ONE), typed('owner', 'Beta AB'))
    const merged = await mergeNow('alfa-ab', 'beta-ab', N)
    if (!merged.ok) throw new Error(JSON.stringify(merged.problem))
    expect(await findSplitPreview(merged.value.mergeId)).toMatchObject({ part: { owned: 0 } })
    await splitOrganisation({ mergeId: merged.value.mergeId, reason: SPLIT })
    expect(await owners()).toEqual({ [ONE]: 'beta-ab', [TWO]: 'beta-ab' })
    await expectNoDrift()
  })
})

describe('entries that were linked by their number', () => {
  beforeEach(() =>
    bringIn(
      page({ number: '2019/00001', name: 'Ett', owner: 'Alfa AB' }),
      page({ number: '2019/00002', name: 'Två', owner: 'Alfa AB' }),
      list([{ name: 'Första', number: '2019/00001' }]),
    ),
  )

  test('follow a number that is corrected', async () => {
    const id = await entry('Första')
    expect(await links()).toEqual([['Första', ONE, 'number']])
    await save('item', id, typed('projectNumber', '2019/00002'))
    expect(await links()).toEqual([['Första', TWO, 'number']])
    await expectNoDrift()
    await save('item', id, { field: 'projectNumber', as: 'notStated' })
    expect(await links()).toEqual([['Första', null, null]])
    await expectNoDrift()
    await save('item', id, withdrawn('projectNumber'))
    await save('item', id, withdrawn('projectNumber'))
    expect(await links()).toEqual([['Första', ONE, 'number']])
    await expectNoDrift()
  })

  test('are found again when a person’s link is withdrawn', async () => {
    const id = await entry('Första')
    await save('item', id, typed('project', '2019/00002'))
    expect(await links()).toEqual([['Första', TWO, 'person']])
    await save('item', id, typed('projectNumber', '2019/00002'))
    await save('item', id, withdrawn('projectNumber'))
    expect(await links()).toEqual([['Första', TWO, 'person']])
    await save('item', id, withdrawn('project'))
    expect(await links()).toEqual([['Första', ONE, 'number']])
    await expectNoDrift()
  })

  test('tell on what ground they are linked now', async () => {
    const id = await entry('Första')
    await save('item', id, typed('name', 'Ett'))
    expect(await links()).toEqual([['Ett', ONE, 'number']])
    const version = async () => (await database().decisionItem.findUniqueOrThrow({ where: { id } })).projectId
    const before = await version()
    await save('item', id, { field: 'projectNumber', as: 'notStated' })
    expect(await links()).toEqual([['Ett', ONE, 'nameAndOwner']])
    expect(await version()).toBe(before)
    await expectNoDrift()
  })

  test('leave a project that has another owner and another name', async () => {
    await save('project', await project(ONE), typed('owner', 'Beta AB'))
    expect(await links()).toEqual([['Första', null, null]])
    await expectNoDrift()
    await save('project', await project(ONE), withdrawn('owner'))
    expect(await links()).toEqual([['Första', ONE, 'number']])
  })
})

test.each([
  ['a number', '2019/00001', 'Första'],
  ['a name', undefined, 'Ett'],
])('a link by %s that a merge made goes with the split', async (_, number, name) => {
  await bringIn(
    page({ number: '2019/00001', name: 'Ett', owner: 'Alfa AB' }),
    list([{ name, applicant: 'Alpha Aktiebolag', ...(number && { number }) }]),
  )
  const before = await picture()
  const merged = await mergeNow('alpha-aktiebolag', 'alfa-ab')
  if (!merged.ok) throw new Error(JSON.stringify(merged.problem))
  expect(await links()).toMatchObject([[name, ONE, expect.any(String)]])
  await splitOrganisation({ mergeId: merged.value.mergeId, reason: SPLIT })
  expect(await picture()).toEqual(before)
  await expectNoDrift()
})

describe('a project that is called otherwise', () => {
  test('lets its entries go, and has them back', async () => {
    await bringIn(page({ number: '2019/00001', name: 'Ett', owner: 'Alfa AB' }), list([{ name: 'Ett' }]))
    const id = await project(ONE)
    await save('project', id, typed('name', 'Uno'))
    expect(await links()).toEqual([['Ett', null, null]])
    await expectNoDrift()
    await save('project', id, withdrawn('name'))
    expect(await links()).toEqual([['Ett', ONE, 'nameAndOwner']])
    await expectNoDrift()
  })

  test('leaves entries to its namesake', async () => {
    await bringIn(
      page({ number: '2019/00001', name: 'Ett', owner: 'Alfa AB' }),
      page({ number: '2019/00002', name: 'Ett', owner: 'Alfa AB' }),
      list([{ name: 'Ett' }]),
    )
    expect(await links()).toEqual([['Ett', null, null]])
    await save('project', await project(TWO), typed('name', 'Uno'))
    expect(await links()).toEqual([['Ett', ONE, 'nameAndOwner']])
    await save('project', await project(TWO), withdrawn('name'))
    expect(await links()).toEqual([['Ett', null, null]])
    await expectNoDrift()
  })

  test('leaves a person’s link in peace', async () => {
    await bringIn(page({ number: '2019/00001', name: 'Ett', owner: 'Alfa AB' }), list([{ name: 'Ett' }]))
    await save('item', await entry('Ett'), typed('project', '2019/00001'))
    await save('project', await project(ONE), typed('name', 'Uno'))
    expect(await links()).toEqual([['Ett', ONE, 'person']])
  })
})

test('an entry that its list has left out is linked as others are', async () => {
  await bringIn(
    page({ number: '2019/00001', name: 'Ett', owner: 'Alfa AB' }),
    list([{ name: 'Ett' }, { name: 'Annat' }]),
  )
  await bringIn(list([{ name: 'Annat' }], '2019-09-01'))
  expect(await database().decisionItem.findFirst({ where: { name: 'Ett' } })).toMatchObject({
    inForce: false,
  })
  await save('project', await project(ONE), typed('name', 'Uno'))
  expect(await links()).toContainEqual(['Ett', null, null])
  await expectNoDrift()
})

describe('a project’s number that a person corrects', () => {
  const identifiers = async () =>
    (await database().projectIdentifier.findMany({ orderBy: { key: 'asc' } })).map(({ value }) => value)
  const searched = async (text: string) => {
    const found = await findProjects(withText(EVERYTHING, text), { today: '2020-01-01', pageSize: 10 })
    return found.rows.map(({ slug }) => slug)
  }

  test('finds it, as those that were read do, until it is withdrawn', async () => {
    await bringIn(
      page({ number: '2019/00001', name: 'Ett', owner: 'Alfa AB' }),
      list([{ name: 'Annat', number: '2019/00777' }]),
    )
    const id = await project(ONE)
    await save('project', id, typed('diaryNumber', '2019/00777'))
    expect(await identifiers()).toEqual(['2019/00001', '2019/00777'])
    expect([await projectMeant('2019-00777'), await projectMeant('2019/00001')]).toMatchObject([
      { id },
      { id },
    ])
    // The search may be half a second behind.
    await expect.poll(() => searched('2019/00777')).toEqual([ONE])
    expect(await searched('2019/00001')).toEqual([ONE])
    expect(await links()).toEqual([['Annat', ONE, 'number']])
    await expectNoDrift()
    await save('project', id, withdrawn('diaryNumber'))
    expect(await identifiers()).toEqual(['2019/00001'])
    expect(await projectMeant('2019/00777')).toBeNull()
    await expect.poll(() => searched('2019/00777')).toEqual([])
    expect(await links()).toEqual([['Annat', null, null]])
    await expectNoDrift()
  })

  test('stays with the project that has it, and comes when that one lets it go', async () => {
    await bringIn(
      page({ number: '2019/00001', name: 'Ett', owner: 'Alfa AB' }),
      page({ number: '2019/00002', name: 'Två', owner: 'Alfa AB' }),
    )
    const [one, two] = [await project(ONE), await project(TWO)]
    await save('project', one, typed('diaryNumber', '2019/00002'))
    expect(await projectMeant('2019/00002')).toMatchObject({ id: two })
    await expectNoDrift()
    await save('project', one, typed('diaryNumber', '2019/00777'))
    await save('project', two, typed('projectNumber', '2019/00777'))
    expect(await projectMeant('2019/00777')).toMatchObject({ id: one })
    await save('project', one, withdrawn('diaryNumber'))
    expect(await projectMeant('2019/00777')).toMatchObject({ id: two })
    await expectNoDrift()
  })
})

test('an entry that a person wrote stays when a list that named it too leaves it out', async () => {
  const begun = await beginDraft(null)
  if (!begun.ok) throw new Error('no draft')
  const { id } = begun.value
  const mine = {
    ...emptyDraft(),
    heading: 'Rubrik för hand',
    decisionDate: '13 juni 2019',
    partnership: 'Stockholm',
    fund: 'ESF',
    source: 'https://example.se/b.pdf',
    reason: 'Avskrivet från protokollets bilaga 2.',
    entries: [{ ...blankEntry('a'), name: 'Stegen', applicant: 'Alfa AB', amount: '600 000' }],
  }
  const saved = await saveDraft({ id, version: 1, base: emptyDraft(), mine })
  if (!saved.ok) throw new Error(JSON.stringify(saved.problem))
  expect(await publishDraft({ id, version: saved.value.version })).toMatchObject({ ok: true })
  await bringIn(list([{ name: 'Stegen' }, { name: 'Annat', applicant: 'Beta AB' }]))
  await bringIn(list([{ name: 'Annat', applicant: 'Beta AB' }], '2019-09-01'))
  expect(await database().decisionItem.findMany({ orderBy: { name: 'asc' } })).toMatchObject([
    { name: 'Annat', inForce: true },
    { name: 'Stegen', inForce: true },
  ])
  await expectNoDrift()
})
