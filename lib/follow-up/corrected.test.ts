import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FollowUpKind } from '../../prisma/generated/enums.ts'
import type { TypedValue } from '../corrections/save.ts'
import { problemsCorrected } from './corrected.ts'
import { type Stated, wrongAsWhole } from './stated.ts'

const typed = (value: string | number, precision: number | null = null): TypedValue => ({
  value,
  code: null,
  precision,
  qualifier: null,
})
const SOURCE = { asOf: typed('2020-12-31'), sourceUrl: typed('https://example.se/r') }
const ABOUT = { hasFile: false, today: '2021-01-01' }

/** The fields that a correction is refused of; a null takes a value away. */
function wrongIn(
  kind: FollowUpKind,
  before: Stated,
  change: Record<string, TypedValue | null>,
  about: Partial<typeof ABOUT> = {},
): string[] {
  const all = { ...SOURCE, ...before }
  const after = Object.fromEntries(
    Object.entries({ ...all, ...change }).filter((one): one is [string, TypedValue] => one[1] !== null),
  )
  const changed = new Set(Object.keys(change))
  return Object.keys(problemsCorrected({ kind, ...ABOUT, ...about, before: all, after, changed })).sort()
}

const REACHED = { 'reached.total': typed(100), 'reached.women': typed(60), 'reached.men': typed(40) }
const CO01 = { 'code@CO01': typed('CO01'), 'actual.total@CO01': typed(12) }

describe('a correction is refused', () => {
  test.each([
    ['of a part that makes the parts more than the whole', { 'reached.women': typed(61) }, ['reached.women']],
    ['of a whole that is less than its parts', { 'reached.total': typed(99) }, ['reached.total']],
    ['of what was not said, where it is too many', { 'reached.nonBinary': typed(1) }, ['reached.nonBinary']],
    ['of a day to come', { asOf: typed('2021-01-02') }, ['asOf']],
    ['that takes the source away', { sourceUrl: null }, ['sourceUrl']],
    [
      'that leaves no number',
      { 'reached.total': null, 'reached.women': null, 'reached.men': null },
      ['reached.men', 'reached.total', 'reached.women'],
    ],
  ])('%s', (_, change, fields) => {
    expect(wrongIn('PARTICIPANTS', REACHED, change)).toEqual(fields)
  })

  test('of what a row is called, where it would be another row', () => {
    expect(wrongIn('INDICATORS', CO01, { 'code@CO01': typed('CO02') })).toEqual(['code@CO01'])
    expect(wrongIn('INDICATORS', CO01, { 'code@CO01': null })).toEqual(['code@CO01'])
    const group = { 'group@unga-vuxna': typed('Unga vuxna'), 'reached.total@unga-vuxna': typed(3) }
    expect(wrongIn('PARTICIPANTS', group, { 'group@unga-vuxna': typed('Äldre') })).toEqual([
      'group@unga-vuxna',
    ])
    expect(wrongIn('PARTICIPANTS', group, { 'group@unga-vuxna': typed('unga  vuxna') })).toEqual([])
    expect(wrongIn('INDICATORS', CO01, { 'name@CO01': typed('Arbetslösa') })).toEqual([])
  })

  test('of what another event changes, told where somebody corrects', () => {
    const moved = { event: typed('periodChanged'), endDate: typed('2020-06-30') }
    expect(wrongIn('EVENT', moved, { event: typed('paused') })).toEqual(['event'])
    expect(wrongIn('EVENT', moved, { event: typed('paused'), endDate: null })).toEqual([])
    expect(wrongIn('EVENT', moved, { 'recovered.total': typed(5) })).toEqual(['recovered.total'])
    const older = { ...moved, event: typed('paused') }
    expect(wrongIn('EVENT', older, { text: typed('Under pandemin.') })).toEqual([])
  })

  test('of a first cost, where nobody says on whose word', () => {
    const advances = { 'advances.total': typed(5) }
    expect(wrongIn('COSTS', advances, { 'costs.total': typed(9) })).toEqual(['basis'])
    expect(wrongIn('COSTS', advances, { 'costs.total': typed(9), basis: typed('reported') })).toEqual([])
  })
})

test('parts and whole may be corrected together, and a rounded whole is less than its parts', () => {
  expect(wrongIn('PARTICIPANTS', REACHED, { 'reached.total': typed(90), 'reached.men': typed(30) })).toEqual(
    [],
  )
  const costs = { basis: typed('reported'), 'costs.total': typed(9_900_000, 100_000) }
  expect(wrongIn('COSTS', costs, { 'costs.eu': typed(9_956_917) })).toEqual([])
})

test('a link may be taken away where a file is the source', () => {
  expect(wrongIn('PARTICIPANTS', REACHED, { sourceUrl: null }, { hasFile: true })).toEqual([])
})

test('what was wrong before is not held against who corrects something else', () => {
  const before = { ...REACHED, 'reached.total': typed(5) }
  expect(wrongIn('PARTICIPANTS', before, { comment: typed('Enligt enkät.') })).toEqual([])
  expect(wrongIn('PARTICIPANTS', before, { 'reached.men': typed(39) })).toEqual(['reached.men'])
})

test('what could not be published is corrected into by nobody', () => {
  const field = fc.constantFrom('total', 'women', 'men', 'nonBinary').map((part) => `reached.${part}`)
  const value = fc.option(fc.integer({ min: 0, max: 9 }).map((number) => typed(number)))
  const stated = fc.dictionary(
    field,
    fc.integer({ min: 0, max: 9 }).map((number) => typed(number)),
  )
  fc.assert(
    fc.property(stated, fc.dictionary(field, value, { minKeys: 1 }), (before, change) => {
      const after = Object.fromEntries(
        Object.entries({ ...SOURCE, ...before, ...change }).filter(([, held]) => held !== null),
      ) as Stated
      const isWrong = (one: Stated) =>
        wrongAsWhole({ kind: 'PARTICIPANTS', ...ABOUT, stated: one }).length > 0
      fc.pre(!isWrong({ ...SOURCE, ...before }))
      expect(wrongIn('PARTICIPANTS', before, change).length > 0).toBe(isWrong(after))
    }),
  )
})
