import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { Transaction } from '../db.ts'
import { refreshDecisionsInForce } from '../decisions/in-force.ts'
import { type RefoldedItem, refoldItems } from '../decisions/refold.ts'
import { settleFollowUps } from '../follow-up/settle.ts'
import { refreshLookalikes } from '../organisations/lookalikes.ts'
import { numbersReadIn, ownedElsewhere } from '../organisations/records.ts'
import { refreshSums } from '../organisations/sums.ts'
import { sameJson } from '../projects/fold.ts'
import { projectsGiven } from '../projects/identifiers.ts'
import { type RefoldedProject, refoldProjects } from '../projects/refold.ts'
import { refreshSearchWords } from '../projects/search/index.ts'
import { type LinkChange, linkItems } from './link-items.ts'
import { nearTag, tagOf } from './tags.ts'
import type { Touched } from './touched.ts'
import { type By, type FieldChange, fieldTrace, leaveTrace } from './trace.ts'

type Row = Prisma.ChangeCreateManyInput
export type NewName = { name: string; organisationId: number }

type Act = {
  by: By
  touched: Touched
  /** Names that organisations were given. */
  names: readonly NewName[]
  /** Records to write although they say the same: which organisations they name has changed. */
  always?: { projects: readonly number[]; items: readonly number[] }
  /** Changes that a person made and that the trace tells with their reasons: fields of `told` are not told again. */
  told?: readonly Row[]
  /** Why a person took back what spoke of decisions, for the trace of those that nothing speaks of any longer. */
  reason?: string
}

/** The owners' numbers that a part of an act reads, and the projects that it made and that show their values already. */
type Part = { numbersRead: readonly string[]; made: readonly RefoldedProject[] }
export const NOTHING_READ: Part = { numbersRead: [], made: [] }

export type Settled = {
  projects: RefoldedProject[]
  items: RefoldedItem[]
  /** Decisions that nothing speaks of any longer, by id. */
  decisionsGone: number[]
  links: LinkChange[]
  /** Projects that entries say more of now. */
  more: number[]
  /** Organisations that own, take part or are called otherwise than before. */
  organisationIds: number[]
  /** The tags of every page that shows something else now. */
  tags: string[]
}

/**
 * Brings the registry in order after facts about some of its records have changed: folds them into shown values, links
 * entries to projects, counts sums, leaves the trace, and tells which pages became old. The one way, for an import and for
 * a person's change.
 */
export async function settle(tx: Transaction, act: Act): Promise<Settled> {
  const { touched, by, names } = act
  const numbersRead = by.importId === undefined ? [] : await numbersReadIn(tx, by.importId)
  const settled = await settlePart(tx, act, { numbersRead, made: [] })
  if (settled.projects.length > 0) await refreshSearchWords(tx)
  await refreshSums(tx, settled.organisationIds)
  await refreshLookalikes(tx, calledAnew(touched, names))
  return settled
}

/**
 * Settles one part of an act in many. What is done once for all of them is left to the caller: words to search by, the sums
 * of organisations, and which of them look alike. A trial, which nobody will see, does without.
 */
export async function settlePart(tx: Transaction, act: Act, part: Part): Promise<Settled> {
  const { touched, by, names, always = { projects: [], items: [] } } = act
  const items = await refoldItems(tx, [...touched.items.keys()], { always: always.items })
  const decisions = await refreshDecisionsInForce(tx, [...touched.decisions.keys()])
  const first = await refoldTouched(tx, act, part)
  const links = await linkItems(tx, {
    itemIds: [...touched.items.keys()],
    projectIds: [...new Set([...touched.projects.keys(), ...first.map(({ id }) => id)])],
    formerNameKeys: first.map(({ formerNameKey }) => formerNameKey),
  })
  // A linked entry, or a newer capture of its list, says more of its project.
  const relinked = links.flatMap(({ from, to }) => [from, to]).filter((id) => id !== null)
  const more = [...new Set([...relinked, ...(await projectsOf(tx, touched))])]
  const projects = joined(first, await refoldProjects(tx, more, by.revision, { always: more }))
  const decisionsGone = decisions.filter(({ inForce }) => !inForce).map(({ id }) => id)
  const newcomers = await newOrganisations(tx, names)
  await leaveTrace(tx, [
    ...traceOf(act, newcomers, items, projects, links),
    ...traceOfGone(act, decisionsGone),
  ])
  const organisationIds = await organisationsOf(tx, touched, { names, items, projects })
  const followed = await settleFollowUps(tx, {
    followUps: touched.followUps,
    projectIds: [...new Set([...touched.projects.keys(), ...more, ...projects.map(({ id }) => id)])],
    revision: by.revision,
  })
  const tags = await tagsOf(tx, touched, projects, links, organisationIds)
  return { projects, items, decisionsGone, links, more, organisationIds, tags: [...tags, ...followed] }
}

