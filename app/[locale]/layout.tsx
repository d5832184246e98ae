import type { Metadata, Viewport } from 'next'
import { notFound } from 'next/navigation'
import { setRequestLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SkipLink } from '../../components/site/SkipLink.tsx'
import { isLocale } from '../../lib/paths.ts'
import { siteOrigin } from '../../lib/site.ts'
import { fontVariables } from '../fonts.ts'
import '../globals.css'

type Props = { children: ReactNode; params: Promise<{ locale: string }> }

export const generateMetadata = (): Metadata => ({
  metadataBase: new URL(siteOrigin()),
  title: { default: 'Fondspår', template: '%s – Fondspår' },
})

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf8f3' },
    { media: '(prefers-color-scheme: dark)', color: '#121715' },
  ],
}

/** Pages are made when they are first asked for: the build needs no database. */
export const generateStaticParams = () => []

export default async function RootLayout({ children, params }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  setRequestLocale(locale)
  return (
    <html lang={locale} className={fontVariables}>
      <body>
        <SkipLink />
        {children}
      </body>
    </html>
  )
}
