import { basisOf } from '../corrections/basis.ts'
import { correctRecord } from '../corrections/commands.ts'
import type { Subject } from '../corrections/fields.ts'
import { type Loaded, loadRecord } from '../corrections/load.ts'
import { database } from '../db.ts'
import { luhnHolds } from '../documents/parse/values/checksum.ts'

/** How many pairs of saves meet each other; fewer where somebody says so, for a quick look. */
export const PAIRS = Number(process.env.FONDSPAR_PAIRS ?? 1000)

/** Two fields of each kind of record, and what may stand in them, by a count. */
const FIELDS = {
  organisation: { name: (count: number) => `Föreningen ${count}`, number: numberOf },
  decision: {
    publisher: (count: number) => `Region ${count}`,
    partnership: (count: number) => `Partnerskap ${count}`,
  },
  project: {
    recipientCity: (count: number) => `Ort ${count}`,
    callNumber: (count: number) => `2016/${10_000 + count}`,
  },
}
type Kind = keyof typeof FIELDS
type CorrectedField = { field: string; textOf: (count: number) => string }

/** An organisation's number, another for each count. */
function numberOf(count: number): string {
  const nine = `559${100_000 + count}`
  return nine + ([...'0123456789'].find((digit) => luhnHolds(nine + digit)) ?? '')
}

export const fieldsOf = ({ kind }: Subject): [CorrectedField, CorrectedField] =>
  Object.entries(FIELDS[kind as Kind]).map(([field, textOf]) => ({ field, textOf })) as [
    CorrectedField,
    CorrectedField,
  ]

/** Some records of each kind, ones with little on them: what a save costs grows with what follows from it. */
export async function recordsToCorrect(): Promise<Subject[]> {
  const organisations = await database().organisation.findMany({ where: { owned: 0, applied: 0 }, take: 36 })
  const decisions = await database().decision.findMany({ orderBy: { items: { _count: 'asc' } }, take: 3 })
  const projects = await database().project.findMany({ where: { items: { none: {} } }, take: 3 })
  const all: [Kind, { id: number }[]][] = [
    ['organisation', organisations],
    ['decision', decisions],
    ['project', projects],
  ]
  return all.flatMap(([kind, rows]) => rows.map(({ id }) => ({ kind, id })))
}

export const recordNow = async (subject: Subject): Promise<Loaded> =>
  (await loadRecord(database(), subject)) ?? Promise.reject(new Error('the record is gone'))

/** Saves one field as it was when `opened`. */
export const saveOver = ({ subject: { kind, id }, version, fields }: Loaded, field: string, text: string) =>
  correctRecord({
    kind,
    id,
    version,
    changes: [{ field, basis: basisOf(fields[field]?.shown ?? null), as: 'typed', text }],
    reason: 'Två redaktörer på samma gång.',
  })
