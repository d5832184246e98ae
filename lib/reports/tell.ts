import 'server-only'
import { createTranslator } from 'next-intl'
import { database } from '../db.ts'
import { MESSAGES, type Messages } from '../i18n/messages.ts'
import { canSendMail, sendMail } from '../mail/send.ts'
import { asLocale, pathOf } from '../paths.ts'
import { siteOrigin } from '../site.ts'
import { hashToken, tokenOf } from './token.ts'

/** How many new reports within a day an address is told of: anybody can give somebody else's. */
const TOLD_A_DAY = 5

/** Whether the address that was left with a new report may be told of it: its page has the link in any case. */
export async function mayTellOfNew(reportId: number): Promise<boolean> {
  const [row] = await database().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM report r JOIN report o ON o.email = r.email
    WHERE r.id = ${reportId} AND o.at > now() - interval '1 day'`
  return (row?.count ?? 0) <= TOLD_A_DAY
}

/**
 * Tells a reporter who left an e-mail how the report stands, with the link to it; after the transaction that changed it.
 * The mail holds nothing that anybody wrote: the address may be another's than the reporter's. False where nothing was
 * sent: no address, no mail server, or it did not take it.
 */
export async function tellReporter(reportId: number): Promise<boolean> {
  if (!canSendMail()) return false
  const report = await database().report.findUnique({
    where: { id: reportId },
    select: { email: true, locale: true, status: true, tokenHash: true },
  })
  if (!report?.email) return false
  const token = tokenOf(reportId)
  // With another secret than the report was sent under no link can be made: the reporter has the first one.
  if (hashToken(token) !== report.tokenHash) return false
  const locale = asLocale(report.locale)
  const t = createTranslator<Messages, 'reports'>({
    locale,
    messages: MESSAGES[locale],
    namespace: 'reports',
  })
  const address = siteOrigin() + pathOf(locale, { page: 'reports', slug: token })
  return sendMail({
    to: report.email,
    subject: t(`mail.${report.status}.subject`),
    text: t(`mail.${report.status}.text`, { address }),
  })
}
