import { execFile } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import type { Address, Locale } from '../../lib/paths.ts'
import { axeFindings, expect, expectStandsUp, LOCALES, pathOf, test } from './fixtures.ts'

const TEXTS = {
  sv: {
    desk: 'Skrivbordet',
    disagreements: 'Källorna säger olika',
    reason: 'Skäl',
    save: 'Spara och gå vidare',
    saved: /^Sparat: Planerade deltagare för .* är rättat\./,
    undo: 'Ångra',
    undone: 'Ångrat. Nu står det i kön igen.',
    previous: /^Föregående/,
    next: /^Nästa/,
    short: /Skriv ett skäl/,
    choose: 'Välj vad som är rätt.',
    other: /^Ett annat värde/,
    value: 'Skriv värdet',
    unreadable: /heltal|antal/,
    before: 'Så sa källan när uppgiften rättades',
    now: 'Så säger källan nu',
    correction: 'Rättelsen',
    keep: /^Rättelsen gäller fortfarande: 310/,
    take: /^Det källan säger nu: 172/,
    note: 'Anteckning',
    look: 'Jag har tittat på den, gå vidare',
    looked: 'Anmärkningen är tittad på.',
    lookedBy: /^En redaktör tittade på den .*: Sidan säger så/,
    none: /^Den hör inte till något projekt/,
    noProject: /hör inte till något projekt i registret/,
    linked: /är kopplad till ett projekt/,
    findOther: 'Leta efter ett annat projekt',
    marked: 'Jag har tittat på de markerade',
    noneMarked: 'Markera minst en anmärkning.',
    shortcuts: 'Kortkommandon',
    off: 'Stäng av kortkommandon',
    search: 'Hitta något att rätta',
    distinct: 'De är två, fråga inte igen',
    distinctDone: /^Sparat: .* är två organisationer/,
    mine: 'Mitt senaste',
  },
  en: {
    desk: 'The desk',
    disagreements: 'The sources disagree',
    reason: 'Reason',
    save: 'Save and go on',
    saved: /^Saved: Planned participants of .* is corrected\./,
    undo: 'Undo',
    undone: 'Undone. It is in the queue again.',
    previous: /^Previous/,
    next: /^Next/,
    short: /Write a reason/,
    choose: 'Choose what is right.',
    other: /^Another value/,
    value: 'Type the value',
    unreadable: /whole one|number/,
    before: 'What the source said when the value was corrected',
    now: 'What the source says now',
    correction: 'The correction',
    keep: /^The correction still holds: 310/,
    take: /^What the source says now: 172/,
    note: 'Note',
    look: 'I have looked at it, go on',
    looked: 'The warning has been looked at.',
    lookedBy: /^An editor looked at it on .*: Sidan säger så/,
    none: /^It belongs to no project/,
    noProject: /belongs to no project in the registry/,
    linked: /is linked to a project/,
    findOther: 'Look for another project',
    marked: 'I have looked at the marked ones',
    noneMarked: 'Mark at least one warning.',
    shortcuts: 'Keyboard shortcuts',
    off: 'Turn keyboard shortcuts off',
    search: 'Find something to correct',
    distinct: 'They are two, do not ask again',
    distinctDone: /^Saved: .* are two organisations/,
    mine: 'My recent work',
  },
} as const satisfies Record<Locale, object>

const run = promisify(execFile)
const ROOT = join(import.meta.dirname, '..', '..')
const PAGE_TEXT = readFileSync(
  join(ROOT, 'prisma', 'sample', 'documents', '2016-00112-samverkan-mot-utanforskap.txt'),
  'utf8',
)

/** A project of a test's own: its field says 145 participants, its text "drygt 300". */
type Own = { number: string; slug: string; name: string; text: string }

