// What filters and orders need of every project, in columns: a row is a project's place in all of them. Columns are never
// changed; a new revision of the registry gives new ones.

import { REPORTED } from './types.ts'

/** The facets whose value is a code that stands in one column. */
export const CODE_KEYS = ['fund', 'period', 'region', 'area', 'objective'] as const
export type CodeKey = (typeof CODE_KEYS)[number]

/** Values by small numbers. Grows only, so that older columns may share it; number 0 is "none". */
export type Dictionary = { values: string[]; numbers: Map<string, number> }

type Organisations = {
  /** The place of each organisation in the lists, by its id. */
  places: Map<number, number>
  slugs: string[]
  names: string[]
  /** The place of the one that it was merged into, or its own. */
  roots: number[]
}

export type Columns = {
  /** The registry's revision that the columns show; -1 before the first. */
  revision: number
  size: number
  ids: Int32Array
  /** By id: the row, or -1. */
  rows: Int32Array
  dictionaries: Record<CodeKey, Dictionary>
  codes: Record<CodeKey, Uint16Array>
  /** Days since 1970, or `NO_DAY`. */
  start: Int32Array
  end: Int32Array
  /** Years in which a project runs, both included; 0 where no date is known. */
  firstYear: Uint16Array
  lastYear: Uint16Array
  /** A bit for each of `REPORTED`: always one at least. */
  reported: Uint8Array
  /** 1 for projects with rival values. */
  disagrees: Uint8Array
  /** 1 for projects that nothing speaks of any longer: they match nothing. */
  gone: Uint8Array
  name: string[]
  number: string[]
  /** Kronor; NaN for none. */
  support: Float64Array
  budget: Float64Array
  organisations: Organisations
  /** The place of the organisation that owns the project, or -1. */
  owner: Int32Array
  /** Organisations of a row, its owner too, are `members[memberStart[row]]` up to `members[memberStart[row + 1]]`, each once. */
  memberStart: Uint32Array
  members: Uint32Array
}

export const NO_DAY = -(2 ** 31)

/** Projects as the database gives them, in columns; the n-th values of all columns are of the same project. */
type ChangedProjects = {
  id: number[]
  fund: (string | null)[]
  period: (string | null)[]
  region: (string | null)[]
  area: (string | null)[]
  objective: (string | null)[]
  /** Days since 1970; the end that events give goes before the page's. */
  start: (number | null)[]
  end: (number | null)[]
  /** A bit for each thing of which sums are made, in their order; 0 where nothing is reported. */
  reported: number[]
  disagreements: number[]
  gone: boolean[]
  /** Ids of organisations. */
  owner: (number | null)[]
  name: string[]
  number: string[]
  support: (number | null)[]
  budget: (number | null)[]
}

/** What has changed since a revision. */
export type Changed = {
  revision: number
  projects: ChangedProjects
  /** Organisations of the changed projects in other roles than owner, as pairs; a pair may come twice. */
  links: { project: number[]; organisation: number[] }
  /** All organisations. */
  organisations: { id: number[]; slug: string[]; name: string[]; root: number[] }
}

const newDictionary = (): Dictionary => ({ values: [''], numbers: new Map() })

/** Each code column's value by a rule. */
const perCode = <Value>(of: (key: CodeKey) => Value): Record<CodeKey, Value> => ({
  fund: of('fund'),
  period: of('period'),
  region: of('region'),
  area: of('area'),
  objective: of('objective'),
})

/** Columns of no projects. */
export const noColumns = (): Columns => ({
  revision: -1,
  size: 0,
  ids: new Int32Array(),
  rows: new Int32Array(),
  dictionaries: perCode(newDictionary),
  codes: perCode(() => new Uint16Array()),
  start: new Int32Array(),
  end: new Int32Array(),
  firstYear: new Uint16Array(),
  lastYear: new Uint16Array(),
  reported: new Uint8Array(),
  disagrees: new Uint8Array(),
  gone: new Uint8Array(),
  name: [],
  number: [],
  support: new Float64Array(),
  budget: new Float64Array(),
  organisations: { places: new Map(), slugs: [], names: [], roots: [] },
  owner: new Int32Array(),
  memberStart: new Uint32Array(1),
  members: new Uint32Array(),
})

/** The columns with what has changed; the rows of projects that were there before stay theirs. */
export function patchColumns(before: Columns, changed: Changed): { columns: Columns; rows: Int32Array } {
  const rows = rowsFor(before, changed.projects.id)
  const size = rows.reduce((most, row) => Math.max(most, row + 1), before.size)
  const columns = copyColumns(before, size, changed.projects.id)
  columns.revision = changed.revision
  columns.organisations = placeOrganisations(before.organisations, changed.organisations)
  rows.forEach((row, index) => {
    writeRow(columns, row, changed.projects, index)
  })
  Object.assign(columns, placeMembers(before, columns, rows, withOwners(changed)))
  return { columns, rows }
}

/** The rows that projects have, or get: new ones follow after the last. */
function rowsFor(before: Columns, ids: readonly number[]): Int32Array {
  let next = before.size
  return Int32Array.from(ids, (id) => {
    const row = before.rows[id] ?? -1
    return row >= 0 ? row : next++
  })
}

