import 'server-only'
import { Prisma } from '../../prisma/generated/client.ts'
import { database } from '../db.ts'
import { type Page, pageOf } from '../paging.ts'
import { ITEM_FIELDS, type ItemField, PROJECT_FIELDS, type ProjectField } from '../projects/fields.ts'
import type { Shown, StoredValue } from '../projects/shown.ts'
import type { DeskFilter } from './filter.ts'
import { openOutcomes, outcomeTasks } from './outcome-tasks.ts'
import type { ItemQueue } from './queues.ts'
import { type FieldTaskKey, keyText, type TaskKey } from './task-key.ts'
import type { DeskRecord, FieldTask, Neighbours, Said } from './view.ts'

/** The queues whose things are fields. */
export type FieldQueue = Extract<ItemQueue, 'changed' | 'disagreements'>

const PAGE = 50

/**
 * The fields that wait in a queue: projects' before entries', each in the order of their ids, and then what came of projects.
 * Three queries; where outcomes are among them, six more.
 */
export async function listFieldTasks(queue: FieldQueue, filter: DeskFilter): Promise<Page<FieldTask>> {
  const total = await countFieldTasks(queue, filter)
  return pageOf(total, filter.page, PAGE, async ({ skip, take }) => {
    const rows = await database().$queryRaw<Row[]>`
      ${waitingFields(queue, filter)} ORDER BY kind, id, field COLLATE "C" LIMIT ${take} OFFSET ${skip}`
    return withWords(queue, rows)
  })
}

type Row = {
  kind: number
  id: number
  field: string
  shown: Shown
  slug: string
  name: string
  /** A project's number, an entry's decision. */
  about: string
  period: string | null
}

/**
 * One row a field that waits. The counts in the columns, which are indexed, tell which records have any; their shown values
 * tell which fields.
 */
function waitingFields(queue: FieldQueue, { region, fund, field }: DeskFilter) {
  const { column, condition } = WAITING[queue]
  const named = field ? Prisma.sql`AND f.key = ${field}` : Prisma.empty
  return Prisma.sql`SELECT * FROM (
    SELECT 0 AS kind, p.id, f.key AS field, f.value AS shown, p.slug, p.name, p.number AS about, p.period
    FROM project p CROSS JOIN LATERAL jsonb_each(p.shown) AS f
    WHERE p.${column} > 0 AND ${condition} ${named}
      ${region ? Prisma.sql`AND p.region = ${region}` : Prisma.empty}
      ${fund ? Prisma.sql`AND p.fund = ${fund}` : Prisma.empty}
    UNION ALL
    SELECT 1, i.id, f.key, f.value, d.slug, i.name, d.heading, NULL
    FROM decision_item i JOIN decision d ON d.id = i."decisionId" CROSS JOIN LATERAL jsonb_each(i.shown) AS f
    WHERE i.${column} > 0 AND i."inForce" AND ${condition} ${named}
      ${region ? Prisma.sql`AND d.region = ${region}` : Prisma.empty}
      ${fund ? Prisma.sql`AND i.fund = ${fund}` : Prisma.empty}
    ${queue === 'disagreements' ? Prisma.sql`UNION ALL ${openOutcomes({ region, fund, field })}` : Prisma.empty}
  ) AS waiting`
}

/** As lib/projects/columns.ts counts them. */
const WAITING: Record<FieldQueue, { column: Prisma.Sql; condition: Prisma.Sql }> = {
  disagreements: {
    column: Prisma.sql`"openDisagreements"`,
    condition: Prisma.sql`f.value->'rivals' <> '[]'::jsonb AND f.value->>'correction' IS NULL`,
  },
  changed: {
    column: Prisma.sql`"sourceChanges"`,
    condition: Prisma.sql`(f.value->>'sourceChanged')::boolean`,
  },
}

/** How many wait. Without a field, the columns say how many: no shown value is opened. */
export async function countFieldTasks(queue: FieldQueue, filter: DeskFilter): Promise<number> {
  const { region, fund, field } = filter
  const { column } = WAITING[queue]
  const [row] = await (field
    ? database().$queryRaw<Count[]>`SELECT count(*)::int AS total FROM (${waitingFields(queue, filter)}) AS w`
    : database().$queryRaw<Count[]>`
        SELECT ((SELECT coalesce(sum(p.${column}), 0) FROM project p WHERE p.${column} > 0
            ${region ? Prisma.sql`AND p.region = ${region}` : Prisma.empty}
            ${fund ? Prisma.sql`AND p.fund = ${fund}` : Prisma.empty})
          + (SELECT coalesce(sum(i.${column}), 0) FROM decision_item i JOIN decision d ON d.id = i."decisionId"
            WHERE i.${column} > 0 AND i."inForce"
            ${region ? Prisma.sql`AND d.region = ${region}` : Prisma.empty}
            ${fund ? Prisma.sql`AND i.fund = ${fund}` : Prisma.empty})
          + ${queue === 'disagreements' ? Prisma.sql`(SELECT count(*) FROM (${openOutcomes({ region, fund })}) AS o)` : Prisma.sql`0`})::int AS total`)
  return row?.total ?? 0
}
type Count = { total: number }

