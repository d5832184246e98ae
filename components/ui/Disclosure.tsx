import type { ReactNode } from 'react'

/** Something folded away that one press opens, without any script. */
export const Disclosure = ({ summary, children }: { summary: ReactNode; children: ReactNode }) => (
  <details className="group">
    <summary className="inline-flex min-h-8 items-center gap-1.5 rounded-sm text-accent text-small underline decoration-1 underline-offset-4 hover:decoration-2 print:hidden">
      {summary}
    </summary>
    <div className="mt-3">{children}</div>
  </details>
)
