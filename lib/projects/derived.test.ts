import { expect, test } from 'vitest'
import { derive } from './derived.ts'

const known = {
  fund: null,
  programmingPeriod: null,
  programmeArea: null,
  specificObjective: null,
  numbers: [],
  startDate: null,
}

test.each([
  [
    'what the source says goes first',
    { programmingPeriod: '2007-2013', numbers: ['22-009-S02'] },
    '2007-2013',
    'source',
  ],
  [
    'a lettered programme area is ESF+',
    { programmeArea: 'A', numbers: ['2022/00500'] },
    '2021-2027',
    'programmeArea',
  ],
  ['a number in the form of ESF+', { numbers: ['22-009-S02'] }, '2021-2027', 'number'],
  [
    'a diary number begins with its year',
    { numbers: ['2015/00311'], startDate: '2023-01-01' },
    '2014-2020',
    'number',
  ],
  ['else the start tells', { startDate: '2009-05-01' }, '2007-2013', 'startDate'],
  ['nothing is known of nothing', {}, null, null],
] as const)('%s', (_, more, period, periodBy) => {
  expect(derive({ ...known, ...more })).toMatchObject({ period, periodBy })
})

test('a page of the project bank is about ESF, in the later period about ESF+', () => {
  expect(derive({ ...known, numbers: ['2015/00311'] })).toMatchObject({ fund: 'ESF', fundBy: 'projectBank' })
  expect(derive({ ...known, numbers: ['22-009-S02'] })).toMatchObject({ fund: 'ESF+', fundBy: 'projectBank' })
  expect(derive({ ...known, fund: 'ERUF', numbers: ['22-009-S02'] })).toMatchObject({
    fund: 'ERUF',
    fundBy: 'source',
  })
})
