import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SUMMED, type Summed } from '../../follow-up/sums.ts'
import { type Changed, type Columns, dayOf, NO_DAY, noColumns, patchColumns } from './columns.ts'
import { countFacets } from './facets.ts'
import { countMatches, missesOf, missText } from './filter.ts'
import { NOTHING_CHOSEN } from './links.ts'
import { carryOrders, orderOf, pageOf } from './order.ts'
import { statusOfDates } from './status.ts'
import {
  type Chosen,
  FACET_KEYS,
  type FacetKey,
  perFacet,
  REPORTED,
  SORT_KEYS,
  type SortKey,
} from './types.ts'

const TODAY = '2026-11-21'
const ORGANISATIONS = [
  { id: 4, slug: 'ek-kommun', name: 'Ek kommun' },
  { id: 7, slug: 'alm-kommun', name: 'Alm kommun' },
  { id: 9, slug: 'orebro-kommun', name: 'Örebro kommun' },
]
/** Merged into Ek kommun: what it owns is Ek kommun's. */
const MERGED = { id: 11, slug: 'ek-kommun-forvaltning', name: 'Förvaltningen' }

type Project = {
  id: number
  fund: string | null
  period: string | null
  region: string | null
  area: string | null
  objective: string | null
  start: string | null
  end: string | null
  reported: Summed[]
  disagreements: number
  gone: boolean
  owner: number | null
  others: number[]
  name: string
  number: string
  support: number | null
  budget: number | null
}

const orNull = <Value>(values: Value[]) => fc.constantFrom(null, ...values)
const day = orNull(['2013-01-01', '2014-06-30', '2026-11-20', '2026-11-21', '2026-11-22', '2028-12-31'])
const organisation = fc.constantFrom(...ORGANISATIONS.map(({ id }) => id))
const project: fc.Arbitrary<Project> = fc.record({
  id: fc.integer({ min: 1, max: 60 }),
  fund: orNull(['ESF', 'ESF+']),
  period: orNull(['2014-2020', '2021-2027']),
  region: orNull(['SE11', 'SE22']),
  area: orNull(['1', 'A']),
  objective: orNull(['1.1', 'A2A']),
  start: day,
  end: day,
  reported: fc.subarray([...SUMMED]),
  disagreements: fc.integer({ min: 0, max: 2 }),
  gone: fc.boolean(),
  owner: orNull([...ORGANISATIONS, MERGED].map(({ id }) => id)),
  others: fc.array(organisation, { maxLength: 4 }),
  name: fc.constantFrom('Zoo', 'Örnen', 'ärlig', 'Ålen', 'Projekt 2', 'Projekt 10', 'al'),
  number: fc.constantFrom('2015/00001', '2015/00002', '22-009-S02'),
  support: orNull([0, 5, 1000]),
  budget: orNull([7, 99]),
})
const projects = fc.uniqueArray(project, { selector: ({ id }) => id, maxLength: 30 })

function changedOf(rows: readonly Project[], revision = 1): Changed {
  const days = (date: string | null) => (date === null ? null : dayOf(date))
  const links = rows.flatMap((row) => row.others.map((organisation) => ({ project: row.id, organisation })))
  return {
    revision,
    projects: {
      id: rows.map(({ id }) => id),
      fund: rows.map(({ fund }) => fund),
      period: rows.map(({ period }) => period),
      region: rows.map(({ region }) => region),
      area: rows.map(({ area }) => area),
      objective: rows.map(({ objective }) => objective),
      start: rows.map(({ start }) => days(start)),
      end: rows.map(({ end }) => days(end)),
      reported: rows.map(({ reported }) =>
        reported.reduce((bits, name) => bits + 2 ** SUMMED.indexOf(name), 0),
      ),
      disagreements: rows.map(({ disagreements }) => disagreements),
      gone: rows.map(({ gone }) => gone),
      owner: rows.map(({ owner }) => owner),
      name: rows.map(({ name }) => name),
      number: rows.map(({ number }) => number),
      support: rows.map(({ support }) => support),
      budget: rows.map(({ budget }) => budget),
    },
    links: {
      project: links.map((link) => link.project),
      organisation: links.map((link) => link.organisation),
    },
    organisations: {
      id: [...ORGANISATIONS, MERGED].map(({ id }) => id),
      slug: [...ORGANISATIONS, MERGED].map(({ slug }) => slug),
      name: [...ORGANISATIONS, MERGED].map(({ name }) => name),
      root: [...ORGANISATIONS.map(({ id }) => id), 4],
    },
  }
}

const columnsOf = (rows: readonly Project[]): Columns => patchColumns(noColumns(), changedOf(rows)).columns

