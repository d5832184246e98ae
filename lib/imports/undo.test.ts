import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { basisOf } from '../corrections/basis.ts'
import { correctRecord } from '../corrections/commands.ts'
import { loadRecord } from '../corrections/load.ts'
import { asOneAct, database } from '../db.ts'
import { publishFollowUp, withdrawFollowUp } from '../follow-up/commands.ts'
import { attachExamples } from '../follow-up/operator.ts'
import { draftOf, publishedOf } from '../follow-up/testing/published.ts'
import { historyOf } from '../history/queries.ts'
import { findProject } from '../projects/queries.ts'
import { lockRegistry, publishRevision } from '../registry/revision.ts'
import { noDrift } from '../testing/drift.ts'
import { emptyRegistry, inOwnRegistry, sampleFiles, textFile } from '../testing/registry.ts'
import { signIn } from '../testing/staff.ts'
import { importFiles } from './commands.ts'
import type { GivenFile } from './read.ts'
import { correct } from './testing/desk.ts'
import { list as listLines, type PageFacts, page as pageLines } from './testing/documents.ts'
import { takeBackImport } from './undo.ts'

inOwnRegistry()
beforeEach(emptyRegistry)

const bringIn = (...files: GivenFile[]) => importFiles(files, { actor: 'operator' })
const newestImport = async () => (await database().import.findFirstOrThrow({ orderBy: { id: 'desc' } })).id

/** Takes an import back as the site does. */
function takeBack(importId: number) {
  return asOneAct(async (tx) => {
    const revision = await lockRegistry(tx)
    const { report, tags } = await takeBackImport(tx, {
      importId,
      by: { actor: 'administrator', revision, importId },
      reason: 'Fel lista.',
    })
    await publishRevision(tx, revision, tags)
    return report
  })
}

/** Everything that visitors can be shown, without what counts how often it was written. */
async function shown() {
  const db = database()
  const leaveOut = { createdAt: true, version: true, id: true } as const
  const inForce = { inForce: true }
  const projects = await db.project.findMany({
    where: inForce,
    orderBy: { slug: 'asc' },
    omit: { ...leaveOut, updatedAt: true, revision: true, shown: true, ownerId: true },
    include: {
      owner: { select: { slug: true } },
      identifiers: { orderBy: { key: 'asc' }, omit: { projectId: true } },
    },
  })
  const decisions = await db.decision.findMany({
    where: inForce,
    orderBy: { slug: 'asc' },
    omit: leaveOut,
    include: {
      items: {
        where: inForce,
        orderBy: { key: 'asc' },
        omit: { id: true, version: true, shown: true, decisionId: true, projectId: true },
        include: { project: { select: { slug: true } } },
      },
    },
  })
  const organisations = await db.organisation.findMany({
    where: inForce,
    orderBy: { slug: 'asc' },
    omit: leaveOut,
    include: {
      names: { orderBy: { key: 'asc' }, select: { name: true, document: { select: { slug: true } } } },
    },
  })
  const documents = await db.sourceDocument.findMany({
    where: { undoneAt: null },
    orderBy: { slug: 'asc' },
    select: { slug: true, replaces: { select: { slug: true } } },
  })
  const contacts = await db.contact.findMany({
    orderBy: [{ email: 'asc' }, { name: 'asc' }],
    select: { name: true, email: true },
  })
  return { projects, decisions, organisations, documents, contacts }
}

const REACHED = { asOf: '2022-06-30', sourceUrl: 'https://example.se/rapport', 'reached.total': '40' }

async function withdrawCorrectionOf(kind: 'decision' | 'item', id: number, field: string) {
  const record = await loadRecord(database(), { kind, id })
  const basis = basisOf(record?.fields[field]?.shown ?? null)
  const changes = [{ field, basis, as: 'withdraw' as const }]
  const reason = 'Det var en annan lista.'
  const saved = await correctRecord({ kind, id, version: record?.version ?? 0, changes, reason })
  expect(saved).toMatchObject({ ok: true })
}

