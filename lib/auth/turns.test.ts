import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { makeTurns, type Turn } from './turns.ts'

const present = () => new AbortController().signal
const LONG = 60_000

test('who asks when all turns are taken waits, and gets the one that ends', async () => {
  const turns = makeTurns({ atOnce: 2, each: 2, waiting: 5 })
  const first = await turns.take('a', LONG, present())
  await turns.take('b', LONG, present())
  const third = turns.take('c', LONG, present())
  first?.end()
  expect(await third).not.toBeNull()
})

test('one person has so many at most, and lets others pass', async () => {
  const turns = makeTurns({ atOnce: 3, each: 2, waiting: 5 })
  const mine = [await turns.take('a', LONG, present()), await turns.take('a', LONG, present())]
  let isThird = false
  const third = turns.take('a', LONG, present()).then((turn) => {
    isThird = true
    return turn
  })
  expect(await turns.take('b', LONG, present())).not.toBeNull()
  expect(isThird).toBe(false)
  mine[0]?.end()
  expect(await third).not.toBeNull()
})

test('nobody waits for longer than was said', async () => {
  vi.useFakeTimers()
  try {
    const turns = makeTurns({ atOnce: 1, each: 1, waiting: 5 })
    await turns.take('a', LONG, present())
    const second = turns.take('b', 5_000, present())
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await second).toBeNull()
  } finally {
    vi.useRealTimers()
  }
})

test('where too many wait, the next is told at once', async () => {
  const turns = makeTurns({ atOnce: 1, each: 1, waiting: 0 })
  await turns.take('a', LONG, present())
  expect(await turns.take('b', LONG, present())).toBeNull()
})

test('who is gone waits no more', async () => {
  const turns = makeTurns({ atOnce: 1, each: 1, waiting: 1 })
  const first = await turns.take('a', LONG, present())
  const gone = new AbortController()
  const second = turns.take('b', LONG, gone.signal)
  gone.abort()
  expect(await second).toBeNull()
  const third = turns.take('c', LONG, present())
  first?.end()
  expect(await third).not.toBeNull()
  expect(await turns.take('d', LONG, gone.signal)).toBeNull()
})

test('however people come and go, no more have turns than there are, and in the end all are free', async () => {
  const steps = fc.array(fc.record({ owner: fc.constantFrom('a', 'b', 'c'), ends: fc.boolean() }), {
    maxLength: 60,
  })
  await fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 1, max: 4 }), async (asked, atOnce) => {
      const turns = makeTurns({ atOnce, each: 2, waiting: 60 })
      const held: { owner: string; turn: Turn }[] = []
      const answers: Promise<void>[] = []
      const endOne = async () => {
        const one = held.shift()
        one?.turn.end()
        one?.turn.end()
        // Whom it was handed to has it only then.
        await new Promise(setImmediate)
      }
      for (const { owner, ends } of asked) {
        answers.push(
          turns.take(owner, LONG, present()).then((turn) => {
            if (turn) held.push({ owner, turn })
          }),
        )
        await new Promise(setImmediate)
        expect(held.length).toBeLessThanOrEqual(atOnce)
        for (const one of ['a', 'b', 'c'])
          expect(held.filter((holder) => holder.owner === one).length).toBeLessThanOrEqual(2)
        if (ends) await endOne()
      }
      while (held.length > 0) await endOne()
      await Promise.all(answers)
    }),
    { numRuns: 50 },
  )
})
