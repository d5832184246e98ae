import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { Transaction } from '../db.ts'
import { organisationsByName } from '../organisations/by-name.ts'
import { organisationsByNumber } from '../organisations/by-number.ts'
import { candidateOf, correctionForFolding, forFolding, standingOf } from '../registry/statements.ts'
import { ownerNames, type ProjectColumns, projectColumns } from './columns.ts'
import { ITEM_FIELDS, type ItemField, PROJECT_FIELDS, type ProjectField, SAID_BY_ITEMS } from './fields.ts'
import { foldFields, type SaidOf } from './fold.ts'
import { type Identifier, identifiersOf } from './identifiers.ts'
import type { Candidate } from './shown.ts'
import type { SearchRow } from './write.ts'

/** The name that an organisation is shown with, and those of the organisations that are merged into it. */
const goesBy = { name: true, aliases: { select: { name: true } } } satisfies Prisma.OrganisationSelect
const namesIn = ({ name, aliases }: Prisma.OrganisationGetPayload<{ select: typeof goesBy }>): string[] => [
  name,
  ...aliases.map((alias) => alias.name),
]

/** What folding a project asks of its row, and of everything that is said of it. */
export const foldable = {
  id: true,
  number: true,
  name: true,
  nameKey: true,
  identifiers: { select: { key: true, value: true }, orderBy: { key: 'asc' } },
  statements: { select: forFolding, orderBy: { id: 'asc' } },
  corrections: { where: { withdrawnAt: null }, select: correctionForFolding },
  followUps: { where: { state: 'PUBLISHED', isExample: false }, select: { id: true } },
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

/** A project to be folded: one of the database, or one that is about to be written for the first time. */
export type Foldable = Prisma.ProjectGetPayload<{ select: typeof foldable }>

/** What a project's row would hold if it were written now, its owner, and the numbers that it would be found by. */
export type FoldedProject<Row extends Foldable = Foldable> = {
  row: Row
  columns: ProjectColumns
  identifiers: readonly Identifier[]
  ownerId: number | null
}

/** Folds everything that is said of projects. Writes nothing. */
export async function foldProjects<Row extends Foldable>(
  tx: Transaction,
  rows: readonly Row[],
): Promise<FoldedProject<Row>[]> {
  const folded = rows.map((row) => {
    const said = saidOfProject(row)
    return { row, said, shown: foldFields(PROJECT_FIELDS, said, row.corrections.map(standingOf)) }
  })
  const identifiers = await identifiersOf(
    tx,
    folded.map(({ row, said, shown }) => ({
      id: row.id,
      number: row.number,
      identifiers: row.identifiers,
      said,
      shown,
    })),
  )
  const whole = folded.map(({ row, shown }) => {
    const own = identifiers.get(row.id) ?? []
    const numbers = own.map(({ value }) => value)
    const columns = projectColumns(shown, { number: row.number, numbers, items: row.items })
    return { row, columns: withName(row, { ...columns, inForce: isInForce(row) }), identifiers: own }
  })
  const owners = await ownersOf(tx, whole)
  return whole.map((project) => ({ ...project, ownerId: ownerOf(project.columns, owners) }))
}

/** Everything that is said of a project: by its pages, and by the entries that led to it. */
export const saidOfProject = (row: Pick<Foldable, 'statements' | 'items'>): SaidOf<Candidate>[] => [
  ...row.statements.map(candidateOf),
  ...row.items.flatMap(saidByItem),
]

/** An entry's statements as ones about the project that it led to. What was applied for is no grant. */
function saidByItem({ statements }: Foldable['items'][number]): SaidOf<Candidate>[] {
  return statements.map(candidateOf).flatMap((statement) => {
    if (statement.field === 'amount')
      return statement.code === 'AWARDED' ? { ...statement, field: 'grantedSupport', code: null } : []
    const field: ProjectField | undefined = SAID_BY_ITEMS[statement.field as ItemField]
    return field ? { ...statement, field } : []
  })
}

/**
 * Whether anything says something of a project: a document, a person, a published follow-up, an entry that a person led to
 * it. Entries that the registry led to it by itself had found it there. What was invented for the sample holds nothing.
 */
const isInForce = ({ statements, items, corrections, followUps }: Foldable): boolean =>
  statements.length + corrections.length + followUps.length > 0 ||
  items.some(({ linkedBy }) => linkedBy === 'person')

/** What no source speaks of any longer goes by its last name, unless a person gave it another. */
const withName = ({ name, nameKey, statements, items }: Foldable, columns: ProjectColumns): ProjectColumns =>
  statements.length + items.length > 0 || columns.shown.name ? columns : { ...columns, name, nameKey }

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

/** What is gone is found by nothing. */
const NOWHERE: SearchRow = { name: '', otherNames: [], numbers: [], organisations: [], units: [], text: '' }

/** What folded projects can be found by. */
export async function searchRowsOf(
  tx: Transaction,
  folded: readonly FoldedProject[],
): Promise<{ id: number; search: SearchRow }[]> {
  const owned = await namesOf(
    tx,
    folded.flatMap(({ ownerId }) => ownerId ?? []),
  )
  return folded.map((project) => ({
    id: project.row.id,
    search: project.columns.inForce ? searchOf(project, owned.get(project.ownerId ?? 0) ?? []) : NOWHERE,
  }))
}

async function namesOf(tx: Transaction, ids: readonly number[]): Promise<ReadonlyMap<number, string[]>> {
  const rows = await tx.organisation.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, ...goesBy },
  })
  return new Map(rows.map((row) => [row.id, namesIn(row)]))
}

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