function copyColumns(before: Columns, size: number, ids: readonly number[]): Columns {
  const highest = ids.reduce((most, id) => Math.max(most, id), before.rows.length - 1)
  const rows = new Int32Array(highest + 1).fill(-1)
  rows.set(before.rows)
  return {
    ...before,
    size,
    rows,
    ids: copied(before.ids, new Int32Array(size)),
    codes: perCode((key) => copied(before.codes[key], new Uint16Array(size))),
    start: copied(before.start, new Int32Array(size)),
    end: copied(before.end, new Int32Array(size)),
    firstYear: copied(before.firstYear, new Uint16Array(size)),
    lastYear: copied(before.lastYear, new Uint16Array(size)),
    reported: copied(before.reported, new Uint8Array(size)),
    disagrees: copied(before.disagrees, new Uint8Array(size)),
    gone: copied(before.gone, new Uint8Array(size)),
    name: before.name.slice(),
    number: before.number.slice(),
    support: copied(before.support, new Float64Array(size)),
    budget: copied(before.budget, new Float64Array(size)),
    owner: copied(before.owner, new Int32Array(size)),
  }
}

type Numbers = ArrayLike<number> & { set(values: ArrayLike<number>): void }

function copied<Target extends Numbers>(from: ArrayLike<number>, to: Target): Target {
  to.set(from)
  return to
}

function writeRow(columns: Columns, row: number, projects: ChangedProjects, index: number) {
  const id = projects.id[index] ?? 0
  columns.ids[row] = id
  columns.rows[id] = row
  for (const key of CODE_KEYS) {
    columns.codes[key][row] = numberOf(columns.dictionaries[key], projects[key][index])
  }
  const start = projects.start[index] ?? NO_DAY
  const end = projects.end[index] ?? NO_DAY
  columns.start[row] = start
  columns.end[row] = end
  columns.firstYear[row] = yearOf(start === NO_DAY ? end : start)
  columns.lastYear[row] = yearOf(end === NO_DAY ? start : end)
  columns.reported[row] = projects.reported[index] || NOTHING_REPORTED
  columns.disagrees[row] = (projects.disagreements[index] ?? 0) > 0 ? 1 : 0
  columns.gone[row] = projects.gone[index] ? 1 : 0
  columns.name[row] = projects.name[index] ?? ''
  columns.number[row] = projects.number[index] ?? ''
  columns.support[row] = projects.support[index] ?? Number.NaN
  columns.budget[row] = projects.budget[index] ?? Number.NaN
  columns.owner[row] = columns.organisations.places.get(projects.owner[index] ?? 0) ?? -1
}

const NOTHING_REPORTED = 1 << REPORTED.indexOf('nothing')

function numberOf({ values, numbers }: Dictionary, value: string | null | undefined): number {
  if (!value) return 0
  const known = numbers.get(value)
  if (known !== undefined) return known
  numbers.set(value, values.length)
  return values.push(value) - 1
}

const DAY = 86_400_000

/** The day of an ISO date, in days since 1970. */
export const dayOf = (date: string): number => Math.floor(Date.parse(date) / DAY)

const yearOf = (day: number): number => (day === NO_DAY ? 0 : new Date(day * DAY).getUTCFullYear())

/** New organisations follow after the last, so that places of older columns hold. */
function placeOrganisations(before: Organisations, all: Changed['organisations']): Organisations {
  const places = new Map(before.places)
  const slugs = before.slugs.slice()
  const names = before.names.slice()
  all.id.forEach((id, index) => {
    const place = places.get(id) ?? places.size
    places.set(id, place)
    slugs[place] = all.slug[index] ?? ''
    names[place] = all.name[index] ?? ''
  })
  const roots = before.roots.slice()
  all.id.forEach((id, index) => {
    roots[places.get(id) ?? 0] = places.get(all.root[index] ?? id) ?? 0
  })
  return { places, slugs, names, roots }
}

/** The place of the organisation that an address names: of a merged one, that of the one it was merged into. Or -1. */
export const placeOf = ({ slugs, roots }: Organisations, slug: string): number =>
  roots[slugs.indexOf(slug)] ?? -1

/** All links of the changed projects: an owner is an organisation like others here. */
function withOwners({ projects, links }: Changed): Changed['links'] {
  const owned = projects.id.filter((_, index) => projects.owner[index] !== null)
  const owners = projects.owner.filter((owner) => owner !== null)
  return { project: owned.concat(links.project), organisation: owners.concat(links.organisation) }
}

/** The organisations of every row: those of changed rows from the links, the others as they were. */
function placeMembers(before: Columns, after: Columns, changedRows: Int32Array, links: Changed['links']) {
  const heads = firstLinks(after, changedRows, links)
  const memberStart = new Uint32Array(after.size + 1)
  const members = new Uint32Array(before.members.length + links.project.length)
  let at = 0
  for (let row = 0; row < after.size; row++) {
    const start = at
    if (heads.first[row] === KEPT) {
      const own = before.members.subarray(before.memberStart[row], before.memberStart[row + 1])
      members.set(own, at)
      at += own.length
    }
    for (let link = heads.first[row] ?? END; link >= 0; link = heads.next[link] ?? END) {
      const place = after.organisations.places.get(links.organisation[link] ?? 0)
      if (place !== undefined && !members.subarray(start, at).includes(place)) members[at++] = place
    }
    memberStart[row + 1] = at
  }
  return { memberStart, members: members.slice(0, at) }
}

const END = -1
const KEPT = -2

/** For each row its first link, and for each link the next of the same row; a row that has not changed is `KEPT`. */
function firstLinks(after: Columns, changedRows: Int32Array, links: Changed['links']) {
  const first = new Int32Array(after.size).fill(KEPT)
  for (const row of changedRows) first[row] = END
  const next = new Int32Array(links.project.length)
  links.project.forEach((id, link) => {
    const row = after.rows[id] ?? -1
    next[link] = first[row] ?? END
    first[row] = link
  })
  return { first, next }
}
