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
    const digits = String(Math.round(kronor)).replace(/\B(?=(\d{3})+$)/g, locale === 'sv' ? '\u00a0' : ',')
    await expect(row).toContainText(digits)
  })
