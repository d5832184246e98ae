import { type EditPageProps, editMetadata, editPageOf } from '../../_correcting/edit-page.tsx'

type Props = EditPageProps<'id'>

export const generateMetadata = ({ params }: Props) => editMetadata(params)

export default async function EditEntryPage({ params, searchParams }: Props) {
  return editPageOf({ kind: 'item', key: (await params).id, params, searchParams })
}
