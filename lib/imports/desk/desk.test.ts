import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '../../db.ts'
import { findProject } from '../../projects/queries.ts'
import { noDrift } from '../../testing/drift.ts'
import { emptyRegistry, inOwnRegistry, textFile } from '../../testing/registry.ts'
import { signIn } from '../../testing/staff.ts'
import { importFiles } from '../commands.ts'
import {
  begin,
  commit,
  correct,
  decide,
  entriesOf,
  entryOf,
  given,
  press,
  seen,
  takeBack,
  view,
} from '../testing/desk.ts'
import { list, page } from '../testing/documents.ts'
import { acceptSafe, cancelImport, commitImportNow, decideEntry, retryImport } from './commands.ts'
import { findReview, listImports } from './queries.ts'
import { beginImport } from './receive.ts'
import { tidyImports } from './tidy.ts'
import { workOnImport } from './work.ts'

inOwnRegistry()
beforeEach(async () => {
  await emptyRegistry()
  await signIn('ADMINISTRATOR')
})

/** Brings files in past the desk, as an operator does. */
const already = (lines: string[], fetchedOn?: string) =>
  importFiles([textFile('already.txt', lines, fetchedOn)], { actor: 'operator' })

describe('an import at the desk', () => {
  test('is read, decided on and brought in; then it is in the registry', async () => {
    const id = await begin(
      given('stegen.txt', page('2019/09100')),
      given(
        'lista.txt',
        list([
          ['Stegen', 'Exempelstads kommun', '2 000 000'],
          ['Trappan', 'Provköpings kommun', '700 000'],
        ]),
      ),
    )
    expect(await view(id)).toMatchObject({
      state: 'REVIEW',
      entries: 3,
      undecided: 3,
      title: 'stegen.txt, lista.txt',
    })
    expect(await database().project.count()).toBe(0)
    expect(await database().sourceDocument.count()).toBe(0)
    const entries = await entriesOf(id)
    expect(entries).toMatchObject([
      { kind: 'page', name: 'Stegen', verdict: 'new', isSafe: true },
      { kind: 'entry', name: 'Stegen', verdict: 'matches', isSafe: true },
      { kind: 'entry', name: 'Trappan', verdict: 'new', isSafe: true },
    ])
    const done = await commit(id)
    expect(done).toMatchObject({
      state: 'DONE',
      totals: { documents: 2, projectsNew: 1, decisionsNew: 1, itemsNew: 2, linked: 1 },
    })
    expect(await findProject('2019-09100')).toMatchObject({ name: 'Stegen', items: [{ name: 'Stegen' }] })
    expect(await database().importFile.findMany({ select: { bytes: true, draft: true } })).toEqual([
      { bytes: null, draft: null },
      { bytes: null, draft: null },
    ])
    expect(await database().documentContent.findMany({ select: { bytes: true } })).toMatchObject([
      { bytes: expect.objectContaining({ length: given('', page('2019/09100')).bytes.length }) },
      { bytes: expect.anything() },
    ])
    expect((await listImports(1)).rows).toMatchObject([
      { id, state: 'DONE', by: { actor: 'administrator', name: 'Kim Exempel' } },
    ])
    await noDrift()
  })

  test('shows an entry of a list with its own words and warnings in the source', async () => {
    const id = await begin(
      given(
        'lista.txt',
        list([
          ['Stegen', 'Exempelstads kommun', 'cirka många'],
          ['Trappan', 'Provköpings kommun', '700 000'],
        ]),
      ),
    )
    const [stegen, trappan] = await entriesOf(id)
    const { open, source } = await findReview(id, { page: 1, entryId: stegen?.id })
    expect(open?.warnings).toBeGreaterThan(0)
    expect(open?.warningViews).toHaveLength(open?.warnings ?? 0)
    const ownersOf = (name: string) =>
      source?.marks
        .filter(({ field, start, end }) => field === 'name' && source.text.slice(start, end) === name)
        .map(({ entryId }) => entryId)
    expect(ownersOf('Stegen')).toEqual([stegen?.id])
    expect(ownersOf('Trappan')).toEqual([trappan?.id])
  })

  test('asks for a decision on everything before it is brought in', async () => {
    const id = await begin(
      given(
        'lista.txt',
        list([
          ['Stegen', 'A AB', '1'],
          ['Trappan', 'B AB', '2'],
        ]),
      ),
    )
    await decide(id, 0, { choice: 'skip' })
    expect(await commitImportNow(await seen(id))).toEqual({
      ok: false,
      problem: { kind: 'undecided', count: 1 },
    })
    await decide(id, 1, { choice: 'skip' })
    expect(await commitImportNow(await seen(id))).toEqual({ ok: false, problem: { kind: 'nothing' } })
    expect(await decide(id, 1, { choice: 'accept' })).toMatchObject({ ok: true })
    expect(await commit(id)).toMatchObject({ state: 'DONE', totals: { itemsNew: 1 } })
    expect(await database().decisionItem.findMany({ select: { name: true } })).toEqual([{ name: 'Trappan' }])
  })

  test('accepts what is safe in one go, and leaves what asks for a look', async () => {
    await already(page('2019/09100'), '2020-01-01')
    const id = await begin(
      given('a.txt', page('2019/09100', { people: '200' }), { fetchedOn: '2021-01-01' }),
      given('b.txt', page('2019/09200', { name: 'Trappan' })),
    )
    expect(await acceptSafe(await seen(id))).toEqual({ ok: true, value: { count: 1 } })
    expect(await entriesOf(id)).toMatchObject([
      { name: 'Stegen', verdict: 'changes', isSafe: false, choice: null },
      { name: 'Trappan', verdict: 'new', isSafe: true, choice: 'accept' },
    ])
  })

  test('shows what would change, old and new', async () => {
    await already(page('2019/09100'), '2020-01-01')
    const id = await begin(given('a.txt', page('2019/09100', { people: '200' }), { fetchedOn: '2021-01-01' }))
    const entry = await entryOf(id, 0)
    expect(entry).toMatchObject({ verdict: 'changes', project: { slug: '2019-09100' } })
    expect(entry.fields.find(({ field }) => field === 'plannedParticipants')).toMatchObject({
      value: 200,
      raw: '200',
      effect: 'changes',
      now: { value: 100, isCorrected: false },
    })
    expect(entry.fields.find(({ field }) => field === 'name')).toMatchObject({ effect: 'same' })
    expect(entry.contacts).toEqual([{ name: 'Kim Provsson', email: 'kim.provsson@example.se', phone: null }])
    expect(JSON.stringify(entry.fields)).not.toContain('Provsson')
  })

  test('says that the same file is here already, and brings nothing in twice', async () => {
    await commit(await begin(given('a.txt', page('2019/09100'))))
    const id = await begin(given('b.txt', page('2019/09100')), given('c.txt', ['Bara ord.']))
    expect((await view(id)).fileViews).toMatchObject([
      { outcome: 'here', reason: { slug: expect.any(String) } },
      { outcome: 'refused', reason: { sv: expect.any(String) } },
    ])
    expect(await commitImportNow(await seen(id))).toMatchObject({ problem: { kind: 'nothing' } })
    expect(await database().sourceDocument.count()).toBe(1)
  })

  test('shows a correction that stands over what the page says now', async () => {
    await already(page('2019/09100'), '2020-01-01')
    await correct('project', (await database().project.findFirstOrThrow()).id, 'plannedParticipants', '145')
    const id = await begin(given('a.txt', page('2019/09100', { people: '200' }), { fetchedOn: '2021-01-01' }))
    const field = (await entryOf(id, 0)).fields.find((one) => one.field === 'plannedParticipants')
    expect(field).toMatchObject({ effect: 'kept', now: { value: 145, isCorrected: true } })
    await commit(id)
    expect(await findProject('2019-09100')).toMatchObject({ fields: { plannedParticipants: { value: 145 } } })
    expect(await database().project.findFirst()).toMatchObject({ plannedParticipants: 145, sourceChanges: 1 })
  })

  test('makes a correction of a value that is given at the import, and takes it back with the import', async () => {
    const id = await begin(
      given('a.txt', page('2019/09100')),
      given('l.txt', list([['Trappan', 'B AB', '600 000']])),
    )
    expect(await decide(id, 0, { choice: 'accept', edits: { plannedParticipants: 'massor' } })).toMatchObject(
      {
        problem: { kind: 'invalid', fields: { plannedParticipants: { sv: expect.any(String) } } },
      },
    )
    expect(await decide(id, 0, { choice: 'accept', edits: { name: 'Kim Provsson' } })).toMatchObject({
      problem: { kind: 'invalid', fields: { name: expect.anything() } },
    })
    await decide(id, 0, { choice: 'accept', edits: { plannedParticipants: '300' } })
    await decide(id, 1, { choice: 'accept', edits: { amount: '650 000' } })
    await commit(id)
    expect(await database().correction.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
      { field: 'plannedParticipants', value: 300, reason: 'Rättat vid importen', actor: 'administrator' },
      { field: 'amount', value: 650_000 },
    ])
    expect(await database().project.findFirst()).toMatchObject({ plannedParticipants: 300 })
    await noDrift()
    await takeBack(id)
    expect(await view(id)).toMatchObject({
      state: 'UNDONE',
      undoReport: { projectsGone: [{ slug: '2019-09100' }] },
    })
    expect(await database().correction.count({ where: { withdrawnAt: null } })).toBe(0)
    expect(await findProject('2019-09100')).toBeNull()
    await noDrift()
  })

  test('brings an entry to the project that a person names, or makes one of it', async () => {
    await commit(await begin(given('a.txt', page('2019/09100', { name: 'Stegen uppåt' }))))
    const id = await begin(
      given(
        'l.txt',
        list([
          ['Stegen', 'Exempelstads kommun', '600 000'],
          ['Trappan', 'B AB', '7'],
        ]),
      ),
    )
    expect(await decide(id, 0, { choice: 'project', project: 'finns inte 1' })).toMatchObject({
      problem: { kind: 'invalid', project: { sv: expect.any(String) } },
    })
    await decide(id, 0, { choice: 'project', project: '2019/09100' })
    await decide(id, 1, { choice: 'new' })
    await commit(id)
    expect(
      await database().decisionItem.findMany({
        orderBy: { id: 'asc' },
        select: { linkedBy: true, project: { select: { slug: true, name: true } } },
      }),
    ).toEqual([
      { linkedBy: 'person', project: { slug: '2019-09100', name: 'Stegen uppåt' } },
      { linkedBy: 'person', project: { slug: 'trappan', name: 'Trappan' } },
    ])
    await noDrift()
    await takeBack(id)
    expect(await findProject('trappan')).toBeNull()
    expect(await findProject('2019-09100')).toMatchObject({ items: [] })
    await noDrift()
  })

  test('brings a page to another project, or makes a new one of it', async () => {
    await commit(
      await begin(
        given('a.txt', page('2019/09100')),
        given('b.txt', page('2019/09200', { name: 'Trappan' })),
      ),
    )
    const id = await begin(
      given('c.txt', page('2019/09200', { name: 'Trappan', people: '7' })),
      given('d.txt', page('2019/09300')),
    )
    await decide(id, 0, { choice: 'new' })
    await decide(id, 1, { choice: 'project', project: '2019/09100' })
    await commit(id)
    expect(await database().project.count({ where: { inForce: true } })).toBe(3)
    expect(
      await database().project.findUnique({
        where: { slug: '2019-09100' },
        include: { identifiers: { orderBy: { key: 'asc' } } },
      }),
    ).toMatchObject({
      identifiers: [{ value: '2019/09100' }, { value: '2019/09300' }],
    })
    await noDrift()
  })
})

