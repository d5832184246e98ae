import { formatYears } from '../../lib/format.ts'
import { areaNames, fundName, objectiveNames, regionName } from '../../lib/i18n/codes.ts'
import type { Locale } from '../../lib/paths.ts'
import type { FacetKey } from '../../lib/projects/search/types.ts'

type Words = {
  disagreement: string
  status: (status: string) => string
  reported: (reported: string) => string
  owner: (name: string) => string
}

/** What a value of a facet is called; organisations come with their names. */
export function facetValueLabel(
  key: FacetKey,
  value: string,
  label: string | undefined,
  locale: Locale,
  words: Words,
): string {
  if (key === 'owner') return words.owner(label ?? value)
  if (label) return label
  if (key === 'fund') return fundName(locale, value)
  if (key === 'region') return regionName(locale, value) ?? value
  if (key === 'period') return formatYears(value)
  if (key === 'status') return words.status(value)
  if (key === 'reported') return words.reported(value)
  if (key === 'disagreement') return words.disagreement
  if (key === 'area') return withNames(value, areaNames(locale, value))
  if (key === 'objective') return withNames(value, objectiveNames(locale, value))
  return value
}

/** A code that means different things in different periods has several names. */
const withNames = (code: string, names: string[]) =>
  names.length > 0 ? `${code}\u00a0\u2013 ${names.join(' / ')}` : code
