import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FollowUpKind } from '../../prisma/generated/enums.ts'
import type { TypedValue } from '../corrections/save.ts'
import { type Background, flagsIn } from './flags.ts'
import { type Figure, foldOutcomes } from './fold.ts'
import { partsOf } from './measures.ts'
import type { Stated } from './stated.ts'

const PROJECT: Background = {
  planned: 12_400,
  budget: 41_312_800,
  support: 19_417_016,
  startDate: '2018-10-01',
  endDate: '2021-09-30',
  known: new Map(),
}

const typed = (value: string | number): TypedValue => ({
  value,
  code: null,
  precision: null,
  qualifier: null,
})
const stated = (fields: Record<string, string | number>): Stated =>
  Object.fromEntries(Object.entries({ asOf: '2020-12-31', ...fields }).map(([key, one]) => [key, typed(one)]))

/** What is asked about, as code and field. */
const asked = (
  kind: FollowUpKind,
  fields: Record<string, string | number>,
  background: Partial<Background> = {},
) => flagsIn(kind, stated(fields), { ...PROJECT, ...background }).map(({ code, field }) => `${code} ${field}`)

describe('a whole that nobody typed is held against what is known, as it would be shown', () => {
  test('participants', () => {
    const each = { 'reached.women': 37_000, 'reached.men': 37_000, 'reached.nonBinary': 37_000 }
    expect(asked('PARTICIPANTS', each)).toEqual(['manyMore reached.total'])
  })

  test('costs', () => {
    const costs = { 'costs.eu': 23_000_000, 'costs.public': 45_000_000, 'costs.private': 45_000_000 }
    expect(asked('COSTS', costs)).toEqual(['overBudget costs.total'])
  })

  test('those planned of a group, a target, and what was known before', () => {
    const group = { 'planned.women@unga': 5, 'planned.men@unga': 5, 'reached.total@unga': 31 }
    expect(asked('PARTICIPANTS', group)).toEqual(['manyMore reached.total@unga'])
    const indicator = { 'target.total@CO01': 10, 'actual.women@CO01': 60, 'actual.men@CO01': 60 }
    expect(asked('INDICATORS', indicator)).toEqual(['overTarget actual.total@CO01'])
    const known = foldOutcomes([{ ...figure(['reached.total', 100]), asOf: '2019-12-31' }])
    expect(asked('PARTICIPANTS', { 'reached.women': 40, 'reached.men': 40 }, { known })).toEqual([
      'lessThanBefore reached.total',
    ])
  })

  test('a target that was published before', () => {
    const known = foldOutcomes([{ ...figure(['target.total@CO01', 10]), asOf: '2018-12-31' }])
    expect(asked('INDICATORS', { 'actual.total@CO01': 101 }, { known })).toEqual([
      'overTarget actual.total@CO01',
    ])
  })
})

const WHOLES = [
  { kind: 'COSTS', name: 'costs', code: 'overBudget', limit: 41_312_800 * 1.2 },
  { kind: 'PARTICIPANTS', name: 'reached', code: 'manyMore', limit: 12_400 * 3 },
] as const
type Whole = (typeof WHOLES)[number]

/** Any of the parts and the whole, each with any number up to so many times what the whole is held against. */
const anyOf = ({ name, limit }: Whole, times: number) => {
  const parts = partsOf({ name, part: 'total', row: null })
  const value = fc.integer({ min: 0, max: Math.round(limit * times) })
  return fc.dictionary(fc.constantFrom(...parts, `${name}.total`), value)
}

