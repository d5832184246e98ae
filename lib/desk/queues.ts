import type { Page } from '../paths.ts'

/** What waits for a person, the most pressing first: visitors wait for answers, a changed source may make a page wrong. */
export const QUEUES = [
  'reports',
  'changed',
  'disagreements',
  'warnings',
  'unlinked',
  'lookalikes',
  'drafts',
] as const
export type Queue = (typeof QUEUES)[number]

/** The queues that have a list on the desk; the others have pages of their own. */
export type WorkedQueue = Exclude<Queue, 'reports' | 'drafts'>
/** The queues whose things have a page each. */
export type ItemQueue = Exclude<WorkedQueue, 'lookalikes'>

export const QUEUE_PAGES = {
  reports: 'staff/reports',
  changed: 'staff/work/changed-sources',
  disagreements: 'staff/work/disagreements',
  warnings: 'staff/work/warnings',
  unlinked: 'staff/work/without-project',
  lookalikes: 'staff/work/lookalikes',
  drafts: 'staff/drafts',
} as const satisfies Record<Queue, Page>

/** How much waits in each queue. */
export type QueueCounts = Record<Queue, number>

/** The queues that something waits in, in their order. Pure. */
export const waiting = (counts: QueueCounts): Queue[] => QUEUES.filter((queue) => counts[queue] > 0)

/** Whether the things of a queue are worked through one at a time, from first to last. Pure. */
export const isWalked = (queue: Queue): queue is ItemQueue =>
  queue === 'changed' || queue === 'disagreements' || queue === 'warnings' || queue === 'unlinked'
