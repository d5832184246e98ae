import { FUND_CODES, REGION_CODES } from '../i18n/codes.ts'
import type { SearchParams } from '../list-query.ts'
import type { Locale } from '../paths.ts'

export const SEVERITIES = ['error', 'warning', 'info'] as const
type Severity = (typeof SEVERITIES)[number]

/** What of a queue is asked for. The page is of the list; what stands on a thing's own page leaves it out. */
export type DeskFilter = {
  page: number
  region?: string | undefined
  fund?: string | undefined
  /** A field's key, or a measure of what came of projects. */
  field?: string | undefined
  /** A warning's code. */
  code?: string | undefined
  severity?: Severity | undefined
}
type Key = keyof DeskFilter

/** How an address spells them. Bookmarks depend on every word here: add, never change. */
const NAMES: Record<Locale, Record<Key, string>> = {
  sv: { page: 'sida', region: 'region', fund: 'fond', field: 'falt', code: 'slag', severity: 'allvar' },
  en: { page: 'page', region: 'region', fund: 'fund', field: 'field', code: 'kind', severity: 'severity' },
}

/** How the address spells a key: for the `name` of form controls. */
export const filterParam = (key: Key, locale: Locale): string => NAMES[locale][key]

/** Reads an address; junk is left out, and nothing makes it throw. */
export function readFilter(params: SearchParams, locale: Locale): DeskFilter {
  const text = (key: Key) => {
    const value = params[NAMES[locale][key]]
    return (Array.isArray(value) ? value[0] : value) ?? ''
  }
  return {
    page: Number(/^[1-9]\d{0,5}$/.exec(text('page'))?.[0] ?? 1),
    region: REGION_CODES.find((code) => code === text('region')),
    fund: FUND_CODES.find((code) => code === text('fund')),
    field: /^[a-zA-Z0-9]{1,40}(?:\.[a-zA-Z]{1,40}(?:@[A-Za-z0-9-]{1,80})?)?$/.exec(text('field'))?.[0],
    code: /^[a-z-]{1,60}$/.exec(text('code'))?.[0],
    severity: SEVERITIES.find((severity) => severity === text('severity')),
  }
}

/** A filter as an address has it, with its question mark, or empty; defaults are left out. */
export function filterString(
  filter: DeskFilter,
  locale: Locale,
  more: Readonly<Record<string, string>> = {},
): string {
  const written = new URLSearchParams()
  for (const key of ['region', 'fund', 'severity', 'code', 'field', 'page'] as const) {
    const value = filter[key]
    if (value && !(key === 'page' && value === 1)) written.set(NAMES[locale][key], String(value))
  }
  for (const [name, value] of Object.entries(more)) written.set(name, value)
  const text = written.toString()
  return text && `?${text}`
}

/** A filter as a form sends it along. */
export const readFilterString = (text: string, locale: Locale): DeskFilter =>
  readFilter(Object.fromEntries(new URLSearchParams(text.slice(0, 500))), locale)

export const isFiltered = ({ page: _, ...rest }: DeskFilter): boolean => Object.values(rest).some(Boolean)

/** The same without its page: what a thing's own page goes by. */
export const wholeOf = (filter: DeskFilter): DeskFilter => ({ ...filter, page: 1 })
