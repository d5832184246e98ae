import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import { database } from '../db.ts'
import type { Address } from '../paths.ts'
import { finderText } from '../projects/finder-text.ts'
import type { Candidate, Shown, StoredValue } from '../projects/shown.ts'
import type { Saying } from '../projects/view.ts'
import { documentReference, saying, sayingsIn } from '../registry/sayings.ts'
import { basisOf } from './basis.ts'
import { CORRECTABLE, type Subject, type SubjectKind } from './fields.ts'
import { type Loaded, type LoadedField, loadRecord } from './load.ts'
import { columnOf } from './save.ts'
import { typedText } from './typed.ts'
import type {
  ContactView,
  EditableField,
  EditableRecord,
  LinkedProject,
  Said,
  Standing,
  StandingNote,
} from './view.ts'

/**
 * A record with everything that its form shows, or null. `key`: its slug, an entry's id. The number of queries does not
 * depend on the record.
 */
export async function findRecordForEditing(kind: SubjectKind, key: string): Promise<EditableRecord | null> {
  const found = await FINDERS[kind](key)
  if (!found) return null
  const { id, ...about } = found
  const subject = { kind, id }
  const record = await loadRecord(database(), subject)
  if (!record) return null
  const fields = inOrder(kind, record.fields)
  const [{ sayings, documents }, notes, contacts, linked] = await Promise.all([
    wordsOf(fields),
    notesOf(subject),
    contactsOf(subject),
    linkedIn(fields),
  ])
  return {
    ...about,
    subject,
    version: record.version,
    fields: fields.map(([field, loaded]) => editable(kind, field, loaded, { sayings, notes, linked })),
    contacts,
    documents,
  }
}

/** As forms list them. */
function inOrder(kind: SubjectKind, fields: Loaded['fields']): [string, LoadedField][] {
  const keys = kind === 'followUp' ? Object.keys(fields) : Object.keys(CORRECTABLE[kind])
  return keys.flatMap((field) => (fields[field] ? [[field, fields[field]]] : []))
}

type Found = Pick<EditableRecord, 'name' | 'number' | 'period' | 'page' | 'decision' | 'entries'> & {
  id: number
}

const FINDERS: Record<SubjectKind, (key: string) => Promise<Found | null>> = {
  project: findProject,
  item: findItem,
  decision: findDecision,
  organisation: findOrganisation,
  followUp: findFollowUp,
}
const NOTHING_MORE = { number: null, period: null, decision: null, entries: [] }

async function findProject(slug: string): Promise<Found | null> {
  const row = await database().project.findUnique({
    where: { slug },
    select: { id: true, name: true, number: true, period: true },
  })
  return row && { ...NOTHING_MORE, ...row, page: { page: 'projects', slug } }
}

async function findItem(key: string): Promise<Found | null> {
  const id = /^[1-9]\d{0,8}$/.test(key) ? Number(key) : 0
  const row = await database().decisionItem.findUnique({
    where: { id },
    select: { id: true, name: true, decision: { select: { slug: true, heading: true } } },
  })
  if (!row) return null
  const page: Address = { page: 'decisions', slug: row.decision.slug, rest: `#post-${id}` }
  return { ...NOTHING_MORE, ...row, page }
}

/** A list of more entries is looked through on its own page. */
const MOST_ENTRIES = 500

async function findDecision(slug: string): Promise<Found | null> {
  const row = await database().decision.findUnique({
    where: { slug },
    select: {
      id: true,
      heading: true,
      items: { select: { id: true, name: true }, orderBy: { position: 'asc' }, take: MOST_ENTRIES },
    },
  })
  if (!row) return null
  const { id, heading, items } = row
  return { ...NOTHING_MORE, id, name: heading, page: { page: 'decisions', slug }, entries: items }
}

async function findOrganisation(slug: string): Promise<Found | null> {
  const row = await database().organisation.findUnique({ where: { slug }, select: { id: true, name: true } })
  return row && { ...NOTHING_MORE, ...row, page: { page: 'organisations', slug } }
}

async function findFollowUp(key: string): Promise<Found | null> {
  const id = /^[1-9]\d{0,8}$/.test(key) ? Number(key) : 0
  const row = await database().followUp.findUnique({
    where: { id },
    select: {
      project: { select: { slug: true, name: true, number: true, period: true } },
      item: { select: { id: true, name: true, decision: { select: { slug: true } } } },
    },
  })
  const { project, item } = row ?? {}
  const rest = `#uppfoljning-${id}`
  if (project) {
    const { slug, ...about } = project
    return { ...NOTHING_MORE, ...about, id, page: { page: 'projects', slug, rest } }
  }
  if (!item) return null
  return { ...NOTHING_MORE, id, name: item.name, page: { page: 'decisions', slug: item.decision.slug, rest } }
}

