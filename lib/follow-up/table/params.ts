import type { SearchParams } from '../../list-query.ts'
import type { Address, Locale } from '../../paths.ts'
import type { RowState } from './compare.ts'

/** What rows of a table can be narrowed to; `moved`: those that the registry has moved under. */
export const ROW_FILTERS = [
  'ready',
  'unusual',
  'wrong',
  'unknown',
  'twice',
  'unchanged',
  'out',
  'moved',
] as const satisfies (RowState | 'moved')[]
export type RowFilter = (typeof ROW_FILTERS)[number]

/** What the page of a table is asked for. */
export type TableQuery = {
  page: number
  only: RowFilter | null
  /** Somebody thinks of taking it back, and reads first what that does. */
  isUndoing: boolean
  /** What became of a form that was sent. */
  told: Told | null
}
/** Why something was not done, as an address says it. */
export const TOLD = [
  'stale',
  'moved',
  'movedAgain',
  'flagged',
  'nothing',
  'state',
  'missing',
  'signedOut',
  'forbidden',
  'secondFactor',
  'foreign',
] as const
export type Told = (typeof TOLD)[number]

type Key = 'page' | 'only' | 'undo' | 'told'
/** How an address spells them. Bookmarks depend on every word here: add, never change. */
const NAMES: Record<Locale, Record<Key, string>> = {
  sv: { page: 'sida', only: 'rader', undo: 'ta-tillbaka', told: 'svar' },
  en: { page: 'page', only: 'rows', undo: 'take-back', told: 'answer' },
}
const FILTER_NAMES: Record<Locale, Record<RowFilter, string>> = {
  sv: {
    ready: 'klara',
    unusual: 'ovanliga',
    wrong: 'fel',
    unknown: 'okanda',
    twice: 'dubbla',
    unchanged: 'oforandrade',
    out: 'utelamnade',
    moved: 'andrade-sedan-dess',
  },
  en: {
    ready: 'ready',
    unusual: 'unusual',
    wrong: 'wrong',
    unknown: 'unknown',
    twice: 'twice',
    unchanged: 'unchanged',
    out: 'left-out',
    moved: 'changed-since',
  },
}

/** Reads the address of a table's page; junk is left out, and nothing makes it throw. */
export function readTableQuery(params: SearchParams, locale: Locale): TableQuery {
  const text = (key: Key) => {
    const value = params[NAMES[locale][key]]
    return (Array.isArray(value) ? value[0] : value) ?? ''
  }
  return {
    page: Number(/^[1-9]\d{0,5}$/.exec(text('page'))?.[0] ?? 1),
    only: ROW_FILTERS.find((filter) => FILTER_NAMES[locale][filter] === text('only')) ?? null,
    isUndoing: text('undo') === '1',
    told: TOLD.find((one) => one === text('told')) ?? null,
  }
}

/** The same as a form sends it along. */
export const readTableQueryString = (text: string, locale: Locale): TableQuery =>
  readTableQuery(Object.fromEntries(new URLSearchParams(text.slice(0, 300))), locale)

/** A query as an address has it, with its question mark, or empty; defaults are left out. */
export function tableQueryString(
  { page = 1, only = null, isUndoing = false, told = null }: Partial<TableQuery>,
  locale: Locale,
): string {
  const names = NAMES[locale]
  const written = new URLSearchParams()
  if (only) written.set(names.only, FILTER_NAMES[locale][only])
  if (page > 1) written.set(names.page, String(page))
  if (isUndoing) written.set(names.undo, '1')
  if (told) written.set(names.told, told)
  return written.size > 0 ? `?${written}` : ''
}

/** The page of a table. */
export const tableAddress = (id: number, query: Partial<TableQuery> = {}): Address => ({
  page: 'staff/follow-up-tables',
  slug: String(id),
  query: { sv: tableQueryString(query, 'sv'), en: tableQueryString(query, 'en') },
})
