import { beforeAll, expect, test } from 'vitest'
import { basisOf } from '../corrections/basis.ts'
import { correctRecord } from '../corrections/commands.ts'
import { loadRecord } from '../corrections/load.ts'
import { database } from '../db.ts'
import { withdrawFollowUp } from '../follow-up/commands.ts'
import { publishedOf } from '../follow-up/testing/published.ts'
import { rebuildRegistry } from '../registry/rebuild.ts'
import { inSampleRegistry } from '../testing/registry.ts'
import { signIn } from '../testing/staff.ts'
import { NO_FILTER } from './audit-query.ts'
import { auditOf, earlierState, historyOf, recentHistory } from './queries.ts'
import type { ChangeView, HistoryOf, SubjectView } from './view.ts'

inSampleRegistry()

const SLUG = '2015-09101'
const decision = { slug: '' }

beforeAll(async () => {
  await signIn('EDITOR')
  const item = await database().decisionItem.findFirstOrThrow({
    where: { projectId: null, inForce: true },
    select: { id: true, decision: { select: { slug: true } } },
  })
  decision.slug = item.decision.slug
  await everyChange({ project: SLUG })
  await everyChange({ item: item.id })
}, 60_000)

/** Attaches a follow-up, corrects it, takes the correction back, lets it drift and be mended, and takes it back. */
async function everyChange(to: Parameters<typeof publishedOf>[2]): Promise<void> {
  const fields = { asOf: '2018-12-31', sourceUrl: 'https://example.se/rapport', 'reached.total': '3' }
  const id = await publishedOf('PARTICIPANTS', fields, to)
  await correct(id, { as: 'typed', text: '4' })
  await correct(id, { as: 'withdraw' })
  await database().$executeRaw`
    UPDATE follow_up SET shown = jsonb_set(shown, '{reached.total,value}', '700') WHERE id = ${id}`
  await rebuildRegistry()
  expect(await withdrawFollowUp({ id, reason: 'Det var bara ett prov.' })).toMatchObject({ ok: true })
}

async function correct(id: number, change: { as: 'typed'; text: string } | { as: 'withdraw' }) {
  const record = await loadRecord(database(), { kind: 'followUp', id })
  const basis = basisOf(record?.fields['reached.total']?.shown ?? null)
  const corrected = await correctRecord({
    kind: 'followUp',
    id,
    version: record?.version ?? 0,
    changes: [{ field: 'reached.total', basis, ...change }],
    reason: 'Så står det i slutrapporten, sidan 14.',
  })
  expect(corrected).toMatchObject({ ok: true })
}

const LISTS: Record<string, () => Promise<ChangeView[] | undefined>> = {
  'the history of a project': async () => (await historyOf('projects', SLUG, 1))?.changes,
  'the history of a decision': async () => (await historyOf('decisions', decision.slug, 1))?.changes,
  'the newest changes': async () => (await recentHistory(1))?.changes,
  "the staff's log": async () => (await auditOf(NO_FILTER)).changes,
}

test.each(Object.entries(LISTS))('every earlier state that %s leads to is there', async (_, changesOf) => {
  const changes = (await changesOf()) ?? []
  const ofFollowUps = changes.filter(({ subject }) => subject?.kind === 'followUp')
  expect(new Set(ofFollowUps.map(({ event }) => event.action))).toEqual(
    new Set(['attached', 'corrected', 'withdrawn', 'field', 'detached']),
  )
  const missing: string[] = []
  for (const { subject, revision, hasState } of changes) {
    if (!subject || !hasState) continue
    const state = await earlierState(pageOf(subject), subject.slug, revision)
    if (!state) missing.push(`${pageOf(subject)}/${subject.slug}/${revision}`)
  }
  expect(missing).toEqual([])
})

/** Where the states of what a change is about stand: an entry's are its decision's. */
function pageOf({ kind, followUp }: SubjectView): HistoryOf {
  if (kind === 'project') return 'projects'
  return followUp?.page ?? (kind === 'organisation' ? 'organisations' : 'decisions')
}