describe('parts are held against what their whole would be, also where one of them is left out', () => {
  test.each<[string, FollowUpKind, Record<string, number>, string[]]>([
    [
      'one financier missing',
      'COSTS',
      { 'costs.eu': 20_000_000, 'costs.private': 40_000_000 },
      ['partsOverBudget costs.total'],
    ],
    [
      'one financier alone',
      'COSTS',
      { 'costs.eu': 20_000_000, 'costs.private': 50_000_000 },
      ['overBudget costs.private'],
    ],
    [
      'the support, and the budget',
      'COSTS',
      { 'costs.eu': 30_000_000, 'costs.private': 40_000_000 },
      ['overSupport costs.eu', 'partsOverBudget costs.total'],
    ],
    ['not within it', 'COSTS', { 'costs.eu': 20_000_000, 'costs.private': 29_000_000 }, []],
    [
      'women and non-binary people',
      'PARTICIPANTS',
      { 'reached.women': 37_000, 'reached.nonBinary': 37_000 },
      ['partsManyMore reached.total'],
    ],
    [
      'women and men, which make a whole',
      'PARTICIPANTS',
      { 'reached.women': 37_000, 'reached.men': 37_000 },
      ['manyMore reached.total'],
    ],
    [
      'a group',
      'PARTICIPANTS',
      { 'planned.total@unga': 5, 'reached.women@unga': 10, 'reached.nonBinary@unga': 10 },
      ['partsManyMore reached.total@unga'],
    ],
    [
      'an indicator',
      'INDICATORS',
      { 'target.total@CO01': 10, 'actual.men@CO01': 60, 'actual.nonBinary@CO01': 60 },
      ['partsOverTarget actual.total@CO01'],
    ],
  ])('%s', (_, kind, fields, flags) => {
    expect(asked(kind, fields)).toEqual(flags)
  })

  test('one that is held against something else that nobody knows', () => {
    const flags = asked('COSTS', { 'costs.eu': 50_000_000 }, { support: null })
    expect(flags).toEqual(['partsOverBudget costs.total'])
  })

  test.each(WHOLES)('$name: asked about once, as what is shown or as the parts', (one) => {
    const key = `${one.name}.total`
    fc.assert(
      fc.property(anyOf(one, 1), (said) => {
        const shown = foldOutcomes(Object.entries(said).map(figure)).get(key)?.value
        const together = Object.values(said).reduce((sum, value) => sum + value, 0)
        const flags = asked(one.kind, said).filter((flag) => flag.endsWith(` ${key}`))
        expect(flags.length).toBe((shown ?? together) > one.limit ? 1 : 0)
        expect(flags.some((flag) => flag.startsWith('parts'))).toBe(
          shown === undefined && together > one.limit,
        )
      }),
    )
  })

  test.each(WHOLES)('$name: not again where a part alone is over it', (one) => {
    fc.assert(
      fc.property(anyOf(one, 2), (said) => {
        const flags = asked(one.kind, said).filter((flag) => !flag.startsWith('overSupport'))
        const ofParts = flags.filter((flag) => flag.startsWith('parts'))
        expect(ofParts.length === 0 || flags.length === 1).toBe(true)
      }),
    )
  })
})

describe('another figure of the same day is asked about', () => {
  const DAY = '2020-12-31'
  const reached = (value: number, more: Partial<Figure> = {}) => ({
    ...figure(['reached.total', value]),
    ...more,
  })
  const costs = (value: number, more: Partial<Figure> = {}) => ({ ...figure(['costs.eu', value]), ...more })

  test.each<[string, Figure[], string[]]>([
    ['which says something else', [reached(41)], ['sameDay reached.total']],
    ['not one that says the same', [reached(40)], []],
    ['not one of another day', [reached(39, { asOf: '2019-12-31' })], []],
    [
      'also behind one of a later day',
      [reached(50, { asOf: '2021-06-30' }), reached(41, { asOf: DAY })],
      ['sameDay reached.total'],
    ],
  ])('%s', (_, figures, flags) => {
    expect(asked('PARTICIPANTS', { 'reached.total': 40 }, { known: foldOutcomes(figures) })).toEqual(flags)
  })

  test('once, where it is of a part', () => {
    const known = foldOutcomes([
      reached(20, { measure: 'reached.women' }),
      reached(20, { measure: 'reached.men' }),
    ])
    const fields = { 'reached.women': 21, 'reached.men': 20 }
    expect(asked('PARTICIPANTS', fields, { known })).toEqual(['sameDay reached.women'])
    const whole = foldOutcomes([reached(40)])
    expect(asked('PARTICIPANTS', fields, { known: whole })).toEqual(['sameDay reached.total'])
  })

  test('on the same basis, exactly, and of costs not on the day that a page was captured', () => {
    const of = (known: Figure) =>
      asked('COSTS', { basis: 'reported', 'costs.eu': 9_956_917 }, { known: foldOutcomes([known]) })
    expect(of(costs(9_000_000, { basis: 'reported' }))).toEqual(['sameDay costs.eu'])
    expect(of(costs(9_000_000, { basis: 'approved' }))).toEqual([])
    expect(of(costs(9_900_000, { basis: 'reported', precision: 100_000 }))).toEqual([])
    expect(of(costs(9_000_000, { source: { kind: 'page', statement: 1 } }))).toEqual([])
  })

  test('of a budget too', () => {
    const known = foldOutcomes([{ ...figure(['budget', 40_000_000]), asOf: DAY }])
    expect(asked('EVENT', { event: 'budgetChanged', budget: 39_000_000 }, { known })).toEqual([
      'sameDay budget',
    ])
  })
})

describe('a decided change is held against what was decided before', () => {
  test.each<[string, Record<string, string | number>, string[]]>([
    ['a budget that falls to nearly nothing', { budget: 1000 }, ['jumps budget']],
    ['support of four times as much', { support: 80_000_000 }, ['jumps support']],
    ['an end before the start', { endDate: '1999-01-01' }, ['endsBeforeStart endDate']],
    [
      'a half, twice, and a year more',
      { budget: 20_000_000, support: 38_000_000, endDate: '2022-09-30' },
      [],
    ],
  ])('%s', (_, changes, flags) => {
    expect(asked('EVENT', { event: 'budgetChanged', ...changes })).toEqual(flags)
    expect(asked('EVENT', changes, { budget: null, support: null, startDate: null })).toEqual([])
  })
})

