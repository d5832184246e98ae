import { describe, expect, test } from 'vitest'
import { foldOutcomes } from '../fold.ts'
import { compareRows, hasMoved, type KnownProject, rowFlagKey, wasOf } from './compare.ts'
import { readFilledTable } from './read.ts'
import type { BatchRow } from './rows.ts'

const SOURCE = { 'Per den': '2022-12-31', 'Länk till källan': 'https://example.se/rapport' }

const figure = (measure: string, value: number, more = {}) => ({
  measure,
  value,
  precision: 1,
  qualifier: null,
  asOf: '2021-12-31',
  basis: measure.startsWith('costs') ? ('reported' as const) : null,
  source: { kind: 'followUp' as const, id: 1 },
  publishedAt: 1,
  derivedFrom: null,
  ...more,
})
const project = (figures: ReturnType<typeof figure>[] = []): KnownProject => ({
  id: 7,
  slug: '2015-00311',
  number: '2015/00311',
  name: 'Öppna dörren',
  outcomes: foldOutcomes(figures),
  background: {
    planned: 100,
    budget: 1_000_000,
    support: 500_000,
    startDate: '2015-01-01',
    endDate: '2021-12-31',
  },
  secrets: ['Robin Hemlig'],
})

function read(rows: string[][], isWorkbook = false) {
  return readFilledTable(
    rows.map((cells, at) => ({ row: at + 1, cells })),
    { isWorkbook },
  )
}
function rowsOf(rows: string[][], isWorkbook = false) {
  const table = read(rows, isWorkbook)
  if (!table.ok) throw new Error(table.problem.en)
  return table.value.rows
}
const fresh = (rows: ReturnType<typeof rowsOf>, known: KnownProject | null): BatchRow[] =>
  rows.map((row) => ({ ...row, isIn: true, seen: [], projectId: known?.id ?? null, was: wasOf(row, known) }))

const against = (known: KnownProject, rows: BatchRow[]) =>
  compareRows(rows, {
    projects: new Map([['201500311', known]]),
    noSources: new Map([['https://example.se/borta', { sv: 'Borta.', en: 'Gone.' }]]),
    today: '2026-11-22',
  })

/** One row with these cells by header. */
function compare(cells: Record<string, string>, known = project(), isWorkbook = false) {
  const whole: Record<string, string> = { Projektnummer: '2015/00311', ...cells }
  const rows = rowsOf([Object.keys(whole), Object.values(whole)], isWorkbook)
  const [one] = against(known, fresh(rows, known))
  if (!one) throw new Error('no row')
  return one
}
const told = (one: ReturnType<typeof compare>) =>
  one.problems.map(({ column, why }) => [column, typeof why === 'string' ? why : why.sv])
const values = (one: ReturnType<typeof compare>) =>
  Object.fromEntries(one.changes.map(({ key, typed }) => [key, typed.value]))

test('what is new is listed in the order of figures everywhere, whatever the order of the columns', () => {
  const cells = {
    'Nådda män': '35',
    'Nådda deltagare': '75',
    'Nådda kvinnor': '40',
    'Kostnader EU-stöd': '1',
    'Kostnader totalt': '2',
  }
  const one = compare({ ...SOURCE, 'Redovisade eller godkända': 'Godkända', ...cells })
  expect(one.changes.map(({ key }) => key)).toEqual([
    'costs.total',
    'costs.eu',
    'reached.total',
    'reached.women',
    'reached.men',
  ])
})

