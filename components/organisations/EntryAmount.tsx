import { useLocale, useTranslations } from 'next-intl'
import { formatKronor } from '../../lib/format.ts'
import type { FieldView, ItemView } from '../../lib/projects/view.ts'

/** The amount of an entry with its kind and rounding, or why there is none; the entry itself has the source. */
export function EntryAmount({ item: { amount, fields } }: { item: ItemView }) {
  const t = useTranslations()
  const locale = useLocale()
  const field = fields.find(({ key }) => key === 'amount')
  const qualifier = field?.qualifier ?? null
  return (
    <p className="figures text-small sm:text-end">
      <span className="text-muted sm:block sm:text-fine">
        {amount.kronor === null
          ? t('organisation.noAmount')
          : t(`amountKind.${amount.kind ?? 'UNSPECIFIED'}`)}{' '}
      </span>
      {amount.kronor === null ? (
        <span className="text-muted">{t(`value.${whyNone(field)}`)}</span>
      ) : (
        formatKronor(locale, amount.kronor, { precision: amount.precision, qualifier })
      )}
    </p>
  )
}

function whyNone(field: FieldView | undefined) {
  const state = field?.state ?? 'absent'
  return state === 'read' || state === 'corrected' || state === 'reviewed' ? 'notStated' : state
}
