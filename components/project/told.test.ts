import { createElement } from 'react'
import { describe, expect, test } from 'vitest'
import { followUpRow, viewOf } from '../../lib/follow-up/testing/view.ts'
import type { OutcomesView } from '../../lib/follow-up/view.ts'
import { shown } from '../../lib/projects/testing/shown.ts'
import type { FieldView, ProjectView } from '../../lib/projects/view.ts'
import { htmlOf } from '../testing/render.tsx'
import { Facts } from './Facts.tsx'
import { FACT_GROUPS } from './fact-groups.ts'
import { Money } from './Money.tsx'

/** A project whose page has none of its fields but those given. */
function bareProject(followUp: OutcomesView, more: Record<string, Partial<FieldView>> = {}): ProjectView {
  const keys = [...FACT_GROUPS.flatMap((group) => group.keys), 'totalBudget', 'grantedSupport', 'totalCosts']
  const absent = { state: 'absent', value: null, rivals: [] }
  const fields = Object.fromEntries(keys.map((key) => [key, { key, ...absent, ...more[key] }]))
  return { fields, derived: {}, followUp } as unknown as ProjectView
}
const of = (component: typeof Money, followUp: OutcomesView) =>
  htmlOf(createElement(component, { project: bareProject(followUp) }))

describe('the money of a project', () => {
  test('leads to the costs that its follow-ups tell of', () => {
    const told = viewOf([followUpRow(1, 'COSTS', '2018-12-31', { 'costs.total': shown(113_000_000) })])
    expect(of(Money, told)).toMatch(/href="#siffra-costs-total"[^>]*>113\u00a0000\u00a0000\u00a0kr enligt/)
    const part = viewOf([followUpRow(1, 'COSTS', '2018-12-31', { 'costs.eu': shown(1) })])
    expect(of(Money, part)).toContain('href="#utfall"')
  })

  test('is what follow-ups tell of where the 0 of its page means that nothing is reported', () => {
    const zero: Partial<FieldView> = {
      type: 'amount',
      state: 'unreported',
      agreeing: [],
      apart: [],
      older: [],
      shown: null,
    }
    const moneyOf = (followUp: OutcomesView) =>
      htmlOf(createElement(Money, { project: bareProject(followUp, { totalCosts: zero }) }))
    const valueIn = (html: string) =>
      /Redovisade kostnader<\/th><td[^>]*>(.*?)(?:<button|<div)/.exec(html)?.[1] ?? html
    const told = moneyOf(
      viewOf([followUpRow(1, 'COSTS', '2018-12-31', { 'costs.total': shown(9_380_100) })], {
        totalCosts: shown(null, { state: 'unreported' }),
      }),
    )
    expect(valueIn(told)).toContain('9\u00a0380\u00a0100\u00a0kr enligt uppföljningen')
    expect(valueIn(told)).not.toContain('Inte redovisat')
    // What the page says is still one press away.
    expect(told).toContain('popoverTarget="kalla-totalCosts"')
    expect(told).toContain('Källan skriver 0, vilket här betyder att ingenting är redovisat.')
    expect(moneyOf(viewOf([]))).toMatch(/class="sourced"[^>]*>Inte redovisat/)
  })

  test('is called missing where nobody tells', () => {
    expect(of(Money, viewOf([]))).toContain('Källorna säger inget om projektets pengar.')
    const page = viewOf([], { totalCosts: shown(5) })
    expect(of(Money, page)).not.toContain('#siffra')
  })
})

test('what a follow-up tells is not missing in the sources', () => {
  const missing = (followUp: OutcomesView) =>
    /Saknas i källorna<\/h3><p>([^<]*)/.exec(of(Facts, followUp))?.[1]
  const all = missing(viewOf([])) ?? ''
  const labels = ['Utvärderingar', 'Planerade deltagare', 'Start', 'Slut']
  for (const label of labels) expect(all).toContain(label)
  const told = missing(
    viewOf([
      followUpRow(1, 'DOCUMENT', '2019-06-01', { documentType: shown('evaluation') }),
      followUpRow(2, 'PARTICIPANTS', '2018-12-31', { 'planned.total': shown(100) }),
      followUpRow(3, 'EVENT', '2016-01-01', { event: shown('started') }),
      followUpRow(4, 'EVENT', '2018-12-31', { event: shown('ended') }),
    ]),
  )
  for (const label of labels) expect(told).not.toContain(label)
  expect(told).toContain('Region')
})
