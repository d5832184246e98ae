import { keyInRow, plainFieldOf } from '../../lib/follow-up/fields.ts'
import { indicatorOf } from '../../lib/follow-up/indicators.ts'
import { COST_BASES, DOCUMENT_TYPES, EVENT_TYPES } from '../../lib/follow-up/kinds.ts'
import { GENDERS, measureOf, WHOLE } from '../../lib/follow-up/measures.ts'
import type { Words } from '../history/words.ts'

const ROW = /@(.+)$/
const PARTS = ['eu', 'public', 'private', ...GENDERS.filter((gender) => gender !== WHOLE)] as const

/** A field of a follow-up in words: "Nådda deltagare, kvinnor". `row`: what its row is called, where it has one. */
export function followUpLabel(key: string, words: Words, row: string | null = rowName(key, words)): string {
  const label = labelOf(key, words)
  return row === null ? label : words.t('followUp.inRow', { label, row })
}

/** What a measure is a part of its whole by, in words: "kvinnor"; empty for a whole and for what is no measure. */
function partLabel(key: string, { t }: Words): string {
  const part = PARTS.find((known) => known === measureOf(key)?.part)
  return part ? t(`followUp.part.${part}`) : ''
}

/** Parts of a whole in words: "kvinnor och män". */
export const partsInWords = (keys: readonly string[], words: Words): string =>
  new Intl.ListFormat(words.locale).format(keys.map((key) => partLabel(key, words)))

function labelOf(key: string, words: Words): string {
  const { t } = words
  const measure = measureOf(key)
  if (measure) {
    const name = t(`followUp.measure.${measure.name}`)
    const part = partLabel(key, words)
    return part ? t('followUp.ofPart', { measure: name, part }) : name
  }
  const plain = plainFieldOf(key)
  return plain ? t(`followUp.field.${plain}`) : t('field.unknown')
}

/** A row by its key, where nothing tells its name: an indicator's, or the key itself. */
function rowName(key: string, { locale }: Words): string | null {
  const row = ROW.exec(key)?.[1]
  if (row === undefined) return null
  return indicatorOf(row)?.name[locale] ?? row
}

/** The same of a record whose values are at hand: a row is called what its group or its indicator is. */
export function followUpLabelIn(key: string, saidOf: (key: string) => unknown, words: Words): string {
  const row = ROW.exec(key)?.[1]
  if (row === undefined) return followUpLabel(key, words, null)
  const named = ['group', 'name'].map((field) => saidOf(keyInRow(field, row)))
  const name = named.find((value) => typeof value === 'string' && value !== '')
  return typeof name === 'string' ? followUpLabel(key, words, name) : followUpLabel(key, words)
}

/** A code of a follow-up's field in words; null for what is none. */
export function followUpCode(key: string, code: string, { t, locale }: Words): string | null {
  const field = plainFieldOf(key)
  const event = field === 'event' && EVENT_TYPES.find((known) => known === code)
  if (event) return t(`followUp.event.${event}`)
  const document = field === 'documentType' && DOCUMENT_TYPES.find((known) => known === code)
  if (document) return t(`followUp.document.${document}`)
  const basis = field === 'basis' && COST_BASES.find((known) => known === code)
  if (basis) return t(`followUp.basis.${basis}`)
  const indicator = field === 'code' ? indicatorOf(code) : undefined
  return indicator ? `${indicator.code} ${indicator.name[locale]}` : null
}
