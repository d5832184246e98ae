import { AddFollowUp } from '../../../../../../components/follow-up/AddFollowUp.tsx'
import { type EditPageProps, editMetadata, editPageOf } from '../../_correcting/edit-page.tsx'

type Props = EditPageProps<'id'>

export const generateMetadata = ({ params }: Props) => editMetadata(params)

export default async function EditEntryPage({ params, searchParams }: Props) {
  const { id } = await params
  return editPageOf({
    kind: 'item',
    key: id,
    params,
    searchParams,
    more: <AddFollowUp of={{ item: Number(id) }} />,
  })
}
