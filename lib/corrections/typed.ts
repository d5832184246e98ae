import { formatOrganisationNumber } from '../format.ts'
import type { Shown, StoredBlock, StoredValue } from '../projects/shown.ts'
import { amountText } from './amounts.ts'
import { blocksText } from './blocks.ts'
import { type CorrectableType, type SubjectKind, typeOf } from './fields.ts'
import { organisationsText, partnersText } from './names.ts'
import type { TypedText } from './readers.ts'

type Valued = Pick<Shown, 'value' | 'code' | 'precision' | 'qualifier'>

/** An empty box. */
export const NOTHING_TYPED: TypedText = { text: '', kind: '', rounding: '' }

/**
 * A value as text in a form: what `readTyped` makes the same value of. Empty for what is no value, and for links and
 * memberships, which are no text. Pure.
 */
export function typedText(kind: SubjectKind, field: string, valued: Valued | null): TypedText {
  const type = typeOf(kind, field)
  const hasKind = kind === 'item' && field === 'amount' ? (valued?.code ?? '') : ''
  if (!type || valued === null || valued.value === null) {
    return { ...NOTHING_TYPED, kind: field === 'partners' ? 'list' : hasKind }
  }
  if (Array.isArray(valued.value))
    return { ...NOTHING_TYPED, text: blocksText(valued.value as StoredBlock[]) }
  if (kind === 'item' && field === 'partners')
    return { ...NOTHING_TYPED, ...partnersText(valued.value, valued.qualifier) }
  return { ...NOTHING_TYPED, kind: hasKind, ...textOf(type, field, valued) }
}

function textOf(type: CorrectableType, field: string, { value, ...about }: Valued): Partial<TypedText> {
  if (type === 'link' || type === 'membership') return {}
  if (typeof value === 'boolean') return { text: value ? 'ja' : 'nej' }
  if (typeof value === 'number') return numberText(type, value, about)
  if (typeof value === 'string') return { text: wordsText(field, value) }
  return { text: organisationsText(value) }
}

function numberText(
  type: CorrectableType,
  value: number,
  { precision, qualifier }: Omit<Valued, 'value'>,
): Partial<TypedText> {
  if (type === 'amount') return amountText({ value, precision: precision ?? 1, qualifier })
  if (type === 'share') return { text: `${percent(value)} %` }
  if (type === 'number') return { text: `${qualifier ? `${qualifier} ` : ''}${decimals(value)}` }
  return { text: qualifier ? `${qualifier} ${value}` : String(value) }
}

/** Three decimals could be thousands: a fourth tells. */
const decimals = (value: number): string =>
  String(value)
    .replace('.', ',')
    .replace(/,(\d{3})$/, ',$10')
const percent = (share: number) => String(Number((share * 100).toFixed(4))).replace('.', ',')

function wordsText(field: string, value: Exclude<StoredValue, null> & string): string {
  if (field === 'ownerOrganisationNumber' || field === 'number') return formatOrganisationNumber(value)
  return field === 'recipientPostalCode' ? value.replace(/^(\d{3})(\d{2})$/, '$1 $2') : value
}
