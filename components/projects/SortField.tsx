import { useLocale, useTranslations } from 'next-intl'
import { sortParam } from '../../lib/projects/search/params.ts'
import { type ProjectQuery, SORT_KEYS } from '../../lib/projects/search/types.ts'
import { SelectField } from '../ui/SelectField.tsx'

/** The order of the list; it takes hold with the form. */
export function SortField({ query }: { query: ProjectQuery }) {
  const t = useTranslations('projects')
  const locale = useLocale()
  return (
    <span className="flex flex-wrap items-center gap-2 print:hidden">
      <SelectField
        name="sort"
        label={t('sortLabel')}
        value={sortParam(query.sort, locale)}
        options={SORT_KEYS.map((key) => ({
          value: sortParam(key, locale),
          label: t(`sort.${query.q && key === SORT_KEYS[0] ? 'best' : key}`),
        }))}
      />
      <button type="submit" className="button-quiet">
        {t('show')}
      </button>
    </span>
  )
}
