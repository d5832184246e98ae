import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localeOfPath, loginPath, safeWayBack } from './way-back.ts'

test.each([
  '/redaktion',
  '/redaktion/konton?sida=2',
  '/redaktion/projekt/2015-00311?falt=owner',
  '/en/staff',
  '/en/staff/accounts/7',
])('%s is gone back to', (path) => {
  expect(safeWayBack(path, 'sv')).toBe(path)
})

test.each([
  undefined,
  null,
  7,
  ['/redaktion'],
  '',
  '/',
  '/projekt',
  '//elsewhere.example',
  'https://elsewhere.example/redaktion',
  '/\\elsewhere.example',
  '/redaktionen',
  '/redaktion/../projekt',
  '/redaktion/..//elsewhere.example',
  '/redaktion/\t/../..//elsewhere.example',
  '/redaktion\\..\\..\\\\elsewhere.example',
  '/redaktion@elsewhere.example',
  '/redaktion/logga-in?vidare=/redaktion/logga-in',
  `/redaktion/${'a'.repeat(600)}`,
])('%j is not, but the desk', (path) => {
  expect(safeWayBack(path, 'sv')).toBe('/redaktion')
  expect(safeWayBack(path, 'en')).toBe('/en/staff')
})

test('whatever is asked for, a browser stays on this site', () => {
  const piece = fc.constantFrom(
    '/redaktion',
    '/en/staff',
    '/',
    '\\',
    '..',
    '//',
    '@',
    ':',
    'x.example',
    '%2f',
    '\t',
    '?',
    '#',
    '\n',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const { origin, pathname } = new URL(safeWayBack(pieces.join(''), 'sv'), 'https://site.example')
      expect(origin).toBe('https://site.example')
      expect(pathname).toMatch(/^\/(?:redaktion|en\/staff)(?:\/|$)/)
    }),
  )
})

test('the login page carries the way back, and what happened', () => {
  expect(loginPath('sv', '/redaktion/konto')).toBe('/redaktion/logga-in?vidare=%2Fredaktion%2Fkonto')
  expect(loginPath('en', '/en/staff/account', { code: '1' })).toBe(
    '/en/staff/login?next=%2Fen%2Fstaff%2Faccount&code=1',
  )
  expect(loginPath('sv', '/redaktion')).toBe('/redaktion/logga-in')
  expect(loginPath('sv', '/redaktion/konto?_rsc=1x')).toBe('/redaktion/logga-in?vidare=%2Fredaktion%2Fkonto')
  expect(localeOfPath('/en/staff')).toBe('en')
  expect(localeOfPath('/redaktion')).toBe('sv')
  expect(localeOfPath(null)).toBe('sv')
})
