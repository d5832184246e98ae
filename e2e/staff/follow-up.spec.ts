import { randomInt } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { MESSAGES } from '../../lib/i18n/messages.ts'
import type { Locale } from '../../lib/paths.ts'
import type { FollowUpKind } from '../../prisma/generated/enums.ts'
import type { Ask } from '../fixtures.ts'
import { expect, expectStandsUp, LOCALES, pathOf, test } from './fixtures.ts'

const SOURCE = 'https://example.se/slutrapport.pdf'

type Project = { slug: string; number: string; name: string; end: string }

/** Invented projects that have ended, with participants planned and a budget. */
const ENDED = `FROM project p WHERE p."inForce" AND p.period = '2014-2020' AND p.fund = 'ESF' AND p."endDate" < now()
  AND p."plannedParticipants" BETWEEN 20 AND 3000 AND p."totalBudget" > 100000
  AND p."isSample"`

/** Another one for each place, as far as there are any. */
async function projectAt(ask: Ask, place: number): Promise<Project> {
  const [row] = await ask<Project>(
    `SELECT p.slug, p.number, p.name, p."endDate"::text AS end ${ENDED}
     ORDER BY p.id OFFSET $1 % (SELECT count(*) ${ENDED}) LIMIT 1`,
    [place],
  )
  if (!row) throw new Error('the sample has such projects')
  return row
}

const wordsIn = (locale: Locale) => {
  const { followUp, followUpForm, corrections, desk, staff, decisionDraft } = MESSAGES[locale]
  return { own: followUp, t: followUpForm, corrections, desk, staff, finder: decisionDraft.finder }
}
type Words = ReturnType<typeof wordsIn>

/** The words of a text before and after what is filled in. */
const around = (text: string) =>
  new RegExp(
    text
      .split(/\{[^}]*\}/)
      .map(escaped)
      .join('.*'),
    's',
  )
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const box = (within: Page | Locator, label: string) => within.getByLabel(label, { exact: true })
/** A box of a table, by its row and its column. */
const cell = (within: Page | Locator, row: string, column: string) =>
  within.getByRole('textbox', { name: `${row} ${column}`, exact: true })
const rowNumber = (page: Page, text: string, number: number) =>
  page.getByRole('group', { name: text.replace('{number}', String(number)), exact: true })
const alertOf = (page: Page) => page.getByRole('main').getByRole('alert')
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last().click()

