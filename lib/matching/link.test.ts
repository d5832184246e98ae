import { describe, expect, test } from 'vitest'
import { nameKey, numberKey, slugOf, slugOfNumber } from './keys.ts'
import { certainLinks, type LinkableProject, type UnlinkedItem } from './link.ts'

const item = (name: string, more: Partial<UnlinkedItem> = {}): UnlinkedItem => ({
  id: 1,
  nameKey: nameKey(name),
  applicantIds: [7],
  numberKey: null,
  region: 'SE11',
  fund: 'ESF',
  decidedOn: '2020-03-19',
  rejected: false,
  ...more,
})
const project = (name: string, more: Partial<LinkableProject> = {}): LinkableProject => ({
  id: 10,
  nameKey: nameKey(name),
  ownerId: 7,
  region: 'SE11',
  fund: 'ESF',
  startDate: '2020-05-01',
  numberKeys: ['202000085'],
  ...more,
})
const linked = (...[entry, ...projects]: [UnlinkedItem, ...LinkableProject[]]) =>
  certainLinks([entry], projects).map(({ projectId }) => projectId)

describe('an entry is linked to a project by itself only where that is certain', () => {
  test('same name, other capitals, and same owner', () => {
    expect(linked(item('UNG VÄXTKRAFT'), project('Ung växtkraft'))).toEqual([10])
  })

  test('same number and same owner, whatever the name', () => {
    const entry = item('Annat namn', { numberKey: numberKey('2020-00085') })
    expect(certainLinks([item('Annat', { ...entry, applicantIds: [] })], [project('Arbetsspår')])).toEqual([])
    expect(certainLinks([entry], [project('Arbetsspår')])).toMatchObject([{ by: 'number', projectId: 10 }])
  })

  test.each([
    ['a name with a word more', item('MIA Vidare'), [project('MIA')]],
    ['a name with another version', item('Steget 2.0'), [project('Steget 20')]],
    ['a name with a version', item('Etableringslyftet 2.0'), [project('Etableringslyftet')]],
    ['another owner', item('MIA', { applicantIds: [8] }), [project('MIA')]],
    ['an owner that nobody knows', item('MIA'), [project('MIA', { ownerId: null })]],
    ['another fund', item('MIA', { fund: 'ERUF' }), [project('MIA')]],
    [
      'a number that another authority gave, too',
      item('X', { numberKey: '202000085', fund: 'ERUF' }),
      [project('MIA')],
    ],
    ['another region', item('MIA', { region: 'SE33' }), [project('MIA')]],
    ['a number of another project', item('MIA', { numberKey: '20209999' }), [project('MIA')]],
    ['a start years after', item('MIA'), [project('MIA', { startDate: '2024-01-01' })]],
    ['a start years before', item('MIA'), [project('MIA', { startDate: '2015-01-01' })]],
    ['a rejected application', item('MIA', { rejected: true }), [project('MIA')]],
    ['two projects that fit', item('MIA'), [project('MIA'), project('MIA', { id: 11 })]],
  ] as const)('never by %s', (_, entry, projects) => {
    expect(linked(entry, ...projects)).toEqual([])
  })
})

describe('where sums are known, namesakes of one owner in other calls are told apart', () => {
  const sums = (kronor: number) => ({ amounts: [{ kind: 'applied', kronor, precision: 1 } as const] })
  const known = project('Framsteg', { grantedSupport: 4_312_550 })

  test('the sum is the same, or roughly so and the decision comes shortly before the start', () => {
    expect(linked(item('Framsteg', { ...sums(4_312_550), decidedOn: null }), known)).toEqual([10])
    expect(linked(item('Framsteg', sums(4_000_000)), known)).toEqual([10])
    expect(linked(item('Framsteg', sums(1)), project('Framsteg'))).toEqual([10])
  })

  test.each([
    ['another sum', item('Framsteg', sums(9_950_400))],
    [
      'roughly the sum, and a decision half a year after the start',
      item('Framsteg', { ...sums(4_000_000), decidedOn: '2020-11-05' }),
    ],
    ['roughly the sum, and no day', item('Framsteg', { ...sums(4_000_000), decidedOn: null })],
  ])('never by %s', (_, entry) => {
    expect(linked(entry, known)).toEqual([])
  })
})

describe('keys', () => {
  test('numbers are one however they are written', () => {
    expect(new Set(['2015/00311', '2015-00311', '2015 00311'].map(numberKey))).toEqual(new Set(['201500311']))
    expect(numberKey('22-009-s02')).toBe(numberKey('22-009-S02'))
  })

  test('addresses are made of names and numbers', () => {
    expect(slugOfNumber('2015/00311')).toBe('2015-00311')
    expect(slugOf('Skåne Stadsmission, Ö & Co+')).toBe('skane-stadsmission-o-co-plus')
  })
})
