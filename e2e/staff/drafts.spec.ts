import type { Page } from '@playwright/test'
import { MESSAGES } from '../../lib/i18n/messages.ts'
import type { Ask } from '../fixtures.ts'
import { expect, expectStandsUp, pathOf, test } from './fixtures.ts'

const TEXTS = {
  sv: {
    begin: 'Nytt beslut',
    heading: 'Rubrik',
    date: 'Beslutsdatum',
    partnership: 'Partnerskap',
    fund: 'Fond',
    source: 'Källa',
    reason: 'Hur du vet',
    name: 'Projektets namn',
    applicant: 'Sökande',
    amount: 'Belopp',
    kind: 'Slags belopp',
    more: 'Mer om posten',
    project: 'Projekt i registret',
    search: 'Sök projekt',
    save: 'Spara utkastet',
    saved: /^Sparat \d\d:\d\d$/,
    add: 'Lägg till fem poster',
    paste: 'Klistra in från ett kalkylblad',
    rows: 'Rader',
    preview: 'Läs raderna',
    insert: 'Lägg till 2 poster',
    insertMany: 'Lägg till 27 poster',
    secondPage: '26–27',
    entry27: 'Post 27',
    discard: 'Lägg undan utkastet',
    publish: 'Publicera',
    wrong: /behöver rättas innan/,
    awarded: 'Beviljat belopp',
    byHand: 'Inlagt för hand',
    added: 'En redaktör lade in beslutet',
    takeTheirs: /^Ta det andra/,
    keepMine: /^Behåll mitt/,
    meanwhile: /har skrivit i utkastet samtidigt/,
    remove: 'Ta bort post 1',
    putBack: 'Lägg tillbaka',
  },
  en: {
    begin: 'New decision',
    heading: 'Heading',
    date: 'Date of the decision',
    partnership: 'Partnership',
    fund: 'Fund',
    source: 'Source',
    reason: 'How you know',
    name: 'Name of the project',
    applicant: 'Applicant',
    amount: 'Amount',
    kind: 'Kind of amount',
    more: 'More about the entry',
    project: 'Project in the registry',
    search: 'Find the project',
    save: 'Save the draft',
    saved: /^Saved \d\d:\d\d$/,
    add: 'Add five entries',
    paste: 'Paste from a spreadsheet',
    rows: 'Rows',
    preview: 'Read the rows',
    insert: 'Add 2 entries',
    insertMany: 'Add 27 entries',
    secondPage: '26 to 27',
    entry27: 'Entry 27',
    discard: 'Set the draft aside',
    publish: 'Publish',
    wrong: /to be put right before/,
    awarded: 'Amount awarded',
    byHand: 'Added by hand',
    added: 'An editor added the decision',
    takeTheirs: /^Take the other/,
    keepMine: /^Keep mine/,
    meanwhile: /has been writing in the draft too/,
    remove: 'Remove entry 1',
    putBack: 'Put back',
  },
} as const
type Text = (typeof TEXTS)['sv'] | (typeof TEXTS)['en']

const ROWS = [
  'Projektnamn\tSökande\tBeviljat belopp (tkr)',
  '"Första\nraden"\tProvstads kommun\t1 250',
  'Andra raden\tFöreningen Exempel\t990',
].join('\n')

let day = 0
/** Each draft is a decision of its own. */
const newDay = () =>
  `2021-${String(1 + (process.pid % 12)).padStart(2, '0')}-${String(1 + (++day % 28)).padStart(2, '0')}`
const place = (tag: string) => `Provpartnerskapet ${tag} ${process.pid} ${Date.now()}`

const first = (page: Page, label: string) => page.getByLabel(label, { exact: true }).first()

async function begin(page: Page, locale: 'sv' | 'en', text: Text) {
  await page.goto(pathOf(locale, { page: 'staff/drafts' }))
  await page.getByRole('button', { name: text.begin }).click()
  await expect(page).toHaveURL(/\/\d+$/)
}

async function writeDecision(page: Page, text: Text, heading: string) {
  await first(page, text.heading).fill(heading)
  await first(page, text.date).fill(newDay())
  await first(page, text.partnership).fill(place(heading))
  await first(page, text.fund).selectOption('ESF')
  await first(page, text.source).fill('https://example.se/beslut.pdf')
  await first(page, text.reason).fill('Avskrivet från protokollets bilaga.')
}

