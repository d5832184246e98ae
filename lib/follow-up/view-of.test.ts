import { describe, expect, test } from 'vitest'
import type { Shown } from '../projects/shown.ts'
import { shown } from '../projects/testing/shown.ts'
import { followUpRow, viewOf } from './testing/view.ts'

describe('what was promised', () => {
  const change = (asOf: string) =>
    followUpRow(1, 'EVENT', asOf, { event: shown('budgetChanged'), budget: shown(900) })

  test('is what the page says, until a later decision changes it; the other stays beside it', () => {
    const later = viewOf([change('2017-06-01')], { totalBudget: shown(1000) }).outcomes.budget
    expect(later).toMatchObject({ value: 900, source: { kind: 'followUp', id: 1 } })
    expect(later?.earlier).toMatchObject([{ value: 1000, source: { kind: 'page', field: 'totalBudget' } }])
    const before = viewOf([change('2016-06-01')], { totalBudget: shown(1000) }).outcomes.budget
    expect(before).toMatchObject({ value: 1000, source: { kind: 'page', field: 'totalBudget' } })
    expect(before?.earlier).toMatchObject([{ value: 900 }])
  })

  test('is disputed where the project’s own sources disagree', () => {
    const { outcomes } = viewOf([], {
      grantedSupport: shown(500, { rivals: [7] }),
      plannedParticipants: shown(0),
    })
    expect(outcomes.support?.isDisputed).toBe(true)
    expect(outcomes['planned.total']).toMatchObject({ value: 0, isDisputed: false })
  })

  test('is not what nobody reports', () => {
    const { outcomes } = viewOf([], { totalCosts: shown(null, { state: 'unreported' }) })
    expect(outcomes['costs.total']).toBeUndefined()
  })
})

test('a field that was only confirmed is not called corrected, and one that no source has shows no number', () => {
  const costs = {
    ...followUpRow(1, 'COSTS', '2018-12-31', {
      'costs.total': shown(10, { correction: 3, reviewed: true }),
      'costs.eu': shown(null, { state: 'notStated', correction: 4 }),
      'costs.public': shown(4, { correction: 5 }),
    }),
    stated: { 'costs.public': { value: 5, code: null, precision: null, qualifier: null } },
    corrections: [3, 4, 5].map((id) => ({ id, reason: 'x', evidence: null, by: 'editor', on: '2020-01-01' })),
  }
  const { followUps, outcomes } = viewOf([costs])
  expect(followUps[0]?.corrections.map(({ field }) => field)).toEqual(['costs.eu', 'costs.public'])
  expect(outcomes['costs.total']?.correction).toBeNull()
  expect(outcomes['costs.eu']).toBeUndefined()
  expect(outcomes['costs.public']).toMatchObject({ value: 4, stated: { value: 5 } })
})

test('groups come as they were named, indicators as the regulations have them', () => {
  const { rows } = viewOf([
    followUpRow(1, 'INDICATORS', '2018-12-31', {
      'name@egen': shown('Egen'),
      'actual.total@egen': shown(1),
      'actual.total@CR02': shown(1),
      'actual.total@CO05': shown(1),
    }),
    followUpRow(2, 'PARTICIPANTS', '2018-12-31', {
      'group@unga': shown('Unga'),
      'reached.women@unga': shown(0),
    }),
  ])
  expect(rows.filter(({ kind }) => kind === 'indicator').map(({ key }) => key)).toEqual([
    'CO05',
    'CR02',
    'egen',
  ])
  expect(rows.find(({ kind }) => kind === 'group')).toMatchObject({ key: 'unga', name: 'Unga' })
})

test('what two events say was recovered is one sum, and no single correction is the sum’s', () => {
  const event = (id: number, asOf: string, kronor: Shown) =>
    followUpRow(id, 'EVENT', asOf, { event: shown('recovered'), 'recovered.total': kronor })
  const corrected = {
    ...event(2, '2020-12-31', shown(40_000, { correction: 3 })),
    corrections: [{ id: 3, reason: 'x', evidence: null, by: 'editor', on: '2021-01-01' }],
  }
  const { outcomes } = viewOf([event(1, '2020-06-30', shown(60_000)), corrected])
  expect(outcomes['recovered.total']).toMatchObject({ value: 100_000, correction: null, isDisputed: false })
})
