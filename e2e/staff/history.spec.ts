import type { Page } from '@playwright/test'
import { MESSAGES } from '../../lib/i18n/messages.ts'
import type { Locale } from '../../lib/paths.ts'
import type { Ask } from '../fixtures.ts'
import { axeFindings, expect, expectStandsUp, LOCALES, pathOf, test } from './fixtures.ts'

/** Records that nothing else in the tests is about, one for each test and language. */
const PROJECTS = {
  history: { sv: '2019-09302', en: '22-009-S02' },
  feed: { sv: '2015-00648', en: '23-902-S01' },
  log: { sv: '2019-09301', en: '2022-00500' },
} as const satisfies Record<string, Record<Locale, string>>
const REASON = 'Så många står det i slutrapporten, sidan 4.'
const EVIDENCE = 'https://example.se/slutrapport'
const WORDS = {
  sv: {
    sentence: 'rättade ”Planerade deltagare” från',
    role: 'En redaktör',
    field: 'falt',
    accounts: '?av=konton',
  },
  en: {
    sentence: 'corrected “Planned participants” from',
    role: 'An editor',
    field: 'field',
    accounts: '?of=accounts',
  },
} as const

/** Corrects the number of participants in the form, as an editor does. */
async function correct(page: Page, locale: Locale, slug: string, value: string) {
  const { corrections, field } = MESSAGES[locale]
  const query = `?${WORDS[locale].field}=plannedParticipants`
  await page.goto(pathOf(locale, { page: 'staff/projects', slug, query }))
  await page.getByLabel(field.plannedParticipants, { exact: true }).fill(value)
  await page.getByLabel(corrections.reason, { exact: true }).fill(REASON)
  await page.getByLabel(corrections.link, { exact: true }).fill(EVIDENCE)
  await page.getByRole('button', { name: corrections.save, exact: true }).first().click()
  await expect(page.getByRole('status')).toBeVisible()
}

const historyPath = (locale: Locale, slug: string, rest = '') =>
  pathOf(locale, { page: 'history/projects', slug, rest })

const revisions = async (ask: Ask, slug: string): Promise<number[]> => {
  const rows = await ask<{ revision: number }>(
    `SELECT DISTINCT c.revision FROM change c JOIN project p ON p.id = "projectId" AND "itemId" IS NULL
     WHERE p.slug = $1 ORDER BY c.revision`,
    [slug],
  )
  return rows.map(({ revision }) => revision)
}