const withdraw = (id: number) => withdrawFollowUp({ id, reason: 'Det var ett annat projekts.' })

const page = (number: string, { day = '2020-01-01', ...facts }: PageFacts & { day?: string } = {}) =>
  textFile(`${number}-${day}.txt`, pageLines(number, facts), day)

const list = (entries: [name: string, applicant: string][], day = '2019-07-01') => ({
  url: 'https://example.se/beslut',
  ...textFile(
    `beslut-${day}.txt`,
    listLines(entries.map(([name, applicant]) => [name, applicant, '2 000 000'])),
    day,
  ),
})

describe('an import that is taken back', () => {
  test('leaves the registry as it was, whatever it had brought', async () => {
    const files = sampleFiles()
    const half = files.filter((_, index) => index % 2 === 0)
    await bringIn(...half)
    const before = await shown()
    await bringIn(...files)
    const whole = await shown()
    expect(whole).not.toEqual(before)
    const report = await takeBack(await newestImport())
    expect(report.projectsGone.length).toBeGreaterThan(5)
    expect(await shown()).toEqual(before)
    await noDrift()
    // The same files again bring all of it back, at the same addresses.
    await bringIn(...files)
    expect(await shown()).toEqual(whole)
    await noDrift()
  })

  test('takes everything away when nothing else was there', async () => {
    await bringIn(page('2019/09100'), list([['Stegen', 'Exempelstads kommun']]))
    const report = await takeBack(await newestImport())
    expect(report).toMatchObject({ documents: 2, itemsGone: 1, organisationsGone: 1 })
    expect(report.projectsGone).toEqual([{ slug: '2019-09100', name: 'Stegen' }])
    expect(await shown()).toEqual({
      projects: [],
      decisions: [],
      organisations: [],
      documents: [],
      contacts: [],
    })
    expect(await findProject('2019-09100')).toBeNull()
    expect(await database().documentContent.count()).toBe(2)
    await noDrift()
  })

  test('lets an older capture of the same page be shown again', async () => {
    await bringIn(page('2019/09100', { people: '100' }))
    const before = await shown()
    await bringIn(page('2019/09100', { people: '200', day: '2021-01-01' }))
    await bringIn(page('2019/09100', { people: '300', day: '2022-01-01' }))
    expect(await database().project.findFirst()).toMatchObject({ plannedParticipants: 300 })
    await takeBack((await newestImport()) - 1)
    expect(await database().project.findFirst()).toMatchObject({ plannedParticipants: 300 })
    await takeBack(await newestImport())
    expect(await shown()).toEqual(before)
    await noDrift()
  })

  test('leaves a correction standing, and its project visible', async () => {
    await bringIn(page('2019/09100'), page('2019/09200', { name: 'Trappan' }))
    await signIn('EDITOR')
    const { id } = await database().project.findUniqueOrThrow({ where: { slug: '2019-09100' } })
    await correct('project', id, 'plannedParticipants', '145')
    const report = await takeBack(
      await database()
        .import.findFirstOrThrow()
        .then(({ id }) => id),
    )
    expect(report.left.corrections).toMatchObject([
      { field: 'plannedParticipants', of: { slug: '2019-09100' } },
    ])
    expect(report.projectsGone).toEqual([{ slug: '2019-09200', name: 'Trappan' }])
    expect(await findProject('2019-09100')).toMatchObject({
      name: 'Stegen',
      fields: { plannedParticipants: { value: 145 }, startDate: { state: 'absent' } },
    })
    await noDrift()
  })

  test('leaves what was followed up visible, until the follow-up is withdrawn', async () => {
    await bringIn(page('2019/09100'), page('2019/09200', { name: 'Trappan' }))
    await bringIn(list([['Rampen', 'Provköpings kommun']]))
    await signIn('EDITOR')
    const item = (await database().decisionItem.findFirstOrThrow()).id
    const ids = [
      await publishedOf('PARTICIPANTS', REACHED, { project: '2019-09100' }),
      await publishedOf('PARTICIPANTS', REACHED, { item }),
    ]
    const last = await newestImport()
    const report = await takeBack(last - 1)
    expect(report.left.followUps).toBe(1)
    expect(report.projectsGone).toEqual([{ slug: '2019-09200', name: 'Trappan' }])
    expect(await takeBack(last)).toMatchObject({ itemsGone: 0, decisionsGone: [], left: { followUps: 1 } })
    expect(await findProject('2019-09100')).toMatchObject({ name: 'Stegen' })
    expect(await database().outcome.count()).toBe(1)
    await noDrift()
    for (const id of ids) expect(await withdraw(id)).toMatchObject({ ok: true })
    expect(await findProject('2019-09100')).toBeNull()
    expect(await shown()).toMatchObject({ projects: [], decisions: [] })
    expect(await database().change.count({ where: { action: 'takenBack', projectId: { not: null } } })).toBe(
      2,
    )
    const { id: decisionId, slug } = await database().decision.findFirstOrThrow()
    const gone = { action: 'takenBack', decisionId, itemId: null }
    expect(await database().change.findMany({ where: gone })).toMatchObject([
      { actor: 'editor', importId: null, reason: null },
    ])
    const history = await historyOf('decisions', slug, 1)
    expect(history?.changes[0]).toMatchObject({
      event: { action: 'takenBack' },
      subject: { kind: 'decision', slug },
    })
    await noDrift()
  })

  test('tells of follow-ups of other projects that have its document as their source', async () => {
    await bringIn(page('2019/09100'))
    await bringIn(page('2019/09200', { name: 'Trappan' }))
    await signIn('EDITOR')
    const last = await newestImport()
    const { slug } = await database().sourceDocument.findFirstOrThrow({ where: { importId: last } })
    const sourced = { ...REACHED, sourceUrl: `/dokument/${slug}` }
    await publishedOf('PARTICIPANTS', sourced, { project: '2019-09100' })
    expect((await takeBack(last)).left).toMatchObject({ followUps: 0, sourced: 1 })
    const project = await findProject('2019-09100')
    expect(project?.followUp.followUps[0]?.source).toMatchObject({ url: sourced.sourceUrl, title: null })
    expect((await takeBack(last - 1)).left).toMatchObject({ followUps: 1, sourced: 0 })
  })

  test('takes projects along that only invented follow-ups are of', async () => {
    await bringIn(page('2019/09100'))
    await database().project.updateMany({ data: { isSample: true } })
    const fields = { ...REACHED, comment: 'Påhittad.' }
    expect(await attachExamples([{ project: '2019/09100', kind: 'PARTICIPANTS', fields, rows: [] }])).toBe(1)
    expect(await takeBack(await newestImport())).toMatchObject({
      projectsGone: [{ slug: '2019-09100' }],
      left: { followUps: 0 },
    })
    expect(await shown()).toMatchObject({ projects: [] })
    expect(await database().outcome.count()).toBe(0)
    await noDrift()
  })

  test.each([
    ['decision', 'heading', 'Ramperna'],
    ['item', 'startDate', '2019-09-01'],
  ] as const)(
    'leaves a decision visible by a corrected %s, until that is withdrawn',
    async (kind, field, text) => {
      await bringIn(list([['Rampen', 'Provköpings kommun']]))
      await signIn('EDITOR')
      const decision = await database().decision.findFirstOrThrow({ include: { items: true } })
      const id = kind === 'decision' ? decision.id : (decision.items[0]?.id ?? 0)
      await correct(kind, id, field, text)
      expect(await takeBack(await newestImport())).toMatchObject({ decisionsGone: [] })
      await withdrawCorrectionOf(kind, id, field)
      expect(await shown()).toMatchObject({ decisions: [] })
      expect(await goneWithoutTrace()).toEqual([])
      await noDrift()
    },
  )

  test('tells in the history of a decision that it is gone, once and with the reason', async () => {
    await bringIn(list([['Rampen', 'Provköpings kommun']]))
    const report = await takeBack(await newestImport())
    const { id: decisionId, slug, heading } = await database().decision.findFirstOrThrow()
    expect(report.decisionsGone).toEqual([{ slug, name: heading }])
    expect(await database().change.findMany({ where: { action: 'takenBack', decisionId } })).toMatchObject([
      { importId: expect.any(Number), reason: 'Fel lista.' },
    ])
  })

  test('leaves drafts of what it brought, which are not published of what is gone', async () => {
    await bringIn(page('2019/09100'))
    await signIn('EDITOR')
    const draft = await draftOf('PARTICIPANTS', REACHED, { project: '2019-09100' })
    await takeBack(await newestImport())
    expect(await publishFollowUp({ ...draft, seen: [] })).toMatchObject({ problem: { kind: 'takenBack' } })
    await bringIn(page('2019/09100'))
    expect(await publishFollowUp({ ...draft, seen: [] })).toMatchObject({ ok: true })
    await noDrift()
  })

  test('while somebody publishes: what is public stays, or is told to be gone', async () => {
    for (const isUndoFirst of [true, false]) {
      await emptyRegistry()
      await signIn('EDITOR')
      await bringIn(page('2019/09100'))
      const importId = await newestImport()
      const draft = await draftOf('PARTICIPANTS', REACHED, { project: '2019-09100' })
      const acts = [() => takeBack(importId), () => publishFollowUp({ ...draft, seen: [] })]
      await Promise.all((isUndoFirst ? acts : acts.reverse()).map((act) => act()))
      const { state } = await database().followUp.findUniqueOrThrow({ where: { id: draft.id } })
      const { inForce } = await database().project.findFirstOrThrow()
      expect(inForce).toBe(state === 'PUBLISHED')
      await noDrift()
    }
  })

  test('takes back the number that only it gave an organisation', async () => {
    await bringIn(page('2019/09100'))
    const before = await shown()
    await bringIn(page('2019/09200', { name: 'Trappan', ownerNumber: '212000-1124' }))
    expect(await database().organisation.findFirst()).toMatchObject({ number: '2120001124' })
    await takeBack(await newestImport())
    expect(await shown()).toEqual(before)
    await noDrift()
  })

  test('leaves its contacts to nobody', async () => {
    await bringIn(page('2019/09100'))
    expect(await database().contact.count()).toBe(1)
    await takeBack(await newestImport())
    expect(await database().contact.count()).toBe(0)
  })
})

