import { createHash } from 'node:crypto'
import { type ComparedRow, hasMoved } from './compare.ts'

/** How many rows there are of each state. Pure. */
export function countRows(rows: readonly ComparedRow[]) {
  const counts = { all: rows.length, moved: rows.filter(hasMoved).length }
  const of = (state: ComparedRow['state']) => rows.filter((row) => row.state === state).length
  return {
    ...counts,
    ready: of('ready'),
    unusual: of('unusual'),
    wrong: of('wrong'),
    unchanged: of('unchanged'),
    unknown: of('unknown'),
    twice: of('twice'),
    out: of('out'),
  }
}

/** What the registry says now under the rows that it has moved under: another text as soon as it moves again. Pure. */
export const movedTo = (rows: readonly ComparedRow[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        rows
          .filter(hasMoved)
          .map(({ row, project, moved }) => [row.row, project?.id, moved.map(({ key, now }) => [key, now])]),
      ),
    )
    .digest('hex')
    .slice(0, 32)
