import type { SearchParams } from '../../list-query.ts'
import type { Locale } from '../../paths.ts'
import { projectQueryString, readProjectQuery } from '../../projects/search/params.ts'
import type { ProjectQuery } from '../../projects/search/types.ts'

/** Which projects a template is for: those of a search, or those that ended before a day among them. */
export type Choice = { query: ProjectQuery; endedBefore: string | null }

type Key = 'endedBefore' | 'address' | 'page'
/** How an address spells what the list of projects does not have. Bookmarks depend on every word here: add, never change. */
const NAMES: Record<Locale, Record<Key, string>> = {
  sv: { endedBefore: 'slutat-fore', address: 'adress', page: 'tabeller' },
  en: { endedBefore: 'ended-before', address: 'address', page: 'tables' },
}
/** How the address spells a key: for the `name` of form controls. */
export const choiceParam = (key: Key, locale: Locale): string => NAMES[locale][key]

/**
 * Reads which projects are asked for: as the address of the list of projects spells it, with a day, or by such an address
 * that somebody has pasted. Junk is left out, and nothing makes it throw.
 */
export function readChoice(params: SearchParams, locale: Locale): Choice {
  const text = (key: Key) => textOf(params, NAMES[locale][key])
  const day = /^\d{4}-\d{2}-\d{2}$/.exec(text('endedBefore'))?.[0]
  const isDay = day !== undefined && !Number.isNaN(Date.parse(day))
  const pasted = text('address').trim()
  const query = pasted === '' ? readProjectQuery(params, locale) : readPastedAddress(pasted, locale)
  return { query: { ...query, page: 1 }, endedBefore: isDay ? day : null }
}

/** The page of the list of tables that an address asks for. */
export const readTablesPage = (params: SearchParams, locale: Locale): number =>
  Number(/^[1-9]\d{0,5}$/.exec(textOf(params, NAMES[locale].page))?.[0] ?? 1)

function textOf(params: SearchParams, name: string): string {
  const value = Object.hasOwn(params, name) ? params[name] : undefined
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** A choice as an address has it, without a question mark. */
export function choiceString({ query, endedBefore }: Choice, locale: Locale): string {
  const written = new URLSearchParams(projectQueryString(query, locale))
  if (endedBefore !== null) written.set(NAMES[locale].endedBefore, endedBefore)
  return written.toString()
}

/** Reads the query string of the public list of projects, or its whole address, as somebody pastes it. Pure. */
export function readPastedAddress(text: string, locale: Locale): ProjectQuery {
  const typed = text.trim().slice(0, 4000)
  const query = typed.includes('?') ? typed.slice(typed.indexOf('?') + 1) : typed
  const params = new URLSearchParams(query.replace(/#.*$/, ''))
  // An address says by its path which language it is in; a query string alone is in the page's.
  const language = /\/en\//.test(typed) ? 'en' : /\/projekt(?:[/?#]|$)/.test(typed) ? 'sv' : locale
  return readProjectQuery(
    Object.fromEntries([...new Set(params.keys())].map((key) => [key, params.getAll(key)])),
    language,
  )
}
