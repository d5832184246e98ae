import { fieldQueuePage } from '../../field-queue-page.tsx'
import { type QueueProps, queueMetadata } from '../../queue-page.tsx'

const QUEUE = 'changed'

export const generateMetadata = ({ params }: QueueProps) => queueMetadata(params, QUEUE)

export default function ChangesPage(props: QueueProps) {
  return fieldQueuePage(QUEUE, props)
}
