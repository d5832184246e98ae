import 'server-only'
import type { Transaction } from '../db.ts'
import { inserterOf } from '../insert-rows.ts'
import { numberKey } from '../matching/keys.ts'
import type { ProjectField } from './fields.ts'
import type { SaidOf, ShownFields } from './fold.ts'
import type { Candidate, Shown } from './shown.ts'

/** A number that a project is found by: its key is what numbers are compared by. */
export type Identifier = { key: string; value: string }

/** A project with the numbers that it is found by, and everything that tells which those are. */
type Numbered = {
  id: number
  number: string
  identifiers: readonly Identifier[]
  said: readonly SaidOf<Candidate>[]
  shown: ShownFields<ProjectField>
}

/** The fields that give a project's numbers. */
const NUMBERS = ['projectNumber', 'diaryNumber'] as const satisfies ProjectField[]

/**
 * The numbers by which projects are found, by their ids: those that their pages give, and those that a person gave instead.
 * A number that another project is found by already stays with that one.
 */
export async function identifiersOf(
  tx: Transaction,
  projects: readonly Numbered[],
): Promise<ReadonlyMap<number, Identifier[]>> {
  const wanted = projects.map((project) => ({ project, identifiers: wantedBy(project) }))
  const isOwn = ({ identifiers }: Numbered, key: string) => identifiers.some((own) => own.key === key)
  const missing = wanted.flatMap(({ project, identifiers }) =>
    identifiers.flatMap(({ key }) => (isOwn(project, key) ? [] : key)),
  )
  const taken = await heldKeys(tx, missing)
  return new Map(
    wanted.map(({ project, identifiers }) => {
      const kept = identifiers.filter(({ key }) => isOwn(project, key) || !taken.has(key))
      for (const { key } of kept) taken.add(key)
      return [project.id, kept]
    }),
  )
}

async function heldKeys(tx: Transaction, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const held = await tx.projectIdentifier.findMany({
    where: { key: { in: [...keys] } },
    select: { key: true },
  })
  return new Set(held.map(({ key }) => key))
}

/** Ordered by their keys, none twice, in the writing that was there first. Pure. */
function wantedBy({ number, identifiers, said, shown }: Numbered): Identifier[] {
  const numbers = [
    number,
    ...said.flatMap(readNumber),
    ...NUMBERS.flatMap((field) => corrected(shown[field])),
  ]
  const byKey = new Map(numbers.map((value) => [numberKey(value), value]))
  for (const { key, value } of identifiers) if (byKey.has(key)) byKey.set(key, value)
  byKey.delete('')
  return [...byKey].map(([key, value]) => ({ key, value })).sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** A second value of the same field is no number of the project's, and neither is one that a list gives. */
const readNumber = ({ field, origin, state, source, value }: SaidOf<Candidate>): string[] =>
  source === 'page' &&
  origin === 'FIELD' &&
  state === 'READ' &&
  typeof value === 'string' &&
  NUMBERS.some((one) => one === field)
    ? [value]
    : []

const corrected = (shown: Shown | undefined): string[] =>
  shown?.correction != null && !shown.reviewed && typeof shown.value === 'string' ? [shown.value] : []

/**
 * The projects that a page or a person gives one of these numbers, by their keys. Reads all that is said of numbers: call
 * it only where one became free.
 */
export async function projectsGiven(tx: Transaction, keys: readonly string[]): Promise<number[]> {
  if (keys.length === 0) return []
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT "projectId" AS id FROM (
      SELECT "projectId", field, value FROM statement
      UNION ALL SELECT "projectId", field, value FROM correction WHERE "withdrawnAt" IS NULL
    ) said
    WHERE "projectId" IS NOT NULL AND field = ANY(${[...NUMBERS]}::text[])
      AND upper(regexp_replace(value #>> '{}', '[^[:alnum:]]', '', 'g')) = ANY(${[...keys]}::text[])`
  return rows.map(({ id }) => id)
}

type Changed = { id: number; before: readonly Identifier[]; after: readonly Identifier[] }

/** Writes the numbers of projects that are found by others now. */
export async function writeIdentifiers(tx: Transaction, changed: readonly Changed[]) {
  const gone = changed.flatMap(({ before, after }) => lessBy(before, after).map(({ key }) => key))
  const added = changed.flatMap(({ id, before, after }) =>
    lessBy(after, before).map((identifier) => ({ ...identifier, projectId: id })),
  )
  if (gone.length > 0) await tx.projectIdentifier.deleteMany({ where: { key: { in: gone } } })
  await insertIdentifiers(tx, added)
}

const insertIdentifiers = inserterOf('project_identifier', { key: 'text', value: 'text', projectId: 'int' })

/** The numbers of the one that the other lacks. */
export const lessBy = (some: readonly Identifier[], others: readonly Identifier[]) =>
  some.filter(({ key }) => !others.some((other) => other.key === key))
