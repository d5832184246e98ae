import { expect, test } from 'vitest'
import { projectQueryString } from '../../lib/projects/search/params.ts'
import { projectsBehind, projectsOfOwner, thatReported } from './behind.ts'

const address = (...group: Parameters<typeof projectsBehind>) => {
  const query = projectsBehind(...group)
  return query && projectQueryString(query, 'sv')
}

test('each sum leads to the projects that it is of', () => {
  expect(address('region', { period: null, code: 'SE22' })).toBe('region=SE22')
  expect(address('programmeArea', { period: '2014-2020', code: '2' })).toBe('period=2014-2020&omrade=2')
  expect(address('specificObjective', { period: '2021-2027', code: 'A2A' })).toBe('period=2021-2027&mal=A2A')
})

test('and to none where no search lists just them', () => {
  expect(address('region', { period: null, code: null })).toBeNull()
  expect(address('programmeArea', { period: null, code: '2' })).toBeNull()
  expect(address('specificObjective', { period: '2021-2027', code: 'något annat' })).toBeNull()
})

test('its coverage leads to those of them that have reported, in both languages', () => {
  const group = projectsBehind('programmeArea', { period: '2014-2020', code: '2' })
  const reported = group && thatReported(group, 'people')
  expect(reported && projectQueryString(reported, 'sv')).toBe('period=2014-2020&omrade=2&redovisat=deltagare')
  expect(reported && projectQueryString(reported, 'en')).toBe('period=2014-2020&area=2&reported=participants')
})

test('that of an organisation to those that it owns, and to none where its address is not one', () => {
  const owned = projectsOfOwner('malmo-stad')
  expect(owned && projectQueryString(thatReported(owned, 'budget'), 'sv')).toBe(
    'agare=malmo-stad&redovisat=kostnader',
  )
  expect(projectsOfOwner('Malmö stad')).toBeNull()
})
