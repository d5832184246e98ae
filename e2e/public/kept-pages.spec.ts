import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { addressOf, expect, PAGES, pathOf, queriesSoFar, test } from '../fixtures.ts'

// These change the registry and count what the whole site asks of the database: they run alone (playwright.config.ts).
test.describe.configure({ mode: 'serial' })

const run = promisify(execFile)
const ROOT = join(import.meta.dirname, '..', '..')

/** Imports a document as an operator does, in another process than the site's. */
async function importDocument(name: string, text: string, day: string) {
  const file = join(await mkdtemp(join(tmpdir(), 'fondspar-e2e-')), name)
  await writeFile(file, text)
  await run(
    process.execPath,
    ['--conditions=react-server', 'scripts/registry.ts', 'import', '--fetched', day, file],
    {
      cwd: ROOT,
    },
  )
}

test('a change that a command makes shows within two seconds', async ({ page }) => {
  const path = join(ROOT, 'prisma', 'sample', 'documents', '2015-00311-map2020.txt')
  await page.goto('/projekt/2015-00311')
  await expect(page.getByRole('main')).toContainText('548')
  await importDocument('map2020.txt', readFileSync(path, 'utf8').replace('\n548\n', '\n612\n'), '2026-11-01')
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('main')).toContainText('612', { timeout: 50 })
  }).toPass({ timeout: 2000, intervals: [100] })
})

test('a page asks the database little, whatever it shows, and a kept page nothing', async ({
  request,
  ask,
}) => {
  await ask(`ALTER SYSTEM SET log_line_prefix = '[%a] '`)
  await ask(`ALTER SYSTEM SET log_statement = 'all'`)
  await ask('SELECT pg_reload_conf()')
  const counts: Record<string, number[]> = {}
  for (const name of Object.keys(PAGES)) {
    const path = pathOf('en', await addressOf(name, ask))
    counts[path] = []
    for (let times = 0; times < 2; times++) {
      const before = queriesSoFar()
      await request.get(path)
      counts[path].push(queriesSoFar() - before)
    }
  }
  for (const [path, [first = 0, second = 0]] of Object.entries(counts)) {
    expect(first, path).toBeLessThanOrEqual(25)
    const isKept = !path.includes('?') && !/^\/en\/(?:projects|decisions|organisations|documents)$/.test(path)
    if (isKept) expect(second, path).toBe(0)
    else expect(second, path).toBeLessThanOrEqual(8)
  }
})
