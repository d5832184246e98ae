import { expect, test } from 'vitest'
import { listQueryString, readListQuery } from './list-query.ts'

test('an address in either language is read and written back', () => {
  const query = readListQuery({ sida: '2', fond: 'ESF+', region: 'SE22', ar: '2023' }, 'sv')
  expect(query).toMatchObject({ page: 2, fund: 'ESF+', region: 'SE22', year: 2023 })
  expect(listQueryString(query, 'sv')).toBe('?fond=ESF%2B&region=SE22&ar=2023&sida=2')
  expect(listQueryString(query, 'en')).toBe('?fund=ESF%2B&region=SE22&year=2023&page=2')
})

test('junk in an address is left out', () => {
  const query = readListQuery(
    { sida: '-1', fond: '__proto__', ar: '20', slag: ['DECISION_LIST', 'x'], q: ' a \u0000 b ' },
    'sv',
  )
  expect(query).toEqual({
    page: 1,
    q: 'a b',
    fund: undefined,
    region: undefined,
    year: undefined,
    kind: 'DECISION_LIST',
  })
  expect(listQueryString({ page: 1, q: '' }, 'sv')).toBe('')
})
