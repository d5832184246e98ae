import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shown } from '../projects/testing/shown.ts'
import { differingIn, openIn, standsIn } from './differing.ts'
import { figuresIn, figuresOfPage } from './figures.ts'
import { foldOutcomes } from './fold.ts'

const DAY = '2020-12-31'
type Told = { basis?: string; corrected?: readonly string[]; asOf?: string; [measure: string]: unknown }

/** A published follow-up that tells these figures; those named in `corrected` have a correction that stands. */
const followUp = (id: number, { basis, corrected = [], asOf = DAY, ...figures }: Told) => ({
  id,
  asOf,
  publishedAt: id,
  shown: {
    ...(basis !== undefined && { basis: shown(basis) }),
    ...Object.fromEntries(
      Object.entries(figures).map(([key, value]) => [
        key,
        shown(value as number, { correction: corrected.includes(key) ? 7 : null }),
      ]),
    ),
  },
})

const open = (...followUps: ReturnType<typeof followUp>[]) => [
  ...openIn(foldOutcomes(followUps.flatMap(figuresIn)), { followUps, page: {} }),
]

describe('waits for a person', () => {
  test.each<[string, Told[], string[]]>([
    ['two figures of one day', [{ 'reached.total': 4 }, { 'reached.total': 5 }], ['reached.total']],
    ['not the same figure', [{ 'reached.total': 4 }, { 'reached.total': 4 }], []],
    ['not another day', [{ 'reached.total': 4, asOf: '2019-12-31' }, { 'reached.total': 5 }], []],
    [
      'one basis',
      [
        { basis: 'reported', 'costs.eu': 4 },
        { basis: 'reported', 'costs.eu': 5 },
      ],
      ['costs.eu'],
    ],
    [
      'not reported beside approved',
      [
        { basis: 'reported', 'costs.eu': 4 },
        { basis: 'approved', 'costs.eu': 5 },
      ],
      [],
    ],
    [
      'a part, and not the sum of it',
      [
        { 'reached.women': 4, 'reached.men': 4 },
        { 'reached.women': 5, 'reached.men': 4 },
      ],
      ['reached.women'],
    ],
    [
      'a sum whose parts agree',
      [
        { 'reached.women': 4, 'reached.men': 4 },
        { 'reached.women': 4, 'reached.men': 4, 'reached.nonBinary': 1 },
      ],
      ['reached.total'],
    ],
    ['a changed budget', [{ budget: 4 }, { budget: 5 }], ['budget']],
    [
      'not once the shown one is corrected, or found right',
      [{ 'reached.total': 4 }, { 'reached.total': 5, corrected: ['reached.total'] }],
      [],
    ],
    [
      'also where another one is',
      [{ 'reached.total': 4, corrected: ['reached.total'] }, { 'reached.total': 5 }],
      ['reached.total'],
    ],
    [
      'a sum until all its parts are',
      [
        { 'reached.women': 4, 'reached.men': 4, 'reached.nonBinary': 1 },
        { 'reached.women': 4, 'reached.men': 4, corrected: ['reached.women'] },
      ],
      ['reached.total'],
    ],
    [
      'not a sum all of whose parts are',
      [
        { 'reached.women': 4, 'reached.men': 4, 'reached.nonBinary': 1 },
        { 'reached.women': 4, 'reached.men': 4, corrected: ['reached.women', 'reached.men'] },
      ],
      [],
    ],
  ])('%s', (_, told, measures) => {
    expect(open(...told.map((one, at) => followUp(at + 1, one)))).toEqual(measures)
  })

  test('what the page says on the day that a follow-up tells of, until the field of the page is corrected', () => {
    const isOpen = (correction: number | null) => {
      const page = { totalBudget: shown(4, { statement: 1, correction }) }
      const own = followUp(1, { budget: 5 })
      // What is rounded gives way to the page's exact figure.
      const rounded = { ...own, shown: { budget: shown(5_000_000, { precision: 1_000_000 }) } }
      const figures = [...figuresIn(rounded), ...figuresOfPage(page, new Map([[1, DAY]]))]
      return [...openIn(foldOutcomes(figures), { followUps: [rounded], page })]
    }
    expect(isOpen(null)).toEqual(['budget'])
    expect(isOpen(3)).toEqual([])
  })
})

test('whatever is told, what waits differs, and nothing waits once all that is shown is corrected', () => {
  const measure = fc.constantFrom('reached.total', 'reached.women', 'reached.men', 'reached.nonBinary')
  const told = fc.dictionary(measure, fc.integer({ min: 0, max: 2 }))
  fc.assert(
    fc.property(fc.array(told, { maxLength: 4 }), (all) => {
      const followUps = all.map((one, at) => followUp(at + 1, one))
      const outcomes = foldOutcomes(followUps.flatMap(figuresIn))
      const differing = differingIn(outcomes)
      expect(open(...followUps)).toEqual(differing)
      for (const key of differing) expect(outcomes.get(key)?.rivals).not.toEqual([])
      // One that differs and is not among them is a sum with a part that is.
      for (const [key, { rivals, derivedFrom }] of outcomes)
        if (rivals.length > 0 && !differing.includes(key))
          expect(derivedFrom?.some((part) => differing.includes(part))).toBe(true)
      expect(
        open(...all.map((one, at) => followUp(at + 1, { ...one, corrected: Object.keys(one) }))),
      ).toEqual([])
    }),
  )
})

test('a sum stands in its parts, a figure of the page in its field', () => {
  const sum = ['reached.women', 'reached.men']
  const source = { kind: 'followUp', id: 3 } as const
  expect(standsIn({ measure: 'reached.total', derivedFrom: sum, source })).toEqual({
    followUp: 3,
    fields: sum,
  })
  expect(standsIn({ measure: 'costs.total', derivedFrom: null, source: { kind: 'page' } })).toEqual({
    followUp: null,
    fields: ['totalCosts'],
  })
})
