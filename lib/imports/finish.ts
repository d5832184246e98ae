import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { Transaction } from '../db.ts'
import { type RefoldedItem, refoldItems } from '../decisions/refold.ts'
import { refreshSums } from '../organisations/sums.ts'
import { sameJson } from '../projects/fold.ts'
import { type RefoldedProject, refoldProjects } from '../projects/refold.ts'
import { refreshSearchWords } from '../projects/search/index.ts'
import { nearTag, tagOf } from '../registry/tags.ts'
import { type By, type FieldChange, fieldTrace, leaveTrace } from '../registry/trace.ts'
import { linkItems } from './link-items.ts'
import type { ImportReport } from './report.ts'
import type { Touched } from './touched.ts'

type Act = { importId: number; actor: string; revision: number; touched: Touched; report: ImportReport }

/** Folds what was touched into shown values, links entries to projects, leaves the trace, and tells what became old. */
export async function finishImport(tx: Transaction, act: Act) {
  const { touched, revision, report } = act
  const items = await refoldItems(tx, [...touched.items.keys()])
  const first = await refoldProjects(tx, [...touched.projects.keys()], revision)
  const links = await linkItems(tx, {
    itemIds: [...touched.items.keys()],
    projectIds: [...touched.projects.keys()],
  })
  // A linked entry, or a newer capture of its list, says more of its project.
  const relinked = links.flatMap(({ from, to }) => [from, to]).filter((id) => id !== null)
  const more = [...new Set([...relinked, ...(await projectsOf(tx, touched))])]
  const second = await refoldProjects(tx, more, revision, { always: more })
  const projects = joined(first, second)
  const names = await newNames(tx, act.importId)
  await traceImport(tx, act, names, items, projects, links)
  await refreshSearchWords(tx)
  const organisationIds = await organisationsOf(tx, touched, names, projects)
  await refreshSums(tx, organisationIds)
  count(act, projects, links.filter(({ to }) => to !== null).length, more)
  report.changedTags = await tagsOf(tx, touched, projects, links, organisationIds)
}

async function projectsOf(tx: Transaction, { items }: Touched): Promise<number[]> {
  const rows = await tx.decisionItem.findMany({
    where: { id: { in: [...items.keys()] }, projectId: { not: null } },
    select: { projectId: true },
  })
  return rows.flatMap(({ projectId }) => projectId ?? [])
}

/** A project that was folded twice changed from what it was first to what it is last. */
function joined(first: RefoldedProject[], second: RefoldedProject[]): RefoldedProject[] {
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
    ...b,
    changes: [...changes, ...b.changes.filter(({ field }) => !seen.has(field))],
    owner: { before: a.owner.before, after: b.owner.after },
  }
}

type Links = Awaited<ReturnType<typeof linkItems>>

async function traceImport(
  tx: Transaction,
  { importId, actor, revision, touched }: Act,
  names: NewName[],
  items: RefoldedItem[],
  projects: RefoldedProject[],
  links: Links,
) {
  const by = { importId, actor, revision }
  const rows: Prisma.ChangeCreateManyInput[] = [
    ...names.map(({ name, organisationId }) => ({ ...by, action: 'named', organisationId, to: { name } })),
    ...touched.numbered.map(({ id, number }) => ({
      ...by,
      action: 'field',
      field: 'number',
      organisationId: id,
      to: { number },
    })),
    ...[...touched.decisions]
      .filter(([, { isNew }]) => isNew)
      .map(([decisionId]) => ({ ...by, action: 'created', decisionId })),
    ...items.flatMap(({ id, changes }) =>
      traceOf(by, { itemId: id }, changes, touched.items.get(id)?.isNew ?? false),
    ),
    ...projects.flatMap(({ id, changes }) =>
      traceOf(by, { projectId: id }, changes, touched.projects.get(id)?.isNew ?? false),
    ),
    ...links.map(({ itemId, from, to, by: why }) => ({
      ...by,
      action: to === null ? 'unlinked' : 'linked',
      itemId,
      projectId: to ?? from,
      ...(from !== null && { from: { project: from } }),
      ...(to !== null && { to: { project: to, by: why } }),
    })),
  ]
  await leaveTrace(tx, rows)
}

