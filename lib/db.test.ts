import { expect, test } from 'vitest'
import { asOneAct, database } from './db.ts'
import { inOwnRegistry } from './testing/registry.ts'

inOwnRegistry()

const words = () => database().searchWord.count()

test('an act that takes too long leaves nothing half-written', async () => {
  const slow = asOneAct(
    async (tx) => {
      for (let at = 0; at < 400; at++) {
        await tx.searchWord.create({ data: { word: `w${at}`, folded: `w${at}`, count: 1 } })
        if (at % 50 === 49) await tx.$executeRaw`SELECT pg_sleep(0.1)`
      }
    },
    { longest: 300 },
  )
  await expect(slow).rejects.toThrow()
  // What was under way when the limit struck must have been undone, too.
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(await words()).toBe(0)
})

test('a statement that takes too long is ended by the database itself', async () => {
  const slow = asOneAct(
    async (tx) => {
      await tx.searchWord.create({ data: { word: 'ett', folded: 'ett', count: 1 } })
      await tx.$executeRaw`SELECT pg_sleep(5)`
    },
    { longest: 1000 },
  )
  await expect(slow).rejects.toThrow(/statement timeout/)
  expect(await words()).toBe(0)
})
