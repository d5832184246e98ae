import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DERIVED_KINDS, derivedFigures, type Operand } from './derived.ts'

const operand = (measure: string, value: number, more: Partial<Operand> = {}): Operand => ({
  measure,
  value,
  precision: 1,
  qualifier: null,
  asOf: '2022-12-31',
  isDisputed: false,
  ...more,
})
const derived = (...operands: Operand[]) =>
  Object.fromEntries(
    derivedFigures((measure) => operands.find((one) => one.measure === measure)).map((one) => [
      one.kind,
      one,
    ]),
  )

describe('what follows from the figures', () => {
  test('is the cost of a participant, and how much of each promise came true', () => {
    const found = derived(
      operand('costs.total', 900_000),
      operand('costs.eu', 400_000),
      operand('reached.total', 45),
      operand('planned.total', 60),
      operand('budget', 1_200_000),
      operand('support', 500_000),
    )
    expect(Object.keys(found)).toEqual(DERIVED_KINDS)
    expect(found.costPerParticipant?.value).toBe(20_000)
    expect(found.budgetUsed?.value).toBe(0.75)
    expect(found.supportUsed?.value).toBe(0.8)
    expect(found.plannedReached?.value).toBe(0.75)
  })

  test('is nothing where a side is missing, or where it would be divided by nothing', () => {
    expect(derived(operand('costs.total', 900_000))).toEqual({})
    expect(derived(operand('costs.total', 900_000), operand('reached.total', 0))).toEqual({})
    expect(derived(operand('reached.total', 4), operand('planned.total', 0))).toEqual({})
  })

  test('takes zero for the number that it is', () => {
    const found = derived(operand('reached.total', 0), operand('planned.total', 60))
    expect(found.plannedReached?.value).toBe(0)
  })

  test('says when sources disagree, when a figure is rounded, and when they are of different days', () => {
    const costs = operand('costs.total', 900_000)
    const reached = operand('reached.total', 45)
    const one = (of: Operand, by: Operand) => derived(of, by).costPerParticipant
    expect(one(costs, reached)).toMatchObject({ isDisputed: false, isRough: false, hasOtherDays: false })
    expect(one(costs, { ...reached, isDisputed: true })?.isDisputed).toBe(true)
    expect(one({ ...costs, precision: 100_000 }, reached)?.isRough).toBe(true)
    expect(one(costs, { ...reached, qualifier: 'drygt' })?.isRough).toBe(true)
    expect(one(costs, { ...reached, asOf: '2021-06-30' })?.hasOtherDays).toBe(true)
  })

  test('does not mind that a promise was read on another day', () => {
    const budget = operand('budget', 1_000_000, { asOf: '2026-11-01' })
    expect(derived(operand('costs.total', 900_000), budget).budgetUsed?.hasOtherDays).toBe(false)
  })
})

test('whatever is known, every number is a number, and follows from both its sides', () => {
  const value = fc.option(fc.integer({ min: 0, max: 1_000_000_000 }), { nil: undefined })
  const known = fc.record({
    'costs.total': value,
    'costs.eu': value,
    'reached.total': value,
    'planned.total': value,
    budget: value,
    support: value,
  })
  fc.assert(
    fc.property(known, fc.boolean(), (values, isDisputed) => {
      const figures = derivedFigures((measure) => {
        const said = values[measure as keyof typeof values]
        return said === undefined ? undefined : operand(measure, said, { isDisputed })
      })
      for (const figure of figures) {
        expect(Number.isFinite(figure.value)).toBe(true)
        expect(figure.by.value).toBeGreaterThan(0)
        expect(figure.value * figure.by.value).toBeCloseTo(figure.of.value, 3)
        expect(figure.isDisputed).toBe(isDisputed)
      }
      const has = (measure: keyof typeof values) => values[measure] !== undefined
      const isThere = (kind: string) => figures.some((figure) => figure.kind === kind)
      expect(isThere('budgetUsed')).toBe(has('costs.total') && (values.budget ?? 0) > 0)
      expect(isThere('supportUsed')).toBe(has('costs.eu') && (values.support ?? 0) > 0)
      expect(isThere('plannedReached')).toBe(has('reached.total') && (values['planned.total'] ?? 0) > 0)
      expect(isThere('costPerParticipant')).toBe(has('costs.total') && (values['reached.total'] ?? 0) > 0)
    }),
  )
})
