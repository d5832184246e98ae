import { createElement } from 'react'
import { expect, test } from 'vitest'
import { followUpRow, viewOf } from '../../lib/follow-up/testing/view.ts'
import { shown } from '../../lib/projects/testing/shown.ts'
import { htmlOf } from '../testing/render.tsx'
import { EntryOutcomes } from './Outcomes.tsx'

const costs = (id: number, isExample: boolean) => ({
  ...followUpRow(id, 'COSTS', `201${id}-12-31`, { 'costs.total': shown(id) }),
  isExample,
})
const page = (...rows: ReturnType<typeof costs>[]) =>
  htmlOf(createElement(EntryOutcomes, { view: viewOf(rows), item: 1 }))
const NOTHING = 'Ingenting av det här har hänt.'
const MARKED = 'Det som är märkt ”Påhittat exempel” har inte hänt. Siffror ur det är också påhittade.'
/** Where the invented one is marked: in the note of its figure, and where all that it says stands. */
const marksIn = (html: string) => html.match(/>Påhittat exempel<\/span>/g)?.length ?? 0

test('among real follow-ups only what is marked is called invented, and its figure is marked', () => {
  const html = page(costs(1, false), costs(2, true))
  expect(html).toContain(MARKED)
  expect(html).not.toContain(NOTHING)
  expect(marksIn(html)).toBe(2)
})

test('where all is invented it is said once, and where nothing is, not at all', () => {
  const all = page(costs(1, true), costs(2, true))
  expect(all).toContain(NOTHING)
  expect(marksIn(all)).toBe(0)
  const none = page(costs(1, false))
  expect(none).not.toContain('Påhittat')
  expect(none).not.toContain(NOTHING)
})
