import { expect, test } from 'vitest'
import { jsonPieces } from './json-pieces.ts'

test('values come whole and in their order, in lists that are no longer than need be', () => {
  const values = Array.from({ length: 5000 }, (_, at) => ({ at, text: 'å'.repeat(300) }))
  const pieces = [...jsonPieces(values)]
  expect(pieces.length).toBeGreaterThan(2)
  expect(pieces.flatMap((piece) => JSON.parse(piece))).toEqual(values)
  for (const piece of pieces) expect(piece.length).toBeLessThan(1 << 20)
})

test('no values are no list, and one that is too long is a list of its own', () => {
  expect([...jsonPieces([])]).toEqual([])
  const long = 'x'.repeat(1 << 20)
  expect([...jsonPieces(['a', long, 'b'])].map((piece) => JSON.parse(piece))).toEqual([['a'], [long], ['b']])
})
