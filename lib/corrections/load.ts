import 'server-only'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { FollowUpKind } from '../../prisma/generated/enums.ts'
import type { Database, Transaction } from '../db.ts'
import { DECISION_COLUMNS, DECISION_FIELDS } from '../decisions/fields.ts'
import { correctionsOfItem, isOnAList, forRefolding as itemForRefolding } from '../decisions/refold.ts'
import { followUpKeys, typeOfFollowUpField } from '../follow-up/fields.ts'
import type { AttachedTo } from '../follow-up/publish.ts'
import type { Stated } from '../follow-up/stated.ts'
import { ORGANISATION_FIELDS } from '../organisations/fields.ts'
import { type FieldType, ITEM_FIELDS, PROJECT_FIELDS } from '../projects/fields.ts'
import type { SaidOf } from '../projects/fold.ts'
import { saidOfProject } from '../projects/folding.ts'
import { forRefolding as projectForRefolding } from '../projects/refold.ts'
import {
  BASE,
  type Candidate,
  foldField,
  type Shown,
  type StandingCorrection,
  type StoredValue,
} from '../projects/shown.ts'
import { dayOf } from '../registry/sayings.ts'
import { candidateOf, correctionForFolding, forFolding, standingOf } from '../registry/statements.ts'
import type { CorrectableType, Subject, SubjectKind } from './fields.ts'

type Reader = Transaction | Database

/** One field of a record with everything that is said of it. */
export type LoadedField = {
  type: CorrectableType
  candidates: readonly Candidate[]
  corrections: readonly StandingCorrection[]
  shown: Shown | null
}
/** A record as its correctors meet it. */
export type Loaded = {
  subject: Subject
  /** Of the record's page; an entry's is its decision's. */
  slug: string
  name: string
  version: number
  fields: Readonly<Record<string, LoadedField>>
  /** An entry's decision. */
  decisionId: number | null
  /** Of a follow-up, what its rules go by. */
  followUp?: { kind: FollowUpKind; hasFile: boolean; to: AttachedTo }
}

/** A record with all its fields, absent ones too, or null. */
export function loadRecord(db: Reader, { kind, id }: Subject): Promise<Loaded | null> {
  return LOADERS[kind](db, id)
}

const LOADERS: Record<SubjectKind, (db: Reader, id: number) => Promise<Loaded | null>> = {
  project: loadProject,
  item: loadItem,
  decision: loadDecision,
  organisation: loadOrganisation,
  followUp: loadFollowUp,
}

async function loadProject(db: Reader, id: number): Promise<Loaded | null> {
  const row = await db.project.findUnique({
    where: { id },
    select: { ...projectForRefolding, version: true },
  })
  if (!row) return null
  return {
    subject: { kind: 'project', id },
    slug: row.slug,
    name: row.name,
    version: row.version,
    fields: fieldsOf(PROJECT_FIELDS, saidOfProject(row), row.corrections.map(standingOf)),
    decisionId: null,
  }
}

async function loadItem(db: Reader, id: number): Promise<Loaded | null> {
  const row = await db.decisionItem.findUnique({ where: { id }, select: forItem })
  if (!row) return null
  const fields = fieldsOf(ITEM_FIELDS, row.statements.map(candidateOf), correctionsOfItem(row))
  const corrections = row.corrections.map(standingOf)
  const link = plainField(
    'link',
    row.projectId,
    corrections.filter(({ field }) => field === 'project'),
  )
  const member = plainField(
    'membership',
    isOnAList(row) || null,
    corrections.filter(({ field }) => field === 'inForce'),
  )
  return {
    subject: { kind: 'item', id },
    slug: row.decision.slug,
    name: row.name,
    version: row.version,
    fields: { ...fields, project: link, inForce: member },
    decisionId: row.decisionId,
  }
}

const forItem = {
  ...itemForRefolding,
  version: true,
  decisionId: true,
  decision: { select: { ...itemForRefolding.decision.select, slug: true } },
} satisfies Prisma.DecisionItemSelect

/**
 * A field that no words say: what it holds now, and the corrections that stand. What a link holds without a correction was
 * found by the registry.
 */
