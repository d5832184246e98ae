import { Missing } from '../../../components/site/Missing.tsx'
import { missingMetadata } from '../../../components/site/metadata.ts'
import { pageLocale } from '../page-locale.ts'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props) {
  await pageLocale(params)
  return missingMetadata()
}

export const generateStaticParams = () => []

/** An address that no page answers to. */
export default async function NowherePage({ params }: Props) {
  await pageLocale(params)
  return <Missing />
}