/** One row for a new record with all that it shows; one a field for a record that was there. */
function traceOf(
  by: By,
  subject: { itemId?: number; projectId?: number },
  changes: readonly FieldChange[],
  isNew: boolean,
): Prisma.ChangeCreateManyInput[] {
  if (isNew) {
    const to = Object.fromEntries(changes.map(({ field, to }) => [field, to])) as Prisma.InputJsonObject
    return [{ ...by, ...subject, action: 'created', to }]
  }
  return fieldTrace(by, subject, changes)
}

function count({ touched, report }: Act, projects: RefoldedProject[], linked: number, matched: number[]) {
  const wasThere = projects.filter(({ id }) => !touched.projects.get(id)?.isNew)
  const isNew = (entry: { isNew: boolean }) => entry.isNew
  const matchedIds = new Set([
    ...[...touched.projects].filter(([, entry]) => !entry.isNew).map(([id]) => id),
    ...matched,
  ])
  for (const [id, entry] of touched.projects) if (entry.isNew) matchedIds.delete(id)
  report.totals = {
    documents: report.files.filter(({ outcome }) => outcome === 'imported').length,
    projectsNew: [...touched.projects.values()].filter(isNew).length,
    projectsMatched: matchedIds.size,
    projectsChanged: wasThere.filter(({ changes }) => changes.length > 0).length,
    decisionsNew: [...touched.decisions.values()].filter(isNew).length,
    itemsNew: [...touched.items.values()].filter(isNew).length,
    linked,
    warnings: report.files.reduce(
      (sum, file) => sum + (file.outcome === 'imported' ? file.warnings.length : 0),
      0,
    ),
  }
  report.changes = wasThere.flatMap(({ slug, changes }) =>
    changes.map((change) => ({ project: slug, ...change })),
  )
}

type NewName = { name: string; organisationId: number }

/** The names that the import's documents brought in. */
const newNames = (tx: Transaction, importId: number): Promise<NewName[]> =>
  tx.organisationName.findMany({
    where: { document: { importId } },
    select: { name: true, organisationId: true },
  })

/**
 * The organisations that own a project that changed, take part in an entry that was touched, or got a name or a number:
 * a page that said that there is none may have been kept, though nothing shown names it yet.
 */
async function organisationsOf(
  tx: Transaction,
  touched: Touched,
  names: NewName[],
  projects: RefoldedProject[],
): Promise<number[]> {
  const owners = projects.flatMap(({ owner }) => [owner.before, owner.after]).filter((id) => id !== null)
  const rows = await tx.participation.findMany({
    where: { itemId: { in: [...touched.items.keys()] } },
    select: { organisationId: true },
    distinct: ['organisationId'],
  })
  const numbered = touched.numbered.map(({ id }) => id)
  return [
    ...new Set([...owners, ...numbered, ...[...rows, ...names].map(({ organisationId }) => organisationId)]),
  ]
}

/** The tags of every page that shows something else now. */
async function tagsOf(
  tx: Transaction,
  touched: Touched,
  projects: RefoldedProject[],
  links: Links,
  organisationIds: number[],
): Promise<string[]> {
  const organisations = await tx.organisation.findMany({
    where: { id: { in: organisationIds } },
    select: { slug: true },
  })
  const near = await tx.project.findMany({
    where: { id: { in: projects.map(({ id }) => id) } },
    select: { specificObjective: true, region: true },
    distinct: ['specificObjective', 'region'],
  })
  const decisions = await tx.decision.findMany({
    where: { items: { some: { id: { in: links.map(({ itemId }) => itemId) } } } },
    select: { slug: true },
  })
  return [
    ...touched.documents.map((slug) => tagOf('document', slug)),
    ...projects.map(({ slug }) => tagOf('project', slug)),
    ...near.map(({ specificObjective, region }) => nearTag(specificObjective, region)),
    ...[...touched.decisions.values(), ...decisions].map(({ slug }) => tagOf('decision', slug)),
    ...organisations.map(({ slug }) => tagOf('organisation', slug)),
  ]
}
