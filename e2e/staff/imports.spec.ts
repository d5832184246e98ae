import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { list as listOf, page as projectPage } from '../../lib/imports/testing/documents.ts'
import { expect, expectStandsUp, pathOf, test } from './fixtures.ts'

// What an administrator does with new lists and pages, in a real browser, from the files to the public pages and back.

const SHARED = join(import.meta.dirname, '..', '..', '..', 'shared')
const STOCKHOLM = join(SHARED, 'seeds', '003_38e50c235483de44.txt')
const ERUF = join(SHARED, 'data', 'eruf-2014-2020-tillvaxtverket.json')
const IMPORTS = pathOf('sv', { page: 'staff/imports' })
/** The site looks every fifteen seconds by itself; woken, at once. */
const PATIENCE = { timeout: 45_000 }

type Facts = { name: string; people?: string; owner?: string }
const pageOf = (number: string, { owner = 'Exempelby kommun', ...facts }: Facts) =>
  projectPage(number, { owner, ...facts })

const file = (name: string, lines: string[]) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(lines.join('\n')),
})

type Given = { files?: ReturnType<typeof file>[]; path?: string; text?: string; url?: string; day?: string }

/** Gives files or a text to a new import, and waits until it can be decided on. Returns the import's address. */
async function begin(page: Page, { files, path, text = '', url = '', day = '' }: Given): Promise<string> {
  await page.goto(IMPORTS)
  if (files ?? path) await page.getByLabel('Filer', { exact: true }).setInputFiles(files ?? path ?? [])
  if (text) await page.getByLabel('Eller klistra in en text').fill(text)
  if (url) await page.getByLabel('Sidans adress').fill(url)
  if (day) await page.getByLabel('Dag då den hämtades').fill(day)
  await page.getByRole('button', { name: 'Läs in' }).click()
  await page.waitForURL(/\/importer\/\d+/)
  await expect(
    page.getByText('Väntar på dig').or(page.getByText('Väntar på kolumnernas betydelse')).first(),
  ).toBeVisible(PATIENCE)
  return page.url()
}

/** Accepts entry after entry, as they come. */
async function acceptAll(page: Page, address: string) {
  await page.goto(address)
  const ready = page.getByText(/Alla poster är avgjorda/)
  const heading = page.locator('#posten').getByRole('heading').first()
  for (let count = 0; count < 30 && !(await ready.isVisible()); count++) {
    const name = await heading.textContent()
    await page.getByRole('radio', { name: /^Godta/ }).check()
    await page.getByRole('button', { name: 'Spara och gå till nästa' }).click()
    await expect(ready.or(page.getByText('inte avgjord').first())).toBeVisible()
    await expect(async () => {
      expect((await ready.isVisible()) || (await heading.textContent()) !== name).toBe(true)
    }).toPass()
  }
  await expect(ready).toBeVisible()
}

async function bringIn(page: Page) {
  await page.getByRole('button', { name: 'För in i registret' }).click()
  await expect(page.getByText('Införd').first()).toBeVisible(PATIENCE)
}

async function takeBack(page: Page, address: string) {
  await page.goto(address)
  await page.getByRole('link', { name: 'Se vad det skulle göra' }).click()
  await page.getByLabel(/Varför/).fill('Fel fil, den rätta kommer sedan.')
  await page.getByRole('button', { name: 'Ta tillbaka importen' }).click()
  await expect(page.getByText('Tillbakatagen').first()).toBeVisible(PATIENCE)
}

async function giveUp(page: Page) {
  await page.getByText('Avbryt importen …').click()
  await page.getByRole('button', { name: 'Avbryt importen' }).click()
  await expect(page.getByText('Avbruten').first()).toBeVisible()
}

test.skip(({ browserName }) => browserName !== 'chromium')
test.describe.configure({ timeout: 120_000 })
test.beforeEach(({ signIn }) => signIn('ADMINISTRATOR'))

