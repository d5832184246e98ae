import { notFound } from 'next/navigation'
import { TaskFrame } from '../../../../../../../../components/desk/TaskFrame.tsx'
import { UnlinkedTask } from '../../../../../../../../components/desk/UnlinkedTask.tsx'
import { StaffFrame } from '../../../../../../../../components/staff/StaffFrame.tsx'
import { taskAddress } from '../../../../../../../../lib/desk/addresses.ts'
import { countUnlinked, findUnlinked, unlinkedNeighbours } from '../../../../../../../../lib/desk/queries.ts'
import { readId } from '../../../../../../../../lib/desk/task-key.ts'
import { linkAction } from '../../../actions.ts'
import { asked, hiddenFor, noticeOf, openTask, queueMetadata, type TaskProps } from '../../../queue-page.tsx'

const QUEUE = 'unlinked'

export const generateMetadata = ({ params }: TaskProps) => queueMetadata(params, QUEUE)

export default async function UnlinkedEntryPage(props: TaskProps) {
  const here = await openTask(QUEUE, props)
  const { filter } = here
  const id = readId(here.key)
  const typed = asked(here.params, 'find', here.locale).trim()
  const task = id && (await findUnlinked(id, typed))
  if (!task) notFound()
  const [neighbours, left, notice] = await Promise.all([
    unlinkedNeighbours(filter, id),
    countUnlinked(filter),
    noticeOf(here),
  ])
  return (
    <StaffFrame here={taskAddress(QUEUE, String(id), filter)}>
      <TaskFrame
        queue={QUEUE}
        filter={filter}
        left={left}
        title={task.name}
        titleLang="sv"
        record={task.record}
        neighbours={neighbours}
        isOpen={task.isOpen}
        keys={['choose', 'find']}
        notice={notice}
      >
        <UnlinkedTask
          key={id}
          task={task}
          filter={filter}
          typed={typed}
          action={linkAction}
          hidden={{ ...hiddenFor(here), key: String(id) }}
        />
      </TaskFrame>
    </StaffFrame>
  )
}
