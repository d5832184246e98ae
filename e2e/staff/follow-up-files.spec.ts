import type { APIResponse, Page } from '@playwright/test'
import { refusal } from '../../lib/files/refusals.ts'
import { MESSAGES } from '../../lib/i18n/messages.ts'
import type { Locale } from '../../lib/paths.ts'
import { stream, writePdf } from '../../lib/testing/pdf.ts'
import type { Ask } from '../fixtures.ts'
import { expect, LOCALES, pathOf, test } from './fixtures.ts'

const PDF = 'application/pdf'
const PAGE = [{ text: 'Slutrapport', x: 60, y: 60 }]
const pdf = () => Buffer.from(writePdf([PAGE]))
/** Larger than what a form without a file may be. */
const largePdf = () => Buffer.from(writePdf([PAGE], { extra: [stream('x '.repeat(1_000_000))] }))

/** A file is looked into by a process of its own. */
const CHECKED = { timeout: 20_000 }

const box = (page: Page, label: string) => page.getByLabel(label, { exact: true })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last().click()
const choose = (page: Page, name: string, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: PDF, buffer })

/** Begins a document of a project that is an example. Returns the project's last day. */
async function begin(page: Page, ask: Ask, locale: Locale): Promise<string> {
  const { followUp, followUpForm } = MESSAGES[locale]
  const [project] = await ask<{ slug: string; end: string }>(
    `SELECT slug, "endDate"::text AS end FROM project
     WHERE "isSample" AND "inForce" AND "endDate" < now() ORDER BY id LIMIT 1`,
  )
  if (!project) throw new Error('the sample has one')
  await page.goto(pathOf(locale, { page: 'staff/projects', slug: project.slug }))
  await page.getByRole('link', { name: followUpForm.add, exact: true }).click()
  await page.getByRole('radio', { name: followUp.kind.DOCUMENT, exact: true }).check()
  await press(page, followUpForm.beginSubmit)
  await box(page, followUp.field.title).fill('Rapporten')
  return project.end
}

const addressOn = async (page: Page, name: string) =>
  (await page.getByRole('link', { name }).getAttribute('href')) ?? ''

/** What every answer says, so that nothing in it runs or is taken for something else. */
function expectNothingRuns(answer: APIResponse) {
  expect(answer.headers()).toMatchObject({
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  })
}

