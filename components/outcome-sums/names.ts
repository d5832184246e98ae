import type { Grouping, OutcomeGroup } from '../../lib/follow-up/sums.ts'
import { formatYears } from '../../lib/format.ts'
import { areaName, objectiveName, regionName } from '../../lib/i18n/codes.ts'
import type { Words } from '../history/words.ts'

/** What a group of projects is called: its code with its meaning, in its period. */
export function groupName(by: Grouping, { period, code }: OutcomeGroup, { t, locale }: Words): string {
  if (code === null) return named(t('outcomeSums.unnamed'), by === 'region' ? null : period, t)
  if (by === 'region') return regionName(locale, code) ?? code
  const meaning =
    by === 'programmeArea' ? areaName(locale, period, code) : objectiveName(locale, period, code)
  return named(meaning ? `${code} ${meaning}` : code, period, t)
}

const named = (name: string, period: string | null, t: Words['t']): string =>
  period === null ? name : t('outcomeSums.inPeriod', { name, period: formatYears(period) })
