import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type asOneAct, database } from '../db.ts'
import { importFiles } from '../imports/commands.ts'
import { noDrift } from '../testing/drift.ts'
import { inSampleRegistry, textFile } from '../testing/registry.ts'
import { signIn, signOutHere } from '../testing/staff.ts'
import { basisOf } from './basis.ts'
import { correctRecord } from './commands.ts'
import type { SubjectKind } from './fields.ts'
import { loadRecord } from './load.ts'
import { typedText } from './typed.ts'

const switches = vi.hoisted(() => ({ leavesTrace: true, longest: undefined as number | undefined }))
vi.mock('../registry/trace.ts', async (original) => {
  const actual = await original<typeof import('../registry/trace.ts')>()
  const leaveTrace: typeof actual.leaveTrace = async (...given) =>
    switches.leavesTrace ? actual.leaveTrace(...given) : undefined
  return { ...actual, leaveTrace }
})
vi.mock('../db.ts', async (original) => {
  const actual = await original<typeof import('../db.ts')>()
  const act: typeof asOneAct = (work, options) =>
    actual.asOneAct(work, switches.longest ? { longest: switches.longest } : options)
  return { ...actual, asOneAct: act }
})

inSampleRegistry()
beforeEach(() => signIn('EDITOR'))
afterEach(() => {
  switches.leavesTrace = true
  switches.longest = undefined
})

const REASON = 'Så står det i projektets slutrapport, sidan 4.'
type Change = Record<string, unknown> & { field: string }

const shown = async (kind: SubjectKind, id: number, field: string) =>
  (await loadRecord(database(), { kind, id }))?.fields[field]?.shown ?? null

/** Saves changes over what is shown now, where a change names no basis of its own. */
async function save(kind: SubjectKind, id: number, changes: Change[], more: object = {}) {
  const record = await loadRecord(database(), { kind, id })
  const based = changes.map((change) => ({
    basis: basisOf(record?.fields[change.field]?.shown ?? null),
    ...change,
  }))
  const input = { kind, id, version: record?.version ?? 0, changes: based, reason: REASON, ...more }
  return correctRecord(input as never)
}
const typed = (field: string, text: string, more: object = {}): Change => ({
  field,
  as: 'typed',
  text,
  ...more,
})

const project = async (slug: string) =>
  (await database().project.findUniqueOrThrow({ where: { slug }, select: { id: true } })).id
const counts = async () => ({
  corrections: await database().correction.count(),
  changes: await database().change.count(),
  revision: (await database().registry.findUniqueOrThrow({ where: { id: 1 } })).revision,
})

