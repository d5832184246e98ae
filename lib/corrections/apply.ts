import 'server-only'
import type { Transaction } from '../db.ts'
import { findOrMakeOrganisations } from '../organisations/find-or-make.ts'
import { touchRecordsOf } from '../organisations/records.ts'
import type { Shown } from '../projects/shown.ts'
import type { Acting } from '../registry/acting.ts'
import { touch } from '../registry/touched.ts'
import { problem, type Result } from '../result.ts'
import { decisionColumns, type Loaded, shownText } from './load.ts'
import { writeDecision } from './refold-own.ts'
import type { SaveProblem } from './save.ts'

/** A correction that is written: what the field shows now, and the organisations that its value names. */
export type Prepared = { field: string; after: Shown | null; names: string[] }

/**
 * Brings what is no fold of statements in line with corrections: an entry's link, a decision's and an organisation's own
 * columns, organisations that are named for the first time. Projects and entries themselves are folded by `settle`.
 */
export async function applyToRecord(
  tx: Transaction,
  acting: Acting,
  record: Loaded,
  prepared: readonly Prepared[],
): Promise<Result<null, SaveProblem>> {
  await noteNames(
    tx,
    acting,
    prepared.flatMap(({ names }) => names),
  )
  const { kind } = record.subject
  if (kind === 'item') return applyLink(tx, acting, record, prepared)
  if (kind === 'organisation') return applyToOrganisation(tx, acting, record, prepared)
  if (kind === 'decision') await applyToDecision(tx, record, prepared)
  return DONE
}

const DONE: Result<null, never> = { ok: true, value: null }

/** Sees to it that names belong to organisations, and that the trace tells of new ones. */
export async function noteNames(tx: Transaction, acting: Acting, names: readonly string[]): Promise<void> {
  if (names.length === 0) return
  const drafts = names.map((name) => ({ name, number: null }))
  const { numbered, named } = await findOrMakeOrganisations(tx, drafts, null)
  acting.touched.numbered.push(...numbered)
  acting.names.push(...named)
}

/** A person's link goes before what the registry finds by itself; without one it may look again. */
async function applyLink(
  tx: Transaction,
  acting: Acting,
  { subject, fields }: Loaded,
  prepared: readonly Prepared[],
): Promise<Result<null, SaveProblem>> {
  const link = prepared.find(({ field }) => field === 'project')
  if (!link) return DONE
  const before = fields.project?.shown?.value ?? null
  const isPersons = link.after?.correction != null
  const wanted = isPersons && typeof link.after?.value === 'number' ? link.after.value : null
  if (wanted !== null && !(await tx.project.findUnique({ where: { id: wanted }, select: { id: true } })))
    return problem({ kind: 'field', field: 'project', why: 'unknownProject' })
  await tx.decisionItem.update({
    where: { id: subject.id },
    data: { projectId: wanted, linkedBy: isPersons ? 'person' : null, version: { increment: 1 } },
  })
  for (const id of [before, wanted])
    if (typeof id === 'number') {
      touch(acting.touched.projects, id, { isNew: false })
      acting.always.projects.push(id)
    }
  return DONE
}

async function applyToDecision(tx: Transaction, record: Loaded, prepared: readonly Prepared[]) {
  await writeDecision(tx, record.subject.id, decisionColumns(withAfter(record, prepared)))
}

/** A record's fields as they are after the corrections. */
function withAfter({ fields }: Loaded, prepared: readonly Prepared[]): Loaded['fields'] {
  const changed = prepared.flatMap(({ field, after }) => {
    const before = fields[field]
    return before ? [[field, { ...before, shown: after }] as const] : []
  })
  return { ...fields, ...Object.fromEntries(changed) }
}

async function applyToOrganisation(
  tx: Transaction,
  { touched }: Acting,
  record: Loaded,
  prepared: readonly Prepared[],
): Promise<Result<null, SaveProblem>> {
  const { id } = record.subject
  const fields = withAfter(record, prepared)
  const number = shownText(fields, 'number')
  const other = number && (await tx.organisation.findFirst({ where: { number, id: { not: id } } }))
  if (other)
    return problem({
      kind: 'field',
      field: 'number',
      why: 'numberTaken',
      other: { slug: other.slug, name: other.name },
    })
  const held = await tx.organisation.findUniqueOrThrow({
    where: { id },
    select: { name: true, number: true, asRead: true },
  })
  if (number !== held.number)
    for (const one of [held.number, number]) if (one !== null) touched.numbers.add(one)
  await tx.organisation.update({
    where: { id },
    data: {
      name: shownText(fields, 'name') ?? held.name,
      number,
      // What sources gave it is kept from the first correction on: it comes back when the correction is withdrawn.
      ...(held.asRead === null && { asRead: { name: held.name, number: held.number } }),
      version: { increment: 1 },
    },
  })
  return DONE
}

/** Entries that follow when a decision's own fields change: all of them. */
const MOST_ENTRIES = 5000

/** Notes which records and pages the corrections are about. */
export async function touchRecord(
  tx: Transaction,
  acting: Acting,
  { subject: { kind, id }, slug, decisionId }: Loaded,
) {
  const { touched } = acting
  if (kind === 'project') touch(touched.projects, id, { isNew: false })
  if (kind === 'item') touch(touched.items, id, { isNew: false })
  if (kind === 'organisation') await touchOrganisation(tx, acting, id)
  if (kind === 'followUp') touched.followUps.add(id)
  if (decisionId !== null) touch(touched.decisions, decisionId, { slug, isNew: false })
  if (kind === 'decision') {
    const items = await tx.decisionItem.findMany({
      where: { decisionId: id },
      select: { id: true },
      take: MOST_ENTRIES,
    })
    for (const item of items) touch(touched.items, item.id, { isNew: false })
  }
}

/** What an organisation owns and takes part in is found by its name and number: it follows them. */
async function touchOrganisation(tx: Transaction, { touched, always }: Acting, id: number) {
  const { projectIds } = await touchRecordsOf(tx, touched, [id])
  always.projects.push(...projectIds)
}
