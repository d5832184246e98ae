import { indicatorOf } from '../../lib/follow-up/indicators.ts'
import { MEASURES, measureOf } from '../../lib/follow-up/measures.ts'
import type { FigureView, OutcomeRow, Said } from '../../lib/follow-up/view.ts'
import { formatCount, formatDecimal, formatKronor, formatShare } from '../../lib/format.ts'
import type { Locale } from '../../lib/paths.ts'
import { followUpLabel } from '../follow-up/labels.ts'
import type { Words } from '../history/words.ts'

type Number = Omit<Said, 'value'> & { measure: string; value: number }

/** A figure in its unit as its measure is written: kronor, people, or an indicator's number. */
export function figureText(locale: Locale, { measure, value, precision, qualifier }: Number): string {
  const of = measureOf(measure)
  const type = of ? MEASURES[of.name].type : 'amount'
  if (type === 'amount') return formatKronor(locale, value, { precision, qualifier })
  if (type === 'number') return formatDecimal(locale, value, qualifier)
  return formatCount(locale, value, qualifier)
}

/** The least share that is written as more than nothing: one decimal of a percent. */
const LEAST = 0.001

/** A share; one that is little is not written as nothing. */
export const shareText = (share: number, { t, locale }: Words): string =>
  share > 0 && share < LEAST / 2
    ? t('outcome.lessThan', { share: formatShare(locale, LEAST) })
    : formatShare(locale, share)

/** What was published first in place of a figure that is corrected; null where that was no number. */
export function statedText(locale: Locale, { measure, stated }: FigureView): string | null {
  if (typeof stated?.value !== 'number') return null
  return figureText(locale, { ...stated, measure, value: stated.value })
}

/** A group or an indicator by its name: "CO02 Långtidsarbetslösa". */
export function rowName({ key, name }: OutcomeRow, locale: Locale): string {
  const indicator = name === null ? indicatorOf(key) : undefined
  return indicator ? `${indicator.code} ${indicator.name[locale]}` : (name ?? key)
}

/** What a figure is of, in words: "Nådda deltagare, kvinnor (Unga)". */
export function measureLabel(measure: string, rows: readonly OutcomeRow[], words: Words): string {
  if (measure === 'budget' || measure === 'support') return words.t(`outcome.promised.${measure}`)
  const row = rows.find(({ key }) => key === measureOf(measure)?.row)
  return followUpLabel(measure, words, row ? rowName(row, words.locale) : null)
}

type Summed = 'financiers' | 'genders' | 'womenAndMen' | 'recoveries'
/** What a sum was made of. */
export function summedOf(derivedFrom: readonly string[]): Summed {
  if (derivedFrom.some((measure) => measure.startsWith('recovered.'))) return 'recoveries'
  if (derivedFrom.some((measure) => measure.startsWith('costs.'))) return 'financiers'
  return derivedFrom.some((measure) => measure.includes('.nonBinary')) ? 'genders' : 'womenAndMen'
}

/** Tells the figures of one measure apart. */
export const keyOf = ({ source, asOf, basis, value }: FigureView): string =>
  `${source.kind === 'followUp' ? source.id : source.field}-${asOf}-${basis}-${value}`
