import type { SearchParams } from '../../list-query.ts'
import type { Address, Locale } from '../../paths.ts'
import { VERDICTS, type Verdict } from './state.ts'

/** What the page of an import is asked for. */
export type ImportQuery = {
  /** Of its entries. */
  page: number
  verdict?: Verdict | undefined
  /** Only what nobody has decided on. */
  isUndecided: boolean
  /** The entry to be opened. */
  entryId?: number | undefined
  /** Somebody thinks of taking the import back, and reads first what that does. */
  isTakingBack: boolean
}

type Key = 'page' | 'verdict' | 'undecided' | 'entry' | 'takeBack'

/** How an address spells them. Bookmarks depend on every word here: add, never change. */
const NAMES: Record<Locale, Record<Key, string>> = {
  sv: {
    page: 'sida',
    verdict: 'slag',
    undecided: 'oavgjorda',
    entry: 'post',
    takeBack: 'ta-tillbaka',
  },
  en: { page: 'page', verdict: 'kind', undecided: 'undecided', entry: 'entry', takeBack: 'take-back' },
}
const VERDICT_NAMES: Record<Locale, Record<Verdict, string>> = {
  sv: {
    new: 'nya',
    matches: 'kanda',
    unchanged: 'oforandrade',
    changes: 'andrar',
    disagrees: 'sager-emot',
    refused: 'avvisade',
  },
  en: {
    new: 'new',
    matches: 'known',
    unchanged: 'unchanged',
    changes: 'changes',
    disagrees: 'disagrees',
    refused: 'refused',
  },
}

const NOTHING_ASKED: ImportQuery = { page: 1, isUndecided: false, isTakingBack: false }

/** Reads the address of an import's page; junk is left out, and nothing makes it throw. */
export function readImportQuery(params: SearchParams, locale: Locale): ImportQuery {
  const text = (key: Key) => {
    const value = params[NAMES[locale][key]]
    return (Array.isArray(value) ? value[0] : value) ?? ''
  }
  const entry = /^[1-9]\d{0,8}$/.exec(text('entry'))?.[0]
  return {
    page: Number(/^[1-9]\d{0,5}$/.exec(text('page'))?.[0] ?? 1),
    verdict: VERDICTS.find((verdict) => VERDICT_NAMES[locale][verdict] === text('verdict')),
    isUndecided: text('undecided') === '1',
    entryId: entry ? Number(entry) : undefined,
    isTakingBack: text('takeBack') === '1',
  }
}

/** The same as a form sends it along. */
export const readImportQueryString = (text: string, locale: Locale): ImportQuery =>
  readImportQuery(Object.fromEntries(new URLSearchParams(text.slice(0, 300))), locale)

/** A query as an address has it, with its question mark, or empty; defaults are left out. */
export function importQueryString(query: Partial<ImportQuery>, locale: Locale): string {
  const { page, verdict, isUndecided, entryId, isTakingBack } = { ...NOTHING_ASKED, ...query }
  const names = NAMES[locale]
  const written = new URLSearchParams()
  if (verdict) written.set(names.verdict, VERDICT_NAMES[locale][verdict])
  if (isUndecided) written.set(names.undecided, '1')
  if (page > 1) written.set(names.page, String(page))
  if (entryId) written.set(names.entry, String(entryId))
  if (isTakingBack) written.set(names.takeBack, '1')
  return written.size > 0 ? `?${written}` : ''
}

/** The page of an import. */
export const importAddress = (id: number, query: Partial<ImportQuery> = {}): Address => ({
  page: 'staff/imports',
  slug: String(id),
  query: { sv: importQueryString(query, 'sv'), en: importQueryString(query, 'en') },
})

/** The page of the list that an address asks for. */
export const readImportsPage = (params: SearchParams, locale: Locale): number =>
  readImportQuery(params, locale).page

/** The list of imports. */
export const importsAddress = (page = 1): Address => ({
  page: 'staff/imports',
  query: { sv: importQueryString({ page }, 'sv'), en: importQueryString({ page }, 'en') },
})
