import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fakeFollowUp } from './testing/fake.ts'
import { byDay, momentsOf } from './timeline.ts'

describe('what follow-ups tell', () => {
  test('stands on the day that it is of', () => {
    const moments = momentsOf([
      fakeFollowUp('EVENT', { event: 'budgetChanged', decision: 'beslut-1' }, '2017-05-02', 4),
      fakeFollowUp('DOCUMENT', { documentType: 'evaluation', title: 'Vad blev det?' }, '2019-03-01', 5),
      fakeFollowUp('COSTS', { 'costs.total': 1 }, '2018-12-31', 6),
    ])
    expect(moments).toEqual([
      { is: 'event', event: 'budgetChanged', on: '2017-05-02', followUp: 4, decision: 'beslut-1' },
      { is: 'document', type: 'evaluation', title: 'Vad blev det?', on: '2019-03-01', followUp: 5 },
      { is: 'told', kind: 'COSTS', on: '2018-12-31', followUp: 6 },
    ])
  })

  test('is on no timeline where it has no day, or where nobody knows what happened', () => {
    expect(momentsOf([fakeFollowUp('COSTS', {}, null), fakeFollowUp('EVENT', { event: 'x' })])).toEqual([])
  })
})

test('days sort as the calendar has them, over years and over changes of the clock, and keep their order within one', () => {
  const day = fc
    .integer({ min: Date.UTC(2007, 0, 1) / 86_400_000, max: Date.UTC(2035, 11, 31) / 86_400_000 })
    .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))
  const border = fc.constantFrom(
    '2019-12-31',
    '2020-01-01',
    '2020-02-29',
    '2020-03-28',
    '2020-03-29',
    '2020-03-30',
    '2020-10-25',
    '2020-10-26',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(day, border)), (days) => {
      const sorted = byDay(days.map((on, at) => ({ on, at })))
      expect(sorted.map(({ on }) => on).sort()).toEqual([...days].sort())
      for (const [at, moment] of sorted.slice(1).entries()) {
        const before = sorted[at]
        const [a, b] = [Date.parse(before?.on ?? ''), Date.parse(moment.on)]
        expect(a < b || (a === b && (before?.at ?? 0) < moment.at)).toBe(true)
      }
    }),
  )
})
