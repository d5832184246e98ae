import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Mark, type Part, type Place, partsOf } from './marked-text.ts'

const mark = (start: number, end: number, field = 'name'): Mark => ({
  start,
  end,
  field,
  state: start === end ? 'EMPTY' : 'READ',
  subject: null,
})
const linesIn = (parts: Part[]) => parts.flatMap(({ lines }) => lines)
const piecesIn = (parts: Part[]) => linesIn(parts).flatMap(({ pieces }) => pieces)
const shape = (parts: Part[]) =>
  piecesIn(parts).map(({ text, marks }) => [text, marks.map(({ field }) => field).join('+')])

describe('a marked text', () => {
  test('is cut where a mark begins and ends', () => {
    expect(shape(partsOf('Namn: Ovttas', [mark(6, 12)], []))).toEqual([
      ['Namn: ', ''],
      ['Ovttas', 'name'],
    ])
  })

  test('holds marks within marks', () => {
    expect(shape(partsOf('abcdef', [mark(0, 6, 'outer'), mark(2, 4, 'inner')], []))).toEqual([
      ['ab', 'outer'],
      ['cd', 'outer+inner'],
      ['ef', 'outer'],
    ])
  })

  test('holds marks across marks', () => {
    const parts = partsOf('abcdef', [mark(0, 4, 'first'), mark(2, 6, 'second')], [])
    expect(shape(parts)).toEqual([
      ['ab', 'first'],
      ['cd', 'first+second'],
      ['ef', 'second'],
    ])
    expect(piecesIn(parts).map(({ ids }) => ids)).toEqual([['p0'], ['p2'], []])
  })

  test('shows where a source left something empty', () => {
    const [line] = linesIn(partsOf('Adress:\n\nOrt:', [mark(8, 8, 'address')], [])).slice(1)
    expect(line?.pieces.map(({ text, ids }) => [text, ids])).toEqual([['', ['p8']]])
  })

  test('gives a place to a warning where nothing was read', () => {
    const parts = partsOf('Beslut 2016', [], [{ start: 0, end: 6 }])
    expect(piecesIn(parts).map(({ text, isWarned, ids }) => [text, isWarned, ids])).toEqual([
      ['Beslut', true, ['p0']],
      [' 2016', false, []],
    ])
  })

  test('keeps several marks from one place apart from one anchor', () => {
    const parts = partsOf('2015/00311', [mark(0, 10, 'diaryNumber'), mark(0, 10, 'projectNumber')], [])
    expect(piecesIn(parts).map(({ opens, ids }) => [opens.length, ids])).toEqual([[2, ['p0']]])
  })

  test('puts the lines of a passage together, and its anchor on all of them', () => {
    const text = 'Om projektet\nFörsta raden\n\nDrygt 300 deltar\nSlut'
    const parts = partsOf(text, [mark(13, 43, 'description'), mark(27, 36, 'plannedParticipants')], [])
    expect(parts.map(({ passage, ids, lines }) => [passage?.field, ids, lines.length])).toEqual([
      [undefined, [], 1],
      ['description', ['p13'], 2],
      [undefined, [], 1],
    ])
    expect(linesIn(parts).map(({ isAfterGap }) => isAfterGap)).toEqual([false, false, true, false])
  })

  test('takes prose that is all of its line for a passage, and a value for none', () => {
    const prose = 'a'.repeat(200)
    const parts = partsOf(`${prose}\nText: ${prose}`, [mark(0, 200), mark(207, 407)], [])
    expect(parts.map(({ passage }) => passage?.start)).toEqual([0, undefined])
  })

  test('leaves out what lies outside of it', () => {
    expect(shape(partsOf('abc', [mark(1, 9)], [{ start: 5, end: 5 }]))).toEqual([['abc', '']])
  })

  test('has every word once, every anchor once, and every mark over just its own words', () => {
    fc.assert(fc.property(texts, checkText))
  })
})

const texts = fc
  .string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\r', '█'), maxLength: 40 })
  .chain((text) => {
    const place = fc
      .tuple(fc.nat(text.length), fc.nat(text.length))
      .map(([a, b]): Place => ({ start: Math.min(a, b), end: Math.max(a, b) }))
    return fc.record({ text: fc.constant(text), marks: fc.array(place), warnings: fc.array(place) })
  })

function checkText({ text, marks, warnings }: { text: string; marks: Place[]; warnings: Place[] }) {
  const all = marks.map(({ start, end }, at) => mark(start, end, `field${at}`))
  const parts = partsOf(text, all, warnings)
  const pieces = piecesIn(parts)
  const words = (some: string) => some.replace(/\s/g, '')
  expect(words(pieces.map((piece) => piece.text).join(''))).toBe(words(text))
  const ids = [...parts.flatMap((part) => part.ids), ...pieces.flatMap((piece) => piece.ids)]
  expect(new Set(ids).size).toBe(ids.length)
  for (const one of all) {
    const own = pieces.filter((piece) => piece.marks.includes(one))
    expect(words(own.map((piece) => piece.text).join(''))).toBe(words(text.slice(one.start, one.end)))
    const opening = pieces.filter((piece) => piece.opens.includes(one))
    if (one.start === one.end || words(text.slice(one.start, one.end))) {
      expect(opening).toHaveLength(1)
      expect(ids).toContain(`p${one.start}`)
    }
  }
}