test('a pasted decision list of the sources is read, decided on, public, and taken back', async ({
  page,
  ask,
}) => {
  test.skip(!existsSync(STOCKHOLM) && !process.env.CI)
  const source = readFileSync(STOCKHOLM, 'utf8')
  const address = await begin(page, {
    text: source,
    url: 'https://example.se/stockholm/beslut',
    day: '2020-04-01',
  })
  await expect(page.getByRole('region', { name: /Källans text/ })).toContainText('Scania')
  await expectStandsUp(page)
  await acceptAll(page, address)
  await bringIn(page)
  await expectStandsUp(page)
  const [document] = await ask<{ slug: string; id: number }>(
    `SELECT slug, id FROM source_document WHERE url = 'https://example.se/stockholm/beslut' AND "undoneAt" IS NULL`,
  )
  await page.goto(pathOf('sv', { page: 'documents', slug: document?.slug ?? '' }))
  await expect(page.locator('main')).toContainText('Scania')
  const [item] = await ask<{ slug: string }>(
    `SELECT DISTINCT d.slug FROM decision d JOIN decision_item i ON i."decisionId" = d.id JOIN statement s ON s."itemId" = i.id
     WHERE s."documentId" = $1 LIMIT 1`,
    [document?.id],
  )
  await page.goto(pathOf('sv', { page: 'decisions', slug: item?.slug ?? '' }))
  await expect(
    page
      .locator('main')
      .getByRole('link', { name: /Projekt i Stockholm|2020|Prioriterade/ })
      .first(),
  ).toBeVisible()
  await takeBack(page, address)
  const gone = await page.goto(pathOf('sv', { page: 'documents', slug: document?.slug ?? '' }))
  expect(gone?.status()).toBe(404)
})

test('the same list with one sum changed tells which, and the sum is another on the public page', async ({
  page,
}) => {
  const url = 'https://example.se/lista-med-summa'
  const list = (amount: string) =>
    listOf(
      [
        ['Isbrytaren', 'Frostby kommun', amount],
        ['Snöplogen', 'Frostby kommun', '700 000'],
      ],
      { place: 'Övre Norrland' },
    ).join('\n')
  const first = await begin(page, { text: list('600 000'), url, day: '2020-01-01' })
  await expect(page.getByRole('link', { name: /^Ny 2/ })).toBeVisible()
  await page.getByRole('button', { name: 'Godta alla säkra (2)' }).click()
  await expect(page.getByText(/Alla poster är avgjorda/)).toBeVisible()
  await bringIn(page)
  const second = await begin(page, { text: list('650 000'), url, day: '2021-01-01' })
  await expect(page.getByRole('link', { name: /^Ändrar uppgifter 1/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Finns redan oförändrad 1/ })).toBeVisible()
  await page.getByRole('link', { name: /^Ändrar uppgifter 1/ }).click()
  await expect(page.locator('main')).toContainText(/600\s000/)
  await expect(page.locator('main')).toContainText(/650\s000/)
  await acceptAll(page, second)
  await bringIn(page)
  await page
    .getByRole('link', { name: /13 juni 2019/ })
    .first()
    .click()
  await expect(page.locator('main')).toContainText(/650\s000/)
  await takeBack(page, second)
  await takeBack(page, first)
})

