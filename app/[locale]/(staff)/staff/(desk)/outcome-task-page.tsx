import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { OutcomeTask } from '../../../../../components/desk/OutcomeTask.tsx'
import { TaskFrame } from '../../../../../components/desk/TaskFrame.tsx'
import { measureLabel } from '../../../../../components/outcome/figure-text.ts'
import { StaffFrame } from '../../../../../components/staff/StaffFrame.tsx'
import { taskAddress } from '../../../../../lib/desk/addresses.ts'
import { countFieldTasks, fieldNeighbours, findOutcomeDisagreement } from '../../../../../lib/desk/queries.ts'
import { keyText, type OutcomeTaskKey } from '../../../../../lib/desk/task-key.ts'
import { lookAtOutcomeAction } from './actions.ts'
import { hiddenFor, noticeOf, openTask, type TaskProps } from './queue-page.tsx'

const QUEUE = 'disagreements'

/** What sources say differently of what came of a project, to be looked at. */
export async function outcomeTaskPage(key: OutcomeTaskKey, props: TaskProps) {
  const here = await openTask(QUEUE, props)
  const { filter, locale } = here
  const task = await findOutcomeDisagreement(key)
  if (!task) notFound()
  const [neighbours, left, notice] = await Promise.all([
    fieldNeighbours(QUEUE, filter, key),
    countFieldTasks(QUEUE, filter),
    noticeOf(here),
  ])
  const address = taskAddress(QUEUE, keyText(key), filter)
  const t = await getTranslations()
  return (
    <StaffFrame here={address}>
      <TaskFrame
        queue={QUEUE}
        filter={filter}
        left={left}
        title={measureLabel(key.field, task.view.rows, { t, locale })}
        record={task.record}
        neighbours={neighbours}
        isOpen={task.isOpen}
        keys={task.isOpen ? ['choose', 'right'] : []}
        notice={notice}
      >
        <OutcomeTask
          task={task}
          action={lookAtOutcomeAction}
          hidden={{ ...hiddenFor(here), key: keyText(key) }}
          here={address}
        />
      </TaskFrame>
    </StaffFrame>
  )
}
