import { safeWayBack } from '../auth/way-back.ts'
import type { SearchParams } from '../list-query.ts'
import { type Address, type Locale, type Page, pathOf } from '../paths.ts'
import { type SubjectKind, typeOf } from './fields.ts'

/** How addresses of edit pages spell what they say. Links depend on every word here: add, never change. */
const NAMES = {
  /** The field that it is about; may stand more than once. */
  field: { sv: 'falt', en: 'field' },
  /** Where to go once it is saved. */
  onwards: { sv: 'till', en: 'next' },
  /** The visitor's report that is followed. */
  report: { sv: 'anmalan', en: 'report' },
  /** What was just saved. */
  saved: { sv: 'sparat', en: 'saved' },
  /** What others had changed meanwhile. */
  merged: { sv: 'andrat', en: 'merged' },
} as const satisfies Record<string, Record<Locale, string>>
type Name = keyof typeof NAMES

/** What the address of an edit page says. */
export type EditQuery = {
  fields: string[]
  onwards: string | null
  reportId: number | null
  saved: string[]
  merged: string[]
}

/** Reads an address; each name is understood in both languages, junk is left out. Pure. */
export function readEditQuery(kind: SubjectKind, params: SearchParams, locale: Locale): EditQuery {
  const all = (name: Name) =>
    [params[NAMES[name].sv], params[NAMES[name].en]].flat().filter((text) => text !== undefined)
  const fields = (name: Name) =>
    [...new Set(all(name).flatMap((text) => text.split(between(PAGES[kind]))))].filter((field) =>
      typeOf(kind, field),
    )
  const onwards = all('onwards')[0]
  const report = Number(/^[1-9]\d{0,8}$/.exec(all('report')[0] ?? '')?.[0] ?? 0)
  return {
    fields: fields('field'),
    onwards: onwards ? safeWayBack(onwards, locale) : null,
    reportId: report || null,
    saved: fields('saved'),
    merged: fields('merged'),
  }
}

const PAGES: Record<SubjectKind, Page> = {
  project: 'staff/projects',
  item: 'staff/entries',
  decision: 'staff/decisions',
  organisation: 'staff/organisations',
  followUp: 'staff/follow-up',
}

/** What stands between fields in an address: those of follow-ups have dots of their own. */
const between = (page: Page) => (page === PAGES.followUp ? '~' : '.')

/** The edit page of a record. `key`: its slug, an entry's id. */
export const editPage = (kind: SubjectKind, key: string): Address => ({ page: PAGES[kind], slug: key })

type AfterSave = Pick<EditQuery, 'saved' | 'merged'> & { onwards: string; correctionId: number }

/** Where somebody goes who has saved: back to where they came from, unless there is more to tell of the save. */
export function afterSave(locale: Locale, edited: Address, after: AfterSave): string {
  const { saved, merged, correctionId } = after
  const onwards = after.onwards ? safeWayBack(after.onwards, locale) : null
  if (onwards && merged.length === 0) return withQuery(onwards, { [NAMES.saved[locale]]: `c${correctionId}` })
  const query = {
    [NAMES.saved[locale]]: saved.join(between(edited.page)),
    ...(merged.length > 0 && { [NAMES.merged[locale]]: merged.join(between(edited.page)) }),
    ...(onwards && { [NAMES.onwards[locale]]: onwards }),
  }
  return withQuery(pathOf(locale, edited), query)
}

function withQuery(path: string, query: Record<string, string>): string {
  const [bare = '', held] = path.split('?')
  const written = new URLSearchParams(held)
  for (const [name, value] of Object.entries(query)) written.set(name, value)
  return `${bare}?${written}`
}
