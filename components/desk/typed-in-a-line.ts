import type { FieldView } from '../../lib/projects/view.ts'

/** Whether a field's value fits into a line that is typed: long texts and lists of names are edited on a page of their own. */
export const isTypedInALine = ({ key, value }: Pick<FieldView, 'key' | 'value'>): boolean =>
  !['description', 'partners', 'evaluationReports'].includes(key) && !Array.isArray(value)
