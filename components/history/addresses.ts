import type { HistoryOf, HistoryView, SubjectView } from '../../lib/history/view.ts'
import type { Address } from '../../lib/paths.ts'

/** Which histories a change stands in: an entry's is its decision's, a follow-up's that of what it is attached to. */
function historyOf({ kind, followUp }: SubjectView): HistoryOf {
  if (followUp) return followUp.page
  if (kind === 'project') return 'projects'
  return kind === 'organisation' ? 'organisations' : 'decisions'
}

/** The page of the record that a change is about. */
export const recordAddress = (subject: SubjectView): Address => ({
  page: historyOf(subject),
  slug: subject.slug,
})

/** A record's history, page by page. */
export const historyAddress = (of: HistoryOf, slug: string, page = 1): Address => ({
  page: `history/${of}`,
  slug,
  rest: page === 1 ? '' : `/p${page}`,
})

/** All changes, page by page. */
export const recentAddress = (page = 1): Address => ({
  page: 'history',
  rest: page === 1 ? '' : `/p${page}`,
})

/** A record as it was after a change. */
export const earlierAddress = (of: HistoryOf, slug: string, revision: number): Address => ({
  page: `history/${of}`,
  slug,
  rest: `/${revision}`,
})

/** The record of a change's subject as it was after it. */
export const stateAddress = (subject: SubjectView, revision: number): Address =>
  earlierAddress(historyOf(subject), subject.slug, revision)

/** The feed of a record, or of everything. */
export const feedAddress = (record?: { of: HistoryOf; slug: string }): Address =>
  record
    ? { page: `history/${record.of}`, slug: record.slug, rest: '/atom.xml' }
    : { page: 'history', rest: '/atom.xml' }

/** What a history's page is about: its own record is not named again with every change. */
export const isOwn = ({ of, record }: HistoryView, subject: SubjectView): boolean =>
  historyOf(subject) === of && subject.kind !== 'item' && record.slug === subject.slug