function ownProject(region = 'Sydsverige'): Own {
  const number = `2018/${randomInt(10_000, 99_999)}`
  const name = `Prov ${number.slice(-5)}`
  const text = PAGE_TEXT.replaceAll('2016/00112', number)
    .replaceAll('Samverkan mot utanförskap', name)
    .replace('Sydsverige', region)
  return { number, slug: number.replace('/', '-'), name, text }
}

/** Imports documents as an operator does, in another process than the site's. */
async function importPages(day: string, ...pages: Own[]) {
  const folder = await mkdtemp(join(tmpdir(), 'fondspar-e2e-'))
  const files = pages.map(({ slug }) => join(folder, `${slug}.txt`))
  for (const [at, file] of files.entries()) await writeFile(file, pages[at]?.text ?? '')
  const command = ['--conditions=react-server', 'scripts/registry.ts', 'import', '--fetched', day, ...files]
  await run(process.execPath, command, { cwd: ROOT })
}

type Ask = <Row extends object>(sql: string, values?: unknown[]) => Promise<Row[]>

async function keyOf(ask: Ask, { slug }: Own): Promise<string> {
  const [row] = await ask<{ id: number }>('SELECT id FROM project WHERE slug = $1', [slug])
  return `p${row?.id}-plannedParticipants`
}

const shownOf = async (ask: Ask, { slug }: Own) =>
  (
    await ask<{ count: number }>('SELECT "plannedParticipants" AS count FROM project WHERE slug = $1', [slug])
  )[0]?.count

const work = (
  locale: Locale,
  page: 'disagreements' | 'changed-sources' | 'warnings' | 'without-project' | 'lookalikes',
  rest: { slug?: string; query?: string } = {},
) => pathOf(locale, { page: `staff/work/${page}`, ...rest })

/** A region in which no disagreement about participants is but those that a test makes; one a language. */
const QUIET = {
  sv: { name: 'ESF Nationellt', query: '?region=SE0&falt=plannedParticipants' },
  en: { name: 'Övre Norrland', query: '?region=SE33&field=plannedParticipants' },
}

/** A record of the sample that waits, as the desk's addresses name it. */
const first = async (ask: Ask, sql: string): Promise<string> =>
  (await ask<{ key: string }>(sql))[0]?.key ?? ''

/** Every page of the desk, by a name for the test. A thing that was decided meanwhile has its page still. */
const PAGES: Record<string, (ask: Ask) => Promise<Address>> = {
  'the desk': async () => ({ page: 'staff' }),
  'the list of disagreements': async () => ({ page: 'staff/work/disagreements' }),
  'a disagreement': async (ask) => ({
    page: 'staff/work/disagreements',
    slug: await first(
      ask,
      `SELECT 'p' || id || '-plannedParticipants' AS key FROM project WHERE slug = '2017-09204'`,
    ),
  }),
  'the list of changed sources': async () => ({ page: 'staff/work/changed-sources' }),
  'the list of warnings': async () => ({ page: 'staff/work/warnings' }),
  'a warning': async (ask) => ({
    page: 'staff/work/warnings',
    slug: await first(ask, 'SELECT min(id)::text AS key FROM warning'),
  }),
  'the list of entries without a project': async () => ({ page: 'staff/work/without-project' }),
  'an entry without a project': async (ask) => ({
    page: 'staff/work/without-project',
    slug: await first(
      ask,
      'SELECT min(id)::text AS key FROM decision_item WHERE "projectId" IS NULL AND "inForce"',
    ),
  }),
  'the list of organisations that look alike': async () => ({ page: 'staff/work/lookalikes' }),
  "one's own work": async () => ({ page: 'staff/work/mine' }),
  'the finder': async () => ({ page: 'staff/find', query: '?q=arbete' }),
}

const h1 = (page: Page) => page.getByRole('heading', { level: 1 })
const REASON = 'Slutrapporten säger drygt 300'