describe('numbers and days as spreadsheets of two countries write them', () => {
  test.each<[string, Record<string, string>, object]>([
    ['plain', { 'Kostnader EU-stöd': '1234567' }, { 'costs.eu': 1_234_567 }],
    ['grouped by spaces', { 'Kostnader EU-stöd': '1 234\u00a0567' }, { 'costs.eu': 1_234_567 }],
    ['grouped in English', { 'Kostnader EU-stöd': '1,234,567' }, { 'costs.eu': 1_234_567 }],
    ['with öre', { 'Kostnader EU-stöd': '1234567,50' }, { 'costs.eu': 1_234_567.5 }],
    ['with öre in English', { 'Kostnader EU-stöd': '1,234,567.25' }, { 'costs.eu': 1_234_567.25 }],
    ['a thousand by comma', { 'Kostnader EU-stöd': '9,956' }, { 'costs.eu': 9956 }],
    ['in words', { 'Kostnader EU-stöd': '9,9 miljoner' }, { 'costs.eu': 9_900_000 }],
    ['people', { 'Nådda kvinnor': '1 250', 'Nådda män': '0' }, { 'reached.women': 1250, 'reached.men': 0 }],
    [
      'people by the thousand',
      { 'Nådda kvinnor': '19.000', 'Nådda män': '1,250' },
      { 'reached.women': 19_000, 'reached.men': 1250 },
    ],
    [
      'people with decimals',
      { 'Nådda kvinnor': '300,0', 'Nådda män': '0.000' },
      { 'reached.women': 300, 'reached.men': 0 },
    ],
    ['an indicator', { 'Utfall CO01': '12,5' }, { 'actual.total@CO01': 12.5 }],
    ['an indicator in English', { 'Utfall CO01': '12.5' }, { 'actual.total@CO01': 12.5 }],
    [
      'what one cell proves for another',
      { 'Utfall CO01': '12,345', 'Mål CO02': '0,5' },
      { 'actual.total@CO01': 12.345, 'target.total@CO02': 0.5 },
    ],
    [
      'and the other way round',
      { 'Utfall CO01': '12,345', 'Mål CO02': '0.5' },
      { 'actual.total@CO01': 12_345, 'target.total@CO02': 0.5 },
    ],
  ])('%s', (_, cells, wanted) => {
    const one = compare({ ...SOURCE, 'Redovisade eller godkända': 'Godkända', ...cells })
    expect(told(one)).toEqual([])
    expect(values(one)).toEqual(wanted)
  })

  test('a workbook has numbers', () => {
    const one = compare({ ...SOURCE, 'Utfall CO01': '12.345', 'Nådda män': '40' }, project(), true)
    expect(values(one)).toEqual({ 'actual.total@CO01': 12.345, 'reached.men': 40 })
  })

  test.each([
    ['2022-12-31'],
    ['31/12/2022'],
    ['12/31/2022'],
    ['31.12.2022'],
    ['20221231'],
    ['44926'],
    ['31 december 2022'],
    ['31 December 2022'],
    ['2022-12-31 00:00:00'],
  ])('the day %s', (day) => {
    const one = compare({ ...SOURCE, 'Per den': day, 'Nådda män': '40' })
    expect(told(one)).toEqual([])
    expect(one.followUps[0]?.stated.asOf?.value).toBe('2022-12-31')
  })

  test('what can be read two ways is told, not guessed', () => {
    expect(told(compare({ ...SOURCE, 'Per den': '05/06/2022', 'Nådda män': '4' }))).toContainEqual([
      'asOf',
      'ambiguousDate',
    ])
    expect(told(compare({ ...SOURCE, 'Utfall CO01': '12,345' }))).toContainEqual([
      'actual.total@CO01',
      'ambiguousNumber',
    ])
  })
})

describe('a table that is none of ours', () => {
  test.each<[string, string[][], RegExp]>([
    [
      'has no headers',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      /rubriker/,
    ],
    ['has no rows', [['Projektnummer', 'Per den']], /inga rader/],
    [
      'has a column twice',
      [
        ['Projektnummer', 'Per den', 'As of'],
        ['1', '', ''],
      ],
      /samma betydelse: ”As of”/,
    ],
  ])('%s', (_, rows, why) => {
    const table = read(rows)
    expect(table.ok ? '' : table.problem.sv).toMatch(why)
  })

  test('titles above the header are passed by, and unknown columns are told and kept out', () => {
    const table = read([
      ['Uppföljning 2022'],
      [],
      ['Ansvarig', 'Kommentar', 'Project number', 'reached.women'],
      ['Robin', 'Bra', '2015/00311', '4'],
      ['', '', '', ''],
    ])
    expect(table).toMatchObject({
      ok: true,
      value: {
        unknown: ['Ansvarig'],
        rows: [{ row: 4, number: '2015/00311', cells: { comment: 'Bra', 'reached.women': '4' } }],
      },
    })
  })

  test('2,001 rows are too many', () => {
    const rows = [['Projektnummer', 'Kommentar'], ...Array.from({ length: 2001 }, (_, at) => [`${at}`, ''])]
    const table = read(rows)
    expect(table.ok ? '' : table.problem.en).toMatch(/more than 2,000 rows/)
  })
})

