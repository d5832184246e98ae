import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import readXlsxFile from 'read-excel-file/node'
import writeXlsxFile from 'write-excel-file/node'
import type { Ask } from '../fixtures.ts'
import { expect, expectStandsUp, pathOf, test } from './fixtures.ts'

// Follow-up for many projects at once: the template, filled in offline, and back; in a real browser.

const TEXTS = {
  sv: {
    numbers: 'Projektnummer',
    count: 'Räkna projekten',
    chosen: '2 projekt är valda med nummer',
    filtered: 'Hämta mallen för urvalet som CSV',
    apply: 'Visa urvalet',
    missing: 'Ett nummer finns inte i registret:',
    xlsx: 'Hämta mallen för numren som XLSX',
    csv: 'Hämta mallen för numren som CSV',
    file: 'Fil',
    send: 'Läs in tabellen',
    review: 'Väntar på granskning',
    unchanged: 'Inget nytt',
    nothing: 'Ingen rad är klar att föras in.',
    oneReady: 'En rad är klar. En uppföljning blir offentlig.',
    wrong: 'Fel: tas inte med',
    out: 'Utelämnad',
    leaveOut: /^Utelämna raden/,
    takeIn: /^Ta med raden/,
    looked: /^Jag har kontrollerat det/,
    commit: 'För in i registret',
    done: 'Införd',
    takeBack: 'Ta tillbaka allt',
    why: 'Varför tas det tillbaka?',
    undone: 'Tillbakatagen',
    notRead: 'Tabellen kunde inte läsas in',
    noHeaders: /mallens rubriker/,
    short: /Skriv minst 10 tecken/,
    flagged: /ovanliga rader som ingen har kontrollerat/,
    errors: 'Hämta felen som CSV',
    headers: { asOf: 'Per den', advances: 'Förskott', source: 'Länk till källan', number: 'Projektnummer' },
    amount: /1\s234\skr/,
  },
  en: {
    numbers: 'Project numbers',
    count: 'Count the projects',
    chosen: '2 projects are chosen by number',
    filtered: 'Download the template for the choice as CSV',
    apply: 'Show the choice',
    missing: 'One number is not in the registry:',
    xlsx: 'Download the template for the numbers as XLSX',
    csv: 'Download the template for the numbers as CSV',
    file: 'File',
    send: 'Read the table',
    review: 'Waiting for review',
    unchanged: 'Nothing new',
    nothing: 'No row is ready to be committed.',
    oneReady: 'One row is ready. One follow-up becomes public.',
    wrong: 'Wrong: not taken in',
    out: 'Left out',
    leaveOut: /^Leave the row out/,
    takeIn: /^Take the row in/,
    looked: /^I have checked it/,
    commit: 'Commit to the registry',
    done: 'Committed',
    takeBack: 'Take everything back',
    why: 'Why is it taken back?',
    undone: 'Taken back',
    notRead: 'The table could not be read',
    noHeaders: /headers of the template/,
    short: /Write at least 10 characters/,
    flagged: /unusual rows that nobody has checked/,
    errors: 'Download the errors as CSV',
    headers: { asOf: 'As of', advances: 'Advances', source: 'Link to the source', number: 'Project number' },
    amount: /SEK\s1,234/,
  },
} as const
type Locale = keyof typeof TEXTS
type Text = (typeof TEXTS)[Locale]
const LOCALES = Object.keys(TEXTS) as Locale[]

type Project = { number: string; slug: string; day: string }

/** Ended projects of the sample, none of its examples, two for each test: tests run beside each other. */
async function projectsFor(ask: Ask, place: number): Promise<[Project, Project]> {
  const rows = await ask<Project>(
    `SELECT number, slug, "endDate"::text AS day FROM project p
     WHERE "inForce" AND number <> '' AND "endDate" < now() AND "grantedSupport" > 10000
       AND NOT EXISTS (SELECT FROM follow_up f WHERE f."projectId" = p.id AND f."isExample")
     ORDER BY id DESC LIMIT 2 OFFSET $1`,
    [place * 2],
  )
  if (!rows[0] || !rows[1]) throw new Error('the sample has too few projects that ended')
  return [rows[0], rows[1]]
}

