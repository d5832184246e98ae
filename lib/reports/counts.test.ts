import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { database } from '../db.ts'
import { inSampleRegistry } from '../testing/registry.ts'
import { reportedAs, send } from '../testing/reports.ts'
import { comesFrom } from '../testing/staff.ts'
import { findReport, followReport, listReports } from './queries.ts'
import { findSubject } from './subject.ts'

inSampleRegistry()

/** How many statements something sends to PostgreSQL. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  await work()
  const spy = vi.spyOn(pg.Client.prototype, 'query')
  await work()
  const { length } = spy.mock.calls
  spy.mockRestore()
  return length
}

test('a form asks the same few things of the database whatever it is about', async () => {
  const item = await database().decisionItem.findFirstOrThrow({ include: { decision: true } })
  const counts = {
    page: await statementsOf(() => findSubject(reportedAs('page', '/om'))),
    project: await statementsOf(() =>
      findSubject(reportedAs('project', '2016-00112', 'plannedParticipants')),
    ),
    item: await statementsOf(() => findSubject(reportedAs('item', String(item.id), 'amount'))),
    decision: await statementsOf(() =>
      findSubject(reportedAs('decision', item.decision.slug, 'decisionDate')),
    ),
    organisation: await statementsOf(() =>
      findSubject(reportedAs('organisation', 'sodertalje-kommun', 'name')),
    ),
  }
  expect(counts.page).toBe(0)
  for (const [kind, count] of Object.entries(counts)) expect(count, kind).toBeLessThanOrEqual(20)
})

test('the list asks as much for thirty reports as for one, and one report asks little', async () => {
  const slugs = await database().project.findMany({ select: { slug: true }, take: 30 })
  const sendAbout = async ({ slug }: { slug: string }, at: number) => {
    comesFrom(`198.51.100.${at}`)
    return send(reportedAs('project', slug, 'plannedParticipants'))
  }
  const [first, ...more] = slugs
  const sent = first && (await sendAbout(first, 0))
  const list = () => listReports({ pile: 'open', page: 1 })
  const ofOne = await statementsOf(list)
  for (const [at, slug] of more.entries()) await sendAbout(slug, at + 1)
  expect((await list()).rows).toHaveLength(30)
  expect(await statementsOf(list)).toBe(ofOne)
  expect(ofOne).toBeLessThanOrEqual(12)
  if (!sent?.ok) throw new Error('nothing was sent')
  const { id, token } = sent.value
  expect(await statementsOf(() => findReport(id))).toBeLessThanOrEqual(36)
  expect(await statementsOf(() => followReport(token))).toBeLessThanOrEqual(22)
})
