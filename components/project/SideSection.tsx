import type { ReactNode } from 'react'

/** A part of the margin. */
export const SideSection = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section aria-labelledby={`${id}-rubrik`} id={id} className="border-ink border-t pt-3">
    <h2 id={`${id}-rubrik`} className="mb-4 text-h3">
      {title}
    </h2>
    {children}
  </section>
)