/** The values that a project has in a facet, worked out from the project itself. */
function valuesOf(row: Project, key: FacetKey): string[] {
  if (key === 'organisation') {
    const ids = new Set([row.owner, ...row.others])
    return [...ORGANISATIONS, MERGED].filter(({ id }) => ids.has(id)).map(({ slug }) => slug)
  }
  if (key === 'owner') {
    const owner = row.owner === MERGED.id ? 4 : row.owner
    return ORGANISATIONS.filter(({ id }) => id === owner).map(({ slug }) => slug)
  }
  if (key === 'year') return yearsOf(row)
  if (key === 'status') return [statusOfDates(row.start, row.end, TODAY)].filter((value) => value !== null)
  if (key === 'reported') return row.reported.length > 0 ? row.reported : ['nothing']
  if (key === 'disagreement') return row.disagreements > 0 ? ['1'] : []
  const value = row[key]
  return value === null ? [] : [value]
}

function yearsOf({ start, end }: Project): string[] {
  const first = Number((start ?? end ?? '').slice(0, 4))
  const last = Number((end ?? start ?? '').slice(0, 4))
  return first === 0 || last < first
    ? []
    : Array.from({ length: last - first + 1 }, (_, n) => String(first + n))
}

const fits = (row: Project, chosen: Chosen, except?: FacetKey): boolean =>
  !row.gone &&
  FACET_KEYS.every(
    (key) =>
      key === except ||
      chosen[key].length === 0 ||
      valuesOf(row, key).some((value) => chosen[key].includes(value)),
  )

const CHOICES: Record<FacetKey, string[]> = {
  fund: ['ESF', 'ESF+', 'ERUF'],
  period: ['2014-2020'],
  region: ['SE11', 'SE22'],
  area: ['1', 'A'],
  objective: ['1.1', 'A2A'],
  organisation: ['ek-kommun', 'orebro-kommun', 'okand'],
  owner: ['ek-kommun', 'orebro-kommun', 'okand'],
  year: ['2013', '2014', '2027'],
  status: ['planned', 'running', 'ended'],
  reported: [...REPORTED],
  disagreement: ['1'],
}
const chosen: fc.Arbitrary<Chosen> = fc.record(
  perFacet((key) =>
    fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.subarray(CHOICES[key]) }),
  ),
)

