import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { asOneAct, database } from '../../db.ts'
import { findProject } from '../../projects/queries.ts'
import { refoldProjects } from '../../projects/refold.ts'
import { lockRegistry } from '../../registry/revision.ts'
import { noDrift } from '../../testing/drift.ts'
import { emptyRegistry, inOwnRegistry, textFile } from '../../testing/registry.ts'
import { signIn } from '../../testing/staff.ts'
import { importFiles } from '../commands.ts'
import { acceptSafe } from '../desk/commands.ts'
import {
  begin,
  bringIn,
  commit,
  confirmColumns,
  decide,
  entriesOf,
  entryOf,
  given,
  review,
  seen,
  tableWork,
  takeBack,
  view,
} from '../testing/desk.ts'
import { page, TABLE_HEADER, table } from '../testing/documents.ts'

inOwnRegistry()
beforeEach(async () => {
  await emptyRegistry()
  await signIn('ADMINISTRATOR')
})

const STEGEN = '2021/00100;Stegen;Exempelstads kommun;4 000 000;2 000 000;2021-03-01;2023-02-28'
const TRAPPAN = '2021/00200;Trappan;Provköpings kommun;900 000;400 000;2021-04-01;2022-12-31'

describe('a table of operations', () => {
  test('waits for somebody to say what its columns mean, then its rows are in the registry', async () => {
    const id = await begin(given('lista.csv', table(STEGEN, TRAPPAN)))
    expect(await view(id)).toMatchObject({ state: 'MAPPING', kind: 'table' })
    const { mapping } = await tableWork(id)
    expect(
      Object.values(mapping?.columns ?? {})
        .map(({ target }) => target)
        .sort(),
    ).toEqual(['diaryNumber', 'endDate', 'grantedSupport', 'name', 'owner', 'startDate', 'totalBudget'])
    await confirmColumns(id)
    expect(await view(id)).toMatchObject({ state: 'REVIEW', entries: 2 })
    expect(await entriesOf(id)).toMatchObject([
      { kind: 'row', position: 2, name: 'Stegen', verdict: 'new', isSafe: true },
      { kind: 'row', position: 3, name: 'Trappan', verdict: 'new', isSafe: true },
    ])
    expect(await acceptSafe(await seen(id))).toEqual({ ok: true, value: { count: 2 } })
    expect(await commit(id)).toMatchObject({ state: 'DONE', totals: { documents: 1, projectsNew: 2 } })
    expect(await findProject('2021-00100')).toMatchObject({
      name: 'Stegen',
      owner: { name: 'Exempelstads kommun' },
      fields: {
        grantedSupport: { value: 2_000_000 },
        totalBudget: { value: 4_000_000 },
        startDate: { value: '2021-03-01' },
      },
    })
    expect(await database().statement.findFirst({ where: { field: 'grantedSupport' } })).toMatchObject({
      raw: '2 000 000',
      row: 2,
      label: 'EU-stöd i SEK',
    })
    const { text } = await database().documentRow.findFirstOrThrow({ where: { number: 2 } })
    const said = await database().statement.findFirstOrThrow({ where: { field: 'grantedSupport' } })
    expect(text.slice(said.start, said.end)).toBe('2 000 000')
    await noDrift()
  })

  test('tells what changes in projects that are there, and is taken back whole', async () => {
    await bringIn(given('a.csv', table(STEGEN, TRAPPAN), { url: 'https://example.se/lista' }))
    const before = await database().project.findMany({
      orderBy: { id: 'asc' },
      select: { slug: true, grantedSupport: true, name: true },
    })
    const id = await review(
      given(
        'b.csv',
        table(
          STEGEN.replace('2 000 000', '2 500 000'),
          TRAPPAN,
          '2021/00300;Rampen;Exempelstads kommun;1;1;2021-01-01;2021-12-31',
        ),
        { url: 'https://example.se/lista' },
      ),
    )
    expect(await entriesOf(id)).toMatchObject([
      { name: 'Stegen', verdict: 'changes' },
      { name: 'Trappan', verdict: 'unchanged' },
      { name: 'Rampen', verdict: 'new' },
    ])
    expect((await entryOf(id, 0)).fields.find(({ field }) => field === 'grantedSupport')).toMatchObject({
      effect: 'changes',
      value: 2_500_000,
      now: { value: 2_000_000 },
    })
    expect(await commit(id)).toMatchObject({
      totals: { projectsNew: 1, projectsMatched: 2, projectsChanged: 1 },
    })
    expect(await database().project.findUnique({ where: { slug: '2021-00100' } })).toMatchObject({
      grantedSupport: 2_500_000n,
    })
    await noDrift()
    await takeBack(id)
    expect(
      await database().project.findMany({
        where: { inForce: true },
        orderBy: { id: 'asc' },
        select: { slug: true, grantedSupport: true, name: true },
      }),
    ).toEqual(before)
    expect(await findProject('2021-00300')).toBeNull()
    await noDrift()
  })

  test('names bad rows by column and kind, and goes on without them', async () => {
    const id = await review(
      given('a.csv', table(STEGEN, ';;;;;;', '2021/00400;;X AB;a;b;2021-01-01;2020-01-01', TRAPPAN)),
    )
    const { problems, skipped } = await tableWork(id)
    expect(skipped).toBe(1)
    expect(problems.map(({ kind, column }) => [kind, column])).toContainEqual(['unreadable', 4])
    expect(await entriesOf(id)).toMatchObject([
      { name: 'Stegen', isSafe: true },
      { isSafe: false, warnings: expect.any(Number) },
      { name: 'Trappan', isSafe: true },
    ])
    expect(await commit(id)).toMatchObject({ state: 'DONE' })
    expect(await findProject('2021-00100')).not.toBeNull()
  })

  test('is an import of its own when it comes with other files', async () => {
    const id = await begin(given('sida.txt', page('2019/09100')), given('lista.csv', table(STEGEN)))
    const found = await view(id)
    expect(found).toMatchObject({
      state: 'REVIEW',
      kind: 'documents',
      fileViews: [{ outcome: 'read' }, { outcome: 'apart' }],
    })
    expect(await database().import.findFirst({ orderBy: { id: 'desc' } })).toMatchObject({
      kind: 'table',
      state: 'MAPPING',
      title: 'lista.csv',
    })
  })

  test('brings a row to the project that has its number on a page, and keeps both sources', async () => {
    await importFiles([textFile('sida.txt', page('2021/00100'))], { actor: 'operator' })
    const id = await review(given('a.csv', table(STEGEN.replace('2 000 000', '1 500 000'))))
    expect(await entriesOf(id)).toMatchObject([{ verdict: 'disagrees', isSafe: false }])
    await commit(id)
    expect(await database().project.count()).toBe(1)
    expect(await database().statement.count({ where: { field: 'grantedSupport' } })).toBe(2)
    await noDrift()
  })

  test('writes new projects with just what a rebuild would write', async () => {
    await bringIn(given('a.csv', table(STEGEN)))
    const id = await review(
      given('b.csv', [
        `Projektnummer;${TABLE_HEADER}`,
        // Two rows of one number, which do not agree.
        `2021/00500;2021/00500;Bron;Exempelstads kommun;100;50;2021-03-01;2023-02-28`,
        `2021/00500;2021/00500;Bron II;Provköpings kommun;200;60;2021-03-02;2023-02-28`,
        // A second number that is another row's first, and one that is a known project's.
        '2021/00600;2021/00700;Vägen;Exempelstads kommun;1;1;2021-01-01;2021-12-31',
        '2021/00700;2021/00700;Stigen;Provköpings kommun, Näringslivskontoret;1;1;2021-01-01;',
        '2021/00800;2021/00100;Spången;"A AB; B AB";1;1;2021-01-01;2021-12-31',
        // No number, and one name.
        ';;Gångbron;Exempelstads kommun;1;1;2021-01-01;2021-12-31',
        ';;Gångbron;Provköpings kommun;1;okänt;2021-01-01;2021-12-31',
        // The number of a known project, which somebody says is another.
        '2021/00100;2021/00100;Stegen;Provköpings kommun;5;5;2021-01-01;2021-12-31',
      ]),
    )
    const [last] = (await entriesOf(id)).slice(-1)
    await database().importEntry.update({ where: { id: last?.id ?? 0 }, data: { choice: 'new' } })
    expect(await commit(id)).toMatchObject({ totals: { projectsNew: 7, projectsMatched: 0 } })
    const projects = await database().project.findMany({
      select: { slug: true, version: true, identifiers: { select: { value: true } } },
      orderBy: { slug: 'asc' },
    })
    expect(projects.map(({ slug, identifiers }) => [slug, ...identifiers.map(({ value }) => value)])).toEqual(
      [
        ['2021-00100', '2021/00100'],
        ['2021-00100-2'],
        ['2021-00500', '2021/00500'],
        ['2021-00600', '2021/00600'],
        ['2021-00700', '2021/00700'],
        ['2021-00800', '2021/00800'],
        ['gangbron'],
        ['gangbron-2'],
      ],
    )
    // Written once.
    expect(projects.filter(({ version }) => version !== 1)).toEqual([])
    await noDrift()
    const found = await foundBy()
    await asOneAct(async (tx) => {
      const ids = (await tx.project.findMany({ select: { id: true } })).map(({ id }) => id)
      await refoldProjects(tx, ids, await lockRegistry(tx), { always: ids })
    })
    expect(await foundBy()).toEqual(found)
  })

  test('makes a correction of a value that is given instead', async () => {
    const id = await review(given('a.csv', table(STEGEN)))
    expect(await decide(id, 0, { choice: 'accept', edits: { grantedSupport: '2 100 000' } })).toMatchObject({
      ok: true,
    })
    await commit(id)
    expect(await database().project.findFirst()).toMatchObject({ grantedSupport: 2_100_000n })
    expect(await database().correction.findFirst()).toMatchObject({
      field: 'grantedSupport',
      reason: 'Rättat vid importen',
    })
  })
})

/** What projects are found by. */
const foundBy = () =>
  database().$queryRaw`
    SELECT "projectId", "nameVector"::text, "organisationVector"::text, "textVector"::text FROM project_search
    ORDER BY 1`

const ERUF = join(
  import.meta.dirname,
  '..',
  '..',
  '..',
  '..',
  'shared',
  'data',
  'eruf-2014-2020-tillvaxtverket.json',
)

test.skipIf(!existsSync(ERUF) && !process.env.CI)(
  'the 374 projects of Tillväxtverket come in, each with its source',
  async () => {
    const id = await begin({
      name: 'eruf.json',
      bytes: new Uint8Array(readFileSync(ERUF)),
      isPasted: false,
      url: '',
      fetchedOn: '2016-10-14',
    })
    expect(await view(id)).toMatchObject({ state: 'MAPPING' })
    await confirmColumns(id)
    const read = await view(id)
    expect(read).toMatchObject({ state: 'REVIEW', entries: 374 })
    const done = await commit(id)
    expect(done.state).toBe('DONE')
    expect(await database().project.count({ where: { inForce: true, fund: 'ERUF' } })).toBeGreaterThan(360)
    await noDrift()
  },
)
