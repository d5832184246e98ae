import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Ending, endOf, missingOf, monthsBetween } from './missing.ts'
import { fakeFollowUp } from './testing/fake.ts'

const ending = (more: Partial<Ending> = {}): Ending => ({
  endDate: '2020-03-31',
  planned: 100,
  followUps: [],
  measures: [],
  ...more,
})

describe('what is missing of a project', () => {
  test('that has ended is told with how long ago that was', () => {
    expect(missingOf(ending(), '2021-05-31')).toEqual({
      endedOn: '2020-03-31',
      months: 14,
      lacks: ['costs', 'participants', 'report'],
    })
  })

  test('is nothing while it runs, on its last day, or where nobody knows its end', () => {
    expect(missingOf(ending(), '2020-03-30')).toBeNull()
    expect(missingOf(ending(), '2020-03-31')).toBeNull()
    expect(missingOf(ending({ endDate: null }), '2021-05-31')).toBeNull()
  })

  test('is only what is not published', () => {
    const lacks = (more: Partial<Ending>) => missingOf(ending(more), '2021-05-31')?.lacks
    expect(lacks({ measures: ['costs.total'] })).toEqual(['participants', 'report'])
    expect(lacks({ measures: ['reached.women'] })).toEqual(['costs', 'report'])
    expect(lacks({ followUps: [fakeFollowUp('DOCUMENT', { documentType: 'evaluation' })] })).toEqual([
      'costs',
      'participants',
    ])
    expect(lacks({ followUps: [fakeFollowUp('EVENT', { event: 'finalReportApproved' })] })).toEqual([
      'costs',
      'participants',
    ])
    expect(lacks({ followUps: [fakeFollowUp('DOCUMENT', { documentType: 'press' })] })).toContain('report')
  })

  test('is no participants where none were planned', () => {
    const lacks = (planned: number | null) => missingOf(ending({ planned }), '2021-05-31')?.lacks
    expect(lacks(0)).toEqual(['costs', 'report'])
    expect(lacks(null)).toEqual(['costs', 'report'])
  })

  test('is nothing where all is told', () => {
    const followUps = [fakeFollowUp('DOCUMENT', { documentType: 'finalReport' })]
    expect(
      missingOf(ending({ followUps, measures: ['costs.total', 'reached.total'] }), '2021-05-31'),
    ).toBeNull()
  })
})

describe('the end of a project', () => {
  test('is what an event says before what a change moved it to, and that before its page', () => {
    const moved = fakeFollowUp('EVENT', { event: 'periodChanged', endDate: '2020-09-30' }, '2019-05-01')
    const ended = fakeFollowUp('EVENT', { event: 'endedEarly' }, '2020-01-15')
    expect(endOf(ending())).toBe('2020-03-31')
    expect(endOf(ending({ followUps: [moved] }))).toBe('2020-09-30')
    expect(endOf(ending({ followUps: [moved, ended] }))).toBe('2020-01-15')
  })

  test('is, of two changes of one day, what was written later', () => {
    const on = (id: number, endDate: string) =>
      fakeFollowUp('EVENT', { event: 'periodChanged', endDate }, '2019-05-01', id)
    const [first, second] = [on(1, '2020-09-30'), on(2, '2020-12-31')]
    expect(endOf(ending({ followUps: [first, second] }))).toBe('2020-12-31')
    expect(endOf(ending({ followUps: [second, first] }))).toBe('2020-12-31')
  })

  test('is what the last change moved it to', () => {
    const first = fakeFollowUp('EVENT', { event: 'periodChanged', endDate: '2020-09-30' }, '2019-05-01')
    const last = fakeFollowUp('EVENT', { event: 'periodChanged', endDate: '2020-12-31' }, '2020-02-01')
    expect(endOf(ending({ followUps: [last, first] }))).toBe('2020-12-31')
  })
})

describe('months of the calendar', () => {
  test.each([
    ['2020-12-31', '2021-01-01', 0],
    ['2020-12-31', '2021-01-30', 0],
    ['2020-12-31', '2021-01-31', 1],
    ['2021-01-31', '2021-02-28', 1],
    ['2020-01-31', '2020-02-28', 0],
    ['2020-01-31', '2020-02-29', 1],
    ['2021-03-27', '2021-04-27', 1],
    ['2021-10-30', '2021-11-29', 0],
    ['2019-12-31', '2026-12-31', 84],
  ])('from %s to %s are %i', (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months)
  })

  test('grow by one with every month that is added, over years and over changes of the clock', () => {
    const day = fc.record({
      year: fc.integer({ min: 2007, max: 2035 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 31 }),
    })
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 240 }), ({ year, month, day }, months) => {
        const from = iso(year, month, day)
        const to = iso(year, month + months, Number(from.slice(8)))
        expect(monthsBetween(from, to)).toBe(months)
        expect(monthsBetween(from, dayBefore(to))).toBe(months - 1)
      }),
    )
  })
})

/** A day; one that its month does not have is the month's last. */
function iso(year: number, month: number, day: number): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1, Math.min(day, last))).toISOString().slice(0, 10)
}
const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
