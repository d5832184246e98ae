import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Figure, foldOutcomes } from './fold.ts'

let next = 0
const figure = (measure: string, value: number, more: Partial<Figure> = {}): Figure => ({
  measure,
  value,
  precision: 1,
  qualifier: null,
  asOf: '2022-12-31',
  basis: null,
  source: { kind: 'followUp', id: ++next },
  publishedAt: 0,
  derivedFrom: null,
  ...more,
})
const shown =
  (...said: Figure[]) =>
  (measure: string) =>
    foldOutcomes(said).get(measure)

describe('of several figures one is shown, by the rule', () => {
  test.each<[string, Figure, Figure]>([
    ['a later day', figure('reached.total', 80), figure('reached.total', 90, { asOf: '2021-12-31' })],
    ['a day before none', figure('costs.total', 80), figure('costs.total', 90, { asOf: null })],
    [
      'approved before reported',
      figure('costs.eu', 80, { basis: 'approved' }),
      figure('costs.eu', 90, { basis: 'reported' }),
    ],
    ['exact before rounded', figure('costs.eu', 80), figure('costs.eu', 90, { precision: 100_000 })],
    [
      'exact before "drygt"',
      figure('reached.total', 80),
      figure('reached.total', 90, { qualifier: 'drygt' }),
    ],
    [
      'a follow-up of any day before the page that was captured later',
      figure('costs.total', 80, { asOf: '2018-10-31' }),
      figure('costs.total', 90, { asOf: '2026-10-01', source: { kind: 'page', statement: 7 } }),
    ],
    [
      'a follow-up before the page',
      figure('costs.total', 80),
      figure('costs.total', 90, { source: { kind: 'page', statement: 7 } }),
    ],
    [
      'published later',
      figure('reached.total', 80, { publishedAt: 2 }),
      figure('reached.total', 90, { publishedAt: 1 }),
    ],
  ])('%s', (_, wins, loses) => {
    for (const said of [
      [wins, loses],
      [loses, wins],
    ])
      expect(shown(...said)(wins.measure)?.value).toBe(80)
  })
})

describe('how the others stand to it', () => {
  test('whole kronor are rounded from an amount with öre, and two amounts with öre are two', () => {
    const page = figure('costs.total', 1_234_568, { asOf: null, source: { kind: 'page', statement: 7 } })
    const [one, other] = [1_234_567.5, 1_234_567.25].map((value) =>
      figure('costs.total', value, { asOf: null }),
    )
    expect(shown(page, one as Figure)('costs.total')).toMatchObject({ value: 1_234_567.5, rivals: [] })
    expect(shown(one as Figure, other as Figure)('costs.total')?.rivals).toHaveLength(1)
    const [half, whole] = [12.5, 12].map((value) => figure('actual.total@CO01', value))
    expect(shown(half as Figure, whole as Figure)('actual.total@CO01')?.rivals).toHaveLength(1)
  })

  test('of the same day another number is a rival, and one that it is rounded from is not', () => {
    const outcome = shown(
      figure('costs.total', 9_956_917),
      figure('costs.total', 9_900_000, { precision: 100_000 }),
      figure('costs.total', 8_000_000, { publishedAt: -1 }),
    )('costs.total')
    expect(outcome?.value).toBe(9_956_917)
    expect(outcome?.rivals.map(({ value }) => value)).toEqual([8_000_000])
  })

  test('of another day it is earlier, and on another basis apart', () => {
    const outcome = shown(
      figure('costs.total', 3, { basis: 'approved' }),
      figure('costs.total', 2, { basis: 'reported' }),
      figure('costs.total', 1, { asOf: '2020-12-31' }),
    )('costs.total')
    expect([outcome?.rivals, outcome?.apart.length, outcome?.earlier.length]).toEqual([[], 1, 1])
  })
})