const tables = (locale: Locale) => pathOf(locale, { page: 'staff/follow-up-tables' })

/** Counts the projects of numbers and downloads their template. */
async function download(
  page: Page,
  text: Text,
  projects: readonly Project[],
  format: 'csv' | 'xlsx',
): Promise<Download> {
  await page
    .getByRole('textbox', { name: text.numbers, exact: true })
    .fill([...projects.map(({ number }) => number), '1999/99999'].join('\n'))
  await page.getByRole('button', { name: text.count }).click()
  await expect(page.getByText(text.chosen)).toBeVisible()
  await expect(page.getByText(text.missing)).toBeVisible()
  // One choice at a time: the filters count again when they are asked for.
  await expect(page.getByRole('link', { name: text.filtered })).toBeHidden()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: text[format] }).click()
  return downloading
}

/** The cells of a template, as a spreadsheet program has them. */
async function cellsOf(file: Download, format: 'csv' | 'xlsx'): Promise<unknown[][]> {
  const bytes = await readFile(await file.path())
  if (format === 'xlsx') return (await readXlsxFile(bytes))[0]?.data ?? []
  const text = bytes.toString('utf8')
  expect(text.startsWith('\uFEFF')).toBe(true)
  return text
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'))
}

type Sent = { name: string; mimeType: string; buffer: Buffer }

async function fileOf(cells: unknown[][], format: 'csv' | 'xlsx'): Promise<Sent> {
  if (format === 'csv') return csvFile(cells.map((row) => row.map((cell) => cell ?? '').join(';')))
  const data = cells.map((row) =>
    row.map((cell) =>
      cell instanceof Date
        ? { type: Date, value: cell, format: 'dd/mm/yyyy' }
        : cell === null || cell === undefined
          ? null
          : { value: cell as string | number },
    ),
  )
  const buffer = await writeXlsxFile(data).toBuffer()
  return {
    name: 'ifylld.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(buffer),
  }
}

const csvFile = (lines: readonly string[]): Sent => ({
  name: 'ifylld.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`),
})

async function upload(page: Page, text: Text, file: Sent) {
  await page.getByLabel(text.file, { exact: true }).setInputFiles(file)
  await page.getByRole('button', { name: text.send }).click()
}

/** The same cells with some of a project's filled in. */
function filled(cells: unknown[][], text: Text, { number }: Project, values: Record<string, unknown>) {
  const [header = [], ...rows] = cells
  const numberAt = header.indexOf(text.headers.number)
  return [
    header,
    ...rows.map((row) =>
      row[numberAt] === number
        ? header.map((name, at) => (Object.hasOwn(values, String(name)) ? values[String(name)] : row[at]))
        : row,
    ),
  ]
}

async function takeBack(page: Page, text: Text) {
  await page.getByRole('link', { name: text.takeBack }).click()
  await page.getByLabel(text.why).fill('Det var fel års siffror.')
  await page.getByRole('button', { name: text.takeBack }).click()
  await expect(page.getByText(text.undone).first()).toBeVisible()
}

