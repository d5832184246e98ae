import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FollowUpKind } from '../../prisma/generated/enums.ts'
import { readTyped } from '../corrections/values.ts'
import { FollowUpContent } from './content.ts'
import { readStated, wrongAsWhole } from './stated.ts'

const SOURCE = { asOf: '2022-12-31', sourceUrl: 'https://example.se/rapport' }

const read = (
  kind: FollowUpKind,
  fields: Record<string, string>,
  rows: Record<string, string>[] = [],
  hasFile = false,
) =>
  readStated(
    {
      kind,
      content: FollowUpContent.parse({
        fields,
        rows: rows.map((row, at) => ({ id: `r${at + 1}`, fields: row })),
      }),
      hasFile,
      today: '2026-11-22',
    },
    (field, typed) => readTyped('followUp', field, typed),
  )
const values = (result: ReturnType<typeof read>) =>
  Object.fromEntries(Object.entries(result.stated).map(([key, { value }]) => [key, value]))
const problems = (result: ReturnType<typeof read>) =>
  result.problems.map(({ row, field, why }) => [row, field, typeof why === 'string' ? why : why.sv])

test('costs by financier', () => {
  const costs = read('COSTS', {
    ...SOURCE,
    basis: 'approved',
    'costs.total': '9,9 miljoner',
    'costs.eu': '4 500 000 kr',
  })
  expect(problems(costs)).toEqual([])
  expect(values(costs)).toMatchObject({ basis: 'approved', 'costs.total': 9_900_000, 'costs.eu': 4_500_000 })
  expect(costs.stated['costs.total']?.precision).toBe(100_000)
})

test('costs keep their öre, and parts that make their whole to the öre are no more than it', () => {
  const fields = {
    ...SOURCE,
    basis: 'reported',
    'costs.eu': '0,10',
    'costs.public': '0,20',
    'costs.private': '1 000,00',
  }
  const costs = read('COSTS', { ...fields, 'costs.total': '1 000,30 kr' })
  expect(problems(costs)).toEqual([])
  expect(values(costs)).toMatchObject({ 'costs.eu': 0.1, 'costs.private': 1000, 'costs.total': 1000.3 })
  const more = read('COSTS', { ...fields, 'costs.total': '1 000,29' })
  expect(problems(more)).toEqual([[null, 'costs.total', 'moreThanAll']])
})

describe('parts of which some are rounded', () => {
  const costs = (total: string, eu: string, rest: string) =>
    problems(
      read('COSTS', {
        ...SOURCE,
        basis: 'reported',
        'costs.total': total,
        'costs.eu': eu,
        'costs.public': rest,
      }),
    ).map(([, field, why]) => [field, why])
  const MORE = [['costs.total', 'moreThanAll']]

  test.each<[string, string, string, string, unknown[]]>([
    [
      'are more than the whole by more than they are rounded',
      '19 000 000',
      '10 000 000,55',
      '9,9 miljoner',
      MORE,
    ],
    ['may be rounded up', '19 850 000', '10 000 000', '9,9 miljoner', []],
    ['may be parts of what was rounded down', '19,8 miljoner', '10 000 000', '9 850 000', []],
    ['are more than what was rounded', '19,8 miljoner', '10 000 000', '9 950 000', MORE],
    ['are at least what is said', '15 miljoner', 'drygt 10 miljoner', 'minst 8 miljoner', MORE],
    ['may be less than about', '19 000 000', '10 000 000', 'ca 9,9 miljoner', []],
    ['may be of a whole of at least', 'minst 15 miljoner', '10 000 000', '9 900 000', []],
  ])('%s', (_, total, eu, rest, wanted) => {
    expect(costs(total, eu, rest)).toEqual(wanted)
  })

  test('are never refused where they were rounded from parts of the whole', () => {
    const amount = fc.integer({ min: 0, max: 50_000_000 })
    const step = fc.constantFrom(1, 1000, 100_000, 1_000_000)
    const round = fc.constantFrom(Math.round, Math.floor, Math.ceil)
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, step, round), { minLength: 4, maxLength: 4 }), (drawn) => {
        const [whole, ...parts] = drawn.map(([value, ...how], at) => ({
          value: at === 0 ? drawn.slice(1).reduce((sum, [part]) => sum + part, 0) : value,
          how,
        }))
        const typed = [whole, ...parts].flatMap((one, at) => {
          if (!one) return []
          const [precision, to] = one.how
          const value = to(one.value / precision) * precision
          const key = `costs.${['total', 'eu', 'public', 'private'][at]}`
          return [[key, { value, precision, code: null, qualifier: null }] as const]
        })
        const found = wrongAsWhole({
          kind: 'COSTS',
          stated: Object.fromEntries(typed),
          hasFile: true,
          today: '',
        })
        expect(found.filter(({ why }) => why === 'moreThanAll')).toEqual([])
      }),
    )
  })
})

