import { describe, expect, test } from 'vitest'
import type { ConvertedRow } from './converted.ts'
import type { ColumnMapping, TargetField } from './schema.ts'
import { convertText } from './testing/convert.ts'

const HEADER = 'Diarienummer;Namn på insatsen;Stödmottagare;Total budget;Beviljat belopp;Startdatum;Slutdatum'
const ROW = '2016/00123;Ung framtid;Malmö stad;2 000 000;1 000 000;2016-09-01;2019-08-31'
const OTHER = '2016/00124;Nya vägar;Luleå kommun;3 000 000;1 500 000;2016-09-01;2019-08-31'

const cell = (row: ConvertedRow | undefined, target: TargetField) =>
  row?.cells.find((candidate) => candidate.target === target)
const kinds = async (...lines: string[]) =>
  (await convertText([HEADER, ROW, ...lines])).problems.map(({ kind }) => kind)

/** One value under one header, beside a number and a name. */
const one = async (header: string, value: string, mapping?: ColumnMapping) => {
  const { rows, problems } = await convertText(
    [`Diarienummer;Namn på insatsen;${header}`, `2016/1;A;${value}`],
    mapping && { [header.toLowerCase()]: mapping },
  )
  return { cell: rows[0]?.cells[2], problems }
}

describe('a cell', () => {
  test('says its value, its words and where it stands', async () => {
    const { rows } = await convertText([HEADER, ROW])
    expect(rows[0]).toMatchObject({ row: 2, skipped: null, problems: [] })
    expect(cell(rows[0], 'totalBudget')).toEqual({
      target: 'totalBudget',
      meant: null,
      header: 'Total budget',
      state: 'READ',
      raw: '2 000 000',
      value: 2_000_000,
      precision: 1,
      qualifier: null,
      code: null,
      currency: 'SEK',
      place: { sheet: null, row: 2, column: 4 },
      problem: null,
    })
    expect(cell(rows[0], 'owner')?.value).toEqual({ organisation: 'Malmö stad', unit: null })
    expect(cell(rows[0], 'startDate')?.value).toBe('2016-09-01')
  })

  test.each(['', '  ', '-', '–'])('with %j is empty, which is no zero', async (value) => {
    expect((await one('Beviljat belopp', value)).cell).toMatchObject({ state: 'EMPTY', value: null })
  })

  test('that cannot be what its column is says so and keeps its words', async () => {
    const { cell, problems } = await one('Startdatum', 'snart')
    expect(cell).toMatchObject({ state: 'UNREADABLE', raw: 'snart', value: null })
    expect(cell?.problem?.sv).toContain('datum')
    expect(problems).toMatchObject([{ kind: 'unreadable', column: 3, examples: ['snart'] }])
  })

  test('of a column that nobody knows is kept with its header', async () => {
    expect((await one('Antal företag', '12')).cell).toMatchObject({
      target: 'unknown',
      header: 'Antal företag',
      value: '12',
    })
  })

  test.each(['Telefon', 'Kontaktperson', 'E-post'])('of the column %s is not kept at all', async (header) => {
    const { rows } = await convertText([`Diarienummer;Namn på insatsen;${header}`, '2016/1;A;Kim Exempel'])
    expect(rows[0]?.cells).toHaveLength(2)
    expect(JSON.stringify(rows)).not.toContain('Kim')
  })
})

describe('money', () => {
  test('in thousands by its header is kronor, with its rounding', async () => {
    expect((await one('Beviljat belopp (tkr)', '1 250')).cell).toMatchObject({
      value: 1_250_000,
      precision: 1000,
    })
    expect((await one('Beviljat belopp (mkr)', '1,25')).cell).toMatchObject({
      value: 1_250_000,
      precision: 10_000,
    })
  })

  test('in words is read as on pages', async () => {
    expect((await one('Beviljat belopp', 'ca 1,2 miljoner kronor')).cell).toMatchObject({
      value: 1_200_000,
      precision: 100_000,
      qualifier: 'ca',
    })
  })

  test('in euro is kept in euro beside the field that it would be, and never converted', async () => {
    const { cell, problems } = await one('Beviljat belopp', '1 000,50 €', { target: 'grantedSupport' })
    expect(cell).toMatchObject({
      target: 'otherAmount',
      meant: 'grantedSupport',
      value: 1000.5,
      currency: 'EUR',
    })
    expect(problems).toMatchObject([{ kind: 'other-currency' }])
  })

  test('of zero is zero, unless the mapping says that zero is nobody knows', async () => {
    expect((await one('Beviljat belopp', '0')).cell).toMatchObject({ state: 'READ', value: 0 })
    const unknown = { target: 'grantedSupport', zeroMeansUnknown: true } as const
    expect((await one('Beviljat belopp', '0', unknown)).cell).toMatchObject({ state: 'READ', value: null })
    expect((await one('Total Kostnader', '0')).cell).toMatchObject({
      target: 'totalCosts',
      state: 'READ',
      value: null,
    })
  })

  test('below zero is pointed at', async () => {
    const { cell, problems } = await one('Beviljat belopp', '(500)')
    expect(cell?.value).toBe(-500)
    expect(problems).toMatchObject([{ kind: 'negative-amount' }])
  })

  test.each(['1 23', '12 34 567', '1,2,3', 'mycket', '5 personer'])('%s is none', async (value) => {
    expect((await one('Beviljat belopp', value)).cell?.state).toBe('UNREADABLE')
  })
})

