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

test('eight projects show the whole chain, as examples, and loading them again adds nothing', async () => {
  const given = sampleFollowUps()
  expect(await attachExamples(given)).toBe(given.length)
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
