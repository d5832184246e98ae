import type { FollowUpKind } from '../../../prisma/generated/enums.ts'
import type { Shown } from '../../projects/shown.ts'
import { projectSays } from '../page-says.ts'
import type { OutcomesView } from '../view.ts'
import { type FollowUpRow, outcomesViewOf } from '../view-of.ts'

/** A published follow-up that shows these fields. */
export const followUpRow = (
  id: number,
  kind: FollowUpKind,
  asOf: string,
  fields: Record<string, Shown>,
): FollowUpRow => ({
  id,
  kind,
  asOf,
  publishedAt: id,
  isExample: false,
  shown: fields,
  stated: {},
  file: null,
  corrections: [],
  title: null,
  decision: null,
})

/** What came of a project on 2026-01-01, of its follow-ups and of its page, which was fetched on 2017-01-01. */
export function viewOf(rows: readonly FollowUpRow[], fields: Record<string, Shown> = {}): OutcomesView {
  const stated = Object.entries(fields).map(([key, said]) => [key, { ...said, statement: 1 }])
  const page = projectSays(Object.fromEntries(stated), new Map([[1, '2017-01-01']]))
  return outcomesViewOf(rows, page, '2026-01-01')
}
