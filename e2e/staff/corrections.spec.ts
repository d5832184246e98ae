import type { BrowserContext, Page } from '@playwright/test'
import { MESSAGES } from '../../lib/i18n/messages.ts'
import type { Locale } from '../../lib/paths.ts'
import { axeFindings, expect, expectStandsUp, LOCALES, pathOf, test } from './fixtures.ts'

/** Records that nothing else in the tests is about, one for each language. */
const RECORDS = {
  correct: { sv: '2015-09101', en: '2015-09103' },
  others: { sv: '2017-09204', en: '2018-09206' },
  bad: { sv: '2015-09104', en: '2018-09501' },
  noScript: { sv: '2014-09102', en: '2017-09205' },
  atOnce: { sv: '2015-09207', en: '2016-09203' },
  organisation: { sv: 'lysekils-kommun', en: 'orebro-kommun' },
} as const satisfies Record<string, Record<Locale, string>>

const REASON = 'Det står i slutrapporten, sidan 4.'
const QUERY: Record<Locale, string> = { sv: 'falt', en: 'field' }

/** The texts of the form, and the labels of fields, in a language. */
const wordsIn = (locale: Locale) => ({ t: MESSAGES[locale].corrections, field: MESSAGES[locale].field })

const editPath = (locale: Locale, slug: string, fields: string[] = []) =>
  pathOf(locale, {
    page: 'staff/projects',
    slug,
    query: fields.length > 0 ? `?${QUERY[locale]}=${fields.join('.')}` : '',
  })

const boxOf = (page: Page, label: string) => page.getByLabel(label, { exact: true })

async function save(page: Page, locale: Locale, reason = REASON) {
  const { t } = wordsIn(locale)
  await page.getByLabel(t.reason, { exact: true }).fill(reason)
  await page.getByRole('button', { name: t.save, exact: true }).first().click()
}

const saved = (page: Page, locale: Locale, ...labels: string[]) =>
  expect(
    page.getByRole('status').filter({
      hasText: wordsIn(locale).t.saved.replace('{fields}', new Intl.ListFormat(locale).format(labels)),
    }),
    // The first save after a start takes longer.
  ).toBeVisible({ timeout: 15_000 })

