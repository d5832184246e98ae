import { createElement } from 'react'
import { expect, test } from 'vitest'
import { followUpRow, viewOf } from '../../lib/follow-up/testing/view.ts'
import { shown } from '../../lib/projects/testing/shown.ts'
import { cellsInPieces } from '../testing/cells.ts'
import { htmlOf } from '../testing/render.tsx'
import { IndicatorOutcome } from './IndicatorOutcome.tsx'
import { MoneyOutcome } from './MoneyOutcome.tsx'
import { ParticipantOutcome } from './ParticipantOutcome.tsx'

const said = (values: Record<string, number>) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, shown(value)]))
const indicator = (...rows: Record<string, number>[]) =>
  htmlOf(
    createElement(IndicatorOutcome, {
      view: viewOf(rows.map((values, at) => followUpRow(at, 'INDICATORS', `201${at}-12-31`, said(values)))),
      place: { heading: 'h3' },
    }),
  )

test('where only women are reported the whole says so, and does not say that nothing is', () => {
  const html = indicator({ 'target.total@CO05': 1000, 'actual.women@CO05': 400 })
  expect(html).toContain('Bara kvinnor redovisade')
  expect(html).not.toContain('Inte redovisat')
  expect(indicator({ 'target.total@CO05': 1000 })).toContain('Inte redovisat')
})

test('women of one report and men of another are no whole', () => {
  const html = indicator({ 'actual.women@CO05': 4 }, { 'actual.men@CO05': 5 })
  expect(html).toContain('Bara redovisade var för sig')
})

test('participants are told of likewise', () => {
  const reached = said({ 'reached.men': 3, 'reached.nonBinary': 1 })
  const view = viewOf([followUpRow(1, 'PARTICIPANTS', '2018-12-31', reached)], {
    plannedParticipants: shown(12),
  })
  const html = htmlOf(createElement(ParticipantOutcome, { view, place: { heading: 'h3' } }))
  expect(html).toContain('Bara män och icke-binära redovisade')
})

type Rows = Record<string, number>[]
const moneyBeside = (page: Parameters<typeof viewOf>[1], rows: Rows) =>
  htmlOf(
    createElement(MoneyOutcome, {
      view: viewOf(
        rows.map((values, at) => followUpRow(at, 'COSTS', `201${at}-12-31`, said(values))),
        page,
      ),
      place: { heading: 'h3' },
    }),
  )
/** What a project's page says of costs of which each report tells some. */
const money = (...rows: Rows) => moneyBeside({ totalBudget: shown(1_000_000) }, rows)

test('costs in all say what is told of them and what is not, and no share is worked out of it', () => {
  const html = money({ 'costs.eu': 400_000.25, 'costs.private': 100_000.5 })
  expect(html).toContain('Bara en del är redovisad: 500\u00a0000,75\u00a0kr. Saknas: offentlig finansiering.')
  expect(html).not.toContain('Inte redovisat')
  expect(html).not.toContain('Andel av löftet')
  expect(cellsInPieces(html)).toEqual([])
  expect(money({ 'costs.eu': 400_000 })).toContain('Saknas: offentlig finansiering och privat finansiering.')
})

test('costs in all say so of a project without a budget as well', () => {
  const html = moneyBeside({}, [{ 'costs.eu': 400_000, 'costs.public': 100_000 }])
  expect(html).toContain('Kostnader i allt')
  expect(html).toContain('Bara en del är redovisad: 500\u00a0000\u00a0kr. Saknas: privat finansiering.')
  expect(moneyBeside({}, [{ 'advances.total': 400_000 }])).not.toContain('Kostnader i allt')
})

test('costs of several reports are no sum', () => {
  const html = money({ 'costs.eu': 400_000 }, { 'costs.private': 100_000 })
  expect(html).toContain('Bara delar är redovisade, var för sig. Saknas: offentlig finansiering.')
  expect(html).not.toContain('500')
  const each = money({ 'costs.eu': 4, 'costs.private': 1 }, { 'costs.public': 1 })
  expect(each).toContain('Bara redovisade var för sig')
})

test('costs of which nobody tells anything are not reported', () => {
  expect(money({ 'advances.total': 400_000 })).toContain('Inte redovisat')
})
