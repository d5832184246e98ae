import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { database } from '../db.ts'
import { beginImport } from '../imports/desk/receive.ts'
import { given } from '../imports/testing/desk.ts'
import { page } from '../imports/testing/documents.ts'
import { inOwnRegistry } from '../testing/registry.ts'
import { signIn } from '../testing/staff.ts'
import { boss } from './boss.ts'
import { runWorker } from './worker.ts'

inOwnRegistry()
afterAll(async () => (await boss())?.stop({ graceful: false, close: true }))

async function untilReviewed(count: number) {
  while ((await database().import.count({ where: { state: 'REVIEW' } })) < count) await sleep(50)
}

test('a worker reads what was left lying, and what it is woken for', async () => {
  await signIn('ADMINISTRATOR')
  expect(await beginImport([given('a.txt', page('2019/09100'))])).toMatchObject({ ok: true })
  void runWorker(process.env.DATABASE_URL ?? '')
  await untilReviewed(1)
  expect(await beginImport([given('a.txt', ['Bara ord.'])])).toMatchObject({ ok: true })
  await untilReviewed(2)
  expect(await database().importFile.findMany({ select: { outcome: true }, orderBy: { id: 'asc' } })).toEqual(
    [{ outcome: 'read' }, { outcome: 'refused' }],
  )
})
