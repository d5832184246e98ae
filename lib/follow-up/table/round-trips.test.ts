import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAll } from '../../tables/testing/write.ts'
import { type Figure, foldOutcomes } from '../fold.ts'
import { measureOf } from '../measures.ts'
import { harmless, unharmed } from './cells.ts'
import { columnOf, columnsFor, headerOf, typeOfColumn } from './columns.ts'
import { compareRows, type KnownProject } from './compare.ts'
import { readFilledTable } from './read.ts'
import type { BatchRow } from './rows.ts'
import { type Cell, templateCsv, templateRows } from './write.ts'
import { templateXlsx } from './xlsx.ts'

const LOCALES = ['sv', 'en'] as const
const INDICATORS = ['baseline.total@CO01', 'target.total@CO01', 'actual.total@CO01', 'actual.women@EECO02']
const COLUMNS = columnsFor(INDICATORS)
const MEASURES = COLUMNS.filter((key) => measureOf(key))
const TODAY = '2026-11-22'

const figure = fc
  .record({
    measure: fc.constantFrom(...MEASURES),
    whole: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5_000_000 }), fc.integer({ min: 0, max: 900 })),
    ore: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 99 })),
    decimals: fc.oneof(fc.constantFrom(0, 345_000, 500_000, 250_000), fc.integer({ min: 0, max: 999_999 })),
    precision: fc.constantFrom(1, 1, 1000, 100_000, 1_000_000),
    qualifier: fc.constantFrom(null, null, 'drygt', 'ca', 'cirka', 'minst', 'upp till', 'omkring', 'knappt'),
    asOf: fc.constantFrom(null, '2019-12-31', '2021-06-30', '2023-01-01', '2024-02-29'),
    basis: fc.constantFrom(null, 'reported' as const, 'approved' as const),
    id: fc.integer({ min: 0, max: 6 }),
    publishedAt: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ whole, ore, decimals, id, precision, basis, ...rest }): Figure => {
    const type = typeOfColumn(rest.measure)
    return {
      ...rest,
      value:
        type === 'number'
          ? whole + decimals / 1e6
          : type === 'amount'
            ? amountOf(whole, precision, ore)
            : whole,
      precision: type === 'amount' ? precision : 1,
      basis: measureOf(rest.measure)?.name === 'costs' ? basis : null,
      source: id === 0 ? { kind: 'page', statement: 1 } : { kind: 'followUp', id },
      derivedFrom: null,
    }
  })

/** Only what is exact has öre. */
const amountOf = (whole: number, precision: number, ore: number) =>
  precision === 1 ? (whole * 100 + ore) / 100 : whole * precision

const name = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'aÖé ;",\'=+-@\t\n0|'), maxLength: 20 }),
  fc.constantFrom('=1+1', '+46 70', '-5', '@SUM(A1)', '\t=x', "'=x", "''@", 'Öppna dörren'),
)
const projects = fc
  .array(fc.record({ name, figures: fc.array(figure, { maxLength: 14 }) }), { minLength: 1, maxLength: 4 })
  .map((list) =>
    list.map(
      ({ name, figures }, at): KnownProject => ({
        id: at + 1,
        slug: `2015-0000${at}`,
        number: `2015/0000${at}`,
        name,
        outcomes: foldOutcomes(figures),
        background: { planned: null, budget: null, support: null, startDate: null, endDate: null },
        secrets: [],
      }),
    ),
  )

const fresh = (rows: { ok: true; value: { rows: object[] } }): BatchRow[] =>
  rows.value.rows.map((row) => ({ ...row, isIn: true, seen: [], projectId: null, was: {} }) as never)

function compared(
  known: readonly KnownProject[],
  rows: { row: number; cells: string[] }[],
  isWorkbook: boolean,
) {
  const read = readFilledTable(rows, { isWorkbook })
  if (!read.ok) throw new Error(read.problem.en)
  return compareRows(fresh(read), {
    projects: new Map(known.map((project) => [project.number.replace('/', ''), project])),
    noSources: new Map(),
    today: TODAY,
  })
}

const ALL = { headerRow: 0 } as const
const rowsOfFile = async (bytes: Uint8Array) => (await readAll(bytes, ALL)).rows

describe('the template as it was written says nothing new, whatever is known', () => {
  test.each(LOCALES)('as CSV (%s)', async (locale) => {
    await fc.assert(
      fc.asyncProperty(projects, async (known) => {
        const file = new TextEncoder().encode(templateCsv(known, COLUMNS, locale))
        for (const one of compared(known, await rowsOfFile(file), false))
          expect([one.problems, one.changes, one.state]).toEqual([[], [], 'unchanged'])
      }),
      { numRuns: 150 },
    )
  })

  test.each(LOCALES)('as XLSX (%s)', async (locale) => {
    await fc.assert(
      fc.asyncProperty(projects, async (known) => {
        const file = await templateXlsx(known, COLUMNS, locale)
        for (const one of compared(known, await rowsOfFile(file), true))
          expect([one.problems, one.changes, one.state]).toEqual([[], [], 'unchanged'])
      }),
      { numRuns: 60 },
    )
  })
})

/** How a spreadsheet program of a country shows a cell, and writes it when it saves as CSV. */
const SAVED = {
  'Swedish, grouped': { number: (value: number) => grouped(value, '\u00a0', ','), day: (day: string) => day },
  'Swedish, plain': { number: (value: number) => grouped(value, '', ','), day: (day: string) => day },
  British: {
    number: (value: number) => grouped(value, ',', '.'),
    day: (day: string) => day.split('-').reverse().join('/'),
  },
  American: {
    number: (value: number) => grouped(value, ',', '.'),
    day: (day: string) => `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}`,
  },
  German: {
    number: (value: number) => grouped(value, '.', ','),
    day: (day: string) => day.split('-').reverse().join('.'),
  },
  'days as serial numbers': {
    number: (value: number) => String(value),
    day: (day: string) => String((Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000),
  },
}
function grouped(value: number, between: string, decimal: string): string {
  const [whole = '', fraction] = value.toFixed(/\.(\d+)/.exec(String(value))?.[1]?.length ?? 0).split('.')
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, between)
  return fraction ? `${groups}${decimal}${fraction}` : groups
}

