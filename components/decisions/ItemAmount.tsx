import { useLocale, useTranslations } from 'next-intl'
import { formatKronor } from '../../lib/format.ts'
import type { ItemView } from '../../lib/projects/view.ts'
import { SourcedValue } from '../source/SourcedValue.tsx'

/** The amount of an entry, always with what kind of amount it is. */
export function ItemAmount({ item }: { item: ItemView }) {
  const t = useTranslations('amountKind')
  const locale = useLocale()
  const { kronor, kind, precision } = item.amount
  const field = item.fields.find(({ key }) => key === 'amount')
  if (!field && kronor === null) return null
  return (
    <div>
      <span className="text-muted text-small">{t(kind ?? 'UNSPECIFIED')}: </span>
      {field && field.state !== 'absent' ? (
        <SourcedValue field={field} scope={item.id} />
      ) : (
        kronor !== null && formatKronor(locale, kronor, { precision })
      )}
    </div>
  )
}
