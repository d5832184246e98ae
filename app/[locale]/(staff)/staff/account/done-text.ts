import { getTranslations } from 'next-intl/server'
import { MESSAGES } from '../../../../../lib/i18n/messages.ts'

type Done = keyof (typeof MESSAGES)['sv']['accounts']['done']
const isDone = (value: unknown): value is Done =>
  typeof value === 'string' && Object.hasOwn(MESSAGES.sv.accounts.done, value)

/** What the address of a page says was done just now, in a sentence; null where it says nothing that we know. */
export async function doneText(done: unknown): Promise<string | null> {
  return isDone(done) ? (await getTranslations('accounts.done'))(done) : null
}