test('a correction stands over what a newer page says, and says so at the import', async ({ page, ask }) => {
  const number = '2019/77001'
  const first = await begin(page, {
    files: [file('a.txt', pageOf(number, { name: 'Kompassen' }))],
    day: '2020-01-01',
  })
  await page.getByRole('button', { name: 'Godta alla säkra (1)' }).click()
  await bringIn(page)
  await page.goto(`${pathOf('sv', { page: 'staff/projects', slug: '2019-77001' })}`)
  await page.getByLabel('Planerade deltagare', { exact: true }).fill('145')
  await page.getByLabel('Motivering', { exact: true }).fill('Så står det i slutrapporten.')
  await page
    .getByRole('button', { name: /^Spara/ })
    .first()
    .click()
  await expect(page).toHaveURL(/sparat=/)
  const second = await begin(page, {
    files: [file('b.txt', pageOf(number, { name: 'Kompassen', people: '300' }))],
    day: '2021-01-01',
  })
  await expect(page.getByText('Rättat: rättelsen står kvar').first()).toBeVisible()
  expect(await page.content()).not.toContain('kim.provsson@example.se,')
  await page.getByRole('radio', { name: /^Godta/ }).check()
  await page.getByRole('button', { name: 'Spara och gå till nästa' }).click()
  await expect(page.getByText(/Alla poster är avgjorda/)).toBeVisible()
  await bringIn(page)
  await page.goto(pathOf('sv', { page: 'projects', slug: '2019-77001' }))
  await expect(page.locator('main')).toContainText('145')
  expect(await page.content()).not.toContain('kim.provsson')
  await takeBack(page, second)
  await takeBack(page, first)
  // What somebody corrected is still there, with nothing else.
  await page.goto(pathOf('sv', { page: 'projects', slug: '2019-77001' }))
  await expect(page.locator('main')).toContainText('145')
  const [{ count = 0 } = {}] = await ask<{ count: number }>(
    `SELECT count(*)::int AS count FROM contact c JOIN project p ON p.id = c."projectId" WHERE p.slug = '2019-77001'`,
  )
  expect(count).toBe(0)
})

test('names in another spelling are shown with what speaks for them, and are brought to the project that is chosen', async ({
  page,
  ask,
}) => {
  const first = await begin(page, {
    files: [
      file('a.txt', pageOf('2019/77002', { name: 'Vägvisaren i Exempelby', owner: 'Stiftelsen Vägvisaren' })),
    ],
  })
  await page.getByRole('button', { name: 'Godta alla säkra (1)' }).click()
  await bringIn(page)
  const second = await begin(page, {
    text: listOf([['Vägvisarn i exempelby', 'Stiftelsen Vägvisaren', '4 100 000']]).join('\n'),
  })
  const candidate = page.getByRole('radio', { name: /Vägvisaren i Exempelby/ })
  await expect(candidate).toBeVisible()
  await expect(page.locator('main')).toContainText('Talar för')
  await candidate.check()
  await page.getByRole('button', { name: 'Spara och gå till nästa' }).click()
  await expect(page.getByText(/Alla poster är avgjorda/)).toBeVisible()
  await bringIn(page)
  const [linked] = await ask<{ by: string }>(
    `SELECT i."linkedBy" AS by FROM decision_item i JOIN project p ON p.id = i."projectId" WHERE p.slug = '2019-77002' AND i."inForce"`,
  )
  expect(linked?.by).toBe('person')
  await takeBack(page, second)
  await takeBack(page, first)
})

