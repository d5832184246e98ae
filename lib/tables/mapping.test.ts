import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { headerKeys, targetOfHeader } from './header-words.ts'
import { KNOWN_LISTS } from './known-lists.ts'
import { guessMapping, mappedColumns } from './mapping.ts'
import { ColumnMapping, TableMapping } from './schema.ts'
import { readAll, textBytes } from './testing/write.ts'

const guess = async (header: string[], ...rows: string[][]) => {
  const text = [header, ...rows].map((row) => row.join(';')).join('\n')
  return guessMapping((await readAll(textBytes(text), { delimiter: ';', headerRow: 1 })).table)
}
const targetOf = async (header: string, ...values: string[]) =>
  (await guess(['x', header], ...values.map((value) => ['x', value]))).guesses[1]

describe('a header', () => {
  test.each([
    ['Diarienummer', 'diaryNumber'],
    ['ärende-id', 'diaryNumber'],
    ['Projektägare org.nr.', 'ownerOrganisationNumber'],
    ['Stödmottagare / Beneficiary', 'owner'],
    ['Operation Name', 'name'],
    ['NAMN PÅ INSATSEN', 'name'],
    ['Total eligible expenditure (SEK)', 'totalBudget'],
    ['EU-stöd i SEK', 'grantedSupport'],
    ['beviljat_belopp_sek', 'grantedSupport'],
    ['beviljatBelopp', 'grantedSupport'],
    ['Unionens medfinansieringsgrad (%)', 'unionCofinancingRate'],
    ['Sammanfattning engelsk / Summary in english', 'descriptionEnglish'],
    ['Programme CCI', 'programmeCci'],
    ['Län', 'county'],
    ['Kommuner', 'municipality'],
    ['Kontaktperson e-post', 'private'],
    ['Projektledare', 'private'],
    ['Personnummer', 'private'],
  ])('%s is %s', (header, target) => {
    expect(targetOfHeader(header)).toBe(target)
  })

  test.each(['Kontaktpunkt', 'Anteckning', '', 'Antal företag', 'Uppdateringsdatum'])(
    '%j is no field that we know',
    (header) => {
      expect(targetOfHeader(header)).toBeUndefined()
    },
  )

  test('in euro is an amount beside those in kronor', async () => {
    expect(await targetOf('Beviljat belopp EUR', '100')).toMatchObject({ value: 'otherAmount' })
    expect(await targetOf('Total budget', '100 €')).toMatchObject({ value: 'otherAmount' })
  })

  test('keeps its key when it stands in capitals, with underscores or twice', () => {
    expect(headerKeys(['Beviljat belopp', 'BEVILJAT_BELOPP', '', 'beviljatBelopp'])).toEqual([
      'beviljat belopp',
      'beviljat belopp #2',
      '#3',
      'beviljat belopp #3',
    ])
  })
})

describe('values tell what a column is where its header does not', () => {
  test.each([
    [['2016/00123', '22-009-S02'], 'diaryNumber'],
    [['2021SE05SFPR001_23-017-S01', '2021SE05SFPR001_23-017-S02'], 'diaryNumber'],
    [['212000-1124', '2120000142'], 'ownerOrganisationNumber'],
    [['2014SE05M9OP001', '2021SE05SFPR001'], 'programmeCci'],
    [['SE22', 'SE11'], 'nuts2'],
    [['ESF+', 'ESF+'], 'fund'],
    [['Övre Norrland', 'Västsverige'], 'region'],
    [['Dalarna, Gävleborg', 'Skåne'], 'county'],
    [['40 %', '50%'], 'unionCofinancingRate'],
    [['Malmö stad', 'Luleå kommun'], 'owner'],
    [['kim@exempel.se', 'eva@exempel.se'], 'private'],
    [['070-123 45 67', '08-123 456 78'], 'private'],
  ])('%j is %s', async (values, target) => {
    expect(await targetOf('Kolumn Q', ...values)).toMatchObject({ value: target, certain: false })
  })

  test('and what nothing tells is kept as an unknown field', async () => {
    expect(await targetOf('Kolumn Q', 'hej', 'hopp')).toMatchObject({ value: 'unknown', certain: false })
  })
})

test('only one column is guessed to be a field, and the other is kept with the reason', async () => {
  const { guesses } = await guess(['Namn', 'Projektnamn', 'Belopp x'], ['A', 'B', '1'])
  expect(guesses.map(({ value }) => value)).toEqual(['name', 'unknown', 'unknown'])
  expect(guesses[1]?.reason.sv).toContain('Kolumn 1')
})

test.each(KNOWN_LISTS)(
  '$title.sv is known by its headers, and every column has its target',
  async ({ id, columns }) => {
    const headers = columns.map((column) => column.headers[0] ?? '')
    const { known, mapping, guesses } = await guess(
      headers,
      headers.map(() => 'x1'),
    )
    expect(known?.id).toBe(id)
    expect(guesses.map(({ value }) => value)).toEqual(columns.map((column) => column.mapping.target))
    expect(TableMapping.parse(mapping)).toEqual(mapping)
  },
)

test('a list with Swedish headers of Annex XII is known, with columns of its own besides', async () => {
  const { known, guesses } = await guess(
    [
      'Stödmottagarens namn',
      'Insatsens namn',
      'Sammanfattning av insatsen',
      'Insatsens startdatum',
      'Insatsens slutdatum',
      'Totala stödberättigande utgifter',
      'Unionens medfinansieringsgrad',
      'Insatsens postnummer',
      'Land',
      'Interventionskategori',
      'Anmärkning',
    ],
    Array.from({ length: 11 }, () => 'x1'),
  )
  expect(known?.id).toBe('annex-xii')
  expect(guesses.at(-1)?.value).toBe('unknown')
})

test('a saved mapping finds its columns in another order, and a new column of contacts is private', async () => {
  const mapping = TableMapping.parse({
    name: 'Min lista',
    columns: { namn: { target: 'name' }, summa: { target: 'grantedSupport', format: { unit: 1000 } } },
  })
  const { table } = await readAll(textBytes('Summa;Telefon;Namn;Nytt\n1;2;A;x\n'), { headerRow: 1 })
  expect(mappedColumns(table.columns, mapping).map(({ target, format }) => [target, format.unit])).toEqual([
    ['grantedSupport', 1000],
    ['private', 1],
    ['name', 1],
    ['unknown', 1],
  ])
})

test('whatever the headers, each column has a key of its own that a saved mapping can hold', () => {
  const header = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.constantFrom(
      '',
      '#2',
      'a',
      'a #2',
      'A_2',
      '__proto__',
      'constructor',
      'x'.repeat(250),
      'aB'.repeat(150),
    ),
  )
  fc.assert(
    fc.property(fc.array(header, { maxLength: 20 }), (headers) => {
      const keys = headerKeys(headers)
      expect(new Set(keys).size).toBe(headers.length)
      const columns = Object.fromEntries(keys.map((key) => [key, { target: 'name' }]))
      expect(Object.keys(TableMapping.parse({ name: 'x', columns }).columns).sort()).toEqual(keys.sort())
    }),
  )
})

test('a mapping to a field that does not exist is refused', () => {
  expect(ColumnMapping.safeParse({ target: 'salary' }).success).toBe(false)
})
