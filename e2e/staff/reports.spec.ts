import { randomUUID } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import type { Locale } from '../../lib/paths.ts'
import type { Ask } from '../fixtures.ts'
import { axeFindings, expect, expectStandsUp, LOCALES, pathOf, test } from './fixtures.ts'

// All of these come from one address, which may send a few reports an hour: one after the other, each as the first.
test.describe.configure({ mode: 'default' })
test.beforeEach(({ ask }) => asFromElsewhere(ask))

const asFromElsewhere = (ask: Ask) => ask(`UPDATE report SET "addressKey" = '' WHERE "addressKey" > ''`)

const TEXTS = {
  sv: {
    link: 'Är något fel?',
    pageLink: 'Är något fel på sidan?',
    suggestion: 'Vad är fel, och vad borde det stå?',
    where: 'Var står det?',
    field: 'Vilken uppgift gäller det?',
    send: 'Skicka anmälan',
    early: /väldigt fort/,
    errors: /har inte skickats än/,
    links: /för många länkar/,
    trap: /ifyllt av ett program/,
    waiting: 'Väntar på redaktionen',
    asked: 'Redaktionen har en fråga till dig',
    reply: 'Ditt svar',
    sendReply: 'Skicka svaret',
    right: 'Du hade rätt',
    unchanged: 'Redaktionen har inte ändrat något',
    record: 'Se uppgiften',
    history: 'Se historiken',
    reports: 'Felanmälningar',
    ask: 'Fråga den som anmälde',
    decline: 'Avslå',
    mended: /^Godta:/,
    answer: 'Till den som anmälde',
    sendAnswer: 'Skicka svaret',
    correct: 'Rätta uppgiften',
    meanwhile: /hann före och har ställt en fråga/,
    accepted: 'Godtagen',
    afterReport: /anmäl/i,
    says: (value: string) => `Slutrapporten säger ${value} deltagare`,
  },
  en: {
    link: 'Is something wrong?',
    pageLink: 'Is something wrong on this page?',
    suggestion: 'What is wrong, and what should it say?',
    where: 'Where does it say so?',
    field: 'Which value is it about?',
    send: 'Send the report',
    early: /very fast/,
    errors: /has not been sent yet/,
    links: /too many links/,
    trap: /filled in by a program/,
    waiting: 'Waiting for the editors',
    asked: 'The editors have a question for you',
    reply: 'Your answer',
    sendReply: 'Send the answer',
    right: 'You were right',
    unchanged: 'The editors have not changed anything',
    record: 'See the value',
    history: 'See the history',
    reports: 'Reports from visitors',
    ask: 'Ask the reporter',
    decline: 'Decline',
    mended: /^Accept:/,
    answer: 'To the reporter',
    sendAnswer: 'Send the answer',
    correct: 'Correct the value',
    meanwhile: /was first and has asked a question/,
    accepted: 'Accepted',
    afterReport: /report/i,
    says: (value: string) => `The final report says ${value} participants`,
  },
} as const
/** A project for each language, and a number of participants that no source says. */
const WRONG = { sv: { slug: '2019-00163', value: '417' }, en: { slug: '2020-00085', value: '93' } } as const

async function withoutScript(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: process.env.BASE_URL })
  return context.newPage()
}

/** Sends the form that is open: at once it is too fast, and what was written stays until it is not. */
async function sendWhenRead(page: Page, locale: Locale) {
  const form = page.url()
  await expect(async () => {
    if (page.url() !== form) return
    await page.getByRole('button', { name: TEXTS[locale].send }).click({ timeout: 2000 })
    await expect(page).not.toHaveURL(form, { timeout: 2000 })
  }).toPass({ intervals: [1000] })
}

/** Reports a project's participants, and leads to the page that follows it. */
async function report(page: Page, locale: Locale, slug: string, suggestion: string): Promise<string> {
  const query = {
    sv: `?projekt=${slug}&falt=plannedParticipants`,
    en: `?project=${slug}&field=plannedParticipants`,
  }
  await page.goto(pathOf(locale, { page: 'reports', query }))
  await page.getByLabel(TEXTS[locale].suggestion).fill(suggestion)
  await sendWhenRead(page, locale)
  return page.url()
}

