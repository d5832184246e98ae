import { argon2Sync, randomBytes } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { expect, expectStandsUp, LOCALES, pathOf, SESSION_COOKIE, test } from './fixtures.ts'
import { startOidcServer } from './oidc-server.ts'

const PASSWORD = 'en krokig väg till sjön'
const OTHER = 'två gamla ekar i hagen'

/** As lib/auth/password.ts keeps it, but cheaper: the login makes it anew. */
const HASH = (() => {
  const nonce = randomBytes(16)
  const cost = { memory: 64, passes: 1, parallelism: 1 }
  const hash = argon2Sync('argon2id', { message: PASSWORD, nonce, tagLength: 32, ...cost })
  const plain = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
  return `$argon2id$v=19$m=64,t=1,p=1$${plain(nonce)}$${plain(hash)}`
})()

const TEXTS = {
  sv: {
    email: 'E-postadress',
    password: 'Lösenord',
    submit: 'Logga in',
    wrong: 'E-postadressen och lösenordet hör inte ihop',
    account: 'Ditt konto',
    signOut: 'Logga ut',
    signedOut: 'Du är utloggad.',
  },
  en: {
    email: 'E-mail address',
    password: 'Password',
    submit: 'Sign in',
    wrong: 'The e-mail address and the password do not belong together',
    account: 'Your account',
    signOut: 'Sign out',
    signedOut: 'You are signed out.',
  },
} as const

const h1 = (page: Page) => page.getByRole('heading', { level: 1 })
const sv = TEXTS.sv

async function fillLogin(
  page: Page,
  email: string,
  password: string,
  text: (typeof TEXTS)['sv' | 'en'] = sv,
) {
  await page.getByLabel(text.email).fill(email)
  await page.getByLabel(text.password, { exact: true }).fill(password)
  await page.getByRole('main').getByRole('button', { name: text.submit }).click()
}

/** Logs in with e-mail and password, and waits until in. */
async function logIn(page: Page, email: string, password = PASSWORD) {
  await page.goto('/redaktion/logga-in?vidare=/redaktion/konto')
  await fillLogin(page, email, password)
  await expect(h1(page)).toHaveText('Ditt konto')
}

async function inAnotherBrowser(browser: Browser, work: (page: Page) => Promise<void>) {
  const context = await browser.newContext()
  await work(await context.newPage())
  await context.close()
}

const sessionCookieOf = async (page: Page) =>
  (await page.context().cookies()).find(({ name }) => name === SESSION_COOKIE)

for (const javaScriptEnabled of [true, false])
  for (const locale of LOCALES)
    test.describe(`somebody of the staff (${locale}, JavaScript ${javaScriptEnabled ? 'on' : 'off'})`, () => {
      test.use({ javaScriptEnabled })
      const text = TEXTS[locale]

      test('logs in where they wanted to go, after a slip, and out again', async ({ page, makeAccount }) => {
        const { email, name } = await makeAccount('EDITOR', { passwordHash: HASH })
        await page.goto(pathOf(locale, { page: 'staff/account' }))
        await fillLogin(page, email, 'something else', text)
        await expect(page.getByRole('alert').filter({ hasText: text.wrong })).toBeVisible()
        await expect(page.getByLabel(text.email)).toHaveValue(email)
        await expect(page.getByLabel(text.password, { exact: true })).toHaveValue('')
        await fillLogin(page, email, PASSWORD, text)
        await expect(h1(page)).toHaveText(text.account)
        expect(new URL(page.url()).pathname).toBe(pathOf(locale, { page: 'staff/account' }))
        await expect(page.getByRole('banner')).toContainText(name)
        await page.getByRole('button', { name: text.signOut }).click()
        await expect(page.getByRole('status').filter({ hasText: text.signedOut })).toBeVisible()
        await page.goto(pathOf(locale, { page: 'staff/account' }))
        await expect(page.getByLabel(text.password, { exact: true })).toBeVisible()
      })
    })

