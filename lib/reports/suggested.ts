import { type SubjectKind, typeOf } from '../corrections/fields.ts'
import { readTyped } from '../corrections/values.ts'

/** What figures and dates look like within a sentence. */
const PIECES = {
  count: /\d[\d \u00a0.,]{0,12}\d|\d/g,
  amount:
    /(?:\d[\d \u00a0.,]{0,16}\d|\d)(?:[ \u00a0](?:miljoner|miljon|million|mkr|mnkr|tkr)\b)?(?:[ \u00a0](?:kronor|kr)\b)?/g,
  date: /\d{4}-\d{2}-\d{2}|\d{1,2} [a-zåäö]{3,9} \d{4}/gi,
} as const
const isFigure = (type: string | undefined): type is keyof typeof PIECES =>
  type !== undefined && Object.hasOwn(PIECES, type)

/**
 * The one figure or date in what a reporter wrote that the field could hold, as an editor would type it; null where there
 * is none, or more than one, and for fields of words: a sentence about a name is no name. Pure.
 */
export function suggestedText(kind: SubjectKind, field: string, suggestion: string): string | null {
  const type = typeOf(kind, field)
  if (!isFigure(type)) return null
  const pieces = new Set((suggestion.match(PIECES[type]) ?? []).map((piece) => piece.trim()))
  const [only, ...more] = pieces
  if (only === undefined || more.length > 0) return null
  return readTyped(kind, field, { text: only, kind: '', rounding: '' }).ok ? only : null
}