describe('a save', () => {
  test('corrects several fields at once, each with its trace, reason and evidence', async () => {
    const id = await project('2015-09101')
    const saved = await save(
      'project',
      id,
      [
        typed('plannedParticipants', '1 650'),
        typed('endDate', '31 mars 2019'),
        { field: 'region', as: 'reviewed' },
      ],
      { evidence: 'www.example.se/rapport.pdf' },
    )
    expect(saved).toMatchObject({
      ok: true,
      value: { slug: '2015-09101', fields: ['plannedParticipants', 'endDate', 'region'], merged: [] },
    })
    expect(await database().project.findUniqueOrThrow({ where: { id } })).toMatchObject({
      plannedParticipants: 1650,
      endDate: new Date('2019-03-31'),
    })
    const traces = await database().change.findMany({
      where: { projectId: id, correctionId: { not: null } },
      select: { action: true, field: true, reason: true, evidence: true, actor: true },
      orderBy: { id: 'asc' },
    })
    const about = { reason: REASON, evidence: 'https://www.example.se/rapport.pdf', actor: 'editor' }
    expect(traces).toEqual([
      { action: 'corrected', field: 'plannedParticipants', ...about },
      { action: 'corrected', field: 'endDate', ...about },
      { action: 'reviewed', field: 'region', ...about },
    ])
  })

  test('withdrawn, brings back what the rule gives', async () => {
    const id = await project('2015-09103')
    const before = await shown('project', id, 'totalBudget')
    await save('project', id, [typed('totalBudget', '12 mkr')])
    await save('project', id, [typed('totalBudget', '13 mkr')])
    expect(await shown('project', id, 'totalBudget')).toMatchObject({
      value: 13_000_000,
      precision: 1_000_000,
    })
    await save('project', id, [{ field: 'totalBudget', as: 'withdraw' }])
    expect(await shown('project', id, 'totalBudget')).toMatchObject({ value: 12_000_000 })
    await save('project', id, [{ field: 'totalBudget', as: 'withdraw' }])
    expect(await shown('project', id, 'totalBudget')).toEqual(before)
  })

  test('takes over what another source says, word for word', async () => {
    const id = await project('2016-00112')
    const rival = (await shown('project', id, 'plannedParticipants'))?.rivals[0]
    await save('project', id, [{ field: 'plannedParticipants', as: 'said', statement: rival }])
    expect(await shown('project', id, 'plannedParticipants')).toMatchObject({
      value: 300,
      qualifier: 'drygt',
    })
    await save('project', id, [{ field: 'plannedParticipants', as: 'notStated' }])
    expect(await shown('project', id, 'plannedParticipants')).toMatchObject({
      value: null,
      state: 'notStated',
    })
  })

  test('keeps the kind and the rounding of an entry’s amount', async () => {
    const item = await database().decisionItem.findFirstOrThrow({ where: { amountKind: 'APPLIED' } })
    await save('item', item.id, [typed('amount', '9,9 miljoner', { kind: 'AWARDED' })])
    expect(await database().decisionItem.findUniqueOrThrow({ where: { id: item.id } })).toMatchObject({
      amount: 9_900_000n,
      amountPrecision: 100_000,
      amountKind: 'AWARDED',
    })
  })

  test('links an entry by a number in any writing, and by an address', async () => {
    const item = await database().decisionItem.findFirstOrThrow({ where: { projectId: null } })
    const id = await project('2015-09101')
    await save('item', item.id, [typed('project', '2015 09101')])
    expect((await database().decisionItem.findUniqueOrThrow({ where: { id: item.id } })).projectId).toBe(id)
    await save('item', item.id, [typed('project', 'https://example.se/en/projects/2015-09103?a=b')])
    const other = await project('2015-09103')
    expect((await database().decisionItem.findUniqueOrThrow({ where: { id: item.id } })).projectId).toBe(
      other,
    )
    expect(await save('item', item.id, [typed('project', '1900/00001')])).toMatchObject({
      problem: { kind: 'invalid', fields: { project: { sv: expect.stringContaining('Inget projekt') } } },
    })
  })

  test('corrects a decision and an organisation by their own rules', async () => {
    const decision = await database().decision.findFirstOrThrow({ where: { decisionDate: { not: null } } })
    await save('decision', decision.id, [typed('region', 'Västsverige'), typed('statedDate', '2 dec 2021')])
    expect(await database().decision.findUniqueOrThrow({ where: { id: decision.id } })).toMatchObject({
      region: 'SE23',
      statedDate: new Date('2021-12-02'),
    })
    const organisation = await database().organisation.findFirstOrThrow({ where: { number: null } })
    const taken = await database().organisation.findFirstOrThrow({ where: { number: { not: null } } })
    expect(await save('organisation', organisation.id, [typed('number', taken.number ?? '')])).toMatchObject({
      problem: { kind: 'field', why: 'numberTaken', other: { slug: taken.slug } },
    })
    expect(await save('organisation', organisation.id, [{ field: 'name', as: 'notStated' }])).toMatchObject({
      problem: { kind: 'invalid', fields: { name: { sv: expect.stringContaining('heta') } } },
    })
  })

  test('names a document of the registry as evidence by its slug or its address, and no other', async () => {
    const id = await project('2015-09104')
    const document = await database().sourceDocument.findFirstOrThrow()
    const given = [
      document.slug,
      `/en/documents/${document.slug}`,
      `http://localhost:3000/dokument/${document.slug}`,
    ]
    for (const [index, evidence] of given.entries())
      await save('project', id, [typed('plannedParticipants', String(7001 + index))], { evidence })
    const made = await database().correction.findMany({ where: { projectId: id } })
    expect(new Set(made.map(({ evidence }) => evidence))).toEqual(new Set([`/dokument/${document.slug}`]))
    expect(made).toHaveLength(3)
    for (const evidence of [
      '0123456789ab',
      'ftp://example.se/x',
      'javascript:alert(1)',
      'rapporten',
      'https://kim:hemligt@example.se',
    ])
      expect(await save('project', id, [typed('plannedParticipants', '9')], { evidence })).toMatchObject({
        problem: { kind: 'invalid', evidence: { sv: expect.any(String) } },
      })
  })
})

