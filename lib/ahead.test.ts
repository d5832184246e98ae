import { expect, test } from 'vitest'
import { ahead } from './ahead.ts'

async function* counting(made: number[], end: { isReached: boolean }) {
  try {
    for (let count = 1; count <= 4; count++) {
      if (count === 4) throw new Error('no four')
      made.push(count)
      yield count
    }
  } finally {
    end.isReached = true
  }
}

test('the next value is made while one is worked on, and a failure comes in its turn', async () => {
  const made: number[] = []
  const seen: number[][] = []
  const all = async () => {
    for await (const count of ahead(counting(made, { isReached: false }))) seen.push([count, ...made])
  }
  await expect(all()).rejects.toThrow('no four')
  expect(seen).toEqual([
    [1, 1, 2],
    [2, 1, 2, 3],
    [3, 1, 2, 3],
  ])
})

test('whoever ends early ends the maker, and hears of no failure', async () => {
  const end = { isReached: false }
  for await (const count of ahead(counting([], end))) if (count === 3) break
  expect(end.isReached).toBe(true)
})
