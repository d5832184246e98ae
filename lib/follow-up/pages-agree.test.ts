import pg from 'pg'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { FollowUpKind } from '../../prisma/generated/enums.ts'
import { correctRecord } from '../corrections/commands.ts'
import { database } from '../db.ts'
import { lookAtOutcome } from '../desk/commands.ts'
import { deskCounts, findOutcomeDisagreement } from '../desk/queries.ts'
import { dayInSweden } from '../format.ts'
import { findProject } from '../projects/queries.ts'
import { EVERYTHING, NOTHING_CHOSEN, withToggled } from '../projects/search/links.ts'
import { findProjects } from '../projects/search/queries.ts'
import { type Chosen, REPORTED, type Reported } from '../projects/search/types.ts'
import { registryFigures } from '../registry/queries.ts'
import { rebuildRegistry } from '../registry/rebuild.ts'
import { inSampleRegistry, sampleFollowUps } from '../testing/registry.ts'
import { signIn } from '../testing/staff.ts'
import { publishFollowUp, withdrawFollowUp } from './commands.ts'
import { INDICATORS } from './indicators.ts'
import { endOf } from './missing.ts'
import { attachExamples } from './operator.ts'
import { findForStaff, listMissing } from './staff-queries.ts'
import { outcomeOverview, outcomesOfOwner } from './sum-queries.ts'
import { GROUPINGS, type Grouping, SUMMED, type Summed, sumUp } from './sums.ts'
import { draftOf, publishedOf } from './testing/published.ts'

// What sums and the desk's list tell of projects is what the projects' own pages show: held against all of them.

const TODAY = dayInSweden(new Date())

inSampleRegistry()
beforeAll(async () => {
  await attachExamples(sampleFollowUps())
  await signIn('EDITOR')
  const slugs = await unfollowed()
  const at = (index: number) => slugs[index] ?? ''
  await published('EVENT', at(0), {
    event: 'budgetChanged',
    // Not before its page was captured, which tells of the budget of that day.
    asOf: TODAY,
    budget: '1 234 567,50',
    support: '600 000',
  })
  await published('COSTS', at(0), { basis: 'reported', 'costs.eu': '0,50', 'costs.total': '100,25' })
  await published('EVENT', at(1), { event: 'periodChanged', endDate: '2031-12-31' })
  await published('EVENT', at(2), { event: 'endedEarly' })
  await published('DOCUMENT', at(3), { documentType: 'finalReport', title: 'Slutrapport' })
  await published('PARTICIPANTS', at(4), { 'planned.total': '0', 'reached.total': '0' })
  await published('COSTS', at(5), { basis: 'approved', 'costs.total': '0' })
  const back = await published('EVENT', at(6), { event: 'budgetChanged', budget: '7', endDate: '2030-01-01' })
  await withdrawFollowUp({ id: back, reason: 'Fel projekt: beslutet gäller ett annat.' })
  await attach('EVENT', at(7), { event: 'budgetChanged', budget: '5', endDate: '2030-01-01' })
}, 60_000)
beforeEach(() => signIn('EDITOR'))

const UNFOLLOWED = { inForce: true, followUps: { none: {} }, endDate: { lt: new Date(TODAY) } }

async function unfollowed(): Promise<string[]> {
  const rows = await database().project.findMany({
    where: UNFOLLOWED,
    select: { slug: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ slug }) => slug)
}

const SOURCE = { asOf: '2018-12-31', sourceUrl: 'https://example.se/rapport' }
const attach = (kind: string, project: string, fields: Record<string, string>) =>
  draftOf(kind, { ...SOURCE, ...fields }, { project })
const published = (kind: string, project: string, fields: Record<string, string>) =>
  publishedOf(kind, { ...SOURCE, ...fields }, { project })

