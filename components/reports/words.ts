import { getTranslations } from 'next-intl/server'
import type { Locale } from '../../lib/paths.ts'
import type { FieldView } from '../../lib/projects/view.ts'
import { valueText } from '../source/value.ts'

/** Writes values as pages of a language show them, or why there is none. */
export async function valueWriter(
  locale: Locale,
): Promise<(field: FieldView, period: string | null) => string> {
  const t = await getTranslations({ locale })
  return (field, period) => {
    const text = valueText(field.key, field.type, field, { locale, period, yes: t('yes'), no: t('no') })
    if (text !== null) return text
    const why = field.state
    return t(`value.${why === 'read' || why === 'corrected' || why === 'reviewed' ? 'notStated' : why}`)
  }
}
