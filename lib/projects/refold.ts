import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { Transaction } from '../db.ts'
import { organisationsByName } from '../organisations/by-name.ts'
import { organisationsByNumber } from '../organisations/by-number.ts'
import { candidateOf, correctionForFolding, forFolding, standingOf } from '../registry/statements.ts'
import { ownerNames, type ProjectColumns, projectColumns } from './columns.ts'
import { ITEM_FIELDS, type ItemField, PROJECT_FIELDS, type ProjectField, SAID_BY_ITEMS } from './fields.ts'
import { changedFields, foldFields, type SaidOf, type ShownFields, sameJson } from './fold.ts'
import { type Identifier, identifiersOf, lessBy, writeIdentifiers } from './identifiers.ts'
import type { Candidate } from './shown.ts'
import { type SearchRow, writeProjects } from './write.ts'

/** A project whose shown values are others than before. */
export type RefoldedProject = {
  id: number
  slug: string
  changes: ReturnType<typeof changedFields<ProjectField>>
  owner: { before: number | null; after: number | null }
  /** The name that entries were linked to it by before. */
  formerNameKey: string
  /** The keys of numbers that it is found by no longer. */
  freed: string[]
  /** Nothing speaks of it any longer, and something did. */
  isGone: boolean
}

type Options = {
  /** Writes nothing. */
  dryRun?: boolean
  /** Projects to write although their values are the same: who takes part in them has changed. */
  always?: readonly number[]
}

/** How many projects are folded at once: bounds the memory, and the values in one statement. */
const BATCH = 400

/**
 * Folds what is said of projects into their shown values and writes those whose row is not what the fold gives: columns,
 * owner, what they are found by. Returns the projects that were written.
 */
export async function refoldProjects(
  tx: Transaction,
  ids: readonly number[],
  revision: number,
  { dryRun = false, always = [] }: Options = {},
): Promise<RefoldedProject[]> {
  const refolded: RefoldedProject[] = []
  for (let at = 0; at < ids.length; at += BATCH) {
    refolded.push(...(await refoldBatch(tx, ids.slice(at, at + BATCH), revision, { dryRun, always })))
  }
  return refolded
}

async function refoldBatch(
  tx: Transaction,
  ids: number[],
  revision: number,
  { dryRun, always }: Required<Options>,
) {
  const wanted = new Set(always)
  const rows = await tx.project.findMany({
    where: { id: { in: ids } },
    select: forRefolding,
    orderBy: { id: 'asc' },
  })
  const folded = await foldProjects(tx, rows)
  const owners = await ownersOf(tx, folded)
  const due = folded
    .map((project) => ({ ...project, ownerId: ownerOf(project.columns, owners) }))
    .filter((project) => project.row.revision === 0 || wanted.has(project.row.id) || differs(project))
  if (!dryRun && due.length > 0) {
    const owned = await namesOf(
      tx,
      due.flatMap(({ ownerId }) => ownerId ?? []),
    )
    await writeIdentifiers(
      tx,
      due.map(({ row, identifiers }) => ({ id: row.id, before: row.identifiers, after: identifiers })),
    )
    await writeProjects(
      tx,
      due.map((project) => ({
        id: project.row.id,
        ownerId: project.ownerId,
        columns: project.columns,
        search: project.columns.inForce ? searchOf(project, owned.get(project.ownerId ?? 0) ?? []) : NOWHERE,
      })),
      revision,
    )
  }
  return due.map(
    ({ row, columns, ownerId, identifiers }): RefoldedProject => ({
      id: row.id,
      slug: row.slug,
      changes: changedFields(row.shown as ShownFields<ProjectField>, columns.shown),
      owner: { before: row.ownerId, after: ownerId },
      formerNameKey: row.nameKey,
      freed: lessBy(row.identifiers, identifiers).map(({ key }) => key),
      isGone: row.inForce && !columns.inForce,
    }),
  )
}

/** The name that an organisation is shown with, and those of the organisations that are merged into it. */
const goesBy = { name: true, aliases: { select: { name: true } } } satisfies Prisma.OrganisationSelect
const namesIn = ({ name, aliases }: Prisma.OrganisationGetPayload<{ select: typeof goesBy }>): string[] => [
  name,
  ...aliases.map((alias) => alias.name),
]

async function namesOf(tx: Transaction, ids: readonly number[]): Promise<ReadonlyMap<number, string[]>> {
  const rows = await tx.organisation.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, ...goesBy },
  })
  return new Map(rows.map((row) => [row.id, namesIn(row)]))
}

export const forRefolding = {
  id: true,
  slug: true,
  number: true,
  revision: true,
  name: true,
  nameKey: true,
  ownerId: true,
  ownerUnit: true,
  ownerNumber: true,
  region: true,
  plannedParticipants: true,
  startDate: true,
  endDate: true,
  totalBudget: true,
  totalCosts: true,
  grantedSupport: true,
  fund: true,
  period: true,
  programmeArea: true,
  specificObjective: true,
  interventionType: true,
  unionCofinancingRate: true,
  recipientPostalCode: true,
  recipientCity: true,
  childPovertyTheme: true,
  strategicImportance: true,
  callNumber: true,
  description: true,
  disagreements: true,
  openDisagreements: true,
  sourceChanges: true,
  inForce: true,
  shown: true,
  identifiers: { select: { key: true, value: true }, orderBy: { key: 'asc' } },
  statements: { select: forFolding, orderBy: { id: 'asc' } },
  corrections: { where: { withdrawnAt: null }, select: correctionForFolding },
  items: {
    where: { inForce: true },
    orderBy: { id: 'asc' },
    select: {
      fund: true,
      linkedBy: true,
      statements: { where: { field: { in: Object.keys(ITEM_FIELDS) } }, select: forFolding },
      participations: { select: { name: true, unit: true, organisation: { select: goesBy } } },
    },
  },
} satisfies Prisma.ProjectSelect
type ProjectRow = Prisma.ProjectGetPayload<{ select: typeof forRefolding }>

