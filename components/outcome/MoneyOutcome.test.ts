import { createElement } from 'react'
import { expect, test } from 'vitest'
import { followUpRow, viewOf } from '../../lib/follow-up/testing/view.ts'
import { shown } from '../../lib/projects/testing/shown.ts'
import { cellsInPieces } from '../testing/cells.ts'
import { htmlOf } from '../testing/render.tsx'
import { MoneyOutcome } from './MoneyOutcome.tsx'

const costs = (id: number, kronor: number) =>
  followUpRow(id, 'COSTS', '2018-12-31', { basis: shown('reported'), 'costs.total': shown(kronor) })

test('on a phone a share stands beside its label, with the sign that sources disagree', () => {
  const view = viewOf([costs(1, 11_000_000), costs(2, 11_500_000)], { totalBudget: shown(12_000_000) })
  const html = htmlOf(createElement(MoneyOutcome, { view, place: { heading: 'h3' } }))
  expect(html).toMatch(/data-label="Andel av löftet"><span>.*≠/)
  expect(cellsInPieces(html)).toEqual([])
})

test('what was recovered at several times is one sum that says of how many reports', () => {
  const event = (id: number, asOf: string, kronor: number) =>
    followUpRow(id, 'EVENT', asOf, { event: shown('recovered'), 'recovered.total': shown(kronor) })
  const view = viewOf([event(1, '2020-06-30', 60_000), event(2, '2020-12-31', 40_000)])
  const html = htmlOf(createElement(MoneyOutcome, { view, place: { heading: 'h3' } }))
  expect(html).toContain('100\u00a0000\u00a0kr')
  expect(html).toContain('summerat ur 2 uppgifter om återkrav')
  expect(html).not.toContain('annan')
})