test.describe('the session', () => {
  test('has a cookie that scripts and other sites do not get', async ({ page, makeAccount }) => {
    const { email } = await makeAccount('EDITOR', { passwordHash: HASH })
    await logIn(page, email)
    expect(await sessionCookieOf(page)).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    expect(await page.evaluate(() => document.cookie)).toBe('')
  })

  test('is another one after each login, and the one before is worth nothing', async ({
    page,
    request,
    baseURL,
    makeAccount,
    signIn,
    ask,
  }) => {
    await signIn('EDITOR', { name: 'Förra Kontot' })
    const planted = (await sessionCookieOf(page))?.value ?? ''
    await page.context().clearCookies()
    const { id, email } = await makeAccount('EDITOR', { passwordHash: HASH })
    await page.goto('/redaktion/logga-in?vidare=/redaktion/konto')
    // Whoever plants a session here shares nothing with who logs in after that: it ends, and another one begins.
    const cookie = { name: SESSION_COOKIE, value: planted, url: baseURL ?? '' }
    await page.context().addCookies([cookie])
    await fillLogin(page, email, PASSWORD)
    await expect(h1(page)).toHaveText('Ditt konto')
    const first = (await sessionCookieOf(page))?.value
    expect(first).not.toBe(planted)
    await page.getByRole('button', { name: 'Logga ut' }).click()
    await logIn(page, email)
    expect((await sessionCookieOf(page))?.value).not.toBe(first)
    for (const old of [planted, first]) {
      const answer = await request.get('/redaktion/konto', {
        headers: { cookie: `${SESSION_COOKIE}=${old}` },
        maxRedirects: 0,
      })
      expect(answer.status()).toBe(307)
    }
    const rows = await ask<{ endedAt: Date | null }>(
      'SELECT "endedAt" FROM session WHERE "userId" = $1 ORDER BY id',
      [id],
    )
    expect(rows.map(({ endedAt }) => endedAt === null)).toEqual([false, true])
  })

  test('ends in every browser with the next request when the account is disabled', async ({
    page,
    browser,
    makeAccount,
    signIn,
  }) => {
    const { id, email } = await makeAccount('EDITOR', { passwordHash: HASH })
    await inAnotherBrowser(browser, async (other) => {
      await logIn(other, email)
      await signIn('ADMINISTRATOR')
      await page.goto(`/redaktion/konton/${id}`)
      await page.getByRole('button', { name: 'Stäng av kontot' }).click()
      await expect(page.getByRole('status').filter({ hasText: 'avstängt' })).toBeVisible()
      // At once, in another browser and without waiting: nothing is kept of who was let in before.
      const next = await other.request.get('/redaktion/konto', { maxRedirects: 0 })
      expect(next.status()).toBe(307)
      await other.goto('/redaktion/konto')
      await expect(other.getByLabel('Lösenord', { exact: true })).toBeVisible()
      await fillLogin(other, email, PASSWORD)
      await expect(other.getByRole('alert').filter({ hasText: sv.wrong })).toBeVisible()
    })
  })

  test('is listed with the others, and each can be ended', async ({ page, browser, makeAccount }) => {
    const { email } = await makeAccount('EDITOR', { passwordHash: HASH })
    await logIn(page, email)
    await inAnotherBrowser(browser, async (other) => {
      await logIn(other, email)
      await page.reload()
      const rows = page.getByRole('region', { name: 'Var du är inloggad' }).locator('tbody tr')
      await expect(rows).toHaveCount(2)
      await expect(rows.filter({ hasText: 'den här' })).toHaveCount(1)
      await expect(rows.first()).toContainText('127.0.0.1')
      await page.getByRole('button', { name: /^Avsluta inloggningen/ }).click()
      await expect(rows).toHaveCount(1)
      await other.reload()
      await expect(other.getByLabel('Lösenord', { exact: true })).toBeVisible()
    })
  })

  test('goes on under a new one when the password is changed, and every other ends', async ({
    page,
    browser,
    makeAccount,
  }) => {
    const { email } = await makeAccount('EDITOR', { passwordHash: HASH })
    await logIn(page, email)
    const before = (await sessionCookieOf(page))?.value
    await inAnotherBrowser(browser, async (other) => {
      await logIn(other, email)
      const section = page.getByRole('region', { name: 'Lösenord' })
      await section.getByLabel('Nuvarande lösenord').fill(PASSWORD)
      await section.getByLabel('Nytt lösenord').fill(OTHER)
      await section.getByLabel('Samma lösenord en gång till').fill(OTHER)
      await section.getByRole('button', { name: 'Byt lösenord' }).click()
      await expect(page.getByRole('status').filter({ hasText: 'Lösenordet är bytt' })).toBeVisible()
      expect((await sessionCookieOf(page))?.value).not.toBe(before)
      await other.reload()
      await expect(other.getByLabel('Lösenord', { exact: true })).toBeVisible()
    })
  })
})

