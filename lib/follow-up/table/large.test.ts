import { beforeEach, expect, test } from 'vitest'
import { database } from '../../db.ts'
import { textBytes } from '../../tables/testing/write.ts'
import { inSampleRegistry } from '../../testing/registry.ts'
import { signIn } from '../../testing/staff.ts'
import { beginTable, commitTable, undoTable } from './commands.ts'
import { findReview, findTable } from './queries.ts'

inSampleRegistry()
beforeEach(() => signIn('EDITOR'))

const MANY = 2000

/** Copies of a project under numbers of their own: what reads and writes many is asked of many. */
async function makeProjects() {
  const columns = await database().$queryRaw<{ name: string }[]>`
    SELECT quote_ident(column_name) AS name FROM information_schema.columns
    WHERE table_name = 'project' AND column_name NOT IN ('id', 'slug', 'number') AND is_generated = 'NEVER'`
  const others = columns.map(({ name }) => name).join(', ')
  await database().$executeRawUnsafe(`
    INSERT INTO project (slug, number, ${others})
    SELECT 'kopia-' || at, '2016/7' || lpad(at::text, 4, '0'), ${others}
    FROM project, generate_series(1, ${MANY}) AS at WHERE slug = '2015-09101'`)
  await database().$executeRawUnsafe(`
    INSERT INTO project_identifier (key, value, "projectId")
    SELECT replace(number, '/', ''), number, id FROM project WHERE slug LIKE 'kopia-%'`)
  const own = await database().$queryRaw<{ name: string }[]>`
    SELECT quote_ident(column_name) AS name FROM information_schema.columns
    WHERE table_name = 'statement' AND column_name NOT IN ('id', 'projectId') AND is_generated = 'NEVER'`
  const said = own.map(({ name }) => `s.${name}`).join(', ')
  await database().$executeRawUnsafe(`
    INSERT INTO statement ("projectId", ${own.map(({ name }) => name).join(', ')})
    SELECT k.id, ${said} FROM project k, statement s JOIN project p ON p.id = s."projectId"
    WHERE k.slug LIKE 'kopia-%' AND p.slug = '2015-09101'`)
}

test('two thousand rows are read, compared, committed and taken back in seconds', async () => {
  await makeProjects()
  const rows = Array.from(
    { length: MANY },
    (_, at) =>
      `2016/7${String(at + 1).padStart(4, '0')};2018-12-31;godkända;${at + 1};${at % 90};1;https://example.se/r`,
  )
  const header =
    'Projektnummer;Per den;Redovisade eller godkända;Förskott;Nådda kvinnor;Utfall CO01;Länk till källan'
  const seconds: Record<string, number> = {}
  const timed = async <Value>(what: string, work: () => Promise<Value>): Promise<Value> => {
    const start = performance.now()
    const value = await work()
    seconds[what] = (performance.now() - start) / 1000
    return value
  }
  const begun = await timed('begin', () =>
    beginTable({ name: 'x', bytes: textBytes([header, ...rows].join('\n')) }),
  )
  const tableId = begun.ok ? begun.value.id : 0
  const all = { page: 1, only: null, isUndoing: false, told: null }
  const review = await timed('review', () => findReview(tableId, all))
  expect(review).toMatchObject({ counts: { all: MANY, ready: MANY }, followUps: 3 * MANY })
  const version = (await findTable(tableId))?.version ?? 0
  expect(await timed('commit', () => commitTable({ tableId, version }))).toMatchObject({ ok: true })
  expect(await database().outcome.count({ where: { measure: 'advances.total' } })).toBe(MANY)
  const again = await timed('review again', () => findReview(tableId, all))
  expect(again?.counts.unchanged).toBe(MANY)
  expect(await timed('undo', () => undoTable({ tableId, reason: 'Det var bara ett prov.' }))).toMatchObject({
    ok: true,
  })
  expect(await database().outcome.count({ where: { measure: 'advances.total' } })).toBe(0)
  // An act that takes longer than half a minute is ended: lib/auth/guard.ts.
  for (const [what, took] of Object.entries(seconds)) expect(took, what).toBeLessThan(25)
})
