'use client'

import { CONTROL, FieldError } from '../staff/Field.tsx'
import type { Box } from './boxes.ts'

type Props = {
  /** Of the table; headings get ids of their own from it. Unique on the page. */
  id: string
  caption: string
  /** Over the rows' headings. */
  corner: string
  columns: readonly { key: string; label: string }[]
  /** A box for each column, or none where nothing is asked. */
  rows: readonly { key: string; label: string; boxes: readonly (Box | null)[] }[]
  /** The id of what helps to fill all of them in. */
  describedBy: string
}

/** Numbers as a table of boxes; each is named by its row and its column. On a phone it becomes a list. */
export function BoxTable({ id, caption, corner, columns, rows, describedBy }: Props) {
  const headId = (key: string) => `${id}-${key}`
  return (
    <table className="stacks table max-w-[48rem]">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{corner}</th>
          {columns.map(({ key, label }) => (
            <th key={key} id={headId(`c-${key}`)} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th id={headId(`r-${row.key}`)} scope="row" className="font-semibold">
              {row.label}
            </th>
            {columns.map(({ key, label }, at) => (
              <Cell
                key={key}
                box={row.boxes[at] ?? null}
                label={columns.length > 1 ? label : undefined}
                labelledBy={`${headId(`r-${row.key}`)} ${headId(`c-${key}`)}`}
                describedBy={describedBy}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type CellProps = { box: Box | null; label: string | undefined; labelledBy: string; describedBy: string }

function Cell({ box, label, labelledBy, describedBy }: CellProps) {
  if (!box) return <td />
  const errorId = `${box.id}-error`
  return (
    <td data-label={label}>
      <span className="grid gap-1">
        {box.error && <FieldError id={errorId}>{box.error}</FieldError>}
        <input
          id={box.id}
          type="text"
          name={box.name}
          defaultValue={box.value}
          maxLength={box.longest}
          autoComplete="off"
          aria-labelledby={labelledBy}
          aria-describedby={box.error ? `${errorId} ${describedBy}` : describedBy}
          aria-invalid={box.error ? true : undefined}
          className={`${CONTROL} h-11 md:min-w-24`}
        />
      </span>
    </td>
  )
}
