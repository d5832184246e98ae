import { type Columns, NO_DAY } from './columns.ts'
import type { Status } from './types.ts'

/** Small numbers for what a project is on a day: 0 when its dates do not tell, then as in `STATUSES`. */
const PLANNED = 1
const RUNNING = 2
const ENDED = 3

/** @param today days since 1970; both dates belong to the project */
function statusOfDays(start: number, end: number, today: number): number {
  if (end !== NO_DAY && end < today) return ENDED
  if (start !== NO_DAY && start > today) return PLANNED
  return start !== NO_DAY && end !== NO_DAY ? RUNNING : 0
}

/** Every row's status on a day. */
export function statusColumn({ size, start, end }: Columns, today: number): Uint8Array {
  const statuses = new Uint8Array(size)
  for (let row = 0; row < size; row++) {
    statuses[row] = statusOfDays(start[row] ?? NO_DAY, end[row] ?? NO_DAY, today)
  }
  return statuses
}

/** The same for ISO dates; null when they do not tell. */
export function statusOfDates(start: string | null, end: string | null, today: string): Status | null {
  if (end !== null && end < today) return 'ended'
  if (start !== null && start > today) return 'planned'
  return start !== null && end !== null ? 'running' : null
}
