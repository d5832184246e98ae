import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import { database } from '../db.ts'
import type { TracedValue } from '../projects/fold.ts'
import { dayOf } from '../registry/sayings.ts'
import { actorOf, isAction, STATE_ACTIONS } from './actions.ts'
import { eventOf, type TraceEvent } from './events.ts'
import { replay } from './replay.ts'
import type { ChangeView, EventView, NamedRecord, SubjectView } from './view.ts'

/** What is told of a change. Of whoever made it only the name, and whether it may be told: nothing else is selected. */
const forHistory = {
  id: true,
  at: true,
  revision: true,
  actor: true,
  action: true,
  field: true,
  from: true,
  to: true,
  reason: true,
  evidence: true,
  reportId: true,
  importId: true,
  projectId: true,
  decisionId: true,
  itemId: true,
  organisationId: true,
  user: { select: { name: true, showsName: true } },
  project: { select: { slug: true, name: true } },
  decision: { select: { slug: true, heading: true } },
  item: { select: { name: true, decision: { select: { slug: true, heading: true } } } },
  organisation: { select: { slug: true, name: true } },
  followUp: {
    select: {
      id: true,
      kind: true,
      asOf: true,
      project: { select: { slug: true, name: true } },
      item: { select: { name: true, decision: { select: { slug: true } } } },
    },
  },
  warning: { select: { sv: true, en: true } },
} satisfies Prisma.ChangeSelect
type ChangeRow = Prisma.ChangeGetPayload<{ select: typeof forHistory }>

/**
 * Rows that are told as one: `id` stands for them, `ids` are they (of many, the first `LISTED`), and `count` is how many
 * records or names they are about.
 */
export type Group = { id: number; count: number; ids: number[] }
/** How many of a group are named. */
export const LISTED = 100

export type Reader = 'public' | 'staff'

/** The changes that groups stand for, in their order, as a reader is told of them. */
export async function changeViews(groups: readonly Group[], reader: Reader): Promise<ChangeView[]> {
  const ids = groups.flatMap((group) => group.ids)
  const rows = await database().change.findMany({ where: { id: { in: ids } }, select: forHistory })
  const around = await aroundOf(rows)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return groups.flatMap((group) => {
    const own = [...new Set(group.ids)].flatMap((id) => byId.get(id) ?? [])
    return viewOf(group, own, around, reader) ?? []
  })
}

/** What changes name beyond their own rows. */
type Around = {
  projects: ReadonlyMap<number, NamedRecord>
  organisations: ReadonlyMap<number, NamedRecord>
  documents: readonly DocumentRow[]
}
type DocumentRow = NamedRecord & { importId: number } & Pick<
    ChangeRow,
    'projectId' | 'decisionId' | 'itemId' | 'organisationId'
  >

async function aroundOf(rows: readonly ChangeRow[]): Promise<Around> {
  const events = rows.map(eventOf)
  const [projects, organisations, documents] = await Promise.all([
    projectsById(events.flatMap(projectIds)),
    organisationsById(events.flatMap(organisationIds)),
    documentsOf(rows),
  ])
  return { projects, organisations, documents }
}

function projectIds(event: TraceEvent): number[] {
  if (event.action === 'linked' || event.action === 'unlinked') return known([event.project])
  return 'field' in event && event.field === 'project' ? known([idOf(event.from), idOf(event.to)]) : []
}

function organisationIds(event: TraceEvent): number[] {
  if (event.action === 'merged' || event.action === 'split')
    return known([event.from, event.into, event.took])
  return event.action === 'distinct' ? known([event.other]) : []
}

const known = (ids: (number | null)[]): number[] => ids.filter((id) => id !== null)
const idOf = (value: TracedValue | null): number | null =>
  typeof value?.value === 'number' ? value.value : null

const named = { id: true, slug: true, name: true } as const

export async function projectsById(ids: readonly number[]): Promise<Map<number, NamedRecord>> {
  const where = { id: { in: [...new Set(ids)] } }
  const rows = ids.length > 0 ? await database().project.findMany({ where, select: named }) : []
  return new Map(rows.map(({ id, ...record }) => [id, record]))
}

export async function organisationsById(ids: readonly number[]): Promise<Map<number, NamedRecord>> {
  const where = { id: { in: [...new Set(ids)] } }
  const rows = ids.length > 0 ? await database().organisation.findMany({ where, select: named }) : []
  return new Map(rows.map(({ id, ...record }) => [id, record]))
}

