import type { Locale } from '../paths.ts'

const CLOCK: Record<Locale, Intl.DateTimeFormat> = {
  sv: clock('sv-SE'),
  en: clock('en-GB'),
}

function clock(language: string) {
  return new Intl.DateTimeFormat(language, {
    timeZone: 'Europe/Stockholm',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
}

/** The time of day in Sweden: 14:32. */
export const timeInSweden = (locale: Locale, at: string): string => CLOCK[locale].format(new Date(at))

/** The moment at which a day begins in Sweden. The day is ISO. */
export function startOfDay(day: string): Date {
  const midnight = new Date(`${day}T00:00:00Z`)
  // What the clock in Sweden shows at midnight UTC is how far ahead it is.
  const hours = Number(timeInSweden('sv', midnight.toISOString()).slice(0, 2))
  return new Date(midnight.getTime() - hours * HOUR)
}

/** The moment at which the day after begins. */
export function endOfDay(day: string): Date {
  const next = new Date(new Date(`${day}T00:00:00Z`).getTime() + 24 * HOUR)
  return startOfDay(next.toISOString().slice(0, 10))
}

/** Milliseconds. */
const HOUR = 3_600_000