/** The way there and back, with or without a script. */
async function thereAndBack(
  page: Page,
  ask: Ask,
  { locale, format, place }: { locale: Locale; format: 'csv' | 'xlsx'; place: number },
) {
  const text = TEXTS[locale]
  const [one, other] = await projectsFor(ask, place)
  await page.goto(tables(locale))
  const cells = await cellsOf(await download(page, text, [one, other], format), format)
  expect(cells).toHaveLength(3)

  await page.goto(tables(locale))
  await upload(page, text, await fileOf(cells, format))
  await expect(page.getByText(text.review).first()).toBeVisible()
  await expect(page.getByText(text.unchanged, { exact: true })).toHaveCount(2)
  await expect(page.getByText(text.nothing)).toBeVisible()

  await page.goto(tables(locale))
  const values = {
    [text.headers.asOf]: format === 'xlsx' ? new Date(`${one.day}T00:00:00Z`) : one.day,
    [text.headers.advances]: format === 'xlsx' ? 1234 : '1234',
    [text.headers.source]: 'https://example.se/rapport.pdf',
  }
  await upload(page, text, await fileOf(filled(cells, text, one, values), format))
  await expect(page.getByText(text.oneReady)).toBeVisible()
  await expect(page.getByRole('cell', { name: text.amount })).toBeVisible()
  await page.getByRole('button', { name: text.leaveOut }).first().click()
  await expect(page.getByText(text.out, { exact: true })).toBeVisible()
  await page.getByRole('button', { name: text.takeIn }).first().click()
  await expect(page.getByText(text.out, { exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: text.commit }).click()
  await expect(page.getByText(text.done).first()).toBeVisible()
  await expect(page.getByRole('link', { name: one.number })).toBeVisible()
  const shown = () =>
    ask<{ value: string }>(
      `SELECT value FROM outcome o JOIN project p ON p.id = o."projectId"
       WHERE p.slug = $1 AND measure = 'advances.total'`,
      [one.slug],
    )
  expect((await shown()).map(({ value }) => Number(value))).toEqual([1234])
  await takeBack(page, text)
  await expect.poll(shown).toEqual([])
}

for (const [at, locale] of LOCALES.entries()) {
  for (const format of ['csv', 'xlsx'] as const) {
    test(`a template goes there and back as ${format.toUpperCase()} (${locale})`, async ({
      page,
      signIn,
      ask,
    }) => {
      await signIn('EDITOR')
      await thereAndBack(page, ask, { locale, format, place: at * 2 + (format === 'csv' ? 0 : 1) })
    })
  }

  test.describe(`without JavaScript (${locale})`, () => {
    test.use({ javaScriptEnabled: false })

    test('a template goes there and back', async ({ page, signIn, ask }) => {
      await signIn('EDITOR')
      await thereAndBack(page, ask, { locale, format: 'csv', place: 4 + at })
    })

    test('a file that is no table is refused in a sentence', async ({ page, signIn }) => {
      const text = TEXTS[locale]
      await signIn('EDITOR')
      await page.goto(tables(locale))
      await upload(page, text, csvFile(['a;b', '1;2']))
      await expect(page.getByRole('heading', { name: text.notRead })).toBeVisible()
      await expect(page.getByRole('alert')).toHaveText(text.noHeaders)
      await expect(page.getByRole('button', { name: text.send })).toBeVisible()
    })
  })
}

test('a file that is no table is refused, and stays chosen', async ({ page, signIn }) => {
  const text = TEXTS.sv
  await signIn('EDITOR')
  await page.goto(tables('sv'))
  await expectStandsUp(page)
  await upload(page, text, csvFile(['a;b', '1;2']))
  const alert = page.getByRole('alert').filter({ hasText: text.notRead })
  await expect(alert).toBeFocused()
  await expect(alert).toContainText(text.noHeaders)
  const chosen = await page
    .getByLabel(text.file, { exact: true })
    .evaluate((input) => [...((input as HTMLInputElement).files ?? [])].map(({ name }) => name))
  expect(chosen).toEqual(['ifylld.csv'])
})

test('what is wrong is told by row and cell, what is unusual is looked at first', async ({
  page,
  signIn,
  ask,
}) => {
  const text = TEXTS.sv
  const [one, other] = await projectsFor(ask, 6)
  await signIn('EDITOR')
  await page.goto(tables('sv'))
  const source = 'https://example.se/rapport.pdf'
  await upload(
    page,
    text,
    csvFile([
      'Projektnummer;Per den;Nådda män;Förskott;Länk till källan;Ansvarig',
      `${one.number};${one.day};många;;${source};Kim`,
      `${other.number};${other.day};;99999999999;${source};`,
      `1999/99999;${one.day};4;;${source};`,
    ]),
  )
  await expect(page.getByText('De här kolumnerna känns inte igen och läses inte: Ansvarig.')).toBeVisible()
  const row = (at: number) => page.locator(`#rad-${at}`)
  await expect(row(2)).toContainText('I cellen står ”många”.')
  await expect(row(3)).toContainText('klart mer än det beviljade stödet')
  await expect(row(4)).toContainText('Inget projekt i registret har numret 1999/99999.')
  await expectStandsUp(page)

  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: text.errors }).click()
  const errors = await readFile(await (await downloading).path(), 'utf8')
  expect(errors).toContain(`2;${one.number};Nådda män;många;`)

  await page.getByRole('button', { name: text.commit }).click()
  await expect(page.getByRole('alert').filter({ hasText: text.flagged })).toBeVisible()
  await page.getByRole('button', { name: text.looked }).click()
  await expect(page.getByText(text.oneReady)).toBeVisible()
  // The button is gone, and who goes by keys is where it was.
  await expect(row(3)).toBeFocused()
  await page.getByRole('link', { name: /^Med fel 1/ }).click()
  await expect(page.locator('#rader').getByRole('listitem').filter({ hasText: text.wrong })).toHaveCount(1)
  await page.getByRole('button', { name: text.commit }).click()
  await expect(page.getByText(text.done).first()).toBeVisible()
  await expectStandsUp(page)

  await page.getByRole('link', { name: text.takeBack }).click()
  await page.getByLabel(text.why).evaluate((box) => box.removeAttribute('minlength'))
  await page.getByLabel(text.why).fill('Fel')
  await page.getByRole('button', { name: text.takeBack }).click()
  await expect(page.getByRole('alert').filter({ hasText: text.short })).toBeVisible()
  await expect(page.getByLabel(text.why)).toHaveValue('Fel')
  await expectStandsUp(page)
  await page.getByLabel(text.why).fill('Det var en nolla för mycket.')
  await page.getByRole('button', { name: text.takeBack }).click()
  await expect(page.getByText('Skäl: Det var en nolla för mycket.')).toBeVisible()
})

