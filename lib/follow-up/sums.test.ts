import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { database } from '../db.ts'
import { inOwnRegistry } from '../testing/registry.ts'
import { outcomeOverview, outcomesOfOwner } from './sum-queries.ts'
import { type Pair, type Sum, shareOf, sumUp } from './sums.ts'

inOwnRegistry()
afterEach(async () => {
  await database().outcome.deleteMany()
  await database().project.deleteMany()
  await database().organisation.deleteMany()
})

const TODAY = '2026-11-22'
/** An end by which a project has ended today, or has not. */
const endOf = (hasEnded: boolean) => new Date(hasEnded ? '2026-11-21' : TODAY)
const ended = (promised: number | null, reported: number | null): Pair => ({
  promised,
  reported,
  hasEnded: true,
})

const said = fc.option(fc.integer({ min: 0, max: 100_000_000_000 }), { nil: null })
const pair: fc.Arbitrary<Pair> = fc.record({ promised: said, reported: said, hasEnded: fc.boolean() })

test('sums are of those that say something, and what is compared is of the same projects', () => {
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 30 }), (pairs) => {
      const { promised, reported, compared } = sumUp(pairs)
      expect(promised.projects).toBe(pairs.filter((one) => one.promised !== null).length)
      expect(reported.projects).toBe(pairs.filter((one) => one.reported !== null).length)
      expect(compared.projects).toBeLessThanOrEqual(Math.min(promised.projects, reported.projects))
      expect(compared.promised).toBeLessThanOrEqual(promised.sum)
      expect(compared.reported).toBeLessThanOrEqual(reported.sum)
    }),
  )
})

// Amounts in öre, so that the model below can count in whole numbers.
const inOre = fc.option(fc.integer({ min: 0, max: 10_000_000_000_000 }), { nil: null })
const orePair: fc.Arbitrary<Pair> = fc.record({ promised: inOre, reported: inOre, hasEnded: fc.boolean() })
const kronor = (ore: number | null) => (ore === null ? null : ore / 100)

/** The rule as plainly as it can be said: counts project by project, in whole öre. */
function modelOf(pairs: readonly Pair[]): Sum {
  const sum: Sum = sumUp([])
  const ore = { promised: 0n, reported: 0n, comparedPromised: 0n, comparedReported: 0n }
  for (const { promised, reported, hasEnded } of pairs) {
    if (promised !== null) {
      sum.promised.projects++
      ore.promised += BigInt(promised)
    }
    if (reported !== null) {
      sum.reported.projects++
      ore.reported += BigInt(reported)
    }
    if (!hasEnded || promised === null || promised === 0 || reported === null) continue
    sum.compared.projects++
    ore.comparedPromised += BigInt(promised)
    ore.comparedReported += BigInt(reported)
  }
  sum.promised.sum = Number(ore.promised) / 100
  sum.reported.sum = Number(ore.reported) / 100
  sum.compared.promised = Number(ore.comparedPromised) / 100
  sum.compared.reported = Number(ore.comparedReported) / 100
  return sum
}

test('sums with coverage are what counting one by one gives, to the öre', () => {
  fc.assert(
    fc.property(fc.array(orePair, { maxLength: 40 }), (pairs) => {
      const inKronor = pairs.map(({ promised, reported, hasEnded }) => ({
        promised: kronor(promised),
        reported: kronor(reported),
        hasEnded,
      }))
      expect(sumUp(inKronor)).toEqual(modelOf(pairs))
    }),
  )
})

