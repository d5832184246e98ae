import { DisagreementTask } from '../../../../../../../../components/desk/DisagreementTask.tsx'
import { findDisagreement } from '../../../../../../../../lib/desk/queries.ts'
import { readOutcomeKey } from '../../../../../../../../lib/desk/task-key.ts'
import { fieldTaskPage } from '../../../field-task-page.tsx'
import { outcomeTaskPage } from '../../../outcome-task-page.tsx'
import { queueMetadata, type TaskProps } from '../../../queue-page.tsx'

const QUEUE = 'disagreements'

export const generateMetadata = ({ params }: TaskProps) => queueMetadata(params, QUEUE)

export default async function DisagreementPage(props: TaskProps) {
  const outcome = readOutcomeKey((await props.params).key)
  if (outcome) return outcomeTaskPage(outcome, props)
  return fieldTaskPage({ queue: QUEUE, find: findDisagreement, View: DisagreementTask }, props)
}
