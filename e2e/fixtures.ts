import { readFileSync } from 'node:fs'
import { test as base, expect, type Page } from '@playwright/test'
import axe from 'axe-core'
import pg from 'pg'
import { type Address, type Locale, pathOf } from '../lib/paths.ts'

/** Asks the test's database. */
export type Ask = <Row extends object>(sql: string, values?: unknown[]) => Promise<Row[]>

type Fixtures = { ask: Ask }

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
  ask: async ({}, use) => {
    const client = new pg.Client({
      connectionString: process.env.DATABASE_URL,
      application_name: 'fondspar-test',
    })
    await client.connect()
    await use(async (sql, values) => (await client.query(sql, values)).rows)
    await client.end()
  },
})

export { expect }

export const LOCALES: Locale[] = ['sv', 'en']

const RULES = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}
/** What depends on colours, and so on light and dark. */
const OF_COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }

/** What axe finds on a page, by rule, with where. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return findings(page, RULES)
}

/** A page as it stands: nothing for axe to find, in light and dark, nor to scroll sideways on the narrowest screen. */
export async function expectStandsUp(page: Page): Promise<void> {
  const path = new URL(page.url()).pathname
  const size = page.viewportSize() ?? { width: 1280, height: 720 }
  expect(await axeFindings(page), path).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await findings(page, OF_COLOURS), `${path}, dark`).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await sidewaysScroll(page), path).toBe(0)
  await page.setViewportSize(size)
}

/** Of a page that has axe in it. */
const findings = (page: Page, runOnly: object): Promise<string[]> =>
  page.evaluate(
    async (options) => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(options)
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
    },
    { runOnly, resultTypes: ['violations'] } as axe.RunOptions,
  )

/** How far a page can be scrolled sideways. CSS pixels. */
const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Records of the sample that show what there is to show. */
export const SAMPLE = {
  project: '2015-00311',
  disagreeing: '2016-00112',
  organisation: 'sodertalje-kommun',
}

const LONGEST_DECISION = `SELECT slug FROM decision d ORDER BY
  (SELECT count(*) FROM decision_item i WHERE i."decisionId" = d.id) DESC LIMIT 1`
const PROJECT_PAGE = `SELECT slug FROM source_document WHERE title LIKE '2016/00112%'`
const LONGEST_LIST = `SELECT slug FROM source_document WHERE kind = 'DECISION_LIST' ORDER BY "byteLength" DESC LIMIT 1`

/** One page of every kind, by a name for the test; what depends on the sample's documents is looked up. */
export const PAGES: Record<string, Address | { page: Address['page']; slugOf: string }> = {
  start: { page: 'start' },
  projects: { page: 'projects' },
  'a search': { page: 'projects', query: '?q=kompetens' },
  'a search that finds nothing': { page: 'projects', query: '?q=finnsinteixyz' },
  'a project': { page: 'projects', slug: SAMPLE.project },
  'a project whose sources disagree': { page: 'projects', slug: SAMPLE.disagreeing },
  'a project with what came of it': { page: 'projects', slug: '2015-09104' },
  decisions: { page: 'decisions' },
  'a decision': { page: 'decisions', slugOf: LONGEST_DECISION },
  organisations: { page: 'organisations' },
  'an organisation': { page: 'organisations', slug: SAMPLE.organisation },
  outcomes: { page: 'outcomes' },
  documents: { page: 'documents' },
  'a project page as document': { page: 'documents', slugOf: PROJECT_PAGE },
  'a decision list as document': { page: 'documents', slugOf: LONGEST_LIST },
  about: { page: 'about' },
  'all changes': { page: 'history' },
  'the history of a project': { page: 'history/projects', slug: SAMPLE.project },
  'the history of a decision': { page: 'history/decisions', slugOf: LONGEST_DECISION },
  'the history of an organisation': { page: 'history/organisations', slug: SAMPLE.organisation },
  'a project as it was': { page: 'history/projects', slug: SAMPLE.project, rest: '/1' },
  'an organisation as it was': { page: 'history/organisations', slug: SAMPLE.organisation, rest: '/1' },
  'a project that is not there': { page: 'projects', slug: 'finns-inte' },
}

/** A page's address in the sample. */
export async function addressOf(name: string, ask: Ask): Promise<Address> {
  const address = PAGES[name]
  if (!address) throw new Error(`no page is called ${name}`)
  if (!('slugOf' in address)) return address
  const [row] = await ask<{ slug: string }>(address.slugOf)
  if (!row) throw new Error('the sample is not there')
  return { page: address.page, slug: row.slug }
}

/** How many statements the site has sent to PostgreSQL so far; what it asks about changes aside. */
export function queriesSoFar(): number {
  const log = readFileSync(process.env.DATABASE_LOG ?? '', 'utf8')
  return log.split('\n').filter((line) => /^\[fondspar\] .*(?:execute [^:]*|statement): /.test(line)).length
}

export { pathOf }
