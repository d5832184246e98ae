import { getTranslations } from 'next-intl/server'
import { FieldTaskTable } from '../../../../../../../components/desk/FieldTaskTable.tsx'
import { fieldLabel } from '../../../../../../../components/desk/field-label.ts'
import { QueueView } from '../../../../../../../components/desk/QueueView.tsx'
import { StaffFrame } from '../../../../../../../components/staff/StaffFrame.tsx'
import { requirePage } from '../../../../../../../lib/auth/page.ts'
import { queueAddress } from '../../../../../../../lib/desk/addresses.ts'
import { readFilter } from '../../../../../../../lib/desk/filter.ts'
import { fieldKinds, listFieldTasks } from '../../../../../../../lib/desk/queries.ts'
import { keyText } from '../../../../../../../lib/desk/task-key.ts'
import { pageLocale } from '../../../../../page-locale.ts'
import { beginWith, noticeOf, type QueueProps, queueMetadata } from '../../queue-page.tsx'

const QUEUE = 'changed'

export const generateMetadata = ({ params }: QueueProps) => queueMetadata(params, QUEUE)

export default async function ChangesPage({ params, searchParams }: QueueProps) {
  const locale = await pageLocale(params)
  const { id: staffId } = await requirePage('desk.read')
  const asked = await searchParams
  const filter = readFilter(asked, locale)
  const here = { queue: QUEUE, filter, params: asked, locale, staffId } as const
  const [list, kinds, notice] = await Promise.all([
    listFieldTasks(QUEUE, filter),
    fieldKinds(QUEUE, filter),
    noticeOf(here),
  ])
  beginWith(list.rows[0] && keyText(list.rows[0].key), here)
  const t = await getTranslations()
  const fields = kinds.map(({ field, count }) => ({
    value: field,
    label: `${fieldLabel(t, field)} (${count})`,
  }))
  return (
    <StaffFrame here={queueAddress(QUEUE, filter)}>
      <QueueView
        queue={QUEUE}
        filter={filter}
        choices={[{ key: 'field', label: t('desk.field'), options: fields }]}
        list={list}
        notice={notice}
      >
        <FieldTaskTable queue={QUEUE} filter={filter} rows={list.rows} />
      </QueueView>
    </StaffFrame>
  )
}
