import type { ReactNode } from 'react'

type Props = { id: string; title: ReactNode; aside?: ReactNode; children: ReactNode; className?: string }

/** A part of a page with its heading, under a hairline. */
export const Section = ({ id, title, aside, children, className = '' }: Props) => (
  <section aria-labelledby={`${id}-rubrik`} id={id} className={`mt-14 first:mt-0 ${className}`}>
    <div className="mb-5 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-ink border-t pt-3">
      <h2 id={`${id}-rubrik`} className="text-h2">
        {title}
      </h2>
      {aside && <div className="text-small">{aside}</div>}
    </div>
    {children}
  </section>
)
