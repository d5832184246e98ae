import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '../../db.ts'
import { replay } from '../../history/replay.ts'
import { mergeOrganisations } from '../../organisations/commands.ts'
import { traced } from '../../projects/fold.ts'
import { findProject } from '../../projects/queries.ts'
import type { Shown } from '../../projects/shown.ts'
import { noDrift } from '../../testing/drift.ts'
import { emptyRegistry, inOwnRegistry } from '../../testing/registry.ts'
import { signIn } from '../../testing/staff.ts'
import {
  bringIn,
  commit,
  correct,
  decide,
  entriesOf,
  given,
  press,
  review,
  takeBack,
} from '../testing/desk.ts'
import { list, page, table } from '../testing/documents.ts'

inOwnRegistry()
beforeEach(async () => {
  await emptyRegistry()
  await signIn('ADMINISTRATOR')
})

describe('a link that a person made', () => {
  const LIST = list([['Stigen', 'X AB', '600 000']])
  const NEWER = given('l2.txt', [...LIST, 'Mer text.'], { fetchedOn: '2024-01-01' })

  async function twoProjectsAndAnEntry() {
    await bringIn(
      given('p.txt', page('2019/09100', { name: 'Stegen uppåt' })),
      given('q.txt', page('2019/09200', { name: 'Trappan' })),
    )
    await bringIn(given('l1.txt', LIST, { fetchedOn: '2023-01-01' }))
    return (await database().decisionItem.findFirstOrThrow()).id
  }
  async function newerListLedTo(project: string) {
    const id = await review(NEWER)
    await decide(id, 0, { choice: 'project', project })
    await press(id)
    return id
  }
  async function leadsTo(slug: string) {
    expect(
      await database().decisionItem.findFirst({
        select: { linkedBy: true, inForce: true, project: { select: { slug: true } } },
      }),
    ).toEqual({ linkedBy: 'person', inForce: true, project: { slug } })
    expect(await findProject(slug)).toMatchObject({ items: [{ name: 'Stigen' }] })
    await noDrift()
  }

  test('after the import stands when it is taken back', async () => {
    const item = await twoProjectsAndAnEntry()
    const id = await newerListLedTo('2019/09100')
    await correct('item', item, 'project', '2019/09200')
    await takeBack(id)
    await leadsTo('2019-09200')
  })

  test('before the import is there again when it is taken back', async () => {
    const item = await twoProjectsAndAnEntry()
    await correct('item', item, 'project', '2019/09200')
    await takeBack(await newerListLedTo('2019/09100'))
    await leadsTo('2019-09200')
  })
})

describe('the history', () => {
  async function correctedAtImport() {
    await bringIn(given('a.txt', page('2019/09100'), { fetchedOn: '2020-01-01' }))
    const id = await review(
      given('b.txt', page('2019/09100', { people: '200' }), { fetchedOn: '2021-01-01' }),
    )
    await decide(id, 0, { choice: 'accept', edits: { plannedParticipants: '300' } })
    await press(id)
    return id
  }

  test('tells what came back when a correction goes with its import', async () => {
    await takeBack(await correctedAtImport())
    expect(await toldOf('2019-09100')).toMatchObject({ plannedParticipants: { value: 100 } })
  })

  test('tells that a later correction stood', async () => {
    const id = await correctedAtImport()
    const { id: projectId } = await database().project.findFirstOrThrow()
    await correct('project', projectId, 'plannedParticipants', '145')
    await takeBack(id)
    expect(await toldOf('2019-09100')).toMatchObject({ plannedParticipants: { value: 145 } })
  })
})

/** What the trace says that a project shows: the same as it shows. */
async function toldOf(slug: string) {
  const { id, shown } = await database().project.findUniqueOrThrow({ where: { slug } })
  const rows = await database().change.findMany({
    where: { projectId: id, itemId: null },
    orderBy: { id: 'asc' },
  })
  const told = replay(rows)
  const fields = Object.entries(shown as unknown as Record<string, Shown>)
  expect(told).toEqual(Object.fromEntries(fields.map(([field, one]) => [field, traced(one)])))
  return told
}