describe('filters and counts', () => {
  test('total and facets are what counting one by one gives', () => {
    fc.assert(
      fc.property(projects, chosen, (rows, choice) => {
        const columns = columnsOf(rows)
        const misses = missesOf(columns, choice, dayOf(TODAY))
        expect(countMatches(misses)).toBe(rows.filter((row) => fits(row, choice)).length)
        for (const facet of countFacets(columns, misses, choice, dayOf(TODAY))) {
          const fitting = rows
            .filter((row) => fits(row, choice, facet.key))
            .flatMap((row) => valuesOf(row, facet.key))
            // Of owners those that are chosen.
            .filter((value) => facet.key !== 'owner' || choice.owner.includes(value))
          const counts = Object.fromEntries([
            ...choice[facet.key].map((value) => [value, 0]),
            ...fitting.map((value) => [value, fitting.filter((other) => other === value).length]),
          ])
          expect(Object.fromEntries(facet.values.map(({ value, count }) => [value, count]))).toEqual(counts)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('words count in every facet', () => {
    const columns = columnsOf([
      { ...SOME, id: 1 },
      { ...SOME, id: 2 },
    ])
    const misses = missesOf(columns, NOTHING_CHOSEN, dayOf(TODAY))
    missText(misses, Uint8Array.of(255, 3), 255)
    const fund = countFacets(columns, misses, NOTHING_CHOSEN, dayOf(TODAY)).find(({ key }) => key === 'fund')
    expect(fund?.values).toEqual([{ value: 'ESF', count: 1, chosen: false }])
  })

  test('the largest organisations come first, and the chosen one is always among them', () => {
    const organisations = Array.from({ length: 30 }, (_, n) => ({
      id: n + 1,
      slug: `o-${n + 1}`,
      name: `O ${n + 1}`,
    }))
    const rows = organisations.flatMap(({ id }) =>
      Array.from({ length: id > 20 ? id : 1 }, (_, n) => ({
        ...SOME,
        id: id * 100 + n,
        owner: id,
        others: [],
      })),
    )
    const changed = changedOf(rows)
    changed.organisations = {
      id: organisations.map(({ id }) => id),
      slug: organisations.map(({ slug }) => slug),
      name: organisations.map(({ name }) => name),
      root: organisations.map(({ id }) => id),
    }
    const { columns } = patchColumns(noColumns(), changed)
    const choice = { ...NOTHING_CHOSEN, organisation: ['o-3'] }
    const misses = missesOf(columns, choice, dayOf(TODAY))
    const facet = countFacets(columns, misses, choice, dayOf(TODAY)).find(({ key }) => key === 'organisation')
    expect(facet?.values.slice(0, 3).map(({ label }) => label)).toEqual(['O 30', 'O 29', 'O 28'])
    expect(facet?.values.filter((value) => value.chosen)).toMatchObject([{ value: 'o-3', count: 1 }])
    expect((facet?.values.length ?? 0) + (facet?.more ?? 0)).toBe(30)
  })
})

const SOME: Project = {
  id: 1,
  fund: 'ESF',
  period: null,
  region: null,
  area: null,
  objective: null,
  start: null,
  end: null,
  reported: [],
  disagreements: 0,
  gone: false,
  owner: null,
  others: [],
  name: '',
  number: '',
  support: null,
  budget: null,
}

describe('patches', () => {
  test('give the columns that a whole load gives, orders included', () => {
    fc.assert(
      fc.property(projects, projects, fc.constantFrom(...SORT_KEYS), (before, after, sort) => {
        const older = columnsOf(before)
        orderOf(older, sort)
        const { columns: patched, rows } = patchColumns(older, changedOf(after, 2))
        carryOrders(older, patched, rows)
        const merged = new Map([...before, ...after].map((row) => [row.id, row]))
        const whole = columnsOf([...merged.values()])
        expect(describeColumns(patched)).toEqual(describeColumns(whole))
        expect(idsInOrder(patched, sort)).toEqual(idsInOrder(whole, sort))
        expect(describeColumns(older)).toEqual(describeColumns(columnsOf(before)))
      }),
      { numRuns: 300 },
    )
  })
})

const idsInOrder = (columns: Columns, sort: SortKey) =>
  [...orderOf(columns, sort)].map((row) => columns.ids[row])

/** Everything that columns say, by id. */
function describeColumns(columns: Columns) {
  const rows = Array.from({ length: columns.size }, (_, row) => ({
    id: columns.ids[row],
    row: columns.rows[columns.ids[row] ?? 0] === row,
    fund: columns.dictionaries.fund.values[columns.codes.fund[row] ?? 0],
    region: columns.dictionaries.region.values[columns.codes.region[row] ?? 0],
    days: [columns.start[row], columns.end[row], columns.firstYear[row], columns.lastYear[row]],
    reported: columns.reported[row],
    disagrees: columns.disagrees[row],
    gone: columns.gone[row],
    texts: [columns.name[row], columns.number[row]],
    money: [columns.support[row], columns.budget[row]],
    owner: columns.organisations.slugs[columns.owner[row] ?? -1],
    members: [...columns.members.subarray(columns.memberStart[row], columns.memberStart[row + 1])]
      .map((place) => columns.organisations.slugs[place] ?? '')
      .sort(),
  }))
  return rows.sort((a, b) => (a.id ?? 0) - (b.id ?? 0))
}

describe('orders', () => {
  const named = ['Örnen', 'Zoo', 'ärlig', 'Ålen', 'Projekt 10', 'Projekt 2', 'al']
  const columns = columnsOf(
    named.map((name, n) => ({
      ...SOME,
      id: n + 1,
      name,
      start: n < 2 ? `201${n}-01-01` : null,
      support: n || null,
    })),
  )
  const names = (sort: SortKey) => [...orderOf(columns, sort)].map((row) => columns.name[row])

  test('names stand in Swedish order, and numbers in them count', () => {
    expect(names('name')).toEqual(['al', 'Projekt 2', 'Projekt 10', 'Zoo', 'Ålen', 'ärlig', 'Örnen'])
  })

  test('what lacks a value comes last', () => {
    expect(names('newest').slice(0, 2)).toEqual(['Zoo', 'Örnen'])
    expect(names('oldest').slice(0, 2)).toEqual(['Örnen', 'Zoo'])
    expect(names('support').at(0)).toBe('al')
    expect(names('support').at(-1)).toBe('Örnen')
  })

  test('a page holds the matches of better tiers first, each tier in the order', () => {
    const misses = Uint16Array.of(0, 0, 1, 0, 0, 0, 0)
    const tiers = Uint8Array.of(3, 1, 0, 3, 1, 3, 3)
    const all = pageOf(orderOf(columns, 'name'), misses, tiers, { skip: 0, take: 10 })
    expect(all.map((row) => columns.name[row])).toEqual([
      'Projekt 10',
      'Zoo',
      'al',
      'Projekt 2',
      'Ålen',
      'Örnen',
    ])
    expect(pageOf(orderOf(columns, 'name'), misses, tiers, { skip: 2, take: 2 })).toEqual(all.slice(2, 4))
    expect(pageOf(orderOf(columns, 'name'), misses, undefined, { skip: 1, take: 1 })).toEqual([5])
  })
})

describe('status', () => {
  test.each([
    ['2026-11-21', '2026-11-21', 'running'],
    ['2026-11-22', '2027-01-01', 'planned'],
    ['2026-11-22', null, 'planned'],
    ['2020-01-01', '2026-11-20', 'ended'],
    [null, '2026-11-20', 'ended'],
    [null, '2026-11-21', null],
    ['2020-01-01', null, null],
    [null, null, null],
  ])('from %s to %s is %s', (start, end, status) => {
    expect(statusOfDates(start, end, TODAY)).toBe(status)
    const columns = columnsOf([{ ...SOME, start, end }])
    expect(columns.start[0]).toBe(start === null ? NO_DAY : dayOf(start))
    const choice = { ...NOTHING_CHOSEN, status: [status ?? 'running'] }
    expect(countMatches(missesOf(columns, choice, dayOf(TODAY)))).toBe(status === null ? 0 : 1)
  })
})
