import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ComponentType } from 'react'
import { fieldLabel } from '../../../../../components/desk/field-label.ts'
import type { DeskAction } from '../../../../../components/desk/form-state.ts'
import { TaskFrame } from '../../../../../components/desk/TaskFrame.tsx'
import { StaffFrame } from '../../../../../components/staff/StaffFrame.tsx'
import { taskAddress } from '../../../../../lib/desk/addresses.ts'
import type { FieldQueue } from '../../../../../lib/desk/field-tasks.ts'
import { countFieldTasks, fieldNeighbours } from '../../../../../lib/desk/queries.ts'
import { type FieldTaskKey, keyText, readKey } from '../../../../../lib/desk/task-key.ts'
import type { ChangeView, DisagreementView } from '../../../../../lib/desk/view.ts'
import { decideAction } from './actions.ts'
import { hiddenFor, noticeOf, openTask, type TaskProps } from './queue-page.tsx'

type Kind<Task> = {
  queue: FieldQueue
  find: (key: FieldTaskKey) => Promise<Task | null>
  View: ComponentType<{ task: Task; action: DeskAction; hidden: Readonly<Record<string, string>> }>
}

/** One field of a queue, to be decided. */
export async function fieldTaskPage<Task extends ChangeView | DisagreementView>(
  { queue, find, View }: Kind<Task>,
  props: TaskProps,
) {
  const here = await openTask(queue, props)
  const { filter } = here
  const key = readKey(here.key)
  const task = key && (await find(key))
  if (!key || !task) notFound()
  const [neighbours, left, notice] = await Promise.all([
    fieldNeighbours(queue, filter, key),
    countFieldTasks(queue, filter),
    noticeOf(here),
  ])
  const hidden = { ...hiddenFor(here), key: keyText(key) }
  const t = await getTranslations()
  return (
    <StaffFrame here={taskAddress(queue, keyText(key), filter)}>
      <TaskFrame
        queue={queue}
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
        <View key={keyText(key)} task={task} action={decideAction} hidden={hidden} />
      </TaskFrame>
    </StaffFrame>
  )
}
