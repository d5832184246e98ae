import { useLocale, useTranslations } from 'next-intl'
import { formatKronor, formatLargeKronor, formatNumber } from '../../lib/format.ts'
import { fundName, fundShort, regionName } from '../../lib/i18n/codes.ts'
import type { RegistryFigures } from '../../lib/projects/view.ts'
import { BarChart } from '../ui/BarChart.tsx'
import { ChartFrame } from '../ui/ChartFrame.tsx'
import { ColumnChart } from '../ui/ColumnChart.tsx'

type Props = { figures: RegistryFigures }

export function ByRegion({ figures }: Props) {
  const t = useTranslations('start')
  const locale = useLocale()
  const rows = [...figures.byRegion].sort((a, b) => b.granted - a.granted)
  const named = rows.map((row) => ({ ...row, name: regionName(locale, row.region) ?? row.region }))
  if (rows.length === 0) return null
  return (
    <ChartFrame
      id="efter-region"
      title={t('byRegion')}
      note={t('chartNote')}
      tableOf={t('tableOf')}
      heads={[t('region'), t('projectsHead'), t('grantedHead'), t('participantsHead')]}
      rows={named.map(({ name, projects, granted, participants }) => [
        name,
        formatNumber(locale, projects),
        formatKronor(locale, granted),
        formatNumber(locale, participants),
      ])}
    >
      <BarChart
        bars={named.map(({ name, granted }) => ({
          label: name,
          value: granted,
          text: formatLargeKronor(locale, granted),
        }))}
      />
    </ChartFrame>
  )
}

export function ByFund({ figures }: Props) {
  const t = useTranslations('start')
  const locale = useLocale()
  const rows = [...figures.byFund].sort((a, b) => b.granted - a.granted)
  if (rows.length === 0) return null
  return (
    <ChartFrame
      id="efter-fond"
      title={t('byFund')}
      tableOf={t('tableOf')}
      heads={[t('fund'), t('projectsHead'), t('grantedHead')]}
      rows={rows.map(({ fund, projects, granted }) => [
        fundName(locale, fund),
        formatNumber(locale, projects),
        formatKronor(locale, granted),
      ])}
    >
      <BarChart
        bars={rows.map(({ fund, granted }) => ({
          label: fundShort(locale, fund),
          value: granted,
          text: formatLargeKronor(locale, granted),
        }))}
      />
    </ChartFrame>
  )
}

export function ByYear({ figures }: Props) {
  const t = useTranslations('start')
  const locale = useLocale()
  if (figures.byYear.length < 2) return null
  return (
    <ChartFrame
      id="efter-ar"
      title={t('byYear')}
      tableOf={t('tableOf')}
      heads={[t('year'), t('projectsHead'), t('grantedHead')]}
      rows={figures.byYear.map(({ year, projects, granted }) => [
        String(year),
        formatNumber(locale, projects),
        formatKronor(locale, granted),
      ])}
    >
      <ColumnChart columns={withGaps(figures.byYear)} textOf={(value) => formatLargeKronor(locale, value)} />
    </ChartFrame>
  )
}

/** Every year from the first to the last: a year without projects is a gap, not nothing. */
function withGaps(years: RegistryFigures['byYear']): { label: number; value: number }[] {
  const numbers = years.map(({ year }) => year)
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)]
  return Array.from({ length: last - first + 1 }, (_, at) => ({
    label: first + at,
    value: years.find(({ year }) => year === first + at)?.granted ?? 0,
  }))
}