for (const locale of LOCALES) {
  const { t, field } = wordsIn(locale)
  const participants = field.plannedParticipants

  test(`${locale}: a wrong participant count is corrected by keyboard, in few steps`, async ({
    page,
    signIn,
  }) => {
    await signIn('EDITOR')
    await page.goto(editPath(locale, RECORDS.correct[locale], ['plannedParticipants']))
    const box = boxOf(page, participants)
    await expect(box).toBeFocused()
    // What stands there is selected once the script is there: typing writes over it.
    await expect
      .poll(() =>
        box.evaluate((held: HTMLInputElement) => (held.selectionEnd ?? 0) - (held.selectionStart ?? 0)),
      )
      .toBeGreaterThan(0)
    await page.keyboard.type('1 234')
    await page.keyboard.press('Enter')
    // The reason is asked for, and nothing is lost.
    await expect(page.getByLabel(t.reason, { exact: true })).toBeFocused()
    await page.keyboard.type(REASON)
    await page.keyboard.press('Control+Enter')
    await saved(page, locale, participants)
    await expect(page.getByRole('status')).toBeFocused()
    await page.getByRole('status').getByRole('link', { name: t.publicPage }).click()
    await expect(page.getByText(locale === 'sv' ? '1\u00a0234' : '1,234').first()).toBeVisible()
  })

  test(`${locale}: several fields in one save are found right, not stated and withdrawn`, async ({
    page,
    signIn,
  }) => {
    await signIn('EDITOR')
    const slug = RECORDS.others[locale]
    const fields = ['plannedParticipants', 'totalBudget', 'region']
    const path = editPath(locale, slug, fields)
    const choose = (label: string, choice: string | RegExp) =>
      page
        .getByRole('group', { name: `${t.choose}: ${label}` })
        .getByRole('radio', { name: choice })
        .check()
    await page.goto(path)
    await boxOf(page, participants).fill('77')
    await choose(field.totalBudget, t.choice.notStated)
    await choose(field.region, new RegExp(t.choice.reviewed.replace('{value}', '')))
    await save(page, locale)
    await saved(page, locale, field.region, field.totalBudget, participants)
    await page.goto(path)
    await expect(boxOf(page, participants)).toHaveValue('77')
    await expect(boxOf(page, field.totalBudget)).toHaveValue('')
    await expect(page.getByText(REASON)).toHaveCount(3)
    await choose(participants, new RegExp(t.choice.withdraw.replace('{what}', '')))
    await choose(field.totalBudget, new RegExp(t.choice.withdraw.replace('{what}', '')))
    await save(page, locale)
    await saved(page, locale, field.totalBudget, participants)
    await page.goto(path)
    await expect(boxOf(page, participants)).not.toHaveValue('77')
    await expect(boxOf(page, field.totalBudget)).not.toHaveValue('')
    await expect(page.getByText(REASON)).toHaveCount(1)
  })

  test(`${locale}: what cannot be saved is told, and everything typed is kept`, async ({ page, signIn }) => {
    await signIn('EDITOR')
    await page.goto(editPath(locale, RECORDS.bad[locale], ['plannedParticipants', 'endDate', 'fund']))
    await boxOf(page, participants).fill('många')
    await boxOf(page, field.endDate).fill('2020-02-30')
    await boxOf(page, field.fund).selectOption('FRO')
    await page.getByLabel(t.link, { exact: true }).fill('rapporten')
    await save(page, locale)
    const alert = page.getByRole('alert').filter({ hasText: t.wrong })
    await expect(alert).toBeFocused()
    await expect(alert.getByRole('link')).toHaveCount(3)
    await expect(boxOf(page, participants)).toHaveValue('många')
    await expect(boxOf(page, participants)).toHaveAttribute('aria-invalid', 'true')
    await expect(boxOf(page, field.endDate)).toHaveValue('2020-02-30')
    await expect(boxOf(page, field.fund)).toHaveValue('FRO')
    await expect(page.getByLabel(t.link, { exact: true })).toHaveValue('rapporten')
    await expect(page.getByLabel(t.reason, { exact: true })).toHaveValue(REASON)
    expect(await axeFindings(page)).toEqual([])
    await save(page, locale, 'Ring 070-123 45 67 och fråga.')
    await expect(page.getByLabel(t.reason, { exact: true })).toHaveAttribute('aria-invalid', 'true')
    // Mended, it goes through.
    await boxOf(page, participants).fill('55')
    await boxOf(page, field.endDate).fill('31 december 2022')
    await page.getByLabel(t.link, { exact: true }).fill('https://example.se/rapport.pdf')
    await save(page, locale)
    await saved(page, locale, field.endDate, participants, field.fund)
  })

  test.describe('without script', () => {
    test.use({ javaScriptEnabled: false })

    test(`${locale}: a form that is wrong comes back filled in, and is saved when it is mended`, async ({
      page,
      signIn,
    }) => {
      await signIn('EDITOR')
      await page.goto(editPath(locale, RECORDS.noScript[locale], ['plannedParticipants']))
      await boxOf(page, participants).fill('-5')
      await save(page, locale)
      await expect(page.getByRole('alert')).toContainText(t.wrong)
      await expect(boxOf(page, participants)).toHaveValue('-5')
      await expect(page.getByLabel(t.reason, { exact: true })).toHaveValue(REASON)
      await boxOf(page, participants).fill('505')
      await save(page, locale)
      await saved(page, locale, participants)
      await page.goto(editPath(locale, RECORDS.noScript[locale], ['plannedParticipants']))
      await expect(boxOf(page, participants)).toHaveValue('505')
    })

    test(`${locale}: two at once: whoever is later sees all three values and decides`, async ({
      page,
      signIn,
      browser,
    }) => {
      await signIn('EDITOR')
      const path = editPath(locale, RECORDS.noScript[locale], ['totalBudget'])
      await page.goto(path)
      await boxOf(page, field.totalBudget).fill('7 000 001')
      await elsewhere(await browser.newContext(), signIn, path, field.totalBudget, '7 000 002', locale)
      await save(page, locale)
      await expect(page.getByText(t.conflict)).toBeVisible()
      await page.getByRole('radio', { name: t.keepMine }).check()
      await save(page, locale)
      await saved(page, locale, field.totalBudget)
      await page.goto(path)
      await expect(boxOf(page, field.totalBudget)).toHaveValue('7 000 001')
    })
  })

  test(`${locale}: two at once on one field: it has to be decided, and mine can hold`, async ({
    page,
    signIn,
    browser,
  }) => {
    test.slow()
    await signIn('EDITOR')
    const path = editPath(locale, RECORDS.atOnce[locale], ['plannedParticipants'])
    await page.goto(path)
    await boxOf(page, participants).fill('61')
    await elsewhere(await browser.newContext(), signIn, path, participants, '62', locale)
    await save(page, locale)
    const conflict = page.getByText(t.conflict).locator('..')
    for (const text of ['61', '62', REASON]) await expect(conflict).toContainText(text)
    await expect(boxOf(page, participants)).toHaveValue('61')
    expect(await axeFindings(page)).toEqual([])
    await save(page, locale)
    await expect(page.getByText(t.problem.undecided).first()).toBeVisible()
    // All three values are still there to decide by.
    for (const text of ['61', '62', REASON]) await expect(conflict).toContainText(text)
    await page.getByRole('radio', { name: t.keepMine }).check()
    await save(page, locale)
    await saved(page, locale, participants)
    await page.goto(path)
    await expect(boxOf(page, participants)).toHaveValue('61')
  })

  test(`${locale}: two at once on one field: theirs can hold, and the rest is saved`, async ({
    page,
    signIn,
    browser,
  }) => {
    test.slow()
    await signIn('EDITOR')
    const path = editPath(locale, RECORDS.atOnce[locale], ['grantedSupport', 'projectPhase'])
    await page.goto(path)
    await boxOf(page, field.grantedSupport).fill('1 000 063')
    await boxOf(page, field.projectPhase).fill('Avslut')
    await elsewhere(await browser.newContext(), signIn, path, field.grantedSupport, '1 000 064', locale)
    await save(page, locale)
    await page.getByRole('radio', { name: t.keepTheirs }).check()
    await save(page, locale)
    await saved(page, locale, field.projectPhase)
    await page.goto(path)
    await expect(boxOf(page, field.grantedSupport)).toHaveValue('1 000 064')
    await expect(boxOf(page, field.projectPhase)).toHaveValue('Avslut')
  })

  test(`${locale}: two at once on different fields: both stand, and the other’s is told of`, async ({
    page,
    signIn,
    browser,
  }) => {
    test.slow()
    await signIn('EDITOR')
    const path = editPath(locale, RECORDS.atOnce[locale], ['recipientCity', 'callNumber'])
    await page.goto(path)
    await boxOf(page, field.recipientCity).fill('Exempelstad')
    await elsewhere(await browser.newContext(), signIn, path, field.callNumber, '2014/00001', locale)
    await save(page, locale)
    await saved(page, locale, field.recipientCity)
    await expect(page.getByRole('status').filter({ hasText: field.callNumber })).toBeVisible()
    await page.goto(path)
    await expect(boxOf(page, field.callNumber)).toHaveValue('2014/00001')
  })

  test(`${locale}: from the desk one comes back to the desk, and to no other site`, async ({
    page,
    signIn,
  }) => {
    await signIn('EDITOR')
    const path = editPath(locale, RECORDS.correct[locale], ['recipientCity'])
    const desk = pathOf(locale, { page: 'staff' })
    await page.goto(`${path}&till=${encodeURIComponent(desk)}`)
    await boxOf(page, field.recipientCity).fill(`Exempelstad ${locale}`)
    await save(page, locale)
    await expect(page).toHaveURL(new RegExp(`${desk}\\?(?:sparat|saved)=c\\d+$`))
    await page.goto(`${path}&till=${encodeURIComponent('https://example.com/')}`)
    await boxOf(page, field.recipientCity).fill(`Påhittsund ${locale}`)
    await save(page, locale)
    await expect(page).toHaveURL(new RegExp(`${desk}\\?`))
  })

  test(`${locale}: an entry is linked and removed, a decision and an organisation corrected`, async ({
    page,
    signIn,
    ask,
  }) => {
    await signIn('EDITOR')
    const [entry] = await ask<{ id: number; slug: string }>(
      `SELECT i.id, d.slug FROM decision_item i JOIN decision d ON d.id = i."decisionId"
       WHERE i."projectId" IS NULL AND i."inForce" ORDER BY i.id DESC LIMIT 1 OFFSET $1`,
      [locale === 'sv' ? 0 : 1],
    )
    await page.goto(pathOf(locale, { page: 'staff/entries', slug: String(entry?.id) }))
    const link = page.getByRole('combobox', { name: t.label.project, exact: true })
    await link.fill('2018/00566')
    await page.keyboard.press('Escape')
    await save(page, locale)
    await saved(page, locale, t.label.project)
    await expect(link).toHaveValue(/2018\/00566/)
    await page.goto(pathOf(locale, { page: 'staff/decisions', slug: entry?.slug ?? '' }))
    await boxOf(page, field.heading).fill(`Beslut ${locale}`)
    await save(page, locale)
    await saved(page, locale, field.heading)
    await page.goto(pathOf(locale, { page: 'staff/organisations', slug: RECORDS.organisation[locale] }))
    await boxOf(page, t.label.number).fill('559000-0006')
    await save(page, locale)
    await expect(page.getByRole('alert').filter({ hasText: t.wrong })).toBeVisible()
    await boxOf(page, t.label.number).fill(locale === 'sv' ? '559000-0005' : '559000-0013')
    await save(page, locale)
    await saved(page, locale, t.label.number)
  })
}

