import { beforeEach, describe, expect, test } from 'vitest'
import { basisOf } from '../corrections/basis.ts'
import { correctRecord } from '../corrections/commands.ts'
import type { SubjectKind } from '../corrections/fields.ts'
import { loadRecord } from '../corrections/load.ts'
import { database } from '../db.ts'
import { earlierState } from '../history/queries.ts'
import { importFiles } from '../imports/commands.ts'
import { bringIn, list } from '../organisations/testing.ts'
import { sameJson } from '../projects/fold.ts'
import { dayOf } from '../registry/sayings.ts'
import { noDrift } from '../testing/drift.ts'
import { emptyRegistry, inOwnRegistry, sampleFiles } from '../testing/registry.ts'
import { signIn } from '../testing/staff.ts'
import { beginDraft, saveDraft } from './drafts/commands.ts'
import { publishDraft } from './drafts/publish.ts'
import { blankEntry, type DraftContent, emptyDraft } from './drafts/schema.ts'

inOwnRegistry()
beforeEach(async () => {
  await emptyRegistry()
  await signIn('EDITOR')
})

const WRITTEN: DraftContent = {
  ...emptyDraft(),
  heading: 'Skrivet för hand',
  decisionDate: '2019-06-13',
  partnership: 'Stockholm',
  fund: 'ESF',
  source: 'https://example.se/beslut.pdf',
  reason: 'Avskrivet från protokollets bilaga 2.',
  entries: [{ ...blankEntry('a'), name: 'Stegen', applicant: 'Exempelstads kommun' }],
}

async function published(content: Partial<DraftContent> = {}): Promise<string> {
  const mine = { ...WRITTEN, ...content }
  const begun = await beginDraft(mine.addsTo)
  if (!begun.ok) throw new Error(begun.problem.kind)
  const saved = await saveDraft({ id: begun.value.id, version: 1, base: emptyDraft(mine.addsTo), mine })
  if (!saved.ok) throw new Error(saved.problem.kind)
  const result = await publishDraft({ id: begun.value.id, version: saved.value.version })
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value.slug
}

/** Says something of one field, as the form does. */
async function say(kind: SubjectKind, id: number, field: string, as: 'withdraw' | 'notStated') {
  const record = await loadRecord(database(), { kind, id })
  const basis = basisOf(record?.fields[field]?.shown ?? null)
  const reason = 'Så står det i protokollet, sidan 4.'
  return correctRecord({ kind, id, version: record?.version ?? 0, changes: [{ field, basis, as }], reason })
}

const theDecision = () => database().decision.findFirstOrThrow({ include: { items: true } })
const LIST = list([{ name: 'Stegen', applicant: 'Exempelstads kommun' }])

/** What a decision was after each change of the registry, and whether the last of them is what it is. */
async function historyOf(slug: string) {
  const rows = await database().change.findMany({ distinct: ['revision'], orderBy: { revision: 'asc' } })
  const states = await Promise.all(rows.map(({ revision }) => earlierState('decisions', slug, revision)))
  const known = states.filter((state) => state !== null)
  for (const { field, was, is } of known.at(-1)?.fields ?? [])
    expect(sameJson(was, is), `${field}: ${JSON.stringify({ was, is })}`).toBe(true)
  return known
}

