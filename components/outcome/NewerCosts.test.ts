import { createElement } from 'react'
import { expect, test } from 'vitest'
import { followUpRow, viewOf } from '../../lib/follow-up/testing/view.ts'
import { shown } from '../../lib/projects/testing/shown.ts'
import { htmlOf } from '../testing/render.tsx'
import { MoneyOutcome } from './MoneyOutcome.tsx'

const costs = (id: number, day: string, values: Record<string, number>) =>
  followUpRow(
    id,
    'COSTS',
    day,
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, shown(value)])),
  )
const WHOLE = costs(1, '2022-08-31', {
  'costs.eu': 8_000_000,
  'costs.public': 9_000_000,
  'costs.private': 0,
})
const money = (...rows: ReturnType<typeof costs>[]) =>
  htmlOf(
    createElement(MoneyOutcome, {
      view: viewOf(rows, { totalBudget: shown(20_000_000) }),
      place: { heading: 'h3' },
    }),
  )

test('newer parts beside an older whole are told with their day, their sum and what is missing', () => {
  const html = money(WHOLE, costs(2, '2022-10-02', { 'costs.eu': 9_000_000, 'costs.public': 15_000_000 }))
  expect(html).toContain(
    'Nyare kostnader är bara redovisade till en del: 24\u00a0000\u00a0000\u00a0kr per 2\u00a0oktober 2022. ' +
      'Saknas: privat finansiering.',
  )
  // The whole and its share stay those of the day for which somebody tells all.
  expect(html).toContain('17\u00a0000\u00a0000\u00a0kr')
  expect(html).toContain('85\u00a0%')
})

test('newer parts of several reports are no sum, and of several days none is named', () => {
  const eu = costs(2, '2022-10-02', { 'costs.eu': 9_000_000 })
  expect(money(WHOLE, eu, costs(3, '2022-10-02', { 'costs.public': 15_000_000 }))).toContain(
    'Nyare kostnader, per 2\u00a0oktober 2022, är bara redovisade var för sig. Saknas: privat finansiering.',
  )
  expect(money(WHOLE, eu, costs(3, '2022-11-30', { 'costs.public': 15_000_000 }))).toContain(
    'Nyare kostnader är bara redovisade var för sig. Saknas: privat finansiering.',
  )
})

test('where the whole is as new as its parts, or newer, nothing is added', () => {
  expect(money(WHOLE)).not.toContain('Nyare kostnader')
  expect(money(WHOLE, costs(2, '2022-06-30', { 'costs.eu': 7_000_000 }))).not.toContain('Nyare kostnader')
  expect(money(costs(2, '2022-06-30', { 'costs.eu': 7_000_000 }))).not.toContain('Nyare kostnader')
})
