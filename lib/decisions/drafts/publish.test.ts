import { beforeEach, expect, test } from 'vitest'
import { database } from '../../db.ts'
import { importFiles } from '../../imports/commands.ts'
import { noDrift } from '../../testing/drift.ts'
import { requestCarries } from '../../testing/next-headers.ts'
import { emptyRegistry, inOwnRegistry, textFile } from '../../testing/registry.ts'
import { signIn, signOutHere } from '../../testing/staff.ts'
import { findDecision } from '../queries.ts'
import { beginDraft, discardDraft, restoreDraft, saveDraft } from './commands.ts'
import { publishDraft } from './publish.ts'
import { findDraft, listDrafts } from './queries.ts'
import { blankEntry, type DraftContent, type DraftEntry, emptyDraft } from './schema.ts'

inOwnRegistry()
beforeEach(async () => {
  await emptyRegistry()
  await signIn('EDITOR')
})

const entry = (id: string, words: Partial<DraftEntry>): DraftEntry => ({ ...blankEntry(id), ...words })

const WRITTEN: DraftContent = {
  ...emptyDraft(),
  heading: 'Prioriterade projekt ESF, beslut 13 juni 2019',
  decisionDate: '13 juni 2019',
  partnership: 'Strukturfondspartnerskapet i Stockholm',
  fund: 'ESF',
  source: 'https://example.se/beslut.pdf',
  reason: 'Avskrivet från protokollets bilaga 2.',
  entries: [
    entry('a', {
      name: 'Stegen',
      applicant: 'Exempelstads kommun',
      unit: 'Arbetsmarknadsenheten',
      amount: '9,9 miljoner',
      amountKind: 'AWARDED',
      partners: 'Provstads kommun\nFöreningen Exempel\nmed flera',
      projectNumber: '2019/09100',
    }),
    entry('b', {
      name: 'Vägen in',
      applicant: 'Föreningen Exempel',
      amount: '1\u00a0234\u00a0567 kr',
      amountKind: 'APPLIED',
    }),
    entry('c', { name: 'Nej tack', applicant: 'Provstads kommun', rejected: 'on' }),
    blankEntry('d'),
  ],
}

const PAGE = textFile('stegen.txt', [
  '2019/09100 - Stegen',
  'Diarienummer:',
  '2019/09100',
  'Namn:',
  'Stegen',
  'Projektägare:',
  'Exempelstads kommun',
  'Region:',
  'Stockholm',
  'Projektperiod:',
  '2019-08-01 - 2022-06-30',
])

/** A draft that holds these words. */
async function drafted(content: DraftContent = WRITTEN): Promise<{ id: number; version: number }> {
  const begun = await beginDraft(content.addsTo)
  if (!begun.ok) throw new Error(begun.problem.kind)
  const base = emptyDraft(content.addsTo)
  const saved = await saveDraft({ id: begun.value.id, version: 1, base, mine: content })
  if (!saved.ok) throw new Error(saved.problem.kind)
  return { id: begun.value.id, version: saved.value.version }
}

async function published(content: DraftContent = WRITTEN): Promise<string> {
  const result = await publishDraft(await drafted(content))
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value.slug
}

const counts = async () => ({
  decisions: await database().decision.count(),
  entries: await database().decisionItem.count(),
  corrections: await database().correction.count(),
  traces: await database().change.count(),
})
const NOTHING = { decisions: 0, entries: 0, corrections: 0, traces: 0 }

test('a draft becomes a decision with its entries, each value a correction that names its source', async () => {
  await importFiles([PAGE], { actor: 'test' })
  const slug = await published()
  expect(slug).toBe('2019-06-13-stockholm-esf')
  const decision = await database().decision.findUniqueOrThrow({
    where: { slug },
    include: { items: { orderBy: { position: 'asc' } } },
  })
  expect(decision).toMatchObject({
    byHand: true,
    asRead: null,
    region: 'SE11',
    partnership: 'Stockholm',
    fund: 'ESF',
  })
  expect(decision.decisionDate?.toISOString()).toContain('2019-06-13')
  expect(decision.items).toMatchObject([
    {
      name: 'Stegen',
      amount: 9_900_000n,
      amountPrecision: 100_000,
      amountKind: 'AWARDED',
      partnersOpen: true,
      fund: 'ESF',
      inForce: true,
      rejected: false,
    },
    { name: 'Vägen in', amount: 1_234_567n, amountPrecision: 1, amountKind: 'APPLIED' },
    { name: 'Nej tack', amount: null, rejected: true },
  ])
  // What is certain is linked as for a list: the number and the owner are the project's.
  expect(decision.items[0]).toMatchObject({ linkedBy: 'number', projectId: expect.any(Number) })
  const corrections = await database().correction.findMany()
  expect(corrections).toHaveLength(5 + 5 + 3 + 2)
  for (const correction of corrections)
    expect(correction).toMatchObject({
      kind: 'VALUE',
      evidence: WRITTEN.source,
      reason: WRITTEN.reason,
      actor: 'editor',
      seenStatementId: null,
    })
  expect(await database().change.count({ where: { action: 'corrected', correctionId: { not: null } } })).toBe(
    corrections.length,
  )
  expect(await database().change.count({ where: { action: 'published', decisionId: decision.id } })).toBe(1)
  expect(await database().change.count({ where: { action: 'created', itemId: { not: null } } })).toBe(3)
  const applicants = await database().participation.findMany({
    where: { role: 'APPLICANT' },
    select: { name: true, unit: true },
  })
  expect(applicants).toContainEqual({ name: 'Exempelstads kommun', unit: 'Arbetsmarknadsenheten' })
  await noDrift()
})

