import { useLocale, useTranslations } from 'next-intl'
import { chosenValues, withoutFacets, withToggled } from '../../lib/projects/search/links.ts'
import type { Facet, ProjectQuery } from '../../lib/projects/search/types.ts'
import { CrossIcon } from '../ui/icons.tsx'
import { projectsHref } from './address.ts'
import { useFacetLabel } from './useFacetLabel.ts'

/** What narrows the list; one press takes a choice away. */
export function ChosenFilters({ query, facets }: { query: ProjectQuery; facets: Facet[] }) {
  const t = useTranslations('projects')
  const locale = useLocale()
  const labelOf = useFacetLabel()
  const chosen = chosenValues(query)
  if (chosen.length === 0) return null
  const named = (key: string, value: string) =>
    facets.find((facet) => facet.key === key)?.values.find((known) => known.value === value)?.label
  return (
    <ul aria-label={t('chosen')} className="mt-4 flex flex-wrap items-center gap-2 print:hidden">
      {chosen.map(({ key, value }) => {
        const name = labelOf(key, value, named(key, value))
        return (
          <li key={`${key}-${value}`}>
            <a
              href={projectsHref(withToggled(query, key, value), locale)}
              aria-label={t('remove', { name })}
              className="inline-flex min-h-8 items-center gap-1.5 rounded-full bg-accent-soft px-3 py-1 text-ink text-small no-underline hover:underline"
            >
              {name}
              <CrossIcon />
            </a>
          </li>
        )
      })}
      <li>
        <a href={projectsHref(withoutFacets(query), locale)} className="px-1 py-1 text-small">
          {t('clear')}
        </a>
      </li>
    </ul>
  )
}
