import type { APIRequestContext } from '@playwright/test'
import { type Ask, expect, LOCALES, pathOf, test } from '../fixtures.ts'

type Contact = { name: string | null; email: string | null; phone: string | null }
type Record = { kind: 'projects' | 'decisions' | 'organisations' | 'documents'; slug: string }

const LISTS = ['start', 'projects', 'decisions', 'organisations', 'documents', 'about', 'history'] as const
const HISTORIES = ['history/projects', 'history/decisions', 'history/organisations'] as const

for (const locale of LOCALES)
  test(`contacts stand in no answer of the site: pages, what pages load, sitemap (${locale})`, async ({
    request,
    ask,
  }) => {
    test.setTimeout(240_000)
    const secrets = await secretsIn(ask)
    const records = await ask<Record>(`
      SELECT 'projects' AS kind, slug FROM project UNION ALL SELECT 'decisions', slug FROM decision
      UNION ALL SELECT 'organisations', slug FROM organisation UNION ALL SELECT 'documents', slug FROM source_document`)
    expect(records.length).toBeGreaterThan(150)
    const some = (page: string) => records.find(({ kind }) => page.endsWith(kind))?.slug ?? ''
    await checkAddresses(request, secrets, [
      ...LISTS.map((page) => pathOf(locale, { page })),
      ...records.map(({ kind, slug }) => pathOf(locale, { page: kind, slug })),
      ...HISTORIES.map((page) => pathOf(locale, { page, slug: some(page) })),
      ...secrets
        .slice(0, 10)
        .map((secret) => pathOf(locale, { page: 'projects', query: `?q=${encodeURIComponent(secret)}` })),
      '/sitemap.xml',
      '/robots.txt',
    ])
  })

async function secretsIn(ask: Ask): Promise<string[]> {
  const contacts = await ask<Contact>('SELECT name, email, phone FROM contact')
  const secrets = [...new Set(contacts.flatMap(({ name, email, phone }) => [name, email, phone]))].filter(
    (secret) => secret !== null && /@|\d{4}|\p{L} \p{L}/u.test(secret),
  ) as string[]
  expect(secrets.length).toBeGreaterThan(10)
  return secrets
}

async function checkAddresses(request: APIRequestContext, secrets: string[], addresses: string[]) {
  for (let at = 0; at < addresses.length; at += AT_ONCE)
    await Promise.all(
      addresses.slice(at, at + AT_ONCE).map((address) => checkAddress(request, address, secrets)),
    )
}

const AT_ONCE = 8

async function checkAddress(request: APIRequestContext, address: string, secrets: string[]) {
  const answers = [
    await request.get(address),
    // What a browser loads when it goes there from another page: the same as data.
    await request.get(address, { headers: { rsc: '1' } }),
  ]
  for (const answer of answers) {
    // A search shows again what was typed.
    const typed = new URL(answer.url()).searchParams.get('q')
    const text = (await answer.text()).replaceAll(typed || '\0', '')
    for (const secret of secrets) expect(text.includes(secret), `${address}: ${secret}`).toBe(false)
    expect(text, address).not.toMatch(/[\w.+-]+@[\w-]+\.\w{2,}/)
  }
}
