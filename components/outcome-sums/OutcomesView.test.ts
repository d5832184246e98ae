import { createElement } from 'react'
import { expect, test } from 'vitest'
import { type OutcomeGroup, SUMMED, type Summed, sumUp } from '../../lib/follow-up/sums.ts'
import { cellsInPieces } from '../testing/cells.ts'
import { htmlOf } from '../testing/render.tsx'
import { OutcomesView } from './OutcomesView.tsx'

const sum = sumUp([{ promised: 10, reported: 7, hasEnded: true }])
const group: OutcomeGroup = {
  period: null,
  code: 'SE22',
  projects: 3,
  ended: 2,
  examples: 1,
  sums: Object.fromEntries(SUMMED.map((name) => [name, sum])) as Record<Summed, typeof sum>,
}
const html = htmlOf(
  createElement(OutcomesView, {
    overview: {
      all: group,
      by: { region: [group], programmeArea: [], specificObjective: [] },
      indicators: [{ code: 'CO01', sum }],
    },
  }),
)

test('on a phone each sum and its coverage stand beside their own label', () => {
  expect(html).toContain('data-label')
  expect(cellsInPieces(html)).toEqual([])
})

test('and indicators are labelled by the heads of their own table', () => {
  const [, indicators = ''] = html.split('id="indikatorer"')
  expect([...indicators.matchAll(/data-label="([^"]*)"/g)].map(([, label]) => label)).toEqual([
    'Mål',
    'Utfall',
    'Jämfört',
  ])
})
