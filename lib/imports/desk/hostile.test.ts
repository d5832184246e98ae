import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '../../db.ts'
import { randomNumbers } from '../../testing/hostile-files.ts'
import { emptyRegistry, inOwnRegistry } from '../../testing/registry.ts'
import { signIn } from '../../testing/staff.ts'
import { explainTable } from '../table/commands.ts'
import type { TableWork } from '../table/settings.ts'
import { begin, commit, given, seen, tableWork } from '../testing/desk.ts'
import { TABLE_HEADER, table } from '../testing/documents.ts'
import { commitImportNow, decideEntry, decideMany } from './commands.ts'
import { tidyImports } from './tidy.ts'
import { workOnImport } from './work.ts'

inOwnRegistry()
beforeEach(async () => {
  await emptyRegistry()
  await signIn('ADMINISTRATOR')
})

const page = (more: Record<string, string> = {}) => {
  const fields = {
    Projektnummer: '2019/09100',
    Namn: 'Stegen',
    Region: 'Stockholm',
    Projektägare: 'Exempelstads kommun',
    'Planerat antal deltagare': '100',
    'Total projektbudget': '4 000 000',
    'Beviljat ESF-stöd': '2 000 000',
    ...more,
  }
  return Object.entries(fields).flatMap(([label, value]) => [`${label}:`, value])
}

const ROW = '2021/00100;Stegen;Exempelstads kommun;4 000 000;2 000 000;2021-03-01;2023-02-28'

const held = (id: number) => database().import.findUniqueOrThrow({ where: { id } })
/** Says that a table is read as it was guessed, or as `choice` says. */
async function explain(id: number, isConfirmed: boolean, settings?: TableWork['choice']['settings']) {
  const { choice } = await tableWork(id)
  const chosen = settings ? { settings, mapping: null } : choice
  const told = await explainTable({ ...(await seen(id)), choice: chosen, isConfirmed })
  expect(told).toEqual({ ok: true, value: null })
  await workOnImport(id)
}

const bringIn = async (id: number) => expect(await commit(id)).toMatchObject({ state: 'DONE' })

