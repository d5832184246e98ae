import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { followUpKeys, typeOfFollowUpField } from '../follow-up/fields.ts'
import { INDICATORS } from '../follow-up/indicators.ts'
import { COST_BASES, DOCUMENT_TYPES, EVENT_TYPES, FOLLOW_UP_KINDS } from '../follow-up/kinds.ts'
import type { StoredBlock, StoredValue } from '../projects/shown.ts'
import { CORRECTABLE, type CorrectableType, type SubjectKind } from './fields.ts'
import { NOTHING_TYPED, typedText } from './typed.ts'
import { readTyped } from './values.ts'

const typed = (text: string, more: { kind?: string; rounding?: string } = {}) => ({
  ...NOTHING_TYPED,
  text,
  ...more,
})
const value = (kind: SubjectKind, field: string, text: string, more = {}) => {
  const read = readTyped(kind, field, typed(text, more))
  return read.ok ? read.value : read.problem.sv
}
const ofProject = (field: string, text: string) => {
  const read = value('project', field, text)
  return typeof read === 'string' ? read : read.value
}

describe('what a person types may be written as the sources write it', () => {
  test.each([
    ['plannedParticipants', '300', 300],
    ['plannedParticipants', ' 1 650 deltagare ', 1650],
    ['plannedParticipants', '300 people', 300],
    ['plannedParticipants', '1,650', 1650],
    ['plannedParticipants', '0', 0],
    ['startDate', '2020-03-19', '2020-03-19'],
    ['startDate', '19 mars 2020', '2020-03-19'],
    ['endDate', '19 March 2020', '2020-03-19'],
    ['totalBudget', '1 234 567 kr', 1_234_567],
    ['totalBudget', '9,9 miljoner', 9_900_000],
    ['grantedSupport', '9.9 million', 9_900_000],
    ['grantedSupport', '9.956 million', 9_956_000],
    ['grantedSupport', '9,956 mkr', 9_956_000],
    ['grantedSupport', 'SEK 1,234 million', 1_234_000_000],
    ['totalBudget', 'SEK 450,000', 450_000],
    ['totalBudget', '450,000', 450_000],
    ['unionCofinancingRate', '50 %', 0.5],
    ['unionCofinancingRate', '50 per cent', 0.5],
    ['childPovertyTheme', 'ja', true],
    ['strategicImportance', 'No', false],
    ['fund', 'Europeiska socialfonden plus', 'ESF+'],
    ['ownerOrganisationNumber', '212000-1124', '2120001124'],
    ['recipientPostalCode', '123 45', '12345'],
    ['specificObjective', '1,1', '1.1'],
    ['programmingPeriod', '2021–2027', '2021-2027'],
    ['name', '  Ung\u00a0  växtkraft \u200b', 'Ung växtkraft'],
    [
      'owner',
      'Sala kommun, Arbetsmarknadsenheten',
      { organisation: 'Sala kommun', unit: 'Arbetsmarknadsenheten' },
    ],
    ['owner', '"Film, TV och Medier i Norr"', { organisation: 'Film, TV och Medier i Norr', unit: null }],
    [
      'owner',
      'Nynäshamns kommun\nJärfälla kommun',
      { organisations: ['Nynäshamns kommun', 'Järfälla kommun'] },
    ],
  ])('%s: %s', (field, text, expected) => {
    expect(ofProject(field, text)).toEqual(expected)
  })

  test('an amount keeps its kind and its rounding', () => {
    const awarded = { kind: 'AWARDED' }
    expect(value('item', 'amount', '9,9 miljoner', awarded)).toEqual({
      value: 9_900_000,
      code: 'AWARDED',
      precision: 100_000,
      qualifier: null,
    })
    expect(value('item', 'amount', 'drygt 9 956 917 kr', { kind: 'APPLIED', rounding: '1000' })).toEqual({
      value: 9_956_917,
      code: 'APPLIED',
      precision: 1000,
      qualifier: 'drygt',
    })
    expect(value('item', 'totalBudget', '15 400 000', awarded)).toMatchObject({ code: null, precision: 1 })
  })

  test('an amount of a follow-up keeps its öre, as pages in English write them too', () => {
    for (const text of ['1 234 567,50', '1,234,567.50', 'SEK 1,234,567.50', '1,234,567.50 kr'])
      expect([text, value('followUp', 'costs.total', text)]).toMatchObject([text, { value: 1_234_567.5 }])
  })

  test('a region has its code beside its name, and a decision only the code', () => {
    expect(value('project', 'region', 'Småland & Öarna')).toMatchObject({
      value: 'Småland och Öarna',
      code: 'SE21',
    })
    expect(value('project', 'region', 'SE23')).toMatchObject({ value: 'Västsverige', code: 'SE23' })
    expect(value('project', 'region', 'ESF Nationellt')).toMatchObject({
      value: 'ESF Nationellt',
      code: 'SE0',
    })
    expect(value('decision', 'region', 'Stockholm')).toMatchObject({ value: 'SE11', code: null })
  })

  test('partners stand one a line, with "med flera" last', () => {
    expect(value('item', 'partners', 'Unionen\nRegion Exempel\nmed flera', { kind: 'list' })).toMatchObject({
      value: { organisations: ['Unionen', 'Region Exempel'] },
      qualifier: 'med flera',
    })
    expect(value('item', 'partners', 'Lokala, privata\nföretag', { kind: 'prose' })).toMatchObject({
      value: 'Lokala, privata företag',
      qualifier: null,
    })
  })

  test('a description has paragraphs, headings and lists', () => {
    const text = '# Bakgrund\nUnga är\u00a0utan arbete.\r\n\r\n- ett\n• två\n\n- en lista till'
    expect(value('project', 'description', text)).toMatchObject({
      value: [
        { kind: 'heading', text: 'Bakgrund' },
        { kind: 'paragraph', text: 'Unga är utan arbete.' },
        { kind: 'list', items: ['ett', 'två'] },
        { kind: 'list', items: ['en lista till'] },
      ],
    })
  })
})

