import type { Metadata } from 'next'
import { RecordHistoryView, recordHistoryMetadata } from '../../record-page.tsx'

type Props = { params: Promise<{ locale: string; of: string; slug: string }> }

/** Made when it is first asked for, and kept. */
export const generateStaticParams = () => []

export const generateMetadata = async ({ params }: Props): Promise<Metadata> =>
  recordHistoryMetadata(params, 1)

export default async function RecordHistoryPage({ params }: Props) {
  return <RecordHistoryView params={params} page={1} />
}
