import pg from 'pg'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { database } from '../db.ts'
import { bringIn, given } from '../imports/testing/desk.ts'
import { findProject } from '../projects/queries.ts'
import { inOwnRegistry } from '../testing/registry.ts'
import { signIn } from '../testing/staff.ts'
import { findDocument, listDocuments } from './queries.ts'
import { findTable, ROWS } from './table-queries.ts'

inOwnRegistry()

const HEADER = 'Diarienummer;Namn på insatsen;Stödmottagare;EU-stöd i SEK;Anteckning;E-post;Startdatum'
/** Row 4 of the file is empty, row 5 has an amount that is none; the others are as they should be. */
const lines = [
  HEADER,
  '2021/10001;Stegen;Exempelstads kommun;2 000 000;;kim.exempel@example.se;2021-03-01',
  '2021/10002;Trappan;Provköpings kommun;400 000;se bilaga;kim.exempel@example.se;2021-04-01',
  ';;;;;;',
  '2021/10003;Rampen;Provköpings kommun;okänt;;kim.exempel@example.se;2021-05-01',
  ...Array.from(
    { length: 117 },
    (_, at) => `2021/2${String(at).padStart(4, '0')};Projekt ${at};X kommun;${at + 1};;;2021-06-01`,
  ),
]

let slug = ''

beforeAll(async () => {
  await signIn('ADMINISTRATOR')
  slug = await bringInTable('lista.csv', lines)
}, 60_000)

/** Brings a table in. Returns the address of its document. */
async function bringInTable(name: string, rows: string[]): Promise<string> {
  const importId = await bringIn(given(name, rows))
  const made = await database().sourceDocument.findFirstOrThrow({ where: { importId } })
  return made.slug
}

const table = async (row?: number) => {
  const found = await findTable(slug, row)
  if (!found) throw new Error('no such table')
  return found
}

describe('a table of operations', () => {
  test('has what tells how it was read, and its first rows', async () => {
    const found = await table()
    expect(found).toMatchObject({
      kind: 'OPERATION_LIST',
      title: 'lista.csv',
      mediaType: 'text/csv',
      sheet: null,
      rowsInFile: 121,
      projects: 120,
      rows: { total: 120, page: 1, pages: 3 },
      pageStarts: { 1: 2, 2: 53, 3: 103 },
    })
    expect(found.columns.map(({ target }) => target)).toEqual([
      'diaryNumber',
      'name',
      'owner',
      'grantedSupport',
      'unknown',
      'private',
      'startDate',
    ])
    expect(found.rows.rows).toHaveLength(ROWS)
  })

  test('marks in each row what was read from which words, and names the project', async () => {
    const { rows } = (await table()).rows
    const [stegen, trappan, rampen] = rows
    const said = (row: typeof stegen) =>
      row?.readings.map(({ field, label, state, start, end }) => [
        field,
        label,
        state,
        row.text.slice(start, end),
      ])
    expect(stegen).toMatchObject({ number: 2, project: { slug: '2021-10001', name: 'Stegen' } })
    expect(said(stegen)).toEqual([
      ['diaryNumber', 'Diarienummer', 'READ', '2021/10001'],
      ['name', 'Namn på insatsen', 'READ', 'Stegen'],
      ['owner', 'Stödmottagare', 'READ', 'Exempelstads kommun'],
      ['grantedSupport', 'EU-stöd i SEK', 'READ', '2 000 000'],
      ['startDate', 'Startdatum', 'READ', '2021-03-01'],
    ])
    expect(said(trappan)).toContainEqual(['unknown', 'Anteckning', 'READ', 'se bilaga'])
    expect(rampen?.number).toBe(5)
    expect(said(rampen)).toContainEqual(['grantedSupport', 'EU-stöd i SEK', 'UNREADABLE', 'okänt'])
  })

  test('tells nothing of the people that it names', async () => {
    expect(JSON.stringify(await table())).not.toContain('kim.exempel')
  })

  test('is shown by the page that holds a row', async () => {
    const found = await table(60)
    expect(found.rows).toMatchObject({ total: 120, page: 2, pages: 3 })
    expect(found.rows.rows.map(({ number }) => number)).toContain(60)
    expect(found.rows.rows.at(0)?.number).toBe(53)
    expect(found.projects).toBeNull()
    const last = await table(122)
    expect(last.rows.page).toBe(3)
    expect(last.rows.rows).toHaveLength(20)
  })

  test('has no page for a row that was not taken in', async () => {
    expect(await findTable(slug, 1)).toBeNull()
    expect(await findTable(slug, 4)).toBeNull()
    expect(await findTable(slug, 123)).toBeNull()
    expect(await findTable('nowhere')).toBeNull()
  })

  test('is no text document, and is listed among documents', async () => {
    expect(await findDocument(slug)).toBeNull()
    const { rows } = await listDocuments({ page: 1, kind: 'OPERATION_LIST' })
    expect(rows).toMatchObject([{ slug, projects: 120 }])
  })

  test('is where a value of a project leads: to the row', async () => {
    const project = await findProject('2021-10002')
    expect(project?.fields.grantedSupport.shown).toMatchObject({
      words: '400 000',
      label: 'EU-stöd i SEK',
      row: 3,
      document: { slug },
    })
  })

  test('takes as many queries whatever its length', async () => {
    const sent = vi.spyOn(pg.Client.prototype, 'query')
    const countFor = async (of: string, row: number | null) => {
      sent.mockClear()
      await findTable(of, row)
      return sent.mock.calls.length
    }
    const short = await bringInTable('kort.csv', [HEADER, lines[1]?.replace('Stegen', 'Stegen igen') ?? ''])
    const counts = [await countFor(slug, null), await countFor(short, null)]
    expect(counts[0]).toBe(counts[1])
    expect(counts[0]).toBeLessThanOrEqual(9)
    expect(await countFor(slug, 60)).toBeLessThanOrEqual(counts[0] ?? 0)
  }, 60_000)

  test('is not shown when its import was taken back', async () => {
    await database().sourceDocument.updateMany({ where: { slug }, data: { undoneAt: new Date() } })
    expect(await findTable(slug)).toBeNull()
    await database().sourceDocument.updateMany({ where: { slug }, data: { undoneAt: null } })
  })
})
