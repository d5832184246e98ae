import 'server-only'
import { callerAddress } from '../auth/address.ts'
import { isOwnOrigin } from '../auth/origin.ts'
import { asOneAct, database, type Transaction } from '../db.ts'
import { type Locale, pathOf } from '../paths.ts'
import type { FieldView } from '../projects/view.ts'
import { ok, problem, type Result } from '../result.ts'
import type { About } from './about.ts'
import { aboutRow, addressKeyOf, addressLimit, findSame, type Limit, otherLimit } from './limits.ts'
import { readWritten, type Written, type WrittenErrors } from './schema.ts'
import { checkStamp } from './stamp.ts'
import { findSubject } from './subject.ts'
import { tidyReports } from './tidy.ts'
import { hashToken, tokenOf } from './token.ts'
import type { ReportSubject } from './view.ts'

/** A report as a form sends it. */
export type ReportInput = Written & {
  about: About
  /** The language that answers are given in. */
  locale: Locale
  /** lib/reports/stamp.ts */
  stamp: string
  /** What stands in the field that people do not see. */
  trap: string
}

export type SendProblem =
  | { kind: 'foreign' | 'trap' | 'early' | 'old' | 'missing' | 'same' }
  | { kind: 'written'; errors: WrittenErrors }
  | { kind: 'limit'; limit: Limit }

/** The report's number, and what the reporter's link to it holds. Not new: the button was pressed twice. */
export type Sent = { id: number; token: string; isNew: boolean }

/**
 * Takes in what a visitor says is wrong. Nobody has to be signed in: the request has to come from our own form, opened a
 * while ago, and from an address that has not sent much. `inWords` writes a value as the page showed it.
 */
export async function sendReport(
  input: ReportInput,
  inWords: (field: FieldView, period: string | null) => string,
): Promise<Result<Sent, SendProblem>> {
  const refused = await refusalOf(input)
  if (refused) return problem(refused)
  const written = readWritten(input)
  if (!written.ok) return problem({ kind: 'written', errors: written.problem })
  const subject = await findSubject(input.about)
  if (!subject) return problem({ kind: 'missing' })
  const shown =
    subject.field && inWords(subject.field, subject.record?.period ?? null).slice(0, LONGEST_SHOWN)
  return keep({ ...written.value, subject, shown, locale: input.locale, address: await callerAddress() })
}

/** A description is long, and its page has it. */
const LONGEST_SHOWN = 500

/** Why a form is not even read. */
async function refusalOf({ trap, stamp, about }: ReportInput): Promise<SendProblem | null> {
  if (!(await isOwnOrigin())) return { kind: 'foreign' }
  if (trap !== '') return { kind: 'trap' }
  const state = checkStamp(stamp, about)
  return state === 'good' ? null : { kind: state }
}

type Kept = Written & { subject: ReportSubject; shown: string | null; locale: Locale; address: string }

/** An address that has sent enough is refused before it makes anybody wait; then one report at a time is counted and kept. */
async function keep(report: Kept): Promise<Result<Sent, SendProblem>> {
  const early = await addressLimit(database(), report.address)
  if (early) return sameOr(report, { kind: 'limit', limit: early })
  return asOneAct(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('reports', 0))`
      const same = await sentBefore(tx, report)
      if (same) return same
      await tidyReports(tx)
      const limit = (await addressLimit(tx, report.address)) ?? (await otherLimit(tx, rowOf(report)))
      if (limit) return problem({ kind: 'limit', limit } as const)
      return ok(await insert(tx, report))
    },
    { longest: LONGEST_WAIT },
  )
}

/** Milliseconds. */
const LONGEST_WAIT = 10_000

/** Pressing twice is no second report, even by who has sent all that they may. */
const sameOr = async (report: Kept, otherwise: SendProblem) =>
  (await sentBefore(database(), report)) ?? problem(otherwise)

const rowOf = ({ subject }: Kept) => aboutRow(subject.record?.columns ?? {}, subject.about.key)

/** Milliseconds in which the same from the same address is the same press of the button. */
const SAME_PRESS = 10 * 60_000

/** The same words about the same record: who pressed twice is led to the report, others are told that it has come in. */
async function sentBefore(tx: Transaction, report: Kept): Promise<Result<Sent, SendProblem> | null> {
  const same = await findSame(tx, rowOf(report), {
    field: report.subject.about.field,
    suggestion: report.suggestion,
  })
  if (!same) return null
  const isOwn =
    same.addressKey === addressKeyOf(report.address, same.at) &&
    same.at.getTime() > Date.now() - SAME_PRESS &&
    (same.whereItStands ?? '') === report.where &&
    (same.email ?? '') === report.email
  return isOwn ? ok({ id: same.id, token: tokenOf(same.id), isNew: false }) : problem({ kind: 'same' })
}

async function insert(tx: Transaction, report: Kept): Promise<Sent> {
  const [next] = await tx.$queryRaw<{ id: number }[]>`SELECT nextval('report_id_seq')::int AS id`
  if (!next) throw new Error('a sequence has no next value')
  const { id } = next
  const token = tokenOf(id)
  const { subject, shown, suggestion, where, email, locale, address } = report
  const at = new Date()
  await tx.report.create({
    data: {
      id,
      tokenHash: hashToken(token),
      ...subject.record?.columns,
      at,
      page: subject.record ? pathOf(locale, subject.record.address) : subject.about.key,
      field: subject.about.field,
      shown,
      suggestion,
      whereItStands: where || null,
      email: email || null,
      locale,
      addressKey: addressKeyOf(address, at),
    },
  })
  return { id, token, isNew: true }
}