/** Every project in force as its page shows it. */
async function pages() {
  const rows = await database().project.findMany({ where: { inForce: true }, select: { slug: true } })
  const found = []
  for (const { slug } of rows) {
    const page = await findProject(slug)
    if (!page) continue
    const endDate = page.fields.endDate.value
    const end = endOf({
      endDate: typeof endDate === 'string' ? endDate : null,
      followUps: page.followUp.followUps,
    })
    const differing = {
      fields: Object.values(page.fields).filter(hasRivals).length,
      outcomes: Object.values(page.followUp.outcomes).filter(hasRivals).length,
    }
    found.push({ slug, hasEnded: end !== null && end < TODAY, differing, ...page.followUp })
  }
  return found
}

const hasRivals = ({ rivals }: { rivals: readonly unknown[] }) => rivals.length > 0

/** Kinds with numbers that are summed. */
const NUMBERED: readonly FollowUpKind[] = ['COSTS', 'PARTICIPANTS', 'INDICATORS']

const SHOWN: Record<Summed, [promised: string, reported: string]> = {
  budget: ['budget', 'costs.total'],
  support: ['support', 'costs.eu'],
  people: ['planned.total', 'reached.total'],
  women: ['planned.women', 'reached.women'],
  men: ['planned.men', 'reached.men'],
  nonBinary: ['planned.nonBinary', 'reached.nonBinary'],
}

describe('what is summed', () => {
  test('is what the pages of the projects show, also where an event changed a promise', async () => {
    const [shown, overview] = [await pages(), await outcomeOverview(TODAY)]
    const pairsOf = (promised: string, reported: string) =>
      shown.map(({ outcomes, hasEnded }) => ({
        promised: outcomes[promised]?.value ?? null,
        reported: outcomes[reported]?.value ?? null,
        hasEnded,
      }))
    for (const name of SUMMED)
      expect([name, overview.all.sums[name]]).toEqual([name, sumUp(pairsOf(...SHOWN[name]))])
    expect(overview.indicators).toEqual(
      INDICATORS.flatMap(({ code }) => {
        const sum = sumUp(pairsOf(`target.total@${code}`, `actual.total@${code}`))
        const projects = shown.filter(({ outcomes }) =>
          Object.keys(outcomes).some(
            (measure) => /^(target|actual)\./.test(measure) && measure.endsWith(`@${code}`),
          ),
        ).length
        return sum.promised.projects + sum.reported.projects > 0 ? { code, projects, sum } : []
      }),
    )
    expect(overview.all.sums.budget.reported.sum % 1).not.toBe(0)
    const examples = shown.filter(({ followUps }) =>
      followUps.some(({ isExample, kind }) => isExample && NUMBERED.includes(kind)),
    )
    expect(overview.all.examples).toBe(examples.length)
  })

  test('is kept as a rebuild would keep it', async () => {
    const { driftedOutcomes } = await rebuildRegistry({ dryRun: true })
    expect(driftedOutcomes).toEqual([])
  })

  test('is what figures of a draft are held against', async () => {
    const row = await database().outcome.findFirstOrThrow({
      where: { measure: 'budget', value: 1_234_567.5 },
      include: { project: true },
    })
    const costs = { asOf: '2019-01-31', basis: 'reported', 'costs.total': '1 600 000' }
    const { id } = await attach('COSTS', row.project.slug, costs)
    const draft = await findForStaff(id)
    expect(draft?.known).toMatchObject({ budget: 1_234_567.5, support: 600_000 })
    const result = await publishFollowUp({ id, version: 2, seen: [] })
    expect(result).toMatchObject({
      problem: { kind: 'flagged', flags: [{ code: 'overBudget', against: 1_234_567.5 }] },
    })
  })

  test('takes the same few queries, however many projects there are', async () => {
    const organisation = await database().organisation.findFirstOrThrow({
      where: { projects: { some: { outcomes: { some: {} } } } },
    })
    expect(await statementsOf(() => outcomeOverview(TODAY))).toBe(2)
    expect(await statementsOf(() => listMissing({ page: 1, region: undefined, owner: '' }, TODAY))).toBe(2)
    expect(await statementsOf(() => deskCounts(TODAY))).toBe(1)
    expect(await statementsOf(() => outcomesOfOwner(organisation.id, TODAY))).toBe(1)
  })
})

