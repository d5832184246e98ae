import { useLocale, useTranslations } from 'next-intl'
import type { SubjectKind } from '../../lib/corrections/fields.ts'
import type { EditableField, EditableRecord, StandingNote, Valued } from '../../lib/corrections/view.ts'
import { regionName } from '../../lib/i18n/codes.ts'
import { followUpCode, followUpLabelIn } from '../follow-up/labels.ts'
import { useWords } from '../history/words.ts'
import { useFieldLabel, useReader } from '../source/reader.ts'
import { valueText } from '../source/value.ts'

/** Fields that only staff meet by name. */
const OWN = ['publisher', 'statedDate', 'number', 'project', 'inForce'] as const

/** What a field of a record is called; a follow-up's rows by what they are of. */
export function useLabels({
  subject,
  fields,
}: Pick<EditableRecord, 'subject' | 'fields'>): (key: string) => string {
  const t = useTranslations('corrections.label')
  const labelOf = useFieldLabel()
  const words = useWords()
  const saidOf = (key: string) => fields.find((field) => field.key === key)?.shown?.value
  return (key) => {
    if (subject.kind === 'followUp') return followUpLabelIn(key, saidOf, words)
    const own = OWN.find((one) => one === key)
    return own ? t(own) : labelOf(key)
  }
}

type Field = Pick<EditableField, 'key' | 'type' | 'linked'>

/** A field's values in words. */
export function useValueWords(kind: SubjectKind, period: string | null) {
  const t = useTranslations()
  const reader = useReader(period)
  const locale = useLocale()
  const words = useWords()
  return {
    /** A value; null where there is none. */
    text: valueWords,
    /** What is shown now, or why nothing is. */
    present: (field: EditableField): string => {
      const { shown, type } = field
      const held = shown && valueWords(field, shown)
      if (type === 'link') return held ?? t('corrections.notLinked')
      if (type === 'membership') return held ?? t('corrections.notOnTheList')
      if (!shown) return kind === 'followUp' ? t('corrections.nothing') : t('value.absent')
      return held ?? t(`value.${shown.state === 'value' ? 'notStated' : shown.state}`)
    },
    /** What a correction says. */
    said: (field: Field, note: StandingNote): string => {
      if (note.kind === 'REVIEWED') return t('corrections.noteReviewed')
      if (note.kind === 'NOT_STATED') return t('corrections.noteNotStated')
      return t('corrections.noteValue', { value: valueWords(field, note) ?? '' })
    },
  }

  function valueWords({ key, type, linked }: Field, valued: Valued): string | null {
    const { value, code } = valued
    if (type === 'membership') return value === true ? t('corrections.onTheList') : null
    if (type === 'link') {
      const project = typeof value === 'number' ? linked[value] : undefined
      return project ? `${project.number} – ${project.name}` : null
    }
    if (kind === 'followUp' && typeof value === 'string') {
      const named = followUpCode(key, value, words)
      if (named) return named
    }
    if (kind === 'decision' && key === 'region' && typeof value === 'string') return regionName(locale, value)
    const text = valueText(key, type, valued, reader)
    if (text !== null && key === 'partners' && valued.qualifier)
      return t('corrections.andOthers', { partners: text })
    const isKind = kind === 'item' && key === 'amount' && isAmountKind(code)
    return text !== null && isKind ? `${text} (${t(`amountKind.${code}`).toLowerCase()})` : text
  }
}

const isAmountKind = (code: string | null): code is 'APPLIED' | 'PRIORITISED' | 'AWARDED' | 'UNSPECIFIED' =>
  code !== null && ['APPLIED', 'PRIORITISED', 'AWARDED', 'UNSPECIFIED'].includes(code)
