import { beforeEach, expect, test } from 'vitest'
import { database } from '../../db.ts'
import { emptyRegistry, inOwnRegistry } from '../../testing/registry.ts'
import { signIn, signOutHere } from '../../testing/staff.ts'
import { beginDraft, saveDraft } from './commands.ts'
import { addPasted } from './edit.ts'
import { type DraftForm, entryFieldName, fieldName, fingerprint, openForm } from './form.ts'
import { findDraft } from './queries.ts'
import { blankEntry, type DraftContent, emptyDraft, MOST_ENTRIES } from './schema.ts'
import { submitDraft } from './submit.ts'

inOwnRegistry()
beforeEach(async () => {
  await emptyRegistry()
  await signIn('EDITOR')
})

async function opened(): Promise<DraftForm> {
  const begun = await beginDraft(null)
  if (!begun.ok) throw new Error('no draft')
  return reopened(begun.value.id)
}

async function reopened(id: number): Promise<DraftForm> {
  const draft = await findDraft(id)
  if (!draft) throw new Error('no draft')
  return openForm({ ...draft, savedAt: draft.updatedAt }, 1)
}

/** The form as a browser sends it, with these words in some of its fields. */
function sent({ shown }: DraftForm, act: string, words: Record<string, string> = {}): FormData {
  const form = new FormData()
  form.set('act', act)
  form.set(fieldName('heading'), shown.heading)
  for (const entry of shown.entries) form.set(entryFieldName(entry.id, 'name'), entry.name)
  for (const [name, value] of Object.entries(words)) form.set(name, value)
  return form
}

const nameOf = (at: number) => entryFieldName(`first${at}`, 'name')
const names = ({ shown }: DraftForm) => shown.entries.map(({ name }) => name)

test('what is typed is kept whatever is pressed, and entries are added, moved, removed and put back', async () => {
  const first = await opened()
  const added = await submitDraft(first, sent(first, 'add', { [nameOf(1)]: 'Ett', [nameOf(2)]: 'Två' }))
  expect(names(added).slice(0, 3)).toEqual(['Ett', 'Två', ''])
  expect(added.total).toBe(10)
  const moved = await submitDraft(added, sent(added, 'down:first1'))
  expect(names(moved).slice(0, 2)).toEqual(['Två', 'Ett'])
  const removed = await submitDraft(moved, sent(moved, 'remove:first2', { [nameOf(2)]: 'Tvåan' }))
  expect(names(removed)[0]).toBe('Ett')
  expect(removed.removed?.entry.name).toBe('Tvåan')
  const back = await submitDraft(removed, sent(removed, 'putBack'))
  expect(names(back).slice(0, 2)).toEqual(['Tvåan', 'Ett'])
  expect((await findDraft(first.id))?.content.entries.map(({ name }) => name).filter(Boolean)).toEqual([
    'Tvåan',
    'Ett',
  ])
})

test('what is put back into a draft that a colleague filled meanwhile is told, and takes nobody’s place', async () => {
  const first = await opened()
  const { id } = first
  const full = Array.from({ length: MOST_ENTRIES }, (_, at) => ({ ...blankEntry(`e${at}`), name: `N${at}` }))
  const empty = emptyDraft()
  await saveDraft({ id, version: 1, base: first.base, mine: { ...empty, entries: full } })
  const form = await reopened(id)
  const removed = await submitDraft(form, sent(form, 'remove:e3'))
  const edit = (content: DraftContent) => addPasted(content, [{ name: 'Kollegans' }], () => 'theirs')
  await saveDraft({ id, version: removed.version, base: empty, mine: empty, edit })
  const back = await submitDraft(removed, sent(removed, 'putBack'))
  expect(back).toMatchObject({ left: 1, total: MOST_ENTRIES, removed: { entry: { name: 'N3' } } })
  expect((await findDraft(id))?.content.entries.at(-1)?.name).toBe('Kollegans')
  const roomy = await submitDraft(back, sent(back, 'remove:e9'))
  const again = await submitDraft({ ...roomy, removed: back.removed }, sent(roomy, 'putBack'))
  expect(again).toMatchObject({ left: 0, removed: null })
  expect(names(again)[3]).toBe('N3')
})

