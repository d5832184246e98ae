import { beforeAll, expect, test } from 'vitest'
import { database } from '../db.ts'
import { noDrift } from '../testing/drift.ts'
import { fieldsOf, PAIRS, recordNow, recordsToCorrect, saveOver } from '../testing/pairs.ts'
import { inSampleRegistry } from '../testing/registry.ts'
import { signIn } from '../testing/staff.ts'
import type { Loaded } from './load.ts'

inSampleRegistry()
beforeAll(async () => {
  await signIn('EDITOR')
})

test(`${PAIRS} pairs of saves of one field: one of each stands, and the other is told which`, async () => {
  const subjects = await recordsToCorrect()
  const opened = new Map<object, Loaded>()
  let told = 0
  for (let pair = 0; pair < PAIRS; pair++) {
    const subject = subjects[pair % subjects.length] ?? { kind: 'project', id: 0 }
    const record = opened.get(subject) ?? (await recordNow(subject))
    const [{ field, textOf }] = fieldsOf(subject)
    const texts = [textOf(2 * pair), textOf(2 * pair + 1)]
    const results = await Promise.all(texts.map((text) => saveOver(record, field, text)))
    const won = results.findIndex(({ ok }) => ok)
    const lost = results[1 - won]
    const after = await recordNow(subject)
    expect(after.fields[field]?.shown?.value).toBe(texts[won])
    if (
      lost?.ok === false &&
      lost.problem.kind === 'stale' &&
      lost.problem.conflicts[0]?.shown?.value === texts[won]
    )
      told++
    opened.set(subject, after)
  }
  expect(told).toBe(PAIRS)
  expect(await database().correction.count()).toBe(PAIRS)
  expect(await database().change.count({ where: { action: 'corrected' } })).toBe(PAIRS)
}, 600_000)

test('after them nothing has drifted from what statements and corrections give', async () => {
  await noDrift()
})
