import type { ReportStatus } from '../../prisma/generated/enums.ts'
import type { SearchParams } from '../list-query.ts'
import { type Address, type Locale, pathOf } from '../paths.ts'

/** The three lists of reports: nobody has answered, the reporter is asked, closed. */
export const PILES = ['open', 'asked', 'closed'] as const
export type Pile = (typeof PILES)[number]

export const STATUSES: Record<Pile, ReportStatus[]> = {
  open: ['OPEN'],
  asked: ['ASKED'],
  closed: ['ACCEPTED', 'DECLINED'],
}
export const pileOf = (status: ReportStatus): Pile =>
  PILES.find((pile) => STATUSES[pile].includes(status)) ?? 'open'

export type ReportsQuery = { pile: Pile; page: number }

const NAMES: Record<Locale, { pile: string; page: string; piles: Record<Pile, string> }> = {
  sv: { pile: 'lage', page: 'sida', piles: { open: 'oppna', asked: 'fragade', closed: 'avslutade' } },
  en: { pile: 'state', page: 'page', piles: { open: 'open', asked: 'asked', closed: 'closed' } },
}

/** Reads the address of the list of reports; junk is left out. */
export function readReportsQuery(params: SearchParams, locale: Locale): ReportsQuery {
  const names = NAMES[locale]
  const page = String(params[names.page] ?? '')
  return {
    pile: PILES.find((pile) => params[names.pile] === names.piles[pile]) ?? 'open',
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  }
}

export const reportsAddress = (query: ReportsQuery): Address => ({
  page: 'staff/reports',
  query: { sv: queryString(query, 'sv'), en: queryString(query, 'en') },
})

function queryString({ pile, page }: ReportsQuery, locale: Locale): string {
  const names = NAMES[locale]
  const query = new URLSearchParams()
  if (pile !== 'open') query.set(names.pile, names.piles[pile])
  if (page > 1) query.set(names.page, String(page))
  return query.size > 0 ? `?${query}` : ''
}

/** How the page that corrects a record is told of the field, the report that it follows, and the way back. */
const CORRECTION: Record<Locale, { field: string; report: string; back: string }> = {
  sv: { field: 'falt', report: 'anmalan', back: 'till' },
  en: { field: 'field', report: 'report', back: 'next' },
}

/** The page that corrects a record, after a report. */
export const correctionAfter = (editing: Address, reportId: number, field: string | null): Address => {
  const query = (locale: Locale) => {
    const names = CORRECTION[locale]
    const written = new URLSearchParams({
      ...(field && { [names.field]: field }),
      [names.report]: String(reportId),
      [names.back]: pathOf(locale, { page: 'staff/reports', slug: String(reportId) }),
    })
    return `?${written}`
  }
  return { ...editing, query: { sv: query('sv'), en: query('en') } }
}