test('a block of cells fills the entries from one on, and goes on where they end', async () => {
  const form = await opened()
  const block = Array.from({ length: 30 }, (_, at) => `Namn ${at}\tProvstads kommun`).join('\n')
  const filled = await submitDraft(form, sent(form, 'fill:first2:name', { block, [nameOf(1)]: 'Först' }))
  expect(filled).toMatchObject({ total: 31, pages: 2, page: 1 })
  expect(names(filled).slice(0, 3)).toEqual(['Först', 'Namn 0', 'Namn 1'])
  const second = await submitDraft(filled, sent(filled, 'page:2'))
  expect(names(second).at(-1)).toBe('Namn 29')
})

test('pasted rows are shown first, read anew with other columns, and then added after what is there', async () => {
  const form = await opened()
  const pasted = 'Sökande;Projektnamn\nProvstads kommun;Stegen'
  const read = await submitDraft(form, sent(form, 'preview', { pasted, [nameOf(1)]: 'Förut' }))
  expect(read.pasted).toMatchObject({ count: 1, hasHeading: true })
  expect(read.pasted?.columns.map(({ key }) => key)).toEqual(['applicant', 'name'])
  const chosen = {
    pasted,
    pastedBefore: fingerprint(pasted),
    'column.0': '',
    'column.1': 'name',
    pastedHeading: 'on',
  }
  const inserted = await submitDraft(read, sent(read, 'insert', chosen))
  expect(inserted.shown.entries.slice(0, 2)).toMatchObject([
    { name: 'Förut' },
    { name: 'Stegen', applicant: '' },
  ])
  expect(inserted.pasted).toBeNull()
})

test('keys that the form does not have are never written', async () => {
  const form = await opened()
  const strange = {
    'd.addsTo': 'x',
    'd.__proto__': 'x',
    'e.first1.id': 'zz',
    'e.nobody.name': 'x',
    'e.first1.constructor': 'x',
    version: '99',
    id: '1',
    decisionId: '1',
  }
  await submitDraft(form, sent(form, 'save', { ...strange, [nameOf(1)]: 'Ett' }))
  const draft = await findDraft(form.id)
  expect(draft?.content.addsTo).toBeNull()
  expect(draft?.content.entries.map(({ id }) => id)).toEqual([
    'first1',
    'first2',
    'first3',
    'first4',
    'first5',
  ])
  expect(JSON.stringify(draft?.content)).not.toMatch(/"x"|"zz"/)
})

test('a state that was tampered with writes nothing, and what is too long comes back unsaved', async () => {
  const form = await opened()
  for (const wrong of [
    { id: -1 },
    { version: 'x' },
    { base: null },
    { base: { ...form.base, entries: [{ id: '../' }] } },
  ]) {
    const answer = await submitDraft(
      { ...form, ...wrong } as unknown as DraftForm,
      sent(form, 'save', { [nameOf(1)]: 'Ett' }),
    )
    expect(answer.refused).toBe('tooLong')
  }
  const long = await submitDraft(form, sent(form, 'save', { [nameOf(1)]: 'x'.repeat(600) }))
  expect(long).toMatchObject({ refused: 'tooLong' })
  expect(names(long)[0]).toHaveLength(600)
  expect(await database().decisionDraft.findFirst()).toMatchObject({ version: 1 })
})

test('who is signed out meanwhile is told, and finds what was typed still there', async () => {
  const form = await opened()
  signOutHere()
  const answer = await submitDraft(form, sent(form, 'auto', { [nameOf(1)]: 'Ett' }))
  expect(answer).toMatchObject({ refused: 'signedOut', version: 1 })
  expect(names(answer)[0]).toBe('Ett')
  await signIn('EDITOR')
  const again = await submitDraft(answer, sent(answer, 'auto', { [nameOf(1)]: 'Ett' }))
  expect(again).toMatchObject({ refused: null, version: 2 })
})