describe('what two imports brought', () => {
  const NUMBER = '212000-1124'
  const organisations = () =>
    database().organisation.findMany({
      where: { inForce: true },
      select: { name: true, number: true, names: { select: { name: true }, orderBy: { key: 'asc' } } },
    })

  test.each([
    ['first', [0, 1]],
    ['last', [1, 0]],
  ])('is gone with both, the %s one taken back first', async (_, order) => {
    const ids: number[] = []
    for (const [number, name] of [
      ['2019/09100', 'Stegen'],
      ['2019/09200', 'Trappan'],
    ] as const) {
      await bringIn(page(number, { name, ownerNumber: NUMBER }))
      ids.push(await newestImport())
    }
    for (const at of order) await takeBack(ids[at] ?? 0)
    expect(await shown()).toMatchObject({ projects: [], organisations: [] })
    await noDrift()
  })

  test('a number goes with the last that gave it', async () => {
    await bringIn(page('2019/09000', { name: 'Stigen' }))
    const before = await shown()
    await bringIn(page('2019/09100', { ownerNumber: NUMBER }))
    await bringIn(page('2019/09200', { name: 'Trappan', ownerNumber: NUMBER }))
    const last = await newestImport()
    await takeBack(last - 1)
    expect(await organisations()).toMatchObject([{ number: '2120001124' }])
    await takeBack(last)
    expect(await shown()).toEqual(before)
    await noDrift()
  })

  test('a name goes with the last that gave it, and leads to the one that gives it still', async () => {
    await bringIn(page('2019/09000', { name: 'Stigen', ownerNumber: NUMBER }))
    const before = await shown()
    await bringIn(page('2019/09100', { owner: 'Exempelstad', ownerNumber: NUMBER }))
    await bringIn(page('2019/09200', { name: 'Trappan', owner: 'Exempelstad', ownerNumber: NUMBER }))
    const last = await newestImport()
    await takeBack(last - 1)
    const name = await database().organisationName.findFirstOrThrow({ where: { name: 'Exempelstad' } })
    expect(await database().sourceDocument.findFirst({ where: { id: name.documentId ?? 0 } })).toMatchObject({
      importId: last,
    })
    await takeBack(last)
    expect(await shown()).toEqual(before)
    await noDrift()
  })

  test('an organisation is called what is left of its names', async () => {
    await bringIn(page('2019/09100', { owner: 'Exempelstad', ownerNumber: NUMBER }))
    await bringIn(page('2019/09200', { name: 'Trappan', ownerNumber: NUMBER }))
    await takeBack((await newestImport()) - 1)
    expect(await organisations()).toEqual([
      { name: 'Exempelstads kommun', number: '2120001124', names: [{ name: 'Exempelstads kommun' }] },
    ])
    await noDrift()
  })

  test('a name that a namesake had made ambiguous is somebody’s again', async () => {
    await bringIn(page('2019/09100', { ownerNumber: NUMBER }), page('2019/09200', { name: 'Trappan' }))
    const before = await shown()
    await bringIn(page('2019/09300', { name: 'Rampen', ownerNumber: '556016-0680' }))
    expect(await organisations()).toHaveLength(2)
    await takeBack(await newestImport())
    expect(await shown()).toEqual(before)
    await noDrift()
  })

  test('an entry that only the capture before had is on its list again', async () => {
    const [both, one] = [
      list([
        ['Stegen', 'Exempelstads kommun'],
        ['Trappan', 'Provköpings kommun'],
      ]),
      list([['Stegen', 'Exempelstads kommun']], '2020-01-01'),
    ]
    await bringIn(both)
    const before = await shown()
    await bringIn(one)
    expect(await database().decisionItem.count({ where: { inForce: true } })).toBe(1)
    await takeBack(await newestImport())
    expect(await shown()).toEqual(before)
    await noDrift()
  })

  test('a list whose entries led to its project depends on it', async () => {
    await bringIn(page('2019/09100'))
    await bringIn(list([['Stegen', 'Exempelstads kommun']]))
    const report = await takeBack((await newestImport()) - 1)
    expect(report.left.laterDocuments).toMatchObject([{ name: 'Projekt i Stockholm' }])
    expect(await database().decisionItem.findFirst()).toMatchObject({ projectId: null, inForce: true })
    await noDrift()
  })
})

