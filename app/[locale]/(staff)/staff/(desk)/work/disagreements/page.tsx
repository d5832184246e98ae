import { fieldQueuePage } from '../../field-queue-page.tsx'
import { type QueueProps, queueMetadata } from '../../queue-page.tsx'

const QUEUE = 'disagreements'

export const generateMetadata = ({ params }: QueueProps) => queueMetadata(params, QUEUE)

export default function DisagreementsPage(props: QueueProps) {
  return fieldQueuePage(QUEUE, props)
}
