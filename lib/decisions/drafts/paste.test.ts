import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockFrom, entriesIn, readPasted } from './paste.ts'
import { readDraft } from './read.ts'
import { blankEntry, emptyDraft } from './schema.ts'

const lines = (...rows: string[]) => rows.join('\r\n')

test('rows of a spreadsheet are read by their Swedish headings; a cell may hold lines, quotes and tabs', () => {
  const pasted = readPasted(
    lines(
      'Diarienummer\tProjektnamn\tSökande\tBeviljat belopp (tkr)\tSamverkansparter\tKommentar',
      '2019/09100\t"Stegen\n""Upp"""\tExempelstads kommun\t1\u00a0250\t"Ett\nTvå"\tx',
      '\t\t\t\t\t',
      '2019/09101\tVägen\tFöreningen Exempel\t990,5\t\t',
      '',
    ),
  )
  expect(pasted.columns.map(({ key }) => key)).toEqual([
    'projectNumber',
    'name',
    'applicant',
    'amount',
    'partners',
    null,
  ])
  expect(pasted).toMatchObject({ hasHeading: true, left: 0 })
  expect(entriesIn(pasted)).toEqual([
    {
      projectNumber: '2019/09100',
      name: 'Stegen "Upp"',
      applicant: 'Exempelstads kommun',
      amount: '1 250 tkr',
      amountKind: 'AWARDED',
      partners: 'Ett\nTvå',
    },
    {
      projectNumber: '2019/09101',
      name: 'Vägen',
      applicant: 'Föreningen Exempel',
      amount: '990,5 tkr',
      amountKind: 'AWARDED',
      partners: '',
    },
  ])
})

test('rows with semicolons and English headings are read as well', () => {
  const pasted = readPasted(
    lines('Project name;Applicant;Amount applied for (SEK million);Kind', '"A; B";X AB;9.9;granted'),
  )
  expect(pasted.columns.map(({ key }) => key)).toEqual(['name', 'applicant', 'amount', 'amountKind'])
  expect(entriesIn(pasted)).toMatchObject([
    { name: 'A; B', applicant: 'X AB', amount: '9.9 mkr', amountKind: 'AWARDED' },
  ])
})

test('without headings columns are guessed by what they hold', () => {
  const pasted = readPasted(
    lines(
      '22-009-S02\tStegen\tExempelstads kommun\t1 250 000 kr',
      '22-010-S02\tVägen\tProvstad\t9,9 miljoner',
    ),
  )
  expect(pasted.hasHeading).toBe(false)
  expect(pasted.columns.map(({ key }) => key)).toEqual(['projectNumber', 'name', 'applicant', 'amount'])
  expect(entriesIn(pasted)).toHaveLength(2)
})

test('a block goes into the columns from the one it is pasted in', () => {
  expect(blockFrom('Provstad\t100 kr\nExempelstad\t200 kr\n', 'applicant')).toEqual([
    { applicant: 'Provstad', amount: '100 kr' },
    { applicant: 'Exempelstad', amount: '200 kr' },
  ])
  expect(blockFrom('Sökande\tBelopp\nProvstad\t100 kr', 'name')).toEqual([
    { applicant: 'Provstad', amount: '100 kr' },
  ])
})

test('more rows than a draft takes are counted, not lost unsaid', () => {
  const pasted = readPasted(Array.from({ length: 700 }, (_, at) => `Namn ${at}\tX`).join('\n'))
  expect(pasted.rows).toHaveLength(501)
  expect(pasted.left).toBe(199)
})

test('a cell that is too long is not cut in the middle of a character', () => {
  const long = `${'x'.repeat(499)}😀`
  expect(entriesIn(readPasted(`Projekt\tSökande\n${long}\tProvstads kommun`))[0]?.name).toBe('x'.repeat(499))
  expect(blockFrom(long, 'name')[0]?.name).toBe('x'.repeat(499))
})

const cell = fc.string({ unit: fc.constantFrom('a', 'B', ' ', '"', '\t', '\n', ';', '1', 'å'), maxLength: 8 })
const quoted = (words: string) => `"${words.replaceAll('"', '""')}"`
const clean = (words: string) =>
  words
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')

test('whatever a spreadsheet quotes is read back cell by cell', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }), (table) => {
      const text = table.map((row) => row.map(quoted).join('\t')).join('\n')
      const filled = table.map((row) => row.map(clean)).filter((row) => row.some(Boolean))
      expect(readPasted(text).rows).toEqual(filled)
    }),
  )
})

test('no text makes the reader fail or drag', () => {
  fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => void entriesIn(readPasted(text))))
  const before = performance.now()
  readPasted('"'.repeat(200_000))
  readPasted(`${'"a\t'.repeat(60_000)}`)
  expect(performance.now() - before).toBeLessThan(3000)
})

const amountOf = (amount: string, rounding = '') => {
  const entries = [{ ...blankEntry('a'), name: 'Ett', amount, rounding, amountKind: 'APPLIED' }]
  const { entries: read, problems } = readDraft({ ...emptyDraft(), entries })
  return problems.some(({ entry }) => entry === 'a')
    ? problems.find(({ entry }) => entry === 'a')?.field
    : read[0]?.amount
}

test('amounts are read as people write them, with their rounding', () => {
  expect(amountOf('9,9 miljoner')).toMatchObject({ value: 9_900_000, precision: 100_000 })
  expect(amountOf('9.9 million')).toMatchObject({ value: 9_900_000, precision: 100_000 })
  expect(amountOf('1\u00a0234\u202f567 kr')).toMatchObject({ value: 1_234_567, precision: 1 })
  expect(amountOf('drygt 2 mkr')).toMatchObject({
    value: 2_000_000,
    precision: 1_000_000,
    qualifier: 'drygt',
  })
  expect(amountOf('12 400 000', '100000')).toMatchObject({ value: 12_400_000, precision: 100_000 })
  expect(amountOf('12 450 000', '100000')).toBe('rounding')
  expect(amountOf('-5')).toBe('amount')
  expect(amountOf('en miljon')).toBe('amount')
})

test('partners are names: one a line, or a line as sources write it', () => {
  const partnersOf = (partners: string) =>
    readDraft({ ...emptyDraft(), entries: [{ ...blankEntry('a'), name: 'Ett', partners }] }).entries[0]
      ?.partners
  const both = { organisations: ['Provstads kommun', 'Föreningen Exempel'] }
  expect(partnersOf('Provstads kommun\nFöreningen Exempel')).toEqual({ value: both, qualifier: null })
  expect(partnersOf('Provstads kommun\nFöreningen Exempel\nmed flera')).toEqual({
    value: both,
    qualifier: 'med flera',
  })
  expect(partnersOf('Provstads kommun, Föreningen Exempel m.fl.')).toEqual({
    value: both,
    qualifier: 'med flera',
  })
})
