import type { Page } from '@playwright/test'
import { MESSAGES } from '../../lib/i18n/messages.ts'
import type { Locale } from '../../lib/paths.ts'
import { expect, expectStandsUp, LOCALES, pathOf, test } from './fixtures.ts'

/** Organisations that nothing else in the tests is about, for each language: the second stays. */
const PAIRS = {
  merge: {
    sv: ['samordningsforbundet-exempelbygden', 'fackforbundet-exempel'],
    en: ['hogskolan-i-exempelstad', 'folkbildningsradet'],
  },
  noScript: { sv: ['scania-stockholm', 'sp-processum-ab'], en: ['filmpool-nord', 'film-i-vast'] },
  atOnce: {
    sv: ['almi-foretagspartner-gotland-ab', 'almi-foretagspartner-jonkoping-ab'],
    en: ['bonnier-broadcasting', 'sveriges-television-ab'],
  },
  two: { sv: ['unionen', 'almega-tjansteforetagen'], en: ['forsakringskassan', 'film-i-skane'] },
} as const satisfies Record<string, Record<Locale, readonly [string, string]>>

/** Each with an organisation number of its own. */
const NUMBERED = ['region-gavleborg', 'malmo-kommun'] as const
const UNNUMBERED = 'mittuniversitetet'
const REASON: Record<Locale, string> = {
  sv: 'Det är samma organisation enligt dess egen webbplats.',
  en: 'They are the same according to their own site.',
}

const mergePath = (locale: Locale, slug: string, query = '') =>
  pathOf(locale, { page: 'staff/merges', slug, query })
const comparePath = (locale: Locale, [a, b]: readonly [string, string]) => mergePath(locale, a, `?with=${b}`)

