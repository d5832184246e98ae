import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { database } from '../db.ts'
import { beginImport } from '../imports/desk/receive.ts'
import { inOwnRegistry } from '../testing/registry.ts'
import { signIn } from '../testing/staff.ts'
import { boss } from './boss.ts'
import { runWorker } from './worker.ts'

inOwnRegistry()
afterAll(async () => (await boss())?.stop({ graceful: false, close: true }))

const file = (text: string) => ({
  name: 'a.txt',
  bytes: new TextEncoder().encode(text),
  isPasted: false,
  url: '',
  fetchedOn: '',
})

const PAGE = [
  '2019/09100 - Stegen',
  'Projektnummer:',
  '2019/09100',
  'Namn:',
  'Stegen',
  'Region:',
  'Stockholm',
  'Projektägare:',
  'Exempelstads kommun',
].join('\n')

async function untilReviewed(count: number) {
  while ((await database().import.count({ where: { state: 'REVIEW' } })) < count) await sleep(50)
}

test('a worker reads what was left lying, and what it is woken for', async () => {
  await signIn('ADMINISTRATOR')
  expect(await beginImport([file(PAGE)])).toMatchObject({ ok: true })
  void runWorker(process.env.DATABASE_URL ?? '')
  await untilReviewed(1)
  expect(await beginImport([file('Bara ord.')])).toMatchObject({ ok: true })
  await untilReviewed(2)
  expect(await database().importFile.findMany({ select: { outcome: true }, orderBy: { id: 'asc' } })).toEqual(
    [{ outcome: 'read' }, { outcome: 'refused' }],
  )
})
