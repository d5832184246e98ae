import 'server-only'
import type { ReportStatus } from '../../prisma/generated/enums.ts'
import { actAsStaff, type Refusal } from '../auth/guard.ts'
import type { Staff } from '../auth/session.ts'
import type { Transaction } from '../db.ts'
import type { Acting } from '../registry/acting.ts'
import { leaveTrace } from '../registry/trace.ts'
import { ok, problem, type Result } from '../result.ts'
import { acceptedTrace } from './accept.ts'
import { claim } from './claim.ts'
import { currentRevision } from './revision.ts'
import { type MessageError, readMessage } from './schema.ts'
import { tidyReports } from './tidy.ts'

/** What an editor can answer without a correction: a question, a refusal, that it was mended in another way. */
export const ANSWERS = ['ask', 'decline', 'mended'] as const
export type Answer = (typeof ANSWERS)[number]

export type AnswerInput = {
  id: number
  /** Of the report as the editor read it. */
  version: number
  as: Answer
  /** To the reporter. */
  text: string
}

/** What somebody else answered meanwhile. */
export type Meanwhile = { status: ReportStatus; by: string | null; at: Date | null; text: string | null }
export type AnswerProblem =
  | { kind: 'missing' }
  | { kind: 'text'; error: MessageError }
  | { kind: 'stale'; version: number; now: Meanwhile }

const STATUS = { ask: 'ASKED', decline: 'DECLINED', mended: 'ACCEPTED' } as const satisfies Record<
  Answer,
  ReportStatus
>

/**
 * Answers a report, over the version that was read: of two who answer at once one is told what the other said. Whoever
 * left an e-mail is told afterwards: `tellReporter` of lib/reports/tell.ts.
 */
export function answerReport({
  id,
  version,
  as,
  text,
}: AnswerInput): Promise<Result<{ status: ReportStatus }, AnswerProblem | Refusal>> {
  return actAsStaff<{ status: ReportStatus }, AnswerProblem>('reports.handle', async (tx, staff) => {
    const message = readMessage(text)
    if (!message.ok) return problem({ kind: 'text', error: message.problem })
    const to = STATUS[as]
    const claimed = await claim(tx, { id, version, by: staff.id, to })
    if (!claimed) return problem(await whyNot(tx, id))
    await tx.reportMessage.create({ data: { reportId: id, userId: staff.id, text: message.value } })
    const by = await byOf(tx, staff)
    if (to === 'ACCEPTED') await leaveTrace(tx, [acceptedTrace(by, id, claimed)])
    else await leaveTrace(tx, [{ ...by, action: ACTIONS[to], reportId: id, from: claimed.from, to }])
    await tidyReports(tx)
    return ok({ status: to })
  })
}

const ACTIONS = { ASKED: 'reportAsked', DECLINED: 'reportDeclined' } as const

const byOf = async (tx: Transaction, { id, role }: Staff): Promise<Acting['by']> => ({
  actor: role === 'ADMINISTRATOR' ? 'administrator' : 'editor',
  userId: id,
  revision: await currentRevision(tx),
})

async function whyNot(tx: Transaction, id: number): Promise<AnswerProblem> {
  const report = await tx.report.findUnique({ where: { id }, select: forMeanwhile })
  if (!report) return { kind: 'missing' }
  const { version, status, handledBy, handledAt, messages } = report
  const now = { status, by: handledBy?.name ?? null, at: handledAt, text: messages[0]?.text ?? null }
  return { kind: 'stale', version, now }
}

const forMeanwhile = {
  version: true,
  status: true,
  handledAt: true,
  handledBy: { select: { name: true } },
  messages: { select: { text: true }, orderBy: { id: 'desc' }, take: 1 },
} as const
