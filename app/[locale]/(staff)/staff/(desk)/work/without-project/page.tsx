import { QueueView } from '../../../../../../../components/desk/QueueView.tsx'
import { UnlinkedTable } from '../../../../../../../components/desk/UnlinkedTable.tsx'
import { StaffFrame } from '../../../../../../../components/staff/StaffFrame.tsx'
import { queueAddress } from '../../../../../../../lib/desk/addresses.ts'
import { listUnlinked } from '../../../../../../../lib/desk/queries.ts'
import { beginWith, noticeOf, openQueue, type QueueProps, queueMetadata } from '../../queue-page.tsx'

const QUEUE = 'unlinked'

export const generateMetadata = ({ params }: QueueProps) => queueMetadata(params, QUEUE)

export default async function UnlinkedPage(props: QueueProps) {
  const here = await openQueue(QUEUE, props)
  const { filter } = here
  const [list, notice] = await Promise.all([listUnlinked(filter), noticeOf(here)])
  beginWith(list.rows[0]?.id.toString(), here)
  return (
    <StaffFrame here={queueAddress(QUEUE, filter)}>
      <QueueView queue={QUEUE} filter={filter} list={list} notice={notice}>
        <UnlinkedTable rows={list.rows} filter={filter} />
      </QueueView>
    </StaffFrame>
  )
}