test('the public page says who added what, why and by which source', async () => {
  const view = await findDecision(await published())
  const ground = { reason: WRITTEN.reason, evidence: WRITTEN.source, by: 'editor' }
  expect(view?.byHand).toMatchObject(ground)
  expect(view?.items.map(({ byHand }) => byHand)).toMatchObject([ground, ground, ground])
  const fields = Object.fromEntries((view?.fields ?? []).map((field) => [field.key, field]))
  expect(fields.decisionDate).toMatchObject({ state: 'corrected', value: '2019-06-13', correction: ground })
  expect(fields.region).toMatchObject({ value: 'SE11', code: 'SE11' })
  expect(fields.county).toMatchObject({ state: 'absent' })
})

test('a project that was chosen is linked by the person who chose it', async () => {
  await importFiles([PAGE], { actor: 'test' })
  const entries = [
    entry('a', { name: 'Ett annat namn', applicant: 'Provstads kommun', project: '2019/09100 – Stegen' }),
  ]
  await published({ ...WRITTEN, entries })
  const item = await database().decisionItem.findFirstOrThrow({
    include: { project: true, corrections: true },
  })
  expect(item).toMatchObject({ linkedBy: 'person', project: { number: '2019/09100' } })
  expect(item.corrections.find(({ field }) => field === 'project')?.value).toBe(item.projectId)
  await noDrift()
})

test('everything that is wrong is told by row and field, and nothing is published', async () => {
  const entries = [
    entry('a', { amount: 'mycket', rounding: '', partners: 'x' }),
    entry('b', { name: 'Två', unit: 'Enheten', projectNumber: 'inget', project: 'Finns inte' }),
    entry('c', { name: 'Tre', amount: '9 956 917', rounding: '100000' }),
    entry('d', { name: 'Lika', applicant: 'Provstads kommun' }),
    entry('e', { name: 'LIKA', applicant: 'Provstads Kommun' }),
  ]
  const draft = await drafted({
    ...emptyDraft(),
    entries,
    decisionDate: '31 juni 2019',
    fund: 'XYZ',
    source: 'protokollet',
    reason: 'kort',
  })
  const result = await publishDraft(draft)
  expect(result).toMatchObject({ ok: false, problem: { kind: 'invalid' } })
  const problems = !result.ok && 'problems' in result.problem ? result.problem.problems : []
  const told = problems.map(
    ({ entry, field, why }) => `${entry ?? ''} ${field} ${typeof why === 'string' ? why : 'read'}`,
  )
  expect(told.sort()).toEqual(
    [
      ' heading missing',
      ' decisionDate read',
      ' partnership placeMissing',
      ' fund unknownCode',
      ' source read',
      ' reason reasonTooShort',
      'a name missing',
      'a amount read',
      'b unit unitAlone',
      'b projectNumber read',
      'b project unknownProject',
      'c rounding notRounded',
      'e name sameInDraft',
    ].sort(),
  )
  expect(await counts()).toEqual(NOTHING)
  expect((await findDraft(draft.id))?.state).toBe('open')
})

test.each([
  ['reason', 'Enligt kim.exempel@example.se på kansliet.'],
  ['reason', 'Ring 070-123 45 67 och fråga.'],
  ['heading', 'Beslut, kontaktperson: Kim Exempel'],
  ['publisher', 'Person 19121212-1212'],
] as const)('contacts are refused in %s: they would be public', async (field, words) => {
  const result = await publishDraft(await drafted({ ...WRITTEN, [field]: words }))
  expect(result).toMatchObject({
    ok: false,
    problem: {
      kind: 'invalid',
      problems: [{ entry: null, field, why: { sv: expect.stringContaining('offentligt') } }],
    },
  })
  expect(await counts()).toEqual(NOTHING)
})