/** Which fields wait, and how many of each, the commonest first. One query. */
export const fieldKinds = (queue: FieldQueue, filter: DeskFilter) => database().$queryRaw<FieldKind[]>`
  SELECT field, count(*)::int AS count FROM (${waitingFields(queue, { ...filter, field: undefined })}) AS w
  GROUP BY field ORDER BY count DESC, field COLLATE "C"`
export type FieldKind = { field: string; count: number }

/** The rows with the words of what others say, all in one query. */
async function withWords(queue: FieldQueue, all: readonly Row[]): Promise<FieldTask[]> {
  const rows = all.filter(({ kind }) => kind !== OUTCOME)
  const ids = rows.flatMap(({ shown }) => statementsOf(queue, shown))
  const statements = await database().statement.findMany({
    where: { id: { in: ids } },
    select: { id: true, value: true, code: true, precision: true, qualifier: true, raw: true },
  })
  const said = new Map(
    statements.map(({ id, raw, value, ...row }): [number, Said] => [
      id,
      { ...row, value: value as StoredValue, words: raw },
    ]),
  )
  const tasks = rows.map((row) =>
    taskOf(
      row,
      statementsOf(queue, row.shown).flatMap((id) => said.get(id) ?? []),
    ),
  )
  // Of the same order: outcomes come last.
  return [...tasks, ...(await outcomeTasks(all.filter(({ kind }) => kind === OUTCOME)))]
}

const statementsOf = (queue: FieldQueue, { rivals, statement }: Shown): number[] =>
  queue === 'disagreements' ? rivals : statement === null ? [] : [statement]

function taskOf(row: Row, others: Said[]): FieldTask {
  const { value, code, precision, qualifier } = row.shown
  const key = fieldKeyOf(row)
  return {
    key,
    record: recordOf(row),
    type: typeOfField(key),
    period: row.period,
    shown: { value, code, precision, qualifier, words: null },
    others,
  }
}

/** How rows tell what they are: a project's field, an entry's, an outcome. */
const KINDS = ['project', 'item', 'outcome'] as const satisfies TaskKey['kind'][]
const OUTCOME = KINDS.indexOf('outcome')

const fieldKeyOf = ({ kind, id, field }: Pick<Row, 'kind' | 'id' | 'field'>): FieldTaskKey => ({
  kind: kind === 0 ? 'project' : 'item',
  id,
  field,
})
const keyOf = ({ kind, id, field }: Pick<Row, 'kind' | 'id' | 'field'>): TaskKey => ({
  kind: KINDS[kind] ?? 'project',
  id,
  field,
})

const recordOf = ({ kind, id, slug, name, about }: Row): DeskRecord =>
  kind === 0
    ? { kind: 'project', id, slug, name, number: about }
    : { kind: 'item', id, slug, name, heading: about }

const typeOfField = ({ kind, field }: FieldTaskKey) =>
  kind === 'project' ? PROJECT_FIELDS[field as ProjectField] : ITEM_FIELDS[field as ItemField]

/** The fields before and after one in a queue, whether or not it still waits itself. One query. */
export async function fieldNeighbours(
  queue: FieldQueue,
  filter: DeskFilter,
  { kind, id, field }: TaskKey,
): Promise<Neighbours> {
  const here = Prisma.sql`(${KINDS.indexOf(kind)}::int, ${id}::int, ${field}::text COLLATE "C")`
  const place = Prisma.sql`(kind, id, field COLLATE "C")`
  const rows = await database().$queryRaw<(Pick<Row, 'kind' | 'id' | 'field'> & { side: string })[]>`
    (SELECT 'previous' AS side, kind, id, field FROM (${waitingFields(queue, filter)}) AS w
      WHERE ${place} < ${here} ORDER BY kind DESC, id DESC, field COLLATE "C" DESC LIMIT 1)
    UNION ALL
    (SELECT 'next', kind, id, field FROM (${waitingFields(queue, filter)}) AS w
      WHERE ${place} > ${here} ORDER BY kind, id, field COLLATE "C" LIMIT 1)`
  const at = (side: string) => {
    const row = rows.find((one) => one.side === side)
    return row ? keyText(keyOf(row)) : null
  }
  return { previous: at('previous'), next: at('next') }
}
