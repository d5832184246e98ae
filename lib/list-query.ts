import { FUND_CODES, REGION_CODES } from './i18n/codes.ts'
import type { Address, Locale, Page } from './paths.ts'
import type { DocumentReference } from './projects/view.ts'

/** What the plain lists can be asked for: decisions, organisations and documents. */
export type ListQuery = {
  page: number
  q: string
  fund?: string | undefined
  region?: string | undefined
  year?: number | undefined
  kind?: DocumentReference['kind'] | undefined
}
type Key = keyof ListQuery

/** How an address spells them. Bookmarks depend on every word here: add, never change. */
const NAMES: Record<Locale, Record<Key, string>> = {
  sv: { page: 'sida', q: 'q', fund: 'fond', region: 'region', year: 'ar', kind: 'slag' },
  en: { page: 'page', q: 'q', fund: 'fund', region: 'region', year: 'year', kind: 'kind' },
}
const KINDS = ['PROJECT_PAGE', 'DECISION_LIST', 'OPERATION_LIST'] as const
const LONGEST_TEXT = 200

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>

/** How the address spells a key: for the `name` of form controls. */
export const listParam = (key: Key, locale: Locale): string => NAMES[locale][key]

/** Reads an address; junk is left out, and nothing makes it throw. */
export function readListQuery(params: SearchParams, locale: Locale): ListQuery {
  const text = (key: Key) => {
    const value = params[NAMES[locale][key]]
    return (Array.isArray(value) ? value[0] : value)?.toWellFormed().slice(0, LONGEST_TEXT).trim() ?? ''
  }
  const page = Number(/^[1-9]\d{0,5}$/.exec(text('page'))?.[0] ?? 1)
  const year = /^(?:19|20)\d\d$/.exec(text('year'))?.[0]
  return {
    page,
    q: text('q')
      .replace(/[\p{C}\p{Z}\s]+/gu, ' ')
      .trim(),
    fund: FUND_CODES.find((code) => code === text('fund')),
    region: REGION_CODES.find((code) => code === text('region')),
    year: year ? Number(year) : undefined,
    kind: KINDS.find((kind) => kind === text('kind')),
  }
}

/** The query as an address has it, with its question mark, or empty; defaults are left out. */
export function listQueryString(query: ListQuery, locale: Locale): string {
  const written = new URLSearchParams()
  for (const key of ['q', 'fund', 'region', 'year', 'kind', 'page'] as const) {
    const value = query[key]
    if (value && !(key === 'page' && value === 1)) written.set(NAMES[locale][key], String(value))
  }
  const text = written.toString()
  return text && `?${text}`
}

/** A list with a query, as each language spells it. */
export const listAddress = (page: Page, query: ListQuery): Address => ({
  page,
  query: { sv: listQueryString(query, 'sv'), en: listQueryString(query, 'en') },
})
