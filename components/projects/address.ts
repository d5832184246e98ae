import { type Address, type Locale, pathOf } from '../../lib/paths.ts'
import { projectQueryString } from '../../lib/projects/search/params.ts'
import type { ProjectQuery } from '../../lib/projects/search/types.ts'

/** The list of projects with a query, as each language spells it. */
export const projectsAddress = (query: ProjectQuery): Address => ({
  page: 'projects',
  query: { sv: queryPart(query, 'sv'), en: queryPart(query, 'en') },
})

export const projectsHref = (query: ProjectQuery, locale: Locale): string =>
  pathOf(locale, projectsAddress(query))

function queryPart(query: ProjectQuery, locale: Locale): string {
  const text = projectQueryString(query, locale)
  return text && `?${text}`
}