for (const locale of LOCALES) {
  const text = TEXTS[locale]

  test(`disagreements are worked through by keyboard, one after the other (${locale})`, async ({
    page,
    ask,
    signIn,
  }) => {
    const [one, two] = [ownProject(QUIET[locale].name), ownProject(QUIET[locale].name)]
    await importPages('2026-11-01', one, two)
    await signIn('EDITOR')
    await page.goto(work(locale, 'disagreements', { query: QUIET[locale].query }))
    // The scripts that hear keys show it: before, on each page, there are none.
    const canPress = () => expect(page.getByRole('button', { name: text.shortcuts })).toBeVisible()
    await canPress()
    await page.keyboard.press('n')
    await expect(page).toHaveURL(new RegExp(`/${await keyOf(ask, one)}\\?`))
    await canPress()
    await expect(page.getByRole('link', { name: text.previous })).toHaveCount(0)
    // The second answer is "drygt 300"; the reason is where the keyboard is next.
    await page.keyboard.press('2')
    await expect(page.getByLabel(text.reason)).toBeFocused()
    await page.keyboard.type(REASON)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status')).toContainText(text.saved)
    await expect(page).toHaveURL(new RegExp(`/${await keyOf(ask, two)}\\?`))
    expect(await shownOf(ask, one)).toBe(300)
    // What the source says stays what is shown, as read.
    await canPress()
    await page.keyboard.press('r')
    await page.keyboard.type('Fältet är deltagare, texten alla som nås')
    await page.keyboard.press('Enter')
    await expect(h1(page)).toHaveText(text.disagreements)
    await expect(page.getByRole('status')).toContainText(two.name)
    await expect(page.getByRole('table')).toHaveCount(0)
    expect(await shownOf(ask, two)).toBe(145)
    await canPress()
    await page.keyboard.press('u')
    await expect(page.getByRole('status')).toContainText(text.undone)
    await expect(page).toHaveURL(new RegExp(`/${await keyOf(ask, two)}\\?`))
    await page.goto(pathOf(locale, { page: 'staff' }))
    await expect(page.getByRole('region', { name: text.mine })).toContainText(one.name)
  })

  test(`a disagreement is decided without a script, and nothing typed is lost (${locale})`, async ({
    browser,
    ask,
    signIn,
  }) => {
    const own = ownProject()
    await importPages('2026-11-01', own)
    const context = await browser.newContext({ javaScriptEnabled: false })
    await signIn('EDITOR', { context })
    const page = await context.newPage()
    await page.goto(work(locale, 'disagreements', { slug: await keyOf(ask, own) }))
    await page.getByLabel(text.value).fill('många')
    await page.getByLabel(text.reason).fill('Sv')
    await page.getByRole('button', { name: text.save }).click()
    await expect(page.getByRole('alert')).toContainText(text.choose)
    await page.getByRole('radio', { name: text.other }).check()
    await page.getByRole('button', { name: text.save }).click()
    await expect(page.getByRole('alert')).toContainText(text.short)
    await expect(page.getByRole('alert')).toContainText(text.unreadable)
    await expect(page.getByLabel(text.value)).toHaveValue('många')
    await expect(page.getByRole('radio', { name: text.other })).toBeChecked()
    await page.getByLabel(text.value).fill('312')
    await page.getByLabel(text.reason).fill(REASON)
    await page.getByRole('button', { name: text.save }).click()
    await expect(page.getByRole('status')).toContainText(text.saved)
    expect(await shownOf(ask, own)).toBe(312)
    await page.getByRole('button', { name: text.undo }).click()
    await expect(page.getByRole('status')).toContainText(text.undone)
    expect(await shownOf(ask, own)).toBe(145)
    await context.close()
  })

  test(`a source that changed shows its old words, its new ones and the correction side by side (${locale})`, async ({
    page,
    ask,
    signIn,
  }) => {
    // Three imports, each by a command of its own.
    test.slow()
    const own = ownProject()
    await importPages('2026-11-01', own)
    await signIn('EDITOR')
    const key = await keyOf(ask, own)
    await page.goto(work(locale, 'disagreements', { slug: key }))
    await page.getByRole('radio', { name: text.other }).check()
    await page.getByLabel(text.value).fill('310')
    await page.getByLabel(text.reason).fill(REASON)
    await page.getByRole('button', { name: text.save }).click()
    await expect(page.getByRole('status')).toContainText(text.saved)

    const changed = work(locale, 'changed-sources', { slug: key })
    await importPages('2026-11-02', { ...own, text: own.text.replace('\n145\n', '\n171\n') })
    await page.goto(changed)
    await expect(page.getByRole('region', { name: text.before })).toContainText('145')
    await expect(page.getByRole('region', { name: text.now })).toContainText('171')
    await expect(page.getByRole('region', { name: text.correction })).toContainText('310')
    await expect(page.getByRole('region', { name: text.correction })).toContainText(REASON)
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('radio', { name: text.keep }).check()
    await page.getByLabel(text.reason).fill('Slutrapporten gäller än')
    await page.getByRole('button', { name: text.save }).click()
    await expect(page.getByRole('status')).toBeVisible()
    expect(await shownOf(ask, own)).toBe(310)

    await importPages('2026-11-03', { ...own, text: own.text.replace('\n145\n', '\n172\n') })
    await page.goto(changed)
    await expect(page.getByRole('region', { name: text.before })).toContainText('171')
    await page.keyboard.press('2')
    await page.keyboard.type('Källan har rättats')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status')).toBeVisible()
    expect(await shownOf(ask, own)).toBe(172)
  })

  test(`a warning is looked at with a note that the public page shows (${locale})`, async ({
    page,
    ask,
    signIn,
  }) => {
    const own = ownProject()
    await importPages('2026-11-01', own)
    await signIn('EDITOR')
    const [warning] = await ask<{ id: number }>(
      `SELECT w.id FROM warning w JOIN project p ON p.id = w."projectId" WHERE p.slug = $1 AND w.code = 'text-contradicts-field'`,
      [own.slug],
    )
    await page.goto(work(locale, 'warnings', { slug: String(warning?.id) }))
    await expect(page.getByRole('button', { name: text.shortcuts })).toBeVisible()
    await page.keyboard.press('t')
    await page.keyboard.type('Sidan säger så')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status')).toContainText(text.looked)
    const other = await page.context().newPage()
    await expect(async () => {
      await other.goto(pathOf(locale, { page: 'projects', slug: own.slug }))
      await expect(other.getByText(text.lookedBy)).toBeVisible({ timeout: 200 })
    }).toPass({ timeout: 5000 })
    await page.getByRole('button', { name: text.undo }).click()
    await expect(page.getByRole('status')).toContainText(text.undone)
    await expect(page).toHaveURL(new RegExp(`/${warning?.id}\\?`))
  })

  test(`warnings of a list are marked and looked at without a script (${locale})`, async ({
    browser,
    ask,
    signIn,
  }) => {
    const own = ownProject()
    await importPages('2026-11-01', own)
    const context = await browser.newContext({ javaScriptEnabled: false })
    await signIn('EDITOR', { context })
    const page = await context.newPage()
    await page.goto(work(locale, 'warnings', { query: '?region=SE22' }))
    await page.getByRole('button', { name: text.marked }).click()
    await expect(page.getByRole('alert')).toContainText(text.noneMarked)
    const row = page.getByRole('row').filter({ hasText: own.number })
    await row.getByRole('checkbox').check()
    await page.getByLabel(text.note).fill('Sidan säger så')
    await page.getByRole('button', { name: text.marked }).click()
    await expect(page.getByRole('status')).toContainText(text.looked)
    await expect(row).toHaveCount(0)
    const rows = await ask<{ note: string }>(
      `SELECT w."lookNote" AS note FROM warning w JOIN project p ON p.id = w."projectId" WHERE p.slug = $1 AND w."lookedAt" IS NOT NULL`,
      [own.slug],
    )
    expect(rows).toEqual([{ note: 'Sidan säger så' }])
    await context.close()
  })

  test(`an entry is linked to a project that is looked for, or to none, without a script (${locale})`, async ({
    browser,
    ask,
    signIn,
  }) => {
    const own = ownProject()
    await importPages('2026-11-01', own)
    const context = await browser.newContext({ javaScriptEnabled: false })
    await signIn('EDITOR', { context })
    const page = await context.newPage()
    const items = await ask<{ id: number }>(
      `SELECT id FROM decision_item WHERE "projectId" IS NULL AND "linkedBy" IS NULL AND "inForce" AND NOT rejected
       ORDER BY id ${locale === 'sv' ? 'ASC' : 'DESC'} LIMIT 2`,
    )
    const [first, second] = items
    await page.goto(work(locale, 'without-project', { slug: String(first?.id) }))
    await page.getByLabel(text.findOther).fill(own.number)
    await page.getByLabel(text.findOther).press('Enter')
    await page.getByRole('radio', { name: own.name }).check()
    await page.getByLabel(text.reason).fill('Samma sökande och samma tid')
    await page.getByRole('button', { name: text.save }).click()
    await expect(page.getByRole('status')).toContainText(text.linked)
    await page.goto(work(locale, 'without-project', { slug: String(second?.id) }))
    await page.getByRole('radio', { name: text.none }).check()
    await page.getByLabel(text.reason).fill('Det blev aldrig något projekt')
    await page.getByRole('button', { name: text.save }).click()
    await expect(page.getByRole('status')).toContainText(text.noProject)
    const linked = await ask<{ slug: string | null }>(
      `SELECT p.slug FROM decision_item i LEFT JOIN project p ON p.id = i."projectId"
       WHERE i.id IN ($1, $2) AND i."linkedBy" = 'person' ORDER BY p.slug`,
      [first?.id, second?.id],
    )
    expect(linked).toEqual([{ slug: own.slug }, { slug: null }])
    await context.close()
  })

  test(`two organisations that look alike are found to be two (${locale})`, async ({ page, ask, signIn }) => {
    const own = ownProject()
    // Names of another language's test are not to look like these as well.
    const place = { sv: 'Provköpings', en: 'Almviks' }[locale]
    const names = [`${place} ${own.slug} kommun`, `${place} ${own.slug} stad`]
    const other = ownProject()
    await importPages(
      '2026-11-01',
      { ...own, text: own.text.replace('Skåne Stadsmission, Skåne Stadsmission', names[0] ?? '') },
      { ...other, text: other.text.replace('Skåne Stadsmission, Skåne Stadsmission', names[1] ?? '') },
    )
    await ask(
      `INSERT INTO lookalike ("aId", "bId", score, why)
       SELECT least(a.id, b.id), greatest(a.id, b.id), 1, 'municipality' FROM organisation a, organisation b
       WHERE a.name = $1 AND b.name = $2 ON CONFLICT DO NOTHING`,
      names,
    )
    await signIn('EDITOR')
    await page.goto(work(locale, 'lookalikes'))
    const row = page.getByRole('row').filter({ hasText: own.slug })
    await row.locator('summary').click()
    await row.getByLabel(text.note).fill('Kommunen och bolaget är två')
    await row.getByRole('button', { name: text.distinct }).click()
    await expect(page.getByRole('status')).toContainText(text.distinctDone)
    await expect(row).toHaveCount(0)
  })

  for (const [name, addressOf] of Object.entries(PAGES)) {
    test(`${name} is accessible, and fits a narrow screen (${locale})`, async ({ page, ask, signIn }) => {
      await signIn('EDITOR')
      await page.goto(pathOf(locale, await addressOf(ask)))
      await expectStandsUp(page)
    })
  }

  test(`shortcuts are shown, leave typing alone and can be switched off (${locale})`, async ({
    page,
    signIn,
  }) => {
    await signIn('EDITOR')
    const desk = pathOf(locale, { page: 'staff' })
    await page.goto(desk)
    await expect(page.getByRole('button', { name: text.shortcuts })).toBeVisible()
    await page.keyboard.press('s')
    await expect(page.getByLabel(text.search)).toBeFocused()
    await page.keyboard.type('n?')
    await expect(page.getByLabel(text.search)).toHaveValue('n?')
    await page.getByLabel(text.search).blur()
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: text.shortcuts })
    await expect(help).toBeVisible()
    expect(await axeFindings(page)).toEqual([])
    await help.getByRole('button', { name: text.off }).click()
    await page.keyboard.press('Escape')
    await page.keyboard.press('n')
    await page.keyboard.press('?')
    await expect(help).toBeHidden()
    await expect(page).toHaveURL(new RegExp(`${desk}$`))
    await page.reload()
    await page.keyboard.press('s')
    await expect(page.getByLabel(text.search)).not.toBeFocused()
  })

  test(`a number leads to where the project is corrected, a name to what it may mean (${locale})`, async ({
    page,
    ask,
    signIn,
  }) => {
    const own = ownProject()
    await importPages('2026-11-01', own)
    await signIn('EDITOR')
    await page.goto(pathOf(locale, { page: 'staff' }))
    await page.getByLabel(text.search).fill(own.name)
    await page.getByLabel(text.search).press('Enter')
    await expect(page.getByRole('main').getByRole('link', { name: own.name })).toHaveAttribute(
      'href',
      new RegExp(`^${pathOf(locale, { page: 'staff/projects', slug: own.slug })}`),
    )
    const key = await keyOf(ask, own)
    await expect(page.getByRole('main').locator(`a[href*="${key}"]`)).toBeVisible()
    await page.getByLabel(text.search).fill(own.number)
    await page.getByLabel(text.search).press('Enter')
    await expect(page).toHaveURL(new RegExp(pathOf(locale, { page: 'staff/projects', slug: own.slug })))
  })
}

