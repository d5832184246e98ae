import type { FollowUpKind } from '../../prisma/generated/enums.ts'

/** What can be attached to a project, in the order in which pages and menus list it. */
export const FOLLOW_UP_KINDS = [
  'COSTS',
  'PARTICIPANTS',
  'INDICATORS',
  'RESULTS',
  'EVENT',
  'DOCUMENT',
] as const satisfies FollowUpKind[]

export const isFollowUpKind = (text: string): text is FollowUpKind =>
  (FOLLOW_UP_KINDS as readonly string[]).includes(text)

/** What can happen to a project, in the order in which it usually does. */
export const EVENT_TYPES = [
  'started',
  'budgetChanged',
  'periodChanged',
  'paused',
  'endedEarly',
  'ended',
  'finalReportApproved',
  'auditFinding',
  'recovered',
] as const
export type EventType = (typeof EVENT_TYPES)[number]

/** What a document or a link that is attached can be. */
export const DOCUMENT_TYPES = [
  'call',
  'finalReport',
  'evaluation',
  'publication',
  'press',
  'audit',
  'other',
] as const
export type DocumentType = (typeof DOCUMENT_TYPES)[number]

/** Who says that costs are so: the project (redovisade) or the authority that has examined them (godkända). */
export const COST_BASES = ['reported', 'approved'] as const
export type CostBasis = (typeof COST_BASES)[number]
