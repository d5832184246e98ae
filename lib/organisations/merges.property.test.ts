import fc from 'fast-check'
import { expect, test } from 'vitest'
import { database } from '../db.ts'
import { noDrift } from '../testing/drift.ts'
import { emptyRegistry, inOwnRegistry } from '../testing/registry.ts'
import { signIn } from '../testing/staff.ts'
import { splitOrganisation } from './commands.ts'
import { type Edge, leadsTo } from './forest.ts'
import { bringIn, list, mergeNow, page, picture } from './testing.ts'

inOwnRegistry()

// Six organisations; "Vuxenskolan" is two, told apart by their numbers, and some records name it without one.
const SLUGS = ['alfa-ab', 'beta-ab', 'gamma-ab', 'delta-ab', 'vuxenskolan', 'vuxenskolan-2'] as const
const [FIRST, SECOND] = ['2120001124', '5560360793']

const bringInSix = () =>
  bringIn(
    page({ number: '2019/00001', name: 'Ett', owner: 'Alfa AB', support: '1 000' }),
    page({ number: '2019/00002', name: 'Två', owner: 'Beta AB', support: '20 000' }),
    page({ number: '2019/00003', name: 'Tre', owner: 'Gamma AB', support: '300 000' }),
    page({ number: '2019/00004', name: 'Fyra', owner: 'Delta AB', support: '4 000 000' }),
    page({
      number: '2019/00005',
      name: 'Fem',
      owner: 'Vuxenskolan',
      ownerNumber: FIRST,
      support: '50 000 000',
    }),
    page({
      number: '2019/00006',
      name: 'Sex',
      owner: 'Vuxenskolan',
      ownerNumber: SECOND,
      support: '600 000 000',
    }),
    page({ number: '2019/00007', name: 'Sju', owner: 'Vuxenskolan', support: '7 000 000 000' }),
    list([
      { name: 'Två', applicant: 'Alfa AB', partners: ['Beta AB', 'Gamma AB'] },
      { name: 'Åtta', applicant: 'Vuxenskolan', partners: ['Delta AB', 'Alfa AB'] },
      { name: 'Nio', applicant: 'Gamma AB', partners: ['Vuxenskolan', 'Delta AB'] },
    ]),
  )

type Act =
  | { kind: 'merge'; from: number; into: number }
  | { kind: 'split'; which: number }
  | { kind: 'import' }
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ kind: fc.constant('merge' as const), from: fc.nat(5), into: fc.nat(5) }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('split' as const), which: fc.nat(5) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('import' as const) }) },
  ),
  { minLength: 4, maxLength: 9 },
)

/** The merges in force, as a plain list: the model. */
type InForce = { mergeId: number; from: number; into: number }

const rootOf = (inForce: readonly InForce[], at: number): number => {
  const next = inForce.find(({ from }) => from === at)
  return next ? rootOf(inForce, next.into) : at
}

/** Whether the model says that a merge can be made. Numbers stay with those that have one. */
function isPossible(inForce: readonly InForce[], from: number, into: number): boolean {
  const isMerged = (at: number) => inForce.some((merge) => merge.from === at)
  const isNumbered = (at: number) =>
    [4, 5].some((numbered) => numbered === at || (rootOf(inForce, numbered) === at && numbered >= 4))
  return from !== into && !isMerged(from) && !isMerged(into) && !(isNumbered(from) && !isNumbered(into))
}

const slugAt = (at: number) => SLUGS[at] ?? ''
const numberAt = (at: number) => (at === 4 ? FIRST : at === 5 ? SECOND : null)

async function merge(from: number, into: number) {
  return mergeNow(slugAt(from), slugAt(into), numberAt(into))
}

/** An import between: a project of an organisation that may be merged. */
const importMore = () =>
  bringIn(page({ number: '2020/00008', name: 'Tio', owner: 'Beta AB', support: '80 000 000 000' }))

async function perform(made: readonly Act[]): Promise<{ inForce: InForce[]; hasMore: boolean }> {
  let inForce: InForce[] = []
  let hasMore = false
  for (const act of made) {
    if (act.kind === 'import') {
      await importMore()
      hasMore = true
    } else if (act.kind === 'merge') {
      const result = await merge(act.from, act.into)
      expect(result.ok).toBe(isPossible(inForce, act.from, act.into))
      if (result.ok) inForce.push({ mergeId: result.value.mergeId, from: act.from, into: act.into })
    } else {
      const undone = inForce[act.which % Math.max(1, inForce.length)]
      if (!undone) continue
      const result = await splitOrganisation({ mergeId: undone.mergeId, reason: 'De är två.' })
      expect(result.ok).toBe(true)
      inForce = inForce.filter(({ mergeId }) => mergeId !== undone.mergeId)
    }
    await expectOwners(inForce)
  }
  return { inForce, hasMore }
}

/** The model's owners: of who is named with a number, and of who is named without one and is one. */
async function expectOwners(inForce: readonly InForce[]) {
  const of = (at: number) => slugAt(rootOf(inForce, at))
  const { owners } = await picture()
  const vuxenskolan = of(4) === of(5) ? of(4) : null
  const expected = [of(0), of(1), of(2), of(3), of(4), of(5), vuxenskolan]
  expect(owners.slice(0, 7).map(([, owner]) => owner)).toEqual(expected)
}

test('merges and splits in any order leave what the merges in force alone would give', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (made) => {
      await fresh()
      const { inForce, hasMore } = await perform(made)
      const after = await picture()
      await noDrift()
      // Nothing that was written is gone.
      expect(await database().organisationMerge.count({ where: { undoneAt: null } })).toBe(inForce.length)

      await fresh()
      if (hasMore) await importMore()
      for (const { from, into } of inForce) expect(await merge(from, into)).toMatchObject({ ok: true })
      expect(await picture()).toEqual(after)
    }),
    { numRuns: 12, seed: 20261122 },
  )
}, 240_000)

async function fresh() {
  await emptyRegistry()
  await signIn('EDITOR')
  await bringInSix()
}

test('everything leads to where nothing leads on', () => {
  const edges = fc
    .array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 40 })
    .map((pairs) => pairs.reduce<Edge[]>(withEdge, []))
  fc.assert(
    fc.property(edges, (made) => {
      const roots = leadsTo(made)
      for (const { fromId, intoId } of made) {
        const root = roots.get(fromId)
        expect(made.some((edge) => edge.fromId === root)).toBe(false)
        expect(root).toBe(roots.get(intoId) ?? intoId)
      }
    }),
  )
})

/** A root into another root, as merges are. */
function withEdge(made: Edge[], [fromId, intoId]: [number, number]): Edge[] {
  const isRoot = (id: number) => made.every((edge) => edge.fromId !== id)
  return fromId !== intoId && isRoot(fromId) && isRoot(intoId) ? [...made, { fromId, intoId }] : made
}
