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
import type { FollowUpContent } from './content.ts'
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
  if (typeof stated.decision?.value === 'string') {
    const meant = await decisionMeant(tx, stated.decision.value)
    if (meant.ok) stated.decision = plain(meant.value)
    else say('decision', meant.problem)
  }
  return { stated, problems }
}
