import type { Page } from '@playwright/test'
import { axeFindings, expect, expectStandsUp, pathOf, test } from '../fixtures.ts'

/** Invented projects of the sample (prisma/sample/follow-ups.json): one with the whole chain, one that lacks some of it. */
const WHOLE = '2015-09104'
const LACKING = '23-906-S33'
/** One that ended before the day that its page says. */
const EARLY = '2019-09302'
/** Of the whole one. */
const COSTS = /^(?:SEK\s)?7[\s,]102[\s,]480/

const TEXTS = {
  sv: {
    section: 'Löfte och utfall',
    example: 'Påhittat exempel',
    money: 'Pengar',
    participants: 'Deltagare',
    indicators: 'Indikatorer',
    inAll: /^Kostnader i allt/,
    summed: 'summerat ur kvinnor och män',
    approved: 'Godkända av myndigheten, per 31 december 2018',
    words: 'Godkända kostnader uppgår till 7 102 480 kronor.',
    toReport: 'Till redovisningen',
    perParticipant: 'Kostnad per deltagare',
    rounded: 'Avrundat till hela kronor.',
    others: /^2 andra uppgifter/,
    earlier: 'tidigare uppgift',
    results: ['Vad som uppnåddes', 'Vad som inte uppnåddes', 'Vad som lever vidare'],
    timeline: 'Tidslinje',
    evaluation: 'Utvärdering',
    documents: 'Rapporter och länkar',
    end: 'Slut enligt uppföljningen: 31 december 2021',
    endedEarly: 'Projektet avslutades i förtid',
    missing: /Projektet avslutades för .+ sedan\. Inga kostnader är redovisade/,
  },
  en: {
    section: 'Promise and outcome',
    example: 'Invented example',
    money: 'Money',
    participants: 'Participants',
    indicators: 'Indicators',
    inAll: /^Costs in all/,
    summed: 'summed from women and men',
    approved: 'as of 31 December 2018',
    words: 'Godkända kostnader uppgår till 7 102 480 kronor.',
    toReport: 'To the report',
    perParticipant: 'Cost per participant',
    rounded: 'Rounded to whole kronor.',
    others: /^2 other figures/,
    earlier: 'an earlier figure',
    results: ['What was achieved', 'What was not achieved', 'What lives on'],
    timeline: 'Timeline',
    evaluation: 'Evaluation',
    documents: 'Reports and links',
    end: 'End according to the follow-up: 31 December 2021',
    endedEarly: 'The project ended early',
    missing: /The project ended .+ ago\. No costs are reported/,
  },
} as const

for (const javaScriptEnabled of [true, false])
  for (const locale of ['sv', 'en'] as const)
    test.describe(`what came of a project (${locale}, JavaScript ${javaScriptEnabled ? 'on' : 'off'})`, () => {
      test.use({ javaScriptEnabled })
      const text = TEXTS[locale]
      const open = (page: Page, slug = WHOLE) => page.goto(pathOf(locale, { page: 'projects', slug }))

      test('the head tells the end that an event gives, and leads to it', async ({ page }) => {
        await open(page, EARLY)
        const told = page.getByRole('main').getByRole('link', { name: text.end, exact: true })
        const id = await told.getAttribute('href')
        await expect(page.locator(id ?? '')).toContainText(text.endedEarly)
        await open(page)
        await expect(page.getByText(text.end.replace(/: .*/, ''))).toHaveCount(0)
      })
      const section = (page: Page, name: string = text.section) =>
        page.getByRole('region', { name, exact: true })

      test('stands beside what was promised, and says that it is an example', async ({ page }) => {
        await open(page)
        await expect(section(page).getByRole('note')).toContainText(text.example)
        const money = section(page).getByRole('table', { name: text.money })
        await expect(money.getByRole('row', { name: text.inAll })).toContainText(/7[\s,]260[\s,]212/)
        await expect(money.getByRole('row', { name: text.inAll })).toContainText(/97[,.]8/)
        const participants = section(page).getByRole('table', { name: text.participants })
        await expect(participants).toContainText(text.summed)
        await expect(section(page).getByRole('table', { name: text.indicators })).toContainText('CO02')
        for (const heading of text.results) await expect(section(page)).toContainText(heading)
      })

      test('says where a figure is from, word for word', async ({ page }) => {
        await open(page)
        await section(page).getByRole('button', { name: COSTS }).first().click()
        const note = page.getByRole('dialog')
        await expect(note).toBeVisible()
        await expect(note).toContainText(text.approved)
        await expect(note.locator('mark')).toHaveText(text.words)
        await note.getByRole('link', { name: text.toReport }).click()
        await expect(page).toHaveURL(/#uppfoljning-\d+$/)
        await expect(page.locator(':target')).toContainText(text.words)
      })

      test('says how what is worked out was, and leads to both figures', async ({ page }) => {
        await open(page)
        await expect(section(page)).toContainText(text.perParticipant)
        await expect(section(page)).toContainText(text.rounded)
        await section(page).locator('a[href="#siffra-reached-total"]').first().click()
        await expect(page.locator(':target')).toContainText('89')
        await expect(page.locator('#siffra-costs-total')).toContainText(/7[\s,]102[\s,]480/)
      })

      test('keeps earlier figures one press away', async ({ page }) => {
        await open(page)
        const others = section(page).getByText(text.others).first()
        await expect(section(page).getByText(text.earlier).first()).toBeHidden()
        await others.click()
        await expect(section(page).getByText(text.earlier).first()).toBeVisible()
      })

      test('goes day by day from decision to evaluation, each leading to what is told', async ({ page }) => {
        await open(page)
        const timeline = section(page, text.timeline)
        const days = await timeline
          .locator('time')
          .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''))
        expect(days).toEqual([...days].sort())
        await timeline.getByRole('link', { name: text.evaluation }).click()
        await expect(page.locator(':target')).toContainText(text.evaluation)
        await expect(
          section(page, text.documents)
            .getByRole('link', { name: /utvärdering/i })
            .first(),
        ).toBeVisible()
      })

      test('says what is missing of a project that has ended', async ({ page }) => {
        await open(page, LACKING)
        await expect(section(page)).toContainText(text.missing)
      })
    })

test('every published follow-up has its place on the page, and no other has', async ({ page, ask }) => {
  const rows = await ask<{ id: number; state: string }>(
    `SELECT f.id, f.state FROM follow_up f JOIN project p ON p.id = f."projectId" WHERE p.slug = $1`,
    [WHOLE],
  )
  await page.goto(pathOf('sv', { page: 'projects', slug: WHOLE }))
  expect(rows.length).toBeGreaterThan(0)
  for (const { id, state } of rows)
    await expect(page.locator(`#uppfoljning-${id}`)).toHaveCount(state === 'PUBLISHED' ? 1 : 0)
})

test('stands up to axe, to the dark and to a narrow screen, with a note and a table open', async ({
  page,
}) => {
  await page.goto(pathOf('sv', { page: 'projects', slug: WHOLE }))
  for (const folded of await page.locator('#utfall details').all())
    await folded.evaluate((details) => details.setAttribute('open', ''))
  await expectStandsUp(page)
  await page.locator('#siffra-costs-total button.sourced').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await axeFindings(page)).toEqual([])
})

test('prints the figures with their bars and tables, and no notes', async ({ page }) => {
  await page.goto(pathOf('sv', { page: 'projects', slug: WHOLE }))
  await page.emulateMedia({ media: 'print' })
  const section = page.locator('#utfall')
  await expect(section.getByRole('table', { name: TEXTS.sv.money })).toBeVisible()
  await expect(section.locator('figure svg').first()).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
