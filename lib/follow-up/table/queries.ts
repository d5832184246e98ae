import 'server-only'
import { database } from '../../db.ts'
import { pageOf } from '../../paging.ts'
import { dayOf } from '../../registry/sayings.ts'
import { type ComparedRow, compareRows, hasMoved } from './compare.ts'
import { loadKnown } from './known.ts'
import type { TableQuery } from './params.ts'
import { countRows, movedTo } from './review.ts'
import { BatchContent } from './rows.ts'
import {
  type BroughtRow,
  type DoneView,
  type ReviewView,
  TABLE_STATES,
  type TableState,
  type TableView,
} from './view.ts'

const ROWS_ON_A_PAGE = 25
const TABLES_ON_A_PAGE = 20
const MOST_CORRECTED = 50

const forView = {
  id: true,
  state: true,
  fileName: true,
  version: true,
  createdAt: true,
  committedAt: true,
  undoneAt: true,
  undoneReason: true,
  createdBy: { select: { name: true } },
} as const

type Row = Omit<TableView, 'state' | 'at' | 'by'> & {
  state: string
  createdAt: Date
  createdBy: { name: string }
}
const viewOf = ({ state, createdAt, createdBy, ...row }: Row): TableView => ({
  ...row,
  state: stateOf(state),
  at: createdAt,
  by: createdBy.name,
})
const stateOf = (text: string): TableState => TABLE_STATES.find((state) => state === text) ?? 'cancelled'

/** Every table of follow-ups, the newest first. */
export async function listTables(page: number) {
  const db = database()
  return pageOf(await db.followUpBatch.count(), page, TABLES_ON_A_PAGE, async (range) => {
    const rows = await db.followUpBatch.findMany({ ...range, select: forView, orderBy: { id: 'desc' } })
    return rows.map(viewOf)
  })
}

export async function findTable(id: number): Promise<TableView | null> {
  const row = await database().followUpBatch.findUnique({ where: { id }, select: forView })
  return row && viewOf(row)
}

/** The rows of a table as they compare with the registry now. */
export async function comparedNow(id: number): Promise<{ unknown: string[]; rows: ComparedRow[] } | null> {
  const db = database()
  const held = await db.followUpBatch.findUnique({ where: { id }, select: { rows: true } })
  if (!held) return null
  const { unknown, rows } = BatchContent.parse(held.rows)
  return { unknown, rows: compareRows(rows, await loadKnown(db, rows)) }
}

/** One page of what a table would change. Eight queries, however many rows. */
export async function findReview(id: number, { page, only }: TableQuery): Promise<ReviewView | null> {
  const compared = await comparedNow(id)
  if (!compared) return null
  const { unknown, rows } = compared
  const wanted = rows.filter(
    (row) => only === null || (only === 'moved' ? hasMoved(row) : row.state === only),
  )
  return {
    unknown,
    counts: countRows(rows),
    followUps: rows.reduce(
      (sum, { state, followUps }) => sum + (state === 'ready' ? followUps.length : 0),
      0,
    ),
    rows: await pageOf(wanted.length, page, ROWS_ON_A_PAGE, async ({ skip, take }) =>
      wanted.slice(skip, skip + take),
    ),
    movedTo: movedTo(rows),
  }
}

/** What a table has brought, and what depends on it. */
export async function findDone(id: number, page: number): Promise<DoneView> {
  const db = database()
  const own = { batchId: id }
  const states = await db.followUp.groupBy({ by: ['state'], where: own, _count: true })
  const countOf = (state: string) => states.find((one) => one.state === state)?._count ?? 0
  const standing = { followUp: own, withdrawnAt: null }
  const corrected = await db.correction.findMany({
    where: standing,
    select: {
      id: true,
      field: true,
      followUp: { select: { project: { select: { slug: true, name: true } } } },
    },
    orderBy: { id: 'desc' },
    take: MOST_CORRECTED,
  })
  const projects = await db.followUp.findMany({
    where: own,
    select: { projectId: true },
    distinct: ['projectId'],
  })
  return {
    rows: await pageOf(countOf('PUBLISHED') + countOf('WITHDRAWN'), page, ROWS_ON_A_PAGE, (range) =>
      broughtBy(id, range),
    ),
    projects: projects.length,
    isPublic: countOf('PUBLISHED'),
    withdrawn: countOf('WITHDRAWN'),
    corrections: await db.correction.count({ where: standing }),
    corrected: corrected.map(({ followUp, ...row }) => ({ ...row, project: followUp?.project ?? null })),
  }
}

async function broughtBy(batchId: number, range: { skip: number; take: number }): Promise<BroughtRow[]> {
  const rows = await database().followUp.findMany({
    ...range,
    where: { batchId },
    select: {
      id: true,
      kind: true,
      state: true,
      asOf: true,
      project: { select: { slug: true, number: true, name: true } },
      _count: { select: { corrections: { where: { withdrawnAt: null } } } },
    },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ state, asOf, _count, ...row }) => ({
    ...row,
    asOf: dayOf(asOf),
    isPublic: state === 'PUBLISHED',
    corrections: _count.corrections,
  }))
}
