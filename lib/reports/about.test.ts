import { expect, test } from 'vitest'
import { pathOf } from '../paths.ts'
import { type About, aboutOf, aboutPage, readAbout, reportAddress, THE_SITE } from './about.ts'

const paramsOf = (path: string) =>
  Object.fromEntries(new URL(path, 'http://site.invalid').searchParams.entries())

test('an address says what a report is about, in its own language’s words', () => {
  const about: About = { kind: 'project', key: '2015-00311', field: 'plannedParticipants' }
  expect(pathOf('sv', reportAddress(about))).toBe('/felanmalan?projekt=2015-00311&falt=plannedParticipants')
  expect(pathOf('en', reportAddress(about))).toBe('/en/reports?project=2015-00311&field=plannedParticipants')
  expect(readAbout({ beslut: '2020-03-19-stockholm-esf', post: '17', falt: 'amount' }, 'sv')).toEqual({
    kind: 'item',
    key: '17',
    field: 'amount',
  })
})

test('what an address is made of is read back from it, in both languages', () => {
  const abouts: About[] = [
    { kind: 'project', key: '22-009-s02', field: null },
    { kind: 'decision', key: '2020-03-19-stockholm-esf', field: 'decisionDate' },
    { kind: 'item', key: '17', field: 'amount' },
    { kind: 'organisation', key: 'sodertalje-kommun', field: null },
    { kind: 'document', key: '0123456789ab', field: null },
    { kind: 'page', key: '/projekt?q=kompetens&fond=ESF', field: null },
    THE_SITE,
  ]
  for (const about of abouts)
    for (const locale of ['sv', 'en'] as const)
      expect(readAbout(paramsOf(pathOf(locale, reportAddress(about))), locale)).toEqual(about)
})

test('junk in an address is the site as a whole, and no other site’s page', () => {
  for (const sida of [
    '//evil.example/x',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/a b',
    '/\u202ex',
  ])
    expect(readAbout({ sida }, 'sv')).toEqual(THE_SITE)
  expect(readAbout({ post: '17; DROP TABLE report' }, 'sv')).toEqual(THE_SITE)
  expect(readAbout({ projekt: ['2015-00311', 'x'] }, 'sv').key).toBe('2015-00311')
  expect(readAbout({ projekt: '2015-00311', falt: '__proto__' }, 'sv').field).toBeNull()
  expect(aboutOf('constructor', 'x', '')).toBeNull()
})

test('a page tells of its record, or of its own address', () => {
  expect(aboutPage('sv', { page: 'projects', slug: '2015-00311' })).toMatchObject({
    kind: 'project',
    key: '2015-00311',
  })
  expect(aboutPage('sv', { page: 'history/organisations', slug: 'sala' })).toMatchObject({
    kind: 'organisation',
  })
  expect(aboutPage('en', { page: 'about' })).toMatchObject({ kind: 'page', key: '/en/about' })
  expect(aboutPage('sv', { page: 'projects', query: '?q=x' })).toMatchObject({
    kind: 'page',
    key: '/projekt?q=x',
  })
})

test('the page that follows a report never gives its address away', () => {
  expect(aboutPage('sv', { page: 'reports', slug: 'a-token' })).toEqual(THE_SITE)
  expect(aboutPage('sv', undefined)).toEqual(THE_SITE)
})