test('contacts are refused in every public field of an entry', async () => {
  const words = 'kim.exempel@example.se'
  for (const field of ['name', 'applicant', 'unit', 'partners'] as const) {
    const entries = [entry('a', { name: 'Stegen', applicant: 'Exempelstads kommun', [field]: words })]
    const result = await publishDraft(await drafted({ ...WRITTEN, entries }))
    expect(result).toMatchObject({
      ok: false,
      problem: { problems: [{ entry: 'a', field, why: { sv: expect.stringContaining('offentligt') } }] },
    })
  }
  expect(await counts()).toEqual(NOTHING)
})

test('a document of the registry is a source by its address; one that is not there is none', async () => {
  await importFiles([PAGE], { actor: 'test' })
  const { slug } = await database().sourceDocument.findFirstOrThrow()
  await published({ ...WRITTEN, source: `/dokument/${slug}` })
  expect(await database().correction.findFirst()).toMatchObject({ evidence: `/dokument/${slug}` })
  const missing = await publishDraft(await drafted({ ...WRITTEN, fund: 'ERUF', source: 'abcdefabcdef' }))
  expect(missing).toMatchObject({ problem: { problems: [{ field: 'source', why: 'unknownDocument' }] } })
})

test('published many times at once it is published once, and every other is told where', async () => {
  const draft = await drafted()
  const results = await Promise.all(Array.from({ length: 6 }, () => publishDraft(draft)))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  for (const result of results)
    if (!result.ok) expect(result.problem).toEqual({ kind: 'published', slug: '2019-06-13-stockholm-esf' })
  expect(await counts()).toMatchObject({ decisions: 1, entries: 3 })
})

test('two drafts of one decision, published at once: the second may add to the first', async () => {
  const [one, two] = [await drafted(), await drafted({ ...WRITTEN, entries: [entry('x', { name: 'Ny' })] })]
  const results = await Promise.all([publishDraft(one), publishDraft(two)])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  const lost = results[0]?.ok ? two : one
  const exists = results.find(({ ok }) => !ok)
  expect(exists).toMatchObject({ problem: { kind: 'exists', slug: '2019-06-13-stockholm-esf' } })
  expect(await publishDraft({ ...lost, addTo: '2019-06-13-stockholm-esf' })).toMatchObject({ ok: true })
  expect(await counts()).toMatchObject({ decisions: 1, entries: 4 })
  const places = await database().decisionItem.findMany({ select: { position: true } })
  expect(new Set(places.map(({ position }) => position)).size).toBe(4)
})

test('entries that a decision has already are refused when more are added', async () => {
  const slug = await published()
  const more = { ...emptyDraft(slug), source: WRITTEN.source, reason: WRITTEN.reason }
  const same = await publishDraft(
    await drafted({ ...more, entries: [...WRITTEN.entries.slice(0, 1), entry('y', { name: 'Ny' })] }),
  )
  expect(same).toMatchObject({
    problem: { kind: 'invalid', problems: [{ entry: 'a', field: 'name', why: 'sameInDecision' }] },
  })
  expect(await counts()).toMatchObject({ entries: 3 })
  await published({ ...more, entries: [entry('y', { name: 'Ny', applicant: 'Provstads kommun' })] })
  expect(await counts()).toMatchObject({ decisions: 1, entries: 4 })
  const [row] = (await listDrafts('published', 1)).rows
  expect(row?.decision?.slug).toBe(slug)
})

test('a draft that somebody has written in since is not published unseen', async () => {
  const draft = await drafted()
  await saveDraft({ ...draft, base: WRITTEN, mine: { ...WRITTEN, heading: 'Annan rubrik' } })
  expect(await publishDraft(draft)).toEqual({ ok: false, problem: { kind: 'stale' } })
  expect(await counts()).toEqual(NOTHING)
})

test('a failure at the very end leaves nothing half-published', async () => {
  const draft = await drafted()
  const refuse = (what: string) => database().$executeRawUnsafe(what)
  await refuse(`ALTER TABLE cache_tag ADD CONSTRAINT refuse CHECK (tag <> 'registry') NOT VALID`)
  await expect(publishDraft(draft)).rejects.toThrow()
  await refuse('ALTER TABLE cache_tag DROP CONSTRAINT refuse')
  expect(await counts()).toEqual(NOTHING)
  expect((await findDraft(draft.id))?.state).toBe('open')
  expect(await publishDraft(draft)).toMatchObject({ ok: true })
})