describe('a row', () => {
  const known = project([
    figure('costs.total', 100_000),
    figure('costs.eu', 50_000),
    figure('reached.women', 40, { qualifier: 'drygt' }),
  ])

  test('says what is new, beside what is known', () => {
    const one = compare(
      {
        ...SOURCE,
        'Redovisade eller godkända': 'redovisade',
        'Kostnader totalt': '150000',
        'Kostnader EU-stöd': '50000',
      },
      known,
    )
    expect(one.changes).toMatchObject([
      { key: 'costs.total', old: { value: 100_000 }, typed: { value: 150_000 } },
    ])
    expect(one.followUps).toMatchObject([{ kind: 'COSTS', content: { fields: { 'costs.total': '150000' } } }])
    expect(one.followUps[0]?.stated).not.toHaveProperty('costs.eu')
    expect(one.state).toBe('ready')
  })

  test('says all parts where one is new and the whole is summed from them', () => {
    const parts = project([figure('reached.women', 40), figure('reached.men', 30)])
    const one = compare({ ...SOURCE, 'Nådda kvinnor': '50', 'Nådda män': '30' }, parts)
    expect(one.changes).toMatchObject([{ key: 'reached.women' }])
    expect(one.followUps[0]?.stated).toMatchObject({
      'reached.women': { value: 50 },
      'reached.men': { value: 30 },
    })
    const whole = compare(
      { ...SOURCE, 'Nådda deltagare totalt': '80', 'Nådda kvinnor': '50', 'Nådda män': '30' },
      parts,
    )
    expect(whole.followUps[0]?.stated).not.toHaveProperty('reached.men')
  })

  test('says nothing with a day or a comment alone', () => {
    const one = compare({ ...SOURCE, 'Kostnader totalt': '100000', Kommentar: 'Som förut' }, known)
    expect([one.state, one.notes]).toEqual(['unchanged', ['nothingButDay']])
  })

  test('says nothing with a cell that was emptied', () => {
    expect(compare({ ...SOURCE, 'Kostnader totalt': '', 'Nådda kvinnor': '' }, known).changes).toEqual([])
  })

  test('does not say that its numbers are as before where one cannot be read', () => {
    const one = compare({ ...SOURCE, 'Kostnader totalt': '100000', 'Nådda män': 'många' }, known)
    expect([one.state, one.notes]).toEqual(['wrong', []])
  })

  test('says that costs are approved now, though they are the same', () => {
    const one = compare(
      { ...SOURCE, 'Redovisade eller godkända': 'godkända', 'Kostnader totalt': '100000' },
      known,
    )
    expect(values(one)).toEqual({ 'costs.total': 100_000 })
  })

  test('gives one follow-up of each kind, with the same day and source', () => {
    const one = compare(
      {
        ...SOURCE,
        'Redovisade eller godkända': 'approved',
        Förskott: '10000',
        'Nådda män': '12',
        'Utfall CO01': '3',
        'Utfall CO01 kvinnor': '1',
      },
      known,
    )
    expect(
      one.followUps.map(({ kind, stated }) => [kind, stated.asOf?.value, stated.sourceUrl?.value]),
    ).toEqual(
      ['COSTS', 'PARTICIPANTS', 'INDICATORS'].map((kind) => [
        kind,
        '2022-12-31',
        'https://example.se/rapport',
      ]),
    )
    expect(one.followUps[2]?.stated).toMatchObject({
      'code@CO01': { value: 'CO01' },
      'actual.women@CO01': { value: 1 },
    })
  })

  test.each<[string, Record<string, string>, unknown[][]]>([
    [
      'no source and no day',
      { 'Nådda män': '4' },
      [
        ['asOf', 'missing'],
        ['sourceUrl', 'noSource'],
      ],
    ],
    ['a day to come', { ...SOURCE, 'Per den': '2027-01-01', 'Nådda män': '4' }, [['asOf', 'future']]],
    ['no number', { ...SOURCE, 'Nådda män': 'många' }, [['reached.men', expect.stringMatching(/heltal/)]]],
    [
      'no number, on a day to come, with a source that is not there and a person by name',
      {
        'Per den': '2099-01-01',
        'Länk till källan': 'https://example.se/borta',
        Kommentar: 'Enligt Robin Hemlig',
        'Nådda män': 'abc',
      },
      [
        ['reached.men', expect.stringMatching(/heltal/)],
        ['asOf', 'future'],
        ['comment', expect.stringMatching(/person vid namn/)],
        ['sourceUrl', 'Borta.'],
      ],
    ],
    [
      'no number, and no day, source or word either',
      { 'Kostnader EU-stöd': 'abc' },
      [
        ['costs.eu', expect.anything()],
        ['asOf', 'missing'],
        ['sourceUrl', 'noSource'],
        ['basis', 'missing'],
      ],
    ],
    [
      'a number that is read two ways, on a day to come',
      { ...SOURCE, 'Per den': '2099-01-01', 'Utfall CO01': '12,345' },
      [
        ['actual.total@CO01', 'ambiguousNumber'],
        ['asOf', 'future'],
      ],
    ],
    [
      'a number that is read two ways, which may be the known one and needs nothing then',
      { 'Utfall CO01': '12,345' },
      [['actual.total@CO01', 'ambiguousNumber']],
    ],
    ['on whose word', { ...SOURCE, 'Kostnader EU-stöd': '4' }, [['basis', 'missing']]],
    [
      'a word that is neither',
      { ...SOURCE, 'Redovisade eller godkända': 'kanske', 'Nådda män': '4' },
      [['basis', 'basis']],
    ],
    [
      'a day that is read two ways',
      { ...SOURCE, 'Per den': '05/06/2022', 'Nådda män': '4' },
      [['asOf', 'ambiguousDate']],
    ],
    [
      'a day that is none',
      { ...SOURCE, 'Per den': 'i våras', 'Nådda män': '4' },
      [['asOf', expect.stringMatching(/datum/)]],
    ],
    [
      'a link that is none',
      { ...SOURCE, 'Länk till källan': 'javascript:alert(1)', 'Nådda män': '4' },
      [['sourceUrl', expect.stringMatching(/varken en webbadress/)]],
    ],
    [
      'costs on a word that is neither',
      { ...SOURCE, 'Redovisade eller godkända': 'kanske', 'Kostnader EU-stöd': '4' },
      [['basis', 'basis']],
    ],
    [
      'parts are more than all',
      { ...SOURCE, 'Nådda deltagare totalt': '3', 'Nådda män': '4' },
      [['reached.total', 'moreThanAll']],
    ],
    [
      'a source that is not there',
      { ...SOURCE, 'Länk till källan': 'https://example.se/borta', 'Nådda män': '4' },
      [['sourceUrl', 'Borta.']],
    ],
    [
      'a person by name',
      { ...SOURCE, Kommentar: 'Enligt Robin Hemlig', 'Nådda män': '4' },
      [['comment', expect.stringMatching(/person vid namn/)]],
    ],
    [
      'an address',
      { ...SOURCE, Kommentar: 'kim.exempel@example.se', 'Nådda män': '4' },
      [['comment', expect.stringMatching(/e-postadress/)]],
    ],
  ])('is wrong: %s', (_, cells, wanted) => {
    const one = compare(cells)
    expect(told(one)).toEqual(wanted)
    expect(one.state).toBe('wrong')
  })

  test('is unusual until somebody has looked at it', () => {
    const rows = rowsOf([
      ['Projektnummer', ...Object.keys(SOURCE), 'Nådda kvinnor'],
      ['2015/00311', '2021-12-31', 'https://example.se/rapport', '900'],
    ])
    const [row] = fresh(rows, known)
    if (!row) throw new Error('no row')
    const [one] = against(known, [row])
    expect([one?.state, one?.flags.map(({ code }) => code)]).toEqual(['unusual', ['manyMore', 'sameDay']])
    const seen = one?.flags.map(rowFlagKey) ?? []
    expect(against(known, [{ ...row, seen }])[0]?.state).toBe('ready')
  })

  test('is unusual by a whole that is summed from its cells', () => {
    const one = compare({ ...SOURCE, 'Nådda kvinnor': '290', 'Nådda män': '290' })
    expect(one.flags).toEqual([{ code: 'manyMore', field: 'reached.total', is: 580, against: 100 }])
    expect(one.state).toBe('unusual')
  })

  test('is unusual by parts that are too much without the one that is left out, and by another plan', () => {
    const one = compare({ ...SOURCE, 'Nådda kvinnor': '290', 'Nådda icke-binära': '290' })
    expect(one.flags).toEqual([{ code: 'partsManyMore', field: 'reached.total', is: 580, against: 100 }])
    const plan = compare({ ...SOURCE, 'Planerade deltagare': '900' })
    expect(plan.flags).toEqual([{ code: 'jumps', field: 'planned.total', is: 900, against: 100 }])
  })

  test('tells once that a plan is of an earlier day, with what is shown', () => {
    const planned = project([figure('planned.total', 150)])
    const one = compare({ ...SOURCE, 'Per den': '2020-10-15', 'Planerade deltagare': '15' }, planned)
    expect(one.flags).toEqual([{ code: 'older', field: 'planned.total', is: 15, against: 150 }])
  })

  test('tells a day before that of the known figure, and another name than the project has', () => {
    const one = compare(
      { ...SOURCE, 'Per den': '2020-12-31', Namn: 'Stängda dörren', 'Nådda kvinnor': '12' },
      known,
    )
    expect(one.flags.map(({ code }) => code)).toEqual(['earlierDay'])
    expect(one.notes).toEqual(['otherName'])
    expect(compare({ ...SOURCE, Namn: ' ÖPPNA  dörren ' }, known).notes).not.toContain('otherName')
  })

  test('is kept apart where no project has its number, and where a project has two of one day', () => {
    const rows = rowsOf([
      ['Projektnummer', 'Per den', 'Nådda män'],
      ['2015-00311', '2022-12-31', '4'],
      ['2015 00311', '2022-12-31', '5'],
      ['1999/00001', '2022-12-31', '5'],
    ])
    const held = fresh(rows, known)
    const states = (all: BatchRow[]) => against(known, all).map(({ state }) => state)
    expect(states(held)).toEqual(['twice', 'twice', 'unknown'])
    expect(states(held.map((row, at) => ({ ...row, isIn: at !== 0 })))).toEqual(['out', 'wrong', 'unknown'])
  })

  test('tells what has moved in the registry since it was compared', () => {
    const rows = rowsOf([
      ['Projektnummer', ...Object.keys(SOURCE), 'Förskott', 'Kostnader totalt'],
      ['2015/00311', ...Object.values(SOURCE), '10', '100000'],
    ])
    const held = fresh(rows, known)
    const later = project([figure('costs.total', 120_000, { asOf: '2022-06-30' })])
    const [one] = against(later, held)
    expect(one?.moved).toMatchObject([
      { key: 'costs.total', was: { value: 100_000 }, now: { value: 120_000 } },
    ])
    expect(one && hasMoved(one)).toBe(true)
    const [same] = against(known, held)
    expect(same && hasMoved(same)).toBe(false)
  })
})

test('who fills in a table that was made before a figure was known says nothing new with what was left', () => {
  const later = project([
    figure('costs.total', 100_000),
    figure('costs.total', 200_000, { asOf: '2023-12-31', source: { kind: 'followUp', id: 2 } }),
  ])
  const one = compare({ 'Per den': '2021-12-31', 'Kostnader totalt': '100000' }, later)
  expect(one.state).toBe('unchanged')
})
