import { createElement } from 'react'
import { expect, test } from 'vitest'
import { followUpRow, shown, viewOf } from '../../lib/follow-up/testing/view.ts'
import { htmlOf } from '../testing/render.tsx'
import { IndicatorOutcome } from './IndicatorOutcome.tsx'
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
