import { createElement } from 'react'
import { expect, test } from 'vitest'
import { followUpRow, viewOf } from '../../lib/follow-up/testing/view.ts'
import type { OutcomesView } from '../../lib/follow-up/view.ts'
import { shown } from '../../lib/projects/testing/shown.ts'
import { htmlOf } from '../testing/render.tsx'
import { DerivedFigures } from './DerivedFigures.tsx'
import { Events } from './Events.tsx'

const htmlOfView = (component: typeof Events, view: OutcomesView) =>
  htmlOf(createElement(component, { view, place: { heading: 'h3' } }))

test('a changed budget says why the promise is another: the page was fetched later', () => {
  // The page was fetched on 2017-01-01.
  const page = { totalBudget: shown(41_312_800) }
  const changed = (asOf: string, kronor: number) =>
    viewOf([followUpRow(1, 'EVENT', asOf, { event: shown('budgetChanged'), budget: shown(kronor) })], page)
  const said = /Källan till löftet hämtades senare, 1\sjanuari\s2017, och säger 41\u00a0312\u00a0800\u00a0kr/
  expect(htmlOfView(Events, changed('2016-06-01', 45_000_000))).toMatch(said)
  expect(htmlOfView(Events, changed('2016-06-01', 41_312_800))).not.toContain('hämtades senare')
  expect(htmlOfView(Events, changed('2017-06-01', 45_000_000))).not.toContain('hämtades senare')
})

test('the share of the support that was used says what was recovered of it', () => {
  const costs = followUpRow(1, 'COSTS', '2018-12-31', { 'costs.eu': shown(400_000) })
  const recovered = followUpRow(2, 'EVENT', '2019-06-01', {
    event: shown('recovered'),
    'recovered.total': shown(60_000),
  })
  const page = { grantedSupport: shown(500_000) }
  const clause = /Av stödet har <a href="#siffra-recovered-total">60\u00a0000\u00a0kr<\/a> krävts tillbaka/
  expect(htmlOfView(DerivedFigures, viewOf([costs, recovered], page))).toMatch(clause)
  expect(htmlOfView(DerivedFigures, viewOf([costs], page))).not.toContain('krävts tillbaka')
})
