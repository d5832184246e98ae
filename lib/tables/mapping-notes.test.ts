import { expect, test } from 'vitest'
import type { MappedColumn } from './mapping.ts'
import { notesOnMapping } from './mapping-notes.ts'

const column = (target: MappedColumn['target'], currency: string | null = null): MappedColumn => ({
  number: 1,
  header: 'Rubrik',
  target,
  format: { date: null, decimal: null, unit: 1, currency },
  zeroMeansUnknown: false,
})
const said = (...columns: MappedColumn[]) => notesOnMapping(columns).map(({ message }) => message.sv)

test('a mapping with a name, a number and kronor needs no note', () => {
  expect(said(column('name'), column('diaryNumber'), column('grantedSupport', 'SEK'))).toEqual([])
})

test('a mapping without a name or a number says so', () => {
  expect(said(column('owner'))).toEqual([
    'Ingen kolumn har insatsens namn.',
    expect.stringContaining('insatsens nummer'),
  ])
})

test('two columns of one field are pointed at, two unknown ones are not', () => {
  const both = [column('name'), column('diaryNumber'), column('unknown'), column('unknown')]
  expect(said(...both)).toEqual([])
  expect(said(...both, column('name'))).toEqual([expect.stringContaining('samma fält')])
})

test('a column of contacts that is to be kept is pointed at', () => {
  const both = [column('name'), column('diaryNumber')]
  expect(said(...both, { ...column('unknown'), header: 'Kontaktperson' })).toEqual([
    expect.stringContaining('blir offentligt'),
  ])
  expect(said(...both, { ...column('private'), header: 'Kontaktperson' })).toEqual([])
})

test('money of which nobody says the currency is said to be taken for kronor, or must be told', () => {
  const both = [column('name'), column('diaryNumber')]
  expect(said(...both, column('totalBudget'))).toEqual([expect.stringContaining('Kronor antas')])
  expect(said(...both, column('otherAmount'))).toEqual([expect.stringContaining('Välj vilken')])
  expect(said(...both, column('otherAmount', 'EUR'))).toEqual([])
})
