import { expect, test } from 'vitest'
import { readEditQuery } from '../corrections/address.ts'
import { pathOf } from '../paths.ts'
import { correctionAfter, pileOf, readReportsQuery, reportsAddress } from './params.ts'

const paramsOf = (path: string) =>
  Object.fromEntries(new URL(path, 'http://site.invalid').searchParams.entries())

test('the list’s address says which reports, in its own language’s words', () => {
  expect(pathOf('sv', reportsAddress({ pile: 'open', page: 1 }))).toBe('/redaktion/felanmalningar')
  for (const locale of ['sv', 'en'] as const)
    for (const query of [
      { pile: 'asked', page: 2 },
      { pile: 'closed', page: 1 },
    ] as const)
      expect(readReportsQuery(paramsOf(pathOf(locale, reportsAddress(query))), locale)).toEqual(query)
  expect(readReportsQuery({ lage: 'constructor', sida: '-1' }, 'sv')).toEqual({ pile: 'open', page: 1 })
  expect(pileOf('DECLINED')).toBe('closed')
})

test('the page that corrects a record is told of the field, of the report, and to come back to it', () => {
  const address = correctionAfter({ page: 'staff/projects', slug: '2016-00112' }, 17, 'plannedParticipants')
  expect(pathOf('sv', address)).toMatch(
    /^\/redaktion\/projekt\/2016-00112\?falt=plannedParticipants&anmalan=17&/,
  )
  for (const locale of ['sv', 'en'] as const)
    expect(readEditQuery('project', paramsOf(pathOf(locale, address)), locale)).toMatchObject({
      fields: ['plannedParticipants'],
      reportId: 17,
      onwards: pathOf(locale, { page: 'staff/reports', slug: '17' }),
    })
})