for (const locale of LOCALES)
  test(`what lacks follow-up is counted on the desk, and leads to the list (${locale})`, async ({
    page,
    ask,
    signIn,
  }) => {
    await signIn('EDITOR')
    await page.goto(pathOf(locale, { page: 'staff' }))
    const name = locale === 'sv' ? 'Uppföljning saknas' : 'Follow-up is missing'
    const item = page.getByRole('listitem').filter({ has: page.getByRole('link', { name }) })
    await expect(item).toContainText(
      locale === 'sv' ? /\d+ av dem slutade för minst ett år/ : /\d+ of them ended/,
    )
    // Other tests publish meanwhile: the list is of the same kind, if not of the same length.
    await item.getByRole('link', { name }).click()
    const rows = page.getByRole('table').getByRole('row')
    await expect(rows.nth(1)).toContainText(
      locale === 'sv' ? /slutrapport|kostnader|deltagare/ : /report|costs|participants/,
    )
    const [longest] = await ask<{ name: string }>(
      `SELECT name FROM project WHERE "inForce" AND lacks IS DISTINCT FROM ''
        ORDER BY coalesce("eventEnd", "endDate"), id LIMIT 1`,
    )
    await expect(rows.nth(1)).toContainText(longest?.name ?? '')
  })

test('whoever is not signed in sees nothing of the desk', async ({ page }) => {
  for (const path of [
    pathOf('sv', { page: 'staff' }),
    work('sv', 'warnings'),
    work('sv', 'disagreements', { slug: 'p1-name' }),
  ]) {
    await page.goto(path)
    await expect(page).toHaveURL(/\/redaktion\/logga-in/)
    await expect(h1(page)).not.toHaveText(TEXTS.sv.desk)
  }
})
