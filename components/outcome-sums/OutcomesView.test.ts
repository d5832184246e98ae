import { createElement } from 'react'
import { expect, test } from 'vitest'
import { type OutcomeGroup, SUMMED, type Summed, sumUp } from '../../lib/follow-up/sums.ts'
import { cellsInPieces } from '../testing/cells.ts'
import { htmlOf } from '../testing/render.tsx'
import { GroupTable } from './GroupTable.tsx'
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
      indicators: [{ code: 'CO01', projects: 2, sum }],
    },
  }),
)

test('on a phone each sum and its coverage stand beside their own label', () => {
  expect(html).toContain('data-label')
  expect(cellsInPieces(html)).toEqual([])
})

test('coverage says to whoever hears the link alone what it is of', () => {
  const links = [...html.matchAll(/<a [^>]*href="([^"]*redovisat=[^"]*)"[^>]*>(.*?)<\/a>/g)]
  const heard = links.map(([, href, inside = '']) => [href, inside.replace(/<[^>]*>/g, '')])
  expect(heard).toContainEqual(['/projekt?redovisat=kostnader', '1 av 3 projekt har redovisat kostnader'])
  expect(heard).toContainEqual([
    '/projekt?region=SE22&amp;redovisat=deltagare',
    '1 av 3 projekt har redovisat deltagare: Sydsverige',
  ])
  expect(heard).toHaveLength(SUMMED.length + 3)
})

test('and leads nowhere where no search lists just those projects', () => {
  const unnamed = { ...group, code: null }
  const table = htmlOf(createElement(GroupTable, { by: 'region', groups: [unnamed] }))
  expect(table).toContain('1 av 3 projekt')
  expect(table).not.toContain('<a ')
})

test('coverage of an indicator is told against the projects that have it', () => {
  const [, indicators = ''] = html.split('id="indikatorer"')
  expect(indicators).toContain('1 av 2 projekt med indikatorn')
  expect(indicators).not.toContain('av 3 projekt')
})

test('and indicators are labelled by the heads of their own table', () => {
  const [, indicators = ''] = html.split('id="indikatorer"')
  expect([...indicators.matchAll(/data-label="([^"]*)"/g)].map(([, label]) => label)).toEqual([
    'Mål',
    'Utfall',
    'Jämfört',
  ])
})
