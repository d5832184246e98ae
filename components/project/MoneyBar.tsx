import { scaleLinear } from 'd3-scale'
import { useLocale, useTranslations } from 'next-intl'
import { formatKronor } from '../../lib/format.ts'
import type { Amounts } from './amounts.ts'

const WIDTH = 1000
const HEIGHT = 44

/** The budget as a bar: the part that the fund pays, the rest, and how far the reported costs reach. */
export function MoneyBar({ amounts: { budget, support, other, costs } }: { amounts: Amounts }) {
  const t = useTranslations('project')
  const locale = useLocale()
  if (!budget || support === null || other === null) return null
  const x = scaleLinear([0, Math.max(budget, costs ?? 0)], [0, WIDTH])
  const says = t('moneyChart', {
    budget: formatKronor(locale, budget),
    support: formatKronor(locale, support),
    other: formatKronor(locale, other),
  })
  return (
    <svg
      role="img"
      aria-label={says}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="mb-3 block h-11 w-full print:border"
    >
      <rect width={x(budget)} height={HEIGHT} className="fill-accent-mid" />
      <rect width={x(support)} height={HEIGHT} className="fill-accent" />
      <rect x={x(support) - 1.5} width="3" height={HEIGHT} className="fill-paper" />
      {costs !== null && <rect y={HEIGHT - 7} width={x(costs)} height="7" className="fill-ink" />}
    </svg>
  )
}