const idOf = async (ask: Ask, suggestion: string) => {
  const [row] = await ask<{ id: number }>('SELECT id FROM report WHERE suggestion = $1', [suggestion])
  return String(row?.id ?? '')
}

for (const locale of LOCALES) {
  const t = TEXTS[locale]
  const { slug, value } = WRONG[locale]

  test(`a value is reported, asked about, corrected and followed to its end (${locale})`, async ({
    browser,
    page: staff,
    signIn,
    ask,
  }) => {
    test.setTimeout(90_000)
    const visitor = await withoutScript(browser)
    await visitor.goto(pathOf(locale, { page: 'projects', slug }))
    await visitor.locator('[popovertarget="kalla-plannedParticipants"]').first().click()
    await visitor.locator('#kalla-plannedParticipants').getByRole('link', { name: t.link }).click()

    // The value and the source's words stand beside the form; the other language keeps what it is about.
    await expect(visitor.locator('#galler mark')).toBeVisible()
    await expect(visitor.getByRole('link', { name: /2019\/00163|2020\/00085/ })).toBeVisible()
    const other = locale === 'sv' ? 'en' : 'sv'
    await expect(visitor.locator(`header a[hreflang=${other}]`)).toHaveAttribute(
      'href',
      other === 'en'
        ? `/en/reports?project=${slug}&field=plannedParticipants`
        : `/felanmalan?projekt=${slug}&falt=plannedParticipants`,
    )
    const suggestion = t.says(value)
    await visitor.getByLabel(t.suggestion).fill(suggestion)
    await visitor.getByRole('button', { name: t.send }).click()
    await expect(visitor.getByRole('alert')).toContainText(t.early)
    await expect(visitor.getByLabel(t.suggestion)).toHaveValue(suggestion)
    await sendWhenRead(visitor, locale)
    const link = visitor.url()
    await expect(visitor.getByRole('heading', { name: t.waiting })).toBeVisible()
    await expect(visitor.getByRole('link', { name: link })).toBeVisible()

    await signIn('EDITOR', { name: 'Robin Exempel' })
    await staff.goto(pathOf(locale, { page: 'staff/reports' }))
    const one = pathOf(locale, { page: 'staff/reports', slug: await idOf(ask, suggestion) })
    await staff.goto(one)
    await expect(staff.getByRole('main')).toContainText(suggestion)
    await staff.getByLabel(t.ask).check()
    await staff.getByLabel(t.answer).fill('Sidan?')
    await staff.getByRole('button', { name: t.sendAnswer }).click()
    await expect(staff.getByRole('heading', { name: /svar|answers/i, level: 2 }).first()).toBeVisible()

    // The answer may still be on its way.
    await expect(async () => {
      await visitor.goto(link)
      await expect(visitor.getByRole('heading', { name: t.asked })).toBeVisible({ timeout: 1000 })
    }).toPass({ timeout: 15_000 })
    await expect(visitor.getByRole('main')).toContainText('Sidan?')
    await expect(visitor.getByRole('main')).not.toContainText('Robin')
    await visitor.getByLabel(t.reply).fill('Sidan 4')
    await visitor.getByRole('button', { name: t.sendReply }).click()
    await expect(visitor.getByRole('heading', { name: t.waiting })).toBeVisible()

    // The edit page has the suggestion in the field's box, and leads back to the report.
    await staff.goto(one)
    await expect(staff.getByRole('main')).toContainText('Sidan 4')
    await staff.getByRole('link', { name: t.correct }).click()
    await expect(staff.getByRole('main')).toContainText(suggestion)
    await expect(staff.locator('[name="text.plannedParticipants"]')).toHaveValue(value)
    await staff.locator('[name=reason]').fill('Så står det i projektets slutrapport')
    await staff.locator('[name=reason]').press('Control+Enter')
    await staff.waitForURL((url) => url.pathname === one)
    await expect(staff.getByRole('main')).toContainText(t.accepted)

    await visitor.goto(link)
    await expect(visitor.getByRole('heading', { name: t.right })).toBeVisible()
    const history = await visitor.getByRole('link', { name: t.history }).getAttribute('href')
    await visitor.getByRole('link', { name: t.record }).click()
    await expect(visitor.locator('[popovertarget="kalla-plannedParticipants"]').first()).toContainText(value)
    expect(await visitor.content()).not.toContain(suggestion)
    await visitor.goto(history ?? '')
    await expect(visitor.getByRole('main')).toContainText(t.afterReport)
    expect(await visitor.content()).not.toContain(suggestion)
    const [row] = await ask<{ status: string }>('SELECT status FROM report WHERE suggestion = $1', [
      suggestion,
    ])
    expect(row).toEqual({ status: 'ACCEPTED' })
    await visitor.context().close()
  })

  test(`a report is declined with a reason, by the first of two editors (${locale})`, async ({
    browser,
    page: staff,
    signIn,
    ask,
  }) => {
    test.setTimeout(60_000)
    const visitor = await withoutScript(browser)
    const suggestion = `${t.says('1')} (${randomUUID()})`
    const link = await report(visitor, locale, '2017-09204', suggestion)
    await signIn('EDITOR', { name: 'Robin Exempel' })
    const one = pathOf(locale, { page: 'staff/reports', slug: await idOf(ask, suggestion) })
    await staff.goto(one)
    const other = await browser.newContext({ baseURL: process.env.BASE_URL })
    await signIn('ADMINISTRATOR', { name: 'Sam Exempel', context: other })
    const second = await other.newPage()
    await second.goto(one)
    await second.getByLabel(t.ask).check()
    await second.getByLabel(t.answer).fill('Vilken slutrapport?')
    await second.getByRole('button', { name: t.sendAnswer }).click()
    await expect(second.locator('#svar')).toContainText('Vilken slutrapport?')

    await staff.getByLabel(t.decline, { exact: true }).check()
    await staff.getByLabel(t.answer).fill('Källan säger något annat.')
    await staff.getByRole('button', { name: t.sendAnswer }).click()
    await expect(staff.getByRole('main').getByRole('alert')).toContainText(t.meanwhile)
    await expect(staff.getByRole('main').getByRole('alert')).toContainText('Sam Exempel')
    await expect(staff.getByLabel(t.answer)).toHaveValue('Källan säger något annat.')
    await expect(staff.getByLabel(t.decline, { exact: true })).toBeChecked()
    await staff.getByRole('button', { name: t.sendAnswer }).click()
    await expect(staff.locator('#svar')).toContainText('Källan säger något annat.')

    await visitor.goto(link)
    await expect(visitor.getByRole('heading', { name: t.unchanged })).toBeVisible()
    await expect(visitor.getByRole('main')).toContainText('Källan säger något annat.')
    await other.close()
    await visitor.context().close()
  })

  test(`what a program would send is asked for again, and nothing is lost (${locale})`, async ({
    browser,
    ask,
  }) => {
    const page = await withoutScript(browser)
    const before = await ask('SELECT id FROM report')
    await page.goto(pathOf(locale, { page: 'reports', query: { sv: '?sida=/om', en: '?page=/en/about' } }))
    await page.locator('[name=website]').fill('https://spam.example')
    await page.getByLabel(t.suggestion).fill('Köp här')
    await page.getByLabel(t.where).fill('http://a.example http://b.example www.c.example')
    await page.getByRole('button', { name: t.send }).click()
    await expect(page.getByRole('alert')).toContainText(t.trap)
    await expect(page.locator('[name=website]')).toHaveValue('')
    await expect(async () => {
      await page.getByRole('button', { name: t.send }).click()
      await expect(page.getByRole('alert')).toContainText(t.errors, { timeout: 500 })
    }).toPass({ intervals: [1000] })
    await expect(page.getByRole('alert')).toContainText(t.links)
    await expect(page.getByLabel(t.suggestion)).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByLabel(t.where)).toHaveValue('http://a.example http://b.example www.c.example')
    expect(await ask('SELECT id FROM report')).toEqual(before)
    await page.context().close()
  })

  test(`pages of reports stand up to axe in light and dark, and to a narrow screen (${locale})`, async ({
    page,
    signIn,
    ask,
  }) => {
    test.setTimeout(180_000)
    const suggestion = `${t.says('2')} (${randomUUID()})`
    const link = await report(page, locale, '2016-09203', suggestion)
    const id = await idOf(ask, suggestion)
    await signIn('EDITOR')
    const one = pathOf(locale, { page: 'staff/reports', slug: id })
    const query = { sv: '?projekt=2016-00112&falt=plannedParticipants', en: '?project=2016-00112' }
    const paths = [
      pathOf(locale, { page: 'reports', query }),
      link,
      pathOf(locale, { page: 'staff/reports' }),
      one,
    ]
    for (const path of paths) await standsUp(page, path)
    await page.goto(one)
    await page.getByLabel(t.ask).check()
    await page.getByLabel(t.answer).fill('Vilken sida?')
    await page.getByRole('button', { name: t.sendAnswer }).click()
    await expect(page.locator('#svar')).toContainText('Vilken sida?')
    await standsUp(page, link)
    await page.goto(one)
    await page.getByRole('radio', { name: t.mended }).check()
    await page.getByLabel(t.answer).fill('Vi har läst in slutrapporten.')
    await page.getByRole('button', { name: t.sendAnswer }).click()
    await expect(page.getByRole('main')).toContainText(t.accepted)
    await standsUp(page, link)
    await standsUp(page, one)
    await page.goto(pathOf(locale, { page: 'reports' }))
    await page.getByLabel(t.suggestion).fill('x')
    await page.getByRole('button', { name: t.send }).click()
    await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
    expect(await axeFindings(page)).toEqual([])
  })
}