describe('what the search finds as reported', () => {
  test('is what the pages of the projects show', async () => {
    const shown = await pages()
    const isShown = (page: (typeof shown)[number], name: Summed) =>
      page.outcomes[SHOWN[name][1]]?.value !== undefined
    const wanted = (reported: Reported) =>
      shown.filter((page) =>
        reported === 'nothing' ? !SUMMED.some((name) => isShown(page, name)) : isShown(page, reported),
      )
    for (const reported of REPORTED)
      expect([reported, await slugsFound({ reported: [reported] })]).toEqual([
        reported,
        wanted(reported)
          .map(({ slug }) => slug)
          .sort(),
      ])
    expect(wanted('nothing').length).toBeGreaterThan(0)
  })

  test('is of every group as many as its coverage says', async () => {
    const { all, by } = await outcomeOverview(TODAY)
    const groups = [
      { chosen: {}, sums: all.sums },
      ...GROUPINGS.flatMap((grouping) =>
        by[grouping].flatMap(({ period, code, sums }) => {
          if (code === null || (grouping !== 'region' && period === null)) return []
          return { chosen: { [FACETS[grouping]]: [code], period: period === null ? [] : [period] }, sums }
        }),
      ),
    ]
    const [found, told] = [[], []] as [number[], number[]]
    for (const { chosen, sums } of groups)
      for (const name of SUMMED) {
        found.push((await slugsFound({ ...chosen, reported: [name] })).length)
        told.push(sums[name].reported.projects)
      }
    expect(found).toEqual(told)
    expect(groups.length).toBeGreaterThan(10)
  })

  test('is of every owner as many as its coverage says', async () => {
    const owners = await database().organisation.findMany({
      where: { projects: { some: { inForce: true } } },
      select: { id: true, slug: true },
    })
    const [found, told] = [[], []] as [unknown[], unknown[]]
    for (const { id, slug } of owners) {
      const { sums, projects } = await outcomesOfOwner(id, TODAY)
      told.push([slug, projects, ...SUMMED.map((name) => sums[name].reported.projects)])
      const counts = [(await slugsFound({ owner: [slug] })).length]
      for (const name of SUMMED) counts.push((await slugsFound({ owner: [slug], reported: [name] })).length)
      found.push([slug, ...counts])
    }
    expect(found).toEqual(told)
    expect(owners.length).toBeGreaterThan(10)
  })

  test('is news at once, also where what is lacking stays the same', async () => {
    const { slug } = await database().project.findFirstOrThrow({
      where: {
        outcomes: { some: { measure: 'costs.total', value: 0 }, none: { measure: 'costs.eu' } },
      },
    })
    expect(await slugsFound({ reported: ['support'] })).not.toContain(slug)
    const id = await published('COSTS', slug, { basis: 'reported', 'costs.eu': '100' })
    expect(await slugsFound({ reported: ['support'] })).toContain(slug)
    await withdrawFollowUp({ id, reason: 'Fel projekt: beslutet gäller ett annat.' })
    expect(await slugsFound({ reported: ['support'] })).not.toContain(slug)
  })
})

const FACETS = {
  region: 'region',
  programmeArea: 'area',
  specificObjective: 'objective',
} as const satisfies Record<Grouping, keyof Chosen>

/** The slugs of what the search finds, sorted. */
async function slugsFound(chosen: Partial<Chosen>): Promise<string[]> {
  const { rows } = await asNews(() =>
    findProjects(
      { ...EVERYTHING, chosen: { ...NOTHING_CHOSEN, ...chosen } },
      { today: TODAY, pageSize: 1000 },
    ),
  )
  return rows.map(({ slug }) => slug).sort()
}

