import { afterEach, expect, test } from 'vitest'
import { cookieOptions, nextAuthCookies, pendingCookie, sessionCookie } from './cookies.ts'

afterEach(() => {
  delete process.env.SITE_URL
})

test('behind TLS cookies are sent by TLS only, and no other host can write them', () => {
  process.env.SITE_URL = 'https://fondspar.example'
  expect(sessionCookie()).toBe('__Host-fondspar-session')
  expect(pendingCookie()).toBe('__Host-fondspar-login')
  expect(cookieOptions()).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: true })
  for (const { name, options } of Object.values(nextAuthCookies())) {
    expect(name).toMatch(/^__Host-fondspar-/)
    expect(options).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/', secure: true })
    expect(options).not.toHaveProperty('domain')
  }
})

test('without it they work on one’s own machine', () => {
  expect(sessionCookie()).toBe('fondspar-session')
  expect(cookieOptions()).toMatchObject({ httpOnly: true, secure: false })
})
