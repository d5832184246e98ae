import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { database } from '../../db.ts'
import { idIn, isInForce, replay } from '../../history/replay.ts'
import { traced } from '../../projects/fold.ts'
import type { Shown } from '../../projects/shown.ts'
import { noDrift } from '../../testing/drift.ts'
import { emptyRegistry, inOwnRegistry } from '../../testing/registry.ts'
import { signIn } from '../../testing/staff.ts'
import { bringIn, decide, entriesOf, given, press, review, takeBack, view } from '../testing/desk.ts'
import { list, page, table } from '../testing/documents.ts'
import { CHOICES } from './state.ts'

inOwnRegistry()
beforeEach(emptyRegistry)

const URL = 'https://example.se/beslut'

/** What is there before: two projects, and a list one entry of which led to the first. */
const BEFORE = [
  [
    given('a.txt', page('2019/09100'), { fetchedOn: '2020-01-01' }),
    given('b.txt', page('2019/09200', { name: 'Trappan', ownerNumber: '212000-1124' }), {
      fetchedOn: '2020-01-01',
    }),
  ],
  [
    given(
      'l.txt',
      list([
        ['Stegen', 'Exempelstads kommun', '2 000 000'],
        ['Stigen', 'Provköpings kommun', '5'],
      ]),
      {
        fetchedOn: '2020-01-01',
        url: URL,
      },
    ),
  ],
]

const DOCUMENTS = [
  given('a2.txt', page('2019/09100', { people: '200' }), { fetchedOn: '2021-01-01' }),
  given('b2.txt', page('2019/09200', { name: 'Trappan', support: '1 900 000' }), { fetchedOn: '2020-01-01' }),
  given('c.txt', page('2019/09300', { name: 'Rampen', owner: 'Exempelstad' })),
  given(
    'l2.txt',
    list([
      ['Stegen', 'Exempelstads kommun', '2 000 000'],
      ['Trappan', 'Exempelstads kommun', '2 000 000'],
      ['Gången', 'Gångens AB', '7'],
    ]),
    { fetchedOn: '2021-01-01', url: URL },
  ),
]
const ROWS = [
  given(
    't.csv',
    table(
      '2019/09100;Stegen;Exempelstads kommun;4 000 000;2 100 000;2019-08-01;2022-06-30',
      '2019-09200;Trappan;Exempelstads kommun;4 000 000;2 000 000;2019-08-01;2022-06-30',
      '2019/09400;Gången;Gångens AB;4 000 000;2 000 000;2019-08-01;2022-06-30',
      '2019/09400;Gången igen;Gångens AB;4 000 000;2 000 000;2019-08-01;2022-06-30',
      ';Rampen;Gångens AB;4 000 000;2 000 000;2019-08-01;2022-06-30',
      ';;;;5;;',
    ),
  ),
]

const decision = fc.record({
  choice: fc.constantFrom(...CHOICES),
  project: fc.constantFrom('2019/09100', '2019/09200'),
  edits: fc.constantFrom<Record<string, string>[]>(
    {},
    {},
    { name: 'Ett annat namn' },
    { startDate: '2019-09-01' },
    { totalBudget: '3 000 000' },
  ),
})

test.each([
  ['documents', DOCUMENTS],
  ['a table', ROWS],
])(
  'whatever is decided of %s is brought in, told, and taken back whole',
  async (_, files) => {
    await fc.assert(
      fc.asyncProperty(fc.array(decision, { minLength: 6, maxLength: 6 }), async (decisions) => {
        await emptyRegistry()
        await signIn('ADMINISTRATOR')
        for (const some of BEFORE) await bringIn(...some)
        const before = await visible()
        const id = await review(...files)
        const edited = new Set<string>()
        let wanted = 0
        for (const [at, { verdict }] of (await entriesOf(id)).entries()) {
          const { choice, project, edits } = decisions[at % decisions.length] ?? LEFT_OUT
          const made = verdict === 'refused' ? LEFT_OUT : { choice, project, edits }
          expect(await decide(id, at, made)).toMatchObject({ ok: true })
          if (made.choice === 'skip') continue
          wanted++
          for (const field of Object.keys(edits)) edited.add(field)
        }
        if (wanted === 0) return
        await press(id)
        expect(await view(id)).toMatchObject({ state: 'DONE' })
        const corrected = await database().correction.findMany({ where: { field: { not: 'project' } } })
        expect(new Set(corrected.map(({ field }) => field))).toEqual(edited)
        await noDrift()
        await toldAll()
        await takeBack(id)
        await noDrift()
        await toldAll()
        expect(await visible()).toEqual(before)
      }),
      { numRuns: 6, endOnFailure: true },
    )
  },
  240_000,
)

const LEFT_OUT = { choice: 'skip', project: '', edits: {} } as const

const states = (shown: unknown) =>
  Object.fromEntries(
    Object.entries(shown as Record<string, Shown>).map(([field, one]) => [field, traced(one)]),
  )

/** What visitors see, without what counts how often it was written. */
async function visible() {
  const inForce = { inForce: true }
  const projects = await database().project.findMany({
    where: inForce,
    orderBy: { slug: 'asc' },
    include: { identifiers: { orderBy: { key: 'asc' } }, owner: { select: { slug: true } } },
  })
  const items = await database().decisionItem.findMany({
    where: inForce,
    orderBy: { key: 'asc' },
    include: { project: { select: { slug: true } } },
  })
  const organisations = await database().organisation.findMany({
    where: inForce,
    orderBy: { slug: 'asc' },
    select: {
      slug: true,
      name: true,
      number: true,
      owned: true,
      applied: true,
      partner: true,
      names: { select: { key: true } },
    },
  })
  return {
    projects: projects.map(({ slug, shown, identifiers, owner }) => [
      slug,
      states(shown),
      identifiers.map(({ value }) => value),
      owner?.slug,
    ]),
    items: items.map(({ key, shown, linkedBy, project }) => [key, states(shown), linkedBy, project?.slug]),
    organisations,
  }
}

/** The trace gives what every project and every entry shows. */
async function toldAll() {
  for (const { id, slug, shown } of await database().project.findMany()) {
    const rows = await database().change.findMany({
      where: { projectId: id, itemId: null },
      orderBy: { id: 'asc' },
    })
    expect([slug, replay(rows)]).toEqual([slug, states(shown)])
  }
  for (const { id, key, shown, projectId, inForce } of await database().decisionItem.findMany()) {
    const rows = await database().change.findMany({ where: { itemId: id }, orderBy: { id: 'asc' } })
    const state = replay(rows)
    const { project, inForce: _, ...fields } = state
    expect([key, fields]).toEqual([key, states(shown)])
    if (inForce) expect([key, idIn(state, 'project'), isInForce(state)]).toEqual([key, projectId, true])
  }
}