const DECISION = {
  'd.heading': 'Beslut i maj',
  'd.decisionDate': '13 maj 2019',
  'd.partnership': 'Strukturfondspartnerskapet i Stockholm',
  'd.fund': 'ESF',
  'd.source': 'https://example.se/beslut.pdf',
  'd.reason': 'Avskrivet från protokollets bilaga 2.',
}
const said = (at: number) => ({
  [entryFieldName(`e${at}`, 'name')]: `Namn ${at}`,
  [entryFieldName(`e${at}`, 'applicant')]: 'Provstads kommun',
})
/** A decision that could be published, of so many entries, as Ada has it before her: 25 to a page. */
async function written(count: number): Promise<DraftForm> {
  await signIn('EDITOR', { name: 'Ada Exempel' })
  const { id, base } = await opened()
  const entries = Array.from({ length: count }, (_, at) => ({
    ...blankEntry(`e${at}`),
    ...{ name: `Namn ${at}`, applicant: 'Provstads kommun' },
  }))
  const own = Object.fromEntries(Object.entries(DECISION).map(([name, words]) => [name.slice(2), words]))
  await saveDraft({ id, version: 1, base, mine: { ...emptyDraft(), ...own, entries } })
  return reopened(id)
}
/** Bo opens the draft, goes to a page of it, and does something there. */
async function asBo(id: number, page: number, act: string, words: Record<string, string> = {}) {
  await signIn('EDITOR', { name: 'Bo Exempel' })
  const form = await reopened(id)
  const there = await submitDraft(form, sent(form, `page:${page}`))
  const done = await submitDraft(there, sent(there, act, words))
  await signIn('EDITOR', { name: 'Ada Exempel' })
  return done
}
const stateOf = async (id: number) => (await findDraft(id))?.state

test('nobody publishes or sets aside what others wrote, on whichever page, before it was told', async () => {
  for (const act of ['discard', 'publish'] as const) {
    const mine = await written(30)
    await asBo(mine.id, 2, 'save', { [entryFieldName('e27', 'name')]: 'Bos namn', 'd.county': 'Gotland' })
    const stopped = await submitDraft(mine, sent(mine, act))
    expect(stopped).toMatchObject({ refused: null, published: null, discarded: false, problems: null })
    expect(stopped.stopped).toEqual({
      act,
      others: 'Bo Exempel',
      news: {
        fields: ['county'],
        entries: [{ id: 'e27', fields: [], number: 28, onPage: false, name: 'Bos namn' }],
        gone: 0,
        isMoved: false,
      },
    })
    expect(await stateOf(mine.id)).toBe('open')
    // Who looks there first finds the rest of it still told.
    const there = await submitDraft(stopped, sent(stopped, 'show:e27'))
    expect(there).toMatchObject({ page: 2, at: 'e27', stopped: { news: { entries: [{ onPage: true }] } } })
    const again = await submitDraft(there, sent(there, act))
    expect(again).toMatchObject({ stopped: null, discarded: act === 'discard' })
    expect(await stateOf(mine.id)).toBe(act === 'discard' ? 'discarded' : 'published')
    await emptyRegistry()
  }
})

test('what came in while it was kept by itself is told when it is to become public, all of it', async () => {
  const mine = await written(30)
  await asBo(mine.id, 2, 'remove:e29')
  const first = await submitDraft(mine, sent(mine, 'auto', { ...said(0) }))
  expect(first).toMatchObject({ others: 'Bo Exempel', stopped: null, total: 29 })
  await asBo(mine.id, 1, 'save', { [entryFieldName('e3', 'amount')]: '3 000 kr' })
  const second = await submitDraft(first, sent(first, 'auto'))
  const third = await submitDraft(second, sent(second, 'save'))
  expect(third).toMatchObject({ others: 'Bo Exempel', stopped: null })
  const stopped = await submitDraft(third, sent(third, 'publish'))
  expect(stopped.stopped).toMatchObject({
    others: 'Bo Exempel',
    news: { entries: [{ id: 'e3', fields: ['amount'], number: 4, onPage: true }], gone: 1 },
  })
  // More comes in before it is asked for again: that is told, too.
  await asBo(mine.id, 1, 'down:e0')
  const more = await submitDraft(stopped, sent(stopped, 'publish'))
  expect(more.stopped?.news).toEqual({ fields: [], entries: [], gone: 0, isMoved: true })
  expect(await stateOf(mine.id)).toBe('open')
})