test.describe('requests that no page of ours sent', () => {
  test('are refused by the login, with a foreign Origin and with none', async ({
    request,
    makeAccount,
    ask,
    baseURL,
  }) => {
    const { id, email } = await makeAccount('EDITOR', { passwordHash: HASH })
    const page = await (await request.get('/redaktion/logga-in')).text()
    const hidden = [...page.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)]
    const form = Object.fromEntries(
      hidden.map(([, name = '', value = '']) => [
        name,
        value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
      ]),
    )
    const send = (headers: Record<string, string>) =>
      request.post('/redaktion/logga-in', {
        multipart: { ...form, email, password: PASSWORD },
        headers,
        maxRedirects: 0,
      })
    const sessions = async () => (await ask('SELECT FROM session WHERE "userId" = $1', [id])).length
    for (const headers of [{}, { origin: 'https://elsewhere.example' }, { origin: 'null' }]) {
      const answer = await send(headers as Record<string, string>)
      expect(answer.headers()['set-cookie'] ?? '').not.toContain(SESSION_COOKIE)
      expect(await sessions()).toBe(0)
    }
    // The same request from our own page is let in: what was refused was the Origin.
    expect((await send({ origin: baseURL ?? '' })).status()).toBe(303)
    expect(await sessions()).toBe(1)
  })

  test('are refused at every address of the login', async ({ request }) => {
    for (const part of ['signout', 'signin/oidc', 'callback/password', 'callback/oidc', 'session', 'csrf'])
      for (const headers of [{}, { origin: 'https://elsewhere.example' }])
        expect(
          (await request.post(`/api/auth/${part}`, { headers: headers as Record<string, string> })).status(),
        ).toBe(403)
  })

  test('cannot say from where they come', async ({ page, request, ask, makeAccount, baseURL }) => {
    const { id, email } = await makeAccount('EDITOR', { passwordHash: HASH })
    await page.setExtraHTTPHeaders({ 'x-forwarded-for': '203.0.113.7', 'x-fondspar-address': '203.0.113.8' })
    await logIn(page, email)
    expect(await ask('SELECT address FROM session WHERE "userId" = $1', [id])).toEqual([
      { address: '127.0.0.1' },
    ])
    expect((await request.get(`${baseURL}/redaktion`, { maxRedirects: 0 })).status()).toBe(307)
  })
})

