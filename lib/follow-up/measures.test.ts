import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareMeasures } from './measures.ts'

const ORDER = [
  'basis',
  'budget',
  'support',
  'costs.total',
  'costs.eu',
  'costs.public',
  'costs.private',
  'advances.total',
  'recovered.total',
  'planned.total',
  'reached.total',
  'reached.women',
  'reached.men',
  'reached.nonBinary',
  'target.total@CO01',
  'actual.total@CO01',
  'actual.women@CO01',
  'actual.total@CO02',
  'reached.total@unga',
  'reached.men@unga',
]

test('figures are listed in one order, the whole before its parts, however they come', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(ORDER), (some) => {
      expect([...some].sort(compareMeasures)).toEqual(ORDER.filter((key) => some.includes(key)))
    }),
  )
})