test('two administrators at once do not trample each other', async ({ page, signIn, browser }) => {
  await signIn('ADMINISTRATOR', { name: 'Ada Först' })
  const address = await begin(page, {
    text: listOf([['Dubbelspelet', 'Två AB', '500 000']]).join('\n'),
  })
  const context = await browser.newContext({ locale: 'sv-SE', timezoneId: 'Europe/Stockholm' })
  await signIn('ADMINISTRATOR', { name: 'Bo Sedan', context })
  const other = await context.newPage()
  await other.goto(address)
  await other.getByRole('radio', { name: /^Hoppa över/ }).check()
  await page.getByRole('radio', { name: /^Godta/ }).check()
  await page.getByText('Ge ett annat värde').first().click()
  const box = page.getByLabel(/ett annat värde/).first()
  await box.fill('Ett annat namn')
  await other.getByRole('button', { name: 'Spara och gå till nästa' }).click()
  await expect(other.getByText(/Alla poster är avgjorda/)).toBeVisible()
  await page.getByRole('button', { name: 'Spara och gå till nästa' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Bo Sedan')
  await expect(page.getByLabel(/ett annat värde/).first()).toHaveValue('Ett annat namn')
  await giveUp(page)
  await context.close()
})

test('a list and its source lead to each other, entry by entry', async ({ page }) => {
  await begin(page, {
    text: listOf([
      ['Vågbrytaren', 'Ett AB', '500 000'],
      ['Strandpiren', 'Två AB', '600 000'],
    ]).join('\n'),
  })
  const source = page.getByRole('region', { name: /Källans text/ })
  // Pressed by key: the words for listeners stand in a corner of the link, where Playwright would point.
  await source.getByRole('link', { name: /Strandpiren/ }).press('Enter')
  await expect(page.locator('#posten').getByRole('heading').first()).toHaveText('Strandpiren')
  await expect(source.locator('mark[data-open]').filter({ hasText: 'Strandpiren' })).toBeVisible()
  // What is there for listeners only makes nothing longer.
  const below = await page.evaluate(
    () => document.documentElement.scrollHeight - (document.querySelector('main')?.offsetHeight ?? 0),
  )
  expect(below).toBeLessThan(400)
  await giveUp(page)
})

test('what a table says unreadably is given a value, after a look back at the columns', async ({ page }) => {
  const rows = [
    'Projektnamn;Diarienummer;Stödmottagare;Beviljat stöd;Kommentar',
    'Fyrskeppet;2019/77011;Exempelby kommun;ca tolv;en',
    'Lotsbåten;2019/77012;Exempelby kommun;900 000;två',
  ]
  const address = await begin(page, { files: [file('a.csv', rows)] })
  await page
    .getByRole('group', { name: /Kommentar/ })
    .getByRole('combobox', { name: 'Betyder' })
    .selectOption('tas inte med')
  await page.getByRole('button', { name: 'Läs in raderna' }).click()
  await expect(page.getByText('Väntar på dig').first()).toBeVisible(PATIENCE)
  await page.getByText('Är kolumnerna fel lästa?').click()
  await page.getByRole('button', { name: 'Tillbaka till kolumnerna' }).click()
  const comment = page.getByRole('group', { name: /Kommentar/ }).getByRole('combobox', { name: 'Betyder' })
  await expect(comment).toHaveValue('ignore', PATIENCE)
  await page.getByRole('button', { name: 'Läs in raderna' }).click()
  await expect(page.getByText('Väntar på dig').first()).toBeVisible(PATIENCE)
  await expect(page.getByRole('heading', { name: 'Gick inte att läsa' })).toBeVisible()
  await page.getByText('Ge ett annat värde: Beviljat stöd').click()
  await page.getByLabel('Beviljat stöd: ett annat värde').fill('1 200 000')
  await page.getByRole('radio', { name: /^Godta/ }).check()
  await page.getByRole('button', { name: 'Spara och gå till nästa' }).click()
  // Saved: who leaves before that may come back to the entry as it was.
  await expect(page.locator('#posten').getByRole('heading').first()).toHaveText('Lotsbåten')
  await acceptAll(page, address)
  await bringIn(page)
  await page.goto(pathOf('sv', { page: 'projects', slug: '2019-77011' }))
  await expect(page.locator('main')).toContainText(/1\s200\s000/)
  await takeBack(page, address)
})

test('the 374 projects of a table come in, and are taken back', async ({ page, ask }) => {
  test.skip(!existsSync(ERUF) && !process.env.CI)
  test.setTimeout(180_000)
  const address = await begin(page, { path: ERUF, day: '2016-10-14' })
  await expect(page.locator('main')).toContainText('Tillväxtverket')
  await expectStandsUp(page)
  await page.getByRole('button', { name: 'Läs in raderna' }).click()
  await expect(page.getByText('Väntar på dig').first()).toBeVisible(PATIENCE)
  await page.getByRole('button', { name: /^Godta alla nya/ }).click()
  await expect(page.getByText(/Alla poster är avgjorda/)).toBeVisible()
  await bringIn(page)
  await expect(page.locator('main')).toContainText('374')
  const [document] = await ask<{ slug: string }>(
    `SELECT slug FROM source_document WHERE kind = 'OPERATION_LIST' AND "undoneAt" IS NULL`,
  )
  await page.goto(pathOf('sv', { page: 'projects', slug: '20200940' }))
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ortsammanbindande nät')
  await page.goto(pathOf('sv', { page: 'documents', slug: document?.slug ?? '' }))
  await expectStandsUp(page)
  await takeBack(page, address)
  expect((await page.goto(pathOf('sv', { page: 'projects', slug: '20200940' })))?.status()).toBe(404)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a file is given, decided on and brought in', async ({ page }) => {
    await page.goto(IMPORTS)
    await page
      .getByLabel('Filer', { exact: true })
      .setInputFiles([file('a.txt', pageOf('2019/77003', { name: 'Utan skript' }))])
    await page.getByRole('button', { name: 'Läs in' }).click()
    await page.waitForURL(/\/importer\/\d+/)
    // The page loads itself anew until there is something to decide.
    await expect(page.getByText('Väntar på dig').first()).toBeVisible(PATIENCE)
    await page.getByRole('radio', { name: /^Godta/ }).check()
    await page.getByRole('button', { name: 'Spara och gå till nästa' }).click()
    await page.getByRole('button', { name: 'För in i registret' }).click()
    await expect(page.getByText('Införd').first()).toBeVisible(PATIENCE)
    await takeBack(page, page.url())
  })

  test('an empty form says what it needs, and keeps what was typed', async ({ page }) => {
    await page.goto(IMPORTS)
    await page.getByLabel('Eller klistra in en text').fill('Bara några ord.')
    await page.getByLabel('Sidans adress').fill('ingen adress')
    const answering = page.waitForResponse((answer) => new URL(answer.url()).pathname === '/api/imports')
    await page.getByRole('button', { name: 'Läs in' }).click()
    expect((await answering).headers()['cache-control']).toBe('private, no-store')
    await expect(page.locator('body')).toContainText('Det är ingen webbadress')
    await expect(page.getByLabel('Eller klistra in en text')).toHaveValue('Bara några ord.')
  })
})

