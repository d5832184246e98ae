import type { Tab } from '../follow-up/staff-view.ts'
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
  'followUpDrafts',
  'missing',
] as const
export type Queue = (typeof QUEUES)[number]

/** The queues that have a list on the desk; the others have pages of their own. */
export type WorkedQueue = Exclude<Queue, 'reports' | 'drafts' | FollowUpQueue>
/** The queues that are parts of the follow-ups' list. */
export type FollowUpQueue = 'followUpDrafts' | 'missing'
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
  followUpDrafts: 'staff/follow-up',
  missing: 'staff/follow-up',
} as const satisfies Record<Queue, Page>

/** Where in the follow-ups' list a queue stands. */
export const FOLLOW_UP_TABS: Record<FollowUpQueue, Tab> = { followUpDrafts: 'drafts', missing: 'missing' }
export const isOfFollowUps = (queue: Queue): queue is FollowUpQueue => Object.hasOwn(FOLLOW_UP_TABS, queue)

/** How much waits in each queue. */
export type QueueCounts = Record<Queue, number>
/** With what is told beside them: how many of the warnings are grave, and how much of what is missing is overdue. */
export type DeskCounts = QueueCounts & { errors: number; overdue: number }

/** The queues that something waits in, in their order. Pure. */
export const waiting = (counts: QueueCounts): Queue[] => QUEUES.filter((queue) => counts[queue] > 0)

/** Whether the things of a queue are worked through one at a time, from first to last. Pure. */
export const isWalked = (queue: Queue): queue is ItemQueue =>
  queue === 'changed' || queue === 'disagreements' || queue === 'warnings' || queue === 'unlinked'