/** The words of everything that sources say, and the documents that they stand in. */
async function wordsOf(fields: readonly [string, LoadedField][]) {
  const ids = fields.flatMap(([, { candidates }]) => candidates.map(({ id }) => id)).filter((id) => id > 0)
  const rows = await database().statement.findMany({
    where: { id: { in: ids } },
    select: { ...saying, document: { select: documentReference } },
    orderBy: { id: 'asc' },
  })
  return sayingsIn(rows)
}

const note = {
  id: true,
  field: true,
  kind: true,
  value: true,
  code: true,
  precision: true,
  qualifier: true,
  reason: true,
  evidence: true,
  actor: true,
  at: true,
  user: { select: { name: true } },
} satisfies Prisma.CorrectionSelect

async function notesOf(subject: Subject): Promise<ReadonlyMap<string, StandingNote[]>> {
  const rows = await database().correction.findMany({
    where: { ...columnOf(subject), withdrawnAt: null },
    select: note,
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  const notes = rows.map(({ field, value, actor, user, at, ...row }) => ({
    field,
    note: {
      ...row,
      value: value as StoredValue,
      by: { actor, name: user?.name ?? null },
      at: at.toISOString(),
    },
  }))
  const byField = Map.groupBy(notes, ({ field }) => field)
  return new Map([...byField].map(([field, own]) => [field, own.map(({ note }) => note)]))
}

const MOST_CONTACTS = 50

async function contactsOf({ kind, id }: Subject): Promise<ContactView[]> {
  if (kind !== 'project' && kind !== 'item') return []
  return database().contact.findMany({
    where: kind === 'project' ? { projectId: id } : { itemId: id },
    select: { name: true, email: true, phone: true },
    distinct: ['name', 'email', 'phone'],
    orderBy: { id: 'desc' },
    take: MOST_CONTACTS,
  })
}

async function linkedIn(fields: readonly [string, LoadedField][]): Promise<Record<number, LinkedProject>> {
  const links = fields.filter(([, { type }]) => type === 'link')
  const ids = links.flatMap(([, { shown, corrections }]) =>
    [shown, ...corrections].flatMap((held) => (typeof held?.value === 'number' ? held.value : [])),
  )
  return ids.length === 0 ? {} : projectsById(ids)
}

/** What projects are called, by their ids. */
export async function projectsById(ids: readonly number[]): Promise<Record<number, LinkedProject>> {
  const rows = await database().project.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, slug: true, name: true, number: true },
  })
  return Object.fromEntries(rows.map(({ id, ...project }) => [id, project]))
}

type Around = {
  sayings: ReadonlyMap<number, Saying>
  notes: ReadonlyMap<string, StandingNote[]>
  linked: Record<number, LinkedProject>
}

function editable(
  kind: SubjectKind,
  key: string,
  { type, candidates, shown }: LoadedField,
  { sayings, notes, linked }: Around,
): EditableField {
  const isLink = type === 'link'
  const held = isLink && typeof shown?.value === 'number' ? linked[shown.value] : undefined
  const typed = typedText(kind, key, shown?.state === 'value' ? shown : null)
  return {
    key,
    type,
    shown,
    basis: basisOf(shown),
    typed: held ? { ...typed, text: finderText(held) } : typed,
    said: isLink || type === 'membership' ? [] : saidIn(candidates, shown, sayings),
    notes: notes.get(key) ?? [],
    linked: isLink ? linked : {},
  }
}

function saidIn(
  candidates: readonly Candidate[],
  shown: Shown | null,
  sayings: ReadonlyMap<number, Saying>,
): Said[] {
  const said = candidates.map((candidate): Said => {
    const { id, value, code, precision, qualifier } = candidate
    const standing = standingOf(id, shown)
    return { statement: id, value, code, precision, qualifier, standing, saying: sayings.get(id) ?? null }
  })
  return said.sort((a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing))
}

const ORDER: Standing[] = ['shown', 'rival', 'agreeing', 'apart', 'older']

function standingOf(id: number, shown: Shown | null): Standing {
  if (!shown || shown.statement === id) return 'shown'
  if (shown.rivals.includes(id)) return 'rival'
  if (shown.agreeing.includes(id)) return 'agreeing'
  return shown.apart.includes(id) ? 'apart' : 'older'
}
