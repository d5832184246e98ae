import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import {
  decisionFields,
  type LoadedField,
  organisationFields,
  forDecision as ownOfDecision,
  forOrganisation as ownOfOrganisation,
} from '../corrections/load.ts'
import { database } from '../db.ts'
import { DECISION_FIELD_KEYS } from '../decisions/fields.ts'
import { ITEM_FIELD_KEYS, PROJECT_FIELD_KEYS } from '../projects/fields.ts'
import { traced } from '../projects/fold.ts'
import type { Shown } from '../projects/shown.ts'
import { STATE_ACTIONS } from './actions.ts'
import { eventOf } from './events.ts'
import { idIn, isInForce, type RecordState, replay } from './replay.ts'
import { organisationsById, projectsById } from './rows.ts'
import type { ComparedField, EarlierEntry, EarlierView, HistoryOf, NamedRecord } from './view.ts'

/**
 * A record as it was after one of its changes, beside what it is today. Null where there is no such record, or where that
 * change of the registry was none of this record: each state has one address.
 */
export async function earlierState(
  of: HistoryOf,
  slug: string,
  revision: number,
): Promise<EarlierView | null> {
  const record = await LOADERS[of](slug)
  const steps = record ? await stepsOf(record.trace) : []
  const revisions = [...new Set(steps.map((step) => step.revision))]
  const at = revisions.indexOf(revision)
  if (!record || at < 0) return null
  const until = steps.filter((step) => step.revision <= revision)
  return {
    of,
    record: record.named,
    revision,
    at: (until.at(-1)?.at ?? new Date()).toISOString(),
    before: revisions[at - 1] ?? null,
    next: revisions[at + 1] ?? null,
    ...(await compared(record, steps, until)),
  }
}

/** A record today, and where its trace stands. */
type Present = {
  named: NamedRecord
  trace: Prisma.ChangeWhereInput
  keys: readonly string[]
  is: RecordState
  /** What it held when the trace began, given the trace; nothing, but for records that are older than it. */
  start: (steps: readonly Step[]) => RecordState
  items: { id: number; name: string; is: RecordState }[]
}

const LOADERS: Record<HistoryOf, (slug: string) => Promise<Present | null>> = {
  projects: loadProject,
  decisions: loadDecision,
  organisations: loadOrganisation,
}

async function loadProject(slug: string): Promise<Present | null> {
  const row = await database().project.findUnique({
    where: { slug },
    select: { id: true, slug: true, name: true, shown: true },
  })
  if (!row) return null
  return {
    named: { slug: row.slug, name: row.name },
    trace: { projectId: row.id, itemId: null },
    keys: PROJECT_FIELD_KEYS,
    is: tracedAll(row.shown),
    start: () => ({}),
    items: [],
  }
}

async function loadDecision(slug: string): Promise<Present | null> {
  const row = await database().decision.findUnique({ where: { slug }, select: forDecision })
  if (!row) return null
  const { id, items, asRead, byHand } = row
  return {
    named: { slug: row.slug, name: row.heading },
    trace: { OR: [{ decisionId: id }, { itemId: { in: items.map((item) => item.id) } }] },
    keys: DECISION_FIELD_KEYS,
    is: tracedAll(shownOf(decisionFields(row))),
    // What a list said of it later is no part of its beginning.
    start: () => (byHand ? {} : textState(asRead)),
    items: items.map(({ shown, projectId, inForce, ...item }) => ({
      ...item,
      is: { ...tracedAll(shown), ...textState({ project: projectId, inForce }) },
    })),
  }
}

const forDecision = {
  ...ownOfDecision,
  byHand: true,
  items: {
    select: { id: true, name: true, shown: true, projectId: true, inForce: true },
    orderBy: { position: 'asc' },
  },
} satisfies Prisma.DecisionSelect

const ORGANISATION_KEYS = ['name', 'number'] as const

