import type { Metadata } from 'next'
import { Missing } from '../../../../../../../components/site/Missing.tsx'
import { missingMetadata } from '../../../../../../../components/site/metadata.ts'
import { pageLocale } from '../../../../../page-locale.ts'
import { EarlierStateView, earlierMetadata } from '../../../earlier-page.tsx'
import { readPart } from '../../../part.ts'
import { RecordHistoryView, recordHistoryMetadata } from '../../../record-page.tsx'

type Props = { params: Promise<{ locale: string; of: string; slug: string; part: string }> }

/** Made when it is first asked for, and kept. */
export const generateStaticParams = () => []

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params)
  const part = readPart((await params).part)
  if (part?.kind === 'page') return recordHistoryMetadata(params, part.page)
  return part ? earlierMetadata(params, part.revision) : missingMetadata()
}

/** A further page of a record's history, or the record as it was after one of its changes. */
export default async function HistoryPartPage({ params }: Props) {
  await pageLocale(params)
  const part = readPart((await params).part)
  if (part?.kind === 'page') return <RecordHistoryView params={params} page={part.page} />
  return part ? <EarlierStateView params={params} revision={part.revision} /> : <Missing />
}
