import type { OutcomeView } from '../../lib/follow-up/view.ts'
import type { FieldView, ProjectView } from '../../lib/projects/view.ts'

/** The fields and the outcomes of a project that its sources say different things of. Pure. */
export function disagreementsIn({ fields, followUp }: Pick<ProjectView, 'fields' | 'followUp'>): {
  fields: FieldView[]
  outcomes: OutcomeView[]
} {
  return {
    fields: Object.values(fields).filter(({ rivals }) => rivals.length > 0),
    outcomes: Object.values(followUp.outcomes).filter(({ rivals }) => rivals.length > 0),
  }
}
