import { describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { readTable } from './read.ts'
import { isTableProblem } from './refusals.ts'
import { SettingsChoice, TableSettings } from './schema.ts'
import { encode, readAll, refusalOf, textBytes } from './testing/write.ts'

const ESF = [
  'Diarienummer / Operation ID;Stödmottagare / Beneficiary;Total projektbudget / Total budget SEK;Startdatum / Start date',
  '22-009-S02;Malmö stad;4 973 906;2023-01-02',
  '22-009-S03;Luleå kommun;1 073 906;2023-02-01',
].join('\n')

const table = async (text: string, choice = {}) => (await readAll(textBytes(text), choice)).table
const format = async (header: string, values: string[]) => {
  const read = await table(
    [`Nummer;${header}`, ...values.map((value, index) => `${index};${value}`)].join('\n'),
    {
      delimiter: ';',
      headerRow: 1,
    },
  )
  return read.columns[1] ?? { format: {}, reasons: [] }
}

describe('the header', () => {
  test('stands below title lines, and rows are numbered as the file numbers them', async () => {
    const { table, rows } = await readAll(textBytes(`Lista över insatser;;;\n;;;\n${ESF}`))
    expect(table.settings.headerRow).toBe(3)
    expect(rows.map(({ row }) => row)).toEqual([4, 5])
  })

  test('of two lines joins a group with each of its columns', async () => {
    const read = await table('Projekt,,Belopp,\nNamn,Nummer,Sökt,Beviljat\nA,1,1200,1000\nB,2,2000,1100\n')
    expect(read.settings).toMatchObject({ headerRow: 1, headerRows: 2 })
    expect(read.columns.map(({ header }) => header)).toEqual([
      'Projekt / Namn',
      'Projekt / Nummer',
      'Belopp / Sökt',
      'Belopp / Beviljat',
    ])
    expect(read.rowCount).toBe(2)
  })

  test('of two lines may say the same in two languages', async () => {
    const read = await table(
      'Namn;Startdatum;Budget\nName;Start date;Total budget\nA;2020-01-01;100\nB;2020-02-01;200\n',
    )
    expect(read.columns.map(({ header }) => header)).toEqual([
      'Namn / Name',
      'Startdatum / Start date',
      'Budget / Total budget',
    ])
  })

  test('of two lines is known by its words where no column holds figures', async () => {
    const read = await table(
      'Namn;Stödmottagare;Län\nName;Beneficiary;County\nUng;Malmö stad;Skåne\nNy;Sala kommun;Dalarna\n',
    )
    expect(read.settings).toMatchObject({ headerRow: 1, headerRows: 2 })
  })

  test('is not taken from a first row of words when the second is an operation without figures', async () => {
    const read = await table('Namn;Ort\nUng framtid;Malmö\nNya vägar;Luleå\n')
    expect(read.settings).toMatchObject({ headerRow: 1, headerRows: 1 })
    expect(read.rowCount).toBe(2)
  })

  test('may be missing: then columns go by their numbers and every row counts', async () => {
    const read = await table('2015/00311;100;2015-01-01\n2015/00312;200;2015-01-02\n')
    expect(read.settings.headerRow).toBe(0)
    expect(read.columns.map(({ key }) => key)).toEqual(['#1', '#2', '#3'])
    expect(read.rowCount).toBe(2)
  })

  test('is as wide as it stands, but a column that most rows fill is kept without one', async () => {
    const narrow = await table('Namn;Start\nA;2020-01-01;extra\nB;2020-01-02\nC;2020-01-03\n')
    expect(narrow.columns).toHaveLength(2)
    const wide = await table('Namn;Start\nA;2020-01-01;x\nB;2020-01-02;y\nC;2020-01-03\n')
    expect(wide.columns.map(({ key }) => key)).toEqual(['namn', 'start', '#3'])
  })

  test('can be chosen otherwise than it was guessed', async () => {
    const read = await table(`Rubrik;A;B;C\n${ESF}`, { headerRow: 2, headerRows: 1 })
    expect(read.columns[0]?.header).toBe('Diarienummer / Operation ID')
  })
})

describe('the delimiter', () => {
  test('is what Excel names in its first line, which is no row of the table', async () => {
    const { table, rows } = await readAll(textBytes('sep=|\nNamn|Belopp\nA, B; C|1\n'))
    expect(table.settings).toMatchObject({ delimiter: '|', headerRow: 2 })
    expect(rows).toEqual([{ sheet: null, row: 3, cells: ['A, B; C', '1'] }])
  })

  test('is told from commas in amounts and in prose', async () => {
    const text = 'Namn;Belopp\nEtt, två, tre;1,50\nFyra, fem;2,50\nSex;3,00\n'
    expect((await table(text)).settings.delimiter).toBe(';')
  })

  test('and line breaks within quotes are text, and do not move the numbers of rows', async () => {
    const { rows } = await readAll(textBytes('Namn,Not,Belopp\n"A, ""x""\nB",n,1\nC,n,2\n'))
    expect(rows).toEqual([
      { sheet: null, row: 2, cells: ['A, "x"\nB', 'n', '1'] },
      { sheet: null, row: 3, cells: ['C', 'n', '2'] },
    ])
  })

  test('can be chosen, and so can the encoding', async () => {
    const read = await readAll(encode('Namn;A,B\nÅ;1,2\n', 'ibm850'), {
      delimiter: ',',
      encoding: 'ibm850',
      headerRow: 1,
    })
    expect(read.table.columns.map(({ header }) => header)).toEqual(['Namn;A', 'B'])
    expect(read.rows[0]?.cells).toEqual(['Å;1', '2'])
  })
})

describe('how the values of a column are written', () => {
  test.each([
    [['2020-01-13', '2021-02-14'], 'yyyy-MM-dd', true],
    [['01/02/2020', '25/12/2020'], 'dd/MM/yyyy', true],
    [['01/02/2020', '12/25/2020'], 'MM/dd/yyyy', true],
    [['01/02/2020', '03/04/2020'], 'dd/MM/yyyy', false],
    [['25/12/2020', '12/25/2020'], 'dd/MM/yyyy', false],
    [['01.02.2020', '03.04.2020'], 'dd.MM.yyyy', true],
    [['20200113', '20210214'], 'yyyyMMdd', true],
    [['43843', '44000'], 'serial', true],
  ])('%j are dates as %s, certainly: %s', async (values, date, certain) => {
    const column = await format('Startdatum', values)
    expect(column.format).toMatchObject({ date })
    expect(column.reasons.find(({ value }) => value === 'date')?.certain).toBe(certain)
  })

  test('a day after the twelfth proves the format of its column however far down it stands', async () => {
    const values = [...Array.from({ length: 6000 }, () => '01/02/2020'), '02/13/2020']
    expect((await format('Startdatum', values)).format).toMatchObject({ date: 'MM/dd/yyyy' })
  })

  test.each([
    [['4 973 906', '100'], ',', true],
    [['1.234.567,89', '1.000'], ',', true],
    [['1,234,567.89', '1,000'], '.', true],
    [['1.234', '5.678'], ',', false],
    [['1,234', '5,678'], '.', false],
    [['12,5', '3'], ',', true],
  ])('%j have decimals after %s, certainly: %s', async (values, decimal, certain) => {
    const column = await format('Belopp', values)
    expect(column.format).toMatchObject({ decimal })
    expect(column.reasons.find(({ value }) => value === 'decimal')?.certain).toBe(certain)
  })

  test.each([
    ['beviljat_belopp_eur', ['1'], { currency: 'EUR' }],
    ['Total budget SEK', ['1'], { currency: 'SEK' }],
    ['Budget (tkr)', ['1'], { currency: 'SEK', unit: 1000 }],
    ['Budget, mkr', ['1'], { currency: 'SEK', unit: 1_000_000 }],
    ['Stöd', ['1 000 €', '2 000 €'], { currency: 'EUR' }],
    ['Stöd', ['SEK 1 000', '2 000 kr'], { currency: 'SEK' }],
    ['Stöd', ['1', '2'], { currency: null, unit: 1 }],
  ])('%s with %j is money of %j', async (header, values, expected) => {
    expect((await format(header, values)).format).toMatchObject(expected)
  })
})

describe('a workbook', () => {
  const workbook = async () =>
    new Uint8Array(
      await writeXlsxFile([
        { sheet: 'Läs mig', data: [['Om listan']] },
        {
          sheet: 'Insatser',
          data: [
            ['Namn', 'Start', 'Belopp', 'Grad'],
            [
              'Å',
              { value: new Date(Date.UTC(2016, 8, 1)), type: Date, format: 'yyyy-mm-dd' },
              4973906.5,
              0.9,
            ],
          ],
        },
      ]).toBuffer(),
    )

  test('is read from its fullest sheet, and cells are plain text', async () => {
    const { table, rows } = await readAll(await workbook())
    expect(table.settings).toMatchObject({
      kind: 'workbook',
      sheet: 'Insatser',
      encoding: null,
      delimiter: null,
    })
    expect(table.sheets.map(({ name }) => name)).toEqual(['Läs mig', 'Insatser'])
    expect(rows).toEqual([{ sheet: 'Insatser', row: 2, cells: ['Å', '2016-09-01', '4973906.5', '0.9'] }])
  })

  test('is read from the sheet that was chosen, and refused where it has none of that name', async () => {
    const read = await readAll(await workbook(), { sheet: 'Läs mig', headerRow: 0 })
    expect(read.rows[0]?.cells).toEqual(['Om listan'])
    expect(await refusalOf(await workbook(), { sheet: 'Bilaga' })).toBe('no-such-sheet')
  })

  test('can be read by another process, whose refusal is handed on', async () => {
    const answer = { problem: 'broken-workbook' as const, message: { sv: 'Trasig.', en: 'Broken.' } }
    const refused = await readTable(await workbook(), {}, { readWorkbook: async () => answer })
    expect(isTableProblem(refused) && refused.message.sv).toBe('Trasig.')
  })
})

test('what a table says of itself can be kept, sent and checked', async () => {
  const read = await table(ESF)
  expect(structuredClone(read)).toEqual(read)
  expect(TableSettings.parse(read.settings)).toEqual(read.settings)
  expect(SettingsChoice.safeParse({ delimiter: '#' }).success).toBe(false)
  expect(SettingsChoice.safeParse({}).success).toBe(true)
})

test('a JSON list is flattened, and a key that only the last object has is a column', async () => {
  const { table, rows } = await readAll(
    textBytes('{"antal":2,"rader":[{"a":{"b":1}},{"a":{"b":2},"c":[1,2]}]}'),
  )
  expect(table.columns.map(({ header }) => header)).toEqual(['a.b', 'c'])
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['1', ''],
    ['2', '1; 2'],
  ])
})
