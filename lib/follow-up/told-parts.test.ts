import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shown } from '../projects/testing/shown.ts'
import { sumExactly } from './exact.ts'
import { partsOf } from './measures.ts'
import { followUpRow, viewOf } from './testing/view.ts'
import { newerPartsOf, toldPartsOf } from './told-parts.ts'

const PARTS = partsOf({ name: 'costs', part: 'total', row: null })
const outcomesOf = (values: Record<string, number>) =>
  viewOf([
    followUpRow(
      1,
      'COSTS',
      '2018-12-31',
      Object.fromEntries(Object.entries(values).map(([key, value]) => [key, shown(value)])),
    ),
  ]).outcomes

test('what is told and what is missing are all parts, their sum is exact, and beside a whole there is none', () => {
  const ore = fc.integer({ min: 0, max: 10 ** 12 }).map((value) => value / 100)
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...PARTS, 'costs.total'), ore), (values) => {
      const outcomes = outcomesOf(values)
      const parts = toldPartsOf('costs.total', outcomes)
      const keys = Object.keys(values).filter((key) => key !== 'costs.total')
      // A whole that somebody tells, or that all parts make.
      const hasWhole = 'costs.total' in values || keys.length === PARTS.length
      expect(outcomes['costs.total'] !== undefined).toBe(hasWhole)
      expect(parts === null).toBe(hasWhole || keys.length === 0)
      if (!parts) return
      expect(parts.told).toEqual(PARTS.filter((part) => keys.includes(part)))
      expect(new Set([...parts.told, ...parts.missing])).toEqual(new Set(PARTS))
      expect(parts.sum?.value).toBe(sumExactly(keys.map((key) => values[key] ?? 0)))
    }),
  )
})

test('of a part, and of what is no measure, nothing is told', () => {
  expect(toldPartsOf('costs.eu', outcomesOf({ 'costs.public': 1 }))).toBeNull()
  expect(toldPartsOf('budget', outcomesOf({ 'costs.public': 1 }))).toBeNull()
})

/** Costs of each day: an ISO day, and what is told of it. */
const costsOf = (...told: [string, Record<string, number>][]) =>
  viewOf(
    told.map(([day, values], at) =>
      followUpRow(
        at + 1,
        'COSTS',
        day,
        Object.fromEntries(Object.entries(values).map(([key, value]) => [key, shown(value)])),
      ),
    ),
  ).outcomes

test('newer than the whole are the parts of a later day, whatever was told before', () => {
  const day = fc.integer({ min: 10, max: 28 }).map((number) => `2018-12-${number}`)
  const values = fc.dictionary(fc.constantFrom(...PARTS, 'costs.total'), fc.nat())
  fc.assert(
    fc.property(fc.array(fc.tuple(day, values), { maxLength: 5 }), (told) => {
      const outcomes = costsOf(...told)
      const whole = outcomes['costs.total']
      const newer = newerPartsOf('costs.total', outcomes)
      const expected = PARTS.filter((part) => whole && (outcomes[part]?.asOf ?? '') > (whole.asOf ?? ''))
      expect(newer?.told ?? []).toEqual(expected)
      expect(newer === null).toBe(expected.length === 0)
      if (!newer) return
      expect(newer.missing).toEqual(PARTS.filter((part) => !expected.includes(part)))
      for (const part of expected) if (newer.day !== null) expect(outcomes[part]?.asOf).toBe(newer.day)
      // A sum is of one source, and so of one day.
      if (newer.sum) expect(newer.day).not.toBeNull()
    }),
  )
})

test('parts of one report are a sum, of several none', () => {
  const whole: [string, Record<string, number>] = ['2018-06-30', { 'costs.total': 10 }]
  const one = newerPartsOf(
    'costs.total',
    costsOf(whole, ['2018-12-31', { 'costs.eu': 9, 'costs.public': 15 }]),
  )
  expect(one).toMatchObject({ day: '2018-12-31', missing: ['costs.private'], sum: { value: 24 } })
  const two = (day: string) =>
    newerPartsOf(
      'costs.total',
      costsOf(whole, ['2018-12-31', { 'costs.eu': 9 }], [day, { 'costs.public': 15 }]),
    )
  expect(two('2018-12-31')).toMatchObject({ day: '2018-12-31', sum: null })
  expect(two('2018-11-30')).toMatchObject({ day: null, sum: null })
})

test('what a page says may be as new as the page', () => {
  const view = (day: string) =>
    viewOf([followUpRow(1, 'COSTS', day, { 'costs.eu': shown(9) })], { totalCosts: shown(5) })
  expect(newerPartsOf('costs.total', view('2016-12-31').outcomes)).toBeNull()
  expect(newerPartsOf('costs.total', view('2017-01-02').outcomes)?.told).toEqual(['costs.eu'])
})
