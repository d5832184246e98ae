import 'server-only'
import { createTransport } from 'nodemailer'

/** What is sent: plain text, so that nothing in it can be anything else. */
export type Mail = { to: string; subject: string; text: string }

/** Whether a mail server is set: SMTP_URL, and MAIL_FROM for the sender. */
export const canSendMail = (): boolean => Boolean(process.env.SMTP_URL && process.env.MAIL_FROM)

/** Milliseconds that a mail server has for each step. */
const PATIENCE = 10_000

/** For the operator. A server's own words repeat the receiver, and neither that nor a link goes into a log. */
function whyNot(error: unknown): string {
  const { code, command, responseCode } = (error ?? {}) as Record<string, unknown>
  return [code, command, responseCode].filter((part) => part !== undefined).join(' ') || 'unknown'
}

/** Sends a mail. False where no server is set, or it did not take it: then it has to be said another way. */
export async function sendMail({ to, subject, text }: Mail): Promise<boolean> {
  const { SMTP_URL, MAIL_FROM } = process.env
  if (!SMTP_URL || !MAIL_FROM) return false
  try {
    const transport = createTransport({
      url: SMTP_URL,
      connectionTimeout: PATIENCE,
      greetingTimeout: PATIENCE,
      socketTimeout: PATIENCE,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    // As an object, an address is taken as it is: nothing in it becomes a second one.
    await transport.sendMail({ from: MAIL_FROM, to: { name: '', address: to }, subject, text })
    return true
  } catch (error) {
    process.stderr.write(`A mail could not be sent: ${whyNot(error)}\n`)
    return false
  }
}
