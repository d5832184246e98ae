import { describe, expect, test } from 'vitest'
import { database } from '../db.ts'
import { findProject } from '../projects/queries.ts'
import { rebuildRegistry } from '../registry/rebuild.ts'
import { inOwnRegistry, textFile } from '../testing/registry.ts'
import { importFiles } from './commands.ts'

inOwnRegistry()

const page = (participants: string, budget = '1 200 000', day?: string) =>
  textFile(
    `stegen-${participants}-${day}.txt`,
    [
      '2019/09100 - Stegen',
      'Diarienummer:',
      '2019/09100',
      'Namn:',
      'Stegen',
      'Projektägare:',
      'Exempelstads kommun',
      'Region:',
      'Stockholm',
      'Planerat antal deltagare:',
      participants,
      'Projektperiod:',
      '2019-08-01 - 2022-06-30',
      'Total projektbudget:',
      budget,
      'Kontaktperson:',
      'Kim Provsson',
      'E-post:',
      'kim.provsson@example.se',
      '',
      'Projektet är påhittat. Kim Provsson svarar på frågor om det.',
    ],
    day,
  )

const list = textFile(
  'beslut.txt',
  [
    'Projekt i Stockholm',
    '',
    'Prioriterade ESF-projekt, beslut 13 juni 2019',
    'Strukturfondspartnerskapet har prioriterat följande projekt.',
    '',
    'Stegen',
    'Sökande: Exempelstads kommun',
    'Sökt belopp: 600 000 kronor',
    '',
    'Stegen 2.0',
    'Sökande: Exempelstads kommun',
    'Sökt belopp: 700 000 kronor',
  ],
  '2019-07-01',
)

const importAs = (...files: Parameters<typeof importFiles>[0]) => importFiles(files, { actor: 'test' })
const shownOf = async (field: 'plannedParticipants' | 'totalBudget') =>
  (await findProject('2019-09100'))?.fields[field]

describe('a page, its later capture, and a decision list', () => {
  test('a trial tells what would change, and changes nothing', async () => {
    const report = await importFiles([page('145', undefined, '2020-01-01')], { actor: 'test', dryRun: true })
    expect(report.totals).toMatchObject({ documents: 1, projectsNew: 1 })
    expect(await database().project.count()).toBe(0)
    expect(await database().import.count()).toBe(0)
    expect(await database().registry.findFirst()).toMatchObject({ revision: 0 })
  })

  test('a page makes a project, with every value and the words it stands in', async () => {
    await importAs(page('145', undefined, '2020-01-01'))
    expect(await shownOf('plannedParticipants')).toMatchObject({
      state: 'read',
      value: 145,
      shown: { words: '145' },
    })
    expect(await database().project.findFirst()).toMatchObject({
      name: 'Stegen',
      region: 'SE11',
      period: '2014-2020',
      plannedParticipants: 145,
      totalBudget: 1_200_000n,
    })
  })

  test('the same file again changes nothing', async () => {
    const counts = async () =>
      Promise.all([database().statement.count(), database().change.count(), database().project.findFirst()])
    const before = await counts()
    const report = await importAs(page('145', undefined, '2020-01-01'))
    expect(report.files).toMatchObject([{ outcome: 'alreadyHere' }])
    expect(await counts()).toEqual(before)
  })

  test('a later capture adds statements, is shown, and leaves what changed in the trace', async () => {
    const statements = await database().statement.count()
    const report = await importAs(page('160', undefined, '2021-01-01'))
    expect(await database().statement.count()).toBeGreaterThan(statements)
    expect(report.totals).toMatchObject({ projectsNew: 0, projectsMatched: 1, projectsChanged: 1 })
    const shown = await shownOf('plannedParticipants')
    expect(shown).toMatchObject({ value: 160, rivals: [] })
    expect(shown?.older.map(({ words }) => words)).toEqual(['145'])
    expect(await database().change.findMany({ where: { action: 'field' } })).toMatchObject([
      { field: 'plannedParticipants', from: { value: 145 }, to: { value: 160 }, actor: 'test' },
    ])
  })

  test('a capture that comes late but is older changes nothing that is shown', async () => {
    await importAs(page('99', undefined, '2019-12-01'))
    const shown = await shownOf('plannedParticipants')
    expect(shown?.value).toBe(160)
    expect(shown?.older.map(({ words }) => words).sort()).toEqual(['145', '99'])
  })

  test('an entry with the same name and owner is linked, and one with a name alike is not', async () => {
    const report = await importAs(list)
    expect(report.totals).toMatchObject({ decisionsNew: 1, itemsNew: 2, linked: 1 })
    const items = await database().decisionItem.findMany({
      orderBy: { position: 'asc' },
      include: { project: true },
    })
    expect(items.map(({ name, project }) => [name, project?.slug ?? null])).toEqual([
      ['Stegen', '2019-09100'],
      ['Stegen 2.0', null],
    ])
  })

  test('an organisation is one, in all its roles', async () => {
    expect(await database().organisation.findMany()).toMatchObject([
      { name: 'Exempelstads kommun', owned: 1, applied: 2, partner: 0 },
    ])
  })

  test('everything that is stored is what the statements give', async () => {
    const rebuilt = await rebuildRegistry({ dryRun: true })
    expect(rebuilt).toEqual({
      projects: 1,
      items: 2,
      driftedProjects: [],
      driftedItems: [],
      driftedOthers: [],
      driftedFollowUps: [],
      driftedOutcomes: [],
    })
  })

  test('a value that drifted is found and mended', async () => {
    await database().project.updateMany({ data: { plannedParticipants: 1 } })
    expect((await rebuildRegistry({ dryRun: true })).driftedProjects).toHaveLength(1)
    expect((await rebuildRegistry()).driftedProjects).toHaveLength(1)
    expect(await database().project.findFirst()).toMatchObject({ plannedParticipants: 160 })
    expect((await rebuildRegistry()).driftedProjects).toHaveLength(0)
  })
})

