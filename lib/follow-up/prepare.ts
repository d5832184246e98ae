import 'server-only'
import type { FollowUpKind } from '../../prisma/generated/enums.ts'
import { knownEvidence } from '../corrections/known-evidence.ts'
import { secretsOf } from '../corrections/secrets.ts'
import { readTyped } from '../corrections/values.ts'
import type { Transaction } from '../db.ts'
import type { Sentence } from '../documents/parse/reading.ts'
import { dayInSweden } from '../format.ts'
import type { FollowUpContent } from './content.ts'
import type { Background } from './flags.ts'
import { namingProblems } from './naming.ts'
import type { AttachedTo } from './publish.ts'
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
  await resolveDecision(tx, stated, say)
  return { stated, problems }
}

/** A decision is named by the address of its page, or the end of it. */
async function resolveDecision(tx: Transaction, stated: Stated, say: (field: string, why: Sentence) => void) {
  const typed = stated.decision?.value
  if (typeof typed !== 'string') return
  const slug = decodeSafely(/([^/?#\s]+)\/?(?:[?#]\S*)?$/.exec(typed)?.[1] ?? '')
  const decision = await tx.decision.findUnique({ where: { slug }, select: { slug: true, inForce: true } })
  if (decision?.inForce) stated.decision = { value: slug, code: null, precision: null, qualifier: null }
  else say('decision', NO_DECISION)
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const NO_DECISION: Sentence = {
  sv: 'Registret har inget beslut med den adressen. Klistra in adressen till beslutets sida.',
  en: 'The registry has no decision with that address. Paste the address of the decision’s page.',
}

/** What figures of a follow-up are held against. */
export async function backgroundOf(tx: Transaction, to: AttachedTo): Promise<Background> {
  const project =
    'projectId' in to
      ? await tx.project.findUnique({ where: { id: to.projectId }, select: forBackground })
      : null
  const day = (date: Date | null | undefined) => date?.toISOString().slice(0, 10) ?? null
  const kronor = (amount: bigint | null | undefined) => (amount == null ? null : Number(amount))
  const known = (project?.outcomes ?? []).map(
    ({ measure, value, asOf }) => [measure, { value: value.toNumber(), asOf: day(asOf) }] as const,
  )
  return {
    planned: project?.plannedParticipants ?? null,
    budget: kronor(project?.totalBudget),
    support: kronor(project?.grantedSupport),
    startDate: day(project?.startDate),
    endDate: day(project?.endDate),
    known: new Map(known),
  }
}

const forBackground = {
  plannedParticipants: true,
  totalBudget: true,
  grantedSupport: true,
  startDate: true,
  endDate: true,
  outcomes: { select: { measure: true, value: true, asOf: true } },
} as const