const idIn = (page: Page): number => Number(/\/(\d+)(?:[?#]|$)/.exec(page.url())?.[1])

/** Begins a draft of a project from its edit page's link. */
async function begin(page: Page, locale: Locale, project: Project, kind: FollowUpKind): Promise<number> {
  const { t, own } = wordsIn(locale)
  await page.goto(pathOf(locale, { page: 'staff/projects', slug: project.slug }))
  await page.getByRole('link', { name: t.add, exact: true }).click()
  await expect(
    page.getByRole('heading', { name: t.beginOf.replace('{name}', project.name), exact: true }),
  ).toBeVisible()
  await page.getByRole('radio', { name: own.kind[kind], exact: true }).check()
  await press(page, t.beginSubmit)
  await expect(page.getByText(t.draft.replace('{kind}', own.kindIn[kind]), { exact: true })).toBeVisible()
  return idIn(page)
}

/** What makes a draft of a kind whole, beside its day and its source. */
const FILL: Record<FollowUpKind, (page: Page, words: Words) => Promise<void>> = {
  COSTS: async (page, { own, t }) => {
    await box(page, own.field.basis).selectOption('reported')
    await cell(page, t.costsBy.eu, t.amount).fill('40 000')
    await cell(page, t.costsBy.public, t.amount).fill('20 000')
    await cell(page, t.costsBy.private, t.amount).fill('0')
  },
  PARTICIPANTS: async (page, { own, t }) => {
    await cell(page, own.measure.reached, t.women).first().fill('12')
    await cell(page, own.measure.reached, t.men).first().fill('7')
    await cell(page, own.measure.reached, t.nonBinary).first().fill('0')
    const group = rowNumber(page, t.group, 1)
    await box(group, own.field.group).fill('Unga 15–24 år')
    await cell(group, own.measure.reached, t.all).fill('9')
  },
  INDICATORS: async (page, { own, t }) => {
    const [common, other] = [rowNumber(page, t.indicator, 1), rowNumber(page, t.indicator, 2)]
    await box(common, own.field.code).selectOption('CO01')
    await cell(common, own.measure.target, t.women).fill('10')
    await cell(common, own.measure.actual, t.women).fill('8')
    await box(other, own.field.name).fill('Företag med ny plan')
    await box(other, own.field.unit).fill('företag')
    await cell(other, own.measure.baseline, t.all).fill('0')
    await cell(other, own.measure.actual, t.all).fill('12,5')
  },
  RESULTS: async (page, { own }) => {
    await box(page, own.field.achieved).fill('Fler gick vidare till studier.\nFärre avbröt.')
    await box(page, own.field.livesOn).fill('Metoden används i kommunen.')
  },
  EVENT: async (page, { own }) => {
    await box(page, own.field.event).selectOption('ended')
    await box(page, own.field.text).fill('Projektet avslutades som planerat.')
  },
  DOCUMENT: async (page, { own }) => {
    await box(page, own.field.documentType).selectOption('finalReport')
    await box(page, own.field.title).fill('Slutrapport för prov')
  },
}
const KINDS = Object.keys(FILL) as FollowUpKind[]

async function writeSource(page: Page, { own }: Words, day: string) {
  await box(page, own.field.asOf).fill(day)
  await box(page, own.field.sourceUrl).fill(SOURCE)
  await box(page, own.field.sourcePage).fill('s. 12')
}

/** Publishes what is whole, and comes to the list that says so. Beside what is told already it may look unusual. */
async function publish(page: Page, { t }: Words, project: Project) {
  await press(page, t.publish)
  const told = page.getByRole('status').filter({ hasText: around(t.published) })
  const flagged = alertOf(page).filter({ hasText: t.flag.title })
  await expect(told.or(flagged)).toBeVisible({ timeout: 15_000 })
  if (await flagged.isVisible()) await tickAll(flagged, t.publish)
  await expect(told).toContainText(project.name, { timeout: 15_000 })
  await expect(told.getByRole('link', { name: t.seeProject })).toHaveAttribute(
    'href',
    new RegExp(`/${project.slug}#uppfoljning-\\d+$`),
  )
}

/** Says of all that is unusual that it was checked, and goes on. */
async function tickAll(alert: Locator, button: string) {
  for (const tick of await alert.getByRole('checkbox').all()) await tick.check()
  await alert.getByRole('button', { name: button, exact: true }).click()
}

const stateOf = async (ask: Ask, id: number) =>
  (await ask<{ state: string }>('SELECT state FROM follow_up WHERE id = $1', [id]))[0]?.state

for (const [at, locale] of LOCALES.entries()) {
  const words = wordsIn(locale)
  const { t, own } = words

  for (const [place, kind] of KINDS.entries())
    for (const script of [true, false])
      test.describe(`${locale}: ${own.kindIn[kind]}, ${script ? 'with' : 'without'} JavaScript`, () => {
        test.use({ javaScriptEnabled: script })

        test('an editor writes a draft, is told what is missing, and publishes', async ({
          page,
          ask,
          signIn,
        }) => {
          await signIn('EDITOR')
          const project = await projectAt(ask, place + at)
          const id = await begin(page, locale, project, kind)
          await press(page, t.publish)
          const alert = alertOf(page)
          await expect(alert).toContainText(t.problem.missing)
          await expect(alert).toContainText(t.problem.noSource)
          if (script) await expect(alert).toBeFocused()
          await expect(box(page, own.field.asOf)).toHaveAttribute('aria-invalid', 'true')
          await expect(box(page, own.field.asOf)).toHaveAccessibleDescription(around(t.problem.missing))
          await expect(alert.getByRole('link', { name: own.field.asOf, exact: true })).toHaveAttribute(
            'href',
            '#f-asOf',
          )
          expect(await stateOf(ask, id)).toBe('DRAFT')

          await FILL[kind](page, words)
          await writeSource(page, words, project.end)
          await press(page, t.save)
          await expect(page.getByRole('status').filter({ hasText: t.kept })).toBeVisible()
          await expect(box(page, own.field.sourceUrl)).toHaveValue(SOURCE)
          await publish(page, words, project)
          expect(await stateOf(ask, id)).toBe('PUBLISHED')
        })
      })

  for (const script of [true, false])
    test.describe(`${locale}: the desk, ${script ? 'with' : 'without'} JavaScript`, () => {
      test.use({ javaScriptEnabled: script })

      test('what two reports tell differently waits there until somebody has looked at it', async ({
        page,
        ask,
        signIn,
      }) => {
        const { desk } = words
        await signIn('EDITOR')
        const project = await projectAt(ask, 1 + at)
        const name = `Prov ${randomInt(100_000, 999_999)}`
        const tell = async (actual: string) => {
          await begin(page, locale, project, 'INDICATORS')
          const row = rowNumber(page, t.indicator, 1)
          await box(row, own.field.name).fill(name)
          await box(row, own.field.unit).fill('företag')
          await cell(row, own.measure.actual, t.all).fill(actual)
          await writeSource(page, words, project.end)
          await publish(page, words, project)
        }
        await tell('12')
        await tell('14')
        const measure = `actual.total@${name.toLowerCase().replace(' ', '-')}`
        const isOpen = async () =>
          (await ask<{ isOpen: boolean }>('SELECT "isOpen" FROM outcome WHERE measure = $1', [measure]))[0]
            ?.isOpen
        expect(await isOpen()).toBe(true)
        const query = `?${locale === 'sv' ? 'falt' : 'field'}=${encodeURIComponent(measure)}`
        await page.goto(pathOf(locale, { page: 'staff/work/disagreements', query }))
        await page
          .getByRole('link', { name: new RegExp(project.name) })
          .first()
          .click()
        await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
        if (script) await expectStandsUp(page)
        await expect(page.getByRole('link', { name: desk.outcome.editFollowUp })).toHaveCount(2)
        await page.getByRole('button', { name: desk.save }).click()
        await expect(alertOf(page)).toContainText(desk.problem.choose)
        await page.getByRole('radio', { name: around(desk.outcome.right) }).check()
        await page.getByLabel(desk.reason, { exact: true }).fill('Den senare rapporten är granskad')
        await page.getByRole('button', { name: desk.save }).click()
        const told = page.getByRole('status').filter({ hasText: project.name })
        await expect(told).toBeVisible()
        expect(await isOpen()).toBe(false)
        await told.getByRole('button', { name: around(desk.undo) }).click()
        await expect(page.getByRole('status').filter({ hasText: desk.undone })).toBeVisible()
        expect(await isOpen()).toBe(true)

        const findRight = async (on: Page, reason: string) => {
          await on.getByRole('radio', { name: around(desk.outcome.right) }).check()
          await on.getByLabel(desk.reason, { exact: true }).fill(reason)
        }
        const other = await page.context().newPage()
        await other.goto(page.url())
        await findRight(page, 'Den här läsningen kom sist')
        await findRight(other, 'Den andra läsningen kom först')
        await other.getByRole('button', { name: desk.save }).click()
        await expect(other.getByRole('status').filter({ hasText: project.name })).toBeVisible()
        await page.getByRole('button', { name: desk.save }).click()
        await expect(alertOf(page)).toContainText(around(desk.problem.outcomeSettled))
        await expect(alertOf(page)).toContainText('Den andra läsningen kom först')
        await expect(page.getByText(desk.closed)).toBeVisible()
        await expect(page.getByLabel(desk.reason, { exact: true })).toHaveValue('Den här läsningen kom sist')
        await expect(page.getByRole('button', { name: desk.save })).toHaveCount(0)
      })
    })

  for (const script of [true, false])
    test.describe(`${locale}: drafts, ${script ? 'with' : 'without'} JavaScript`, () => {
      test.use({ javaScriptEnabled: script })

      test('a row more keeps everything that was typed', async ({ page, ask, signIn }) => {
        await signIn('EDITOR')
        await begin(page, locale, await projectAt(ask, 2), 'INDICATORS')
        await box(rowNumber(page, t.indicator, 3), own.field.name).fill('Den tredje')
        await press(page, t.moreRows)
        const fourth = rowNumber(page, t.indicator, 4)
        await expect(fourth).toBeVisible()
        await expect(box(rowNumber(page, t.indicator, 3), own.field.name)).toHaveValue('Den tredje')
        if (script) await expect(box(fourth, own.field.code)).toBeFocused()
      })

      test('a figure that jumps is published once somebody has ticked that it was checked', async ({
        page,
        ask,
        signIn,
      }) => {
        await signIn('EDITOR')
        const project = await projectAt(ask, 3 + at)
        await begin(page, locale, project, 'PARTICIPANTS')
        await writeSource(page, words, project.end)
        await cell(page, own.measure.reached, t.all).first().fill('99 999')
        await press(page, t.publish)
        const alert = alertOf(page)
        await expect(alert).toContainText(t.flag.title)
        await tickAll(alert, t.publish)
        await expect(page.getByRole('status').filter({ hasText: around(t.published) })).toBeVisible()
        // The lists of the other tests are not to hold such a figure.
        await page.goto(pathOf(locale, { page: 'staff/follow-up', slug: String(await newest(ask)) }))
        await withdraw(page, words)
      })

      test('a correction that jumps is saved once somebody has ticked that it was checked', async ({
        page,
        ask,
        signIn,
      }) => {
        await signIn('EDITOR')
        const project = await projectAt(ask, 12 + at)
        const id = await begin(page, locale, project, 'PARTICIPANTS')
        await writeSource(page, words, project.end)
        await cell(page, own.measure.reached, t.all).first().fill('7')
        await publish(page, words, project)

        await page.goto(pathOf(locale, { page: 'staff/follow-up', slug: String(id) }))
        const reached = box(page, own.measure.reached)
        await reached.fill('99999')
        await box(page, words.corrections.reason).fill('Det står i slutrapporten, sidan 4.')
        const { save } = words.corrections
        await page.getByRole('button', { name: save, exact: true }).first().click()
        const alert = alertOf(page).filter({ hasText: words.corrections.flagged })
        await expect(alert).toContainText(around(t.flag.manyMore))
        await expect(reached).toHaveValue('99999')
        expect(await shownReached(ask, id)).toBe('7')
        // Saved again and not ticked it stands as it was.
        await alert.getByRole('button', { name: save, exact: true }).click()
        // The answer takes the focus from the button; what is ticked before it has come is not of its form.
        if (script) await expect(alert).toBeFocused()
        await expect(alert.getByRole('checkbox').first()).not.toBeChecked()
        expect(await shownReached(ask, id)).toBe('7')
        // Another test may tell of the same project meanwhile: then more is unusual, and asked about anew.
        await expect(async () => {
          await tickAll(alert, save)
          await expect.poll(() => shownReached(ask, id)).toBe('99999')
        }).toPass()
        // The lists of the other tests are not to hold such a figure.
        await page.goto(pathOf(locale, { page: 'staff/follow-up', slug: String(id) }))
        await withdraw(page, words)
      })

      test('what was typed stays when somebody is signed out meanwhile', async ({
        page,
        ask,
        context,
        signIn,
      }) => {
        await signIn('EDITOR')
        await begin(page, locale, await projectAt(ask, 4), 'RESULTS')
        await box(page, own.field.achieved).fill('Det jag skrev')
        await context.clearCookies()
        await press(page, t.publish)
        // Without a script the page itself asks who reads it.
        if (!script) return expect(page).toHaveURL(/logga-in|login/)
        await expect(alertOf(page)).toContainText(words.staff.refusal.signedOut)
        await expect(box(page, own.field.achieved)).toHaveValue('Det jag skrev')
      })

      test('a draft is set aside, and taken up again', async ({ page, ask, signIn }) => {
        await signIn('EDITOR')
        const id = await begin(page, locale, await projectAt(ask, 5), 'RESULTS')
        await box(page, own.field.achieved).fill('Till senare')
        await press(page, t.discard)
        await expect(page.getByRole('status').filter({ hasText: around(t.discardedNote) })).toBeVisible()
        expect(await stateOf(ask, id)).toBe('DISCARDED')
        await page.goto(pathOf(locale, { page: 'staff/follow-up', slug: String(id) }))
        await expect(page.getByText(t.closed.DISCARDED)).toBeVisible()
        await expect(page.getByText('Till senare')).toBeVisible()
        await press(page, t.restore)
        await expect(box(page, own.field.achieved)).toHaveValue('Till senare')
      })

      test('a published one is corrected with a reason, stands in the history, and is taken back', async ({
        page,
        ask,
        signIn,
      }) => {
        await signIn('EDITOR')
        const project = await projectAt(ask, 6 + at)
        const id = await begin(page, locale, project, 'RESULTS')
        await writeSource(page, words, project.end)
        await box(page, own.field.achieved).fill('Det som först stod')
        await publish(page, words, project)

        await page.goto(pathOf(locale, { page: 'staff/follow-up', slug: String(id) }))
        await expect(page.getByText(words.corrections.ofFollowUp.lead)).toBeVisible()
        await box(page, own.field.achieved).fill('Det som är rättat')
        await box(page, words.corrections.reason).fill('Det står i slutrapporten, sidan 4.')
        await page.getByRole('button', { name: words.corrections.save, exact: true }).first().click()
        await expect(
          page.getByRole('status').filter({
            hasText: words.corrections.saved.replace('{fields}', own.field.achieved),
          }),
        ).toBeVisible({ timeout: 15_000 })
        const history = pathOf(locale, { page: 'history/projects', slug: project.slug })
        await page.goto(history)
        await expect(page.getByRole('main')).toContainText('Det som är rättat')
        const [row] = await ask<{ stated: string; shown: string }>(
          `SELECT stated->'achieved'->>'value' AS stated, shown->'achieved'->>'value' AS shown
           FROM follow_up WHERE id = $1`,
          [id],
        )
        expect(row).toEqual({ stated: 'Det som först stod', shown: 'Det som är rättat' })

        await page.goto(pathOf(locale, { page: 'staff/follow-up', slug: String(id) }))
        await withdraw(page, words)
        await expect(page.getByText('Det som är rättat')).toBeVisible()
        expect(await stateOf(ask, id)).toBe('WITHDRAWN')
        await page.goto(history)
        await expect(page.getByRole('main')).toContainText(WHY)
      })

      test('a project is found and followed up from the list', async ({ page, ask, signIn }) => {
        await signIn('EDITOR')
        const project = await projectAt(ask, 7)
        await page.goto(pathOf(locale, { page: 'staff/follow-up' }))
        await page.getByText(t.begin, { exact: true }).click()
        await press(page, t.beginSubmit)
        await expect(alertOf(page)).toContainText(t.beginProblem.project)
        await expect(alertOf(page)).toContainText(t.beginProblem.kind)
        if (script) {
          const finder = page.getByRole('combobox', { name: t.beginProject, exact: true })
          await finder.pressSequentially(project.number)
          await page
            .getByRole('option', { name: new RegExp(escaped(project.number)) })
            .first()
            .click()
          await expect(finder).toHaveValue(new RegExp(escaped(project.number)))
        } else {
          await page.getByRole('textbox', { name: t.beginProject, exact: true }).fill(project.number)
          await press(page, words.finder.search)
          await page
            .getByRole('radio', { name: new RegExp(escaped(project.number)) })
            .first()
            .check()
        }
        await page.getByRole('radio', { name: own.kind.EVENT, exact: true }).check()
        await press(page, t.beginSubmit)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(project.name)
      })
    })

  test(`${locale}: two editors in one draft: other boxes merge, the same box is asked about`, async ({
    page,
    ask,
    openAsBo,
    signIn,
  }) => {
    await signIn('EDITOR', { name: 'Ada Exempel' })
    const id = await begin(page, locale, await projectAt(ask, 8), 'RESULTS')
    const other = await openAsBo(page.url())
    await box(other, own.field.achieved).fill('Bos text')
    await box(other, own.field.livesOn).fill('Bo minns')
    await press(other, t.save)
    await expect(other.getByRole('status').filter({ hasText: t.kept })).toBeVisible()

    await box(page, own.field.achieved).fill('Adas text')
    await press(page, t.publish)
    const told = alertOf(page)
    await expect(told).toContainText(words.staff.conflict.title.replace('{name}', 'Bo Exempel'))
    await expect(told).toContainText('Bos text')
    await expect(box(page, own.field.achieved)).toHaveValue('Adas text')
    await expect(box(page, own.field.livesOn)).toHaveValue('Bo minns')
    await told
      .getByRole('radio', { name: new RegExp(`^${escaped(words.staff.conflict.takeTheirs)}`) })
      .check()
    await told.getByRole('button', { name: t.save, exact: true }).click()
    await expect(page.getByRole('status').filter({ hasText: t.kept })).toBeVisible()
    await expect(box(page, own.field.achieved)).toHaveValue('Bos text')

    await box(other, own.field.notAchieved).fill('Bos tillägg')
    await press(other, t.save)
    const kept = `SELECT content->'fields'->>'notAchieved' AS said FROM follow_up WHERE id = $1`
    await expect.poll(async () => (await ask<{ said: string }>(kept, [id]))[0]?.said).toBe('Bos tillägg')
    await press(page, t.publish)
    await expect(told).toContainText(words.staff.conflict.title.replace('{name}', 'Bo Exempel'))
    await expect(told).toContainText(words.staff.stopped.publish)
    await expect(box(page, own.field.notAchieved)).toHaveValue('Bos tillägg')
    expect(await stateOf(ask, id)).toBe('DRAFT')
  })

  test(`${locale}: an entry that led to no project is followed up on its own`, async ({
    page,
    ask,
    signIn,
  }) => {
    await signIn('EDITOR')
    const [entry] = await ask<{ id: number; name: string }>(
      `SELECT id, name FROM decision_item WHERE "inForce" AND "projectId" IS NULL ORDER BY id LIMIT 1`,
    )
    if (!entry) throw new Error('the sample has one')
    await page.goto(pathOf(locale, { page: 'staff/entries', slug: String(entry.id) }))
    await page.getByRole('link', { name: t.add, exact: true }).click()
    await page.getByRole('radio', { name: own.kind.DOCUMENT, exact: true }).check()
    await press(page, t.beginSubmit)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(entry.name)
    await expect(page.getByRole('link', { name: t.seeDecision })).toBeVisible()
  })

  test(`${locale}: a file is attached, taken away, and refused when it is no such file`, async ({
    page,
    ask,
    signIn,
  }) => {
    await signIn('EDITOR')
    const id = await begin(page, locale, await projectAt(ask, 9), 'DOCUMENT')
    const chooser = page.locator('input[type=file]')
    await box(page, own.field.title).fill('Deltagare per år')
    await chooser.setInputFiles({
      name: 'rapport.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('<html><script>alert(1)</script></html>'),
    })
    await press(page, t.save)
    await expect(alertOf(page)).toBeVisible()
    await expect(box(page, own.field.title)).toHaveValue('Deltagare per år')
    await chooser.setInputFiles({
      name: 'deltagare.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('år;deltagare\n2017;12\n2018;30\n'),
    })
    await press(page, t.save)
    await expect(page.getByRole('link', { name: /deltagare\.csv/ })).toBeVisible()
    const named = () =>
      ask<{ file: string }>(
        'SELECT a.name AS file FROM follow_up f JOIN attached_file a ON a.id = f."fileId" WHERE f.id = $1',
        [id],
      )
    expect(await named()).toEqual([{ file: 'deltagare.csv' }])
    await press(page, MESSAGES[locale].files.field.remove)
    await expect(page.getByRole('link', { name: /deltagare\.csv/ })).toBeHidden()
    expect(await named()).toEqual([])
  })

  test(`${locale}: the list goes by region and by owner, and a draft says who wrote it last`, async ({
    page,
    ask,
    signIn,
  }) => {
    await signIn('EDITOR', { name: 'Ida Exempel' })
    await begin(page, locale, await projectAt(ask, 10), 'EVENT')
    await page.goto(pathOf(locale, { page: 'staff/follow-up' }))
    const table = page.getByRole('table')
    const owner = (await table.getByRole('row').nth(1).getByRole('cell').first().textContent()) ?? ''
    await page.getByRole('searchbox', { name: t.owner }).fill(owner)
    await page.getByRole('button', { name: MESSAGES[locale].desk.show, exact: true }).click()
    await expect(page).toHaveURL(/[?&](?:agare|owner)=/)
    for (const row of await table.locator('tbody tr').all()) await expect(row).toContainText(owner)
    await page
      .getByRole('navigation', { name: t.tabs })
      .getByRole('link', { name: t.tab.drafts, exact: true })
      .click()
    await expect(page.getByRole('listitem').filter({ hasText: 'Ida Exempel' }).first()).toBeVisible()
  })

  test(`${locale}: the pages have no faults that axe knows, and fit on a narrow screen`, async ({
    page,
    ask,
    signIn,
  }) => {
    test.slow()
    await signIn('EDITOR')
    for (const kind of ['COSTS', 'INDICATORS'] as const) {
      await begin(page, locale, await projectAt(ask, 11), kind)
      await press(page, t.publish)
      await expect(alertOf(page)).toBeFocused()
      await expectStandsUp(page)
    }
    for (const query of ['', `?${TAB[locale]}=${DRAFTS[locale]}`]) {
      await page.goto(pathOf(locale, { page: 'staff/follow-up', query }))
      await expectStandsUp(page)
    }
  })
}

const TAB = { sv: 'flik', en: 'tab' }
const DRAFTS = { sv: 'utkast', en: 'drafts' }
const WHY = 'Rapporten gäller ett annat projekt.'

const shownReached = async (ask: Ask, id: number) =>
  (
    await ask<{ said: string }>(
      `SELECT shown->'reached.total'->>'value' AS said FROM follow_up WHERE id = $1`,
      [id],
    )
  )[0]?.said

async function newest(ask: Ask): Promise<number> {
  const [row] = await ask<{ id: number }>(
    `SELECT id FROM follow_up WHERE state = 'PUBLISHED' AND shown->'reached.total'->>'value' = '99999'
     ORDER BY id DESC LIMIT 1`,
  )
  return row?.id ?? 0
}

async function withdraw(page: Page, { t }: Words) {
  await box(page, t.withdraw.reason).fill(WHY)
  await page.getByRole('button', { name: t.withdraw.submit, exact: true }).click()
  await expect(page.getByText(t.closed.WITHDRAWN)).toBeVisible({ timeout: 15_000 })
  await expect(page.getByText(WHY)).toBeVisible()
}
