import type { ReactNode } from 'react'

export type FiguresRow = {
  key: string
  label: ReactNode
  /** A part of the row above it. */
  isPart?: boolean
  /** One for each column after the first; null where there is nothing to say. */
  cells: ReactNode[]
}
type Props = { caption: string; first: string; heads: string[]; rows: FiguresRow[] }

/** Promise beside outcome, a row a thing; a column of nothing is left out. On a phone each row is a list of its own. */
export function FiguresTable({ caption, first, heads, rows }: Props) {
  const columns = heads.flatMap((head, at) => (rows.some(({ cells }) => cells[at]) ? [{ head, at }] : []))
  return (
    <table className="stacks table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {columns.map(({ head }) => (
            <th key={head} scope="col" className="number">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, isPart, cells }) => (
          <tr key={key}>
            <th scope="row" className={isPart ? 'font-normal! md:ps-5! print:ps-5!' : undefined}>
              {label}
            </th>
            {columns.map(({ head, at }) => (
              <td key={head} className="number" data-label={head}>
                {cells[at]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