/**
 * Documents that tell of the same projects, entries and organisations. Whom a name means is said by no two of them otherwise:
 * what was one on the word of a document that was taken back stays one.
 */
const POOL: GivenFile[] = [
  page('2019/09100'),
  page('2019/09100', { people: '200', day: '2021-01-01' }),
  page('2019/09200', { name: 'Trappan', owner: 'Exempelstad', ownerNumber: '556016-0680' }),
  page('2019/09300', { name: 'Rampen', ownerNumber: '212000-1124' }),
  page('2019/09400', { name: 'Stegen', ownerNumber: '212000-1124', day: '2022-01-01' }),
  page('2019/09500', { name: 'Gången', owner: 'Exempelstad' }),
  list([['Stegen', 'Exempelstads kommun']]),
  list(
    [
      ['Stegen', 'Exempelstads kommun'],
      ['Trappan', 'Provköpings kommun'],
    ],
    '2019-09-01',
  ),
  list([['Trappan', 'Exempelstad']], '2020-02-01'),
]

test('what is in force gives what is shown, in whatever order imports and follow-ups come and are taken back', async () => {
  const what = fc.constantFrom('bring', 'bring', 'undo', 'undo', 'publish', 'withdraw')
  const act = fc.record({ file: fc.constantFrom(...POOL), at: fc.nat(), what })
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 12 }), async (acts) => {
      await emptyRegistry()
      await signIn('EDITOR')
      const held: { file: GivenFile; importId: number }[] = []
      const followUps: number[] = []
      for (const { file, at, what } of acts) {
        if (what === 'publish') followUps.push(...(await followUpSome(at)))
        if (what === 'withdraw') for (const id of takenFrom(followUps, at)) await withdraw(id)
        if (what === 'undo') for (const { importId } of takenFrom(held, at)) await takeBack(importId)
        if (what === 'bring' && !held.some((one) => one.file === file)) {
          await bringIn(file)
          held.push({ file, importId: await newestImport() })
        }
      }
      await noDrift()
      const gone = {
        OR: [{ project: { inForce: false } }, { item: { inForce: false, statements: { none: {} } } }],
      }
      expect(await database().followUp.count({ where: { state: 'PUBLISHED', ...gone } })).toBe(0)
      for (const id of followUps) expect(await withdraw(id)).toMatchObject({ ok: true })
      expect(await goneWithoutTrace()).toEqual([])
      await noDrift()
      const left = { organisation: { inForce: true }, document: { undoneAt: { not: null } } }
      expect(await database().organisationName.count({ where: left })).toBe(0)
      const after = await shownWithoutPlaces()
      await emptyRegistry()
      for (const { file } of held) await bringIn(file)
      expect(after).toEqual(await shownWithoutPlaces())
    }),
    { numRuns: 20, endOnFailure: true },
  )
}, 240_000)

