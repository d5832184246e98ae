import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import type { BrowserContext, Page } from '@playwright/test'
import { encode } from 'next-auth/jwt'
import { test as base } from '../fixtures.ts'

export { axeFindings, expect, expectStandsUp, LOCALES, pathOf } from '../fixtures.ts'

export type Role = 'EDITOR' | 'ADMINISTRATOR'
type Account = { id: number; email: string; name: string }
type Wanted = {
  name?: string
  /** Agrees to be named in the public history. */
  showsName?: boolean
  passwordHash?: string
  mustHaveSecondFactor?: boolean
}

type Fixtures = {
  /** Makes an account, with its trace. */
  makeAccount: (role: Role, wanted?: Wanted) => Promise<Account>
  /**
   * Signs a browser in: this test's own, or another. A session row and its cookie, as the login makes them; what the login
   * itself does is tested in accounts.spec.ts.
   */
  signIn: (role: Role, wanted?: Wanted & { context?: BrowserContext }) => Promise<Account>
  /** Opens an address as another editor, Bo Exempel, in a browser of their own that ends with the test. */
  openAsBo: (url: string) => Promise<Page>
}

export const test = base.extend<Fixtures>({
  makeAccount: async ({ ask }, use) => {
    await use(async (role, { name = 'Kim Exempel', showsName = false, ...wanted } = {}) => {
      const email = `konto-${randomBytes(6).toString('hex')}@example.se`
      const { passwordHash = null, mustHaveSecondFactor = false } = wanted
      // One statement is one transaction: without its event the database refuses the account.
      const [row] = await ask<{ id: number }>(
        `WITH made AS (
           INSERT INTO app_user (email, name, role, "showsName", "passwordHash", "mustHaveSecondFactor")
           VALUES ($1, $2, $3::"Role", $4, $5, $6) RETURNING id),
         told AS (INSERT INTO account_event ("userId", actor, action) SELECT id, 'operator', 'added' FROM made)
         SELECT id FROM made`,
        [email, name, role, showsName, passwordHash, mustHaveSecondFactor],
      )
      return { id: row?.id ?? 0, email, name }
    })
  },
  signIn: async ({ ask, makeAccount, context: own }, use) => {
    await use(async (role, { context = own, ...wanted } = {}) => {
      const account = await makeAccount(role, wanted)
      const secret = randomBytes(32).toString('base64url')
      await ask(
        `INSERT INTO session ("tokenHash", "userId", "expiresAt", method, browser, address)
         VALUES ($1, $2, now() + interval '1 day', 'password', 'Chrome, Linux', '127.0.0.1')`,
        [createHash('sha256').update(secret).digest('hex'), account.id],
      )
      const url = process.env.BASE_URL ?? 'http://localhost:3000'
      const cookie = { name: SESSION_COOKIE, value: await cookieOf(secret), url, httpOnly: true }
      await context.addCookies([{ ...cookie, sameSite: 'Lax' }])
      return account
    })
  },
  openAsBo: async ({ browser, signIn }, use) => {
    const baseURL = process.env.BASE_URL ?? 'http://localhost:3000'
    const context = await browser.newContext({ baseURL, locale: 'sv-SE' })
    await use(async (url) => {
      await signIn('EDITOR', { name: 'Bo Exempel', context })
      const page = await context.newPage()
      await page.goto(url)
      return page
    })
    await context.close()
  },
})

/** As lib/auth/cookies.ts names it where there is no TLS. */
export const SESSION_COOKIE = 'fondspar-session'

/** As lib/auth/session.ts makes it, with the secret that the tests start the site with. */
const cookieOf = (secret: string): Promise<string> => {
  const key = hkdfSync('sha256', process.env.FONDSPAR_SECRET ?? '', 'fondspar', 'cookies', 32)
  return encode({ token: { s: secret }, secret: Buffer.from(key).toString('base64url') })
}