describe('what cannot be a value is refused with a sentence that says why', () => {
  test.each([
    ['plannedParticipants', '-3', 'mindre än noll'],
    ['plannedParticipants', '2,5', 'heltal'],
    ['plannedParticipants', '99 999 999', 'Så många'],
    ['plannedParticipants', 'många', 'antal'],
    ['totalBudget', '-100', 'mindre än noll'],
    ['totalBudget', '999 999 999 999', '100 miljarder'],
    ['totalBudget', 'mycket', 'belopp'],
    ['totalBudget', '9.956 mkr', 'belopp'],
    ['totalCosts', '0', 'redovisat'],
    ['startDate', '2020-02-30', 'kalendern'],
    ['startDate', '31 april 2020', 'kalendern'],
    ['startDate', '0020-01-01', 'kalendern'],
    ['startDate', '1950-01-01', 'mellan 1990'],
    ['startDate', 'snart', 'datum'],
    ['ownerOrganisationNumber', '212000-1125', 'kontrollsiffra'],
    ['ownerOrganisationNumber', '800101-1239', 'personnummer'],
    ['region', 'Skogen', 'programområden'],
    ['unionCofinancingRate', '140 %', 'procent'],
    ['childPovertyTheme', 'kanske', 'Ja eller Nej'],
    ['name', ' \u200b ', 'tom'],
    ['name', 'x'.repeat(301), '300 tecken'],
    ['constructor', 'x', 'rättas inte'],
    ['contactName', 'x', 'rättas inte'],
  ])('%s: %s', (field, text, why) => {
    expect(ofProject(field, text)).toContain(why)
  })

  test('values that reach a person are no open data', () => {
    expect(ofProject('name', 'Fråga kim.exempel@example.se')).toContain('e-postadress')
    expect(ofProject('description', 'Ring 070-123 45 67')).toContain('telefonnummer')
    expect(ofProject('recipientAddress', 'Kim, 19800101-1239')).toContain('personnummer')
    expect(value('item', 'partners', 'Unionen\nkim(at)example.se')).toContain('e-postadress')
    expect(ofProject('diaryNumber', '2015/00311')).toBe('2015/00311')
    expect(ofProject('totalBudget', '08 225 159 kr')).toBe(8_225_159)
  })
})

