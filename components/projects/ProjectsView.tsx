import { useLocale, useTranslations } from 'next-intl'
import { pathOf } from '../../lib/paths.ts'
import { withPage } from '../../lib/projects/search/links.ts'
import type { ProjectList, ProjectQuery } from '../../lib/projects/search/types.ts'
import { ListPager } from '../site/ListPager.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { projectsHref } from './address.ts'
import { ChosenFilters } from './ChosenFilters.tsx'
import { Empty } from './Empty.tsx'
import { Filters } from './Filters.tsx'
import { ProjectRows } from './ProjectRows.tsx'
import { SortField } from './SortField.tsx'

type Props = { query: ProjectQuery; list: ProjectList }

/** The list of projects: one form holds words, filters and order, so that it works without any script. */
export function ProjectsView({ query, list }: Props) {
  const t = useTranslations()
  const locale = useLocale()
  const action = pathOf(locale, { page: 'projects' })
  const hrefOf = (page: number) => projectsHref(withPage(query, page), locale)
  return (
    <form action={action}>
      <PageHead title={query.q ? t('projects.titleFor', { q: query.q }) : t('projects.title')} />
      <div className="mb-8 max-w-[46rem]">
        <SearchField
          label={t('projects.searchLabel')}
          hint={t('site.searchHint')}
          submit={t('site.submit')}
          value={query.q}
        />
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-6 lg:grid-cols-[17rem_minmax(0,1fr)]">
        <Filters facets={list.facets} query={query} />
        <section aria-labelledby="traffar">
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-ink border-t pt-3">
            <h2 id="traffar" className="font-sans font-semibold text-h3 tracking-normal">
              {t('projects.total', { count: list.total })}
            </h2>
            {list.total > 1 && <SortField query={query} />}
          </div>
          <Replaced replaced={list.replaced} />
          <ChosenFilters query={query} facets={list.facets} />
          {list.total === 0 ? <Empty query={query} hints={list.hints} /> : <ProjectRows rows={list.rows} />}
          <ListPager page={list.page} pages={list.pages} hrefOf={hrefOf} />
        </section>
      </div>
    </form>
  )
}

function Replaced({ replaced }: Pick<ProjectList, 'replaced'>) {
  const t = useTranslations('projects')
  return replaced.map(({ typed, used }) => (
    <p key={typed} className="mt-3">
      {t('replaced', { typed, used })}
    </p>
  ))
}
