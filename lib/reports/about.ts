import type { SearchParams } from '../list-query.ts'
import { type Address, type Locale, type Page, pathOf } from '../paths.ts'

/** What something can be told of. An item is an entry of a decision; a page is one that shows no record. */
const ABOUT_KINDS = ['project', 'decision', 'item', 'organisation', 'document', 'page'] as const
export type AboutKind = (typeof ABOUT_KINDS)[number]

/** What a report is about. `key`: a record's slug, an entry's id, a page's path, or empty for the site as a whole. */
export type About = { kind: AboutKind; key: string; field: string | null }

export const THE_SITE: About = { kind: 'page', key: '', field: null }

/** How an address spells them. Links depend on every word here: add, never change. */
const NAMES: Record<Locale, Record<AboutKind | 'field', string>> = {
  sv: {
    project: 'projekt',
    decision: 'beslut',
    item: 'post',
    organisation: 'organisation',
    document: 'dokument',
    page: 'sida',
    field: 'falt',
  },
  en: {
    project: 'project',
    decision: 'decision',
    item: 'entry',
    organisation: 'organisation',
    document: 'document',
    page: 'page',
    field: 'field',
  },
}
/** An entry before the decision that it is on: an address may name both. */
const ORDER: AboutKind[] = ['item', 'project', 'decision', 'organisation', 'document', 'page']

/** What an address says that a report is about; junk is the site as a whole. */
export function readAbout(params: SearchParams, locale: Locale): About {
  const names = NAMES[locale]
  const text = (key: AboutKind | 'field') => {
    const value = params[names[key]]
    return (Array.isArray(value) ? value[0] : value) ?? ''
  }
  const kind = ORDER.find((one) => text(one) !== '')
  return (kind && aboutOf(kind, text(kind), text('field'))) || THE_SITE
}

/** Checks the parts of what a report is about, wherever they came from; null where they cannot be meant. */
export function aboutOf(kind: string, key: string, field: string): About | null {
  const known = ABOUT_KINDS.find((one) => one === kind)
  if (!known || !SHAPES[known].test(key)) return null
  return { kind: known, key, field: /^[A-Za-z]{1,40}$/.test(field) ? field : null }
}

const SLUG = /^[\p{L}\p{N}._~-]{1,200}$/u
const SHAPES: Record<AboutKind, RegExp> = {
  project: SLUG,
  decision: SLUG,
  item: /^[1-9]\d{0,8}$/,
  organisation: SLUG,
  document: SLUG,
  // A path of this site, and nothing that a browser reads as another's.
  page: /^(?:\/(?![/\\])[^\s\\\p{C}]{0,299})?$/u,
}

/** The form for telling of it. */
export const reportAddress = (about: About): Address => ({
  page: 'reports',
  query: { sv: queryOf(about, 'sv'), en: queryOf(about, 'en') },
})

function queryOf({ kind, key, field }: About, locale: Locale): string {
  if (key === '') return ''
  const query = new URLSearchParams({ [NAMES[locale][kind]]: key })
  if (field) query.set(NAMES[locale].field, field)
  return `?${query}`
}

/** What a page is about, for telling that something is wrong on it. */
export function aboutPage(locale: Locale, here: Address | undefined): About {
  if (!here || here.page === 'reports') return THE_SITE
  const kind = RECORDS[here.page]
  const about = kind && here.slug ? aboutOf(kind, here.slug, '') : aboutOf('page', pathOf(locale, here), '')
  return about ?? THE_SITE
}

const RECORDS: Partial<Record<Page, AboutKind>> = {
  projects: 'project',
  decisions: 'decision',
  organisations: 'organisation',
  documents: 'document',
  'history/projects': 'project',
  'history/decisions': 'decision',
  'history/organisations': 'organisation',
}
