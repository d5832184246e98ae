import { beforeEach, expect, test } from 'vitest'
import { database } from '../../db.ts'
import { emptyRegistry, inOwnRegistry } from '../../testing/registry.ts'
import { signIn } from '../../testing/staff.ts'
import { begin, given } from '../testing/desk.ts'
import { page } from '../testing/documents.ts'
import { saveMapping } from './commands.ts'
import { findTableWork, savedMappings } from './queries.ts'

inOwnRegistry()
beforeEach(async () => {
  await emptyRegistry()
  await signIn('ADMINISTRATOR')
})

const LIST = given('lista.csv', [
  'Diarienummer;Namn;Stödmottagare;Belopp',
  '2021/00100;Stegen;Exempelstads kommun;2 000',
])

test('an import of a table is found with how it is read; another is none', async () => {
  const id = await begin(LIST)
  expect(await findTableWork(id)).toMatchObject({
    importId: id,
    title: 'lista.csv',
    problem: null,
    work: { table: { settings: { kind: 'delimited', delimiter: ';' }, rowCount: 1 }, isConfirmed: false },
  })
  expect(await findTableWork(await begin(given('sida.txt', page('2019/09100'))))).toBeNull()
  expect(await findTableWork(id + 100)).toBeNull()
})

test('what was saved by name is there for the next table, what no longer fits is left out', async () => {
  const id = await begin(LIST)
  const { version } = (await findTableWork(id)) ?? { version: 0 }
  const columns = { namn: { target: 'name' as const }, belopp: { target: 'totalBudget' as const } }
  const saved = await saveMapping({ importId: id, version, mapping: { name: 'Östra', columns } })
  expect(saved).toEqual({ ok: true, value: null })
  const again = { importId: id, version: version + 1 }
  await saveMapping({ ...again, mapping: { name: 'Andra', columns: {} } })
  await database().tableMapping.create({
    data: { name: 'Gammal', content: { columns: { x: { target: 'no such field' } } } },
  })
  expect(await savedMappings()).toEqual([
    { name: 'Andra', mapping: { name: 'Andra', columns: {} } },
    { name: 'Östra', mapping: { name: 'Östra', columns } },
  ])
})
