import { expect, test } from 'vitest'
import { type Reason, type ReasonKey, sentenceOf } from './reasons.ts'

const sum = (kronor: number, precision = 1) => ({ kind: 'awarded', kronor, precision }) as const

/** One of each: a key that is left out is a mistake that the compiler finds. */
const EACH: { [Key in ReasonKey]: Extract<Reason, { key: Key }>['detail'] } = {
  sameNumber: { number: '2015/00311' },
  numberSlip: { ours: '2015/00311', theirs: '2015/00312' },
  otherNumber: { ours: '2015/00311', theirs: '2016/00400' },
  sameName: {},
  nameAlike: { letters: 1, name: 'MAP2020' },
  nameIsPart: { name: 'MAP2020' },
  nameTellsApart: { ours: '', theirs: 'vidare' },
  otherName: { name: 'MAP2020' },
  sameOwner: { name: 'Sala kommun' },
  ownerAlike: { ours: 'Kommunen Sala', theirs: 'Sala kommun' },
  otherOwner: { ours: 'Heby kommun', theirs: 'Sala kommun' },
  otherUnit: { ours: 'Kontoret', theirs: 'Enheten' },
  amountAgrees: { ours: sum(9_900_000, 100_000), theirs: sum(9_956_917) },
  amountDiffers: { ours: sum(8_000_000), theirs: sum(9_956_917) },
  datesAgree: { startDate: '2015-09-01', endDate: '2019-02-28' },
  datesDiffer: { ours: '2015-09-01', theirs: null },
  decidedBeforeStart: { days: 121 },
  decidedAfterStart: { days: -430 },
  decidedLongBefore: { days: 600 },
  decidedAtOtherTime: { decidedOn: '2015-06-01' },
  sameRegion: { region: 'SE11' },
  otherRegion: { ours: 'SE11', theirs: 'SE0' },
  sameFund: { fund: 'ESF' },
  otherFund: { ours: 'ESF', theirs: 'ERUF' },
  rejected: {},
  anotherIsNear: { id: 7 },
}
const sentences = Object.entries(EACH).map(([key, detail]) => ({
  key,
  ...sentenceOf({ key, detail } as Reason),
}))

test.each(sentences)('$key is told in both languages: $sv', ({ sv, en }) => {
  for (const text of [sv, en]) expect(text).not.toMatch(/undefined|null|NaN|\[object|^$/)
  expect(sv).not.toBe(en)
})

test('a sum that agrees to the krona is told as one', () => {
  const reason = { key: 'amountAgrees', detail: { ours: sum(9_956_917), theirs: sum(9_956_917) } } as const
  expect(sentenceOf(reason).sv.replace(/\u00a0/g, ' ')).toBe('Samma belopp: 9 956 917 kr')
})

test('a project that began ahead of the decision is told of kindly', () => {
  expect(sentenceOf({ key: 'decidedBeforeStart', detail: { days: -9 } }).sv).toMatch(
    /^Beslutat 9 dagar efter start/,
  )
  expect(sentenceOf({ key: 'decidedBeforeStart', detail: { days: 1 } }).sv).toBe('Beslutat 1 dag före start')
})