async function standsUp(page: Page, path: string) {
  await page.goto(path)
  await expectStandsUp(page)
}

test('every page’s foot leads to the form about what the page shows', async ({ page }) => {
  const leadsTo: Record<string, string> = {
    '/projekt/2015-00311': '/felanmalan?projekt=2015-00311',
    '/en/projects/2015-00311': '/en/reports?project=2015-00311',
    '/organisationer/sodertalje-kommun': '/felanmalan?organisation=sodertalje-kommun',
    '/projekt?q=kompetens': '/felanmalan?sida=%2Fprojekt%3Fq%3Dkompetens',
    '/en/about': '/en/reports?page=%2Fen%2Fabout',
  }
  for (const [path, form] of Object.entries(leadsTo)) {
    await page.goto(path)
    const link = page.getByRole('contentinfo').getByRole('link', { name: /Är något fel|Is something wrong/ })
    await expect(link).toHaveAttribute('href', form)
  }
})

test('a report and its page are kept by nobody and found by nobody', async ({ page, request }) => {
  const suggestion = `Det ska stå 3 (${randomUUID()})`
  const link = await report(page, 'sv', '2017-09205', suggestion)
  const headers = (await request.get(link)).headers()
  expect(headers['cache-control']).toContain('no-store')
  expect(headers['x-robots-tag']).toContain('noindex')
  expect(headers['referrer-policy']).toBe('same-origin')
  const token = new URL(link).pathname.split('/').at(-1) ?? ''
  const footer = page.getByRole('contentinfo').getByRole('link', { name: 'Är något fel på sidan?' })
  expect(await footer.getAttribute('href')).not.toContain(token)
  for (const path of ['/projekt/2017-09205', '/historik', '/historik/projekt/2017-09205', '/sitemap.xml'])
    expect(await (await request.get(path)).text(), path).not.toContain(suggestion)
  await page.goto(`/felanmalan/${'x'.repeat(43)}`)
  await expect(page.getByRole('main')).not.toContainText(suggestion)
})
