import { staffListAddress } from '../follow-up/staff-view.ts'
import { type Address, type Locale, pathOf } from '../paths.ts'
import { type DeskFilter, filterString, wholeOf } from './filter.ts'
import { FOLLOW_UP_TABS, type ItemQueue, isOfFollowUps, QUEUE_PAGES, type Queue } from './queues.ts'
import type { DeskRecord } from './view.ts'

/** What an address of the desk says besides the filter. Bookmarks depend on every word here: add, never change. */
const NAMES = {
  /** What was just saved: see lib/desk/notice.ts. */
  saved: { sv: 'sparat', en: 'saved' },
  /** Something was just undone. */
  undone: { sv: 'angrat', en: 'undone' },
  /** Go to the first thing of the queue. */
  begin: { sv: 'borja', en: 'begin' },
  /** The words to find a project by. */
  find: { sv: 'sok', en: 'find' },
} as const satisfies Record<string, Record<Locale, string>>
export type DeskParam = keyof typeof NAMES
export const deskParam = (key: DeskParam, locale: Locale): string => NAMES[key][locale]

type More = Partial<Record<DeskParam, string>>
const named = (more: More, locale: Locale) =>
  Object.fromEntries(Object.entries(more).map(([key, value]) => [deskParam(key as DeskParam, locale), value]))

const queryOf = (filter: DeskFilter, more: More): Record<Locale, string> => ({
  sv: filterString(filter, 'sv', named(more, 'sv')),
  en: filterString(filter, 'en', named(more, 'en')),
})

/** A queue's list. Follow-ups have filters of their own. */
export const queueAddress = (queue: Queue, filter: DeskFilter, more: More = {}): Address =>
  isOfFollowUps(queue)
    ? staffListAddress({ tab: FOLLOW_UP_TABS[queue] })
    : { page: QUEUE_PAGES[queue], query: queryOf(filter, more) }

/** One thing of a queue, which stays within the filter. */
export const taskAddress = (queue: ItemQueue, key: string, filter: DeskFilter, more: More = {}): Address => ({
  page: QUEUE_PAGES[queue],
  slug: key,
  query: queryOf(wholeOf(filter), more),
})

/** Where a record is corrected; the field that it is about, and where to go on afterwards. */
export function editAddress(record: DeskRecord, field?: string | null, then?: string): Address {
  if (record.kind === 'document') return { page: 'documents', slug: record.slug }
  const query = new URLSearchParams({ ...(field && { falt: field }), ...(then && { till: then }) }).toString()
  return { ...EDIT[record.kind](record), query: query && `?${query}` }
}

type Editable = Exclude<DeskRecord, { kind: 'document' }>
const EDIT: Record<Editable['kind'], (record: Editable) => Address> = {
  project: ({ slug }) => ({ page: 'staff/projects', slug }),
  item: ({ id }) => ({ page: 'staff/entries', slug: String(id) }),
  decision: ({ slug }) => ({ page: 'staff/decisions', slug }),
  organisation: ({ slug }) => ({ page: 'staff/organisations', slug }),
}

const PUBLIC = {
  project: 'projects',
  item: 'decisions',
  decision: 'decisions',
  organisation: 'organisations',
  document: 'documents',
} as const

/** A record's public page. An entry's is a place on its decision's. */
export function publicPath(locale: Locale, record: DeskRecord): string {
  const path = pathOf(locale, { page: PUBLIC[record.kind], slug: record.slug })
  return record.kind === 'item' ? `${path}#post-${record.id}` : path
}
