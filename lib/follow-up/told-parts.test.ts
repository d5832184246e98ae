import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sumExactly } from './exact.ts'
import { partsOf } from './measures.ts'
import { followUpRow, shown, viewOf } from './testing/view.ts'
import { toldPartsOf } from './told-parts.ts'

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