function plainField(
  type: 'link' | 'membership',
  held: StoredValue,
  corrections: readonly StandingCorrection[],
): LoadedField {
  const isPersons = type === 'link' && corrections.length > 0
  const candidates = held === null || isPersons ? [] : [said(held)]
  return { type, candidates, corrections, shown: foldField('text', candidates, corrections) }
}

async function loadDecision(db: Reader, id: number): Promise<Loaded | null> {
  const row = await db.decision.findUnique({ where: { id }, select: forDecision })
  if (!row) return null
  return {
    subject: { kind: 'decision', id },
    slug: row.slug,
    name: row.heading,
    version: row.version,
    fields: decisionFields(row),
    decisionId: id,
  }
}

/** What a decision's own fields are folded from. */
export const forDecision = {
  id: true,
  slug: true,
  ...DECISION_COLUMNS,
  asRead: true,
  version: true,
  statements: {
    where: { field: { in: Object.keys(DECISION_FIELDS) } },
    select: forFolding,
    orderBy: { id: 'asc' },
  },
  corrections: { where: { withdrawnAt: null }, select: correctionForFolding },
} satisfies Prisma.DecisionSelect
type DecisionRow = Prisma.DecisionGetPayload<{ select: typeof forDecision }>

export const decisionFields = (row: DecisionRow) =>
  fieldsOf(DECISION_FIELDS, saidOfDecision(row), row.corrections.map(standingOf))

/** Statements where there are any; else what the decision held when it was read. */
export function saidOfDecision({ statements, asRead }: Pick<DecisionRow, 'statements' | 'asRead'>) {
  const stated = statements.map(candidateOf)
  return [...stated, ...heldAsRead(asRead).filter(({ field }) => !stated.some((one) => one.field === field))]
}

async function loadOrganisation(db: Reader, id: number): Promise<Loaded | null> {
  const row = await db.organisation.findUnique({ where: { id }, select: forOrganisation })
  if (!row) return null
  return {
    subject: { kind: 'organisation', id },
    slug: row.slug,
    name: row.name,
    version: row.version,
    fields: organisationFields(row),
    decisionId: null,
  }
}

/** What an organisation's name and number are folded from. */
export const forOrganisation = {
  id: true,
  slug: true,
  name: true,
  number: true,
  asRead: true,
  version: true,
  corrections: { where: { withdrawnAt: null }, select: correctionForFolding },
} satisfies Prisma.OrganisationSelect
type OrganisationRow = Prisma.OrganisationGetPayload<{ select: typeof forOrganisation }>

export const organisationFields = (row: OrganisationRow) =>
  fieldsOf(ORGANISATION_FIELDS, saidOfOrganisation(row), row.corrections.map(standingOf))

const saidOfOrganisation = ({ name, number, asRead }: OrganisationRow) =>
  heldAsRead(asRead ?? { name, number })

async function loadFollowUp(db: Reader, id: number): Promise<Loaded | null> {
  const row = await db.followUp.findUnique({ where: { id }, select: forFollowUp })
  if (row?.state !== 'PUBLISHED') return null
  const { project, item } = row
  return {
    subject: { kind: 'followUp', id },
    slug: project?.slug ?? item?.decision.slug ?? '',
    name: project?.name ?? item?.name ?? '',
    version: row.version,
    fields: followUpFields(row),
    decisionId: null,
    followUp: { kind: row.kind, hasFile: row.fileId !== null, to: attachedTo(row) },
  }
}

/** What belongs to an entry that led to a project is told of the project. */
function attachedTo({ projectId, itemId, item }: FollowUpRow): AttachedTo {
  const ofProject = projectId ?? item?.projectId ?? null
  return ofProject === null ? { itemId: itemId ?? 0 } : { projectId: ofProject }
}

