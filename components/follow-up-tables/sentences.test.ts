import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import { foldOutcomes } from '../../lib/follow-up/fold.ts'
import { type ComparedRow, compareRows } from '../../lib/follow-up/table/compare.ts'
import { readFilledTable } from '../../lib/follow-up/table/read.ts'
import { MESSAGES } from '../../lib/i18n/messages.ts'
import { LOCALES, type Locale } from '../../lib/paths.ts'
import { besideText, figuresOf } from './sentences.ts'

const wordsIn = (locale: Locale) => ({
  locale,
  t: createTranslator({ locale, messages: MESSAGES[locale], timeZone: 'Europe/Stockholm' }),
})

/** A table's one row, as it compares with a project of which so many people are known to have been reached. */
function compared(cells: Record<string, string>, reached: Record<string, number> = {}): ComparedRow {
  const table = readFilledTable(
    [Object.keys(cells), Object.values(cells)].map((row, at) => ({ row: at + 1, cells: row })),
    { isWorkbook: false },
  )
  if (!table.ok) throw new Error(table.problem.en)
  const background = { planned: null, budget: null, support: null, startDate: null, endDate: null }
  const project = { id: 7, slug: '2015-00311', number: '2015/00311', name: 'Öppna dörren' }
  const outcomes = foldOutcomes(
    Object.entries(reached).map(([part, value]) => ({
      ...{
        measure: `reached.${part}`,
        value,
        precision: 1,
        qualifier: null,
        asOf: '2021-12-31',
        basis: null,
      },
      ...{ source: { kind: 'followUp', id: 1 }, publishedAt: 1, derivedFrom: null },
    })),
  )
  const [one] = compareRows(
    table.value.rows.map((row) => ({ ...row, isIn: true, seen: [], projectId: 7, was: {} })),
    {
      projects: new Map([['201500311', { ...project, outcomes, background, secrets: [] }]]),
      noSources: new Map(),
      today: '2026-11-22',
    },
  )
  if (!one) throw new Error('no row')
  return one
}

const ROW = {
  Projektnummer: '2015/00311',
  'Per den': '2022-12-31',
  'Länk till källan': 'https://example.se/rapport',
  'Var i källan': 's. 12',
  Kommentar: 'Enligt enkät.',
  'Nådda män': '4',
}
const COSTS = { 'Redovisade eller godkända': 'godkända', 'Kostnader totalt': '100 000' }

test.each(LOCALES)('all that becomes public beside the figures of a row is told (%s)', (locale) => {
  const texts = (cells: Record<string, string>) =>
    besideText(compared(cells), wordsIn(locale)).map(({ text }) => text)
  const approved = { sv: 'Godkända av myndigheten', en: 'Approved by the authority' }[locale]
  const said = ['https://example.se/rapport', 's. 12', 'Enligt enkät.']
  expect(texts({ ...ROW, ...COSTS })).toEqual([approved, ...said])
  // On whose word costs are says nothing of participants, and is not published with them.
  expect(texts({ ...ROW, 'Redovisade eller godkända': 'godkända' })).toEqual(said)
})

test('parts that are said again with a new one become public too, and are shown beside it', () => {
  const cells = { ...ROW, 'Nådda kvinnor': '7', 'Nådda män': '4' }
  const shown = figuresOf(compared(cells, { women: 5, men: 4 }))
  expect(shown.map(({ key, old, typed }) => [key, old?.value, typed.value])).toEqual([
    ['reached.women', 5, 7],
    ['reached.men', 4, 4],
  ])
  expect(figuresOf(compared({ ...ROW, 'Nådda deltagare totalt': '11' }, { men: 4 }))).toHaveLength(1)
})