/** The documents of the rows' imports that tell of what the rows are about. */
async function documentsOf(rows: readonly ChangeRow[]): Promise<DocumentRow[]> {
  const imported = rows.filter(({ importId }) => importId !== null)
  if (imported.length === 0) return []
  const idsOf = (key: 'importId' | 'projectId' | 'decisionId' | 'itemId' | 'organisationId') => [
    ...new Set(known(imported.map((row) => row[key]))),
  ]
  return database().$queryRaw<DocumentRow[]>`
    SELECT d."importId", s."projectId", s."decisionId", s."itemId", NULL::int AS "organisationId", d.slug, d.title AS name
    FROM statement s JOIN source_document d ON d.id = s."documentId"
    WHERE d."importId" = ANY(${idsOf('importId')}) AND (s."projectId" = ANY(${idsOf('projectId')})
      OR s."decisionId" = ANY(${idsOf('decisionId')}) OR s."itemId" = ANY(${idsOf('itemId')}))
    GROUP BY d.id, s."projectId", s."decisionId", s."itemId"
    UNION ALL
    SELECT d."importId", NULL, NULL, NULL, n."organisationId", d.slug, d.title
    FROM organisation_name n JOIN source_document d ON d.id = n."documentId"
    WHERE d."importId" = ANY(${idsOf('importId')}) AND n."organisationId" = ANY(${idsOf('organisationId')})
    GROUP BY d.id, n."organisationId"`
}

function viewOf(
  group: Group,
  rows: readonly ChangeRow[],
  around: Around,
  reader: Reader,
): ChangeView | undefined {
  const row = rows.find(({ id }) => id === group.id)
  if (!row) return undefined
  const documents = documentsIn(rows, around)
  return {
    id: String(row.id),
    at: row.at.toISOString(),
    revision: row.revision,
    who: whoOf(row, reader),
    subject: group.count > 1 ? sharedSubject(rows) : subjectOf(row),
    event: group.count > 1 ? manyOf(group, rows, around) : eventViewOf(row, rows, around),
    ...groundsOf(row, rows, reader),
    byImport: row.importId !== null,
    documents: documents.slice(0, DOCUMENTS),
    moreDocuments: Math.max(0, documents.length - DOCUMENTS),
    // A follow-up's values are none of its page's: what it says has no earlier state to go back to.
    hasState: row.followUp === null && (STATE_ACTIONS as readonly string[]).includes(row.action),
  }
}

/** Why, and by what source. What an unknown action carries is told to staff alone. */
function groundsOf(row: ChangeRow, rows: readonly ChangeRow[], reader: Reader) {
  const isTold = reader === 'staff' || isAction(row.action)
  const told = isTold ? [row, ...rows] : []
  return {
    reason: told.find(({ reason }) => reason !== null)?.reason ?? null,
    evidence: told.find(({ evidence }) => evidence !== null)?.evidence ?? null,
    isReported: row.reportId !== null,
  }
}

/** How many documents a change names. */
const DOCUMENTS = 5

const whoOf = ({ actor, user }: ChangeRow, reader: Reader): ChangeView['who'] => ({
  actor: actorOf(actor),
  name: user && (reader === 'staff' || user.showsName) ? user.name : null,
})

function subjectOf({ item, project, decision, organisation, followUp }: ChangeRow): SubjectView | null {
  if (followUp) return followUpSubject(followUp)
  if (item) {
    const { slug, heading } = item.decision
    return { kind: 'item', slug, name: item.name, of: heading }
  }
  if (project) return { kind: 'project', ...project, of: null }
  if (decision) return { kind: 'decision', slug: decision.slug, name: decision.heading, of: null }
  return organisation ? { kind: 'organisation', ...organisation, of: null } : null
}

function followUpSubject({ project, item, ...row }: NonNullable<ChangeRow['followUp']>): SubjectView {
  const page = project ? ('projects' as const) : ('decisions' as const)
  return {
    kind: 'followUp',
    slug: project?.slug ?? item?.decision.slug ?? '',
    name: project?.name ?? item?.name ?? '',
    of: null,
    followUp: { id: row.id, kind: row.kind, asOf: dayOf(row.asOf), page },
  }
}