/** Words that sources and people write: no white space but single blanks. */
const words = fc
  .array(
    fc.constantFrom(
      'Ung',
      'växtkraft',
      'i',
      'Norr,',
      '"Nu"',
      'och',
      '-',
      '#',
      '\\',
      'A,',
      '2.0',
      '•',
      'med',
      'flera',
      'Sala',
      'kommun',
      'Arbetsmarknadsenheten,',
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(' ').replace(/,$/, ''))
  .filter((text) => /\p{L}/u.test(text))
const pickedDate = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))
const step = fc.constantFrom(1, 1000, 10_000, 100_000, 1_000_000)
const qualifier = fc.constantFrom(null, 'drygt', 'ca', 'upp till')
const block: fc.Arbitrary<StoredBlock> = fc.oneof(
  fc.record({ kind: fc.constantFrom('heading' as const, 'paragraph' as const), text: words }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(words, { minLength: 1, maxLength: 3 }) }),
)
const organisation = fc.oneof(
  fc.record({ organisation: words, unit: fc.option(words) }),
  fc.record({ organisations: fc.array(words, { minLength: 2, maxLength: 4 }) }),
)

type Valued = { value: StoredValue; code: string | null; precision: number | null; qualifier: string | null }
const plain = (values: fc.Arbitrary<StoredValue>): fc.Arbitrary<Valued> =>
  values.map((one) => ({ value: one, code: null, precision: null, qualifier: null }))
const amount = (codes: fc.Arbitrary<string | null>): fc.Arbitrary<Valued> =>
  fc
    .record({
      value: fc.integer({ min: 1, max: 99_999_999_999 }),
      precision: step,
      code: codes,
      qualifier,
      whole: fc.boolean(),
    })
    .map(({ whole, ...read }) => ({
      ...read,
      value: whole ? Math.max(1, Math.floor(read.value / read.precision)) * read.precision : read.value,
    }))

