import 'server-only'
import type { Prisma } from '../../../prisma/generated/client.ts'
import { noteNames } from '../../corrections/apply.ts'
import type { Transaction } from '../../db.ts'
import { organisationNames, type StoredValue } from '../../projects/shown.ts'
import type { Acting } from '../../registry/acting.ts'
import { touch } from '../../registry/touched.ts'
import { jsonOf } from '../../registry/trace.ts'
import { freeDecisionSlug } from '../free-slug.ts'
import { decisionSlug } from '../identity.ts'
import type { ReadDecision, ReadEntry } from './read.ts'

/** Why the values are so, and where they stand: the same for all that a draft gives. */
export type Ground = { reason: string; evidence: string | null }

/** A value that is given by hand: a correction of a field that nothing else says anything of. */
type Entered = {
  subject: { decisionId: number } | { itemId: number; decisionId: number }
  field: string
  value: StoredValue
  code?: string | null
  precision?: number | null
  qualifier?: string | null
}

/** An entry with the project that it is linked to, and its key among the decision's. */
export type KeyedEntry = ReadEntry & { key: string; projectId: number | null }

/** Makes the decision that no list has told of, with its trace. Its values are corrections. */
export async function makeDecision(
  tx: Transaction,
  acting: Acting,
  { key, decision, ground }: { key: string; decision: ReadDecision; ground: Ground },
): Promise<{ id: number; slug: string }> {
  const slug = await freeDecisionSlug(tx, decisionSlug(decision))
  const { decisionDate, ...columns } = decision
  const { id } = await tx.decision.create({
    data: { ...columns, key, slug, byHand: true, decisionDate: decisionDate && new Date(decisionDate) },
    select: { id: true },
  })
  acting.told.push({ ...acting.by, ...ground, action: 'published', decisionId: id, to: { ...decision } })
  touch(acting.touched.decisions, id, { slug, isNew: true })
  const given = Object.entries(decision).filter(([, value]) => value !== null)
  await enter(
    tx,
    acting,
    ground,
    given.map(([field, value]) => ({ subject: { decisionId: id }, field, value })),
  )
  return { id, slug }
}

/** Adds entries to a decision, after those that it has. Shown values, links and sums follow in `settle`. */
export async function addEntries(
  tx: Transaction,
  acting: Acting,
  {
    decisionId,
    entries,
    after,
    ground,
  }: {
    decisionId: number
    entries: readonly KeyedEntry[]
    /** The last place that is taken. */
    after: number
    ground: Ground
  },
) {
  const made = await tx.decisionItem.createManyAndReturn({
    data: entries.map(({ key, name, applicants, rejected, projectId }, at) => ({
      decisionId,
      position: after + 1 + at,
      key,
      name,
      applicant: applicants.join(', '),
      rejected,
      projectId,
      linkedBy: projectId === null ? null : 'person',
      shown: {},
    })),
    select: { id: true, key: true },
  })
  const idOf = new Map(made.map(({ id, key }) => [key, id]))
  const fund = await fundOnLists(tx, decisionId)
  await noteNames(tx, acting, entries.flatMap(namesIn))
  const entered = entries.flatMap((entry) => {
    const itemId = idOf.get(entry.key)
    return itemId === undefined
      ? []
      : enteredOf(entry, fund).map((field) => ({ subject: { itemId, decisionId }, ...field }))
  })
  await enter(tx, acting, ground, entered)
  for (const id of idOf.values()) touch(acting.touched.items, id, { isNew: true })
}

/** The decision's fund where its lists alone say it: an entry has no list's words for it. A person's follows of itself. */
async function fundOnLists(tx: Transaction, decisionId: number): Promise<string | null> {
  const { fund, corrections } = await tx.decision.findUniqueOrThrow({
    where: { id: decisionId },
    select: {
      fund: true,
      corrections: { where: { field: 'fund', withdrawnAt: null }, select: { id: true } },
    },
  })
  return corrections.length === 0 ? fund : null
}

const namesIn = ({ applicants, partners }: ReadEntry): string[] => [
  ...applicants,
  ...organisationNames(partners?.value ?? null),
]

/** What an entry gives, field by field. What it does not give is absent, not empty. */
function enteredOf(
  { name, applicant, amount, partners, projectNumber, projectId }: KeyedEntry,
  fund: string | null,
): Omit<Entered, 'subject'>[] {
  return [
    { field: 'name', value: name },
    ...(applicant === null ? [] : [{ field: 'applicant', value: applicant }]),
    ...(amount ? [{ field: 'amount', ...amount, code: amount.kind }] : []),
    ...(partners ? [{ field: 'partners', ...partners }] : []),
    ...(projectNumber === null ? [] : [{ field: 'projectNumber', value: projectNumber }]),
    ...(fund === null ? [] : [{ field: 'fund', value: fund }]),
    ...(projectId === null ? [] : [{ field: 'project', value: projectId }]),
  ]
}

/** PostgreSQL takes 32,766 values in one statement. */
const ROWS = 1000

/** Writes what is given by hand as corrections, each with its trace. */
async function enter(tx: Transaction, acting: Acting, ground: Ground, entered: readonly Entered[]) {
  for (let at = 0; at < entered.length; at += ROWS) {
    const rows = entered.slice(at, at + ROWS)
    const made = await tx.correction.createManyAndReturn({
      data: rows.map((row) => correctionOf(acting, ground, row)),
      select: { id: true, itemId: true, decisionId: true, field: true },
    })
    const idOf = new Map(made.map((row) => [`${row.itemId ?? ''} ${row.field}`, row.id]))
    for (const row of rows) {
      const itemId = 'itemId' in row.subject ? row.subject.itemId : ''
      acting.told.push(traceOf(acting, ground, row, idOf.get(`${itemId} ${row.field}`) ?? null))
    }
  }
}

const correctionOf = (
  { by }: Acting,
  { reason, evidence }: Ground,
  { subject, field, value, code = null, precision = null, qualifier = null }: Entered,
): Prisma.CorrectionCreateManyInput => ({
  // A correction is of one record: an entry's decision is told by the trace alone.
  ...('itemId' in subject ? { itemId: subject.itemId } : subject),
  field,
  kind: 'VALUE',
  value: jsonOf(value),
  code,
  precision,
  qualifier,
  reason,
  evidence,
  actor: by.actor,
  userId: by.userId,
})

function traceOf(
  { by }: Acting,
  ground: Ground,
  { subject, field, value, code, precision, qualifier }: Entered,
  correctionId: number | null,
): Prisma.ChangeCreateManyInput {
  const to = {
    state: 'value',
    value,
    ...(code && { code }),
    ...((precision ?? 1) > 1 && { precision }),
    ...(qualifier && { qualifier }),
  }
  // A project has in its history which entries came to it.
  const project = field === 'project' && typeof value === 'number' ? { projectId: value } : {}
  return {
    ...by,
    ...ground,
    ...subject,
    ...project,
    action: 'corrected',
    field,
    to: jsonOf(to),
    correctionId,
  }
}
