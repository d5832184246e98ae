import { expect, test } from 'vitest'
import { database } from '../db.ts'
import { rebuildRegistry } from '../registry/rebuild.ts'
import { inOwnRegistry, sampleFiles } from '../testing/registry.ts'
import { importFiles } from './commands.ts'

inOwnRegistry()

test('the sample is a living registry', async () => {
  const report = await importFiles(sampleFiles(), { actor: 'test' })
  expect(report.files.filter(({ outcome }) => outcome !== 'imported')).toEqual([])
  expect(report.totals.documents).toBeGreaterThanOrEqual(40)
  const [{ regions, funds, periods, disagreements, years } = NOTHING] = await database().$queryRaw<
    (typeof NOTHING)[]
  >`
    SELECT count(DISTINCT region)::int AS regions, count(DISTINCT fund)::int AS funds,
      count(DISTINCT period)::int AS periods, count(DISTINCT extract(year FROM "startDate"))::int AS years,
      count(*) FILTER (WHERE disagreements > 0)::int AS disagreements FROM project`
  expect({ regions, funds, periods }).toEqual({ regions: 9, funds: 3, periods: 3 })
  expect(disagreements).toBeGreaterThanOrEqual(6)
  expect(years).toBeGreaterThanOrEqual(8)
  expect(await database().decisionItem.count({ where: { projectId: { not: null } } })).toBeGreaterThanOrEqual(
    10,
  )
  expect(await database().decisionItem.count({ where: { projectId: null } })).toBeGreaterThanOrEqual(25)
})
const NOTHING = { regions: 0, funds: 0, periods: 0, disagreements: 0, years: 0 }

test('rebuilding it finds that nothing drifted', async () => {
  const rebuilt = await rebuildRegistry({ dryRun: true })
  expect(rebuilt).toMatchObject({ driftedProjects: [], driftedItems: [] })
  expect(rebuilt.projects).toBeGreaterThan(40)
})

test('a rounded amount on a list agrees with the exact one on the page, and another one disagrees', async () => {
  const shownOf = async (slug: string) => (await database().project.findUnique({ where: { slug } }))?.shown
  const named = async (name: string) =>
    (await database().project.findFirst({ where: { name }, select: { slug: true } }))?.slug ?? ''
  expect(await shownOf(await named('Nya rötter'))).toMatchObject({
    grantedSupport: { value: 4_312_550, rivals: [], agreeing: [expect.any(Number)] },
  })
  expect(await shownOf(await named('Öppen verkstad'))).toMatchObject({
    grantedSupport: { value: 12_960_000, rivals: [expect.any(Number)], agreeing: [] },
  })
})

test('the page that says 145 in a field and “drygt 300” in its text shows the one and keeps the other', async () => {
  const project = await database().project.findUnique({ where: { slug: '2016-00112' } })
  expect(project).toMatchObject({ plannedParticipants: 145, disagreements: 1 })
})

test('addresses and names of contacts are covered in every public text', async () => {
  const contacts = await database().contact.findMany()
  const documents = await database().sourceDocument.findMany({ select: { publicText: true } })
  expect(contacts.length).toBeGreaterThanOrEqual(30)
  for (const { publicText } of documents) {
    expect(publicText).not.toMatch(/@/)
    for (const { name } of contacts) if (name?.includes(' ')) expect(publicText).not.toContain(name)
  }
})
