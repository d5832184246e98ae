import { useLocale, useTranslations } from 'next-intl'
import { formatNumber } from '../../lib/format.ts'
import { chosenValues } from '../../lib/projects/search/links.ts'
import { facetParam, facetValueParam } from '../../lib/projects/search/params.ts'
import type { Facet, FacetKey, FacetValue, ProjectQuery } from '../../lib/projects/search/types.ts'
import { useFacetLabel } from './useFacetLabel.ts'

type Props = { facets: Facet[]; query: ProjectQuery }

/** Facets that are short, and open from the start where there is room. */
const OPEN: readonly FacetKey[] = ['fund', 'period', 'region', 'status', 'reported', 'disagreement']

/** Boxes to tick, with how many projects each would give. Folded on a phone. */
export function Filters({ facets, query }: Props) {
  const t = useTranslations('projects')
  const count = chosenValues(query).length
  if (facets.every(({ values }) => values.length === 0)) return <div />
  return (
    <details className="always-open print:hidden">
      <summary className="button-quiet mb-3">
        {t('filters')}
        {count > 0 && ` · ${t('filtersChosen', { count })}`}
      </summary>
      <h2 className="sr-only">{t('filters')}</h2>
      {facets.map((facet) => (
        <FacetBox key={facet.key} facet={facet} />
      ))}
      <button type="submit" className="button mt-5 w-full">
        {t('apply')}
      </button>
    </details>
  )
}

function FacetBox({ facet }: { facet: Facet }) {
  const t = useTranslations('projects')
  if (facet.values.length === 0) return null
  const isOpen = OPEN.includes(facet.key) || facet.values.some(({ chosen }) => chosen)
  return (
    <details open={isOpen} className="border-line border-t py-2 first-of-type:border-ink">
      <summary className="min-h-8 py-1 font-semibold text-small">{t(`facet.${facet.key}`)}</summary>
      <fieldset className="grid gap-0.5 pt-1 pb-2">
        <legend className="sr-only">{t(`facet.${facet.key}`)}</legend>
        {facet.values.map((value) => (
          <FacetChoice key={value.value} facetKey={facet.key} value={value} />
        ))}
        {facet.more > 0 && <p className="pt-1 text-fine text-muted">{t('more', { count: facet.more })}</p>}
      </fieldset>
    </details>
  )
}

function FacetChoice({ facetKey, value }: { facetKey: FacetKey; value: FacetValue }) {
  const locale = useLocale()
  const labelOf = useFacetLabel()
  return (
    <label className="-mx-1.5 grid min-h-8 cursor-pointer grid-cols-[auto_1fr_auto] items-baseline gap-2.5 rounded-sm px-1.5 py-1 text-small hover:bg-accent-soft">
      <input
        type="checkbox"
        name={facetParam(facetKey, locale)}
        value={facetValueParam(facetKey, value.value, locale)}
        defaultChecked={value.chosen}
        className="size-4 translate-y-0.5"
      />
      <span className="min-w-0 hyphens-auto [overflow-wrap:anywhere]">
        {labelOf(facetKey, value.value, value.label)}
      </span>
      <span className="figures text-fine text-muted">{formatNumber(locale, value.count)}</span>
    </label>
  )
}