const nameOf = async (page: Page) => (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''

async function merge(page: Page, locale: Locale) {
  const t = MESSAGES[locale].merges
  await page.getByLabel(t.reason, { exact: true }).fill(REASON[locale])
  await page.getByRole('button', { name: t.submit, exact: true }).click()
}

async function split(page: Page, locale: Locale) {
  const t = MESSAGES[locale].merges
  await page.getByLabel(t.splitReason, { exact: true }).fill('Vi tog fel, de är två olika.')
  await page.getByRole('button', { name: t.splitSubmit, exact: true }).click()
}

/** The figures of a column, top down. */
const column = (page: Page, at: number) => page.getByRole('table').locator(`tbody tr td:nth-child(${at})`)

for (const locale of LOCALES) {
  const t = MESSAGES[locale].merges

  test(`${locale}: two organisations are merged from the page of one, with a preview, and split again`, async ({
    page,
    signIn,
  }) => {
    await signIn('EDITOR')
    const [from, into] = PAIRS.merge[locale]
    const at = (slug: string) => pathOf(locale, { page: 'organisations', slug })
    await page.goto(at(into))
    const intoName = await nameOf(page)
    await page.goto(at(from))
    const fromName = await nameOf(page)

    await page.goto(pathOf(locale, { page: 'staff/organisations', slug: from }))
    await page.getByRole('link', { name: t.open, exact: true }).click()
    await page.getByRole('searchbox', { name: t.findLabel }).fill(intoName.slice(0, 12))
    await page.getByRole('button', { name: t.findSubmit, exact: true }).click()
    await page.getByRole('link', { name: intoName, exact: true }).click()

    // What would follow.
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.compareTitle)
    const [own, other, together] = await Promise.all([2, 3, 4].map((n) => column(page, n).allTextContents()))
    const count = (texts: string[] | undefined, row: number) => Number(texts?.[row])
    for (const row of [0, 2, 3]) expect(count(together, row)).toBe(count(own, row) + count(other, row))

    await page.getByRole('radio', { name: intoName }).check()
    await merge(page, locale)
    await expect(page.getByRole('status')).toBeFocused()
    await expect(page.getByRole('status')).toContainText(fromName)
    await page.getByRole('status').getByRole('link', { name: t.seePage }).click()

    // The one page has everything of both; the other leads to it, for now.
    await expect(page).toHaveURL(new RegExp(`${at(into)}$`))
    const aliases = page.getByRole('region', { name: t.public.title })
    await expect(aliases).toContainText(fromName)
    await expect(aliases).toContainText(REASON[locale])
    const moved = await page.request.get(at(from), { maxRedirects: 0 })
    expect(moved.status()).toBe(307)
    // Next names the address twice in the first answer, and once in those that are kept.
    expect(new Set(moved.headers().location?.split(', '))).toEqual(new Set([at(into)]))
    await page.goto(pathOf(locale, { page: 'organisations', query: `?q=${encodeURIComponent(fromName)}` }))
    await expect(page.getByRole('main').getByRole('link', { name: intoName, exact: true })).toBeVisible()
    await expect(page.getByRole('main').getByRole('link', { name: fromName, exact: true })).toHaveCount(0)

    // Split again, from either.
    await page.goto(mergePath(locale, into))
    await page.getByRole('link', { name: new RegExp(`^${t.split}.*${fromName}$`) }).click()
    await expect(column(page, 4)).toHaveText(own ?? [])
    await split(page, locale)
    await expect(page.getByRole('status')).toContainText(fromName)
    await page.goto(at(from))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(fromName)
    await page.goto(at(into))
    await expect(page.getByRole('region', { name: t.public.title })).toHaveCount(0)
  })

  test.describe(`${locale}: without JavaScript`, () => {
    test.use({ javaScriptEnabled: false })

    test('what is missing is told and what was typed is kept; then it is merged, and split', async ({
      page,
      signIn,
    }) => {
      await signIn('EDITOR')
      await page.goto(comparePath(locale, PAIRS.noScript[locale]))
      const evidence = page.getByLabel(t.evidence, { exact: true })
      await evidence.fill('stod i tidningen')
      await merge(page, locale)
      await expect(page.getByRole('alert')).toBeVisible()
      await expect(evidence).toHaveValue('stod i tidningen')
      await expect(evidence).toHaveAttribute('aria-invalid', 'true')
      await expect(page.getByLabel(t.reason, { exact: true })).toHaveValue(REASON[locale])
      await evidence.fill('https://example.se/om-oss')
      await merge(page, locale)
      await expect(page.getByRole('status')).toBeVisible()
      await page.getByRole('status').getByRole('link', { name: t.undo }).click()
      await split(page, locale)
      await expect(page.getByRole('status')).toBeVisible()
    })
  })

  test(`${locale}: of two editors at once one merges, and the other is told and has lost nothing`, async ({
    page,
    browser,
    baseURL,
    signIn,
  }) => {
    const other = await browser.newContext(baseURL ? { baseURL } : {})
    await signIn('EDITOR')
    await signIn('ADMINISTRATOR', { context: other })
    const second = await other.newPage()
    const path = comparePath(locale, PAIRS.atOnce[locale])
    await page.goto(path)
    await second.goto(path)
    await merge(page, locale)
    await expect(page.getByRole('status')).toBeVisible()
    await merge(second, locale)
    await expect(second.getByRole('main').getByRole('alert')).toBeFocused()
    await expect(second.getByLabel(t.reason, { exact: true })).toHaveValue(REASON[locale])
    await page.getByRole('status').getByRole('link', { name: t.undo }).click()
    await split(page, locale)
    await expect(page.getByRole('status')).toBeFocused()
    // As they are by now, it can be done.
    await second.goto(path)
    await expect(second.getByRole('button', { name: t.submit, exact: true })).toBeVisible()
    await other.close()
  })

  test(`${locale}: two are said to be two`, async ({ page, signIn, ask }) => {
    await signIn('EDITOR')
    const pair = PAIRS.two[locale]
    await page.goto(comparePath(locale, pair))
    await page.getByLabel(t.distinctNote, { exact: true }).fill('Den ena är ett fackförbund.')
    await page.getByRole('button', { name: t.distinctSubmit, exact: true }).click()
    await expect(page.getByRole('status')).toBeFocused()
    const [row] = await ask<{ note: string }>(
      `SELECT note FROM lookalike l JOIN organisation a ON a.id = l."aId" JOIN organisation b ON b.id = l."bId"
       WHERE "decidedAt" IS NOT NULL AND ARRAY[a.slug, b.slug] @> $1`,
      [pair],
    )
    expect(row?.note).toBe('Den ena är ett fackförbund.')
    await page.goto(comparePath(locale, pair))
    await expect(page.getByText('Den ena är ett fackförbund.')).toBeVisible()
    await expect(page.getByRole('button', { name: t.distinctSubmit, exact: true })).toHaveCount(0)
  })

  test(`${locale}: of two numbers a person has to say which is right`, async ({ page, signIn }) => {
    await signIn('EDITOR')
    await page.goto(comparePath(locale, NUMBERED))
    await expect(page.getByRole('group', { name: t.staysNumber })).toBeVisible()
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
    await merge(page, locale)
    await expect(page.getByRole('alert').filter({ hasText: t.problem.choose })).toBeFocused()
    await page.goto(comparePath(locale, [NUMBERED[1], UNNUMBERED]))
    // The one that has a number is the one that stays.
    await expect(page.getByRole('radio')).toHaveCount(0)
  })
}

test('nothing for axe to find, nor to scroll sideways', async ({ page, signIn }) => {
  await signIn('EDITOR')
  const paths = LOCALES.flatMap((locale) => [
    mergePath(locale, NUMBERED[0]),
    mergePath(locale, NUMBERED[0], '?q=kommun'),
    comparePath(locale, NUMBERED),
  ])
  for (const path of paths) {
    await page.goto(path)
    await expectStandsUp(page)
  }
})