async function loadOrganisation(slug: string): Promise<Present | null> {
  const row = await database().organisation.findUnique({
    where: { slug },
    select: { ...ownOfOrganisation, mergedIntoId: true },
  })
  if (!row) return null
  const { id, name, number, asRead, mergedIntoId } = row
  return {
    named: { slug, name },
    trace: { organisationId: id },
    keys: ORGANISATION_KEYS,
    is: { ...tracedAll(shownOf(organisationFields(row))), ...textState({ mergedInto: mergedIntoId }) },
    start: (steps) => startOfOrganisation(textState(asRead ?? { name, number }), steps),
    items: [],
  }
}

/** Before the trace told of new organisations it told of each number that one was given later. */
function startOfOrganisation({ number, ...held }: RecordState, steps: readonly Step[]): RecordState {
  const first = steps.map(eventOf).find((event) => 'field' in event && event.field === 'number')
  return first || !number ? held : { ...held, number }
}

/** Columns do not tell "no source says it" from nothing at all, and the trace does. */
const shownOf = (fields: Readonly<Record<string, LoadedField>>) =>
  Object.fromEntries(Object.entries(fields).map(([field, { shown }]) => [field, shown]))

/** Everything that a record shows, as the trace keeps it. */
const tracedAll = (shown: unknown): RecordState =>
  Object.fromEntries(
    Object.entries((shown ?? {}) as Record<string, Shown | null>).flatMap(([field, one]) => {
      const value = traced(one)
      return value ? [[field, value] as const] : []
    }),
  )

/** Plain columns as a state. */
const textState = (columns: unknown): RecordState => eventFields({ ...(columns as object) })
const eventFields = (to: Record<string, unknown>): RecordState => {
  const event = eventOf({ action: 'created', field: null, from: null, to })
  return event.action === 'created' ? event.fields : {}
}

const step = {
  at: true,
  revision: true,
  action: true,
  field: true,
  from: true,
  to: true,
  itemId: true,
} satisfies Prisma.ChangeSelect
type Step = Prisma.ChangeGetPayload<{ select: typeof step }>

const stepsOf = (where: Prisma.ChangeWhereInput): Promise<Step[]> =>
  database().change.findMany({
    where: { AND: [where, { action: { in: STATE_ACTIONS } }] },
    select: step,
    orderBy: { id: 'asc' },
  })

async function compared(record: Present, steps: readonly Step[], until: readonly Step[]) {
  const own = (rows: readonly Step[]) => rows.filter(({ itemId }) => itemId === null)
  const was = replay(own(until), record.start(own(steps)))
  const mergedInto = idIn(was, 'mergedInto')
  const period = was.programmingPeriod?.value
  return {
    period: typeof period === 'string' ? period : null,
    fields: comparedFields(record.keys, was, record.is),
    ...(await comparedEntries(record.items, until)),
    mergedInto:
      mergedInto === null ? null : ((await organisationsById([mergedInto])).get(mergedInto) ?? null),
  }
}

const comparedFields = (keys: readonly string[], was: RecordState, is: RecordState): ComparedField[] =>
  keys
    .filter((field) => was[field] || is[field])
    .map((field) => ({ field, was: was[field] ?? null, is: is[field] ?? null }))

async function comparedEntries(items: Present['items'], until: readonly Step[]) {
  const byItem = Map.groupBy(until, ({ itemId }) => itemId)
  const states = items.map((item) => ({ ...item, was: replay(byItem.get(item.id) ?? []) }))
  const wasThere = states.filter(({ was }) => Object.keys(was).length > 0)
  const ids = wasThere.flatMap(({ was, is }) => [idIn(was, 'project'), idIn(is, 'project')])
  const projects = await projectsById(ids.filter((id) => id !== null))
  const project = (state: RecordState) => projects.get(idIn(state, 'project') ?? -1) ?? null
  return {
    entries: wasThere.map(
      ({ name, was, is }): EarlierEntry => ({
        name: typeof was.name?.value === 'string' ? was.name.value : name,
        fields: comparedFields(ITEM_FIELD_KEYS, was, is),
        project: { was: project(was), is: project(is) },
        inForce: { was: isInForce(was), is: isInForce(is) },
      }),
    ),
    later: states.filter(({ was }) => Object.keys(was).length === 0).map(({ name }) => name),
  }
}
