import { DisagreementTask } from '../../../../../../../../components/desk/DisagreementTask.tsx'
import { findDisagreement } from '../../../../../../../../lib/desk/queries.ts'
import { fieldTaskPage } from '../../../field-task-page.tsx'
import { queueMetadata, type TaskProps } from '../../../queue-page.tsx'

const QUEUE = 'disagreements'

export const generateMetadata = ({ params }: TaskProps) => queueMetadata(params, QUEUE)

export default function DisagreementPage(props: TaskProps) {
  return fieldTaskPage({ queue: QUEUE, find: findDisagreement, View: DisagreementTask }, props)
}
