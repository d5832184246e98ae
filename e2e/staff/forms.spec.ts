import type { APIRequestContext, Page } from '@playwright/test'
import { COUNTED_TABLES, fingerprintQuery } from '../../lib/testing/fingerprint.ts'
import type { Ask } from '../fixtures.ts'
import { expect, test } from './fixtures.ts'
import { mayRole, pathTo, STAFF_PAGES } from './staff-pages.ts'

// Every form of the staff's pages is sent as a browser without JavaScript would send it, by those who may not and from
// where it must not come, and the database is compared before and after. Commands guard themselves.

type Form = { path: string; isFrame: boolean; fields: [string, string][] }

/** Every form of a page that sends with POST, with each of its buttons, filled in as it stands. */
async function formsOf(page: Page): Promise<Form[]> {
  const path = new URL(page.url()).pathname
  const forms = await page.evaluate(() =>
    [...document.forms]
      .filter((form) => form.method === 'post')
      .flatMap((form) => {
        const buttons = [...form.elements].filter(
          (element) => element instanceof HTMLButtonElement && element.type === 'submit',
        )
        for (const element of form.elements)
          if (element instanceof HTMLInputElement && element.type === 'text' && element.value === '')
            element.value = 'Obehörig ändring'
        for (const area of form.querySelectorAll('textarea')) area.value ||= 'Obehörig ändring av ett fält'
        return (buttons.length > 0 ? buttons : [null]).map((button) => ({
          isFrame: form.closest('header') !== null,
          // Files go to an address of their own; all else is sent to the page that it stands on.
          to: form.getAttribute('action')?.startsWith('/api/imports') ? form.getAttribute('action') : null,
          fields: [...new FormData(form, button as HTMLElement | null)].map(
            ([key, value]) => [key, String(value)] as [string, string],
          ),
        }))
      }),
  )
  return forms.map(({ to, ...form }) => ({ path: to ?? path, ...form }))
}

/** Sends a form as a browser does. `origin`: what the browser would name; null names none. */
function send(request: APIRequestContext, { path, fields }: Form, origin: string | null) {
  const body = new FormData()
  for (const [key, value] of fields) body.append(key, value)
  return request.post(path, {
    multipart: body,
    maxRedirects: 0,
    headers: origin === null ? {} : { origin },
  })
}

/** Everything that is kept, but for when somebody was seen and what was tried. */
async function everything(ask: Ask): Promise<string> {
  return JSON.stringify(await ask(fingerprintQuery(await ask(COUNTED_TABLES))))
}

// The whole database is compared: nobody else may write meanwhile (playwright.config.ts lets these run alone).
test.describe.configure({ mode: 'serial' })
test.use({ javaScriptEnabled: false })

test('a form that its own page sends, by who may, is carried out', async ({ page, ask, signIn }) => {
  await signIn('EDITOR')
  await page.goto(await pathTo('own account', ask))
  const before = await everything(ask)
  const [profile] = (await formsOf(page)).filter(({ fields }) => fields.some(([key]) => key === 'name'))
  if (!profile) throw new Error('the page has no form for the name')
  const fields = profile.fields.map(([key, value]): [string, string] => [
    key,
    key === 'name' ? 'Nytt Namn' : value,
  ])
  await send(page.request, { ...profile, fields }, process.env.BASE_URL ?? 'http://localhost:3000')
  expect(await everything(ask)).not.toBe(before)
})

for (const [name, { act }] of Object.entries(STAFF_PAGES))
  test(`forms on “${name}”, sent by those who may not or from elsewhere, change nothing`, async ({
    page,
    ask,
    signIn,
    makeAccount,
    browser,
    playwright,
  }) => {
    test.setTimeout(120_000)
    const baseURL = process.env.BASE_URL ?? 'http://localhost:3000'
    await makeAccount('EDITOR')
    await signIn('ADMINISTRATOR')
    await page.goto(await pathTo(name, ask))
    const forms = await formsOf(page)
    expect(forms.length).toBeGreaterThan(0)
    const editors = await browser.newContext()
    if (!mayRole('EDITOR', act)) await signIn('EDITOR', { context: editors })
    const nobody = await playwright.request.newContext({ baseURL })
    const before = await everything(ask)
    for (const form of forms) {
      await send(nobody, form, baseURL)
      await send(page.request, form, null)
      await send(page.request, form, 'https://example.com')
      await send(page.request, form, 'null')
      if (!mayRole('EDITOR', act) && !form.isFrame) await send(editors.request, form, baseURL)
    }
    expect(await everything(ask)).toBe(before)
    await nobody.dispose()
    await editors.close()
  })