/** Letters in no order: a thousand words would be squeezed to nothing, and fit into any index. */
function unlike(length: number): string {
  const random = randomNumbers(length)
  return Array.from({ length }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('')
}
const FACES = '\u{1F600}'.repeat(300)

describe('a document made to stop an import', () => {
  test.each<[string, Record<string, string>]>([
    [
      'has faces where its warnings are cut',
      { 'Planerat antal deltagare': FACES.slice(0, 200), 'Total projektbudget': `x${FACES.slice(0, 200)}` },
    ],
    ['has a name of ten thousand characters', { Namn: unlike(10_000) }],
    ['has an owner of ten thousand characters', { Projektägare: unlike(10_000) }],
    ['has neither number nor an end', { Projektnummer: '', Namn: unlike(9000), Projektägare: unlike(9001) }],
    ['has a contact that is no pattern', { Kontaktperson: 'Tel: 08 '.repeat(12_000) }],
  ])('is brought in like any other, and so is what came with it: %s', async (_, fields) => {
    const other = given('b.txt', page({ Projektnummer: '2019/09200', Namn: 'Trappan' }))
    await bringIn(await begin(given('a.txt', page(fields)), other))
    expect(await database().sourceDocument.count()).toBe(2)
    expect(await database().project.count({ where: { number: '2019/09200' } })).toBe(1)
  })

  test('grows without measure while it is parsed, and is refused', async () => {
    const html = Array.from({ length: 8000 }, (_, at) => `<p><b x${at}>`).join('')
    const id = await begin(given('a.html', [`<html><body>${html}`]), given('b.txt', page()))
    const files = await database().importFile.findMany({
      where: { importId: id },
      orderBy: { position: 'asc' },
    })
    expect(files).toMatchObject([
      { outcome: 'refused', reason: { en: expect.stringContaining('boxes within boxes') } },
      { outcome: 'read' },
    ])
  })
})

describe('a table made to stop an import', () => {
  test.each<[string, string]>([
    ['faces where examples are cut', `2021/00200;x${FACES};X kommun;${FACES};x${FACES};${FACES};x`],
    ['faces around a broken character', `2021/00200;Bron x${FACES}\uFFFD${FACES};X kommun;1;1;;`],
    ['names that no index takes', `2021/00200;${unlike(10_000)};${unlike(10_001)};1;1;;`],
  ])('is brought in like any other: %s', async (_, row) => {
    const id = await begin(given('a.csv', table(ROW, row)))
    await explain(id, true)
    await bringIn(id)
    expect(await database().project.count()).toBe(2)
  })
})

describe('people in a table', () => {
  const PEOPLE = 'Kim Provsson;kim.p@example.se;070-123 45 67;19700101-1239'
  const NAMED = /Provsson|kim\.p|070-123|1970/

  /** Everything that is public of the documents. */
  async function published(): Promise<string> {
    const [documents, rows, statements] = await Promise.all([
      database().sourceDocument.findMany({ select: { title: true, table: true } }),
      database().documentRow.findMany({ select: { text: true } }),
      database().statement.findMany({ select: { label: true, raw: true, value: true } }),
    ])
    return JSON.stringify({ documents, rows, statements })
  }

  test('that its name tells of are covered', async () => {
    const id = await begin(given('Kim Provsson kim.p@example.se 070-123 45 67.csv', table(ROW)))
    await explain(id, true)
    await bringIn(id)
    expect(await published()).not.toMatch(NAMED)
  })

  test('that became headers, because the wrong row was chosen, are covered', async () => {
    const next = ROW.replace('00100', '00200').replace('Stegen', 'Trappan')
    const rows = [
      `${TABLE_HEADER};Kontaktperson;E-post;Telefon;Personnummer`,
      `${ROW};${PEOPLE}`,
      `${next};Anna Annan;a@example.se;08-1;`,
    ]
    const id = await begin(given('a.csv', rows))
    await explain(id, false, { headerRow: 2, headerRows: 1 })
    const { choice, mapping } = await tableWork(id)
    const columns = { ...mapping?.columns, stegen: { target: 'name' as const } }
    await explainTable({
      ...(await seen(id)),
      choice: { ...choice, mapping: { name: 'Egen', columns } },
      isConfirmed: true,
    })
    await workOnImport(id)
    await bringIn(id)
    expect(await published()).not.toMatch(NAMED)
  })

  test('whose column somebody keeps as an unknown field are covered', async () => {
    const id = await begin(
      given('a.csv', [`${TABLE_HEADER};Ombud;Kontaktperson`, `${ROW};Kim Provsson;Kim Provsson`]),
    )
    const { choice, mapping } = await tableWork(id)
    const columns = { ...mapping?.columns, kontaktperson: { target: 'unknown' as const } }
    await explainTable({
      ...(await seen(id)),
      choice: { ...choice, mapping: { name: 'Egen', columns } },
      isConfirmed: true,
    })
    await workOnImport(id)
    await bringIn(id)
    expect(await published()).not.toMatch(NAMED)
  })

  test('are erased with the table that nothing came of', async () => {
    const id = await begin(
      given('a.csv', [`${TABLE_HEADER};Kontaktperson;E-post;Telefon;Personnummer`, `${ROW};${PEOPLE}`]),
    )
    expect(JSON.stringify(await held(id))).toMatch(NAMED)
    const longAgo = new Date(Date.now() - 31 * 86_400_000)
    await database().import.update({ where: { id }, data: { state: 'CANCELLED', changedAt: longAgo } })
    await tidyImports()
    expect(JSON.stringify(await held(id))).not.toMatch(NAMED)
  })
})

test('a decision that was begun before the import was brought in is part of it', async () => {
  const id = await begin(given('a.txt', page()), given('b.txt', page({ Projektnummer: '2019/09200' })))
  await decideMany({ ...(await seen(id)), choice: 'accept' })
  const entry = await database().importEntry.findFirstOrThrow({ where: { importId: id } })
  const decision = { importId: id, entryId: entry.id, version: entry.version, choice: 'skip' as const }
  const { deciding, committing } = await database().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM import_entry WHERE id = ${entry.id} FOR UPDATE`
    const deciding = decideEntry(decision)
    await expect.poll(waiting).toBe(1)
    const version = await seen(id)
    const committing = commitImportNow(version).then(() => workOnImport(id))
    // It waits for the decision, or goes on without it.
    await Promise.race([committing, expect.poll(waiting).toBe(2)])
    return { deciding, committing: { done: committing } }
  })
  expect(await deciding).toMatchObject({ ok: true })
  await committing.done
  expect(await database().project.count()).toBe(1)
})

/** How many wait for somebody's lock in this database. */
async function waiting(): Promise<number> {
  const [row] = await database().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE wait_event_type = 'Lock' AND datname = current_database()`
  return row?.count ?? 0
}
