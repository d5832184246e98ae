import type { Locale } from '../../lib/paths.ts'

const WRITTEN: Record<Locale, Intl.DateTimeFormat> = {
  sv: new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Stockholm',
  }),
  en: new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Stockholm',
  }),
}

/** A moment, as the clock in Sweden showed it. */
export const Moment = ({ locale, at }: { locale: Locale; at: string }) => (
  <time dateTime={at}>{WRITTEN[locale].format(new Date(at))}</time>
)
