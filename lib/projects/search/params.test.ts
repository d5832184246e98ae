import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EVERYTHING, withoutFacets, withPage, withSort, withToggled } from './links.ts'
import { cleanValues, type Locale, projectQueryString, readProjectQuery } from './params.ts'
import { FACET_KEYS, type FacetKey, type ProjectQuery, perFacet, SORT_KEYS } from './types.ts'

const VALUES: Record<FacetKey, string[]> = {
  fund: ['ESF', 'ESF+', 'ERUF', 'FRO'],
  period: ['2007-2013', '2014-2020', '2021-2027'],
  region: ['SE11', 'SE0', 'SE33'],
  area: ['1', '2', 'A', 'F'],
  objective: ['1', '2.1', 'A2A', 'F1'],
  organisation: ['sodertalje-kommun', 'skane-stadsmission', 'region-orebro-lan'],
  owner: ['sodertalje-kommun', 'malmo-stad'],
  year: ['2008', '2015', '2027'],
  status: ['planned', 'running', 'ended'],
  reported: ['budget', 'nonBinary', 'nothing'],
  disagreement: ['1'],
}

const chosen = fc.record(
  perFacet((key) => fc.subarray(VALUES[key]).map((values) => cleanValues(key, values))),
)
const text = fc
  .oneof(fc.constantFrom('', 'kompetens', '"i arbete" ung', '2015/00311', 'å ä & = + %20'), fc.string())
  .map((q) => readProjectQuery({ q }, 'sv').q)
const query: fc.Arbitrary<ProjectQuery> = fc.record({
  q: text,
  chosen,
  sort: fc.constantFrom(...SORT_KEYS),
  page: fc.integer({ min: 1, max: 1_000_000 }),
})
const locale = fc.constantFrom<Locale>('sv', 'en')

/** Parameters as the framework reads them from an address. */
function paramsOf(address: string): Record<string, string | string[]> {
  const params = new URLSearchParams(address)
  return Object.fromEntries(
    [...new Set(params.keys())].map((key) => {
      const values = params.getAll(key)
      return [key, values.length > 1 ? values : (values[0] ?? '')]
    }),
  )
}

describe('the state in the address', () => {
  test('is read back as it was written, in both languages', () => {
    fc.assert(
      fc.property(query, locale, (state, language) => {
        expect(readProjectQuery(paramsOf(projectQueryString(state, language)), language)).toEqual(state)
      }),
    )
  })

  test('has one spelling, whatever the order in which it was put together', () => {
    fc.assert(
      fc.property(query, locale, (state, language) => {
        const address = projectQueryString(state, language)
        const turned = [...new URLSearchParams(address)].reverse()
        const again = readProjectQuery(paramsOf(new URLSearchParams(turned).toString()), language)
        expect(projectQueryString(again, language)).toBe(address)
      }),
    )
  })

  test('leaves out what is the default', () => {
    expect(projectQueryString(EVERYTHING, 'sv')).toBe('')
  })

  test('speaks the language of the page', () => {
    const state = withSort(
      withToggled(withToggled(EVERYTHING, 'status', 'running'), 'region', 'SE11'),
      'support',
    )
    expect(projectQueryString(withPage(state, 3), 'sv')).toBe('region=SE11&status=pagaende&sort=stod&sida=3')
    expect(projectQueryString(withPage(state, 3), 'en')).toBe(
      'region=SE11&status=running&sort=support&page=3',
    )
  })

  test('spells what is reported in words that both languages read back', () => {
    const state = withToggled(withToggled(EVERYTHING, 'reported', 'budget'), 'reported', 'nonBinary')
    expect(projectQueryString(state, 'sv')).toBe('redovisat=kostnader&redovisat=icke-binara')
    expect(projectQueryString(state, 'en')).toBe('reported=costs&reported=non-binary')
    expect(readProjectQuery({ redovisat: ['budget', 'inget'] }, 'sv').chosen.reported).toEqual(['nothing'])
  })

  test('takes anything at all without a complaint, and gives clean values', () => {
    const keys = fc.constantFrom(
      'q',
      'fond',
      'period',
      'region',
      'org',
      'ar',
      'status',
      'sort',
      'sida',
      '__proto__',
    )
    fc.assert(
      fc.property(fc.dictionary(keys, fc.anything()), (params) => {
        const read = readProjectQuery(params, 'sv')
        expect(read.page).toBeGreaterThanOrEqual(1)
        expect(Number.isSafeInteger(read.page)).toBe(true)
        expect(read.q.isWellFormed() && !read.q.includes('\0')).toBe(true)
        for (const key of FACET_KEYS) expect(read.chosen[key]).toEqual(cleanValues(key, read.chosen[key]))
      }),
    )
  })

  test.each([
    [{ sida: '99999999999999999999' }, 1],
    [{ sida: '-1' }, 1],
    [{ sida: '0' }, 1],
    [{ sida: '2.5' }, 1],
    [{ sida: ['4', '9'] }, 4],
    [{ sida: '999999999' }, 1_000_000],
  ])('page of %j is %i', (params, page) => {
    expect(readProjectQuery(params, 'sv').page).toBe(page)
  })

  test('drops values of the wrong shape and repeats', () => {
    const { chosen } = readProjectQuery({ fond: ['ESF', 'ESF', '<b>', { in: 'ESF' }], ar: '20155' }, 'sv')
    expect(chosen).toMatchObject({ fund: ['ESF'], year: [] })
  })
})

describe('links', () => {
  test('toggling a value twice changes nothing but the page', () => {
    fc.assert(
      fc.property(query, fc.constantFrom(...FACET_KEYS), (state, key) => {
        const value = VALUES[key][0] ?? ''
        const twice = withToggled(withToggled(state, key, value), key, value)
        expect(twice).toEqual({ ...state, page: 1 })
      }),
    )
  })

  test('clearing all filters keeps the words and the order', () => {
    const state = withToggled({ ...EVERYTHING, q: 'ung', sort: 'name', page: 4 }, 'fund', 'ESF')
    expect(withoutFacets(state)).toEqual({ ...EVERYTHING, q: 'ung', sort: 'name' })
  })
})