/** Decisions of which nothing speaks, and whose trace does not end with that. */
const goneWithoutTrace = () => database().$queryRaw<{ slug: string }[]>`
  SELECT slug FROM decision d WHERE NOT "inForce" AND 'takenBack' IS DISTINCT FROM (
    SELECT action FROM change WHERE "decisionId" = d.id AND "itemId" IS NULL ORDER BY id DESC LIMIT 1)`

/** Takes one out of a list, if there is one. */
const takenFrom = <One>(list: One[], at: number): One[] => list.splice(at % Math.max(list.length, 1), 1)

/** Publishes a follow-up of a project, or of an entry that led to none; returns its id. */
async function followUpSome(at: number): Promise<number[]> {
  const db = database()
  const projects = await db.project.findMany({ where: { inForce: true }, orderBy: { id: 'asc' } })
  const items = await db.decisionItem.findMany({
    where: { inForce: true, projectId: null },
    orderBy: { id: 'asc' },
  })
  const all = [...projects.map(({ slug }) => ({ project: slug })), ...items.map(({ id }) => ({ item: id }))]
  const to = all[at % Math.max(all.length, 1)]
  return to ? [await publishedOf('PARTICIPANTS', REACHED, to)] : []
}

/**
 * An organisation keeps the address that it was given first, a name the document that it was read in, an entry its place on
 * the list. Whom only entries name that are on no list any longer has a page or none, and it says nothing.
 */
async function shownWithoutPlaces() {
  const { projects, organisations, decisions, ...others } = await shown()
  return {
    ...others,
    decisions: decisions.map(({ items, ...decision }) => ({
      ...decision,
      items: items.map(({ position, ...item }) => item),
    })),
    projects: projects.map(({ owner, ...project }) => ({ ...project, hasOwner: owner !== null })),
    organisations: organisations
      .filter(({ owned, applied, partner }) => owned + applied + partner > 0)
      .map(({ slug, names, ...organisation }) => ({ ...organisation, names: names.map(({ name }) => name) }))
      .sort((a, b) => `${a.name} ${a.number}`.localeCompare(`${b.name} ${b.number}`)),
  }
}