describe('a whole that a source leaves out', () => {
  const source = { kind: 'followUp', id: 1 } as const
  test('is summed from its parts, and says from which', () => {
    const of = shown(
      figure('reached.women', 40, { source }),
      figure('reached.men', 35, { source }),
      figure('reached.nonBinary', 1, { source }),
    )
    expect(of('reached.total')).toMatchObject({
      value: 76,
      derivedFrom: ['reached.women', 'reached.men', 'reached.nonBinary'],
    })
  })

  test('is not, where a part is missing, or where another source has it', () => {
    const women = figure('reached.women', 40, { source })
    expect(shown(women)('reached.total')).toBeUndefined()
    const men = figure('reached.men', 35, { source: { kind: 'followUp', id: 2 } })
    expect(shown(women, men)('reached.total')).toBeUndefined()
  })

  test('of costs needs all three financiers', () => {
    const [eu, open, own] = ['eu', 'public', 'private'].map((part, at) =>
      figure(`costs.${part}`, 10 ** at, { source }),
    )
    expect(shown(eu as Figure, open as Figure)('costs.total')).toBeUndefined()
    expect(shown(eu as Figure, open as Figure, own as Figure)('costs.total')?.value).toBe(111)
  })

  test('of groups is of the group alone', () => {
    const of = shown(figure('reached.women@unga', 4, { source }), figure('reached.men@unga', 3, { source }))
    expect(of('reached.total@unga')?.value).toBe(7)
    expect(of('reached.total')).toBeUndefined()
  })

  test('loses no öre', () => {
    const ore = fc.integer({ min: 0, max: 10_000_000_000_000 })
    fc.assert(
      fc.property(ore, ore, ore, (eu, open, own) => {
        const said = Object.entries({ eu, public: open, private: own }).map(([part, value]) =>
          figure(`costs.${part}`, value / 100, { source }),
        )
        expect(shown(...said)('costs.total')?.value).toBe((eu + open + own) / 100)
      }),
    )
  })

  test('loses no krona, and no millionth', () => {
    const kronor = fc.integer({ min: 0, max: 100_000_000_000 })
    fc.assert(
      fc.property(kronor, kronor, kronor, (eu, open, own) => {
        const said = Object.entries({ eu, public: open, private: own }).map(([part, value]) =>
          figure(`costs.${part}`, value, { source }),
        )
        expect(shown(...said)('costs.total')?.value).toBe(eu + open + own)
      }),
    )
    const millionths = fc.integer({ min: 0, max: 1_000_000_000 })
    fc.assert(
      fc.property(millionths, millionths, (women, men) => {
        const said = [
          figure('actual.women@CO01', women / 1e6, { source }),
          figure('actual.men@CO01', men / 1e6, { source }),
        ]
        expect(shown(...said)('actual.total@CO01')?.value).toBe((women + men) / 1e6)
      }),
    )
  })
})

test('measures come in the order in which pages list them', () => {
  const said = ['reached.men', 'reached.total', 'reached.women', 'costs.eu', 'costs.total', 'budget']
  expect([...foldOutcomes(said.map((measure) => figure(measure, 1))).keys()]).toEqual([
    'budget',
    'costs.total',
    'costs.eu',
    'reached.total',
    'reached.women',
    'reached.men',
  ])
})