test('a list that is imported later meets the same decision and the same entries; what was added by hand stands', async () => {
  const slug = await published()
  const before = await database().decisionItem.findMany({ orderBy: { id: 'asc' } })
  const list = textFile('beslut.txt', [
    'Projekt i Stockholm',
    '',
    'Prioriterade projekt ESF, beslut 13 juni 2019',
    '',
    'Stegen',
    'Sökande: Exempelstads kommun, Arbetsmarknadsenheten',
    'Diarienummer: 2019/09100',
    'Beviljat belopp: 9 912 000 kronor',
    '',
    'Vägen in',
    'Sökande: Föreningen Exempel',
    'Sökt belopp: 2 000 000 kronor',
    '',
  ])
  const url = 'https://www.regionstockholm.se/partnerskapet'
  const report = await importFiles([{ ...list, url }], { actor: 'test' })
  expect(report.totals).toMatchObject({ decisionsNew: 0, itemsNew: 0 })
  const decision = await database().decision.findFirstOrThrow({ include: { statements: true } })
  expect(decision).toMatchObject({
    slug,
    byHand: true,
    heading: WRITTEN.heading,
    asRead: { publisher: 'Region Stockholm' },
    publisher: 'Region Stockholm',
  })
  expect(decision.statements.length).toBeGreaterThan(0)
  const after = await database().decisionItem.findMany({ orderBy: { id: 'asc' } })
  expect(after.map(({ id, name, amount }) => ({ id, name, amount }))).toEqual(
    before.map(({ id, name, amount }) => ({ id, name, amount })),
  )
  // What the list says otherwise is beside it, and on the desk until somebody has looked.
  const shown = after[1]?.shown as Record<string, { statement: number | null; sourceChanged: boolean }>
  const said = await database().statement.findUniqueOrThrow({ where: { id: shown.amount?.statement ?? 0 } })
  expect(said).toMatchObject({ field: 'amount', value: 2_000_000 })
  expect(shown.amount?.sourceChanged).toBe(true)
  const view = await findDecision(slug)
  expect(view?.items[0]).toMatchObject({ byHand: null })
  expect(view?.byHand).not.toBeNull()
  await noDrift()
})

test('five hundred entries are published in one act', async () => {
  const entries = Array.from({ length: 500 }, (_, at) =>
    entry(`e${at}`, {
      name: `Projekt ${at}`,
      applicant: `Kommun ${at % 40}`,
      amount: `${at + 1} 000 kr`,
      partners: 'Ett\nTvå\nTre',
      projectNumber: `2019/${10000 + at}`,
    }),
  )
  await published({ ...WRITTEN, entries })
  expect(await counts()).toMatchObject({ entries: 500, corrections: 5 + 500 * 5 })
})

test('drafts are for who is signed in, on our own pages', async () => {
  const draft = await drafted()
  const kinds = async () =>
    (
      await Promise.all([
        beginDraft(null),
        saveDraft({ ...draft, base: WRITTEN, mine: { ...WRITTEN, heading: 'Nej' } }),
        discardDraft(draft),
        restoreDraft(draft.id),
        publishDraft(draft),
      ])
    ).map((result) => !result.ok && result.problem.kind)
  requestCarries({ headers: { origin: 'https://annan.example' } })
  expect(await kinds()).toEqual(Array(5).fill('foreign'))
  requestCarries({ headers: { origin: 'http://localhost:3000' } })
  signOutHere()
  expect(await kinds()).toEqual(Array(5).fill('signedOut'))
  expect(await counts()).toEqual(NOTHING)
  expect((await findDraft(draft.id))?.content.heading).toBe(WRITTEN.heading)
})

test('a draft that is set aside is kept, cannot be written or published, and can be taken up again', async () => {
  const draft = await drafted()
  expect(await discardDraft({ ...draft, version: draft.version - 1 })).toMatchObject({
    problem: { kind: 'stale' },
  })
  expect(await discardDraft(draft)).toMatchObject({ ok: true })
  expect(await publishDraft(draft)).toMatchObject({ problem: { kind: 'discarded' } })
  expect(await saveDraft({ ...draft, base: WRITTEN, mine: WRITTEN })).toMatchObject({
    problem: { kind: 'discarded' },
  })
  expect((await listDrafts('open', 1)).total).toBe(0)
  expect((await listDrafts('discarded', 1)).rows).toMatchObject([{ id: draft.id, entries: 3 }])
  expect(await restoreDraft(draft.id)).toMatchObject({ ok: true })
  expect(await publishDraft(draft)).toMatchObject({ ok: true })
  expect(await restoreDraft(draft.id)).toMatchObject({ ok: false })
})
