import { type Part, type Sum, type Summed, shareOf } from '../../lib/follow-up/sums.ts'
import { formatDecimal, formatKronor, formatNumber, formatShare } from '../../lib/format.ts'
import type { Words } from '../history/words.ts'

/** A sum with how many projects it is of: a sum of nobody is none. */
export function partText(kind: 'money' | 'people' | 'number', part: Part, all: number, words: Words) {
  const { t, locale } = words
  if (part.projects === 0)
    return { value: null, of: t('outcomeSums.nobody', { all: formatNumber(locale, all) }) }
  const format = { money: formatKronor, people: formatNumber, number: formatDecimal }[kind]
  const of = t('outcomeSums.of', {
    count: formatNumber(locale, part.projects),
    all: formatNumber(locale, all),
  })
  return { value: format(locale, part.sum), of }
}

/** The share of the promised that came, with of how many projects it is. */
export function comparedText(sum: Sum, { t, locale }: Words): string {
  const share = shareOf(sum)
  if (share === null) return t('outcomeSums.comparedNone')
  return t('outcomeSums.compared', { share: formatShare(locale, share), count: sum.both.projects })
}

export const kindOf = (summed: Summed): 'money' | 'people' =>
  summed === 'budget' || summed === 'support' ? 'money' : 'people'