type SignIn = (role: 'EDITOR', wanted: { context: BrowserContext }) => Promise<unknown>

/** Somebody else saves one field in another browser. */
async function elsewhere(
  context: BrowserContext,
  signIn: SignIn,
  path: string,
  label: string,
  text: string,
  locale: Locale,
) {
  await signIn('EDITOR', { context })
  const page = await context.newPage()
  await page.goto(path)
  await boxOf(page, label).fill(text)
  await save(page, locale)
  await saved(page, locale, label)
  await page.close()
}

const EDIT_PAGES = {
  'a project, all of it': `/redaktion/projekt/2018-00566`,
  'a project, one field': `/en/staff/projects/2018-00566?field=plannedParticipants`,
}

for (const [name, path] of Object.entries(EDIT_PAGES))
  test(`${name}: nothing for axe to find, nor to scroll sideways`, async ({ page, signIn }) => {
    await signIn('EDITOR')
    await page.goto(path)
    await expectStandsUp(page)
  })

test('an entry, a decision and an organisation: nothing for axe to find, nor to scroll sideways', async ({
  page,
  signIn,
  ask,
}) => {
  await signIn('EDITOR')
  const [decision] = await ask<{ slug: string; id: number }>(
    `SELECT d.slug, min(i.id) AS id FROM decision d JOIN decision_item i ON i."decisionId" = d.id GROUP BY 1 LIMIT 1`,
  )
  const paths = [
    pathOf('sv', { page: 'staff/entries', slug: String(decision?.id) }),
    pathOf('sv', { page: 'staff/decisions', slug: decision?.slug ?? '' }),
    pathOf('sv', { page: 'staff/organisations', slug: 'sodertalje-kommun' }),
  ]
  for (const path of paths) {
    await page.goto(path)
    await expectStandsUp(page)
  }
})

test('a form of the field’s own language is asked for in Swedish', async ({ page, signIn }) => {
  await signIn('EDITOR')
  await page.goto('/en/staff/projects/2018-00566?falt=plannedParticipants')
  await expect(page.getByLabel(MESSAGES.en.field.plannedParticipants, { exact: true })).toBeFocused()
})
