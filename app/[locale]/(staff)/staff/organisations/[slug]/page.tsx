import { MergeSection } from '../../../../../../components/merges/MergeSection.tsx'
import { findMergeOverview } from '../../../../../../lib/organisations/merge-queries.ts'
import { type EditPageProps, editMetadata, editPageOf } from '../../_correcting/edit-page.tsx'

type Props = EditPageProps<'slug'>

export const generateMetadata = ({ params }: Props) => editMetadata(params)

export default async function EditOrganisationPage({ params, searchParams }: Props) {
  const { slug } = await params
  return editPageOf({ kind: 'organisation', key: slug, params, searchParams, more: <Merges slug={slug} /> })
}

/** Asked for when it is shown, and that is after it was asked who may see it. */
async function Merges({ slug }: { slug: string }) {
  const overview = await findMergeOverview(slug)
  return overview && <MergeSection overview={overview} />
}