test('the desk lists exactly the projects whose pages miss something, with the same end', async () => {
  const missing = (await pages()).flatMap(({ slug, missing }) => (missing ? [{ slug, ...missing }] : []))
  const filter = { region: undefined, owner: '' }
  const first = await listMissing({ ...filter, page: 1 }, TODAY)
  const rows = [...first.rows]
  for (let page = 2; page <= first.pages; page++)
    rows.push(...(await listMissing({ ...filter, page }, TODAY)).rows)
  const listed = rows.map(({ slug, endDate, lacksCosts, lacksParticipants, lacksReport }) => ({
    slug,
    endedOn: endDate,
    lacks: [
      ...(lacksCosts ? ['costs'] : []),
      ...(lacksParticipants ? ['participants'] : []),
      ...(lacksReport ? ['report'] : []),
    ],
  }))
  const bySlug = (a: { slug: string }, b: { slug: string }) => (a.slug < b.slug ? -1 : 1)
  expect(listed.sort(bySlug)).toEqual(
    missing.map(({ slug, endedOn, lacks }) => ({ slug, endedOn, lacks })).sort(bySlug),
  )
  const counts = await deskCounts(TODAY)
  expect(counts.missing).toBe(missing.length)
  expect(counts.overdue).toBe(missing.filter(({ months }) => months >= 12).length)
  expect(counts.followUpDrafts).toBe(await database().followUp.count({ where: { state: 'DRAFT' } }))
})

test('search, the start page and sums agree on what has ended, also when an event moves an end', async () => {
  const { slug } = await database().project.findFirstOrThrow({
    where: { ...UNFOLLOWED, startDate: { lt: new Date(TODAY) } },
    orderBy: { id: 'asc' },
  })
  const before = await whatRuns()
  const id = await published('EVENT', slug, { event: 'periodChanged', endDate: '2031-12-31' })
  const [ended, running] = [before.ended - 1, before.running + 1]
  expect(await whatRuns()).toEqual({ ended, running })
  const query = withToggled(EVERYTHING, 'status', 'running')
  const { rows } = await findProjects(query, { today: TODAY, pageSize: 100 })
  expect(rows.find((row) => row.slug === slug)).toMatchObject({
    status: 'running',
    endDate: '2031-12-31',
  })
  // What drifted and was mended is news to the search as well.
  await database().project.update({ where: { slug }, data: { eventEnd: new Date('2020-12-31') } })
  await rebuildRegistry()
  expect(await whatRuns()).toEqual({ ended, running })
  await withdrawFollowUp({ id, reason: 'Fel projekt: beslutet gäller ett annat.' })
  expect(await whatRuns()).toEqual(before)
})

