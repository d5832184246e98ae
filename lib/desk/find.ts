import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import { database } from '../db.ts'
import { nameKey, numberKey } from '../matching/keys.ts'
import { findProjectsLike } from '../projects/finder.ts'
import type { Shown } from '../projects/shown.ts'
import { type FieldTaskKey, keyText } from './task-key.ts'
import type { DeskRecord, Found } from './view.ts'

/** How many of each kind are shown. */
const SHOWN = 8
const LONGEST = 200

export type FoundRecords = { projects: Found[]; items: Found[]; organisations: Found[]; decisions: Found[] }

/** Records that somebody may mean by what they typed: a number, or a part of a name. Each kind's best first. */
export async function findRecords(typed: string): Promise<FoundRecords> {
  const words = typed.toWellFormed().slice(0, LONGEST).trim()
  const [name, number] = [nameKey(words), numberKey(words)]
  if (name === '' && number === '') return { projects: [], items: [], organisations: [], decisions: [] }
  const [projects, items, organisations, decisions] = await Promise.all([
    foundProjects(words),
    foundItems(name, number),
    foundOrganisations(name, number),
    foundDecisions(words),
  ])
  return { projects, items, organisations, decisions }
}

/**
 * The one project that a whole number means, with the fields that sources disagree on: whoever types a number wants
 * nothing else.
 */
export async function recordMeant(typed: string): Promise<{ record: DeskRecord; fields: string[] } | null> {
  const key = numberKey(typed.slice(0, LONGEST))
  if (!/\d/.test(key)) return null
  const found = await database().projectIdentifier.findUnique({
    where: { key, project: { inForce: true } },
    select: { project: { select: { id: true, slug: true, name: true, number: true, shown: true } } },
  })
  if (!found) return null
  const { shown, ...project } = found.project
  return { record: { kind: 'project', ...project }, fields: openFields(shown) }
}

async function foundProjects(words: string): Promise<Found[]> {
  const found = await findProjectsLike(words, { limit: SHOWN })
  const open = await database().project.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    select: {
      id: true,
      openDisagreements: true,
      shown: true,
      outcomes: { where: { isOpen: true }, select: { measure: true }, orderBy: { measure: 'asc' } },
    },
  })
  return found.map(({ id, slug, name, number, owner }) => ({
    record: { kind: 'project', id, slug, name, number },
    note: owner,
    ...openOf(
      'project',
      open.find((one) => one.id === id),
    ),
  }))
}

const NOTHING_OPEN = { disagreements: 0, firstOpen: null }
type OpenRow = {
  id: number
  openDisagreements: number
  shown: Prisma.JsonValue
  outcomes?: { measure: string }[]
}

/** Where the disagreements of a record are decided, if it has any. */
function openOf(
  kind: FieldTaskKey['kind'],
  row: OpenRow | undefined,
): Pick<Found, 'disagreements' | 'firstOpen'> {
  if (!row) return NOTHING_OPEN
  const { id, openDisagreements, shown, outcomes = [] } = row
  const keys = [
    ...openFields(shown).map((field) => keyText({ kind, id, field })),
    ...outcomes.map(({ measure }) => keyText({ kind: 'outcome', id, field: measure })),
  ]
  return { disagreements: openDisagreements + outcomes.length, firstOpen: keys[0] ?? null }
}

/** The fields that sources disagree on and nobody has decided, in the order of the queue. */
const openFields = (shown: Prisma.JsonValue): string[] =>
  Object.entries(shown as Record<string, Shown>)
    .filter(([, { rivals, correction }]) => rivals.length > 0 && correction === null)
    .map(([field]) => field)
    .sort()

async function foundItems(name: string, number: string): Promise<Found[]> {
  const rows = await database().decisionItem.findMany({
    where: {
      inForce: true,
      OR: [
        ...(name ? [{ nameKey: { contains: name } }] : []),
        ...(/\d/.test(number) ? [{ numberKey: number }] : []),
      ],
    },
    select: {
      id: true,
      name: true,
      applicant: true,
      openDisagreements: true,
      shown: true,
      decision: { select: { slug: true, heading: true } },
    },
    orderBy: [{ nameKey: 'asc' }, { id: 'asc' }],
    take: SHOWN,
  })
  return rows.map((row) => ({
    record: { kind: 'item', id: row.id, name: row.name, ...row.decision },
    note: row.applicant || null,
    ...openOf('item', row),
  }))
}

async function foundOrganisations(name: string, number: string): Promise<Found[]> {
  const where: Prisma.OrganisationWhereInput = {
    mergedIntoId: null,
    inForce: true,
    OR: [
      ...(name ? [{ names: { some: { key: { contains: name } } } }] : []),
      ...(/^\d{10}$/.test(number) ? [{ number }] : []),
    ],
  }
  const rows = await database().organisation.findMany({
    where,
    select: { id: true, slug: true, name: true, number: true },
    orderBy: [{ granted: 'desc' }, { id: 'asc' }],
    take: SHOWN,
  })
  return rows.map(({ number: note, ...row }) => ({
    record: { kind: 'organisation', ...row },
    note,
    ...NOTHING_OPEN,
  }))
}

async function foundDecisions(words: string): Promise<Found[]> {
  const rows = await database().decision.findMany({
    where: { inForce: true, heading: { contains: words, mode: 'insensitive' } },
    select: { id: true, slug: true, heading: true, partnership: true },
    orderBy: [{ decisionDate: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }],
    take: SHOWN,
  })
  return rows.map(({ heading, partnership, ...row }) => ({
    record: { kind: 'decision', name: heading, ...row },
    note: partnership,
    ...NOTHING_OPEN,
  }))
}