test.describe('the second factor', () => {
  /** Sets one up on the page of one's own account. Returns the authenticator and the recovery codes. */
  async function setUp(page: Page) {
    const section = page.getByRole('region', { name: 'Tvåstegsinloggning' })
    await section.getByLabel('Ditt lösenord').fill(PASSWORD)
    await section.getByRole('button', { name: 'Börja' }).click()
    await expect(section.getByRole('img', { name: 'Bild att läsa av med appen' })).toBeVisible()
    const secret = ((await section.locator('code').first().textContent()) ?? '').replaceAll(/\s/g, '')
    const totp = new TOTP({ secret: Secret.fromBase32(secret) })
    await section.getByLabel('Kod från appen').fill('000000')
    await section.getByRole('button', { name: 'Slå på' }).click()
    await expect(section.getByRole('alert')).toContainText('Koden stämmer inte')
    await section.getByLabel('Kod från appen').fill(totp.generate())
    await section.getByRole('button', { name: 'Slå på' }).click()
    await expect(section.getByRole('heading', { name: 'Dina reservkoder' })).toBeVisible()
    const codes = await section.getByRole('listitem').allTextContents()
    expect(codes).toHaveLength(10)
    return { totp, codes }
  }

  async function logInWithCode(page: Page, email: string, code: string) {
    await page.goto('/redaktion/logga-in?vidare=/redaktion/konto')
    await fillLogin(page, email, PASSWORD)
    await page.getByLabel('Kod', { exact: true }).fill(code)
    await page.getByRole('button', { name: 'Fortsätt' }).click()
  }

  for (const javaScriptEnabled of [true, false])
    test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
      test.use({ javaScriptEnabled })

      test('is set up, asked for at the login, and each of its codes works once', async ({
        page,
        makeAccount,
      }) => {
        const { email } = await makeAccount('EDITOR', { passwordHash: HASH })
        await logIn(page, email)
        const { totp, codes } = await setUp(page)
        const [recovery = ''] = codes
        await page.getByRole('button', { name: 'Logga ut' }).click()
        // The one that set it up, or an older one, is used up: the next is right, for clocks that differ.
        const next = totp.generate({ timestamp: Date.now() + 30_000 })
        await logInWithCode(page, email, next)
        await expect(h1(page)).toHaveText('Ditt konto')
        await page.getByRole('button', { name: 'Logga ut' }).click()
        await logInWithCode(page, email, next)
        await expect(page.getByRole('alert').filter({ hasText: 'Koden stämmer inte' })).toBeVisible()
        await page.getByLabel('Kod', { exact: true }).fill(recovery.toLowerCase())
        await page.getByRole('button', { name: 'Fortsätt' }).click()
        await expect(page.getByRole('main')).toContainText('9 reservkoder')
        await page.getByRole('button', { name: 'Logga ut' }).click()
        await logInWithCode(page, email, recovery)
        await expect(page.getByRole('alert').filter({ hasText: 'Koden stämmer inte' })).toBeVisible()
        await page.goto('/redaktion/konto')
        await expect(page.getByLabel('Lösenord', { exact: true })).toBeVisible()
      })
    })

  test('is set up before anything else where it is required', async ({ page, makeAccount }) => {
    const { email } = await makeAccount('EDITOR', { passwordHash: HASH, mustHaveSecondFactor: true })
    await page.goto('/redaktion/logga-in')
    await fillLogin(page, email, PASSWORD)
    await expect(page.getByRole('main')).toContainText('En administratör kräver tvåstegsinloggning')
    await expect(page.getByRole('region', { name: 'Namn och språk' })).toHaveCount(0)
    await page.goto('/redaktion')
    await expect(h1(page)).toHaveText('Ditt konto')
    await setUp(page)
    await page.goto('/redaktion')
    await expect(h1(page)).not.toHaveText('Ditt konto')
    await page.goto('/redaktion/konto')
    await expect(page.getByRole('button', { name: 'Ta bort tvåstegsinloggning' })).toHaveCount(0)
  })
})

