import { typeOfFollowUpField } from '../../lib/follow-up/fields.ts'
import { timeSince } from '../../lib/follow-up/staff-view.ts'
import { formatCount, formatDate, formatDecimal, formatKronor } from '../../lib/format.ts'
import type { FollowUpKind } from '../../prisma/generated/enums.ts'
import type { Words } from '../history/words.ts'

/** What a follow-up is, and of which day: "Kostnader, per 31 december 2018". A draft's day is as it was typed. */
export function whatText({ kind, asOf }: { kind: FollowUpKind; asOf: string | null }, words: Words): string {
  const { t, locale } = words
  const day = asOf === null ? t('followUpForm.withoutDay') : t('followUpForm.perDay', { day: dayText(asOf) })
  return t('followUpForm.ofKind', { kind: t(`followUp.kind.${kind}`), day })

  function dayText(text: string) {
    return /^\d{4}-\d\d-\d\d$/.test(text) ? formatDate(locale, text) : text
  }
}

/** A number of a measure, or a day, as pages write it. */
export function figureText(key: string, value: number | string, { locale }: Pick<Words, 'locale'>): string {
  if (typeof value === 'string') return formatDate(locale, value)
  const type = typeOfFollowUpField(key)
  if (type === 'amount') return formatKronor(locale, value)
  return type === 'count' ? formatCount(locale, value) : formatDecimal(locale, value)
}

/** How long ago a day was: "för 14 månader sedan". ISO days. */
export function sinceText(day: string, today: string, { t }: Words): string {
  const { unit, count } = timeSince(day, today)
  return t(`followUpForm.since.${unit}`, { count })
}
