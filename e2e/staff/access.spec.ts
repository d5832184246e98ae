import type { APIRequestContext } from '@playwright/test'
import { expect, pathOf, test } from './fixtures.ts'
import { mayRole, pathTo, ROLES, STAFF_PAGES } from './staff-pages.ts'

// Who may see which page. There is no proxy that protects anything: each page asks for itself.

const LOGIN = pathOf('sv', { page: 'staff/login' })

/** Where an answer leads, or nothing where it is the page that was asked for. */
async function leadsTo(request: APIRequestContext, path: string): Promise<string | undefined> {
  const answer = await request.get(path, { maxRedirects: 0 })
  const { location } = answer.headers()
  expect(answer.status()).toBe(location === undefined ? 200 : 307)
  return location && new URL(location, answer.url()).pathname
}

for (const [name, { act }] of Object.entries(STAFF_PAGES)) {
  test(`${name}: whoever is not signed in is led to the login`, async ({ request, ask, makeAccount }) => {
    await makeAccount('EDITOR')
    expect(await leadsTo(request, await pathTo(name, ask))).toBe(LOGIN)
  })

  for (const role of ROLES)
    test(`${name}: ${role} ${mayRole(role, act) ? 'sees it' : 'does not see it'}`, async ({
      context,
      ask,
      signIn,
    }) => {
      await signIn(role)
      const isLedTo = await leadsTo(context.request, await pathTo(name, ask))
      expect(isLedTo).toBe(mayRole(role, act) ? undefined : LOGIN)
    })
}

test('an account whose second factor is required and missing sees and does nothing before it is set up', async ({
  context,
  ask,
  signIn,
}) => {
  await signIn('ADMINISTRATOR', { mustHaveSecondFactor: true })
  const account = pathOf('sv', { page: 'staff/account' })
  for (const name of Object.keys(STAFF_PAGES))
    expect(await leadsTo(context.request, await pathTo(name, ask)), name).toBe(
      name === 'own account' ? undefined : account,
    )
})
