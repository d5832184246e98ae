import { beforeEach, expect, test } from 'vitest'
import { database } from '../db.ts'
import { textBytes } from '../tables/testing/write.ts'
import { inSampleRegistry } from '../testing/registry.ts'
import { signIn } from '../testing/staff.ts'
import { discardFollowUp, restoreFollowUp, withdrawFollowUp } from './commands.ts'
import { findForStaff } from './staff-queries.ts'
import { beginTable, cancelTable, commitTable } from './table/commands.ts'
import { comparedNow } from './table/queries.ts'
import { draftOf, publishedOf } from './testing/published.ts'
import { tidyFollowUps } from './tidy.ts'

inSampleRegistry()
beforeEach(() => signIn('EDITOR'))

const TO = { project: '2015-09101' }
const SAID = { asOf: '2018-12-31', sourceUrl: 'https://example.se/r', achieved: 'Ett nätverk' }

const textsOf = async (id: number) => Object.keys((await findForStaff(id))?.content.fields ?? {}).length
/** All that was done is a month ago. */
const aMonthLater = async () => {
  const then = new Date(Date.now() - 31 * 86_400_000)
  const db = database()
  await db.followUp.updateMany({ data: { updatedAt: then } })
  // What is stated keeps its moment but for tests.
  await db.$transaction([
    db.$executeRaw`SET LOCAL session_replication_role = replica`,
    db.$executeRaw`UPDATE follow_up SET "publishedAt" = ${then} WHERE "publishedAt" IS NOT NULL`,
    db.$executeRaw`UPDATE follow_up_batch SET "createdAt" = ${then},
      "committedAt" = CASE WHEN "committedAt" IS NOT NULL THEN ${then}::timestamptz END`,
  ])
}

test('what was typed is erased a month after it was published or set aside, and drafts stay', async () => {
  const draft = (await draftOf('RESULTS', SAID, TO)).id
  const [aside, taken] = [await draftOf('RESULTS', SAID, TO), await draftOf('RESULTS', SAID, TO)]
  for (const one of [aside, taken]) await discardFollowUp(one)
  const [open, withdrawn] = [await publishedOf('RESULTS', SAID, TO), await publishedOf('RESULTS', SAID, TO)]
  await withdrawFollowUp({ id: withdrawn, reason: 'Det var ett annat projekts.' })
  const all = [draft, aside.id, taken.id, open, withdrawn]
  await tidyFollowUps()
  expect(await Promise.all(all.map(textsOf))).toEqual([3, 3, 3, 3, 3])
  await aMonthLater()
  await restoreFollowUp(taken.id)
  await tidyFollowUps()
  expect(await Promise.all(all.map(textsOf))).toEqual([3, 0, 3, 0, 0])
  expect(await database().followUp.findUnique({ where: { id: open } })).toMatchObject({
    state: 'PUBLISHED',
    stated: { achieved: { value: 'Ett nätverk' } },
    shown: { achieved: { value: 'Ett nätverk' } },
  })
  const { version } = await database().followUp.findUniqueOrThrow({ where: { id: open } })
  await tidyFollowUps()
  expect(await database().followUp.findUnique({ where: { id: open } })).toMatchObject({ version })
})

test('the file of a draft that was set aside goes with it, and that of one that is written stays', async () => {
  const file = (name: string) => ({
    ...{ sha256: name.repeat(64), byteLength: 1, mediaType: 'text/plain', name: `${name}.txt` },
    token: name.repeat(22),
  })
  const [aside, draft] = [await draftOf('RESULTS', SAID, TO), await draftOf('RESULTS', SAID, TO)]
  for (const [at, { id }] of [aside, draft].entries())
    await database().followUp.update({
      where: { id },
      data: { file: { create: file(at === 0 ? 'a' : 'b') } },
    })
  await discardFollowUp(aside)
  await aMonthLater()
  await tidyFollowUps()
  expect((await findForStaff(aside.id))?.file).toBeNull()
  expect((await findForStaff(draft.id))?.file).toMatchObject({ name: 'b.txt' })
})

test('the rows of a table are erased when it was brought in or set aside, and stay while it is looked through', async () => {
  const table = textBytes(
    'Projektnummer;Per den;Nådda kvinnor;Länk till källan\n2015/09101;2018-12-31;4;https://example.se/r',
  )
  const begun = await Promise.all(
    [1, 2, 3].map(async () => {
      const made = await beginTable({ name: 'x', bytes: table })
      return made.ok ? made.value.id : 0
    }),
  )
  const [done = 0, cancelled = 0] = begun
  expect(await commitTable({ tableId: done, version: 1 })).toMatchObject({ ok: true })
  expect(await cancelTable({ tableId: cancelled, version: 1 })).toMatchObject({ ok: true })
  const rows = () => Promise.all(begun.map(async (id) => (await comparedNow(id))?.rows.length))
  await tidyFollowUps()
  expect(await rows()).toEqual([1, 1, 1])
  await aMonthLater()
  await tidyFollowUps()
  expect(await rows()).toEqual([0, 0, 1])
  expect(await database().followUp.count({ where: { batchId: done, state: 'PUBLISHED' } })).toBe(1)
})
