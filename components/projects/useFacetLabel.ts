import { useLocale, useTranslations } from 'next-intl'
import { type FacetKey, REPORTED, STATUSES } from '../../lib/projects/search/types.ts'
import { facetValueLabel } from './facet-label.ts'

/** The name of a facet's value in the reader's language. */
export function useFacetLabel() {
  const t = useTranslations()
  const locale = useLocale()
  const status = (value: string) => {
    const known = STATUSES.find((key) => key === value)
    return known ? t(`status.${known}`) : value
  }
  const reported = (value: string) => {
    const known = REPORTED.find((key) => key === value)
    return known ? t(`projects.reported.${known}`) : value
  }
  const owner = (name: string) => t('projects.ownedBy', { name })
  const words = { disagreement: t('projects.disagreement'), status, reported, owner }
  return (key: FacetKey, value: string, label?: string) => facetValueLabel(key, value, label, locale, words)
}
