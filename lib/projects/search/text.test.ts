import { describe, expect, test } from 'vitest'
import { distance } from './distance.ts'
import { numberCandidates, numberTokens } from './numbers.ts'
import { readQuery } from './query.ts'
import { snippetOf } from './snippet.ts'
import { searchTexts } from './text.ts'
import { nearest, withReplaced } from './typos.ts'

const SOMETHING = { name: '', otherNames: [], numbers: [], organisations: [], units: [], text: '' }
const wordsIn = (text: string) => text.split(' ').filter((word) => word !== 'och')

describe('what goes into the vectors', () => {
  test('each text holds the ones before it', () => {
    const texts = searchTexts({
      ...SOMETHING,
      name: 'MAP2020',
      numbers: ['2015/00311'],
      organisations: ['Södertälje kommun'],
      text: 'E-post om kompetensutveckling.',
    })
    expect(wordsIn(texts.names)).toEqual(['map2020', 'map', '2020'])
    expect(wordsIn(texts.organisations)).toEqual(['map2020', 'södertälje', 'kommun', 'map', '2020'])
    expect(wordsIn(texts.text)).toEqual(
      expect.arrayContaining([
        'map2020',
        'kommun',
        'e',
        'post',
        'kompetensutveckling',
        'kompetens',
        'utveckling',
      ]),
    )
    expect(texts.numbers).toBe('nr201500311 nr00311 map2020')
  })

  test('parts stand behind the words, so that phrases hold', () => {
    const { names } = searchTexts({ ...SOMETHING, name: 'Kompetensutveckling för alla' })
    expect(names).toMatch(/^kompetensutveckling för alla och /)
  })

  test('a text of any length is bounded', () => {
    const { text } = searchTexts({ ...SOMETHING, text: 'abc '.repeat(200_000) })
    expect(text.length).toBeLessThan(210_000)
  })
})

describe('numbers', () => {
  test('are found whole and by what follows the year', () => {
    expect(numberTokens('2015/00311')).toEqual(['nr201500311', 'nr00311'])
    expect(numberTokens('22-009-S02')).toEqual(['nr22009s02'])
  })

  test.each(['2015/00311', '2015-00311', '201500311', '2015 00311'])('%s is one', (typed) => {
    expect(numberCandidates(typed)).toContain('nr201500311')
  })

  test.each(['22-009-S02', '22 009 s02', '22009S02'])('%s is one', (typed) => {
    expect(numberCandidates(typed)).toContain('nr22009s02')
  })
})

describe('what a reader types', () => {
  test('is made of quoted words and our own operators only', () => {
    expect(readQuery(`a'b & !(c) <-> "d e" \\ ö:*`)).toMatchObject({
      firm: "(('a' <-> 'b') | 'ab') & 'c' & (('d' <-> 'e') | 'de')",
      last: "'ö'",
    })
  })

  test('has the last word as the beginning of one, but no stop word', () => {
    expect(readQuery('kompetensutv').lastPrefix).toBe("'kompetensutv':*")
    expect(readQuery('kompetens och').lastPrefix).toBe('')
  })

  test('finds the parts of a compound apart', () => {
    expect(readQuery('kompetensutveckling').apart).toBe(
      "('kompetensutveckling' | ('kompetens' & 'utveckling'))",
    )
    expect(readQuery('kompetens').apart).toBe('')
  })
})

describe('typos', () => {
  const near = (...words: string[]) => words.map((word) => ({ word, folded: fold(word), count: 1 }))
  const fold = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '')

  test('the nearest known word is meant', () => {
    expect(nearest('sodertalje', near('södertäljes', 'södertälje', 'södertörn'))).toBe('södertälje')
    expect(nearest('kompetns', near('kompetent', 'kompetens'))).toBe('kompetens')
    expect(nearest('xyzzy', near('xylofon'))).toBeUndefined()
  })

  test('only the mistyped word is replaced', () => {
    expect(withReplaced('"Ung i Sodertalje" 2', [{ typed: 'sodertalje', used: 'södertälje' }])).toBe(
      '"Ung i södertälje" 2',
    )
  })

  test('distance counts swapped letters once', () => {
    expect(distance('kompetens', 'kompetnes')).toBe(1)
    expect(distance('', 'abc')).toBe(3)
  })
})

describe('the words around a hit', () => {
  const text = `${'Projektet har många syften. '.repeat(8)}Deltagarna får kompetensutveckling och\nspråkstöd. ${'Mer följer. '.repeat(20)}`

  test('are short, whole and marked', () => {
    const snippet = snippetOf(text, readQuery('kompetens').clauses)
    expect(snippet?.text.length).toBeLessThanOrEqual(160)
    expect(snippet?.text).toMatch(/^….*Deltagarna får kompetensutveckling och språkstöd\..*…$/)
    expect(snippet?.marks.map(({ start, end }) => snippet.text.slice(start, end))).toEqual([
      'kompetensutveckling',
    ])
  })

  test('are none where nothing is hit', () => {
    expect(snippetOf(text, readQuery('matchning').clauses)).toBeUndefined()
  })

  test('stand at the beginning and the end of a short text', () => {
    expect(snippetOf('Språkstöd.', readQuery('språk').clauses)).toEqual({
      text: 'Språkstöd.',
      marks: [{ start: 0, end: 9 }],
    })
  })
})
