import 'server-only'
import type { FollowUpKind } from '../../prisma/generated/enums.ts'
import { knownEvidence } from '../corrections/known-evidence.ts'
import { plain } from '../corrections/readers.ts'
import { secretsOf } from '../corrections/secrets.ts'
import { readTyped } from '../corrections/values.ts'
import type { Transaction } from '../db.ts'
import { decisionMeant } from '../decisions/meant.ts'
import type { Sentence } from '../documents/parse/reading.ts'
import { dayInSweden } from '../format.ts'
import { dayOf } from '../registry/sayings.ts'
import type { FollowUpContent } from './content.ts'
import type { Background } from './flags.ts'
import { namingProblems } from './naming.ts'
import type { AttachedTo } from './publish.ts'
import { forPromise, promiseIn } from './said.ts'
import { type ContentProblem, readStated, type Stated } from './stated.ts'

type About = { kind: FollowUpKind; to: AttachedTo; content: FollowUpContent; hasFile: boolean }

/**
 * What a follow-up as it was typed states, with everything that is wrong with it: what cannot be read, what is missing, what
 * names somebody, sources and decisions that are not there.
 */
export async function prepareFollowUp(
  tx: Transaction,
  { kind, to, content, hasFile }: About,
): Promise<{ stated: Stated; problems: ContentProblem[] }> {
  const read = (field: string, typed: Parameters<typeof readTyped>[2]) => readTyped('followUp', field, typed)
  const today = dayInSweden(new Date())
  const { stated, problems } = readStated({ kind, content, hasFile, today }, read)
  const say = (field: string, why: Sentence) => problems.push({ row: null, field, why })
  const secrets = await secretsOf(tx, [
    'projectId' in to ? { kind: 'project', id: to.projectId } : { kind: 'item', id: to.itemId },
  ])
  problems.push(...namingProblems(stated, secrets))
  if (typeof stated.sourceUrl?.value === 'string') {
    const evidence = await knownEvidence(tx, stated.sourceUrl.value)
    if (!evidence.ok) say('sourceUrl', evidence.problem)
  }
  if (typeof stated.decision?.value === 'string') {
    const meant = await decisionMeant(tx, stated.decision.value)
    if (meant.ok) stated.decision = plain(meant.value)
    else say('decision', meant.problem)
  }
  return { stated, problems }
}

/** What figures of a follow-up are held against. */
export async function backgroundOf(tx: Transaction, to: AttachedTo): Promise<Background> {
  const project =
    'projectId' in to
      ? await tx.project.findUnique({ where: { id: to.projectId }, select: forBackground })
      : null
  if (!project) return NOTHING_KNOWN
  const known = new Map(
    project.outcomes.map(
      ({ measure, value, asOf }) => [measure, { value: value.toNumber(), asOf: dayOf(asOf) }] as const,
    ),
  )
  return { ...promiseIn(project, known), known }
}

/** Figures of an entry that led to no project are held against nothing. */
const NOTHING_KNOWN: Background = {
  planned: null,
  budget: null,
  support: null,
  startDate: null,
  endDate: null,
  known: new Map(),
}

const forBackground = {
  ...forPromise,
  outcomes: { select: { measure: true, value: true, asOf: true } },
} as const
