import 'server-only'
import { type Drifted, driftTrace, refoldDecisions, refoldOrganisations } from '../corrections/refold-own.ts'
import { asOneAct, type Transaction } from '../db.ts'
import { type InForceChange, refreshDecisionsInForce } from '../decisions/in-force.ts'
import { type RefoldedItem, refoldItems } from '../decisions/refold.ts'
import { refreshOutcomes } from '../follow-up/outcomes.ts'
import { type RefoldedFollowUp, refoldFollowUps } from '../follow-up/refold.ts'
import { refreshAllLookalikes } from '../organisations/lookalikes.ts'
import { refreshSums } from '../organisations/sums.ts'
import { type RefoldedProject, refoldProjects } from '../projects/refold.ts'
import { refreshSearchWords } from '../projects/search/index.ts'
import { lockRegistry, publishRevision } from './revision.ts'
import { tagOf } from './tags.ts'
import { fieldTrace, leaveTrace } from './trace.ts'

/** What a rebuild found: everything in `drifted` was stored otherwise than the statements give it. */
export type Rebuilt = {
  projects: number
  items: number
  driftedProjects: RefoldedProject[]
  driftedItems: RefoldedItem[]
  /** Decisions and organisations. */
  driftedOthers: Drifted[]
  driftedFollowUps: RefoldedFollowUp[]
  /** Projects whose outcomes were counted otherwise, by id. */
  driftedOutcomes: number[]
}

/**
 * Folds every shown value of the registry anew from statements and corrections and compares it with what is stored.
 * What has drifted is mended, unless `dryRun` is set. As one act.
 */
export function rebuildRegistry({ dryRun = false } = {}): Promise<Rebuilt> {
  return asOneAct(async (tx) => {
    const revision = await lockRegistry(tx)
    const driftedItems: RefoldedItem[] = []
    const driftedProjects: RefoldedProject[] = []
    const driftedOthers: Drifted[] = []
    for await (const ids of pagesOf((after) => tx.decision.findMany(page(after))))
      driftedOthers.push(...(await refoldDecisions(tx, ids, { dryRun })))
    for await (const ids of pagesOf((after) => tx.organisation.findMany(page(after))))
      driftedOthers.push(...(await refoldOrganisations(tx, ids, { dryRun })))
    let items = 0
    for await (const ids of pagesOf((after) => itemIds(tx, after))) {
      items += ids.length
      driftedItems.push(...(await refoldItems(tx, ids, { dryRun })))
    }
    // After their entries, which may speak of them.
    for await (const ids of pagesOf((after) => tx.decision.findMany(page(after))))
      driftedOthers.push(...(await refreshDecisionsInForce(tx, ids, { dryRun })).map(asDrifted))
    let projects = 0
    for await (const ids of pagesOf((after) => projectIds(tx, after))) {
      projects += ids.length
      driftedProjects.push(...(await refoldProjects(tx, ids, revision, { dryRun })))
    }
    const driftedFollowUps: RefoldedFollowUp[] = []
    for await (const ids of pagesOf((after) => tx.followUp.findMany(page(after))))
      driftedFollowUps.push(...(await refoldFollowUps(tx, ids, { dryRun })))
    const driftedOutcomes: number[] = []
    for await (const ids of pagesOf((after) => projectIds(tx, after)))
      driftedOutcomes.push(...(await refreshOutcomes(tx, ids, revision, { dryRun })))
    const drifted =
      [driftedItems, driftedProjects, driftedOthers, driftedFollowUps, driftedOutcomes].flat().length > 0
    const sums = dryRun ? 0 : await refreshSums(tx, null)
    if (!dryRun) await refreshAllLookalikes(tx)
    if (!dryRun && (drifted || sums > 0))
      await publish(tx, revision, { driftedProjects, driftedItems, driftedOthers, driftedFollowUps })
    return {
      projects,
      items,
      driftedProjects,
      driftedItems,
      driftedOthers,
      driftedFollowUps,
      driftedOutcomes,
    }
  })
}

/** Whether anything speaks of a decision is no column that the trace tells of. */
const asDrifted = ({ id, slug }: InForceChange): Drifted => ({
  subject: { kind: 'decision', id },
  slug,
  from: {},
  to: {},
})

const PAGE = 2000

/** Ids page by page, so that no query grows with the registry. */
async function* pagesOf(next: (after: number) => Promise<{ id: number }[]>): AsyncGenerator<number[]> {
  for (let after = 0; ; ) {
    const ids = (await next(after)).map(({ id }) => id)
    const last = ids.at(-1)
    if (last === undefined) return
    yield ids
    after = last
  }
}

const page = (after: number) =>
  ({ where: { id: { gt: after } }, orderBy: { id: 'asc' }, take: PAGE, select: { id: true } }) as const
const itemIds = (tx: Transaction, after: number) => tx.decisionItem.findMany(page(after))
const projectIds = (tx: Transaction, after: number) => tx.project.findMany(page(after))

async function publish(
  tx: Transaction,
  revision: number,
  {
    driftedProjects,
    driftedItems,
    driftedOthers,
    driftedFollowUps,
  }: Pick<Rebuilt, 'driftedProjects' | 'driftedItems' | 'driftedOthers' | 'driftedFollowUps'>,
) {
  await refreshSearchWords(tx)
  const by = { revision, actor: 'rebuild' }
  await leaveTrace(tx, [
    ...driftedProjects.flatMap(({ id, changes }) => fieldTrace(by, { projectId: id }, changes)),
    ...driftedItems.flatMap(({ id, changes }) => fieldTrace(by, { itemId: id }, changes)),
    ...driftTrace(by, driftedOthers),
    // Outcomes are counted of what is shown, as columns and sums are: that they were wrong is no change of a value.
    ...driftedFollowUps.flatMap(({ id, changes }) => fieldTrace(by, { followUpId: id }, changes)),
  ])
  // What drifted may stand on any page: all that show a list, a decision or an organisation are made anew.
  const tagged = await tx.cacheTag.findMany({ select: { tag: true } })
  await publishRevision(tx, revision, [
    ...tagged.map(({ tag }) => tag),
    ...driftedProjects.map(({ slug }) => tagOf('project', slug)),
    ...driftedOthers.map(({ subject, slug }) =>
      tagOf(subject.kind === 'decision' ? 'decision' : 'organisation', slug),
    ),
  ])
}
