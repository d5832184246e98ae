import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Candidate, foldField, type StandingCorrection } from './shown.ts'

let nextId = 1
const said = (value: Candidate['value'], more: Partial<Candidate> = {}): Candidate => ({
  id: nextId++,
  source: 'page',
  origin: 'FIELD',
  state: 'READ',
  value,
  precision: null,
  qualifier: null,
  code: null,
  capturedAt: 0,
  isReplaced: false,
  ...more,
})
const correction = (
  value: Candidate['value'],
  more: Partial<StandingCorrection> = {},
): StandingCorrection => ({
  id: nextId++,
  kind: 'VALUE',
  value,
  code: null,
  precision: null,
  qualifier: null,
  seenStatementId: null,
  at: 0,
  ...more,
})

describe('the rule that chooses the shown value', () => {
  test('a correction goes before anything read, and what was read stays as a rival', () => {
    const read = said(145)
    const shown = foldField('count', [read], [correction(300, { seenStatementId: read.id })])
    expect(shown).toMatchObject({ state: 'value', value: 300, statement: read.id, sourceChanged: false })
  })

  test('what was entered before any source said it is no news when one says the same', () => {
    const entered = correction(9_900_000, { precision: 100_000 })
    expect(foldField('amount', [said(9_856_917)], [entered])?.sourceChanged).toBe(false)
    expect(foldField('amount', [said(8_000_000)], [entered])?.sourceChanged).toBe(true)
  })

  test('the latest correction goes before earlier ones', () => {
    expect(foldField('count', [said(1)], [correction(2, { at: 5 }), correction(3, { at: 9 })])?.value).toBe(3)
  })

  test('a correction is flagged once the source says something else than it did', () => {
    const [old, newer] = [said(145, { isReplaced: true }), said(160, { capturedAt: 9 })]
    const shown = foldField('count', [old, newer], [correction(300, { seenStatementId: old.id })])
    expect(shown).toMatchObject({ value: 300, sourceChanged: true })
  })

  test('“the source does not say” shows no value and keeps what was read', () => {
    const shown = foldField('count', [said(145)], [correction(null, { kind: 'NOT_STATED' })])
    expect(shown).toMatchObject({ state: 'notStated', value: null })
    expect(shown?.rivals).toHaveLength(1)
  })

  test.each([
    ['the project’s page before a decision list', said(1, { source: 'list', capturedAt: 9 }), said(2)],
    [
      'an exact amount before a rounded one',
      said(1, { precision: 100_000, capturedAt: 9 }),
      said(2, { precision: 1 }),
    ],
    ['a plain number before “drygt”', said(1, { qualifier: 'drygt', capturedAt: 9 }), said(2)],
    ['a newer capture before an older', said(1, { capturedAt: 1 }), said(2, { capturedAt: 2 })],
    ['a value before an empty field, however new', said(null, { state: 'EMPTY', capturedAt: 9 }), said(2)],
    ['a value before an unreadable one', said(null, { state: 'UNREADABLE', capturedAt: 9 }), said(2)],
    ['zero is a value', said(null, { state: 'EMPTY' }), said(0)],
    ['a field before running text', said(1, { origin: 'PROSE', capturedAt: 9 }), said(2)],
    ['a field’s first value before its second', said(1, { origin: 'RIVAL' }), said(2)],
    [
      'an exact amount on a list goes after the page’s rounded one',
      said(1, { source: 'list' }),
      said(2, { precision: 1000 }),
    ],
  ])('%s', (_, loser, winner) => {
    expect(foldField('amount', [loser, winner], [])?.statement).toBe(winner.id)
    expect(foldField('amount', [winner, loser], [])?.statement).toBe(winner.id)
  })

  test('absent, empty, zero, unreported and unreadable are five things', () => {
    const states = [
      foldField('amount', [], [])?.state,
      foldField('amount', [said(null, { state: 'EMPTY' })], [])?.state,
      foldField('amount', [said(0)], [])?.state,
      foldField('amount', [said(null)], [])?.state,
      foldField('amount', [said(null, { state: 'UNREADABLE' })], [])?.state,
    ]
    expect(states).toEqual([undefined, 'empty', 'value', 'unreported', 'unreadable'])
  })
})

describe('amounts of different kinds', () => {
  const kind = (value: number, code: string, more: Partial<Candidate> = {}) =>
    said(value, { code, source: 'list', ...more })

  test('what was awarded is shown, what was applied for stands apart and is no rival', () => {
    const shown = foldField(
      'amount',
      [kind(2_100_000, 'APPLIED'), kind(2_000_000, 'AWARDED', { precision: 100_000 })],
      [],
    )
    expect(shown).toMatchObject({ value: 2_000_000, code: 'AWARDED', rivals: [] })
    expect(shown?.apart).toHaveLength(1)
  })

  test('a newer list that only tells what was applied for goes before the older one', () => {
    const [old, newer] = [
      kind(500_000, 'AWARDED', { isReplaced: true }),
      kind(900_000, 'APPLIED', { capturedAt: 9 }),
    ]
    expect(foldField('amount', [old, newer], [])).toMatchObject({ value: 900_000, code: 'APPLIED' })
  })
})