describe('a save that cannot be', () => {
  test('is told everything that is wrong with it at once, and changes nothing', async () => {
    const id = await project('2015-09207')
    const before = await counts()
    const changes = [
      typed('plannedParticipants', 'många'),
      typed('startDate', '2020-02-30'),
      typed('name', 'Går bra'),
    ]
    expect(await save('project', id, changes, { reason: 'kort', evidence: 'rapporten' })).toMatchObject({
      problem: {
        kind: 'invalid',
        fields: { plannedParticipants: { sv: expect.any(String) }, startDate: { en: expect.any(String) } },
        reason: 'short',
        evidence: { sv: expect.any(String) },
      },
    })
    expect(await counts()).toEqual(before)
  })

  test('ends before it starts, unless both are corrected together', async () => {
    const id = await project('2015-09207')
    const [start, end] = await Promise.all(
      ['startDate', 'endDate'].map((field) => shown('project', id, field)),
    )
    expect(String(start?.value) < String(end?.value)).toBe(true)
    expect(await save('project', id, [typed('endDate', '2001-01-01')])).toMatchObject({
      problem: {
        kind: 'invalid',
        fields: { endDate: { sv: expect.stringContaining(String(start?.value)) } },
      },
    })
    expect(
      await save('project', id, [typed('startDate', '2000-01-01'), typed('endDate', '2001-01-01')]),
    ).toMatchObject({
      ok: true,
    })
  })

  test('ends before the start that comes back when the one that is corrected is withdrawn', async () => {
    const id = await project('2015-00311')
    const read = [await shown('project', id, 'startDate'), await shown('project', id, 'endDate')]
    const [start, end] = read.map((field) => String(field?.value))
    await save('project', id, [typed('startDate', '2035-01-01'), typed('endDate', '2036-01-01')])
    const withdrawn = { field: 'startDate', as: 'withdraw' }
    expect(await save('project', id, [withdrawn, typed('endDate', '1999-01-01')])).toMatchObject({
      problem: { kind: 'invalid', fields: { endDate: { sv: expect.stringContaining(String(start)) } } },
    })
    expect(await save('project', id, [withdrawn, typed('endDate', String(end))])).toMatchObject({ ok: true })
    expect(await shown('project', id, 'startDate')).toEqual(read[0])
  })

  test('names or reaches a person', async () => {
    const contact = await database().contact.findFirstOrThrow({
      where: { projectId: { not: null }, name: { contains: ' ' } },
    })
    const id = contact.projectId ?? 0
    const before = await counts()
    for (const reason of [
      `Enligt ${contact.name} i dag`,
      'Se kim@example.se för mer',
      'Ring 070-123 45 67 så får du se',
    ])
      expect(await save('project', id, [typed('plannedParticipants', '7')], { reason })).toMatchObject({
        problem: { kind: 'invalid', reason: { sv: expect.stringContaining('offentlig') } },
      })
    expect(
      await save('project', id, [typed('evaluationReports', `Finns hos ${contact.name}`)]),
    ).toMatchObject({
      problem: { kind: 'invalid', fields: { evaluationReports: { en: expect.stringContaining('person') } } },
    })
    expect(await counts()).toEqual(before)
  })

  test('names a contact of the project that an entry led to, on the entry or its decision', async () => {
    const entry = await database().decisionItem.findFirstOrThrow({
      where: { projectId: { not: null } },
      select: { id: true, projectId: true, decisionId: true },
    })
    const { id: documentId } = await database().sourceDocument.findFirstOrThrow({ select: { id: true } })
    const name = 'Vera Provsson'
    await database().contact.create({ data: { documentId, projectId: entry.projectId, name } })
    const reason = `${name} säger att det är fel.`
    const problem = { kind: 'invalid', reason: { sv: expect.stringContaining('offentlig') } }
    expect(await save('item', entry.id, [typed('name', 'Annat')], { reason })).toMatchObject({ problem })
    expect(await save('decision', entry.decisionId, [typed('publisher', 'Annan')], { reason })).toMatchObject(
      { problem },
    )
  })

  test('says what is shown already, or nothing, or of what is not there', async () => {
    const id = await project('2017-09204')
    const budget = await shown('project', id, 'totalBudget')
    expect(await save('project', id, [typed('totalBudget', String(budget?.value))])).toMatchObject({
      problem: { kind: 'field', field: 'totalBudget', why: 'sameValue' },
    })
    const owner = await shown('project', id, 'owner')
    const name = typedText('project', 'owner', owner)
    expect(await save('project', id, [typed('owner', name.text)])).toMatchObject({
      problem: { why: 'sameValue' },
    })
    expect(await save('project', id, [])).toMatchObject({ problem: { kind: 'nothing' } })
    expect(await save('project', 999_999, [])).toMatchObject({ problem: { kind: 'missing' } })
  })

  test('comes from nobody who is signed in, or from another site', async () => {
    const id = await project('2017-09204')
    const before = await counts()
    signOutHere()
    expect(await save('project', id, [typed('plannedParticipants', '1')])).toEqual({
      ok: false,
      problem: { kind: 'signedOut' },
    })
    expect(await counts()).toEqual(before)
  })

  test('has keys that are no field: they are never written', async () => {
    const id = await project('2017-09205')
    const before = await database().project.findUniqueOrThrow({ where: { id } })
    for (const field of ['ownerId', 'version', '__proto__', 'constructor', 'contactEmail', 'fund.x'])
      expect((await save('project', id, [typed(field, '1')])).ok).toBe(false)
    const saved = await save(
      'project',
      id,
      [typed('plannedParticipants', '4321', { userId: 1, seenStatementId: 5, actor: 'x' })],
      {
        userId: 1,
        ownerId: 1,
        actor: 'operator',
      },
    )
    expect(saved).toMatchObject({ ok: true })
    const [made] = await database().correction.findMany({ where: { projectId: id } })
    expect(made).toMatchObject({ actor: 'editor', field: 'plannedParticipants' })
    expect(made?.userId).not.toBe(1)
    expect(await database().project.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ownerId: before.ownerId,
    })
    expect(await correctRecord({ kind: 'project', id: { gt: 0 } } as never)).toMatchObject({
      problem: { kind: 'malformed' },
    })
  })
})

