import { withRivals } from '../../lib/follow-up/differing.ts'
import type { OutcomeView } from '../../lib/follow-up/view.ts'
import type { FieldView, ProjectView } from '../../lib/projects/view.ts'

/** The fields and the outcomes of a project that its sources say different things of. Pure. */
export function disagreementsIn({ fields, followUp }: Pick<ProjectView, 'fields' | 'followUp'>): {
  fields: FieldView[]
  outcomes: OutcomeView[]
} {
  return {
    fields: withRivals(Object.values(fields)),
    outcomes: withRivals(Object.values(followUp.outcomes)),
  }
}
