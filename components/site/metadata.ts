import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { type Address, type Locale, pathOf } from '../../lib/paths.ts'

type About = {
  locale: Locale
  here: Address
  title: string
  description: string
  isStart?: boolean
  noIndex?: boolean
}

/** What search engines and shared links say of a page: its one address, and the same page in the other language. */
export function pageMetadata({ locale, here, title, description, isStart, noIndex }: About): Metadata {
  const url = pathOf(locale, here)
  return {
    title: isStart ? { absolute: `Fondspår – ${title}` } : title,
    description,
    alternates: {
      canonical: url,
      languages: { sv: pathOf('sv', here), en: pathOf('en', here), 'x-default': pathOf('sv', here) },
    },
    openGraph: {
      title,
      description,
      url,
      siteName: 'Fondspår',
      type: 'website',
      locale: locale === 'sv' ? 'sv_SE' : 'en_GB',
    },
    ...(noIndex && { robots: { index: false, follow: true } }),
  }
}

/** Of a page that there is none of. */
export async function missingMetadata(): Promise<Metadata> {
  const t = await getTranslations('notFound')
  return { title: t('title'), robots: { index: false } }
}