test.describe('an administrator', () => {
  for (const javaScriptEnabled of [true, false])
    test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
      test.use({ javaScriptEnabled })

      test('invites somebody, who chooses a password and comes in', async ({ page, browser, signIn }) => {
        const email = `ny-${randomBytes(5).toString('hex')}@example.se`
        await signIn('ADMINISTRATOR')
        await page.goto('/redaktion/konton')
        await page.getByLabel('E-postadress').fill(email)
        await page.getByLabel('Namn').fill('Ny Redaktör')
        await page.getByRole('button', { name: 'Bjud in' }).click()
        const link = page.getByRole('main').locator('code')
        await expect(link).toContainText('/redaktion/lank/')
        const address = (await link.textContent()) ?? ''
        const context = await browser.newContext({ javaScriptEnabled })
        const other = await context.newPage()
        // Looking at it, as mail programs do, uses nothing up.
        await other.request.get(address)
        await other.goto(address)
        await expect(h1(other)).toHaveText('Välkommen till redaktionen')
        await choosePassword(other, 'kort', 'kort')
        await expect(other.getByRole('alert').filter({ hasText: 'för kort' })).toBeVisible()
        await choosePassword(other, OTHER, PASSWORD)
        await expect(other.getByRole('alert').filter({ hasText: 'inte lika' })).toBeVisible()
        await choosePassword(other, OTHER, OTHER)
        await expect(other.getByRole('status').filter({ hasText: 'Lösenordet är sparat' })).toBeVisible()
        await logIn(other, email, OTHER)
        await other.goto(address)
        await expect(other.getByRole('main')).toContainText('Länken är redan använd')
        await context.close()
      })
    })

  async function choosePassword(page: Page, password: string, again: string) {
    await page.getByLabel('Nytt lösenord').fill(password)
    await page.getByLabel('Samma lösenord en gång till').fill(again)
    await page.getByRole('button', { name: 'Spara lösenordet' }).click()
  }

  test('gives somebody a new password, which ends their sessions when they choose it', async ({
    page,
    browser,
    makeAccount,
    signIn,
  }) => {
    const { id, email } = await makeAccount('EDITOR', { passwordHash: HASH })
    await inAnotherBrowser(browser, async (other) => {
      await logIn(other, email)
      await signIn('ADMINISTRATOR')
      await page.goto(`/redaktion/konton/${id}`)
      await page.getByRole('button', { name: 'Gör en länk för nytt lösenord' }).click()
      const address = (await page.getByRole('main').locator('code').textContent()) ?? ''
      await inAnotherBrowser(browser, async (third) => {
        await third.goto(address)
        await expect(h1(third)).toHaveText('Välj ett nytt lösenord')
        await choosePassword(third, OTHER, OTHER)
        await expect(h1(third)).toHaveText('Logga in')
        await logIn(third, email, OTHER)
      })
      await other.reload()
      await expect(other.getByLabel('Lösenord', { exact: true })).toBeVisible()
    })
  })

  test('changes roles, requires a second factor, and the account tells it all', async ({
    page,
    makeAccount,
    signIn,
  }) => {
    const { id } = await makeAccount('EDITOR', { passwordHash: HASH })
    await signIn('ADMINISTRATOR', { name: 'Alva Administratör' })
    await page.goto(`/redaktion/konton/${id}`)
    await page.getByLabel('Administratör').check()
    await page.getByRole('button', { name: 'Byt roll' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Rollen är ändrad' })).toBeVisible()
    await page.getByRole('button', { name: 'Kräv tvåstegsinloggning' }).click()
    await expect(page.getByRole('main')).toContainText('Krävs, inte inställd')
    const events = page.getByRole('region', { name: 'Vad som har hänt' }).getByRole('listitem')
    await expect(events).toHaveText([
      /Tvåstegsinloggning krävs, av Alva Administratör \(administratör\)/,
      /Rollen ändrades, av Alva Administratör/,
      /Kontot gjordes, av driften/,
    ])
  })

  test('cannot touch their own account there', async ({ page, signIn }) => {
    const { id } = await signIn('ADMINISTRATOR')
    await page.goto(`/redaktion/konton/${id}`)
    await expect(page.getByRole('link', { name: 'Sköt det på din egen sida' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Stäng av kontot' })).toHaveCount(0)
  })
})

test('an editor sees neither the menu’s accounts nor their page', async ({ page, signIn, makeAccount }) => {
  const { id, email } = await makeAccount('EDITOR', { name: 'Hemlig Person' })
  await signIn('EDITOR')
  await page.goto('/redaktion/konto')
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Konton' })).toHaveCount(0)
  for (const path of ['/redaktion/konton', `/redaktion/konton/${id}`, '/en/staff/accounts']) {
    await page.goto(path)
    await expect(h1(page)).toHaveText(/^(?:Sidan är inte för ditt konto|This page is not for your account)$/)
    expect(await page.content()).not.toContain(email)
  }
})

test.describe('OpenID Connect', () => {
  test.describe.configure({ mode: 'serial' })
  let stop = async () => {}
  test.beforeAll(async () => {
    stop = await startOidcServer()
  })
  test.afterAll(() => stop())

  /** Logs in at the provider, and agrees that it tells who it is. */
  async function logInThere(page: Page, who: string) {
    await page.goto('/redaktion/logga-in?vidare=/redaktion/konto')
    await page.getByRole('link', { name: 'Logga in med Provtjänsten' }).click()
    await page.getByPlaceholder('Enter any login').fill(who)
    await page.getByPlaceholder('and password').fill('vad som helst')
    await page.getByRole('button', { name: 'Sign-in' }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
  }

  for (const javaScriptEnabled of [true, false])
    test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
      test.use({ javaScriptEnabled })

      test('lets in whoever has an account, and remembers them by more than the e-mail', async ({
        page,
        browser,
        ask,
        makeAccount,
      }) => {
        const { id, email } = await makeAccount('EDITOR')
        const who = email.replace('@example.se', '')
        await logInThere(page, who)
        await expect(h1(page)).toHaveText('Ditt konto')
        await expect(page.getByRole('main')).toContainText('Ditt konto har inget lösenord')
        expect(await ask('SELECT "oidcSubject" FROM app_user WHERE id = $1', [id])).toEqual([
          { oidcSubject: `${process.env.OIDC_ISSUER} ${who}` },
        ])
        expect(await ask('SELECT method FROM session WHERE "userId" = $1', [id])).toEqual([
          { method: 'oidc' },
        ])
        const context = await browser.newContext({ javaScriptEnabled })
        const other = await context.newPage()
        await logInThere(other, who)
        await expect(h1(other)).toHaveText('Ditt konto')
        await context.close()
      })
    })

  test('makes no accounts, and believes no e-mail that is not verified', async ({ page, ask }) => {
    const unverified = `overifierad-${randomBytes(4).toString('hex')}`
    await ask(
      `WITH made AS (INSERT INTO app_user (email, name, role) VALUES ($1, 'Offer', 'ADMINISTRATOR') RETURNING id)
       INSERT INTO account_event ("userId", actor, action) SELECT id, 'operator', 'added' FROM made`,
      [`${unverified}@example.se`],
    )
    const unknown = `okand-${randomBytes(4).toString('hex')}`
    for (const who of [unverified, unknown]) {
      await page.context().clearCookies()
      await logInThere(page, who)
      await expect(page.getByRole('alert').filter({ hasText: 'Det finns inget konto här' })).toBeVisible()
      expect(await sessionCookieOf(page)).toBeUndefined()
    }
    const emails = [unverified, unknown].map((name) => `${name}@example.se`)
    expect(await ask('SELECT name FROM app_user WHERE email = ANY($1)', [emails])).toEqual([
      { name: 'Offer' },
    ])
  })

  test('asks for our own second factor as well', async ({ page, makeAccount, ask }) => {
    const { id, email } = await makeAccount('EDITOR')
    await ask(
      `WITH told AS (INSERT INTO account_event ("userId", actor, action) VALUES ($1, 'site', 'secondFactorOn'))
       UPDATE app_user SET "totpSecret" = 'sealed', "totpSince" = now() WHERE id = $1`,
      [id],
    )
    await logInThere(page, email.replace('@example.se', ''))
    await expect(page.getByLabel('Kod', { exact: true })).toBeVisible()
    await page.goto('/redaktion/konto')
    await expect(page.getByLabel('Lösenord', { exact: true })).toBeVisible()
  })

  test('takes no answer that this browser did not ask for', async ({ page }) => {
    await page.goto('/api/auth/callback/oidc?code=made-up&state=made-up')
    await expect(page.getByRole('alert').filter({ hasText: 'blev inte av' })).toBeVisible()
    expect(await sessionCookieOf(page)).toBeUndefined()
  })
})

for (const locale of LOCALES)
  test(`the pages of accounts can be used by everybody (${locale})`, async ({
    page,
    signIn,
    makeAccount,
  }) => {
    const { id } = await makeAccount('EDITOR', { passwordHash: HASH })
    const login = { page: 'staff/login' } as const
    const way = [
      login,
      { ...login, query: '?forgot=1' },
      { page: 'staff/link', slug: 'finns-inte' },
      { page: 'staff/account' },
      { page: 'staff/accounts' },
      { page: 'staff/accounts', slug: String(id) },
    ] as const
    for (const [at, address] of way.entries()) {
      if (at === 3) await signIn('ADMINISTRATOR')
      const path = pathOf(locale, address)
      await page.goto(path)
      await expectStandsUp(page)
    }
  })
