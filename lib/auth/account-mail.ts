import 'server-only'
import { createTranslator } from 'next-intl'
import { MESSAGES, type Messages } from '../i18n/messages.ts'
import { sendMail } from '../mail/send.ts'
import { asLocale } from '../paths.ts'
import { linkAddress, type MadeLink } from './links.ts'

/** Sends a link to whom it is for, in the language of the account. False where it could not be sent. */
export function mailLink(link: MadeLink): Promise<boolean> {
  const locale = asLocale(link.locale)
  const t = createTranslator<Messages, 'accounts'>({
    locale,
    messages: MESSAGES[locale],
    namespace: 'accounts',
  })
  const part = link.kind === 'INVITATION' ? 'invitation' : 'reset'
  const text = t(`mail.${part}.text`, { name: link.name, address: linkAddress(link) })
  return sendMail({ to: link.email, subject: t(`mail.${part}.subject`), text })
}
