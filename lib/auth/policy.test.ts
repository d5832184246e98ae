import { expect, test } from 'vitest'
import { ALL_ACTS, may } from './policy.ts'

test('who may do what', () => {
  const table = ALL_ACTS.map((act) => [act, may('EDITOR', act), may('ADMINISTRATOR', act)])
  expect(table).toEqual([
    ['desk.read', true, true],
    ['records.correct', true, true],
    ['warnings.handle', true, true],
    ['reports.handle', true, true],
    ['organisations.merge', true, true],
    ['decisions.write', true, true],
    ['followUps.write', true, true],
    ['imports.run', false, true],
    ['account.own', true, true],
    ['accounts.manage', false, true],
  ])
})
