import { eventEndIn } from '../../lib/follow-up/missing.ts'
import { type OutcomesView, textIn } from '../../lib/follow-up/view.ts'
import type { ProjectField } from '../../lib/projects/fields.ts'

/** Facts that a project's follow-ups tell, whether a page has a field for them or not. */
const TOLD: Partial<Record<ProjectField, (view: OutcomesView) => boolean>> = {
  evaluationReports: ({ followUps }) =>
    followUps.some((followUp) => textIn(followUp, 'documentType') === 'evaluation'),
  plannedParticipants: ({ outcomes }) => outcomes['planned.total']?.source.kind === 'followUp',
  startDate: ({ followUps }) =>
    followUps.some((followUp) => followUp.asOf !== null && textIn(followUp, 'event') === 'started'),
  endDate: ({ followUps }) => eventEndIn(followUps) !== null,
}

/** Whether follow-ups tell what a field would say: it is then not missing. Pure. */
export const isToldByFollowUps = (view: OutcomesView, field: ProjectField): boolean =>
  TOLD[field]?.(view) ?? false

/** The costs that follow-ups tell of, where the project's page has none; null for `total` where nobody tells the whole. Pure. */
export function costsToldIn({ outcomes }: OutcomesView) {
  const total = outcomes['costs.total']
  if (total?.source.kind === 'followUp') return { total }
  const hasParts = Object.entries(outcomes).some(
    ([measure, { source }]) => measure.startsWith('costs.') && source.kind === 'followUp',
  )
  return hasParts ? { total: null } : null
}