describe('other values', () => {
  test.each<[string, string, unknown]>([
    ['Unionens medfinansieringsgrad', '90%', 0.9],
    ['Unionens medfinansieringsgrad', '0,4', 0.4],
    ['EU-fond', 'European Regional Development Fund', 'ERUF'],
    ['EU-fond', 'ESF+', 'ESF+'],
    ['Programområde', 'A - Ett inkluderande arbetsliv', 'A'],
    ['Interventionsområde', '109 Aktiv inkludering', '109'],
    ['Stödmottagare postnr', '211 20', '21120'],
    ['Projektägare organisationsnummer', '212000-1124', '2120001124'],
    ['Projektägare organisationsnummer', 'SE212000112401', '2120001124'],
    ['Kommuner', 'Arvika, Eda, Torsby', 'Arvika, Eda, Torsby'],
    ['Projektnummer', '2021SE05SFPR001_23-017-S01', '23-017-S01'],
    ['Projektnummer', 'Dnr 2019/00163', '2019/00163'],
  ])('%s: %s is %j', async (header, text, value) => {
    expect((await one(header, text)).cell).toMatchObject({ state: 'READ', raw: text, value })
  })

  test.each([
    ['2016-09-01 - 2019-08-31', '2016-09-01', '2019-08-31'],
    ['2016-09-01–2019-08-31', '2016-09-01', '2019-08-31'],
    ['1 sep 2016 till 31 aug 2019', '2016-09-01', '2019-08-31'],
  ])('a period %s is a start and an end', async (text, start, end) => {
    const { rows } = await convertText(['Diarienummer;Namn på insatsen;Projektperiod', `2016/1;A;${text}`])
    expect(cell(rows[0], 'startDate')).toMatchObject({ value: start, place: { column: 3 } })
    expect(cell(rows[0], 'endDate')).toMatchObject({ value: end, place: { column: 3 } })
  })

  test('a region has the code of its programme area', async () => {
    expect((await one('Region', 'Övre Norrland')).cell).toMatchObject({
      value: 'Övre Norrland',
      code: 'SE33',
    })
  })

  test('a summary in HTML is the text that a reader would see, without scripts', async () => {
    const html =
      '"<p>Målet är arbete &amp; studier.</p><script>alert(1)</script><ul><li>Praktik</li><li>Kurs</li></ul><img src=x onerror=alert(2)>"'
    const { cell } = await one('Sammanfattning', html)
    expect(cell?.value).toEqual([
      { kind: 'paragraph', text: 'Målet är arbete & studier.' },
      { kind: 'list', items: ['Praktik', 'Kurs'] },
    ])
  })

  test('a summary with a sign of comparison is no markup', async () => {
    const { cell } = await one('Sammanfattning', '"Deltagare < 25 år > 100 st\n- En punkt"')
    expect(cell?.value).toEqual([
      { kind: 'paragraph', text: 'Deltagare < 25 år > 100 st' },
      { kind: 'list', items: ['En punkt'] },
    ])
  })
})

describe('broken characters', () => {
  test.each(['en ¿ två', 'f\uFFFDrening', 'fÃ¶rening', 'MalmÃ¥s', 'â€œcitatâ€'])(
    '%s is pointed at and not mended',
    async (text) => {
      const { cell, problems } = await one('Sammanfattning', text)
      expect(cell?.raw).toBe(text)
      expect(problems).toMatchObject([{ kind: 'broken-characters', column: 3, ranges: [[2, 2]] }])
    },
  )

  test.each(['SÃO PAULO', 'Ângström', 'Åsa – Örjan', '”citat”', 'Är det så?'])(
    '%s is whole',
    async (text) => {
      expect((await one('Sammanfattning', text)).problems).toEqual([])
    },
  )
})