describe('what was taken back and is brought in again', () => {
  const FILES = [
    given('a.txt', page('2019/09100')),
    given(
      'l.txt',
      list([
        ['Stegen', 'Exempelstads kommun', '2 000 000'],
        ['Trappan', 'B AB', '5'],
      ]),
    ),
  ]

  test('is new in the review, in the outcome and in the history', async () => {
    await takeBack(await bringIn(...FILES))
    const id = await review(...FILES)
    expect(await entriesOf(id)).toMatchObject([
      { name: 'Stegen', verdict: 'new', isSafe: true },
      { name: 'Stegen', verdict: 'matches', isSafe: true },
      { name: 'Trappan', verdict: 'new', isSafe: true },
    ])
    expect(await commit(id)).toMatchObject({
      totals: { projectsNew: 1, projectsMatched: 0, decisionsNew: 1, itemsNew: 2, linked: 1 },
      report: { files: [{ project: { isNew: true } }, { decisions: [{ isNew: true, newItems: 2 }] }] },
    })
    await toldOf('2019-09100')
    const ofDecision = await database().change.findMany({
      where: { decisionId: { not: null } },
      orderBy: { id: 'asc' },
    })
    expect(ofDecision.map(({ action }) => action)).toEqual(['created', 'takenBack', 'created'])
    await noDrift()
  })

  test('of a table comes back to its addresses, rows without a number too', async () => {
    const rows = table(
      '2021/00100;Stegen;Exempelstads kommun;4 000 000;2 000 000;2021-03-01;2023-02-28',
      ';Trappan;Provköpings kommun;900 000;400 000;2021-04-01;2022-12-31',
      ';Trappan;Exempelstads kommun;700 000;300 000;2021-04-01;2022-12-31',
    )
    const addresses = async () =>
      (await database().project.findMany({ where: { inForce: true }, orderBy: { slug: 'asc' } })).map(
        ({ slug, name, grantedSupport }) => [slug, name, Number(grantedSupport)],
      )
    const id = await bringIn(given('a.csv', rows))
    const before = await addresses()
    await takeBack(id)
    expect(await addresses()).toEqual([])
    const again = await review(given('a.csv', rows))
    expect(await entriesOf(again)).toMatchObject([{ verdict: 'new' }, { verdict: 'new' }, { verdict: 'new' }])
    expect(await commit(again)).toMatchObject({ totals: { projectsNew: 3, projectsMatched: 0 } })
    expect(await addresses()).toEqual(before)
    await toldOf('2021-00100')
    await noDrift()
  })
})

test('an organisation that comes back has all the names that it is given again', async () => {
  const file = given('a.csv', [
    'Diarienummer;Namn på insatsen;Stödmottagare;Organisationsnummer',
    '2021/00100;Stegen;Exempelstad;212000-1124',
    '2021/00200;Trappan;Exempelstads kommun;212000-1124',
    '2021/00300;Rampen;Exempelstads kommun;',
  ])
  const owners = () =>
    database().project.findMany({
      where: { inForce: true },
      orderBy: { slug: 'asc' },
      select: { slug: true, owner: { select: { name: true, number: true } } },
    })
  const id = await bringIn(file)
  const before = await owners()
  expect(before).toMatchObject(Array(3).fill({ owner: { number: '2120001124' } }))
  await takeBack(id)
  await bringIn(file)
  expect(await owners()).toEqual(before)
  await noDrift()
})

test('an organisation that was merged since stays, and is found when it is named again', async () => {
  await bringIn(given('a.txt', page('2019/09100')))
  const file = given('b.txt', page('2019/09200', { name: 'Trappan', owner: 'Exempelstad kommun' }))
  const id = await bringIn(file)
  const [into, from] = await database().organisation.findMany({ orderBy: { id: 'asc' } })
  if (!from || !into) throw new Error('two organisations were expected')
  const merged = await mergeOrganisations({
    fromSlug: from.slug,
    intoSlug: into.slug,
    reason: 'De är samma kommun, se kommunens webbplats.',
    evidence: null,
    versions: { from: from.version, into: into.version },
    rightNumber: null,
  })
  expect(merged).toMatchObject({ ok: true })
  await takeBack(id)
  await noDrift()
  await bringIn(file)
  expect(await findProject('2019-09200')).toMatchObject({ owner: { name: 'Exempelstads kommun' } })
  await noDrift()
})
