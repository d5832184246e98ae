import { type EditPageProps, editMetadata, editPageOf } from '../../_correcting/edit-page.tsx'

type Props = EditPageProps<'slug'>

export const generateMetadata = ({ params }: Props) => editMetadata(params)

export default async function EditDecisionPage({ params, searchParams }: Props) {
  return editPageOf({ kind: 'decision', key: (await params).slug, params, searchParams })
}