describe('a row', () => {
  test.each([
    ['no-name', '2016/9;;Malmö stad;2;1;2016-09-01;2019-08-31'],
    ['no-number', ';Ung;Malmö stad;2;1;2016-09-01;2019-08-31'],
    ['end-before-start', '2016/9;Ung;Malmö stad;2;1;2019-09-01;2016-08-31'],
    ['support-above-total', '2016/9;Ung;Malmö stad;1;2;2016-09-01;2019-08-31'],
    ['duplicate-number', '2016-00123;Ung;Malmö stad;2;1;2016-09-01;2019-08-31'],
    ['extra-cells', `${OTHER.replace('00124', '00125')};och mer`],
    ['repeated-headers', HEADER],
    ['totals-row', 'Summa;;;4 000 000;2 000 000;;'],
    ['totals-row', ';;;4 000 000;2 000 000;;'],
  ])('is noted as %s', async (kind, line) => {
    expect(await kinds(OTHER, line)).toEqual([kind])
  })

  test('is left out when it holds totals, the headers again, or nothing', async () => {
    const { rows } = await convertText([
      HEADER,
      ROW,
      HEADER,
      ';;;;;;',
      OTHER,
      'Totalt;;;5 000 000;2 500 000;;',
    ])
    expect(rows.map(({ skipped }) => skipped)).toEqual([null, 'headers', 'empty', null, 'totals'])
    expect(rows[1]?.cells).toEqual([])
  })

  test('of an operation whose name begins like a sum is an operation', async () => {
    expect(await kinds('2016/9;Totalt inkluderande;Malmö stad;2;1;2016-09-01;2019-08-31')).toEqual([])
  })
})

describe('persons', () => {
  const HEADS = 'Diarienummer;Namn på insatsen;Stödmottagare;Organisationsnummer;Sammanfattning'
  const convert = async (line: string) => {
    const { rows, problems } = await convertText([HEADS, '2016/1;X;Malmö stad;212000-1124;Text.', line])
    return { all: JSON.stringify([rows[1], problems]), kinds: problems.map(({ kind }) => kind), row: rows[1] }
  }

  test.each([
    '19811218-9876',
    '811218-9876',
    '8112189876',
    '198112189876',
    '811278-9873',
    '8113189876',
    '101010007',
  ])(
    'the personal number %s in place of an organisation number is neither kept nor told, and its bearer is covered',
    async (number) => {
      const { all, kinds } = await convert(`2016/2;Kurs;Qvist Konsulter;${number};Kurs av Qvist Konsulter.`)
      expect(kinds).toEqual(expect.arrayContaining(['personal-number', 'natural-person']))
      expect(all).not.toContain(number)
      expect(all.replace(/\D/g, '')).not.toContain(number.replace(/\D/g, '').slice(-4))
      expect(all).not.toContain('Qvist')
    },
  )

  test('a person is covered in prose with the first name first, too', async () => {
    const { all } = await convert('2016/2;Kurs;Exempelsson, Anna;;Anna Exempelsson håller kursen.')
    expect(all).not.toContain('Anna')
  })

  test.each(['Anna Exempelsson', 'Exempelsson, Anna', 'Karl-Erik von Prov'])(
    '%s is a person by the name',
    async (name) => {
      const { all, kinds } = await convert(`2016/2;Kurs;${name};;Text.`)
      expect(kinds).toContain('natural-person')
      expect(all).not.toContain(name)
    },
  )

  test.each([
    'Sala kommun',
    'Coompanion Kronoberg',
    'Film i Skåne',
    'Erik Penser Bank',
    'IUC Dalarna',
    'Simon Konsult AB',
  ])('%s is none', async (name) => {
    const { kinds, row } = await convert(`2016/2;Kurs;${name};212000-1355;Text.`)
    expect(kinds).toEqual([])
    expect(cell(row, 'owner')?.state).toBe('READ')
  })

  test('a company that is called like a person is told by its number, and a person has no address either', async () => {
    const { kinds, row } = await convert('2016/2;Kurs;Eva Exempel;556036-0793;Text.')
    expect(kinds).toEqual([])
    expect(cell(row, 'owner')?.state).toBe('READ')
    const { rows } = await convertText([
      'Diarienummer;Stödmottagare;Adress;Postnummer',
      '2016/1;Eva Exempel;Storgatan 1;211 20',
    ])
    expect(JSON.stringify(rows)).not.toMatch(/Eva|Storgatan|211/)
  })

  test('an organisation number with a wrong check digit is shown, and is no person', async () => {
    const { kinds, row } = await convert('2016/2;Kurs;Malmö stad;212000-1125;Text.')
    expect(kinds).toEqual(['wrong-checksum'])
    expect(cell(row, 'ownerOrganisationNumber')).toMatchObject({ state: 'UNREADABLE', raw: '212000-1125' })
  })

  test('a contact in a summary is covered in its words and in its value', async () => {
    const { all, kinds } = await convert(
      '2016/2;Kurs;Malmö stad;212000-1124;Kontakta Kim Exempel på 070-123 45 67 eller kim@exempel.se.',
    )
    expect(kinds).toEqual(['private-words'])
    for (const secret of ['Kim', '070', 'kim@']) expect(all).not.toContain(secret)
  })
})
