import fc from 'fast-check'
import { expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { readCell } from './cell-readers.ts'
import type { MappedColumn } from './mapping.ts'
import { DATE_FORMATS, type DateFormat, DELIMITERS, ENCODINGS } from './schema.ts'
import { canHold, readAll, textBytes, type Writing, writeText } from './testing/write.ts'

const LETTERS = [...'aåäöÅÄÖéXy0 19.-–€"\'();,|\t\n=+@<>&/ΈλάδČřž😀\u00A0_']
const cell = fc.string({ unit: fc.constantFrom(...LETTERS), maxLength: 12 })
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
  )
  .filter((rows) => rows.some((row) => row.some((text) => text.trim() !== '')))
const headersFor = (rows: string[][]) => (rows[0] ?? []).map((_, index) => `Rubrik ${'ABCDEF'[index]}`)
const HEADER = { headerRow: 1, headerRows: 1 } as const

const writing: fc.Arbitrary<Writing> = fc.record({
  delimiter: fc.constantFrom(...DELIMITERS),
  encoding: fc.constantFrom(...ENCODINGS),
  lineBreak: fc.constantFrom('\n', '\r\n', '\r'),
  quotes: fc.constantFrom('always', 'needed'),
  mark: fc.boolean(),
})

test('any table comes back from CSV and TSV as it was written, in every encoding that has its letters', async () => {
  await fc.assert(
    fc.asyncProperty(table, writing, async (rows, how) => {
      fc.pre(rows.every((row) => row.every((text) => canHold(how.encoding, text))))
      const bytes = writeText([headersFor(rows), ...rows], how)
      const { delimiter, encoding } = how
      const read = await readAll(bytes, { delimiter, encoding, ...HEADER })
      expect(read.rows.map(({ cells }) => cells)).toEqual(rows)
      expect(read.rows.map(({ row }) => row)).toEqual(rows.map((_, index) => index + 2))
      expect(read.table.columns.map(({ header }) => header)).toEqual(headersFor(rows))
    }),
    { numRuns: 300 },
  )
})

test('any table comes back from XLSX as it was written', async () => {
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const data = [headersFor(rows), ...rows].map((row) =>
        row.map((text) => (text === '' ? null : { value: text, type: String })),
      )
      const file = await writeXlsxFile(data).toBuffer()
      const read = await readAll(new Uint8Array(file), HEADER)
      const filled = rows.findLastIndex((row) => row.some((text) => text !== '')) + 1
      expect(read.rows.map(({ cells }) => padded(cells, rows))).toEqual(rows.slice(0, filled))
    }),
    { numRuns: 40 },
  )
})

/** Sheets end where their last filled cell stands. */
const padded = (cells: string[], rows: string[][]) =>
  Array.from({ length: rows[0]?.length ?? 0 }, (_, index) => cells[index] ?? '')

test('any table comes back from JSON as it was written, alone or within an object', async () => {
  await fc.assert(
    fc.asyncProperty(table, fc.boolean(), async (rows, isWrapped) => {
      const headers = headersFor(rows)
      const list = rows.map((row) => Object.fromEntries(row.map((text, index) => [headers[index], text])))
      const text = JSON.stringify(isWrapped ? { antal: rows.length, svar: { rader: list } } : list)
      const read = await readAll(textBytes(text))
      expect(read.rows.map(({ cells }) => cells)).toEqual(rows)
      expect(read.rows.map(({ row }) => row)).toEqual(rows.map((_, index) => index + 1))
    }),
    { numRuns: 100 },
  )
})

const WORDS = [
  'Göteborgs stad',
  'Växjö kommun',
  'Åtgärder för unga',
  'Länsstyrelsen i Örebro',
  'Hälsa på jobbet',
]
const record = fc.tuple(
  fc.integer({ min: 10_000, max: 99_999 }).map((number) => `2016/${number}`),
  fc.constantFrom(...WORDS),
  fc.constantFrom(...WORDS),
  fc.integer({ min: 1000, max: 99_999_999 }).map(String),
)
const SWEDISH = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-15',
  'macroman',
  'ibm850',
] as const