/** Folds the projects that were touched, and those that follow numbers: of owners, and ones that a project was found by. */
async function refoldTouched(
  tx: Transaction,
  { touched, by, always }: Act,
  { numbersRead, made }: Part,
): Promise<RefoldedProject[]> {
  const following = await ownedElsewhere(tx, [...touched.numbers, ...numbersRead])
  const ids = new Set([...touched.projects.keys(), ...following])
  for (const { id } of made) ids.delete(id)
  const first = [
    ...made,
    ...(await refoldProjects(tx, [...ids], by.revision, { always: always?.projects ?? [] })),
  ]
  const free = await projectsGiven(
    tx,
    first.flatMap(({ freed }) => freed),
  )
  return joined(first, await refoldProjects(tx, free, by.revision))
}

/** Organisations that are called, numbered or merged otherwise than before. */
const calledAnew = ({ numbered, organisations }: Touched, names: readonly NewName[]): number[] => [
  ...names.map(({ organisationId }) => organisationId),
  ...numbered.map(({ id }) => id),
  ...organisations,
]

async function projectsOf(tx: Transaction, { items }: Touched): Promise<number[]> {
  if (items.size === 0) return []
  const rows = await tx.decisionItem.findMany({
    where: { id: { in: [...items.keys()] }, projectId: { not: null } },
    select: { projectId: true },
  })
  return rows.flatMap(({ projectId }) => projectId ?? [])
}

/** A project that was folded twice changed from what it was first to what it is last. */
function joined(first: readonly RefoldedProject[], second: readonly RefoldedProject[]): RefoldedProject[] {
  const byId = new Map(first.map((project) => [project.id, project]))
  for (const project of second) {
    const before = byId.get(project.id)
    byId.set(project.id, before ? joinTwo(before, project) : project)
  }
  return [...byId.values()]
}

function joinTwo(a: RefoldedProject, b: RefoldedProject): RefoldedProject {
  const later = new Map(b.changes.map((change) => [change.field, change]))
  const changes = a.changes
    .map((change) => ({ ...change, to: (later.get(change.field) ?? change).to }))
    .filter(({ from, to }) => !sameJson(from, to))
  const seen = new Set(a.changes.map(({ field }) => field))
  return {
    ...a,
    isGone: a.isGone || b.isGone,
    changes: [...changes, ...b.changes.filter(({ field }) => !seen.has(field))],
    owner: { before: a.owner.before, after: b.owner.after },
    near: b.near,
  }
}

function traceOf(
  { by, touched, names, told = [] }: Act,
  newcomers: Newcomer[],
  items: RefoldedItem[],
  projects: RefoldedProject[],
  links: LinkChange[],
): Row[] {
  const untold = (subject: { itemId?: number; projectId?: number }, changes: readonly FieldChange[]) =>
    changes.filter(
      ({ field }) =>
        !told.some(
          (row) =>
            row.field === field &&
            (subject.itemId === undefined
              ? row.projectId === subject.projectId
              : row.itemId === subject.itemId),
        ),
    )
  const traceIn = (
    subject: { itemId: number } | { projectId: number },
    { changes, isGone }: { changes: readonly FieldChange[]; isGone: boolean },
    isNew?: boolean,
  ): Row[] =>
    isGone
      ? [{ ...by, ...subject, action: 'takenBack', from: valuesOf(changes, 'from') }]
      : traceOfRecord(by, subject, untold(subject, changes), isNew)
  return [
    ...newcomers.map((newcomer) => ({ ...by, ...newcomer, action: 'created' })),
    ...told,
    ...names.map(({ name, organisationId }) => ({ ...by, action: 'named', organisationId, to: { name } })),
    ...numberedLater(touched, newcomers).map(({ id, number }) => ({
      ...by,
      action: 'field',
      field: 'number',
      organisationId: id,
      to: { number },
    })),
    ...items.flatMap(({ id, ...item }) => traceIn({ itemId: id }, item, touched.items.get(id)?.isNew)),
    ...projects.flatMap(({ id, ...project }) =>
      traceIn({ projectId: id }, project, touched.projects.get(id)?.isNew),
    ),
    ...links.flatMap((link) => traceOfLink(by, link)),
  ]
}