/** Everything that is said of a project: by its pages, and by the entries that led to it. */
export const saidOfProject = (row: Pick<ProjectRow, 'statements' | 'items'>): SaidOf<Candidate>[] => [
  ...row.statements.map(candidateOf),
  ...row.items.flatMap(saidByItem),
]

type FoldedProject = { row: ProjectRow; columns: ProjectColumns; identifiers: readonly Identifier[] }
type WholeProject = FoldedProject & { ownerId: number | null }

/** What the rows would hold if they were written now, and the numbers that the projects would be found by. */
async function foldProjects(tx: Transaction, rows: readonly ProjectRow[]): Promise<FoldedProject[]> {
  const folded = rows.map((row) => {
    const said = saidOfProject(row)
    return { row, said, shown: foldFields(PROJECT_FIELDS, said, row.corrections.map(standingOf)) }
  })
  const identifiers = await identifiersOf(
    tx,
    folded.map(({ row, said, shown }) => ({ ...row, said, shown })),
  )
  return folded.map(({ row, shown }) => {
    const own = identifiers.get(row.id) ?? []
    const numbers = own.map(({ value }) => value)
    const columns = projectColumns(shown, { number: row.number, numbers, items: row.items })
    return { row, columns: withName(row, { ...columns, inForce: isInForce(row) }), identifiers: own }
  })
}

/**
 * Whether anything says something of a project: a document, a person, an entry that a person led to it. Entries that the
 * registry led to it by itself had found it there.
 */
const isInForce = ({ statements, items, corrections }: ProjectRow): boolean =>
  statements.length + corrections.length > 0 || items.some(({ linkedBy }) => linkedBy === 'person')

/** What no source speaks of any longer goes by its last name, unless a person gave it another. */
const withName = (
  { name, nameKey, statements, items }: ProjectRow,
  columns: ProjectColumns,
): ProjectColumns =>
  statements.length + items.length > 0 || columns.shown.name ? columns : { ...columns, name, nameKey }

/** An entry's statements as ones about the project that it led to. What was applied for is no grant. */
function saidByItem({ statements }: ProjectRow['items'][number]): SaidOf<Candidate>[] {
  return statements.map(candidateOf).flatMap((statement) => {
    if (statement.field === 'amount')
      return statement.code === 'AWARDED' ? { ...statement, field: 'grantedSupport', code: null } : []
    const field: ProjectField | undefined = SAID_BY_ITEMS[statement.field as ItemField]
    return field ? { ...statement, field } : []
  })
}

type Owners = {
  byName: Awaited<ReturnType<typeof organisationsByName>>
  byNumber: ReadonlyMap<string, number>
}

async function ownersOf(tx: Transaction, folded: readonly { columns: ProjectColumns }[]): Promise<Owners> {
  const numbers = folded.flatMap(({ columns }) => columns.ownerNumber ?? [])
  const numbered = await organisationsByNumber(tx, numbers)
  const names = folded.flatMap(({ columns }) => ownerNames(columns.shown))
  return {
    byName: await organisationsByName(tx, names),
    byNumber: new Map([...numbered].map(([number, { leadsTo }]) => [number, leadsTo])),
  }
}

/**
 * The owner by its number, else by its name. A name that a person gave goes before a number that was only read: that one
 * then tells namesakes apart. Several who own together have no one owner; the page names them all.
 */
function ownerOf({ shown, ownerNumber }: ProjectColumns, { byName, byNumber }: Owners): number | null {
  const [only, ...others] = ownerNames(shown)
  if (only === undefined || others.length > 0) return null
  const numbered = byNumber.get(ownerNumber ?? '') ?? null
  return isNameGiven(shown) ? byName(only, numbered) : (numbered ?? byName(only))
}

/** Whether a person named the owner and said nothing of its number. */
const isNameGiven = ({ owner, ownerOrganisationNumber }: ProjectColumns['shown']): boolean =>
  owner?.correction != null && !owner.reviewed && (ownerOrganisationNumber?.correction ?? null) === null

/** Whether any column holds another value than the fold gives, or the project is found by other numbers. */
function differs({ row, columns: { shown, ...columns }, ownerId, identifiers }: WholeProject): boolean {
  if (row.ownerId !== ownerId || !sameJson(row.shown, shown)) return true
  if (lessBy(row.identifiers, identifiers).length + lessBy(identifiers, row.identifiers).length > 0)
    return true
  return Object.entries(columns).some(([key, value]) => plain(row[key as keyof typeof columns]) !== value)
}

/** A column's value as the fold gives it: dates as ISO, money as numbers. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return typeof value === 'bigint' ? Number(value) : value
}

/** What is gone is found by nothing. */
const NOWHERE: SearchRow = { name: '', otherNames: [], numbers: [], organisations: [], units: [], text: '' }

/** Organisations by the names that the sources give, and by those that they are shown with. */
function searchOf({ row, columns, identifiers }: FoldedProject, owner: readonly string[]): SearchRow {
  const partners = row.items.flatMap(({ participations }) => participations)
  const named = partners.flatMap(({ name, organisation }) => [name, ...namesIn(organisation)])
  return {
    name: columns.name,
    otherNames: [],
    numbers: identifiers.map(({ value }) => value),
    organisations: [...new Set([...ownerNames(columns.shown), ...owner, ...named])],
    units: [columns.ownerUnit, ...partners.map(({ unit }) => unit)].filter((unit) => unit !== null),
    text: columns.description,
  }
}
