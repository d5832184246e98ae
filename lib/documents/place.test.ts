import { describe, expect, test } from 'vitest'
import { pathOf } from '../paths.ts'
import { placeAddress, readRowPart, rowAddress } from './place.ts'

describe('the place of words', () => {
  test('in a text is an offset', () => {
    expect(pathOf('sv', placeAddress('abc', { start: 17, row: null }))).toBe('/dokument/abc#p17')
  })

  test('in a table is a row, spelled in the language of the page', () => {
    const address = placeAddress('abc', { start: 17, row: 12 })
    expect(pathOf('sv', address)).toBe('/dokument/abc/rad-12#rad-12')
    expect(pathOf('en', address)).toBe('/en/documents/abc/row-12#row-12')
    expect(pathOf('en', rowAddress('abc', 12))).toBe('/en/documents/abc/row-12')
  })

  test.each([
    ['rad-12', 'sv', 12],
    ['row-12', 'en', 12],
    ['row-12', 'sv', null],
    ['rad-12', 'en', null],
    ['rad-012', 'sv', null],
    ['rad-0', 'sv', null],
    ['rad-', 'sv', null],
    ['rad-1234567890', 'sv', null],
    ['12', 'sv', null],
  ] as const)('%s in %s is %s', (part, locale, row) => {
    expect(readRowPart(part, locale)).toBe(row)
  })
})
