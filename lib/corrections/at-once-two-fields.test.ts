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

test(`${PAIRS} pairs of saves of different fields: both of each stand`, async () => {
  const subjects = await recordsToCorrect()
  const opened = new Map<object, Loaded>()
  for (let pair = 0; pair < PAIRS; pair++) {
    const subject = subjects[pair % subjects.length] ?? { kind: 'project', id: 0 }
    const record = opened.get(subject) ?? (await recordNow(subject))
    const saves = fieldsOf(subject).map(({ field, textOf }) => ({ field, text: textOf(pair) }))
    const results = await Promise.all(saves.map(({ field, text }) => saveOver(record, field, text)))
    expect(results.map(({ ok }) => ok)).toEqual([true, true])
    const after = await recordNow(subject)
    expect(saves.map(({ field }) => after.fields[field]?.shown?.value)).toEqual(saves.map(({ text }) => text))
    opened.set(subject, after)
  }
  expect(await database().correction.count()).toBe(2 * PAIRS)
  expect(await database().change.count({ where: { action: 'corrected' } })).toBe(2 * PAIRS)
}, 600_000)

test('after them nothing has drifted from what statements and corrections give', async () => {
  await noDrift()
})
