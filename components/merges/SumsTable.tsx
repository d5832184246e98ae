import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatKronor, formatNumber } from '../../lib/format.ts'
import type { Sums } from '../../lib/organisations/merge-view.ts'

type Props = { caption: string; columns: { key: string; label: ReactNode; sums: Sums }[] }

/** What organisations own and take part in, side by side. */
export function SumsTable({ caption, columns }: Props) {
  const t = useTranslations('merges.sums')
  const unknown = useTranslations('organisations')
  const locale = useLocale()
  // A sum that no source gives is no sum of nothing.
  const granted = (sums: Sums) =>
    sums.granted > 0 ? formatKronor(locale, sums.granted) : sums.owned > 0 ? unknown('grantedUnknown') : '–'
  const rows = [
    [t('owned'), (sums: Sums) => formatNumber(locale, sums.owned)],
    [t('granted'), granted],
    [t('applied'), (sums: Sums) => formatNumber(locale, sums.applied)],
    [t('partner'), (sums: Sums) => formatNumber(locale, sums.partner)],
  ] as const
  return (
    <div className="max-w-[46rem]">
      <table className="stacks table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <td />
            {columns.map(({ key, label }) => (
              <th key={key} scope="col" className="number">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, of]) => (
            <tr key={label}>
              <th scope="row" className="font-normal">
                {label}
              </th>
              {columns.map(({ key, label: column, sums }) => (
                <td key={key} className="number" data-label={typeof column === 'string' ? column : undefined}>
                  {of(sums)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
