import 'server-only'
import type { Transaction } from '../db.ts'
import { tagOf } from '../registry/tags.ts'
import { refreshOutcomes } from './outcomes.ts'
import { refoldFollowUps } from './refold.ts'

type Act = {
  /** Follow-ups that were published, corrected or withdrawn. */
  followUps: ReadonlySet<number>
  /** Projects whose own fields or entries changed. */
  projectIds: readonly number[]
  /** Of the change that they are brought in order for. */
  revision: number
}

/** Brings what is shown of follow-ups and what came of their projects in order. Returns the tags of the pages that are old. */
export async function settleFollowUps(
  tx: Transaction,
  { followUps, projectIds, revision }: Act,
): Promise<string[]> {
  if (followUps.size > 0) await refoldFollowUps(tx, [...followUps])
  const about = followUps.size === 0 ? [] : await aboutOf(tx, [...followUps])
  const own = about.flatMap(({ project, item }) => project?.id ?? item?.projectId ?? [])
  const changed = await refreshOutcomes(tx, [...new Set([...projectIds, ...own])], revision)
  const rows = await tx.project.findMany({
    where: { id: { in: [...new Set([...changed, ...own])] } },
    select: { slug: true, owner: { select: { slug: true } } },
  })
  return [
    ...rows.flatMap(({ slug, owner }) => [
      tagOf('project', slug),
      ...(owner ? [tagOf('organisation', owner.slug)] : []),
    ]),
    ...about.flatMap(({ item }) => (item ? [tagOf('decision', item.decision.slug)] : [])),
  ]
}

const aboutOf = (tx: Transaction, ids: number[]) =>
  tx.followUp.findMany({
    where: { id: { in: ids } },
    select: {
      project: { select: { id: true } },
      item: { select: { projectId: true, decision: { select: { slug: true } } } },
    },
  })
