import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { MESSAGES } from '../../lib/i18n/messages.ts'
import type { Locale } from '../../lib/paths.ts'

/** What a component sends to a browser, without its scripts. */
export const htmlOf = (element: ReactNode, locale: Locale = 'sv'): string =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={MESSAGES[locale]} timeZone="Europe/Stockholm">
      {element}
    </NextIntlClientProvider>,
  )
