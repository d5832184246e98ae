import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dayInSweden,
  formatBytes,
  formatCount,
  formatDate,
  formatKronor,
  formatLargeKronor,
  formatNumber,
  formatOrganisationNumber,
  formatPeriod,
  formatShare,
} from './format.ts'

/** No-break spaces as plain ones, so that a reader of this file sees what a reader of the page sees. */
const plain = (text: string | null) => text?.replace(/\u00a0/g, ' ')

describe('money', () => {
  test('is written in whole kronor', () => {
    expect(plain(formatKronor('sv', 89_656_565))).toBe('89 656 565 kr')
    expect(plain(formatKronor('en', 89_656_565))).toBe('SEK 89,656,565')
    expect(plain(formatKronor('sv', 0))).toBe('0 kr')
  })

  test('has its öre where it has any', () => {
    expect(plain(formatKronor('sv', 1_234_567.5))).toBe('1 234 567,50 kr')
    expect(plain(formatKronor('en', 1_234_567.05))).toBe('SEK 1,234,567.05')
  })

  test('never breaks between lines', () => {
    expect(formatKronor('sv', 1_000_000)).not.toContain(' ')
  })

  test('that the source rounded says so, with the decimals that the source gave', () => {
    expect(plain(formatKronor('sv', 9_900_000, { precision: 100_000 }))).toBe('cirka 9,9 miljoner kr')
    expect(plain(formatKronor('sv', 17_000_000, { precision: 1_000_000 }))).toBe('cirka 17 miljoner kr')
    expect(plain(formatKronor('sv', 2_350_000, { precision: 10_000 }))).toBe('cirka 2,35 miljoner kr')
    expect(plain(formatKronor('sv', 450_000, { precision: 1000 }))).toBe('cirka 450 000 kr')
    expect(plain(formatKronor('sv', 1_000_000, { precision: 1_000_000 }))).toBe('cirka 1 miljon kr')
    expect(plain(formatKronor('en', 9_900_000, { precision: 100_000 }))).toBe('about SEK 9.9 million')
  })

  test('keeps the word that the source put before it', () => {
    expect(plain(formatKronor('sv', 9_900_000, { precision: 100_000, qualifier: 'drygt' }))).toBe(
      'drygt 9,9 miljoner kr',
    )
    expect(plain(formatKronor('en', 5_000_000, { qualifier: 'ca.' }))).toBe('about SEK 5,000,000')
  })

  test('is short where it is for reading at a glance', () => {
    expect(plain(formatLargeKronor('sv', 1_234_567_890))).toBe('1,23 miljarder kr')
    expect(plain(formatLargeKronor('sv', 354_400_000))).toBe('354 miljoner kr')
    expect(plain(formatLargeKronor('sv', 5_683_594))).toBe('5,7 miljoner kr')
    expect(plain(formatLargeKronor('sv', 999_900_000))).toBe('1,00 miljarder kr')
    expect(plain(formatLargeKronor('en', 999))).toBe('SEK 999')
  })
})

describe('numbers', () => {
  test('have their digits in groups', () => {
    expect(plain(formatNumber('sv', 548))).toBe('548')
    expect(plain(formatNumber('sv', 12_345))).toBe('12 345')
    expect(plain(formatNumber('sv', -1234))).toBe('−1 234')
    expect(plain(formatCount('sv', 300, 'drygt'))).toBe('drygt 300')
    expect(plain(formatCount('en', 300, 'drygt'))).toBe('just over 300')
  })

  test('as shares have at most one decimal', () => {
    expect(plain(formatShare('sv', 0.472))).toBe('47,2 %')
    expect(plain(formatShare('en', 0.4))).toBe('40%')
  })

  test('of organisations and bytes are written as is usual', () => {
    expect(formatOrganisationNumber('2120001124')).toBe('212000-1124')
    expect(plain(formatBytes('sv', 5321))).toBe('5,3 kB')
  })
})

describe('days', () => {
  test('are written out', () => {
    expect(plain(formatDate('sv', '2015-09-01'))).toBe('1 september 2015')
    expect(plain(formatDate('en', '2019-02-28T10:00:00Z'))).toBe('28 February 2019')
    expect(formatDate('sv', 'våren 2015')).toBe('våren 2015')
  })

  test('turn over at midnight in Sweden', () => {
    expect(dayInSweden(new Date('2026-11-21T23:30:00Z'))).toBe('2026-11-22')
  })

  test('in a period may lack one end', () => {
    expect(plain(formatPeriod('sv', '2015-09-01', '2019-02-28'))).toBe('1 september 2015 – 28 februari 2019')
    expect(plain(formatPeriod('sv', '2015-09-01', null))).toBe('från 1 september 2015')
    expect(plain(formatPeriod('en', null, '2019-02-28'))).toBe('until 28 February 2019')
    expect(formatPeriod('sv', null, null)).toBeNull()
  })
})

test('a day in Sweden begins at midnight there, before, on and after the changes of the clock', () => {
  const minutes = fc.integer({ min: Date.UTC(2007) / 60_000, max: Date.UTC(2036) / 60_000 })
  const borders = fc
    .tuple(
      fc.integer({ min: 2007, max: 2035 }),
      fc.constantFrom(2, 9, 11),
      fc.integer({ min: -180, max: 180 }),
    )
    .map(([year, month, off]) => (month === 11 ? Date.UTC(year + 1) : changeOf(year, month)) / 60_000 + off)
  fc.assert(
    fc.property(fc.oneof(minutes, borders), (minute) => {
      const moment = minute * 60_000
      const year = new Date(moment).getUTCFullYear()
      const isSummer = moment >= changeOf(year, 2) && moment < changeOf(year, 9)
      const there = new Date(moment + (isSummer ? 2 : 1) * 3_600_000)
      expect(dayInSweden(new Date(moment))).toBe(there.toISOString().slice(0, 10))
    }),
    { numRuns: 500 },
  )
})

/** Clocks change at one in the morning, UTC, on the last Sunday of March and October. Milliseconds. */
function changeOf(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0))
  return Date.UTC(year, month, last.getUTCDate() - last.getUTCDay(), 1)
}
