import type { Page } from '@playwright/test'
import type { Address } from '../../lib/paths.ts'
import { addressOf, expect, expectStandsUp, LOCALES, PAGES, pathOf, test } from '../fixtures.ts'

for (const locale of LOCALES)
  for (const name of Object.keys(PAGES))
    test(`${name} (${locale}) says what it is, stands up to axe in light and dark, and to a narrow screen`, async ({
      page,
      ask,
    }) => {
      const address = await addressOf(name, ask)
      const response = await page.goto(pathOf(locale, address))
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      await expect(page.getByRole('main')).toBeVisible()
      if (response?.status() !== 404) await expectAddresses(page, address)
      await expectStandsUp(page)
    })

/** A page has one address, and says the other language’s. */
async function expectAddresses(page: Page, address: Address) {
  await expect(page.locator('link[rel=canonical]')).toHaveCount(1)
  for (const language of LOCALES) {
    const link = page.locator(`link[rel=alternate][hreflang=${language}]`)
    const { pathname } = new URL((await link.getAttribute('href')) ?? '')
    expect(pathname).toBe(pathOf(language, { ...address, query: '' }))
  }
}

test('Swedish texts are not on English pages, nor the other way round', async ({ page }) => {
  await page.goto('/en')
  await expect(page.getByRole('navigation').first()).toContainText('Projects')
  await expect(page.getByRole('navigation').first()).not.toContainText('Projekt')
  await page.goto('/')
  await expect(page.getByRole('navigation').first()).toContainText('Projekt')
})

test('an address of Swedish pages under the folder’s name leads to the one address', async ({ page }) => {
  await page.goto('/sv/projects/2015-00311')
  expect(new URL(page.url()).pathname).toBe('/projekt/2015-00311')
})

for (const path of [
  '/projekt/finns-inte',
  '/beslut/finns-inte',
  '/organisationer/x',
  '/dokument/x',
  '/finns/inte',
])
  test(`${path} is not found, and says so with a way on`, async ({ page }) => {
    const response = await page.goto(path)
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()
  })
