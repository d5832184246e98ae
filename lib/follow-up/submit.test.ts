import { beforeEach, expect, test } from 'vitest'
import { database } from '../db.ts'
import { inSampleRegistry } from '../testing/registry.ts'
import { signIn, signOutHere } from '../testing/staff.ts'
import { beginFollowUp, discardFollowUp } from './commands.ts'
import { flagKey } from './flags.ts'
import { boxName, choiceName, type FollowUpForm, openForm, SEEN } from './form.ts'
import { findForStaff } from './staff-queries.ts'
import { submitFollowUp } from './submit.ts'

inSampleRegistry()
beforeEach(() => signIn('EDITOR'))

const SLUG = '2015-09103'
const SOURCE = { asOf: '2018-12-31', sourceUrl: 'https://example.se/rapport' }

/** The form of a new draft, as its page shows it. */
async function opened(kind: string): Promise<FollowUpForm> {
  const begun = await beginFollowUp(kind, { project: SLUG })
  if (!begun.ok) throw new Error(begun.problem.kind)
  return reopened(begun.value.id)
}

async function reopened(id: number): Promise<FollowUpForm> {
  const followUp = await findForStaff(id)
  if (!followUp) throw new Error('it was begun')
  return openForm({ ...followUp, savedAt: followUp.updatedAt })
}

/** Sends a form with what stands in its boxes, and what is typed over it. */
function send(
  form: FollowUpForm,
  act: string,
  typed: Record<string, string> = {},
  more: readonly (readonly [string, string | File])[] = [],
): Promise<FollowUpForm> {
  const sent = new FormData()
  const { fields, rows } = form.shown
  for (const [field, text] of Object.entries({ ...fields, ...typed })) sent.set(boxName(null, field), text)
  for (const { id, fields } of rows)
    for (const [field, text] of Object.entries(fields)) sent.set(boxName(id, field), text)
  for (const [name, value] of more) sent.append(name, value)
  sent.set('act', act)
  sent.set('locale', 'sv')
  return submitFollowUp(form, sent)
}

const kept = (id: number) => database().followUp.findUniqueOrThrow({ where: { id } })

test('what is typed is kept, and a row more keeps it too', async () => {
  const form = await opened('PARTICIPANTS')
  const saved = await send(form, 'save', { comment: 'Enligt enkät' })
  expect(saved).toMatchObject({ done: 'kept', version: 2, base: { fields: { comment: 'Enligt enkät' } } })
  const added = await send(saved, 'add', { 'reached.women': '4' }, [[boxName('r2', 'group'), 'Unga']])
  expect(added.shown.rows).toHaveLength(3)
  expect(added.done).toEqual({ row: added.shown.rows[2]?.id })
  expect(await kept(form.id)).toMatchObject({
    content: {
      fields: { comment: 'Enligt enkät', 'reached.women': '4' },
      rows: [{ id: 'r1' }, { id: 'r2', fields: { group: 'Unga' } }, {}],
    },
  })
})

test('what keeps it from being published is told at its boxes, and kept as it was typed', async () => {
  const form = await opened('PARTICIPANTS')
  const refused = await send(form, 'publish', { 'reached.total': 'många' }, [
    [boxName('r2', 'reached.women'), '3'],
  ])
  expect(refused.problems).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ row: null, field: 'asOf', why: 'missing' }),
      expect.objectContaining({ row: null, field: 'sourceUrl', why: 'noSource' }),
      expect.objectContaining({ row: null, field: 'reached.total' }),
      expect.objectContaining({ row: 'r2', field: 'group', why: 'unnamed' }),
    ]),
  )
  expect(refused.shown.fields['reached.total']).toBe('många')
  expect(await kept(form.id)).toMatchObject({
    state: 'DRAFT',
    content: { fields: { 'reached.total': 'många' } },
  })
  const saved = await send(refused, 'save')
  expect(saved).toMatchObject({ problems: null, done: 'kept' })
})