describe('two administrators, and a registry that changes', () => {
  test('are told of each other: nobody decides over what the other decided', async () => {
    const id = await begin(given('a.txt', page('2019/09100')))
    const { version, id: entryId } = await entryOf(id, 0)
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        decideEntry({ importId: id, entryId, version, choice: n % 2 ? 'accept' : 'skip' }),
      ),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter((one) => !one.ok).map((one) => (one.ok ? '' : one.problem.kind))).toEqual(
      Array(7).fill('entryStale'),
    )
  })

  test('bring one import in once, however often they press', async () => {
    const id = await begin(given('a.txt', page('2019/09100')))
    await decide(id, 0, { choice: 'accept' })
    const said = await seen(id)
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => commitImportNow(said)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    await Promise.all(Array.from({ length: 4 }, () => workOnImport(id)))
    expect(await database().sourceDocument.count()).toBe(1)
    expect(await database().project.count()).toBe(1)
  })

  test('press a thousand times, and give the same file a thousand times: it is in once', async () => {
    const file = page('2019/09100')
    const id = await begin(given('a.txt', file))
    await decide(id, 0, { choice: 'accept' })
    const said = await seen(id)
    for (let count = 0; count < 1000; count += 50)
      await Promise.all(Array.from({ length: 50 }, () => commitImportNow(said)))
    await workOnImport(id)
    for (let count = 0; count < 10; count++) {
      const again = await begin(...Array.from({ length: 100 }, (_, n) => given(`${n}.txt`, file)))
      expect((await view(again)).fileViews.filter(({ outcome }) => outcome === 'here')).toHaveLength(100)
    }
    expect([await database().sourceDocument.count(), await database().project.count()]).toEqual([1, 1])
  })

  test('do not keep for ever what they gave up', async () => {
    const id = await begin(given('a.txt', page('2019/09100')))
    await cancelImport(await seen(id))
    await tidyImports()
    expect(await database().importFile.count({ where: { bytes: null } })).toBe(0)
    await database().import.update({
      where: { id },
      data: { changedAt: new Date(Date.now() - 31 * 86_400_000) },
    })
    await tidyImports()
    expect(await database().importFile.findMany({ select: { bytes: true, draft: true } })).toEqual([
      { bytes: null, draft: null },
    ])
    expect(await database().importEntry.count()).toBe(0)
  })

  test('decide again where what they decided would do something else now', async () => {
    const id = await begin(
      given('a.txt', page('2019/09100', { people: '200' }), { fetchedOn: '2021-01-01' }),
      given('b.txt', page('2019/09200', { name: 'Trappan' })),
    )
    await decide(id, 0, { choice: 'accept' })
    await decide(id, 1, { choice: 'accept' })
    await already(page('2019/09100', { people: '150' }), '2020-01-01')
    await press(id)
    expect(await view(id)).toMatchObject({ state: 'REVIEW', undecided: 1 })
    expect(await entriesOf(id)).toMatchObject([
      { verdict: 'changes', choice: null, hasMoved: true },
      { verdict: 'new', choice: 'accept', hasMoved: false },
    ])
    expect(await commit(id)).toMatchObject({ state: 'DONE' })
    expect(await database().project.findUnique({ where: { slug: '2019-09100' } })).toMatchObject({
      plannedParticipants: 200,
    })
  })

  test('may be overtaken by a change that is about something else', async () => {
    const id = await begin(given('a.txt', page('2019/09100')))
    await decide(id, 0, { choice: 'accept' })
    await already(page('2019/09900', { name: 'Stigen' }))
    await press(id)
    expect(await view(id)).toMatchObject({ state: 'DONE' })
  })

  test('give an import up, and nothing of it comes in', async () => {
    const id = await begin(given('a.txt', page('2019/09100')))
    await decide(id, 0, { choice: 'accept' })
    await commitImportNow(await seen(id))
    expect(await cancelImport(await seen(id))).toMatchObject({ ok: true })
    await workOnImport(id)
    expect(await view(id)).toMatchObject({ state: 'CANCELLED' })
    expect(await database().project.count()).toBe(0)
    expect(await cancelImport(await seen(id))).toMatchObject({ problem: { kind: 'state' } })
  })

  test('try again what failed', async () => {
    const begun = await beginImport([given('a.txt', page('2019/09100'))])
    const id = begun.ok ? begun.value.id : 0
    await database().import.update({ where: { id }, data: { attempt: 3 } })
    await workOnImport(id)
    expect(await view(id)).toMatchObject({ state: 'FAILED', problem: { sv: expect.any(String) } })
    expect(await retryImport(await seen(id))).toMatchObject({ ok: true })
    await workOnImport(id)
    expect(await view(id)).toMatchObject({ state: 'REVIEW', entries: 1 })
  })
})