test('the database sums follow-ups to the öre, and takes a promise that was changed', async () => {
  const [pairs = []] = fc.sample(fc.array(orePair, { minLength: 80, maxLength: 80 }), {
    numRuns: 1,
    seed: 6,
  })
  for (const [at, { promised, reported, hasEnded }] of pairs.entries()) {
    const outcomes = [
      ['budget', kronor(promised)],
      ['support', kronor(promised)],
      ['costs.total', kronor(reported)],
      ['costs.eu', kronor(reported)],
    ] as const
    await database().project.create({
      data: {
        slug: `p${at}`,
        number: '',
        name: `Projekt ${at}`,
        shown: {},
        endDate: endOf(hasEnded),
        // A page says less than an event that came after it.
        totalBudget: promised === null ? null : 7,
        grantedSupport: promised === null ? null : 7,
        outcomes: {
          create: outcomes.flatMap(([measure, value]) => (value === null ? [] : { measure, value })),
        },
      },
    })
  }
  // What is out of force is in no sum.
  const outcomes = { create: [{ measure: 'actual.total@CO01', value: 5 }] }
  const base = { number: '', name: 'Borta', shown: {}, totalBudget: 9 }
  await database().project.create({ data: { ...base, slug: 'borta', inForce: false, outcomes } })
  const { all, indicators } = await outcomeOverview(TODAY)
  const wanted = modelOf(pairs)
  expect(all).toMatchObject({ projects: 80, examples: 0, sums: { budget: wanted, support: wanted } })
  expect(indicators).toEqual([])
})

test('projects that ended by an event have ended, and those that were prolonged have not', async () => {
  const base = { number: '', name: 'P', shown: {} }
  const day = (iso: string) => new Date(iso)
  await database().project.createMany({
    data: [
      { ...base, slug: 'a', endDate: day('2026-12-31'), eventEnd: day('2026-10-31') },
      { ...base, slug: 'b', endDate: day('2020-12-31'), eventEnd: day('2027-12-31') },
      { ...base, slug: 'c', endDate: null, eventEnd: day('2020-01-31') },
      { ...base, slug: 'd', endDate: day('2026-11-22') },
    ],
  })
  const { all } = await outcomeOverview(TODAY)
  expect(all).toMatchObject({ projects: 4, ended: 2, examples: 0 })
})

test('zero is said, missing is not, and nothing is divided by nothing', () => {
  const zero = sumUp([ended(0, 0), ended(null, 5)])
  expect([zero.promised.projects, zero.reported.projects, zero.compared.projects]).toEqual([1, 2, 0])
  expect(shareOf(zero)).toBeNull()
  expect(shareOf(sumUp([ended(8, 6), ended(100, null)]))).toBe(0.75)
})

test('neither people whom nobody planned nor the costs so far of a running project are held against a promise', async () => {
  const running = { promised: 1000, reported: 100, hasEnded: false }
  const pairs = [ended(600, 550), ended(0, 579), running]
  expect(shareOf(sumUp(pairs))).toBe(550 / 600)
  for (const [at, { promised, reported, hasEnded }] of pairs.entries())
    await database().project.create({
      data: {
        slug: `p${at}`,
        number: '',
        name: 'P',
        shown: {},
        // The end that an event gave goes before the page's.
        endDate: endOf(!hasEnded),
        eventEnd: endOf(hasEnded),
        totalBudget: promised,
        plannedParticipants: promised,
        outcomes: {
          create: [
            { measure: 'costs.total', value: reported ?? 0 },
            { measure: 'reached.total', value: reported ?? 0 },
            { measure: 'target.total@CO01', value: promised ?? 0 },
            { measure: 'actual.total@CO01', value: reported ?? 0 },
          ],
        },
      },
    })
  const { all, indicators } = await outcomeOverview(TODAY)
  expect(all.sums).toMatchObject({ budget: sumUp(pairs), people: sumUp(pairs) })
  expect(indicators).toEqual([{ code: 'CO01', projects: pairs.length, sum: sumUp(pairs) }])
})

type Made = { region: string | null; hasEnded: boolean; budget: Pair; people: Pair }
const people = fc.option(fc.integer({ min: 0, max: 10_000 }), { nil: null })
const made: fc.Arbitrary<Made> = fc
  .record({
    region: fc.constantFrom('SE11', 'SE22', null),
    hasEnded: fc.boolean(),
    budget: fc.record({ promised: said, reported: said }),
    people: fc.record({ promised: people, reported: people }),
  })
  .map(({ hasEnded, budget, people, region }) => ({
    region,
    hasEnded,
    budget: { ...budget, hasEnded },
    people: { ...people, hasEnded },
  }))