/** A decision is gone by its last document, or by the last that a person said of its entries. */
const traceOfGone = ({ by, reason }: Act, decisionsGone: readonly number[]): Row[] =>
  decisionsGone.map((decisionId) => ({
    ...by,
    action: 'takenBack',
    decisionId,
    ...(reason !== undefined && { reason }),
  }))

/** A new organisation's row has its number already. */
function numberedLater({ numbered }: Touched, newcomers: readonly Newcomer[]) {
  const made = new Set(newcomers.map(({ organisationId }) => organisationId))
  return numbered.filter(({ id }) => !made.has(id))
}

type Newcomer = { organisationId: number; to: { name: string; number: string | null } }

/** Organisations that were not there: all their names are new. As they are when the change is done. */
async function newOrganisations(tx: Transaction, names: readonly NewName[]): Promise<Newcomer[]> {
  if (names.length === 0) return []
  const counts = Map.groupBy(names, ({ organisationId }) => organisationId)
  const rows = await tx.organisation.findMany({
    where: { id: { in: [...counts.keys()] } },
    select: { id: true, name: true, number: true, _count: { select: { names: true } } },
    orderBy: { id: 'asc' },
  })
  return rows
    .filter(({ id, _count }) => _count.names === counts.get(id)?.length)
    .map(({ id, name, number }) => ({ organisationId: id, to: { name, number } }))
}

/** One row for a new record with all that it shows; one a field for a record that was there. */
function traceOfRecord(
  by: By,
  subject: { itemId?: number; projectId?: number },
  changes: readonly FieldChange[],
  isNew = false,
): Row[] {
  if (!isNew) return fieldTrace(by, subject, changes)
  return [{ ...by, ...subject, action: 'created', to: valuesOf(changes, 'to') }]
}

const valuesOf = (changes: readonly FieldChange[], side: 'from' | 'to') =>
  Object.fromEntries(changes.map((change) => [change.field, change[side]])) as Prisma.InputJsonObject

/** One row for each project that the entry leaves or comes to: each has it in its history. */
const traceOfLink = (by: By, { itemId, from, to, by: why }: LinkChange): Row[] => [
  ...(from === null ? [] : [{ ...by, action: 'unlinked', itemId, projectId: from, from: { project: from } }]),
  ...(to === null ? [] : [{ ...by, action: 'linked', itemId, projectId: to, to: { project: to, by: why } }]),
]

/**
 * The organisations that own a project that changed, take part in an entry that was touched, or got a name or a number:
 * a page that said that there is none may have been kept, though nothing shown names it yet.
 */
async function organisationsOf(
  tx: Transaction,
  touched: Touched,
  {
    names,
    items,
    projects,
  }: { names: readonly NewName[]; items: RefoldedItem[]; projects: RefoldedProject[] },
): Promise<number[]> {
  const owners = projects.flatMap(({ owner }) => [owner.before, owner.after]).filter((id) => id !== null)
  const rows = await tx.participation.findMany({
    where: { itemId: { in: [...touched.items.keys()] } },
    select: { organisationId: true },
    distinct: ['organisationId'],
  })
  const numbered = touched.numbered.map(({ id }) => id)
  const takingPart = [...rows, ...names].map(({ organisationId }) => organisationId)
  const took = items.flatMap(({ organisations }) => organisations)
  return [...new Set([...owners, ...took, ...numbered, ...touched.organisations, ...takingPart])]
}

async function tagsOf(
  tx: Transaction,
  touched: Touched,
  projects: RefoldedProject[],
  links: LinkChange[],
  organisationIds: number[],
): Promise<string[]> {
  const organisations = await tx.organisation.findMany({
    where: { id: { in: organisationIds } },
    select: { slug: true },
  })
  const decisions = await tx.decision.findMany({
    where: { items: { some: { id: { in: links.map(({ itemId }) => itemId) } } } },
    select: { slug: true },
  })
  return [
    ...touched.documents.map((slug) => tagOf('document', slug)),
    ...projects.map(({ slug }) => tagOf('project', slug)),
    ...projects.map(({ near }) => nearTag(near.specificObjective, near.region)),
    ...[...touched.decisions.values(), ...decisions].map(({ slug }) => tagOf('decision', slug)),
    ...organisations.map(({ slug }) => tagOf('organisation', slug)),
  ]
}