test('a Swedish table is read rightly without being told how it is written', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { minLength: 3, maxLength: 30 }),
      writing,
      fc.constantFrom(...SWEDISH),
      async (records, how, encoding) => {
        const header = ['Diarienummer', 'Stödmottagare', 'Namn på insatsen', 'Beviljat belopp (kr)']
        const bytes = writeText([header, ...records], { ...how, encoding })
        const { table, rows } = await readAll(bytes)
        expect(table.settings).toMatchObject({ delimiter: how.delimiter, headerRow: 1, headerRows: 1 })
        expect(table.columns.map((column) => column.header)).toEqual(header)
        expect(rows.map(({ cells }) => cells)).toEqual(records)
      },
    ),
    { numRuns: 150 },
  )
})

const column = (target: MappedColumn['target'], format: Partial<MappedColumn['format']>): MappedColumn => ({
  number: 1,
  header: 'Belopp',
  target,
  format: { date: null, decimal: null, unit: 1, currency: null, ...format },
  zeroMeansUnknown: false,
})

const GROUPS = {
  ',': ['', ' ', '\u00A0', '\u202F', '\u2009', '.', '’'],
  '.': ['', ' ', '\u00A0', ',', "'"],
} as const

test('an amount comes back from every way of writing it', () => {
  const sign = fc.constantFrom<',' | '.'>(',', '.')
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9_999_999_999 }),
      fc.integer({ min: 0, max: 99 }),
      sign.chain((decimal) => fc.tuple(fc.constant(decimal), fc.constantFrom<string>(...GROUPS[decimal]))),
      fc.constantFrom('', '-', '−', '('),
      fc.boolean(),
      (whole, cents, [decimal, group], minus, hasCents) => {
        const digits = String(whole).replace(/\B(?=(?:\d{3})+$)/g, group)
        const number = digits + (hasCents ? decimal + String(cents).padStart(2, '0') : '')
        const text = minus === '(' ? `(${number})` : minus + number
        const euro = readCell(text, column('otherAmount', { decimal, currency: 'EUR' }))
        const value = hasCents ? Number(`${whole}.${String(cents).padStart(2, '0')}`) : whole
        expect(euro).toMatchObject({ value: value === 0 ? 0 : minus ? -value : value, currency: 'EUR' })
        const kronor = readCell(`${text} kr`, column('grantedSupport', { decimal }))
        expect('value' in kronor && Math.abs(Number(kronor.value))).toBe(Math.round(value))
      },
    ),
    { numRuns: 300 },
  )
})

const WAYS: Record<DateFormat, (y: string, m: string, d: string, day: Date) => string> = {
  'yyyy-MM-dd': (y, m, d) => `${y}-${m}-${d}`,
  'dd/MM/yyyy': (y, m, d) => `${d}/${m}/${y}`,
  'MM/dd/yyyy': (y, m, d) => `${m}/${d}/${y}`,
  'dd.MM.yyyy': (y, m, d) => `${d}.${m}.${y}`,
  yyyyMMdd: (y, m, d) => `${y}${m}${d}`,
  serial: (_y, _m, _d, day) => String(day.getTime() / 86_400_000 + 25_569),
}

test('a day comes back from every way of writing it', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1990-01-01'), max: new Date('2049-12-31'), noInvalidDate: true }),
      fc.constantFrom(...DATE_FORMATS),
      fc.constantFrom('', ' 00:00:00', ' 13:37'),
      (date, format, time) => {
        const iso = date.toISOString().slice(0, 10)
        const [y = '', m = '', d = ''] = iso.split('-')
        const text = WAYS[format](y, m, d, new Date(iso)) + (format === 'serial' ? '' : time)
        expect(readCell(text, column('startDate', { date: format }))).toMatchObject({ value: iso })
      },
    ),
    { numRuns: 300 },
  )
})