describe('a source that changes', () => {
  const page = (participants: string, fetchedOn: string) =>
    textFile(
      '2019-09901.txt',
      [
        'Källa: https://www.esf.se/projektbanken/2019-09901/',
        '2019/09901 - Ändrade siffror',
        '',
        'Projektägare: Exempelstads kommun',
        'Region: Stockholm',
        `Planerat antal deltagare: ${participants}`,
        'Projektperiod: 2019-09-01 - 2021-08-31',
        'Total projektbudget: 5 000 000 kr',
        'Beviljat ESF-stöd: 2 500 000 kr',
      ],
      fetchedOn,
    )

  test('keeps the correction, and asks for a person only where it says something else than before', async () => {
    await importFiles([page('100', '2020-01-01')], { actor: 'operator' })
    const id = await project('2019-09901')
    await save('project', id, [typed('plannedParticipants', '300'), { field: 'totalBudget', as: 'reviewed' }])
    await importFiles([page('100 ', '2021-01-01')], { actor: 'operator' })
    expect(await shown('project', id, 'plannedParticipants')).toMatchObject({
      value: 300,
      sourceChanged: false,
    })
    await importFiles([page('120', '2022-01-01')], { actor: 'operator' })
    expect(await shown('project', id, 'plannedParticipants')).toMatchObject({
      value: 300,
      sourceChanged: true,
    })
    expect(await shown('project', id, 'totalBudget')).toMatchObject({ sourceChanged: false, reviewed: true })
    expect((await database().project.findUniqueOrThrow({ where: { id } })).sourceChanges).toBe(1)
    expect(await save('project', id, [typed('plannedParticipants', '300')])).toMatchObject({ ok: true })
    expect(await shown('project', id, 'plannedParticipants')).toMatchObject({
      value: 300,
      sourceChanged: false,
    })
  })
})