test('participants, all together and by group; zero is a number, and empty is none', () => {
  const people = read(
    'PARTICIPANTS',
    { ...SOURCE, 'reached.women': '40', 'reached.men': '0', 'reached.nonBinary': '' },
    [{ group: 'Unga utan arbete', 'reached.total': 'drygt 20' }, { group: '' }],
  )
  expect(problems(people)).toEqual([])
  expect(values(people)).toMatchObject({
    'reached.women': 40,
    'reached.men': 0,
    'group@unga-utan-arbete': 'Unga utan arbete',
    'reached.total@unga-utan-arbete': 20,
  })
  expect(values(people)).not.toHaveProperty('reached.nonBinary')
})

test('indicators by the common codes in any writing, and the project’s own by name', () => {
  const indicators = read('INDICATORS', SOURCE, [
    { code: 'co 1', 'target.total': '100', 'actual.women': '12,5' },
    {
      name: 'Nya arbetssätt',
      unit: 'stycken',
      period: '2020–2022',
      'baseline.total': '0',
      'actual.total': '3',
    },
  ])
  expect(problems(indicators)).toEqual([])
  expect(values(indicators)).toMatchObject({
    'code@CO01': 'CO01',
    'actual.women@CO01': 12.5,
    'name@nya-arbetssatt': 'Nya arbetssätt',
    'baseline.total@nya-arbetssatt': 0,
  })
})

describe('what is wrong is told, each thing at its box', () => {
  test.each<[string, ReturnType<typeof read>, unknown[]]>([
    [
      'no day and no source',
      read('RESULTS', { achieved: 'Ett nätverk' }),
      [
        [null, 'asOf', 'missing'],
        [null, 'sourceUrl', 'noSource'],
      ],
    ],
    [
      'a day to come',
      read('RESULTS', { ...SOURCE, asOf: '2027-01-01', achieved: 'x' }),
      [[null, 'asOf', 'future']],
    ],
    ['no number', read('PARTICIPANTS', SOURCE), [[null, 'planned.total', 'nothing']]],
    ['no words', read('RESULTS', SOURCE), [[null, 'achieved', 'nothing']]],
    ['who says so', read('COSTS', { ...SOURCE, 'costs.eu': '1' }), [[null, 'basis', 'missing']]],
    ['what happened', read('EVENT', SOURCE), [[null, 'event', 'missing']]],
    [
      'more than all',
      read('PARTICIPANTS', { ...SOURCE, 'reached.total': '10', 'reached.women': '8', 'reached.men': '3' }),
      [[null, 'reached.total', 'moreThanAll']],
    ],
    [
      'what another event changes',
      read('EVENT', {
        ...SOURCE,
        event: 'paused',
        budget: '1 000',
        support: '500',
        endDate: '1999-01-01',
        'recovered.total': '500',
      }),
      [
        [null, 'budget', 'otherEvent'],
        [null, 'support', 'otherEvent'],
        [null, 'endDate', 'otherEvent'],
        [null, 'recovered.total', 'otherEvent'],
      ],
    ],
    [
      'a row without a name',
      read('INDICATORS', SOURCE, [{ 'actual.total': '3' }]),
      [['r1', 'name', 'unnamed']],
    ],
    [
      'one group twice',
      read('PARTICIPANTS', { ...SOURCE, 'reached.total': '9' }, [
        { group: 'Unga', 'reached.total': '1' },
        { group: 'unga', 'reached.total': '2' },
      ]),
      [['r2', 'group', 'sameRow']],
    ],
    [
      'no web address',
      read('RESULTS', { asOf: '2022-12-31', sourceUrl: 'javascript:alert(1)', achieved: 'x' }),
      [
        [
          null,
          'sourceUrl',
          'Det är varken en webbadress, som https://example.se/rapport.pdf, eller ett dokument i registret.',
        ],
      ],
    ],
  ])('%s', (_, result, wanted) => {
    expect(problems(result)).toEqual(wanted)
  })

  test.each(['budgetChanged', 'periodChanged'])('%s may change money and period at once', (event) => {
    const fields = { ...SOURCE, event, budget: '1 000', support: '500', endDate: '2023-06-30' }
    expect(problems(read('EVENT', fields))).toEqual([])
  })

  test('a file is a source as well', () => {
    expect(problems(read('RESULTS', { asOf: '2022-12-31', achieved: 'x' }, [], true))).toEqual([])
  })

  test('who reaches somebody is refused', () => {
    const [[, field] = []] = problems(
      read('RESULTS', { ...SOURCE, achieved: 'Skriv till kim.exempel@example.se' }),
    )
    expect(field).toBe('achieved')
  })
})

test('keys of the prototype are no fields', () => {
  const content = JSON.parse('{"fields":{"__proto__":"x","constructor":"y","asOf":"2022-12-31"},"rows":[]}')
  const { stated } = readStated(
    { kind: 'RESULTS', content: FollowUpContent.parse(content), hasFile: true, today: '2026-11-22' },
    (field, typed) => readTyped('followUp', field, typed),
  )
  expect(Object.keys(stated)).toEqual(['asOf'])
})