test('an entry that others wrote in meanwhile is not removed before that was told', async () => {
  const mine = await written(3)
  await asBo(mine.id, 1, 'save', { [entryFieldName('e1', 'partners')]: 'Bos part' })
  const stopped = await submitDraft(mine, sent(mine, 'remove:e1'))
  expect(stopped).toMatchObject({
    removed: null,
    total: 3,
    stopped: { act: 'removeEntry', news: { entries: [{ id: 'e1', fields: ['partners'] }] } },
  })
  const removed = await submitDraft(stopped, sent(stopped, 'remove:e1'))
  expect(removed).toMatchObject({
    total: 2,
    stopped: null,
    removed: { entry: { id: 'e1', partners: 'Bos part' } },
  })
  // What is written elsewhere is no reason to keep another entry.
  await asBo(mine.id, 1, 'save', { [entryFieldName('e0', 'partners')]: 'Bos part' })
  expect(await submitDraft(removed, sent(removed, 'remove:e2'))).toMatchObject({ total: 1 })
})

test('cells are not pasted over what others wrote meanwhile before that was told', async () => {
  const mine = await written(4)
  const block = 'Ny 1\tAdas kommun\nNy 2\tAdas kommun'
  await asBo(mine.id, 1, 'save', { [entryFieldName('e2', 'applicant')]: 'Bos kommun' })
  // What is written elsewhere is no reason to keep them from others.
  expect(names(await submitDraft(mine, sent(mine, 'fill:e0:name', { block })))[1]).toBe('Ny 2')
  const form = await reopened(mine.id)
  await asBo(mine.id, 1, 'save', { [entryFieldName('e2', 'applicant')]: 'Bos förening' })
  const stopped = await submitDraft(form, sent(form, 'fill:e1:name', { block }))
  expect(stopped).toMatchObject({
    stopped: { act: 'fill', news: { entries: [{ id: 'e2', fields: ['applicant'] }] } },
    shown: { entries: [{}, { name: 'Ny 2' }, { applicant: 'Bos förening' }, {}] },
  })
  const filled = await submitDraft(stopped, sent(stopped, 'fill:e1:name', { block }))
  expect(filled).toMatchObject({ stopped: null, at: 'e1' })
  expect(filled.shown.entries[2]).toMatchObject({ name: 'Ny 2', applicant: 'Adas kommun' })
})

test('an entry that both have written in is not removed before somebody chose whose words stand', async () => {
  const mine = await written(3)
  const name = entryFieldName('e1', 'name')
  await asBo(mine.id, 1, 'save', { [name]: 'Bos namn' })
  const asked = await submitDraft(mine, sent(mine, 'remove:e1', { [name]: 'Adas namn' }))
  expect(asked).toMatchObject({ total: 3, removed: null, conflicts: [{ entry: 'e1', theirs: 'Bos namn' }] })
})

test('a draft that is set aside keeps what was typed last', async () => {
  const form = await opened()
  const done = await submitDraft(form, sent(form, 'discard', { [nameOf(1)]: 'Sist' }))
  expect(done).toMatchObject({ discarded: true, refused: null })
  expect(await findDraft(form.id)).toMatchObject({
    state: 'discarded',
    content: { entries: [{ name: 'Sist' }, {}, {}, {}, {}] },
  })
  expect(await submitDraft(form, sent(form, 'discard'))).toMatchObject({
    refused: 'discarded',
    discarded: false,
  })
})
