import { type Columns, NO_DAY } from './columns.ts'
import type { Misses } from './filter.ts'
import type { SortKey } from './types.ts'

type Compare = (a: number, b: number) => number

const collator = new Intl.Collator('sv', { numeric: true })

/** How each order compares two rows: what lacks the value comes last, and equals go by number. */
const COMPARE: Record<SortKey, (columns: Columns) => Compare> = {
  newest: ({ start }) => descending(start, NO_DAY),
  oldest: ({ start }) => ascending(start, NO_DAY),
  support: ({ support }) => descending(support, Number.NaN),
  budget: ({ budget }) => descending(budget, Number.NaN),
  name:
    ({ name }) =>
    (a, b) =>
      collator.compare(name[a] ?? '', name[b] ?? ''),
  number: () => () => 0,
}

type Column = Int32Array | Float64Array

function descending(column: Column, none: number): Compare {
  return (a, b) => lacking(column, none, a, b) ?? (column[b] ?? 0) - (column[a] ?? 0)
}

function ascending(column: Column, none: number): Compare {
  return (a, b) => lacking(column, none, a, b) ?? (column[a] ?? 0) - (column[b] ?? 0)
}

function lacking(column: Column, none: number, a: number, b: number): number | undefined {
  const lacksA = Object.is(column[a], none)
  const lacksB = Object.is(column[b], none)
  return lacksA || lacksB ? Number(lacksA) - Number(lacksB) : undefined
}

function compareBy(columns: Columns, sort: SortKey): Compare {
  const first = COMPARE[sort](columns)
  const { number, ids } = columns
  return (a, b) =>
    first(a, b) || compareText(number[a] ?? '', number[b] ?? '') || (ids[a] ?? 0) - (ids[b] ?? 0)
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The orders of columns, made when they are first asked for: sorting by name takes a second at 100,000. */
const kept = new WeakMap<Columns, Map<SortKey, Int32Array>>()

/** All rows in an order. */
export function orderOf(columns: Columns, sort: SortKey): Int32Array {
  const orders = kept.get(columns) ?? new Map<SortKey, Int32Array>()
  kept.set(columns, orders)
  const order = orders.get(sort) ?? sortedRows(columns, sort)
  orders.set(sort, order)
  return order
}

const sortedRows = (columns: Columns, sort: SortKey): Int32Array =>
  Int32Array.from({ length: columns.size }, (_, row) => row).sort(compareBy(columns, sort))

// Above this share of changed rows a new sort is as fast.
const FEW = 0.1

/** Brings the orders of older columns up to date: changed rows are taken out and put in where they belong now. */
export function carryOrders(before: Columns, after: Columns, changedRows: Int32Array) {
  const orders = kept.get(before)
  if (!orders || changedRows.length > FEW * after.size) return
  const carried = [...orders].map(([sort, order]): [SortKey, Int32Array] => [
    sort,
    mended(order, changedRows, after.size, compareBy(after, sort)),
  ])
  kept.set(after, new Map(carried))
}

function mended(order: Int32Array, changedRows: Int32Array, size: number, compare: Compare): Int32Array {
  const changed = new Uint8Array(size)
  for (const row of changedRows) changed[row] = 1
  const others = order.filter((row) => changed[row] !== 1)
  const moved = changedRows.slice().sort(compare)
  const result = new Int32Array(size)
  let from = 0
  let at = 0
  for (const row of moved) {
    const until = firstAfter(others, row, from, compare)
    result.set(others.subarray(from, until), at)
    at += until - from
    result[at++] = row
    from = until
  }
  result.set(others.subarray(from), at)
  return result
}

/** Where the first row stands that comes after the given one. */
function firstAfter(order: Int32Array, row: number, from: number, compare: Compare): number {
  let low = from
  let high = order.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare(order[middle] ?? 0, row) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The rows of a page: the matches in order, those of better tiers first.
 * @param tiers each row's tier, 0 the best; undefined when no words were asked for
 */
export function pageOf(
  order: Int32Array,
  misses: Misses,
  tiers: Uint8Array | undefined,
  { skip, take }: { skip: number; take: number },
): number[] {
  if (!tiers) return walk(order, misses, { skip, take })
  const byTier: number[][] = []
  for (const row of order) {
    if (misses[row] !== 0) continue
    const tier = tiers[row] ?? 0
    byTier[tier] ??= []
    byTier[tier].push(row)
  }
  // Tiers without a hit are holes in the list, which `flat` leaves out.
  return byTier.flat().slice(skip, skip + take)
}

function walk(order: Int32Array, misses: Misses, { skip, take }: { skip: number; take: number }): number[] {
  const rows: number[] = []
  let passed = 0
  for (const row of order) {
    if (misses[row] !== 0) continue
    if (passed++ < skip) continue
    if (rows.push(row) === take) break
  }
  return rows
}