test('script in a source never runs, neither at the review nor on the public page', async ({ page, ask }) => {
  const calls: string[] = []
  page.on('dialog', (dialog) => {
    calls.push(dialog.message())
    void dialog.dismiss()
  })
  const evil = '<img src=x onerror="alert(1)"><script>alert(2)</script>'
  const html = `<!doctype html><html><body><h1>2019/77004 - Snäll</h1><p>Projektnummer:</p><p>2019/77004</p><p>Namn:</p><p>Snäll &lt;script&gt;alert(3)&lt;/script&gt;</p><p>Region:</p><p>Stockholm</p><p>Projektägare:</p><p>Exempelby kommun</p>${evil}<p>Planerat antal deltagare:</p><p>12</p></body></html>`
  const first = await begin(page, {
    files: [{ name: 'a.html', mimeType: 'text/html', buffer: Buffer.from(html) }],
  })
  await page.getByRole('radio', { name: /^Godta/ }).check()
  await page.getByRole('button', { name: 'Spara och gå till nästa' }).click()
  await bringIn(page)
  await page.goto(pathOf('sv', { page: 'projects', slug: '2019-77004' }))
  await expect(page.getByRole('heading', { level: 1 })).toContainText('<script>alert(3)</script>')
  const [document] = await ask<{ slug: string }>(
    `SELECT slug FROM source_document WHERE title LIKE '2019/77004%'`,
  )
  await page.goto(pathOf('sv', { page: 'documents', slug: document?.slug ?? '' }))
  await expect(page.locator('main')).toContainText('Snäll')
  expect(calls).toEqual([])
  await takeBack(page, first)
})