describe('on how much sources disagree', () => {
  test('is what the pages of the projects show, in the list, its filter and on the start page', async () => {
    const shown = await differing()
    expect([...shown.values()].some(({ fields, outcomes }) => fields > 0 && outcomes > 0)).toBe(true)
    expect([...shown.values()].some(({ fields, outcomes }) => fields === 0 && outcomes === 0)).toBe(true)
  })

  test('is news at once, also of a project that has no figures of its own', async () => {
    const { slug } = await database().project.findFirstOrThrow({
      where: {
        ...{ inForce: true, followUps: { none: {} }, disagreements: 0 },
        ...{ totalBudget: null, totalCosts: null, plannedParticipants: null },
      },
    })
    const own = async () => (await differing()).get(slug)
    const costs = { basis: 'reported', 'costs.public': '5' }
    await published('COSTS', slug, { ...costs, 'costs.eu': '100' })
    const budget = { event: 'budgetChanged', asOf: TODAY }
    const first = await published('EVENT', slug, { ...budget, budget: '700' })
    expect(await own()).toEqual({ fields: 0, outcomes: 0 })
    const second = await published('COSTS', slug, { ...costs, 'costs.eu': '120' })
    await published('EVENT', slug, { ...budget, budget: '800' })
    expect(await own()).toEqual({ fields: 0, outcomes: 2 })
    const change = { field: 'costs.eu', basis: 'value.120.', as: 'typed', text: '100' } as const
    const save = { kind: 'followUp', id: second, version: 0, changes: [change], reason: 'Fel avläst.' }
    expect(await correctRecord(save as never)).toMatchObject({ ok: true })
    expect(await own()).toEqual({ fields: 0, outcomes: 1 })
    await withdrawFollowUp({ id: first, reason: 'Fel projekt: beslutet gäller ett annat.' })
    expect(await own()).toEqual({ fields: 0, outcomes: 0 })
  })

  test('stays when somebody has looked at it', async () => {
    const { projectId: id, measure: field } = await database().outcome.findFirstOrThrow({
      where: { isOpen: true, project: { outcomeDisagreements: 1 } },
    })
    const before = await differing()
    const key = { kind: 'outcome', id, field } as const
    const { basis } = (await findOutcomeDisagreement(key)) ?? { basis: '' }
    const looked = await lookAtOutcome({ key, basis, reason: 'Utvärderingen räknar fler.', evidence: '' })
    expect(looked).toMatchObject({ ok: true })
    expect(await database().outcome.count({ where: { projectId: id, isOpen: true } })).toBe(0)
    expect(await differing()).toEqual(before)
  })

  test('is mended by a rebuild where it has drifted', async () => {
    const { id } = await database().project.findFirstOrThrow({ where: { outcomeDisagreements: { gt: 0 } } })
    const before = await differing()
    await database().project.update({ where: { id }, data: { outcomeDisagreements: 0 } })
    expect(await rebuildRegistry({ dryRun: true })).toMatchObject({ driftedOutcomes: [id] })
    await rebuildRegistry()
    expect(await differing()).toEqual(before)
  })
})

/** How much each project's page lists that sources disagree on, by slug; the search and the start page are held against it. */
async function differing() {
  const shown = (await pages()).map(({ slug, differing: { fields, outcomes } }) => ({
    ...{ slug, fields, outcomes },
    disagreements: fields + outcomes,
  }))
  const { rows, facets } = await asNews(() => findProjects(EVERYTHING, { today: TODAY, pageSize: 1000 }))
  const listed = new Map(rows.map(({ slug, disagreements }) => [slug, disagreements]))
  expect(listed).toEqual(new Map(shown.map(({ slug, disagreements }) => [slug, disagreements])))
  const some = shown.filter(({ disagreements }) => disagreements > 0).map(({ slug }) => slug)
  expect(await slugsFound({ disagreement: ['1'] })).toEqual(some.sort())
  const facet = facets.find(({ key }) => key === 'disagreement')
  expect(facet?.values).toMatchObject([{ value: '1', count: some.length }])
  expect((await registryFigures()).disagreements).toBe(some.length)
  return new Map(shown.map(({ slug, fields, outcomes }) => [slug, { fields, outcomes }]))
}

// Search believes for half a second that nothing has changed.
let ahead = 0

/** Lets the search look for what is new. */
async function asNews<Found>(find: () => Promise<Found>): Promise<Found> {
  ahead += 1000
  const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + ahead)
  try {
    return await find()
  } finally {
    clock.mockRestore()
  }
}

/** How many projects have ended and how many run: by the search, which sums and the start page are held against. */
const whatRuns = () =>
  asNews(async () => {
    const { facets } = await findProjects(EVERYTHING, { today: TODAY })
    const values = facets.find(({ key }) => key === 'status')?.values ?? []
    const countOf = (status: string) => values.find(({ value }) => value === status)?.count ?? 0
    const [ended, running] = [countOf('ended'), countOf('running')]
    const [sums, start] = [await outcomeOverview(TODAY), await registryFigures()]
    expect([sums.all.ended, start.running]).toEqual([ended, running])
    return { ended, running }
  })

async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  await work()
  const spy = vi.spyOn(pg.Client.prototype, 'query')
  await work()
  const { length } = spy.mock.calls
  spy.mockRestore()
  return length
}
