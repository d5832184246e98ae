import type { ReactNode } from 'react'
import { SampleBanner } from '../../../components/site/SampleBanner.tsx'
import { containsSample } from '../../../lib/registry/sample.ts'
import { pageLocale } from '../page-locale.ts'

type Props = { children: ReactNode; params: Promise<{ locale: string }> }

export default async function PublicLayout({ children, params }: Props) {
  await pageLocale(params)
  return (
    <>
      {(await containsSample()) && <SampleBanner />}
      {children}
    </>
  )
}
