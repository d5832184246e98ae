import type { FollowUpKind } from '../../prisma/generated/enums.ts'
import type { FollowUpContent } from './content.ts'
import { FORMS } from './fields.ts'
import { type ContentProblem, keyOfRow } from './stated.ts'

/**
 * Where on the form a problem is told: what is said of a key such as `group@unga` stands in the row that has it, and what is
 * said of a field that is asked for in rows alone stands in the first of them. Pure.
 */
export function placed(
  problem: ContentProblem,
  kind: FollowUpKind,
  { rows }: FollowUpContent,
): ContentProblem {
  if (problem.row !== null) return problem
  const [field = '', key] = problem.field.split('@')
  if (key !== undefined) {
    const row = rows.find((one) => keyOfRow(one) === key)
    return { ...problem, field, row: row?.id ?? null }
  }
  const { fields, rows: inRows } = FORMS[kind]
  const isInRows = !fields.includes(field) && inRows?.fields.includes(field)
  return isInRows ? { ...problem, row: rows[0]?.id ?? null } : problem
}
