import { AddFollowUp } from '../../../../../../components/follow-up/AddFollowUp.tsx'
import { type EditPageProps, editMetadata, editPageOf } from '../../_correcting/edit-page.tsx'

type Props = EditPageProps<'slug'>

export const generateMetadata = ({ params }: Props) => editMetadata(params)

export default async function EditProjectPage({ params, searchParams }: Props) {
  const { slug } = await params
  return editPageOf({
    kind: 'project',
    key: slug,
    params,
    searchParams,
    more: <AddFollowUp of={{ project: slug }} />,
  })
}