test('what is unusual is published once each of it was ticked', async () => {
  const form = await opened('PARTICIPANTS')
  const flagged = await send(form, 'publish', { ...SOURCE, 'reached.total': '9 999' })
  expect(flagged.flags.map(({ code }) => code)).toContain('manyMore')
  const again = await send(flagged, 'publish')
  expect(again).toMatchObject({ done: null, flags: flagged.flags })
  const ticks = flagged.flags.map((flag) => [SEEN, flagKey(flag)] as const)
  expect(await send(again, 'publish', {}, ticks)).toMatchObject({ done: 'published', refused: null })
  expect(await kept(form.id)).toMatchObject({ state: 'PUBLISHED' })
})

test('two in one draft: other boxes merge, the same box is asked about, and nothing of either is lost', async () => {
  const mine = await opened('RESULTS')
  await signIn('EDITOR', { name: 'Bo Exempel' })
  await send(await reopened(mine.id), 'save', { achieved: 'Bos text', livesOn: 'Bo minns' })
  await signIn('EDITOR', { name: 'Ada Exempel' })
  const asked = await send(mine, 'publish', { ...SOURCE, achieved: 'Adas text' })
  expect(asked).toMatchObject({
    others: 'Bo Exempel',
    done: null,
    stopped: 'publish',
    tookIn: [{ row: null, field: 'livesOn' }],
    shown: { fields: { achieved: 'Adas text', livesOn: 'Bo minns' } },
    conflicts: [{ row: null, field: 'achieved', mine: 'Adas text', theirs: 'Bos text' }],
  })
  expect(await kept(mine.id)).toMatchObject({ state: 'DRAFT', content: { fields: { achieved: 'Bos text' } } })
  const theirs = await send(asked, 'save', {}, [[choiceName(null, 'achieved'), 'theirs']])
  expect(theirs).toMatchObject({ conflicts: [], done: 'kept', shown: { fields: { achieved: 'Bos text' } } })
  const own = await send(asked, 'save', {}, [[choiceName(null, 'achieved'), 'mine']])
  expect(own).toMatchObject({ conflicts: [], shown: { fields: { achieved: 'Adas text' } } })
})

test('nobody publishes or sets aside what they have not seen: it is shown first', async () => {
  const mine = await opened('PARTICIPANTS')
  // Another figure of a day that has one would be asked about as well.
  const saved = await send(mine, 'save', { ...SOURCE, asOf: '2018-06-30', 'reached.total': '40' })
  await signIn('EDITOR', { name: 'Bo Exempel' })
  await send(await reopened(mine.id), 'save', { 'reached.nonBinary': '33' })
  await signIn('EDITOR', { name: 'Ada Exempel' })
  for (const act of ['discard', 'publish'] as const) {
    const stopped = await send(saved, act)
    expect(stopped).toMatchObject({
      done: null,
      refused: null,
      problems: null,
      others: 'Bo Exempel',
      stopped: act,
      tookIn: [{ row: null, field: 'reached.nonBinary' }],
      shown: { fields: { 'reached.total': '40', 'reached.nonBinary': '33' } },
    })
    expect(await kept(mine.id)).toMatchObject({ state: 'DRAFT' })
    if (act === 'publish')
      expect(await send(stopped, act)).toMatchObject({ done: 'published', tookIn: [], stopped: null })
  }
})

test('a file that somebody else attached meanwhile is shown first, too', async () => {
  const form = await opened('RESULTS')
  const saved = await send(form, 'save', { asOf: '2018-12-31', achieved: 'Något' })
  const before = await reopened(form.id)
  await signIn('EDITOR', { name: 'Bo Exempel' })
  const table = new File(['namn;antal\nUnga;4\n'], 'siffror.csv', { type: 'text/csv' })
  await send(before, 'save', {}, [['file', table]])
  await signIn('EDITOR', { name: 'Ada Exempel' })
  const stopped = await send(saved, 'publish')
  expect(stopped).toMatchObject({
    done: null,
    others: 'Bo Exempel',
    stopped: 'publish',
    tookIn: [{ row: null, field: 'file' }],
    file: { name: 'siffror.csv' },
  })
  expect(await send(stopped, 'publish')).toMatchObject({ done: 'published', tookIn: [], stopped: null })
})