describe('a plan or a target is held against what is said of it now', () => {
  const known = foldOutcomes([
    { ...figure(['planned.total', 100]), asOf: '2018-12-31' },
    { ...figure(['planned.women', 60]), asOf: '2018-12-31' },
    { ...figure(['target.total@CO01', 1.5]), asOf: '2018-12-31' },
    { ...figure(['target.total@CO02', 0]), asOf: '2018-12-31' },
  ])

  test.each<[string, FollowUpKind, Record<string, number>, string[]]>([
    ['more than three times as many', 'PARTICIPANTS', { 'planned.total': 301 }, ['jumps planned.total']],
    ['less than a third', 'PARTICIPANTS', { 'planned.total': 33 }, ['jumps planned.total']],
    ['to nothing', 'PARTICIPANTS', { 'planned.total': 0 }, ['jumps planned.total']],
    ['not three times as many', 'PARTICIPANTS', { 'planned.total': 300 }, []],
    ['a target', 'INDICATORS', { 'target.total@CO01': 0.4 }, ['jumps target.total@CO01']],
    ['not a target where none was', 'INDICATORS', { 'target.total@CO03': 4000 }, []],
    ['not where it was zero', 'INDICATORS', { 'target.total@CO02': 4000 }, []],
    ['a sum of parts', 'PARTICIPANTS', { 'planned.women': 150, 'planned.men': 160 }, ['jumps planned.total']],
    [
      'a part, and not its sum again',
      'PARTICIPANTS',
      { 'planned.women': 600, 'planned.men': 60 },
      ['jumps planned.women'],
    ],
    ['not what came of it', 'INDICATORS', { 'baseline.total@CO01': 900 }, []],
  ])('%s', (_, kind, fields, flags) => {
    expect(asked(kind, fields, { known })).toEqual(flags)
  })

  test('of an earlier day, by any difference: it will not be shown', () => {
    const onPage = { source: { kind: 'page' as const, statement: 1 }, asOf: '2022-03-01' }
    const later = foldOutcomes([
      { ...figure(['planned.total', 150]), ...onPage },
      { ...figure(['target.total@CO01', 150]), asOf: '2022-03-01' },
      { ...figure(['reached.total', 150]), asOf: '2022-03-01' },
    ])
    const of = (kind: FollowUpKind, fields: Record<string, string | number>) =>
      asked(kind, fields, { known: later })
    expect(of('PARTICIPANTS', { 'planned.total': 15 })).toEqual(['older planned.total'])
    expect(of('PARTICIPANTS', { 'planned.total': 149 })).toEqual(['older planned.total'])
    expect(of('PARTICIPANTS', { 'planned.women': 70, 'planned.men': 70 })).toEqual(['older planned.total'])
    expect(of('INDICATORS', { 'target.total@CO01': 100 })).toEqual(['older target.total@CO01'])
    expect(of('PARTICIPANTS', { 'planned.total': 150, 'reached.total': 90 })).toEqual([])
    expect(of('PARTICIPANTS', { asOf: '2022-03-02', 'planned.total': 149 })).toEqual([])
  })

  test('and against the page, where no follow-up tells of it', () => {
    expect(asked('PARTICIPANTS', { 'planned.total': 4000 })).toEqual(['jumps planned.total'])
    expect(asked('PARTICIPANTS', { 'planned.total': 4000 }, { planned: null })).toEqual([])
  })

  test('whatever the numbers, both ways alike', () => {
    const count = fc.integer({ min: 1, max: 1_000_000 })
    fc.assert(
      fc.property(count, count, (one, other) => {
        const jumps = (now: number, before: number) =>
          asked('PARTICIPANTS', { 'planned.men': now }, { known: foldOutcomes([ofMen(before)]) })
        expect(jumps(one, other)).toEqual(jumps(other, one))
        const times = Math.max(one, other) / Math.min(one, other)
        expect(jumps(one, other)).toEqual(times > 3 ? ['jumps planned.men'] : [])
      }),
    )
  })

  const ofMen = (value: number) => ({ ...figure(['planned.men', value]), asOf: '2018-12-31' })
})

const figure = ([measure, value]: [string, number]): Figure => ({
  measure,
  value,
  precision: 1,
  qualifier: null,
  asOf: '2020-12-31',
  basis: null,
  source: { kind: 'followUp', id: 1 },
  publishedAt: 0,
  derivedFrom: null,
})