describe('saved by a spreadsheet program, the template says nothing else: what can be read two ways is told', () => {
  test.each(Object.entries(SAVED))('%s', (_, { number, day }) => {
    const saved = (cell: Cell): string =>
      cell === null
        ? ''
        : cell.kind === 'number'
          ? number(cell.value)
          : cell.kind === 'day'
            ? day(cell.day)
            : cell.text
    fc.assert(
      fc.property(projects, (known) => {
        const rows = templateRows(known, COLUMNS, 'sv').map((row) => row.map(saved))
        const file = [COLUMNS.map((key) => headerOf(key, 'sv')), ...rows]
        const all = compared(
          known,
          file.map((cells, at) => ({ row: at + 1, cells })),
          false,
        )
        for (const { changes, problems } of all) {
          expect(changes).toEqual([])
          for (const { why } of problems) expect(why).toMatch(/^ambiguous/)
          // Kronor and people can never be read two ways.
          for (const { column } of problems) expect(column).toMatch(/@|asOf/)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('what is changed in one cell is new in that measure alone', () => {
  test('whatever else is known', async () => {
    await fc.assert(
      fc.asyncProperty(
        projects,
        fc.constantFrom('costs.eu', 'reached.women', 'advances.total'),
        fc.integer({ min: 6_000_000, max: 9_000_000 }),
        async (known, key, value) => {
          const rows = await rowsOfFile(new TextEncoder().encode(templateCsv(known, COLUMNS, 'sv')))
          const cells = [...(rows[1]?.cells ?? [])]
          cells[COLUMNS.indexOf(key)] = String(value)
          const [one, ...others] = compared(
            known,
            rows.map((row, at) => (at === 1 ? { ...row, cells } : row)),
            false,
          )
          expect(one?.changes.map((change) => [change.key, change.typed.value])).toEqual([[key, value]])
          expect(others.map(({ state }) => state)).toEqual(others.map(() => 'unchanged'))
        },
      ),
      { numRuns: 60 },
    )
  })
})

test('columns of indicators stand by code, the aim before what came of it, the whole before its parts', () => {
  const keys = [
    ...['actual.men@CO02', 'actual.total@CO01', 'target.women@CO01', 'actual.women@CO01'],
    ...['target.total@CO01', 'actual.nonBinary@CO01', 'baseline.total@CO01', 'actual.men@CO01'],
  ]
  expect(columnsFor(keys).filter((key) => key.includes('@'))).toEqual([
    ...['baseline.total@CO01', 'target.total@CO01', 'target.women@CO01', 'actual.total@CO01'],
    ...['actual.women@CO01', 'actual.men@CO01', 'actual.nonBinary@CO01', 'actual.men@CO02'],
  ])
})

test('the day of a row is the newest of its outcomes, and not of an event, an aim or a promise', () => {
  const said = (measure: string, asOf: string, id = 1): Figure => ({
    ...{ measure, value: 4, precision: 1, qualifier: null, asOf, basis: null },
    ...{ source: { kind: 'followUp', id }, publishedAt: id, derivedFrom: null },
  })
  const dayOf = (...figures: Figure[]) => {
    const project = { number: '2016/09203', name: 'Broarna', outcomes: foldOutcomes(figures) }
    return templateRows([project], COLUMNS, 'sv')[0]?.[COLUMNS.indexOf('asOf')]
  }
  const late = ['recovered.total', 'planned.total', 'target.total@CO01'].map((key) =>
    said(key, '2020-12-31', 2),
  )
  for (const key of ['costs.eu', 'reached.women', 'actual.total@CO01'])
    expect(dayOf(said(key, '2020-02-29'), ...late)).toEqual({ kind: 'day', day: '2020-02-29' })
  expect(dayOf(said('costs.eu', '2020-02-29'), said('reached.men', '2020-06-30'))).toMatchObject({
    day: '2020-06-30',
  })
  expect(dayOf(...late)).toBeNull()
})

describe('a column is found by its header', () => {
  test('in both languages and by its key, in any order', () => {
    for (const key of COLUMNS) {
      for (const locale of LOCALES) expect([key, columnOf(headerOf(key, locale))]).toEqual([key, key])
      expect(columnOf(key)).toBe(key)
      expect(columnOf(` ${headerOf(key, 'sv').toUpperCase()}: `)).toBe(key)
    }
    expect(new Set(COLUMNS.map((key) => headerOf(key, 'sv'))).size).toBe(COLUMNS.length)
    expect(new Set(COLUMNS.map((key) => headerOf(key, 'en'))).size).toBe(COLUMNS.length)
  })

  test('and none of ours is told', () => {
    for (const header of [
      'Ansvarig',
      'Utfall',
      'Utfall CO99',
      'constructor',
      '__proto__',
      'Mål CO01 hundar',
      '',
    ])
      expect(columnOf(header)).toBeUndefined()
  })
})

test('no cell is run as a formula, and each is read back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."=+-@\t\r\n\0' a1＝\u200b"), maxLength: 8 }), (text) => {
      const cell = harmless(text)
      expect(cell).not.toMatch(/^\s*[=+\-@＝]|^\p{Cc}/u)
      expect(unharmed(cell)).toBe(text)
    }),
    { numRuns: 2000 },
  )
})