for (const locale of LOCALES) {
  const { history } = MESSAGES[locale]
  const words = WORDS[locale]

  test(`${locale}: what an editor corrects stands in the history, with who, why and by what evidence`, async ({
    page,
    signIn,
    ask,
  }) => {
    const slug = PROJECTS.history[locale]
    const account = await signIn('EDITOR', { name: 'Anna Provsson' })
    await correct(page, locale, slug, '777')

    // From the project's page, as a visitor.
    await page.context().clearCookies()
    await page.goto(pathOf(locale, { page: 'projects', slug }))
    await page.getByRole('link', { name: history.links.history }).click()
    await expect(page).toHaveURL(historyPath(locale, slug))
    const change = page.getByRole('main').getByRole('listitem').filter({ hasText: words.sentence }).first()
    await expect(change).toContainText(words.role)
    await expect(change).toContainText('777')
    await expect(change).toContainText(REASON)
    await expect(change.getByRole('link', { name: EVIDENCE })).toHaveAttribute('href', EVIDENCE)
    const html = await page.content()
    expect(html).not.toContain(account.name)
    expect(html).not.toContain(account.email)
    expect(await axeFindings(page)).toEqual([])

    // The state after it is what is shown today; the one before it says what is different.
    await change.getByRole('link', { name: history.stateThen }).click()
    await expect(page.getByRole('note')).toBeVisible()
    await expect(page.getByRole('main')).toContainText('777')
    await page.getByRole('link', { name: history.earlier.before }).click()
    const [first = 0] = await revisions(ask, slug)
    await expect(page).toHaveURL(historyPath(locale, slug, `/${first}`))
    await expect(page.getByText(`${history.earlier.today} 777`)).toBeVisible()
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
    await expectStandsUp(page)
  })

  test(`${locale}: the feed of a project and the feed of everything are XML with the correction in them`, async ({
    page,
    signIn,
    request,
  }) => {
    const slug = PROJECTS.feed[locale]
    await signIn('EDITOR', { name: 'Vera Provsson', showsName: true })
    await correct(page, locale, slug, locale === 'sv' ? '801' : '802')
    await page.goto(historyPath(locale, slug))
    const href = await page.locator('link[rel=alternate][type="application/atom+xml"]').getAttribute('href')
    expect(href).toBe(historyPath(locale, slug, '/atom.xml'))
    for (const path of [href ?? '', pathOf(locale, { page: 'history', rest: '/atom.xml' })]) {
      const answer = await request.get(path)
      expect(answer.headers()['content-type']).toBe('application/atom+xml; charset=utf-8')
      const feed = await page.evaluate(readFeed, await answer.text())
      expect(feed.error).toBeNull()
      expect(feed.root).toBe('feed http://www.w3.org/2005/Atom')
      expect(new Set(feed.ids).size).toBe(feed.ids.length)
      const entry = feed.entries.find(({ text }) => text.includes(locale === 'sv' ? '801' : '802'))
      expect(entry?.text).toContain(words.sentence)
      expect(entry?.text).toContain(REASON)
      expect(entry?.author).toContain('Vera Provsson')
      // Other tests change the registry meanwhile, and the feed with it.
      await expect(async () => {
        const { etag = '' } = (await request.get(path)).headers()
        const again = await request.get(path, { headers: { 'If-None-Match': etag } })
        expect(again.status()).toBe(304)
      }).toPass()
    }
    const missing = pathOf(locale, { page: 'history/projects', slug: 'finns-inte', rest: '/atom.xml' })
    expect((await request.get(missing)).status()).toBe(404)
  })

  test(`${locale}: the log tells an editor of the registry with names, and an administrator of accounts`, async ({
    page,
    signIn,
  }) => {
    const t = history.audit
    const log = pathOf(locale, { page: 'staff/audit' })
    const slug = PROJECTS.log[locale]
    await signIn('EDITOR', { name: `Rut Provsson ${locale}` })
    await correct(page, locale, slug, locale === 'sv' ? '901' : '902')
    await page.goto(log)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.title)
    await page.getByLabel(t.who, { exact: true }).selectOption({ label: `Rut Provsson ${locale}` })
    await page.getByLabel(t.record).fill(slug.replace('-', '/'))
    await page.getByRole('button', { name: t.show }).click()
    const rows = page.getByRole('main').locator('ol > li')
    await expect(rows).toHaveCount(1)
    await expect(rows.first()).toContainText(`Rut Provsson ${locale}`)
    await expect(rows.first()).toContainText(REASON)
    await expectStandsUp(page)

    // Accounts are not for editors.
    await expect(page.getByRole('link', { name: t.ofAccounts })).toHaveCount(0)
    await page.goto(log + words.accounts)
    expect(new URL(page.url()).pathname).toBe(pathOf(locale, { page: 'staff/login' }))

    await signIn('ADMINISTRATOR', { name: `Siv Provsson ${locale}` })
    await page.goto(log)
    await page.getByRole('main').getByRole('link', { name: t.ofAccounts }).click()
    await page.getByLabel(t.who, { exact: true }).selectOption({ label: `Siv Provsson ${locale}` })
    await page.getByRole('button', { name: t.show }).click()
    await expect(page.getByRole('table')).toContainText(MESSAGES[locale].accounts.event.added)
    await expectStandsUp(page)
  })
}

test('a page of history that is not there is not found, and says so', async ({ page }) => {
  for (const path of [
    '/historik/p9999',
    '/historik/projekt/2015-00311/999999',
    '/historik/projekt/x',
    '/historik/x/y',
  ]) {
    expect((await page.goto(path))?.status(), path).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
})

/** What a reader of feeds finds, by the browser's own XML parser. Runs in the page. */
function readFeed(xml: string) {
  const feed = new DOMParser().parseFromString(xml, 'application/xml')
  const all = (name: string) => [...feed.getElementsByTagNameNS('http://www.w3.org/2005/Atom', name)]
  return {
    error: feed.querySelector('parsererror')?.textContent ?? null,
    root: `${feed.documentElement.localName} ${feed.documentElement.namespaceURI}`,
    ids: all('id').map(({ textContent }) => textContent),
    entries: all('entry').map((entry) => ({
      text: entry.querySelector('content')?.textContent ?? '',
      author: entry.querySelector('author')?.textContent ?? '',
    })),
  }
}