describe('what must always hold', () => {
  test('contacts are kept apart: no public column holds them, and the bytes are kept as they came', async () => {
    expect(await database().contact.findMany()).toMatchObject(
      Array(3).fill({ name: 'Kim Provsson', email: 'kim.provsson@example.se' }),
    )
    const open = await database().$queryRaw<{ text: string }[]>`
      SELECT row_to_json(p)::text AS text FROM project p UNION ALL SELECT row_to_json(s)::text FROM statement s
      UNION ALL SELECT row_to_json(c)::text FROM change c UNION ALL SELECT row_to_json(i)::text FROM decision_item i
      UNION ALL SELECT row_to_json(d)::text FROM source_document d UNION ALL SELECT row_to_json(x)::text FROM project_search x
      UNION ALL SELECT row_to_json(w)::text FROM warning w UNION ALL SELECT word FROM search_word`
    expect(open.length).toBeGreaterThan(20)
    for (const { text } of open) expect(text).not.toMatch(/provsson|example\.se/i)
    const [content] = await database().documentContent.findMany({ orderBy: { documentId: 'asc' } })
    expect(new TextDecoder().decode(content?.bytes)).toContain('kim.provsson@example.se')
  })

  test('what was read and what was traced cannot be changed', async () => {
    await expect(database().statement.updateMany({ data: { raw: 'x' } })).rejects.toThrow(/never changed/)
    await expect(database().change.updateMany({ data: { actor: 'x' } })).rejects.toThrow(/never changed/)
    await expect(database().change.deleteMany()).rejects.toThrow(/never changed/)
  })

  test('an import that fails halfway leaves nothing behind', async () => {
    await database().$executeRaw`
      CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''halfway''; END'`
    await database().$executeRaw`
      CREATE TRIGGER fails BEFORE INSERT ON statement FOR EACH ROW WHEN (NEW.raw = '1 300 000') EXECUTE FUNCTION fail()`
    const before = await database().sourceDocument.count()
    await expect(importAs(page('170'), page('170', '1 300 000'))).rejects.toThrow(/halfway/)
    expect(await database().sourceDocument.count()).toBe(before)
    expect((await shownOf('plannedParticipants'))?.value).toBe(160)
  })

  test('two imports of the same file at once bring it in once', async () => {
    const file = page('180', undefined, '2022-01-01')
    const reports = await Promise.all([importAs(file), importAs(file), importAs(file)])
    const outcomes = reports.flatMap(({ files }) => files.map(({ outcome }) => outcome)).sort()
    expect(outcomes).toEqual(['alreadyHere', 'alreadyHere', 'imported'])
  })

  test('a file that is no source is refused with the reason, and the others go in', async () => {
    const report = await importAs(
      textFile('brev.txt', ['Hej! Det här är ett brev.']),
      page('190', undefined, '2023-01-01'),
    )
    expect(report.files.map(({ outcome }) => outcome).sort()).toEqual(['imported', 'refused'])
  })
})
