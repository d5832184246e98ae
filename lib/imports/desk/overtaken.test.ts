import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '../../db.ts'
import { rebuildRegistry } from '../../registry/rebuild.ts'
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
  view,
} from '../testing/desk.ts'
import { list, page, table } from '../testing/documents.ts'
import { retryImport } from './commands.ts'

inOwnRegistry()
beforeEach(async () => {
  await emptyRegistry()
  await signIn('ADMINISTRATOR')
})

const ROW = '2021/00100;Stegen;Exempelstads kommun;4 000 000;2 000 000;2021-03-01;2023-02-28'

describe('a file that is in two reviews at once', () => {
  test.each([
    ['page', given('a.txt', page('2019/09100')), given('b.txt', page('2019/09100'))],
    ['table', given('a.csv', table(ROW)), given('b.csv', table(ROW))],
  ])('comes in once: a %s', async (_, first, second) => {
    const [a, b] = [await review(first), await review(second)]
    await decide(b, 0, { choice: 'accept' })
    await commit(a)
    const before = await kept()
    await press(b)
    expect(await view(b)).toMatchObject({
      state: 'REVIEW',
      entries: 0,
      fileViews: [{ outcome: 'here', reason: { slug: expect.any(String) } }],
    })
    expect(await kept()).toEqual(before)
    await noDrift()
  })

  test('leaves the others of its import, with what was decided of them', async () => {
    const b = await review(
      given('b.txt', page('2019/09100')),
      given('c.txt', page('2019/09200', { name: 'Trappan' })),
    )
    await decide(b, 0, { choice: 'accept' })
    await decide(b, 1, { choice: 'accept', edits: { plannedParticipants: '300' } })
    const a = await bringIn(given('a.txt', page('2019/09100')))
    await press(b)
    expect(await entriesOf(b)).toMatchObject([{ name: 'Trappan', choice: 'accept', position: 1 }])
    await takeBack(a)
    await press(b)
    // What is here no longer is to be decided on again.
    expect(await entriesOf(b)).toMatchObject([
      { name: 'Stegen', choice: null },
      { name: 'Trappan', choice: 'accept' },
    ])
    expect(await commit(b)).toMatchObject({ state: 'DONE', totals: { documents: 2, projectsNew: 2 } })
    expect(await database().project.findUnique({ where: { slug: '2019-09200' } })).toMatchObject({
      plannedParticipants: 300,
    })
    await noDrift()
  })
})

const kept = async () => ({
  documents: await database().sourceDocument.findMany({
    select: { id: true, replacesId: true, importId: true },
  }),
  statements: await database().statement.count(),
})

describe('what was decided waits to be decided again', () => {
  test('where somebody corrected a value that a row gives', async () => {
    const url = 'https://example.se/lista'
    await bringIn(given('a.csv', table(ROW), { url }))
    const id = await review(given('b.csv', table(ROW.replace('2 000 000', '2 500 000')), { url }))
    await decide(id, 0, { choice: 'accept' })
    const project = await database().project.findFirstOrThrow()
    await correct('project', project.id, 'grantedSupport', '2 100 000')
    await press(id)
    expect(await view(id)).toMatchObject({ state: 'REVIEW' })
    expect(await entriesOf(id)).toMatchObject([{ hasMoved: true, choice: null }])
    expect(await commit(id)).toMatchObject({ state: 'DONE', totals: { sourceChanges: 1 } })
    expect(await database().project.findFirst()).toMatchObject({ grantedSupport: 2_100_000n })
    await noDrift()
  })

  test.each([
    ['an entry', given('l.txt', list([['Stigen', 'X AB', '600 000']]))],
    ['a page', given('c.txt', page('2019/09300', { name: 'Stigen' }))],
    ['a row', given('c.csv', table(ROW))],
  ])('where the project that somebody named for %s was taken back', async (_, file) => {
    const other = await bringIn(given('p.txt', page('2019/09100', { name: 'Stegen uppåt' })))
    const id = await review(file)
    await decide(id, 0, { choice: 'project', project: '2019/09100' })
    await takeBack(other)
    await press(id)
    expect(await view(id)).toMatchObject({ state: 'REVIEW' })
    expect(await entriesOf(id)).toMatchObject([{ hasMoved: true, choice: null }])
    expect(await database().project.count({ where: { inForce: true } })).toBe(0)
  })
})

test('a value that cannot be read any longer stops the import, and is still there', async () => {
  const id = await review(given('a.txt', page('2019/09100')))
  await decide(id, 0, { choice: 'accept' })
  await database().importEntry.updateMany({ data: { edits: { plannedParticipants: 'massor' } } })
  await press(id)
  const failed = await view(id)
  expect(failed).toMatchObject({ state: 'FAILED' })
  expect(await database().project.count()).toBe(0)
  await retryImport({ importId: id, version: failed.version })
  expect(await view(id)).toMatchObject({ state: 'REVIEW' })
  expect(await database().importEntry.findFirst()).toMatchObject({ edits: { plannedParticipants: 'massor' } })
})

test('two files that tell of one entry make one project of it', async () => {
  const lines = list([['Stegen', 'B AB', '10']])
  const id = await review(
    given('l1.txt', lines, { fetchedOn: '2023-01-01' }),
    given('l2.txt', [...lines, 'Sidan visades 2024.'], { fetchedOn: '2024-01-01' }),
  )
  await decide(id, 0, { choice: 'new' })
  await decide(id, 1, { choice: 'new' })
  await press(id)
  expect(await view(id)).toMatchObject({ state: 'DONE', totals: { projectsNew: 1, linked: 1 } })
  expect(await database().project.findMany({ select: { slug: true } })).toEqual([{ slug: 'stegen' }])
  await noDrift()
})

test('the outcome counts what contradicts, and not what was left out', async () => {
  await bringIn(given('p.txt', page('2021/00100', { support: '1 900 000' })))
  const other = ROW.replace('2021/00100', '2021/00200')
  await bringIn(given('q.txt', page('2021/00200', { support: '1 900 000' })))
  const id = await review(given('a.csv', table(ROW, other)))
  expect(await entriesOf(id)).toMatchObject([{ verdict: 'disagrees' }, { verdict: 'disagrees' }])
  await decide(id, 1, { choice: 'skip' })
  expect(await commit(id)).toMatchObject({ totals: { disagreements: 1, sourceChanges: 0 } })
})

test('a rebuild notes anew what is in force', async () => {
  await bringIn(given('l.txt', list([['Stigen', 'X AB', '600 000']])))
  await database().$executeRaw`UPDATE decision SET "inForce" = false`
  await database().$executeRaw`UPDATE organisation SET "inForce" = false`
  expect(await rebuildRegistry({ dryRun: true })).toMatchObject({
    driftedOthers: [{ subject: { kind: 'decision' } }],
  })
  expect(await database().decision.findMany({ select: { inForce: true } })).toEqual([{ inForce: false }])
  await rebuildRegistry()
  expect(await database().decision.findMany({ select: { inForce: true } })).toEqual([{ inForce: true }])
  expect(await database().organisation.findMany({ select: { inForce: true } })).toEqual([{ inForce: true }])
  await noDrift()
})
