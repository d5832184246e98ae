import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DisagreementTask } from '../../../../../../../../components/desk/DisagreementTask.tsx'
import { fieldLabel } from '../../../../../../../../components/desk/field-label.ts'
import { TaskFrame } from '../../../../../../../../components/desk/TaskFrame.tsx'
import { StaffFrame } from '../../../../../../../../components/staff/StaffFrame.tsx'
import { requirePage } from '../../../../../../../../lib/auth/page.ts'
import { taskAddress } from '../../../../../../../../lib/desk/addresses.ts'
import { readFilter, wholeOf } from '../../../../../../../../lib/desk/filter.ts'
import {
  countFieldTasks,
  fieldNeighbours,
  findDisagreement,
} from '../../../../../../../../lib/desk/queries.ts'
import { keyText, readKey } from '../../../../../../../../lib/desk/task-key.ts'
import { pageLocale } from '../../../../../../page-locale.ts'
import { decideAction } from '../../../actions.ts'
import { hiddenFor, noticeOf, queueMetadata, type TaskProps } from '../../../queue-page.tsx'

const QUEUE = 'disagreements'

export const generateMetadata = ({ params }: TaskProps) => queueMetadata(params, QUEUE)

export default async function DisagreementPage({ params, searchParams }: TaskProps) {
  const locale = await pageLocale(params)
  const { id: staffId } = await requirePage('desk.read')
  const key = readKey((await params).key)
  const asked = await searchParams
  const filter = wholeOf(readFilter(asked, locale))
  const here = { queue: QUEUE, filter, params: asked, locale, staffId } as const
  const task = key && (await findDisagreement(key))
  if (!key || !task) notFound()
  const [neighbours, left, notice] = await Promise.all([
    fieldNeighbours(QUEUE, filter, key),
    countFieldTasks(QUEUE, filter),
    noticeOf(here),
  ])
  const hidden = { ...hiddenFor(here), key: keyText(key) }
  const t = await getTranslations()
  return (
    <StaffFrame here={taskAddress(QUEUE, keyText(key), filter)}>
      <TaskFrame
        queue={QUEUE}
        filter={filter}
        left={left}
        title={fieldLabel(t, key.field)}
        record={task.record}
        field={key.field}
        neighbours={neighbours}
        isOpen={task.isOpen}
        keys={['choose', 'right']}
        notice={notice}
      >
        <DisagreementTask key={keyText(key)} task={task} action={decideAction} hidden={hidden} />
      </TaskFrame>
    </StaffFrame>
  )
}
