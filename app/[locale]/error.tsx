'use client'

import { useParams } from 'next/navigation'
import { ErrorText } from '../../components/site/ErrorText.tsx'

/** Something broke while a page was made. */
export default function ErrorPage() {
  const { locale } = useParams()
  return <ErrorText locale={locale === 'en' ? 'en' : 'sv'} />
}