test('projects are chosen as the public list is narrowed, and by its address', async ({ page, signIn }) => {
  await signIn('EDITOR')
  await page.goto(tables('sv'))
  await page.getByLabel('Adress från projektlistan').fill('https://example.se/projekt?region=SE11')
  await page.getByRole('button', { name: 'Visa urvalet' }).click()
  await expect(page.locator('input[name=region][value=SE11]')).toBeChecked()
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: TEXTS.sv.filtered }).click()
  const rows = await cellsOf(await downloading, 'csv')
  await expect(page.getByText(`${rows.length - 1} projekt är valda med filter`)).toBeVisible()
})

for (const locale of LOCALES)
  test(`the filters count until numbers are counted, and again when asked for (${locale})`, async ({
    page,
    signIn,
    ask,
  }) => {
    const text = TEXTS[locale]
    await signIn('EDITOR')
    await page.goto(tables(locale))
    const filtered = page.getByRole('link', { name: text.filtered })
    await expect(filtered).toBeVisible()
    await download(page, text, await projectsFor(ask, 6), 'csv')
    await expectStandsUp(page)
    await page.getByRole('button', { name: text.apply }).click()
    await expect(filtered).toBeVisible()
    await expect(page.getByText(text.chosen)).toBeHidden()
  })

test('who is not signed in gets no template and brings no table', async ({ request, baseURL }) => {
  const template = await request.get('/api/follow-up-tables/template?format=csv')
  expect(template.status()).toBe(401)
  const sent = await request.post('/api/follow-up-tables', {
    headers: { origin: baseURL ?? 'http://localhost:3000' },
    multipart: { file: csvFile(['Projektnummer;Per den', '1;2']) },
  })
  expect(sent.status()).toBe(401)
})
