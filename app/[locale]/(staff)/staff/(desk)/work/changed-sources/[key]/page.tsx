import { ChangeTask } from '../../../../../../../../components/desk/ChangeTask.tsx'
import { findChange } from '../../../../../../../../lib/desk/queries.ts'
import { fieldTaskPage } from '../../../field-task-page.tsx'
import { queueMetadata, type TaskProps } from '../../../queue-page.tsx'

const QUEUE = 'changed'

export const generateMetadata = ({ params }: TaskProps) => queueMetadata(params, QUEUE)

export default function ChangePage(props: TaskProps) {
  return fieldTaskPage({ queue: QUEUE, find: findChange, View: ChangeTask }, props)
}