describe('all or nothing', () => {
  test('without its trace nothing is written', async () => {
    const id = await project('2018-00566')
    const before = await counts()
    switches.leavesTrace = false
    await expect(save('project', id, [typed('plannedParticipants', '11')])).rejects.toThrow('without a trace')
    expect(await counts()).toEqual(before)
  })

  test('a time-out in the middle leaves nothing half-written', async () => {
    const id = await project('2018-00566')
    const before = await counts()
    const held = await database().project.findUniqueOrThrow({ where: { id } })
    await database().$executeRawUnsafe(`CREATE FUNCTION be_slow() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_sleep(0.4); RETURN NEW; END $$`)
    await database().$executeRawUnsafe(
      `CREATE TRIGGER slow BEFORE INSERT ON "correction" FOR EACH ROW EXECUTE FUNCTION be_slow()`,
    )
    switches.longest = 1000
    const changes = ['name', 'callNumber', 'recipientCity', 'projectPhase', 'country'].map((field) =>
      typed(field, 'Ord 2'),
    )
    await expect(save('project', id, changes)).rejects.toThrow()
    switches.longest = undefined
    await database().$executeRawUnsafe(`DROP TRIGGER slow ON "correction"`)
    expect(await counts()).toEqual(before)
    expect(await database().project.findUniqueOrThrow({ where: { id } })).toEqual(held)
    // The lock is free again, and the same save goes through.
    expect(await save('project', id, changes)).toMatchObject({ ok: true })
  })
})

describe('two at once', () => {
  test('whoever is later learns what the other made of the field; the same change is told as made already', async () => {
    const id = await project('2018-09206')
    const basis = basisOf(await shown('project', id, 'plannedParticipants'))
    await save('project', id, [typed('plannedParticipants', '41')])
    expect(await save('project', id, [typed('plannedParticipants', '42', { basis })])).toMatchObject({
      problem: {
        kind: 'stale',
        conflicts: [
          { field: 'plannedParticipants', shown: { value: 41 }, by: { actor: 'editor', reason: REASON } },
        ],
      },
    })
    expect(await save('project', id, [typed('plannedParticipants', '41', { basis })])).toMatchObject({
      problem: { kind: 'already' },
    })
  })

  test('fields that others changed and one’s own stand side by side, and are told of', async () => {
    const id = await project('2018-09206')
    const basis = basisOf(await shown('project', id, 'projectPhase'))
    await save('project', id, [typed('projectPhase', 'Avslut')])
    const others = [{ field: 'projectPhase', basis }]
    expect(await save('project', id, [typed('plannedParticipants', '43')], { others })).toMatchObject({
      ok: true,
      value: { fields: ['plannedParticipants'], merged: ['projectPhase'] },
    })
    expect(await shown('project', id, 'projectPhase')).toMatchObject({ value: 'Avslut' })
  })
})

test('after all this nothing has drifted from what statements and corrections give', async () => {
  await noDrift()
})