describe('what was recovered, event by event', () => {
  const once = (value: number, asOf: string, more: Partial<Figure> = {}) =>
    figure('recovered.total', value, { asOf, isOnce: true, ...more })
  const toDate = (value: number, asOf: string) => figure('recovered.total', value, { asOf })

  test('is added up, and one event that is told twice counts once', () => {
    const [june, december] = [once(60_000, '2020-06-30'), once(40_000, '2020-12-31')]
    const twice = once(40_000, '2020-12-31')
    expect(shown(june, december, twice)('recovered.total')).toMatchObject({
      value: 100_000,
      asOf: '2020-12-31',
      derivedFrom: ['recovered.total', 'recovered.total'],
      rivals: [],
      earlier: [],
    })
    expect(shown(december, twice)('recovered.total')).toMatchObject({ value: 40_000, derivedFrom: null })
  })

  test('is among what is told to date later, and comes on top of what was told before', () => {
    const december = once(40_000, '2020-12-31')
    const later = shown(december, toDate(90_000, '2021-06-30'))('recovered.total')
    expect(later).toMatchObject({ value: 90_000, derivedFrom: null, rivals: [], earlier: [] })
    const sameDay = shown(december, toDate(90_000, '2020-12-31'))('recovered.total')
    expect(sameDay).toMatchObject({ value: 90_000, rivals: [], earlier: [] })
    const before = shown(december, toDate(60_000, '2020-06-30'))('recovered.total')
    expect(before).toMatchObject({ value: 100_000, asOf: '2020-12-31', earlier: [{ value: 60_000 }] })
  })

  test('is told beside what is told to date where it comes to more', () => {
    const outcome = shown(once(50_000, '2020-12-31'), toDate(40_000, '2020-12-31'))('recovered.total')
    expect(outcome).toMatchObject({ value: 40_000, rivals: [{ value: 50_000 }] })
  })

  test('loses no öre and counts nothing twice, in whatever order it is told', () => {
    const days = ['2019-12-31', '2020-06-30', '2020-12-31', '2021-12-31']
    const said = fc.record({
      ore: fc.integer({ min: 0, max: 100_000_000_000 }),
      day: fc.constantFrom(...days),
      isOnce: fc.boolean(),
      isTwice: fc.boolean(),
      place: fc.integer(),
    })
    const reports = fc.uniqueArray(said, {
      minLength: 1,
      maxLength: 8,
      // Whole kronor are a rounding of others, and are tried above.
      selector: ({ ore }) => Math.floor(ore / 100),
    })
    fc.assert(
      fc.property(reports, (all) => {
        const told = all.flatMap(({ ore, day, isOnce, isTwice, place }) => {
          const one = { place, said: isOnce ? once(ore / 100, day) : toDate(ore / 100, day) }
          const again = { place: -place, said: once(ore / 100, day) }
          return isOnce && isTwice ? [one, again] : [one]
        })
        told.sort((a, b) => a.place - b.place)
        const base = told
          .map(({ said }) => said)
          .filter(({ isOnce }) => !isOnce)
          .sort((a, b) => (a.asOf as string).localeCompare(b.asOf as string) || idOf(a) - idOf(b))
          .at(-1)
        const later = all.filter(({ isOnce, day }) => isOnce && day > (base?.asOf ?? ''))
        const ore = later.reduce((sum, one) => sum + one.ore, Math.round((base?.value ?? 0) * 100))
        expect(shown(...told.map(({ said }) => said))('recovered.total')?.value).toBe(ore / 100)
      }),
    )
  })
})
const idOf = ({ source }: Figure) => (source.kind === 'followUp' ? source.id : 0)

test('whatever the order in which figures come, the same is shown, and every one of them is somewhere', () => {
  const any = fc.record({
    measure: fc.constantFrom('costs.total', 'reached.total'),
    value: fc.integer({ min: 0, max: 3 }),
    precision: fc.constantFrom(1, 2),
    qualifier: fc.constantFrom(null, 'ca'),
    asOf: fc.constantFrom(null, '2020-12-31', '2022-12-31'),
    basis: fc.constantFrom(null, 'reported' as const, 'approved' as const),
    publishedAt: fc.integer({ min: 0, max: 2 }),
    source: fc.integer({ min: 1, max: 1_000_000 }).map((id) => ({ kind: 'followUp' as const, id })),
    derivedFrom: fc.constant(null),
  })
  const distinct = fc.uniqueArray(any, { selector: ({ source }) => source.id, minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(distinct, fc.integer(), (said, seed) => {
      const shuffled = [...said].sort((a, b) => ((a.source.id * seed) % 97) - ((b.source.id * seed) % 97))
      const [one, other] = [foldOutcomes(said), foldOutcomes(shuffled)]
      for (const [measure, outcome] of one) {
        expect(other.get(measure)?.source).toEqual(outcome.source)
        const told = 1 + outcome.rivals.length + outcome.apart.length + outcome.earlier.length
        expect(told).toBeLessThanOrEqual(said.filter((figure) => figure.measure === measure).length)
      }
    }),
  )
})