test('a file that somebody else attached meanwhile is neither removed nor replaced before it was seen', async () => {
  const csv = (name: string) => new File([`namn;antal\n${name};4\n`], name, { type: 'text/csv' })
  const form = await opened('RESULTS')
  const mine = await send(form, 'save', {}, [['file', csv('min.csv')]])
  await signIn('EDITOR', { name: 'Bo Exempel' })
  await send(await reopened(form.id), 'save', {}, [['file', csv('bos.csv')]])
  await signIn('EDITOR', { name: 'Ada Exempel' })
  const unseen = { others: 'Bo Exempel', done: null, file: { name: 'bos.csv' } }

  const stopped = await send(mine, 'removeFile')
  expect(stopped).toMatchObject({ ...unseen, stopped: 'removeFile', refused: null })
  expect(stopped.tookIn).toEqual([{ row: null, field: 'file' }])
  const sent = await send(mine, 'publish', { achieved: 'Något' }, [['file', csv('ny.csv')]])
  expect(sent).toMatchObject({ ...unseen, stopped: 'attachFile', shown: { fields: { achieved: 'Något' } } })

  const replaced = await send(sent, 'save', {}, [['file', csv('ny.csv')]])
  expect(replaced).toMatchObject({ stopped: null, file: { name: 'ny.csv' } })
  expect(await send(replaced, 'removeFile')).toMatchObject({ stopped: null, file: null })
  // Where it is gone already nothing is taken from anybody.
  expect(await send(replaced, 'removeFile')).toMatchObject({ stopped: null, file: null })
  expect(await send(replaced, 'save', {}, [['file', csv('min.csv')]])).toMatchObject({ stopped: null })
})

test('whoever is signed out, or comes too late, has everything that was typed', async () => {
  const form = await opened('RESULTS')
  signOutHere()
  const out = await send(form, 'publish', { achieved: 'Det jag skrev' })
  expect(out).toMatchObject({ refused: 'signedOut', shown: { fields: { achieved: 'Det jag skrev' } } })
  await signIn('EDITOR')
  await discardFollowUp(form)
  const late = await send(out, 'save')
  expect(late).toMatchObject({ refused: 'discarded', shown: { fields: { achieved: 'Det jag skrev' } } })
})

test('a draft that is set aside keeps what was typed last', async () => {
  const form = await opened('RESULTS')
  expect(await send(form, 'discard', { achieved: 'Sist' })).toMatchObject({ done: 'discarded' })
  expect(await kept(form.id)).toMatchObject({ state: 'DISCARDED', content: { fields: { achieved: 'Sist' } } })
})

test('a file that is refused is told of, and the rest is kept; one that is taken is the source', async () => {
  const form = await opened('RESULTS')
  const page = new File(['<html><script>alert(1)</script></html>'], 'rapport.pdf', {
    type: 'application/pdf',
  })
  const refused = await send(form, 'publish', { asOf: '2018-12-31', achieved: 'Något' }, [['file', page]])
  expect(refused).toMatchObject({ file: null, done: null, problems: null })
  expect(refused.fileProblem).toMatch(/\S/)
  expect(await kept(form.id)).toMatchObject({ content: { fields: { achieved: 'Något' } } })
  const nothing = new File([], '')
  expect(await send(refused, 'save', {}, [['file', nothing]])).toMatchObject({ fileProblem: null })
  const table = new File(['namn;antal\nUnga;4\n'], 'siffror.csv', { type: 'text/csv' })
  const taken = await send(await reopened(form.id), 'save', {}, [['file', table]])
  expect(taken).toMatchObject({ fileProblem: null, file: { name: 'siffror.csv' }, done: 'kept' })
  const removed = await send(taken, 'removeFile')
  expect(removed).toMatchObject({ file: null, refused: null })
  const published = await send(removed, 'publish', {}, [['file', table]])
  expect(published).toMatchObject({ done: 'published' })
})

test('a form whose own state was tampered with changes nothing', async () => {
  const form = await opened('RESULTS')
  const junk = { ...form, id: '1; DROP' as unknown as number }
  expect(await send(junk, 'publish', { achieved: 'Ny text' })).toMatchObject({ refused: 'malformed' })
  const tooLong = await send(form, 'save', { comment: 'x'.repeat(20_000) })
  expect(tooLong).toMatchObject({ refused: 'malformed' })
  expect(tooLong.shown.fields.comment).toHaveLength(20_000)
  expect((await kept(form.id)).version).toBe(1)
})
