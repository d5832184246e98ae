import { formatDate } from '../format.ts'
import type { Locale } from '../paths.ts'

const ZONE = 'Europe/Stockholm'

/** A moment as a day and a time in Sweden: 22 november 2026, 14:05. Pure. */
export function formatMoment(locale: Locale, moment: Date): string {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(moment)
  const time = new Intl.DateTimeFormat('sv-SE', {
    timeZone: ZONE,
    hour: '2-digit',
    minute: '2-digit',
  }).format(moment)
  return `${formatDate(locale, day)}, ${time}`
}
