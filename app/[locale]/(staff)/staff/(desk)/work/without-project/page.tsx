import { QueueView } from '../../../../../../../components/desk/QueueView.tsx'
import { UnlinkedTable } from '../../../../../../../components/desk/UnlinkedTable.tsx'
import { StaffFrame } from '../../../../../../../components/staff/StaffFrame.tsx'
import { requirePage } from '../../../../../../../lib/auth/page.ts'
import { queueAddress } from '../../../../../../../lib/desk/addresses.ts'
import { readFilter } from '../../../../../../../lib/desk/filter.ts'
import { listUnlinked } from '../../../../../../../lib/desk/queries.ts'
import { pageLocale } from '../../../../../page-locale.ts'
import { beginWith, noticeOf, type QueueProps, queueMetadata } from '../../queue-page.tsx'

const QUEUE = 'unlinked'

export const generateMetadata = ({ params }: QueueProps) => queueMetadata(params, QUEUE)

export default async function UnlinkedPage({ params, searchParams }: QueueProps) {
  const locale = await pageLocale(params)
  const { id: staffId } = await requirePage('desk.read')
  const asked = await searchParams
  const filter = readFilter(asked, locale)
  const here = { queue: QUEUE, filter, params: asked, locale, staffId } as const
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
