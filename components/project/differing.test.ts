import { createElement } from 'react'
import { expect, test } from 'vitest'
import { followUpRow, viewOf } from '../../lib/follow-up/testing/view.ts'
import { shown } from '../../lib/projects/testing/shown.ts'
import type { ProjectView } from '../../lib/projects/view.ts'
import { htmlOf } from '../testing/render.tsx'
import { Disagreements } from './Disagreements.tsx'

const project = (rows: Parameters<typeof viewOf>[0]) =>
  ({ fields: {}, derived: { period: null }, followUp: viewOf(rows) }) as unknown as ProjectView
const htmlOfProject = (rows: Parameters<typeof viewOf>[0]) =>
  htmlOf(createElement(Disagreements, { project: project(rows) }))

test('what reports say differently of the same day stands where the sources differ, with the way to it', () => {
  const costs = (id: number, kronor: number, asOf: string) =>
    followUpRow(id, 'COSTS', asOf, { 'costs.total': shown(kronor) })
  const html = htmlOfProject([costs(1, 11_000_000, '2018-12-31'), costs(2, 11_500_000, '2018-12-31')])
  expect(html).toContain('En uppgift sägs på mer än ett sätt.')
  expect(html).toMatch(
    /<a href="#siffra-costs-total"[^>]*>11\u00a0500\u00a0000\u00a0kr<\/a>.*11\u00a0000\u00a0000\u00a0kr/,
  )
  expect(htmlOfProject([costs(1, 11_000_000, '2017-12-31'), costs(2, 11_500_000, '2018-12-31')])).toBe('')
})

test('of a budget that two events changed otherwise it leads to the event: it may stand in no table', () => {
  const event = (id: number, kronor: number) =>
    followUpRow(id, 'EVENT', '2018-12-31', { event: shown('budgetChanged'), budget: shown(kronor) })
  expect(htmlOfProject([event(1, 5), event(2, 6)])).toContain('href="#uppfoljning-2"')
})