/** What many changes are about together: one organisation, or the decision of all the entries. */
function sharedSubject(rows: readonly ChangeRow[]): SubjectView | null {
  const [first, ...others] = rows.map(subjectOf).map((subject) => {
    if (subject?.kind !== 'item') return subject
    return { kind: 'decision' as const, slug: subject.slug, name: subject.of ?? subject.name, of: null }
  })
  const isShared = others.every((other) => other?.kind === first?.kind && other?.slug === first?.slug)
  return (isShared && first) || null
}

function documentsIn(rows: readonly ChangeRow[], { documents }: Around): NamedRecord[] {
  const own = documents.filter((document) => rows.some((row) => tellsOf(document, row)))
  return [...new Map(own.map(({ slug, name }) => [slug, { slug, name }])).values()]
}

/** By the nearest record that the row is about: an entry's row may name its decision and its project as well. */
function tellsOf(document: DocumentRow, row: ChangeRow): boolean {
  const nearest = (['itemId', 'organisationId', 'projectId', 'decisionId'] as const).find(
    (key) => row[key] !== null,
  )
  return nearest !== undefined && document.importId === row.importId && document[nearest] === row[nearest]
}

function eventViewOf(
  row: ChangeRow,
  rows: readonly ChangeRow[],
  { projects, organisations }: Around,
): EventView {
  const event = eventOf(row)
  const project = (id: number | null) => projects.get(id ?? -1) ?? null
  const organisation = (id: number | null) => organisations.get(id ?? -1) ?? null
  switch (event.action) {
    case 'created':
    case 'published':
    case 'attached':
      return { action: event.action, fields: fieldsOf(replay([...rows].sort((a, b) => a.id - b.id))) }
    case 'linked':
      return { ...event, project: project(event.project) }
    case 'unlinked':
      return { ...event, project: project(event.project) }
    case 'merged':
    case 'split':
      return { action: event.action, ...mergedOf(event, row.organisation, organisation) }
    case 'distinct':
      return { action: event.action, part: row.organisation, whole: organisation(event.other) }
    case 'lookedAt':
    case 'lookAgain':
      return { action: event.action, warning: row.warning }
    case 'reportAccepted':
    case 'reportDeclined':
    case 'reportAsked':
    case 'reportAnswered':
      return { action: event.action }
    default:
      return 'field' in event ? fieldEventView(event, project) : event
  }
}

type MergeEvent = Extract<TraceEvent, { took: unknown }>

function mergedOf(
  { action, from, into, took }: MergeEvent,
  own: NamedRecord | null,
  organisation: (id: number | null) => NamedRecord | null,
) {
  if (took !== null) return { part: organisation(took), whole: own }
  return { part: own, whole: organisation(action === 'merged' ? into : from) }
}

type FieldEvent = Extract<TraceEvent, { field: string }>

/** An entry's link and its place on the list are no values: they are told in their own words. */
function fieldEventView(event: FieldEvent, project: (id: number | null) => NamedRecord | null): EventView {
  const { action, field, from, to } = event
  if (field === 'project' && action !== 'field' && action !== 'reviewed')
    return { action: 'linkCorrected', how: action, from: project(idOf(from)), to: project(idOf(to)) }
  if (field === 'inForce' && action !== 'corrected' && action !== 'reviewed')
    return { action: 'membership', how: action, inForce: to?.value === true }
  return event
}

const fieldsOf = (fields: Readonly<Record<string, TracedValue>>) =>
  Object.entries(fields).map(([field, value]) => ({ field, value }))

const MANY = [
  'created',
  'linked',
  'named',
  'lookedAt',
  'lookAgain',
  'takenBack',
  'attached',
  'detached',
] as const

function manyOf(group: Group, rows: readonly ChangeRow[], { projects }: Around): EventView {
  const of = MANY.find((action) => rows.some(({ id, action: own }) => id === group.id && own === action))
  if (!of) return { action: 'other' }
  const own = rows.filter((row) => row.action === of)
  return { action: 'many', of, count: group.count, names: own.map((row) => nameIn(row, projects)) }
}

/** What tells one of many from the others. */
function nameIn(row: ChangeRow, projects: Around['projects']): string {
  const event = eventOf(row)
  if (event.action === 'named') return event.name
  if (event.action === 'lookedAt' || event.action === 'lookAgain') return row.warning?.sv ?? ''
  if (row.followUp) return row.followUp.project?.name ?? row.followUp.item?.name ?? ''
  const name = row.item?.name ?? ''
  const project = event.action === 'linked' ? projects.get(event.project ?? -1) : undefined
  return project && project.name !== name ? `${name} \u2192 ${project.name}` : name
}