const entriesSaid = async (ask: Ask, id: number) =>
  (
    await ask<{ content: { entries: { name: string }[] } }>(
      'SELECT content FROM decision_draft WHERE id = $1',
      [id],
    )
  ).flatMap(({ content }) => content.entries.map(({ name }) => name))

/** A draft that could be published, with more entries than one page of its form shows. */
async function beginLong(page: Page, ask: Ask, locale: 'sv' | 'en', text: Text): Promise<number> {
  await begin(page, locale, text)
  await writeDecision(page, text, `Två i ett utkast ${locale}`)
  await page.getByText(text.paste).click()
  const rows = Array.from({ length: 27 }, (_, at) => `Projekt ${at + 1}\tProvstads kommun`)
  await page.getByLabel(text.rows, { exact: true }).fill(['Projektnamn\tSökande', ...rows].join('\n'))
  await page.getByRole('button', { name: text.preview }).click()
  await page.getByRole('button', { name: text.insertMany }).click()
  await expect.poll(() => entriesSaid(ask, idIn(page))).toContain('Projekt 27')
  await expect(first(page, text.name)).toHaveValue('Projekt 1')
  return idIn(page)
}

for (const [locale, text] of Object.entries(TEXTS) as ['sv' | 'en', Text][]) {
  for (const javaScriptEnabled of [true, false])
    test.describe(`two in one draft, ${javaScriptEnabled ? 'with' : 'without'} JavaScript (${locale})`, () => {
      test.use({ javaScriptEnabled })

      test('what the other wrote on another page is told before it is published or set aside', async ({
        page,
        ask,
        openAsBo,
        signIn,
      }) => {
        test.slow()
        const { stopped } = MESSAGES[locale].staff
        await signIn('EDITOR', { name: 'Ada Exempel' })
        const id = await beginLong(page, ask, locale, text)
        const other = await openAsBo(page.url())
        await other.getByRole('button', { name: text.secondPage }).first().click()
        const theirs = other.getByLabel(text.name, { exact: true }).nth(1)
        await expect(theirs).toHaveValue('Projekt 27')
        await theirs.fill('Bos namn')
        await other.getByRole('button', { name: text.save }).last().click()
        await expect.poll(() => entriesSaid(ask, id)).toContain('Bos namn')

        await first(page, text.name).fill('Adas namn')
        await page.getByRole('button', { name: text.discard }).click()
        const told = page.getByRole('alert').filter({ hasText: text.meanwhile })
        await expect(told).toContainText(stopped.discard)
        await expect(told).toContainText('Bos namn')
        await expect(told).toContainText('Bo Exempel')
        if (javaScriptEnabled) {
          await expect(told).toBeFocused()
          await expectStandsUp(page)
        }
        await told.getByRole('button', { name: text.entry27 }).click()
        await expect(page.getByLabel(text.name, { exact: true }).nth(1)).toHaveValue('Bos namn')
        await expect(told).toBeVisible()

        await other.getByLabel(text.amount, { exact: true }).nth(1).fill('27 000 kr')
        await other.getByLabel(text.kind, { exact: true }).nth(1).selectOption('AWARDED')
        await other.getByRole('button', { name: text.save }).last().click()
        const amounts = `SELECT 1 FROM decision_draft WHERE id = $1 AND content::text LIKE '%27 000 kr%AWARDED%'`
        await expect.poll(async () => (await ask(amounts, [id])).length).toBe(1)
        await page.getByRole('button', { name: text.publish, exact: true }).click()
        await expect(told).toContainText(stopped.publish)
        await told.getByRole('link', { name: text.entry27 }).click()
        await expect(page.getByLabel(text.amount, { exact: true }).nth(1)).toHaveValue('27 000 kr')
        await page.getByRole('button', { name: text.publish, exact: true }).click()
        await expect(page).toHaveURL(/\/(?:beslut|decisions)\/2021-/)
        await expect(page.getByRole('main')).toContainText('Adas namn')
        await expect(page.getByRole('main')).toContainText('Bos namn')
        await other.context().close()
      })

      test('who was told sets it aside, and what was typed last is kept', async ({ page, ask, signIn }) => {
        await signIn('EDITOR')
        await begin(page, locale, text)
        const id = idIn(page)
        await first(page, text.name).fill('Till senare')
        await page.getByRole('button', { name: text.discard }).click()
        await expect(page).toHaveURL(pathOf(locale, { page: 'staff/drafts' }))
        expect(await entriesSaid(ask, id)).toContain('Till senare')
        await page.goto(pathOf(locale, { page: 'staff/drafts', slug: String(id) }))
        await page.getByRole('button', { name: MESSAGES[locale].decisionDraft.restore }).click()
        await expect(first(page, text.name)).toHaveValue('Till senare')
      })
    })

  test.describe(`without JavaScript (${locale})`, () => {
    test.use({ javaScriptEnabled: false })

    test('an editor writes a draft, finds a project, pastes rows and publishes', async ({ page, signIn }) => {
      await signIn('EDITOR')
      await begin(page, locale, text)
      await writeDecision(page, text, `Utan skript ${locale}`)
      await first(page, text.name).fill('Öppna verkstan')
      await first(page, text.amount).fill('mycket')
      await page.getByRole('button', { name: text.publish, exact: true }).click()
      await expect(page.getByRole('alert').filter({ hasText: text.wrong })).toBeVisible()
      await expect(first(page, text.name)).toHaveValue('Öppna verkstan')
      await expect(first(page, text.amount)).toHaveValue('mycket')
      await expect(first(page, text.amount)).toHaveAttribute('aria-invalid', 'true')

      await first(page, text.amount).fill('9,9 miljoner')
      await first(page, text.kind).selectOption('AWARDED')
      await page.getByText(text.more).first().click()
      await first(page, text.project).fill('map2020')
      await page.getByRole('button', { name: text.search }).first().click()
      await page.getByRole('radio', { name: /MAP2020/ }).check()
      await page.getByText(text.paste).click()
      await page.getByLabel(text.rows, { exact: true }).fill(ROWS)
      await page.getByRole('button', { name: text.preview }).click()
      await page.getByRole('button', { name: text.insert }).click()
      await expect(page.getByLabel(text.name, { exact: true }).nth(1)).toHaveValue('Första raden')

      await page.getByRole('button', { name: text.publish, exact: true }).click()
      await expect(page).toHaveURL(/\/(?:beslut|decisions)\/2021-/)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Utan skript ${locale}`)
      await expect(page.getByRole('main')).toContainText(text.byHand)
      await expect(page.getByRole('main')).toContainText(text.added)
      await expect(page.getByRole('link', { name: /MAP2020/ })).toBeVisible()
      await expect(page.getByRole('main')).toContainText(/1.250.000|1,250,000/)
    })
  })

  test(`what is typed is kept by itself, and a project is found while it is typed (${locale})`, async ({
    page,
    signIn,
  }) => {
    await signIn('EDITOR')
    await begin(page, locale, text)
    await writeDecision(page, text, `Med skript ${locale}`)
    await first(page, text.name).fill('Öppna verkstan')
    await page.getByText(text.more).first().click()
    const finder = page.getByRole('combobox', { name: text.project }).first()
    await finder.pressSequentially('2015 003')
    await expect(page.getByRole('option', { name: /MAP2020/ })).toBeVisible()
    await finder.press('ArrowDown')
    await finder.press('Enter')
    await expect(finder).toHaveValue('2015/00311 – MAP2020')
    await expect(page.locator('[data-saving=saved]')).toHaveText(text.saved)
    await page.reload()
    await expect(first(page, text.name)).toHaveValue('Öppna verkstan')
    await expect(first(page, text.heading)).toHaveValue(`Med skript ${locale}`)

    await page.getByRole('button', { name: text.remove, exact: true }).click()
    await expect(first(page, text.name)).toHaveValue('')
    await page.getByRole('button', { name: text.putBack }).click()
    await expect(first(page, text.name)).toHaveValue('Öppna verkstan')

    await page.getByRole('button', { name: text.publish, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Med skript ${locale}`)
    await expect(page.getByRole('link', { name: /MAP2020/ })).toBeVisible()
  })

  test(`cells of a spreadsheet fill the entries (${locale})`, async ({ page, signIn }) => {
    await signIn('EDITOR')
    await begin(page, locale, text)
    await page.getByLabel(text.name, { exact: true }).nth(1).focus()
    await page.evaluate((block) => {
      const data = new DataTransfer()
      data.setData('text/plain', block)
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    }, 'Ett\tProvstads kommun\t1 250 000\nTvå\tFöreningen Exempel\t9,9 miljoner\n')
    await expect(page.getByLabel(text.name, { exact: true }).nth(2)).toHaveValue('Två')
    await expect(page.getByLabel(text.applicant, { exact: true }).nth(1)).toHaveValue('Provstads kommun')
    await expect(page.getByLabel(text.amount, { exact: true }).nth(2)).toHaveValue('9,9 miljoner')
    await expect(first(page, text.name)).toHaveValue('')
  })

  test(`two editors in one draft: different fields merge, the same field is told (${locale})`, async ({
    page,
    ask,
    openAsBo,
    signIn,
  }) => {
    await signIn('EDITOR', { name: 'Ada Exempel' })
    await begin(page, locale, text)
    const other = await openAsBo(page.url())
    await first(other, text.date).fill('7 december 2023')
    await first(other, text.heading).fill('Den andras rubrik')
    await expect(other.locator('[data-saving=saved]')).toHaveText(text.saved)
    await expect
      .poll(
        async () =>
          (
            await ask<{ h: string }>(`SELECT content->>'heading' AS h FROM decision_draft WHERE id = $1`, [
              idIn(page),
            ])
          )[0]?.h,
      )
      .toBe('Den andras rubrik')

    await first(page, text.name).fill('Min post')
    await first(page, text.heading).fill('Min rubrik')
    const told = page.getByRole('alert').filter({ hasText: text.meanwhile })
    await expect(told).toBeVisible()
    await expect(told).toContainText('Den andras rubrik')
    await expect(first(page, text.heading)).toHaveValue('Min rubrik')
    await expect(first(page, text.date)).toHaveValue('7 december 2023')
    const [kept] = await ask<{ name: string }>(
      `SELECT content->'entries'->0->>'name' AS name FROM decision_draft WHERE id = $1`,
      [idIn(page)],
    )
    expect(kept?.name).toBe('Min post')
    await told.getByRole('radio', { name: text.takeTheirs }).check()
    await told.getByRole('button', { name: text.save }).click()
    await expect(told).toBeHidden()
    await expect(first(page, text.heading)).toHaveValue('Den andras rubrik')
  })

  test(`drafts have no faults that axe knows, and fit on a narrow screen (${locale})`, async ({
    page,
    signIn,
  }) => {
    // Two looks of axe at long pages.
    test.slow()
    await signIn('EDITOR')
    await begin(page, locale, text)
    await page.getByText(text.paste).click()
    await page.getByLabel(text.rows, { exact: true }).fill(ROWS)
    await page.getByRole('button', { name: text.preview }).click()
    await expect(page.getByRole('button', { name: text.insert })).toBeVisible()
    await page.getByText(text.more).first().click()
    await page.getByRole('button', { name: text.publish, exact: true }).click()
    await expect(page.getByRole('alert').filter({ hasText: text.wrong })).toBeFocused()
    await expectStandsUp(page)
    await page.goto(pathOf(locale, { page: 'staff/drafts' }))
    await expectStandsUp(page)
  })
}

const idIn = (page: Page): number => Number(/\/(\d+)$/.exec(page.url())?.[1])

test('drafts and the finder are closed to visitors', async ({ page, context, request, signIn }) => {
  await signIn('EDITOR')
  await begin(page, 'sv', TEXTS.sv)
  const draft = page.url()
  await context.clearCookies()
  await page.goto(draft)
  await expect(page).toHaveURL(/logga-in/)
  await page.goto(pathOf('sv', { page: 'staff/drafts' }))
  await expect(page).toHaveURL(/logga-in/)
  const answer = await request.get('/api/finder?q=map')
  expect(answer.status()).toBe(401)
  expect(answer.headers()['cache-control']).toContain('no-store')
  expect(await answer.json()).not.toHaveProperty('projects')
})
