import { type Part, type Sum, type Summed, shareOf } from '../../lib/follow-up/sums.ts'
import { formatDecimal, formatKronor, formatNumber } from '../../lib/format.ts'
import type { Words } from '../history/words.ts'
import { shareText } from '../outcome/figure-text.ts'

/** How a sum is written. */
export type SumKind = 'money' | 'people' | 'number'
const FORMATS = { money: formatKronor, people: formatNumber, number: formatDecimal } as const

/** Whom coverage is told against: projects, or those that have an indicator. */
export type Among = 'projects' | 'indicator'

/** A sum with how many projects it is of, among all of a kind: a sum of nobody is none. */
export function partText(kind: SumKind, part: Part, all: number, words: Words, among: Among = 'projects') {
  const { t, locale } = words
  if (part.projects === 0)
    return { value: null, of: t(`outcomeSums.nobody.${among}`, { all: formatNumber(locale, all) }) }
  const of = t(`outcomeSums.of.${among}`, {
    count: formatNumber(locale, part.projects),
    all: formatNumber(locale, all),
  })
  return { value: FORMATS[kind](locale, part.sum), of }
}

/** The share of the promised that came, with the two sums that it is of and of how many projects they are. */
export function comparedText(kind: SumKind, sum: Sum, words: Words): string {
  const { t, locale } = words
  const { projects, promised, reported } = sum.compared
  const share = shareOf(sum)
  if (share === null) return t('outcomeSums.comparedNone')
  return t('outcomeSums.compared', {
    share: shareText(share, words),
    reported: FORMATS[kind](locale, reported),
    promised: FORMATS[kind](locale, promised),
    count: projects,
  })
}

export const kindOf = (summed: Summed): 'money' | 'people' =>
  summed === 'budget' || summed === 'support' ? 'money' : 'people'
