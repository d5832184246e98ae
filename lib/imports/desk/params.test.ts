import { expect, test } from 'vitest'
import { LOCALES, pathOf } from '../../paths.ts'
import {
  type ImportQuery,
  importAddress,
  importQueryString,
  importsAddress,
  readImportQuery,
  readImportQueryString,
  readImportsPage,
} from './params.ts'
import { VERDICTS } from './state.ts'

const NOTHING: ImportQuery = { page: 1, isUndecided: false, isTakingBack: false }
const asParams = (query: string) => Object.fromEntries(new URLSearchParams(query))

test('what is asked for comes back from its address, in both languages', () => {
  for (const locale of LOCALES)
    for (const verdict of [undefined, ...VERDICTS]) {
      const query: ImportQuery = { page: 3, verdict, isUndecided: true, entryId: 17, isTakingBack: true }
      expect(readImportQueryString(importQueryString(query, locale), locale)).toEqual(query)
    }
})

test('an address without a query asks for everything', () => {
  for (const locale of LOCALES) expect(readImportQuery({}, locale)).toEqual(NOTHING)
  expect(importQueryString(NOTHING, 'sv')).toBe('')
})

test('junk in an address is left out', () => {
  const junk = { sida: '-1', slag: 'new', oavgjorda: 'ja', post: '1e9', 'ta-tillbaka': ['2', '1'] }
  expect(readImportQuery(junk, 'sv')).toEqual(NOTHING)
  expect(readImportQuery({ page: '0', kind: 'nya', entry: '99999999999' }, 'en')).toEqual(NOTHING)
})

test('addresses are spelled in the language of the page', () => {
  const address = importAddress(12, { verdict: 'disagrees', entryId: 5 })
  expect(pathOf('sv', address)).toBe('/redaktion/importer/12?slag=sager-emot&post=5')
  expect(pathOf('en', address)).toBe('/en/staff/imports/12?kind=disagrees&entry=5')
  expect(pathOf('sv', importsAddress(2))).toBe('/redaktion/importer?sida=2')
  expect(readImportsPage(asParams('?page=2'), 'en')).toBe(2)
})
