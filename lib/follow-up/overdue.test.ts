import fc from 'fast-check'
import { expect, test } from 'vitest'
import { database } from '../db.ts'
import { deskCounts } from '../desk/queries.ts'
import { inOwnRegistry } from '../testing/registry.ts'
import { missingOf, OVERDUE_MONTHS } from './missing.ts'

inOwnRegistry()

const DAY = 86_400_000
const iso = (time: number) => new Date(time).toISOString().slice(0, 10)
/** Leap days, ends of months and years, and the days on which clocks change. */
const BORDERS = [
  '2020-02-28',
  '2020-02-29',
  '2020-03-01',
  '2021-02-28',
  '2021-03-28',
  '2021-10-31',
  '2021-12-31',
  '2022-01-01',
  '2024-02-29',
  '2024-12-31',
]
const day = fc.oneof(
  fc.constantFrom(...BORDERS),
  fc.integer({ min: Date.UTC(2019) / DAY, max: Date.UTC(2026) / DAY }).map((days) => iso(days * DAY)),
)
const ended = fc.record({
  endDate: fc.option(day, { nil: null }),
  eventEnd: fc.option(day, { nil: null, freq: 3 }),
})

test('the database counts what is overdue by the months that pages count', async () => {
  const [projects = []] = fc.sample(fc.array(ended, { minLength: 300, maxLength: 300 }), {
    numRuns: 1,
    seed: 29,
  })
  const dates = ({ endDate, eventEnd }: (typeof projects)[number]) => ({
    endDate: endDate && new Date(endDate),
    eventEnd: eventEnd && new Date(eventEnd),
  })
  await database().project.createMany({
    data: projects.map((project, at) => ({
      slug: `p${at}`,
      number: '',
      name: 'P',
      shown: {},
      ...dates(project),
    })),
  })
  for (const today of [...BORDERS, '2023-02-28', '2025-02-28', '2025-03-01']) {
    const missing = projects.flatMap(({ endDate, eventEnd }) => {
      const endOn = eventEnd ?? endDate
      return missingOf({ endDate: endOn, planned: null, followUps: [], measures: [] }, today) ?? []
    })
    const overdue = missing.filter(({ months }) => months >= OVERDUE_MONTHS).length
    expect([today, await deskCounts(today)]).toMatchObject([today, { missing: missing.length, overdue }])
  }
})
