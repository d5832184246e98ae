import { type EditPageProps, editMetadata, editPageOf } from '../../_correcting/edit-page.tsx'

type Props = EditPageProps<'slug'>

export const generateMetadata = ({ params }: Props) => editMetadata(params)

export default async function EditProjectPage({ params, searchParams }: Props) {
  return editPageOf({ kind: 'project', key: (await params).slug, params, searchParams })
}
