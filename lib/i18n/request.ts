import { getRequestConfig } from 'next-intl/server'
import { asLocale } from '../paths.ts'
import { MESSAGES } from './messages.ts'

/** Which texts a request gets: those of the language in its address (setRequestLocale in layouts and pages). */
const requestConfig = getRequestConfig(async ({ requestLocale }) => {
  const locale = asLocale(await requestLocale)
  return { locale, messages: MESSAGES[locale], timeZone: 'Europe/Stockholm' }
})

export default requestConfig
