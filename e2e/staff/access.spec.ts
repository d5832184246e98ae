import { expect, pathOf, test } from './fixtures.ts'
import { mayRole, pathTo, ROLES, STAFF_PAGES } from './staff-pages.ts'

// Who may see which page. There is no proxy that protects anything: each page asks for itself.

const LOGIN = pathOf('sv', { page: 'staff/login' })

for (const [name, { act }] of Object.entries(STAFF_PAGES)) {
  test(`${name}: whoever is not signed in is led to the login`, async ({ page, ask, makeAccount }) => {
    await makeAccount('EDITOR')
    await page.goto(await pathTo(name, ask))
    expect(new URL(page.url()).pathname).toBe(LOGIN)
  })

  for (const role of ROLES)
    test(`${name}: ${role} ${mayRole(role, act) ? 'sees it' : 'does not see it'}`, async ({
      page,
      ask,
      signIn,
    }) => {
      await signIn(role)
      const path = await pathTo(name, ask)
      const response = await page.goto(path)
      if (mayRole(role, act)) {
        expect(response?.status()).toBe(200)
        expect(new URL(page.url()).pathname).toBe(path)
      } else expect(new URL(page.url()).pathname).toBe(LOGIN)
    })
}

test('an account whose second factor is required and missing sees and does nothing before it is set up', async ({
  page,
  ask,
  signIn,
}) => {
  await signIn('ADMINISTRATOR', { mustHaveSecondFactor: true })
  for (const name of Object.keys(STAFF_PAGES)) {
    await page.goto(await pathTo(name, ask))
    expect(new URL(page.url()).pathname, name).toBe(pathOf('sv', { page: 'staff/account' }))
  }
})