for (const locale of LOCALES) {
  const { followUp, followUpForm: t } = MESSAGES[locale]

  for (const javaScriptEnabled of [true, false])
    test.describe(`${locale}: a file, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
      test.use({ javaScriptEnabled })

      test('is refused with the reason, what was typed is still there, and another is attached', async ({
        page,
        ask,
        signIn,
      }) => {
        await signIn('EDITOR')
        await begin(page, ask, locale)
        for (const [name, bytes, code] of [
          ['webbsida.pdf', Buffer.from('<html><script>alert(1)</script></html>'), 'markup'],
          ['skript.pdf', Buffer.from(writePdf([PAGE], { extra: ['<< /S /Launch /F (a) >>'] })), 'pdfScript'],
        ] as const) {
          await choose(page, name, bytes)
          await press(page, t.save)
          await expect(page.getByText(refusal(code).why[locale]).first()).toBeVisible(CHECKED)
          await expect(box(page, followUp.field.title)).toHaveValue('Rapporten')
        }
        await choose(page, 'Stor rapport.pdf', largePdf())
        await press(page, t.save)
        await expect(page.getByRole('link', { name: /Stor rapport\.pdf/ })).toBeVisible(CHECKED)
        await expect(box(page, followUp.field.title)).toHaveValue('Rapporten')
      })

      test('that somebody else attached meanwhile is neither replaced nor removed unseen', async ({
        page,
        ask,
        openAsBo,
        signIn,
      }) => {
        test.slow()
        const { files, staff } = MESSAGES[locale]
        await signIn('EDITOR', { name: 'Ada Exempel' })
        await begin(page, ask, locale)
        await choose(page, 'Adas.pdf', pdf())
        await press(page, t.save)
        await expect(page.getByRole('link', { name: /Adas\.pdf/ })).toBeVisible(CHECKED)
        const other = await openAsBo(page.url())
        const attach = async (name: string) => {
          await other.goto(page.url())
          await choose(other, name, pdf())
          await press(other, t.save)
          await expect(other.getByRole('link', { name: new RegExp(name) })).toBeVisible(CHECKED)
        }

        await attach('Bos.pdf')
        await box(page, followUp.field.title).fill('Rapporten från Ada')
        await choose(page, 'Ny.pdf', pdf())
        await press(page, t.publish)
        const told = page.getByRole('main').getByRole('alert').first()
        await expect(told).toContainText(staff.conflict.title.replace('{name}', 'Bo Exempel'))
        await expect(told).toContainText(staff.stopped.attachFile)
        const meanwhile = files.field.meanwhile.replaceAll('{name}', 'Bos.pdf')
        await expect(page.locator('input[type=file]')).toHaveAccessibleDescription(new RegExp(meanwhile))
        await expect(page.getByRole('link', { name: /Bos\.pdf/ })).toBeVisible()
        await expect(box(page, followUp.field.title)).toHaveValue('Rapporten från Ada')
        await choose(page, 'Ny.pdf', pdf())
        await press(page, t.save)
        await expect(page.getByRole('link', { name: /Ny\.pdf/ })).toBeVisible(CHECKED)

        await attach('Bos andra.pdf')
        await press(page, files.field.remove)
        await expect(told).toContainText(staff.stopped.removeFile)
        await expect(page.getByRole('link', { name: /Bos andra\.pdf/ })).toBeVisible()
        await press(page, files.field.remove)
        await expect(page.getByRole('button', { name: files.field.remove })).toBeHidden()
      })
    })
}

for (const locale of LOCALES)
  test(`${locale}: whoever’s session ended while they wrote is told so, also with a large file, and what was typed stays`, async ({
    page,
    ask,
    signIn,
  }) => {
    const { followUp, followUpForm: t, staff } = MESSAGES[locale]
    const { id } = await signIn('EDITOR')
    await begin(page, ask, locale)
    await choose(page, 'Stor rapport.pdf', largePdf())
    await ask(`UPDATE session SET "lastSeenAt" = now() - interval '1 year' WHERE "userId" = $1`, [id])
    await press(page, t.save)
    await expect(page.getByText(staff.refusal.signedOut).first()).toBeVisible(CHECKED)
    await expect(box(page, followUp.field.title)).toHaveValue('Rapporten')
  })

test('a file is for staff alone until it is published, and for everybody after that, as a download', async ({
  page,
  ask,
  signIn,
  request: visitor,
}) => {
  const { followUp, followUpForm: t } = MESSAGES.sv
  await signIn('EDITOR')
  const end = await begin(page, ask, 'sv')
  await choose(page, 'Rapport.pdf', pdf())
  await press(page, t.save)
  const address = await addressOn(page, 'Rapport.pdf')
  expect(address).toMatch(/^\/api\/files\/[\w-]{22}\/Rapport\.pdf$/)

  const draft = await page.request.get(address)
  expect(draft.status()).toBe(200)
  expectNothingRuns(draft)
  expect(draft.headers()).toMatchObject({ 'cache-control': 'private, no-store' })
  expect(draft.headers().etag).toBeUndefined()
  for (const method of ['GET', 'HEAD']) {
    const unseen = await visitor.fetch(address, { method })
    expect(unseen.status()).toBe(404)
    expect(unseen.headers()['cache-control']).toBe('private, no-store')
    expectNothingRuns(unseen)
  }

  await box(page, followUp.field.documentType).selectOption('finalReport')
  await box(page, followUp.field.asOf).fill(end)
  await press(page, t.publish)
  await page.waitForURL(/=\d+$/)
  await expect.poll(async () => (await visitor.get(address)).status()).toBe(200)
  const served = await visitor.get(address)
  expectNothingRuns(served)
  expect(served.headers()).toMatchObject({
    'content-type': PDF,
    'content-disposition': expect.stringMatching(/^attachment; filename="Rapport\.pdf"/),
    'cache-control': 'public, max-age=0, must-revalidate',
    etag: expect.stringMatching(/^"[0-9a-f]{64}"$/),
  })
  expect(Buffer.compare(await served.body(), pdf())).toBe(0)

  const head = await visitor.head(address)
  expect([head.status(), (await head.body()).length]).toEqual([200, 0])
  expect(head.headers()).toMatchObject({ 'content-type': PDF, etag: served.headers().etag })
  const known = await visitor.get(address, { headers: { 'If-None-Match': served.headers().etag ?? '' } })
  expect([known.status(), (await known.body()).length]).toEqual([304, 0])
  // Parts are not served: who asks for one gets the whole, and is not told that it is a part.
  const part = await visitor.get(address, { headers: { Range: 'bytes=0-9' } })
  expect([part.status(), (await part.body()).length]).toEqual([200, pdf().length])

  for (const wrong of [
    address.replace('Rapport.pdf', 'rapport.html'),
    address.replace(/files\/.{22}/, `files/${'A'.repeat(22)}`),
    address.replace(/files\/.{22}/, 'files/x'),
  ])
    for (const asking of [visitor, page.request]) {
      const answer = await asking.get(wrong)
      expect(answer.status()).toBe(404)
      expectNothingRuns(answer)
    }
})
