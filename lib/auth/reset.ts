import 'server-only'
import { asOneAct, database } from '../db.ts'
import { canSendMail } from '../mail/send.ts'
import { mailLink } from './account-mail.ts'
import { callerAddress } from './address.ts'
import { leaveEvent, SITE } from './events.ts'
import { countAttempt } from './limits.ts'
import { makeLink } from './links.ts'
import { isOwnOrigin } from './origin.ts'

/** What is answered to somebody who forgot a password: the same whether or not there is such an account. */
export type ResetAnswer = 'mailed' | 'noMail' | 'foreign'

/** Sends a reset to whoever owns an account, and says nothing of whether anybody does, by words or by time. */
export async function askForReset(email: string): Promise<ResetAnswer> {
  if (!(await isOwnOrigin())) return 'foreign'
  if (!canSendMail()) return 'noMail'
  const address = await callerAddress()
  // Not waited for: how long it takes would tell.
  void sendReset(email, address).catch((error: unknown) =>
    process.stderr.write(
      `A reset could not be sent: ${error instanceof Error ? error.message : 'unknown'}\n`,
    ),
  )
  return 'mailed'
}

/** Exported for tests, which have to wait for it. */
export async function sendReset(email: string, address: string): Promise<void> {
  const account = email.trim().toLowerCase().slice(0, 254)
  const attempt = await countAttempt('reset', account, address)
  if (!attempt.ok) return
  const user = await database().user.findUnique({
    where: { email: account },
    select: { id: true, disabledAt: true },
  })
  if (!user || user.disabledAt) return
  const link = await asOneAct(async (tx) => {
    await leaveEvent(tx, user.id, SITE, 'resetAsked')
    // A link that its owner has at hand stays good: strangers may ask as well.
    return makeLink(tx, user.id, SITE, { replaces: false })
  })
  await mailLink(link)
}
