import { typeOf } from '../../lib/corrections/fields.ts'
import { formatOrganisationNumber } from '../../lib/format.ts'
import type { SubjectView, TracedView } from '../../lib/history/view.ts'
import type { FieldType } from '../../lib/projects/fields.ts'
import { followUpCode, followUpLabel } from '../follow-up/labels.ts'
import { valueText } from '../source/value.ts'
import type { Words } from './words.ts'

type Kind = SubjectView['kind']
type Labels = Words['t']

/** A field's label, or "another value" for one that has none. */
export function fieldLabel(field: string, words: Words, kind?: Kind): string {
  const { t } = words
  if (kind === 'followUp') return followUpLabel(field, words)
  const own = `history.label.${field}` as Parameters<Labels>[0]
  const shared = `field.${field}` as Parameters<Labels>[0]
  if (IS_KEY.test(field) && !(field in {})) for (const key of [own, shared]) if (t.has(key)) return t(key)
  return t('field.unknown')
}

const IS_KEY = /^[a-z][a-zA-Z0-9]*$/

/** A value of the trace as pages show it; in words where there is none. `period`: by whose codes it is read. */
export function tracedText(
  kind: Kind,
  field: string,
  traced: TracedView,
  words: Words,
  period: string | null = null,
): string {
  const { t, locale } = words
  if (traced === null) return t('history.value.absent')
  if (traced.state !== 'value') return t(`history.value.${traced.state}`)
  const { value, precision = null, qualifier = null } = traced
  if (kind === 'organisation' && field === 'number' && typeof value === 'string')
    return formatOrganisationNumber(value)
  if (kind === 'followUp' && typeof value === 'string') {
    const named = followUpCode(field, value, words)
    if (named) return named
  }
  // A decision's region is its code.
  const code = traced.code ?? (kind === 'decision' && typeof value === 'string' ? value : null)
  const reader = { locale, period, yes: t('yes'), no: t('no') }
  const text = valueText(field, valueType(kind, field), { value, code, precision, qualifier }, reader)
  return text === null ? t('history.value.notStated') : withKind(text, field, traced.code, words)
}

/** An amount says what it is an amount of: what was applied for is no grant. */
function withKind(text: string, field: string, code: string | undefined, { t }: Words): string {
  const kind = field === 'amount' ? KINDS.find((known) => known === code) : undefined
  return kind ? `${text} (${t(`amountKind.${kind}`).toLowerCase()})` : text
}
const KINDS = ['APPLIED', 'PRIORITISED', 'AWARDED', 'UNSPECIFIED'] as const

/** A field that is none any longer is shown as the text that it was. */
function valueType(kind: Kind, field: string): FieldType {
  const type = typeOf(kind, field)
  return type === undefined || type === 'link' || type === 'membership' ? 'text' : type
}
