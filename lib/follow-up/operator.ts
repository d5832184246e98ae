import 'server-only'
import { asOneAct, type Transaction } from '../db.ts'
import { numberKey } from '../matching/keys.ts'
import { lockRegistry, publishRevision } from '../registry/revision.ts'
import { settle } from '../registry/settle.ts'
import { nothingTouched } from '../registry/touched.ts'
import { FollowUpContent } from './content.ts'
import { isFollowUpKind } from './kinds.ts'
import { prepareFollowUp } from './prepare.ts'
import { publishAll, type ToPublish } from './publish.ts'

/** A follow-up as a file gives it: of a project by its number, typed as an editor would type it. */
export type GivenFollowUp = {
  project: string
  kind: string
  fields: Record<string, string>
  rows: Record<string, string>[]
}

/**
 * Publishes invented follow-ups of the sample's invented projects, marked as examples, as one act. Projects that have follow-ups
 * already are left alone, so that loading the sample again adds nothing. Returns how many were published.
 * @throws with what is wrong with the first that cannot be
 */
export function attachExamples(given: readonly GivenFollowUp[]): Promise<number> {
  return asOneAct(async (tx) => {
    const revision = await lockRegistry(tx)
    const noting = { by: { actor: 'operator', revision }, touched: nothingTouched(), told: [] }
    const due = await withoutFollowUps(tx, given)
    const rows: ToPublish[] = []
    for (const one of due) rows.push(await prepared(tx, one))
    if (rows.length === 0) return 0
    await publishAll(tx, noting, rows)
    const { tags } = await settle(tx, { ...noting, names: [] })
    await publishRevision(tx, revision, tags)
    return rows.length
  })
}

type Due = GivenFollowUp & { projectId: number }

async function withoutFollowUps(tx: Transaction, given: readonly GivenFollowUp[]): Promise<Due[]> {
  const identifiers = await tx.projectIdentifier.findMany({
    where: { key: { in: [...new Set(given.map(({ project }) => numberKey(project)))] } },
    select: {
      key: true,
      project: { select: { id: true, isSample: true, _count: { select: { followUps: true } } } },
    },
  })
  const projects = new Map(identifiers.map(({ key, project }) => [key, project]))
  return given.flatMap((one) => {
    const project = projects.get(numberKey(one.project))
    // Nothing invented is ever attached to a real project.
    if (!project?.isSample) throw new Error(`${one.project} is no project of the sample`)
    return project._count.followUps > 0 ? [] : [{ ...one, projectId: project.id }]
  })
}

async function prepared(
  tx: Transaction,
  { project, projectId, kind, fields, rows }: Due,
): Promise<ToPublish> {
  if (!isFollowUpKind(kind)) throw new Error(`${project}: ${kind} is no kind of follow-up`)
  const content = FollowUpContent.parse({
    fields,
    rows: rows.map((row, at) => ({ id: `r${at + 1}`, fields: row })),
  })
  const to = { projectId }
  const { stated, problems } = await prepareFollowUp(tx, { kind, to, content, hasFile: false })
  const [wrong] = problems
  if (wrong) throw new Error(`${project}, ${kind}: ${JSON.stringify(wrong)}`)
  return { draftId: null, to, kind, content, stated, fileId: null, batchId: null, isExample: true }
}