const OF_TYPE: Record<string, fc.Arbitrary<Valued>> = {
  text: plain(words),
  amount: amount(fc.constant(null)),
  count: fc.record({
    value: fc.integer({ min: 0, max: 10_000_000 }),
    code: fc.constant(null),
    precision: fc.constant(null),
    qualifier: fc.constantFrom(null, 'drygt', 'ca', 'upp till'),
  }),
  date: plain(pickedDate),
  organisation: plain(organisation),
  share: plain(fc.integer({ min: 1, max: 1_000_000 }).map((millionths) => millionths / 1_000_000)),
  yesNo: plain(fc.boolean()),
  number: fc.record({
    value: fc.integer({ min: 0, max: 9_000_000_000 }).map((millionths) => millionths / 1_000_000),
    code: fc.constant(null),
    precision: fc.constant(null),
    qualifier: fc.constantFrom(null, 'drygt', 'ca', 'upp till'),
  }),
}
const region = fc.constantFrom(
  ['Övre Norrland', 'SE33'],
  ['ESF Nationellt', 'SE0'],
  ['Skåne-Blekinge', 'SE22'],
)
const OF_FIELD: Record<string, fc.Arbitrary<Valued>> = {
  'project.diaryNumber': plain(fc.constantFrom('2019/00163', '22-009-S02')),
  'project.projectNumber': plain(fc.constantFrom('2019/00163', '22-009-S02')),
  'project.callNumber': plain(fc.constantFrom('2014/09002')),
  'project.ownerOrganisationNumber': plain(fc.constantFrom('2120001124', '8029999029')),
  'project.recipientPostalCode': plain(fc.constantFrom('10064', '99802')),
  'project.region': region.map(([name = '', code = '']) => ({
    value: name,
    code,
    precision: null,
    qualifier: null,
  })),
  'project.nuts2': plain(fc.constantFrom('SE0', 'SE33')),
  'project.fund': plain(fc.constantFrom('ESF', 'ESF+', 'ERUF', 'FRO')),
  'project.programmingPeriod': plain(fc.constantFrom('2007-2013', '2021-2027')),
  'project.programmeArea': plain(fc.constantFrom('1', 'F')),
  'project.specificObjective': plain(fc.constantFrom('1.1', 'A2A', 'F1', '3')),
  'project.interventionType': plain(fc.constantFrom('102', '102,103')),
  'project.programmeCci': plain(fc.constantFrom('2021SE05SFPR')),
  'project.description': plain(fc.array(block, { minLength: 1, maxLength: 6 })),
  'item.description': plain(fc.array(block, { minLength: 1, maxLength: 6 })),
  'followUp.sourceUrl': plain(
    fc
      .webUrl()
      .filter((url) => !url.includes('@'))
      .map((url) => new URL(url).href),
  ),
  'followUp.basis': plain(fc.constantFrom(...COST_BASES)),
  'followUp.event': plain(fc.constantFrom(...EVENT_TYPES)),
  'followUp.documentType': plain(fc.constantFrom(...DOCUMENT_TYPES)),
  'followUp.code@egen-rad': plain(fc.constantFrom(...INDICATORS.map(({ code }) => code))),
  'item.amount': amount(fc.constantFrom(null, 'APPLIED', 'PRIORITISED', 'AWARDED', 'UNSPECIFIED')),
  'item.projectNumber': plain(fc.constantFrom('2019/00163')),
  'item.partners': fc
    .oneof(words, fc.record({ organisations: fc.array(words, { minLength: 1, maxLength: 4 }) }))
    .chain((one) =>
      fc
        .constantFrom(null, 'med flera')
        .map((open) => ({ value: one as StoredValue, code: null, precision: null, qualifier: open })),
    ),
  'decision.region': plain(fc.constantFrom('SE11', 'SE0')),
  'decision.fund': plain(fc.constantFrom('ERUF')),
  'decision.county': plain(fc.constantFrom('Dalarna', 'Jämtland Härjedalen')),
  'organisation.number': plain(fc.constantFrom('2120001124')),
}

const IS_NO_TEXT = ['link', 'membership']
const TABLES: [SubjectKind, Readonly<Record<string, CorrectableType>>][] = [
  ...(Object.entries(CORRECTABLE) as [keyof typeof CORRECTABLE, Record<string, CorrectableType>][]),
  ['followUp', followUpTable()],
]
const FIELDS = TABLES.flatMap(([kind, table]) =>
  Object.entries(table)
    .filter(([, type]) => !IS_NO_TEXT.includes(type))
    .map(([field, type]) => [kind, field, type] as const),
)

/** Every field of every kind, those of a row in one. */
function followUpTable(): Record<string, CorrectableType> {
  const keys = FOLLOW_UP_KINDS.flatMap((kind) => followUpKeys(kind, ['name@egen-rad']))
  return Object.fromEntries(keys.map((key) => [key, typeOfFollowUpField(key) ?? 'text']))
}

describe('a value put into a form and read back is the same', () => {
  test.each(FIELDS)('%s: %s', (kind, field, type) => {
    const values = OF_FIELD[`${kind}.${field}`] ?? OF_TYPE[type]
    if (!values) throw new Error(`no values are generated for ${type}`)
    const isAmbiguous = ({ value }: Valued) =>
      typeof value === 'object' && value !== null && JSON.stringify(value).includes('med flera"')
    fc.assert(
      fc.property(
        values.filter((one) => field !== 'partners' || !isAmbiguous(one)),
        (one) => {
          const read = readTyped(kind, field, typedText(kind, field, one))
          expect(read.ok ? read.value : read.problem).toEqual(one)
        },
      ),
      { numRuns: 300 },
    )
  })
})

test('a document of ours is no telephone number, whatever digits its address has', () => {
  expect(value('followUp', 'sourceUrl', '/dokument/070123456789')).toMatchObject({
    value: '/dokument/070123456789',
  })
})
