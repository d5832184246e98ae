import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { codeLabel } from '../../../../../../../../components/desk/code-label.ts'
import { TaskFrame } from '../../../../../../../../components/desk/TaskFrame.tsx'
import { WarningTask } from '../../../../../../../../components/desk/WarningTask.tsx'
import { StaffFrame } from '../../../../../../../../components/staff/StaffFrame.tsx'
import { queueAddress, taskAddress } from '../../../../../../../../lib/desk/addresses.ts'
import { countWarnings, findWarning, warningNeighbours } from '../../../../../../../../lib/desk/queries.ts'
import { readId } from '../../../../../../../../lib/desk/task-key.ts'
import { pathOf } from '../../../../../../../../lib/paths.ts'
import { lookAction } from '../../../actions.ts'
import { hiddenFor, noticeOf, openTask, queueMetadata, type TaskProps } from '../../../queue-page.tsx'

const QUEUE = 'warnings'

export const generateMetadata = ({ params }: TaskProps) => queueMetadata(params, QUEUE)

export default async function WarningPage(props: TaskProps) {
  const here = await openTask(QUEUE, props)
  const { filter, locale } = here
  const id = readId(here.key)
  const task = id && (await findWarning(id))
  if (!task) notFound()
  const [neighbours, left, notice] = await Promise.all([
    warningNeighbours(filter, id),
    countWarnings(filter),
    noticeOf(here),
  ])
  const { next } = neighbours
  const then = pathOf(locale, next ? taskAddress(QUEUE, next, filter) : queueAddress(QUEUE, filter))
  const t = await getTranslations()
  return (
    <StaffFrame here={taskAddress(QUEUE, String(id), filter)}>
      <TaskFrame
        queue={QUEUE}
        filter={filter}
        left={left}
        title={codeLabel(t, task.code)}
        lead={task[locale]}
        record={task.record}
        field={task.field}
        neighbours={neighbours}
        isOpen={task.lookedAt === null}
        keys={['look']}
        notice={notice}
      >
        <WarningTask
          key={id}
          task={task}
          action={lookAction}
          hidden={{ ...hiddenFor(here), key: String(id) }}
          then={then}
        />
      </TaskFrame>
    </StaffFrame>
  )
}
