import { z } from 'zod'
import {
  type Chosen,
  FACET_KEYS,
  type FacetKey,
  type ProjectQuery,
  perFacet,
  REPORTED,
  SORT_KEYS,
  type SortKey,
  STATUSES,
} from './types.ts'

export type Locale = 'sv' | 'en'

type Names = {
  q: string
  sort: string
  page: string
  facets: Record<FacetKey, string>
  sorts: Record<SortKey, string>
  /** Of facets whose values are words. */
  values: Partial<Record<FacetKey, Readonly<Record<string, string>>>>
}

/** How an address spells a query in each language. Bookmarks depend on every word here: add, never change. */
const NAMES: Record<Locale, Names> = {
  sv: {
    q: 'q',
    sort: 'sort',
    page: 'sida',
    facets: {
      fund: 'fond',
      period: 'period',
      region: 'region',
      area: 'omrade',
      objective: 'mal',
      organisation: 'org',
      owner: 'agare',
      year: 'ar',
      status: 'status',
      reported: 'redovisat',
      disagreement: 'oense',
    },
    sorts: {
      newest: 'nyast',
      oldest: 'aldst',
      name: 'namn',
      support: 'stod',
      budget: 'budget',
      number: 'nummer',
    },
    values: {
      status: { planned: 'planerade', running: 'pagaende', ended: 'avslutade' },
      reported: {
        budget: 'kostnader',
        support: 'eu-stod',
        people: 'deltagare',
        women: 'kvinnor',
        men: 'man',
        nonBinary: 'icke-binara',
        nothing: 'inget',
      },
    },
  },
  en: {
    q: 'q',
    sort: 'sort',
    page: 'page',
    facets: {
      fund: 'fund',
      period: 'period',
      region: 'region',
      area: 'area',
      objective: 'objective',
      organisation: 'org',
      owner: 'owner',
      year: 'year',
      status: 'status',
      reported: 'reported',
      disagreement: 'disagreement',
    },
    sorts: Object.fromEntries(SORT_KEYS.map((key) => [key, key])) as Record<SortKey, string>,
    values: {
      status: Object.fromEntries(STATUSES.map((key) => [key, key])),
      reported: {
        budget: 'costs',
        support: 'eu-support',
        people: 'participants',
        women: 'women',
        men: 'men',
        nonBinary: 'non-binary',
        nothing: 'nothing',
      },
    },
  },
}

const LONGEST_TEXT = 200
const MOST_VALUES = 30
const LAST_PAGE = 1_000_000

const SLUG = /^[\p{Ll}\p{N}]+(?:-+[\p{Ll}\p{N}]+)*$/u

// A code that has the right shape but that no project has stays: it gives nothing, and says so.
const SHAPES: Record<FacetKey, RegExp> = {
  fund: /^[A-Z]{2,5}\+?$/,
  period: /^\d{4}-\d{4}$/,
  region: /^SE\d{1,3}$/,
  area: /^[A-Z0-9]{1,3}$/,
  objective: /^[A-Z0-9]{1,3}(?:\.[A-Z0-9]{1,3})?$/,
  organisation: SLUG,
  owner: SLUG,
  year: /^(?:19|20)\d\d$/,
  status: new RegExp(`^(?:${STATUSES.join('|')})$`),
  reported: new RegExp(`^(?:${REPORTED.join('|')})$`),
  disagreement: /^1$/,
}
const LONGEST_VALUE = 200

/** Search parameters as the framework gives them, or anything else: nothing in them is trusted. */
export type SearchParams = Readonly<Record<string, unknown>>

/** Reads a query from an address in one language. Junk is left out; nothing makes it throw. */
export function readProjectQuery(params: SearchParams, locale: Locale): ProjectQuery {
  const names = NAMES[locale]
  return {
    q: Text.parse(own(params, names.q)),
    chosen: readChosen(params, names),
    sort: readSort(own(params, names.sort), names),
    page: Page.parse(own(params, names.page)),
  }
}

/** The canonical query string, without "?": fixed order of keys, values sorted, defaults left out. */
export function projectQueryString(query: ProjectQuery, locale: Locale): string {
  const names = NAMES[locale]
  const written = new URLSearchParams()
  if (query.q) written.append(names.q, query.q)
  for (const key of FACET_KEYS) {
    for (const value of query.chosen[key]) {
      written.append(names.facets[key], facetValueParam(key, value, locale))
    }
  }
  if (query.sort !== SORT_KEYS[0]) written.append(names.sort, names.sorts[query.sort])
  if (query.page > 1) written.append(names.page, String(query.page))
  return written.toString()
}

/** How the address spells a key or a value: for the `name` and `value` of form controls. */
export const facetParam = (key: FacetKey, locale: Locale): string => NAMES[locale].facets[key]
export const sortParam = (sort: SortKey, locale: Locale): string => NAMES[locale].sorts[sort]
export const facetValueParam = (key: FacetKey, value: string, locale: Locale): string =>
  NAMES[locale].values[key]?.[value] ?? value

/** Words, the first of several, without what cannot be stored or seen, white space folded. */
const Text = z
  .preprocess(firstOf, z.string())
  .catch('')
  .transform((text) =>
    text
      .slice(0, LONGEST_TEXT * 2)
      .toWellFormed()
      .normalize('NFC')
      .replace(/[\p{C}\p{Z}\s]+/gu, ' ')
      .trim()
      .slice(0, LONGEST_TEXT)
      .toWellFormed()
      .replace(/\uFFFD/g, '')
      .trim(),
  )

/** A page from 1 on; anything that is no such number is the first. */
const Page = z
  .preprocess(
    firstOf,
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
  )
  .pipe(z.number().int().min(1))
  .transform((page) => Math.min(page, LAST_PAGE))
  .catch(1)

const Values = z
  .preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(z.unknown()))
  .transform((values) => values.filter((value) => typeof value === 'string'))

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value
}

/** `params.constructor` is no parameter. */
const own = (params: SearchParams, name: string): unknown =>
  Object.hasOwn(params, name) ? params[name] : undefined

function readChosen(params: SearchParams, names: Names): Chosen {
  const read = (key: FacetKey) => {
    const values = Values.parse(own(params, names.facets[key]))
    return cleanValues(key, meantBy(values, names.values[key]))
  }
  return perFacet(read)
}

/** The values that have the facet's shape: each once, sorted, not more than a reader would choose. */
export function cleanValues(key: FacetKey, values: readonly string[]): string[] {
  const wellShaped = values.filter((value) => value.length <= LONGEST_VALUE && SHAPES[key].test(value))
  return [...new Set(wellShaped)].slice(0, MOST_VALUES).sort()
}

/** What the words of an address mean; those that mean nothing are left out. */
function meantBy(written: string[], words: Readonly<Record<string, string>> | undefined): string[] {
  if (!words) return written
  return Object.entries(words).flatMap(([value, word]) => (written.includes(word) ? value : []))
}

function readSort(value: unknown, names: Names): SortKey {
  const written = firstOf(value)
  return SORT_KEYS.find((key) => names.sorts[key] === written) ?? SORT_KEYS[0]
}
