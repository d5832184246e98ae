import type { FollowUpKind, FollowUpState } from '../../prisma/generated/enums.ts'
import type { FileView } from '../files/view.ts'
import { REGION_CODES } from '../i18n/codes.ts'
import type { SearchParams } from '../list-query.ts'
import type { Address, Locale } from '../paths.ts'
import type { Shown } from '../projects/shown.ts'
import { storable } from '../storable.ts'
import type { FollowUpContent } from './content.ts'
import type { IndicatorProgramme } from './indicators.ts'
import { monthsBetween } from './missing.ts'

/** The parts of the staff's list, in their order. */
export const TABS = ['missing', 'drafts', 'published', 'discarded'] as const
export type Tab = (typeof TABS)[number]

/** What the list is asked for. */
export type StaffListQuery = {
  tab: Tab
  page: number
  region?: string | undefined
  /** Part of an owner's name. */
  owner: string
  /** What one wants to begin a follow-up of: a project's slug, an entry's id. */
  project: string | null
  item: number | null
  /** What was just done, by the follow-up's id. */
  published: number | null
  discarded: number | null
}

/** How addresses spell it. Bookmarks depend on every word here: add, never change. */
const NAMES = {
  tab: { sv: 'flik', en: 'tab' },
  page: { sv: 'sida', en: 'page' },
  region: { sv: 'region', en: 'region' },
  owner: { sv: 'agare', en: 'owner' },
  project: { sv: 'projekt', en: 'project' },
  item: { sv: 'post', en: 'entry' },
  published: { sv: 'publicerat', en: 'published' },
  discarded: { sv: 'undanlagt', en: 'discarded' },
} as const satisfies Record<keyof StaffListQuery, Record<Locale, string>>
const TAB_NAMES: Record<Tab, Record<Locale, string>> = {
  missing: { sv: 'saknas', en: 'missing' },
  drafts: { sv: 'utkast', en: 'drafts' },
  published: { sv: 'publicerade', en: 'published' },
  discarded: { sv: 'undanlagda', en: 'discarded' },
}

/** How the address spells a key: for the `name` of form controls. */
export const listName = (key: keyof StaffListQuery, locale: Locale): string => NAMES[key][locale]

/** Reads an address; junk is left out, and nothing makes it throw. Pure. */
export function readStaffList(params: SearchParams, locale: Locale): StaffListQuery {
  const text = (key: keyof StaffListQuery) => {
    const value = params[NAMES[key][locale]]
    return storable((Array.isArray(value) ? value[0] : value) ?? '').slice(0, 200)
  }
  const id = (key: keyof StaffListQuery) => Number(/^[1-9]\d{0,8}$/.exec(text(key))?.[0] ?? 0) || null
  return {
    tab: TABS.find((tab) => TAB_NAMES[tab][locale] === text('tab')) ?? 'missing',
    page: Number(/^[1-9]\d{0,5}$/.exec(text('page'))?.[0] ?? 1),
    region: REGION_CODES.find((code) => code === text('region')),
    owner: text('owner').replace(/\s+/g, ' ').trim(),
    project: text('project').trim() || null,
    item: id('item'),
    published: id('published'),
    discarded: id('discarded'),
  }
}

/** The staff's list as an address, in both languages; what is not asked for is left out. */
export function staffListAddress(query: Partial<StaffListQuery> = {}): Address {
  return { page: 'staff/follow-up', query: { sv: written(query, 'sv'), en: written(query, 'en') } }
}

function written({ tab, page, ...rest }: Partial<StaffListQuery>, locale: Locale): string {
  const text = new URLSearchParams()
  if (tab && tab !== 'missing') text.set(NAMES.tab[locale], TAB_NAMES[tab][locale])
  for (const [key, value] of Object.entries(rest) as [keyof typeof rest, string | number | null][])
    if (value) text.set(NAMES[key][locale], String(value))
  if (page && page > 1) text.set(NAMES.page[locale], String(page))
  return text.size > 0 ? `?${text}` : ''
}

/** The staff's page of one follow-up. */
export const followUpAddress = (id: number): Address => ({ page: 'staff/follow-up', slug: String(id) })

/** A project that has ended, and what nothing public tells of it. */
export type MissingRow = {
  slug: string
  number: string
  name: string
  owner: string | null
  region: string | null
  /** ISO day on which it ended, by its page or by events. */
  endDate: string
  lacksCosts: boolean
  lacksParticipants: boolean
  lacksReport: boolean
  /** Follow-ups of it that are being written. */
  drafts: number
}

/** What a follow-up is attached to, so that it is told from others. */
export type About =
  | { kind: 'project'; slug: string; number: string; name: string }
  | { kind: 'item'; id: number; name: string; decision: { slug: string; heading: string } }

/** A follow-up as lists of the staff show it. */
export type StaffRow = {
  id: number
  kind: FollowUpKind
  state: FollowUpState
  /** Of a draft as it was typed, valid or not; else an ISO day. */
  asOf: string | null
  about: About
  begunBy: string | null
  updatedBy: string | null
  updatedAt: Date
}

/** A figure that is shown of a project, with its day; `followUpId` is null where its own page says it. */
export type KnownFigure = { measure: string; value: number; asOf: string | null; followUpId: number | null }

/** What is known already of what a draft is about. Kronor, people, ISO days. */
export type Known = {
  about: About
  owner: string | null
  period: string | null
  fund: string | null
  planned: number | null
  budget: number | null
  support: number | null
  startDate: string | null
  endDate: string | null
  figures: KnownFigure[]
  /** Public follow-ups of it, the latest first. */
  published: { id: number; kind: FollowUpKind; asOf: string | null }[]
}

/** A follow-up with everything that its page for the staff shows. */
export type StaffFollowUp = StaffRow & {
  version: number
  content: FollowUpContent
  shown: Readonly<Record<string, Shown>>
  file: FileView | null
  withdrawnAt: Date | null
  withdrawnReason: string | null
  known: Known
}

/** What a new follow-up would be of. */
export type ToFollow = { about: About; finderText: string }

/** A follow-up's public place: on the page of its project, or of its entry's decision. */
export const publicAddress = (about: About, id?: number): Address => {
  const rest = id === undefined ? '' : `#uppfoljning-${id}`
  return about.kind === 'project'
    ? { page: 'projects', slug: about.slug, rest }
    : { page: 'decisions', slug: about.decision.slug, rest: rest || `#post-${about.id}` }
}

/** Whole days, months or years from one ISO day to a later one, as people say it: "14 months". Pure. */
export function timeSince(day: string, today: string): { unit: 'days' | 'months' | 'years'; count: number } {
  const months = monthsBetween(day, today)
  if (months >= 24) return { unit: 'years', count: Math.floor(months / 12) }
  if (months >= 1) return { unit: 'months', count: months }
  const days = Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000)
  return { unit: 'days', count: Math.max(0, days) }
}

/**
 * The programmes whose common indicators fit a project: those of its period. Both where nothing tells the period; none where
 * another fund pays, or where the period had no common ones. Pure.
 */
export function programmesFor({ period, fund }: Pick<Known, 'period' | 'fund'>): IndicatorProgramme[] {
  if (fund !== null && fund !== 'ESF' && fund !== 'ESF+') return []
  if (period === '2014-2020') return ['ESF']
  if (period === '2021-2027' || fund === 'ESF+') return ['ESF+']
  return period === null ? ['ESF', 'ESF+'] : []
}
