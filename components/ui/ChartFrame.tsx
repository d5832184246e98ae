import type { ReactNode } from 'react'
import { Disclosure } from './Disclosure.tsx'
import { Section } from './Section.tsx'

type Props = {
  id: string
  title: string
  note?: string
  /** What opens the table. */
  tableOf: string
  heads: string[]
  /** The first cell of a row is its heading, the others are numbers. */
  rows: string[][]
  children: ReactNode
}

/** A chart with the table of the same figures folded behind it. */
export const ChartFrame = ({ id, title, note, tableOf, heads, rows, children }: Props) => (
  <Section id={id} title={title} className="mt-0!">
    {children}
    {note && <p className="mt-3 text-fine text-muted">{note}</p>}
    <div className="mt-3">
      <Disclosure
        summary={
          <>
            {tableOf}
            <span className="sr-only">: {title}</span>
          </>
        }
      >
        <FiguresTable title={title} heads={heads} rows={rows} />
      </Disclosure>
    </div>
  </Section>
)

const FiguresTable = ({ title, heads, rows }: Pick<Props, 'title' | 'heads' | 'rows'>) => (
  <table className="stacks table">
    <caption className="sr-only">{title}</caption>
    <thead>
      <tr>
        {heads.map((head, at) => (
          <th key={head} scope="col" className={at > 0 ? 'number' : undefined}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(([name, ...cells]) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          {cells.map((cell, at) => (
            <td key={heads[at + 1]} className="number" data-label={heads[at + 1]}>
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
