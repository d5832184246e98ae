import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LOCALES } from '../paths.ts'
import {
  programmesFor,
  publicAddress,
  readStaffList,
  type StaffListQuery,
  staffListAddress,
  TABS,
  timeSince,
} from './staff-view.ts'

test('the list’s address says what is asked for, in either language', () => {
  const queries = fc.record<StaffListQuery>({
    tab: fc.constantFrom(...TABS),
    page: fc.integer({ min: 1, max: 999_999 }),
    region: fc.constantFrom('SE11', 'SE0', undefined),
    owner: fc.constantFrom('', 'Sala kommun', '100 % & co'),
    project: fc.constantFrom(null, '2015-00311'),
    item: fc.constantFrom(null, 17),
    published: fc.constantFrom(null, 3),
    discarded: fc.constantFrom(null, 4),
  })
  fc.assert(
    fc.property(queries, fc.constantFrom(...LOCALES), (query, locale) => {
      const written = staffListAddress(query).query
      const text = typeof written === 'object' ? written[locale] : ''
      expect(readStaffList(Object.fromEntries(new URLSearchParams(text)), locale)).toEqual(query)
    }),
  )
})

test('junk in the address is left out', () => {
  const junk = {
    flik: 'hemligt',
    sida: '-1',
    region: 'SE99',
    post: '1e3',
    publicerat: 'x',
    agare: ['a', 'b'],
  }
  expect(readStaffList(junk, 'sv')).toEqual({
    tab: 'missing',
    page: 1,
    region: undefined,
    owner: 'a',
    project: null,
    item: null,
    published: null,
    discarded: null,
  })
})

test('how long ago a project ended is told in days, months or years', () => {
  expect(timeSince('2026-11-21', '2026-11-22')).toEqual({ unit: 'days', count: 1 })
  expect(timeSince('2026-10-30', '2026-11-22')).toEqual({ unit: 'days', count: 23 })
  expect(timeSince('2025-09-15', '2026-11-22')).toEqual({ unit: 'months', count: 14 })
  expect(timeSince('2025-12-31', '2026-02-28')).toEqual({ unit: 'months', count: 2 })
  expect(timeSince('2012-01-01', '2026-11-22')).toEqual({ unit: 'years', count: 14 })
})

test('the common indicators are those of the project’s own period and fund', () => {
  expect(programmesFor({ period: '2014-2020', fund: 'ESF' })).toEqual(['ESF'])
  expect(programmesFor({ period: '2021-2027', fund: 'ESF+' })).toEqual(['ESF+'])
  expect(programmesFor({ period: '2007-2013', fund: 'ESF' })).toEqual([])
  expect(programmesFor({ period: '2014-2020', fund: 'ERUF' })).toEqual([])
  expect(programmesFor({ period: null, fund: 'ESF+' })).toEqual(['ESF+'])
  expect(programmesFor({ period: null, fund: null })).toEqual(['ESF', 'ESF+'])
})

test('a follow-up’s public place is on its project’s page, or on that of its entry’s decision', () => {
  const project = { kind: 'project' as const, slug: '2015-00311', number: '2015/00311', name: 'MAP2020' }
  expect(publicAddress(project, 7)).toEqual({ page: 'projects', slug: '2015-00311', rest: '#uppfoljning-7' })
  const item = { kind: 'item' as const, id: 5, name: 'X', decision: { slug: 'beslut', heading: 'Beslut' } }
  expect(publicAddress(item, 7)).toEqual({ page: 'decisions', slug: 'beslut', rest: '#uppfoljning-7' })
  expect(publicAddress(item)).toEqual({ page: 'decisions', slug: 'beslut', rest: '#post-5' })
})
