import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { database } from '../db.ts'
import { numberKey } from '../matching/keys.ts'
import { isProjectField } from '../projects/fields.ts'
import { organisationNames, organisationUnit, type StoredValue } from '../projects/shown.ts'
import { rebuildRegistry } from '../registry/rebuild.ts'
import { inOwnRegistry } from '../testing/registry.ts'
import { importFiles } from './commands.ts'

// The real documents stand beside the project and not in it: see lib/documents/expected.test.ts.
const SHARED = join(import.meta.dirname, '..', '..', '..', 'shared')
const FOLDERS = ['seeds', 'documents'].map((name) => join(SHARED, name))
const isThere = FOLDERS.every((folder) => existsSync(folder))

type ExpectedReading = {
  raw?: string
  value?: unknown
  organisation?: string
  organisations?: string[]
  unit?: string
}
type Expected = {
  kind: string
  fields?: Record<string, ExpectedReading>
  sections?: {
    items: { name: string; applicant?: ExpectedReading; amount?: ExpectedReading; amountKind?: string }[]
  }[]
}

const filesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({
      name,
      bytes: readFileSync(join(folder, name)),
      expected: JSON.parse(
        readFileSync(join(folder, 'expected', name.replace('.txt', '.json')), 'utf8'),
      ) as Expected,
    }))

const plain = (words: string) => words.replace(/\s+/g, ' ').trim()

describe.skipIf(!isThere && !process.env.CI)('the real documents in the registry', () => {
  inOwnRegistry()

  test('the five seeds are 4 project pages and 19 entries in 4 decisions, and no two projects are merged', async () => {
    const report = await importFiles(filesIn(join(SHARED, 'seeds')), { actor: 'test' })
    expect(report.totals).toMatchObject({ documents: 5, projectsNew: 4, decisionsNew: 4, itemsNew: 19 })
    expect(await database().project.count()).toBe(4)
    const names = (await database().decisionItem.findMany({ select: { nameKey: true } })).map(
      ({ nameKey }) => nameKey,
    )
    expect(new Set(names).size).toBe(19)
  })

  test('the other documents go in beside them, and the call is refused', async () => {
    const report = await importFiles(filesIn(join(SHARED, 'documents')), { actor: 'test' })
    expect(report.files.filter(({ outcome }) => outcome === 'refused')).toHaveLength(1)
    expect(report.totals).toMatchObject({ documents: 9, projectsNew: 6 })
    expect((await rebuildRegistry({ dryRun: true })).driftedProjects).toEqual([])
  })

  test('importing all of them again changes nothing', async () => {
    const before = [await database().statement.count(), await database().change.count()]
    const report = await importFiles(FOLDERS.flatMap(filesIn), { actor: 'test' })
    expect(report.totals.documents).toBe(0)
    expect([await database().statement.count(), await database().change.count()]).toEqual(before)
  })

  const files = isThere ? FOLDERS.flatMap(filesIn) : []
  const pages = files.filter(({ expected }) => expected.kind === 'esf-project-page')
  test.each(pages)(
    '$name: every field that a careful reader found is a statement with its words',
    async ({ expected, bytes }) => {
      const fields = Object.entries(expected.fields ?? {}).filter(([key]) => isProjectField(key))
      const statements = await statementsOf(bytes)
      for (const [key, { raw, value, organisation, unit }] of fields) {
        const said = statements.filter(({ field, origin }) => field === key && origin === 'FIELD')
        expect(said, key).toHaveLength(1)
        const [statement] = said
        expect(statement?.state, key).toBe(
          raw === '' || (raw === undefined && value === null) ? 'EMPTY' : 'READ',
        )
        if (raw !== undefined) expect(plain(statement?.raw ?? ''), key).toBe(raw)
        if (value !== undefined) expect(statement?.value ?? null, key).toEqual(value)
        if (organisation !== undefined) {
          expect(organisationNames(statement?.value as StoredValue)).toEqual([organisation])
          expect(organisationUnit(statement?.value as StoredValue)).toBe(unit ?? null)
        }
      }
    },
  )

  const lists = files.filter(({ expected }) => expected.kind === 'decision-list')
  test.each(lists)(
    '$name: every entry is there with its amount and its kind',
    async ({ expected, bytes }) => {
      const items = await itemsOf(bytes)
      const wanted = (expected.sections ?? []).flatMap((section) => section.items)
      expect(items.map(({ name }) => name)).toEqual(wanted.map(({ name }) => name))
      for (const [index, { amount, amountKind, applicant }] of wanted.entries()) {
        const item = items[index]
        if (amount?.value !== undefined)
          expect(item?.amount === null ? null : Number(item?.amount)).toBe(amount.value)
        if (amountKind) expect(item?.amountKind).toBe(amountKind.toUpperCase())
        const names =
          applicant?.organisations ?? (applicant?.organisation ? [applicant.organisation] : undefined)
        if (names) expect(item?.participations.map(({ name }) => name)).toEqual(names)
      }
    },
  )

  test('no contact of theirs stands in any public column', async () => {
    const contacts = await database().contact.findMany()
    expect(contacts.length).toBeGreaterThanOrEqual(8)
    const open = await database().$queryRaw<{ text: string }[]>`
      SELECT row_to_json(p)::text AS text FROM project p UNION ALL SELECT row_to_json(s)::text FROM statement s
      UNION ALL SELECT row_to_json(d)::text FROM source_document d UNION ALL SELECT row_to_json(c)::text FROM change c
      UNION ALL SELECT row_to_json(i)::text FROM decision_item i UNION ALL SELECT row_to_json(w)::text FROM warning w`
    const all = open.map(({ text }) => text).join('\n')
    for (const { name, email, phone } of contacts)
      for (const secret of [name, email, phone]) if (secret) expect(all).not.toContain(secret)
    expect(all).not.toMatch(/[\w.]+@[\w-]+\.\w/)
  })

  test('the words of every statement stand at its place in the document', async () => {
    const statements = await database().statement.findMany({ include: { document: true } })
    for (const { raw, start, end, before, after, document } of statements) {
      expect(document.publicText.slice(start, end)).toBe(raw)
      expect(document.publicText.slice(0, start).endsWith(before)).toBe(true)
      expect(document.publicText.slice(end).startsWith(after)).toBe(true)
    }
  })

  test('numbers are one however they are written', async () => {
    const identifiers = await database().projectIdentifier.findMany()
    for (const { key, value } of identifiers) expect(numberKey(value)).toBe(key)
  })
})

async function hashOf(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))).toString('hex')
}

const statementsOf = async (bytes: Uint8Array) =>
  database().statement.findMany({ where: { document: { sha256: await hashOf(bytes) } } })

const itemsOf = async (bytes: Uint8Array) => {
  const sha256 = await hashOf(bytes)
  const items = await database().decisionItem.findMany({
    where: { statements: { some: { document: { sha256 } } } },
    include: {
      participations: { where: { role: 'APPLICANT' }, orderBy: { position: 'asc' } },
      statements: { where: { document: { sha256 } }, select: { start: true } },
    },
  })
  const place = ({ statements }: (typeof items)[number]) => Math.min(...statements.map(({ start }) => start))
  return items.sort((a, b) => place(a) - place(b))
}