describe('a list imported over a decision that was written by hand', () => {
  test.each(['stockholm-projekt-2020-2021', 'beslut-vastsverige-2016'])(
    'gives what nobody said: %s',
    async (name) => {
      const file = sampleFiles().filter((one) => one.name.startsWith(name))
      expect(file).toHaveLength(1)
      await importFiles(file, { actor: 'test' })
      const listed = await database().decision.findMany({ orderBy: { key: 'asc' } })
      await emptyRegistry()
      await signIn('EDITOR')
      for (const { decisionDate, partnership, county, fund, publisher } of listed)
        await published({
          decisionDate: dayOf(decisionDate) ?? '',
          partnership: partnership ?? '',
          county: county ?? '',
          publisher: partnership || county ? '' : (publisher ?? ''),
          fund: fund ?? '',
        })
      expect((await importFiles(file, { actor: 'test' })).totals).toMatchObject({ decisionsNew: 0 })
      const both = await database().decision.findMany({ orderBy: { key: 'asc' } })
      expect(both.map(({ publisher, statedDate }) => ({ publisher, statedDate }))).toEqual(
        listed.map(({ publisher, statedDate }) => ({ publisher, statedDate })),
      )
      expect(new Set(both.map(({ heading }) => heading))).toEqual(new Set([WRITTEN.heading]))
      await noDrift()
      for (const { slug } of both) await historyOf(slug)
    },
  )

  test.each(['decisionDate', 'fund'])('gives back what was withdrawn: %s', async (field) => {
    const slug = await published()
    const { id, [field as 'fund']: given } = await theDecision()
    expect(await say('decision', id, field, 'withdraw')).toMatchObject({ ok: true })
    await bringIn(LIST)
    expect((await theDecision())[field as 'fund']).toEqual(given)
    await noDrift()
    const states = await historyOf(slug)
    expect(states.map(({ fields }) => fields.find((one) => one.field === field)?.was?.state)).toEqual([
      'value',
      undefined,
      'value',
    ])
  })

  test('is no part of how it began', async () => {
    const slug = await published({ region: '', publisher: '' })
    await bringIn({ ...LIST, url: 'https://www.regionstockholm.se/partnerskapet' })
    const [first, last] = await historyOf(slug)
    const publisher = (state = first) => state?.fields.find(({ field }) => field === 'publisher')
    expect(publisher()).toMatchObject({ was: null, is: { value: 'Region Stockholm' } })
    expect(publisher(last)).toMatchObject({ was: { value: 'Region Stockholm' } })
  })
})

test('entries added by hand to a list’s decision have its fund', async () => {
  await bringIn(LIST)
  const { slug } = await theDecision()
  await published({ addsTo: slug, entries: [{ ...blankEntry('b'), name: 'Trappan' }] })
  const { items } = await theDecision()
  expect(items.map(({ name, fund }) => ({ name, fund }))).toEqual([
    { name: 'Stegen', fund: 'ESF' },
    { name: 'Trappan', fund: 'ESF' },
  ])
  await noDrift()
  const funds = async () => (await theDecision()).items.map(({ fund }) => fund)
  const { id } = await theDecision()
  expect(await say('decision', id, 'fund', 'notStated')).toMatchObject({ ok: true })
  expect(await funds()).toEqual([null, null])
  expect(await say('decision', id, 'fund', 'withdraw')).toMatchObject({ ok: true })
  expect(await funds()).toEqual(['ESF', 'ESF'])
  await noDrift()
})

test('what a decision and its entries are called is not withdrawn before a source says it', async () => {
  await published()
  const { id, items } = await theDecision()
  const item = items[0]?.id ?? 0
  const told = { sv: expect.stringContaining('heta') }
  expect(await say('decision', id, 'heading', 'withdraw')).toMatchObject({
    ok: false,
    problem: { kind: 'invalid', fields: { heading: told } },
  })
  expect(await say('item', item, 'name', 'withdraw')).toMatchObject({
    ok: false,
    problem: { kind: 'invalid', fields: { name: told } },
  })
  await bringIn(LIST)
  expect(await say('decision', id, 'heading', 'withdraw')).toMatchObject({ ok: true })
  expect(await say('item', item, 'name', 'withdraw')).toMatchObject({ ok: true })
  const after = await theDecision()
  expect(after.heading).toBe('Prioriterade ESF-projekt, beslut 13 juni 2019')
  expect(after.items[0]?.name).toBe('Stegen')
  await noDrift()
})

test('that no source says a field of a decision is the same then and today', async () => {
  await bringIn(LIST)
  const { id, slug } = await theDecision()
  expect(await say('decision', id, 'fund', 'notStated')).toMatchObject({ ok: true })
  const states = await historyOf(slug)
  expect(states.at(-1)?.fields.find(({ field }) => field === 'fund')).toMatchObject({
    was: { state: 'notStated' },
    is: { state: 'notStated' },
  })
})
