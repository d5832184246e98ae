import { expect, LOCALES, pathOf, test } from '../fixtures.ts'

const REPORTED = `SELECT count(*)::int AS projects, sum(coalesce(o.value, p."totalCosts"))::text AS kronor
  FROM project p LEFT JOIN outcome o ON o."projectId" = p.id AND o.measure = 'costs.total'
  WHERE p."inForce" AND coalesce(o.value, p."totalCosts") IS NOT NULL`

const ALL = 'SELECT count(*)::int AS projects FROM project WHERE "inForce"'

for (const locale of LOCALES)
  test(`sums of promise and outcome say of how many projects they are, in ${locale}`, async ({
    page,
    ask,
  }) => {
    const [[reported], [all]] = [
      await ask<{ projects: number; kronor: string }>(REPORTED),
      await ask<{ projects: number }>(ALL),
    ]
    await page.goto(pathOf(locale, { page: 'outcomes' }))
    const name = locale === 'sv' ? 'Alla projekt' : 'All projects'
    const row = page.getByRole('table', { name, exact: true }).getByRole('row').nth(1)
    const coverage = locale === 'sv' ? 'av' : 'of'
    const words = locale === 'sv' ? 'projekt' : 'projects'
    await expect(row).toContainText(`${reported?.projects} ${coverage} ${all?.projects} ${words}`)
    const kronor = Number(reported?.kronor)
    const digits = String(Math.trunc(kronor)).replace(/\B(?=(\d{3})+$)/g, locale === 'sv' ? '\u00a0' : ',')
    await expect(row).toContainText(digits)
    const note =
      locale === 'sv' ? /påhittade uppgifter om \d+ exempelprojekt/ : /invented figures of \d+ example/
    await expect(page.getByRole('note').filter({ hasText: note })).toBeVisible()
  })

for (const locale of LOCALES)
  test(`a sum leads to the projects that it is of, in ${locale}`, async ({ page, ask }) => {
    const [group] = await ask<{ region: string; projects: number }>(
      `SELECT region, count(*)::int AS projects FROM project WHERE "inForce" AND region IS NOT NULL
        GROUP BY 1 ORDER BY 2 DESC LIMIT 1`,
    )
    await page.goto(pathOf(locale, { page: 'outcomes' }))
    const table = page.getByRole('table', { name: locale === 'sv' ? 'Efter region' : 'By region' })
    const link = page.locator(`a[href$="region=${group?.region}"]`)
    const row = table.getByRole('row').filter({ has: link })
    await expect(row.getByRole('cell').first()).toHaveText(String(group?.projects))
    await link.click()
    await expect(
      page.getByText(locale === 'sv' ? `${group?.projects} projekt` : `${group?.projects} projects`).first(),
    ).toBeVisible()
  })

const HEARD = {
  sv: {
    reported: /^\d+ av \d+ projekt har redovisat deltagare: /,
    remove: 'Ta bort filtret Redovisade deltagare',
  },
  en: {
    reported: /^\d+ of \d+ projects have reported participants: /,
    remove: 'Remove the filter Reported participants',
  },
}

for (const locale of LOCALES)
  test(`coverage leads to exactly those that have reported, as a filter that can be taken away, in ${locale}`, async ({
    page,
  }) => {
    await page.goto(pathOf(locale, { page: 'outcomes' }))
    const link = page.getByRole('link', { name: HEARD[locale].reported }).first()
    const [reported, all] = ((await link.textContent()) ?? '').match(/\d+/g) ?? []
    await link.click()
    const total = page.locator('#traffar')
    await expect(total).toHaveText(new RegExp(`^${reported} proje[ck]t`))
    await expect(page.locator('ol > li')).toHaveCount(Number(reported))
    await page.getByRole('link', { name: HEARD[locale].remove }).click()
    await expect(total).toHaveText(new RegExp(`^${all} proje[ck]t`))
  })

const REPORTING_OWNER = `SELECT g.slug FROM organisation g JOIN project p ON p."ownerId" = g.id
  JOIN outcome o ON o."projectId" = p.id WHERE p."inForce" AND o.measure = 'costs.total' ORDER BY p.id LIMIT 1`

test('every coverage leads to as many projects as it says, on an organisation’s page too', async ({
  page,
  ask,
}) => {
  const [owner] = await ask<{ slug: string }>(REPORTING_OWNER)
  const pages = [{ page: 'outcomes' } as const, { page: 'organisations', slug: owner?.slug ?? '' } as const]
  for (const address of pages) {
    await page.goto(pathOf('sv', address))
    const links = await page
      .getByRole('link', { name: / projekt har redovisat / })
      .evaluateAll((found) =>
        found.map((link) => ({ href: (link as HTMLAnchorElement).href, said: link.textContent ?? '' })),
      )
    expect(links.length).toBeGreaterThan(1)
    for (const { href, said } of links) {
      const list = await (await page.request.get(href)).text()
      const total = /id="traffar"[^>]*>(\d+)/.exec(list)?.[1]
      expect([href, total]).toEqual([href, /^\d+/.exec(said)?.[0]])
    }
  }
})