test('the database sums as the rule does, whatever is missing, zero or large', async () => {
  const [sample] = fc.sample(fc.array(made, { minLength: 60, maxLength: 60 }), { numRuns: 1, seed: 20261122 })
  const projects = sample ?? []
  const owner = await database().organisation.create({ data: { slug: 'agaren', name: 'Ägaren' } })
  for (const [at, { region, hasEnded, budget, people }] of projects.entries()) {
    const outcomes = [
      ['costs.total', budget.reported],
      ['reached.total', people.reported],
    ] as const
    await database().project.create({
      data: {
        slug: `p${at}`,
        number: '',
        name: `Projekt ${at}`,
        shown: {},
        region,
        ownerId: at % 2 === 0 ? owner.id : null,
        period: '2014-2020',
        endDate: endOf(hasEnded),
        totalBudget: budget.promised,
        plannedParticipants: people.promised,
        outcomes: {
          create: outcomes.flatMap(([measure, value]) => (value === null ? [] : { measure, value })),
        },
      },
    })
  }
  const overview = await outcomeOverview(TODAY)
  const wanted = (own: Made[]) => ({
    budget: sumUp(own.map(({ budget }) => budget)),
    people: sumUp(own.map(({ people }) => people)),
  })
  expect(overview.all).toMatchObject({
    projects: 60,
    ended: projects.filter(({ hasEnded }) => hasEnded).length,
    sums: wanted(projects),
  })
  for (const region of ['SE11', 'SE22', null]) {
    const own = projects.filter((project) => project.region === region)
    const group = overview.by.region.find(({ code }) => code === region)
    expect(group).toMatchObject({ projects: own.length, sums: wanted(own) })
  }
  const owned = await outcomesOfOwner(owner.id, TODAY)
  expect(owned).toMatchObject({ projects: 30, sums: wanted(projects.filter((_, at) => at % 2 === 0)) })
})

test('costs that only a project’s own page tells are reported costs, and a follow-up goes before them', async () => {
  const base = { number: '', shown: {}, totalBudget: 100, endDate: endOf(true) }
  await database().project.create({ data: { ...base, slug: 'a', name: 'A', totalCosts: 80 } })
  await database().project.create({
    data: {
      ...base,
      slug: 'b',
      name: 'B',
      totalCosts: 80,
      outcomes: { create: { measure: 'costs.total', value: 90 } },
    },
  })
  const { all } = await outcomeOverview(TODAY)
  expect(all.sums.budget).toEqual(sumUp([ended(100, 80), ended(100, 90)]))
})

test('what a follow-up plans is promised as well, and goes before what the page says', async () => {
  const outcomes = { create: { measure: 'planned.total', value: 300 } }
  await database().project.create({ data: { slug: 'a', number: '', name: 'A', shown: {}, outcomes } })
  await database().project.create({
    data: { slug: 'b', number: '', name: 'B', shown: {}, plannedParticipants: 145, outcomes },
  })
  const { all } = await outcomeOverview(TODAY)
  expect(all.sums.people.promised).toEqual({ projects: 2, sum: 600 })
})

test('indicators are summed by their codes, targets beside actual values, and the projects’ own are left out', async () => {
  const outcome = (measure: string, value: number) => ({ measure, value })
  await database().project.create({
    data: {
      slug: 'a',
      number: '',
      name: 'A',
      shown: {},
      endDate: endOf(true),
      outcomes: {
        create: [
          outcome('target.total@CO01', 10),
          outcome('actual.total@CO01', 7.5),
          outcome('actual.total@egen', 3),
        ],
      },
    },
  })
  await database().project.create({
    data: {
      slug: 'b',
      number: '',
      name: 'B',
      shown: {},
      outcomes: { create: [outcome('actual.total@CO01', 2)] },
    },
  })
  await database().project.create({
    data: {
      slug: 'c',
      number: '',
      name: 'C',
      shown: {},
      outcomes: { create: [outcome('actual.women@CO01', 1), outcome('actual.women@CO02', 1)] },
    },
  })
  const { indicators } = await outcomeOverview(TODAY)
  expect(indicators).toEqual([
    {
      code: 'CO01',
      // One that says of women alone has the indicator as well.
      projects: 3,
      sum: sumUp([ended(10, 7.5), ended(null, 2)]),
    },
  ])
})
