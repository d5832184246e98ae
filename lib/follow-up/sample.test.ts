import { expect, test } from 'vitest'
import { database } from '../db.ts'
import { rebuildRegistry } from '../registry/rebuild.ts'
import { inSampleRegistry, sampleFiles, sampleFollowUps } from '../testing/registry.ts'
import { FOLLOW_UP_KINDS } from './kinds.ts'
import { attachExamples } from './operator.ts'

inSampleRegistry()

/** The text of the sample's page of a project. */
function pageOf(number: string): string {
  const pages = sampleFiles().map(({ bytes }) => new TextDecoder().decode(bytes))
  return pages.find((text) => text.slice(0, 400).includes(number)) ?? ''
}

test('nothing invented is attached to a real project: each page says that it is an invented example', () => {
  const numbers = new Set(sampleFollowUps().map(({ project }) => project))
  for (const number of numbers) expect([number, /påhitta/i.test(pageOf(number))]).toEqual([number, true])
})

test('each example begins with a call: its page names it, and it has a day before all that followed', async () => {
  await attachExamples(sampleFollowUps())
  const projects = await database().project.findMany({
    where: { followUps: { some: {} } },
    select: {
      number: true,
      callNumber: true,
      startDate: true,
      items: { select: { decision: { select: { decisionDate: true } } } },
      followUps: { select: { asOf: true, shown: true }, orderBy: { asOf: 'asc' } },
    },
  })
  expect(projects).toHaveLength(new Set(sampleFollowUps().map(({ project }) => project)).size)
  for (const { number, callNumber, startDate, items, followUps } of projects) {
    const [first, ...later] = followUps
    expect([number, first?.shown]).toEqual([
      number,
      expect.objectContaining({
        documentType: expect.objectContaining({ value: 'call' }),
        title: expect.objectContaining({ value: `Utlysning ${callNumber} (påhittat exempel)` }),
      }),
    ])
    const days = [
      startDate,
      ...items.map(({ decision }) => decision.decisionDate),
      ...later.map(({ asOf }) => asOf),
    ]
    for (const day of days) if (day) expect(first?.asOf?.getTime()).toBeLessThan(day.getTime())
  }
})

test('eight projects show the whole chain, as examples, and loading them again adds nothing', async () => {
  const given = sampleFollowUps()
  await attachExamples(given)
  expect(await database().followUp.count()).toBe(given.length)
  expect(await attachExamples(given)).toBe(0)
  const rows = await database().followUp.findMany({
    select: { kind: true, isExample: true, projectId: true, project: { select: { items: true } } },
  })
  expect(rows.every(({ isExample }) => isExample)).toBe(true)
  const whole = [...Map.groupBy(rows, ({ projectId }) => projectId).values()].filter(
    (own) =>
      FOLLOW_UP_KINDS.every((kind) => own.some((row) => row.kind === kind)) &&
      (own[0]?.project?.items.length ?? 0) > 0,
  )
  expect(whole.length).toBeGreaterThanOrEqual(8)
  const { driftedFollowUps, driftedOutcomes } = await rebuildRegistry({ dryRun: true })
  expect([driftedFollowUps, driftedOutcomes]).toEqual([[], []])
})

test('to a project that is no sample nothing is attached', async () => {
  const [one] = sampleFollowUps()
  await database().project.updateMany({ data: { isSample: false } })
  await expect(attachExamples(one ? [{ ...one, project: '2015/00311' }] : [])).rejects.toThrow(
    'no project of the sample',
  )
})