/** What the fields of a follow-up are folded from. */
export const forFollowUp = {
  id: true,
  kind: true,
  state: true,
  version: true,
  stated: true,
  shown: true,
  asOf: true,
  fileId: true,
  projectId: true,
  itemId: true,
  project: { select: { slug: true, name: true } },
  item: { select: { name: true, projectId: true, decision: { select: { slug: true } } } },
  corrections: { where: { withdrawnAt: null }, select: correctionForFolding },
} satisfies Prisma.FollowUpSelect
type FollowUpRow = Prisma.FollowUpGetPayload<{ select: typeof forFollowUp }>

/** Everything that a follow-up says and could say: what is stated, and what a correction may add. */
export function followUpFields({
  kind,
  stated,
  corrections,
}: Pick<FollowUpRow, 'kind' | 'stated' | 'corrections'>) {
  const held = (stated ?? {}) as Stated
  const statements = Object.entries(held).map(([field, typed]) => ({ ...said(typed.value), ...typed, field }))
  const types = Object.fromEntries(
    followUpKeys(kind, Object.keys(held)).map((key) => [key, typeOfFollowUpField(key) ?? 'text'] as const),
  )
  return fieldsOf(types, statements, corrections.map(standingOf))
}

/** What a record held before any correction, as candidates of the rule: no statement's, so their id is no row's. */
function heldAsRead(asRead: Prisma.JsonValue): SaidOf<Candidate>[] {
  if (typeof asRead !== 'object' || asRead === null || Array.isArray(asRead)) return []
  return Object.entries(asRead).flatMap(([field, value]) =>
    typeof value === 'string' && value !== '' ? { ...said(value), field } : [],
  )
}

const said = (value: StoredValue): Candidate => ({
  id: BASE,
  source: 'list',
  origin: 'FIELD',
  state: 'READ',
  value,
  precision: null,
  qualifier: null,
  code: null,
  capturedAt: 0,
  isReplaced: false,
})

function fieldsOf(
  types: Readonly<Record<string, FieldType>>,
  statements: readonly SaidOf<Candidate>[],
  corrections: readonly SaidOf<StandingCorrection>[],
): Record<string, LoadedField> {
  const saidOf = Map.groupBy(statements, ({ field }) => field)
  const correctedOf = Map.groupBy(corrections, ({ field }) => field)
  return Object.fromEntries(
    Object.entries(types).map(([field, type]): [string, LoadedField] => {
      const [candidates, standing] = [saidOf.get(field) ?? [], correctedOf.get(field) ?? []]
      return [
        field,
        { type, candidates, corrections: standing, shown: foldField(type, candidates, standing) },
      ]
    }),
  )
}

/** What a field would show with these corrections instead. */
export const refolded = (
  { type, candidates }: LoadedField,
  corrections: readonly StandingCorrection[],
): Shown | null =>
  foldField(type === 'link' || type === 'membership' ? 'text' : type, candidates, corrections)

/** The correction that is shown: the one made last. */
export const lastMade = <Made extends { id: number; at: number }>(corrections: readonly Made[]) =>
  [...corrections].sort((a, b) => b.at - a.at || b.id - a.id)[0]

/** What comes back when the correction that is shown is withdrawn. */
export function shownWithdrawn(field: LoadedField): Shown | null {
  const last = lastMade(field.corrections)
  return refolded(
    field,
    field.corrections.filter((correction) => correction !== last),
  )
}

/** What a field of text shows, or null. */
export function shownText(fields: Loaded['fields'], field: string): string | null {
  const value = fields[field]?.shown?.value
  return typeof value === 'string' ? value : null
}

/** A decision's own columns as its fields give them. Dates are ISO. */
export function decisionColumns(fields: Loaded['fields']) {
  const text = (field: string) => shownText(fields, field)
  return {
    heading: text('heading') ?? '',
    publisher: text('publisher'),
    partnership: text('partnership'),
    region: text('region'),
    county: text('county'),
    fund: text('fund'),
    decisionDate: text('decisionDate'),
    statedDate: text('statedDate'),
  }
}

export const decisionHeld = (row: DecisionRow) => ({
  heading: row.heading,
  publisher: row.publisher,
  partnership: row.partnership,
  region: row.region,
  county: row.county,
  fund: row.fund,
  decisionDate: dayOf(row.decisionDate),
  statedDate: dayOf(row.statedDate),
})
