import { useLocale, useTranslations } from 'next-intl'
import { formatKronor } from '../../lib/format.ts'
import type { ItemView } from '../../lib/projects/view.ts'
import { sumsOf } from '../decisions/sums.ts'
import { Fact, FactList } from '../ui/FactList.tsx'

/** One sum for each kind of amount: what was applied for is never added to what was granted. */
export function RoleSums({ items }: { items: ItemView[] }) {
  const t = useTranslations()
  const locale = useLocale()
  const sums = sumsOf(items)
  if (sums.length === 0) return null
  return (
    <div className="mb-8">
      <FactList>
        {sums.map(({ kind, kronor, count, precision }) => (
          <Fact key={kind} label={t(`amountKind.${kind}`)}>
            <span className="figures">{formatKronor(locale, kronor, { precision })}</span>
            <span className="text-muted text-small"> · {t('documents.items', { count })}</span>
          </Fact>
        ))}
      </FactList>
      <p className="mt-2 text-fine text-muted">{t('organisation.sumsNote')}</p>
    </div>
  )
}
