import type { SearchParams } from '../list-query.ts'
import type { Address, Locale } from '../paths.ts'
import { type Action, isAction } from './actions.ts'

/** What the log can be asked for. */
export type AuditQuery = {
  /** The trace of the registry, or that of accounts. */
  of: 'registry' | 'accounts'
  /** Somebody of the staff by id; whoever works without an account by what the trace calls them. */
  who: number | 'operator' | null
  action: Action | null
  /** A record as it was typed: the last part of its address, or a project's number. */
  record: string
  /** ISO days in Sweden, both included. */
  since: string | null
  until: string | null
  /** What is older than this row of the trace: where the page before ended. */
  before: number | null
}
type Key = keyof AuditQuery

/** How an address spells them. */
const NAMES: Record<Locale, Record<Key, string>> = {
  sv: {
    of: 'av',
    who: 'vem',
    action: 'handelse',
    record: 'post',
    since: 'fran',
    until: 'till',
    before: 'fore',
  },
  en: {
    of: 'of',
    who: 'who',
    action: 'event',
    record: 'record',
    since: 'since',
    until: 'until',
    before: 'before',
  },
}
const ACCOUNTS: Record<Locale, string> = { sv: 'konton', en: 'accounts' }
const LONGEST_TEXT = 200

/** How the address spells a key: for the `name` of form controls. */
export const auditParam = (key: Key, locale: Locale): string => NAMES[locale][key]
export const accountsWord = (locale: Locale): string => ACCOUNTS[locale]

/** Reads an address; junk is left out, and nothing makes it throw. Pure. */
export function readAuditQuery(params: SearchParams, locale: Locale): AuditQuery {
  const text = (key: Key) => {
    const value = params[NAMES[locale][key]]
    return (Array.isArray(value) ? value[0] : value)?.toWellFormed().slice(0, LONGEST_TEXT).trim() ?? ''
  }
  const number = (key: Key) => Number(/^[1-9]\d{0,8}$/.exec(text(key))?.[0] ?? 0) || null
  const action = text('action')
  return {
    of: text('of') === ACCOUNTS[locale] ? 'accounts' : 'registry',
    who: text('who') === 'operator' ? 'operator' : number('who'),
    action: isAction(action) ? action : null,
    record: text('record').replaceAll('\0', ''),
    since: dayIn(text('since')),
    until: dayIn(text('until')),
    before: number('before'),
  }
}

/** A day that there is, or null. */
function dayIn(text: string): string | null {
  if (!/^(?:19|20)\d\d-\d\d-\d\d$/.test(text)) return null
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : null
}

/** The log with a query, as each language spells it; what is not asked for is left out. Pure. */
export const auditAddress = (query: AuditQuery): Address => ({
  page: 'staff/audit',
  query: { sv: queryString(query, 'sv'), en: queryString(query, 'en') },
})

function queryString(query: AuditQuery, locale: Locale): string {
  const names = NAMES[locale]
  const written = new URLSearchParams()
  if (query.of === 'accounts') written.set(names.of, ACCOUNTS[locale])
  for (const key of ['who', 'action', 'record', 'since', 'until', 'before'] as const)
    if (query[key]) written.set(names[key], String(query[key]))
  return written.size > 0 ? `?${written}` : ''
}

/** The log with nothing asked for. */
export const NO_FILTER: AuditQuery = {
  of: 'registry',
  who: null,
  action: null,
  record: '',
  since: null,
  until: null,
  before: null,
}