test('of two captures of one day the one that replaced the other is shown', () => {
  const [old, newer] = [said(100, { isReplaced: true }), said(200)]
  expect(foldField('count', [old, newer], [])).toMatchObject({ value: 200, rivals: [] })
})

describe('what is a disagreement', () => {
  const rivals = (type: Parameters<typeof foldField>[0], a: Candidate, b: Candidate) =>
    foldField(type, [a, b], [])?.rivals.length

  test.each([
    ['rounded down', 9_956_917, 9_900_000],
    ['rounded to the nearest', 11_397_810, 11_400_000],
  ])('a rounded amount agrees with the exact one that it comes from: %s', (_, exact, rounded) => {
    expect(
      rivals('amount', said(exact, { precision: 1 }), said(rounded, { precision: 100_000, source: 'list' })),
    ).toBe(0)
  })

  test('amounts that no rounding explains disagree', () => {
    expect(rivals('amount', said(8_225_159), said(8_100_000, { precision: 100_000 }))).toBe(1)
    expect(rivals('amount', said(7_650_000), said(7_605_000))).toBe(1)
  })

  test('names are compared without capitals, owners without their unit, regions by their code', () => {
    expect(rivals('text', said('Ung växtkraft'), said('Ung Växtkraft'))).toBe(0)
    expect(rivals('text', said('MIA'), said('MIA Vidare'))).toBe(1)
    const [unit, none] = ['Arbetslivskontoret', null].map((unit) =>
      said({ organisation: 'Sala kommun', unit }),
    )
    expect(rivals('organisation', unit as Candidate, none as Candidate)).toBe(0)
    expect(
      rivals('code', said('Skåne-Blekinge', { code: 'SE22' }), said('Sydsverige', { code: 'SE22' })),
    ).toBe(0)
  })

  test('what an older capture said is history, not a disagreement', () => {
    const shown = foldField('count', [said(1, { isReplaced: true }), said(2, { capturedAt: 9 })], [])
    expect(shown).toMatchObject({ value: 2, rivals: [] })
    expect(shown?.older).toHaveLength(1)
  })

  test('running text that says another number than the field is one', () => {
    expect(rivals('count', said(145), said(300, { origin: 'PROSE', qualifier: 'drygt' }))).toBe(1)
  })
})

const candidates = fc.array(
  fc
    .record({
      source: fc.constantFrom('page' as const, 'list' as const),
      origin: fc.constantFrom('FIELD' as const, 'RIVAL' as const, 'PROSE' as const),
      state: fc.constantFrom('READ' as const, 'EMPTY' as const, 'UNREADABLE' as const),
      number: fc.option(fc.integer({ min: 0, max: 30 })),
      precision: fc.constantFrom(null, 1, 10),
      capturedAt: fc.integer({ min: 0, max: 3 }),
      isReplaced: fc.boolean(),
    })
    .map(({ number, ...more }) => said(more.state === 'READ' ? number : null, more)),
  { maxLength: 8 },
)

describe('whatever is said', () => {
  test('the order in which statements come does not matter', () => {
    fc.assert(
      fc.property(candidates, fc.infiniteStream(fc.nat()), (list, random) => {
        const shuffled = list
          .map((candidate) => ({ candidate, at: random.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ candidate }) => candidate)
        expect(foldField('amount', shuffled, [])).toEqual(foldField('amount', list, []))
      }),
    )
  })

  test('no statement is lost: each is shown, agrees, disagrees, is older, or says nothing', () => {
    fc.assert(
      fc.property(candidates, (list) => {
        const shown = foldField('amount', list, [])
        const told = shown
          ? [shown.statement, ...shown.rivals, ...shown.agreeing, ...shown.apart, ...shown.older]
          : []
        const silent = list
          .filter(({ value, isReplaced }) => value === null && !isReplaced)
          .map(({ id }) => id)
        expect(new Set([...told, ...silent])).toEqual(new Set(list.map(({ id }) => id)))
        expect(new Set(told).size).toBe(told.length)
      }),
    )
  })

  test('a value is shown whenever any document gives one', () => {
    fc.assert(
      fc.property(candidates, (list) => {
        const hasValue = list.some(({ value }) => value !== null)
        expect(foldField('amount', list, [])?.state === 'value').toBe(hasValue)
      }),
    )
  })
})
