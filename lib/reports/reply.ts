import 'server-only'
import { isOwnOrigin } from '../auth/origin.ts'
import { asOneAct, type Transaction } from '../db.ts'
import { leaveTrace } from '../registry/trace.ts'
import { ok, problem, type Result } from '../result.ts'
import { currentRevision } from './revision.ts'
import { linksIn, type MessageError, MOST_LINKS, readMessage } from './schema.ts'
import { hashToken, looksLikeToken } from './token.ts'

export type ReplyProblem =
  | { kind: 'foreign' | 'missing' | 'notAsked' }
  | { kind: 'text'; error: MessageError }

/** Answers the editors' question, by whoever has the reporter's link. The report is open again. */
export async function replyToQuestion(token: string, text: string): Promise<Result<null, ReplyProblem>> {
  if (!(await isOwnOrigin())) return problem({ kind: 'foreign' })
  const message = readMessage(text)
  if (!message.ok) return problem({ kind: 'text', error: message.problem })
  if (linksIn(message.value) > MOST_LINKS) return problem({ kind: 'text', error: 'links' })
  if (!looksLikeToken(token)) return problem({ kind: 'missing' })
  return asOneAct((tx) => keep(tx, hashToken(token), message.value), { longest: LONGEST_WAIT })
}

/** Milliseconds. */
const LONGEST_WAIT = 10_000

/** A question is answered once: the second of two answers at once finds the report open. */
async function keep(tx: Transaction, tokenHash: string, text: string): Promise<Result<null, ReplyProblem>> {
  const report = await tx.report.findUnique({ where: { tokenHash }, select: { id: true } })
  if (!report) return problem({ kind: 'missing' })
  const { count } = await tx.report.updateMany({
    where: { id: report.id, status: 'ASKED' },
    data: { status: 'OPEN', version: { increment: 1 } },
  })
  if (count === 0) return problem({ kind: 'notAsked' })
  await tx.reportMessage.create({ data: { reportId: report.id, text } })
  await leaveTrace(tx, [
    {
      actor: 'visitor',
      revision: await currentRevision(tx),
      action: 'reportAnswered',
      reportId: report.id,
      from: 'ASKED',
      to: 'OPEN',
    },
  ])
  return ok(null)
}
