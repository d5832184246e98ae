import type { Page } from '@playwright/test'
import { expect, SAMPLE, test } from '../fixtures.ts'

const TEXTS = {
  sv: {
    start: '/',
    search: 'Sök bland projekten',
    submit: 'Sök',
    support: /^42\s319\s953\skr\s?, visa källan$/,
    words: 'Så står det i källan',
    document: 'Se orden i dokumentet',
    organisation: /Södertälje/i,
    decisions: 'Beslut',
    differs: 'Det finns andra uppgifter',
    apply: 'Visa projekten',
    region: /^Stockholm/,
    covered: 'kontaktuppgift, visas inte',
  },
  en: {
    start: '/en',
    search: 'Search the projects',
    submit: 'Search',
    support: /^SEK\s42,319,953\s?, show the source$/,
    words: 'What the source says',
    document: 'See the words in the document',
    organisation: /Södertälje/i,
    decisions: 'Decisions',
    differs: 'Other sources say',
    apply: 'Show the projects',
    region: /^Stockholm/,
    covered: 'contact detail, not shown',
  },
} as const

for (const javaScriptEnabled of [true, false])
  for (const [locale, text] of Object.entries(TEXTS))
    test.describe(`a visitor (${locale}, JavaScript ${javaScriptEnabled ? 'on' : 'off'})`, () => {
      test.use({ javaScriptEnabled })
      const main = (page: Page) => page.getByRole('main')

      test('goes from a search to a project, to the words of its source, to its owner', async ({ page }) => {
        await page.goto(text.start)
        await page.getByRole('searchbox', { name: text.search }).fill('map2020')
        await main(page).getByRole('button', { name: text.submit }).click()
        await main(page).getByRole('link', { name: 'MAP2020' }).click()
        await expect(page.getByRole('heading', { level: 1 })).toContainText('MAP2020')

        await main(page).getByRole('button', { name: text.support }).first().click()
        const note = page.getByRole('dialog')
        await expect(note).toBeVisible()
        await expect(note.locator('mark')).toHaveText('42 319 953')
        await expect(note).toContainText('Beviljat ESF-stöd')
        await note.getByRole('link', { name: text.document }).first().click()
        await expect(page).toHaveURL(/\/(?:dokument|documents)\/[0-9a-f]{12}#p\d+$/)
        await expect(page.locator('mark:target, :target mark, mark:has(:target)').first()).toBeVisible()
        await expect(main(page)).toContainText(text.covered)

        await page.goBack()
        await main(page).getByRole('link', { name: text.organisation }).first().click()
        await expect(page).toHaveURL(new RegExp(`/(?:organisationer|organisations)/${SAMPLE.organisation}$`))
        await expect(main(page).getByRole('link', { name: 'MAP2020', exact: true })).toBeVisible()
      })

      test('goes from a decision to the project that it led to, and back', async ({ page, ask }) => {
        const [item] = await ask<{ name: string; decision: string; project: string }>(
          `SELECT i.name, d.slug AS decision, p.slug AS project FROM decision_item i
            JOIN decision d ON d.id = i."decisionId" JOIN project p ON p.id = i."projectId" ORDER BY i.id LIMIT 1`,
        )
        await page.goto(text.start)
        await page.getByRole('navigation').first().getByRole('link', { name: text.decisions }).click()
        await page.goto(`${page.url()}/${item?.decision}`)
        await main(page).locator(`a[href$="/${item?.project}"]`).first().click()
        await expect(page).toHaveURL(new RegExp(`/${item?.project}$`))
        await expect(main(page).locator(`a[href*="/${item?.decision}"]`).first()).toBeVisible()
      })

      test('sees that sources disagree, and what each says', async ({ page }) => {
        await page.goto(
          locale === 'sv' ? `/projekt/${SAMPLE.disagreeing}` : `/en/projects/${SAMPLE.disagreeing}`,
        )
        await main(page)
          .getByRole('button', { name: /^145\b/ })
          .first()
          .click()
        const note = page.getByRole('dialog')
        await expect(note).toContainText(text.differs)
        await expect(note).toContainText('drygt 300')
      })

      test('narrows a list by filters, and takes the address along', async ({ page, browser }) => {
        await page.goto(locale === 'sv' ? '/projekt' : '/en/projects')
        const all = await main(page)
          .getByRole('listitem')
          .filter({ has: page.getByRole('heading') })
          .count()
        await main(page).getByRole('checkbox', { name: text.region }).check()
        await main(page).getByRole('button', { name: text.apply }).click()
        await expect(page).toHaveURL(/[?&]region=/)
        const some = main(page)
          .getByRole('heading', { level: 2 })
          .or(main(page).getByRole('heading', { level: 3 }))
        expect(await some.count()).toBeGreaterThan(0)
        expect(all).toBeGreaterThan(0)
        const other = await browser.newPage({ javaScriptEnabled })
        await other.goto(page.url())
        await expect(other.getByRole('main').getByRole('checkbox', { name: text.region })).toBeChecked()
        await other.close()
      })
    })

test('by keyboard alone: search, a project, its source, closed again with Escape', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Till innehållet' })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, () => page.getByRole('searchbox', { name: TEXTS.sv.search }))
  await page.keyboard.type('map2020')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?q=map2020/)
  await tabTo(page, () => page.getByRole('main').getByRole('link', { name: 'MAP2020' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('MAP2020')
  const value = page.getByRole('main').getByRole('button', { name: TEXTS.sv.support }).first()
  await tabTo(page, () => value)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(value).toBeFocused()
})

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, wanted: () => ReturnType<Page['locator']>) {
  for (let presses = 0; presses < 80; presses++) {
    if (await wanted().evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('never reached by Tab')
}

test.describe('search', () => {
  const cases = [
    ['a compound’s first part', 'kompetens', /kompetens/i],
    ['a number with another sign', '2015-00311', /MAP2020/],
    ['a number without signs', '201500311', /MAP2020/],
    ['an organisation', 'skåne stadsmission', /Samverkan mot utanförskap/],
    ['a word without its dots', 'sodertalje', /MAP2020/],
  ] as const
  for (const [what, q, found] of cases)
    test(`finds by ${what}`, async ({ page }) => {
      await page.goto(`/projekt?q=${encodeURIComponent(q)}`)
      await expect(page.getByRole('main').getByRole('link', { name: found }).first()).toBeVisible()
    })

  test('forgives a typo and says so', async ({ page }) => {
    await page.goto('/projekt?q=utanf%C3%B6rskp')
    await expect(page.getByRole('main')).toContainText('Visar träffar på')
    await expect(page.getByRole('link', { name: /Samverkan mot utanförskap/ }).first()).toBeVisible()
  })

  test('that finds nothing helps on', async ({ page }) => {
    await page.goto('/projekt?q=xyzzyx&region=SE33')
    await expect(page.getByRole('main')).toContainText('Inget projekt stämmer')
    await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()
  })

  for (const junk of [
    "'; DROP TABLE project",
    '((&|!',
    '%00',
    '\\',
    '*:*',
    'a'.repeat(3000),
    '<script>alert(1)</script>',
  ])
    test(`answers to ${junk.slice(0, 20)}`, async ({ request }) => {
      const answer = await request.get(
        `/projekt?q=${junk === '%00' ? junk : encodeURIComponent(junk)}&sida=-1&sort=x&region=y`,
      )
      expect(answer.status()).toBe(200)
      expect(await answer.text()).not.toContain('<script>alert(1)')
    })
})

test('prints without controls, and with the values', async ({ page }) => {
  await page.goto(`/projekt/${SAMPLE.project}`)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('main')).toContainText('MAP2020')
  await expect(page.getByRole('navigation').first()).toBeHidden()
})
