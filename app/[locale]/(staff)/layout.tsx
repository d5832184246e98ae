import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { pageLocale } from '../page-locale.ts'

type Props = { children: ReactNode; params: Promise<{ locale: string }> }

/** For one person, each time anew: never kept, in no list. Who may read is asked by each page itself (lib/auth/page.ts). */
export const dynamic = 'force-dynamic'
export const metadata: Metadata = { robots: { index: false, follow: false } }

export default async function StaffLayout({ children, params }: Props) {
  await pageLocale(params)
  return children
}
