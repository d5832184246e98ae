import { getTranslations } from 'next-intl/server'
import { FieldTaskTable } from '../../../../../components/desk/FieldTaskTable.tsx'
import { QueueView } from '../../../../../components/desk/QueueView.tsx'
import { taskLabel } from '../../../../../components/desk/task-label.ts'
import { StaffFrame } from '../../../../../components/staff/StaffFrame.tsx'
import { queueAddress } from '../../../../../lib/desk/addresses.ts'
import type { FieldQueue } from '../../../../../lib/desk/field-tasks.ts'
import { fieldKinds, listFieldTasks } from '../../../../../lib/desk/queries.ts'
import { keyText } from '../../../../../lib/desk/task-key.ts'
import { beginWith, noticeOf, openQueue, type QueueProps } from './queue-page.tsx'

/** The list of a queue whose things are fields. */
export async function fieldQueuePage(queue: FieldQueue, props: QueueProps) {
  const here = await openQueue(queue, props)
  const { filter, locale } = here
  const [list, kinds, notice] = await Promise.all([
    listFieldTasks(queue, filter),
    fieldKinds(queue, filter),
    noticeOf(here),
  ])
  beginWith(list.rows[0] && keyText(list.rows[0].key), here)
  const t = await getTranslations()
  const fields = kinds.map(({ field, count }) => ({
    value: field,
    label: `${taskLabel(field, { t, locale })} (${count})`,
  }))
  return (
    <StaffFrame here={queueAddress(queue, filter)}>
      <QueueView
        queue={queue}
        filter={filter}
        choices={[{ key: 'field', label: t('desk.field'), options: fields }]}
        list={list}
        notice={notice}
      >
        <FieldTaskTable queue={queue} filter={filter} rows={list.rows} />
      </QueueView>
    </StaffFrame>
  )
}
