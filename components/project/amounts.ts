import type { ProjectView } from '../../lib/projects/view.ts'

/** The amounts of a project that are known, in kronor. `other` is what the budget holds beside the support. */
export type Amounts = {
  budget: number | null
  support: number | null
  other: number | null
  costs: number | null
}

export function amountsOf({ fields }: Pick<ProjectView, 'fields'>): Amounts {
  const budget = kronor(fields.totalBudget.value)
  const support = kronor(fields.grantedSupport.value)
  const other = budget !== null && support !== null && support <= budget ? budget - support : null
  return { budget, support, other, costs: kronor(fields.totalCosts.value) }
}

const kronor = (value: unknown): number | null => (typeof value === 'number' ? value : null)
