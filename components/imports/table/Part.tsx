import type { ReactNode } from 'react'

type Props = { id: string; title: string; note?: string; className?: string; children: ReactNode }

/** A part of a table's pages with its heading, and what there is to know before it. */
export const Part = ({ id, title, note, className = '', children }: Props) => (
  <section
    id={id}
    aria-labelledby={`${id}-rubrik`}
    className={`min-w-0 border-ink border-t pt-3 ${className}`}
  >
    <h2 id={`${id}-rubrik`} className={`text-h2 ${note ? '' : 'mb-3'}`}>
      {title}
    </h2>
    {note && <p className="mt-2 mb-5 max-w-text text-muted text-small">{note}</p>}
    {children}
  </section>
)
