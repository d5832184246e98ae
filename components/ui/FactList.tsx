import type { ReactNode } from 'react'

/** Labels and what stands by them, a hairline between. */
export const FactList = ({ children }: { children: ReactNode }) => (
  <dl className="divide-y divide-line border-line border-y">{children}</dl>
)

export const Fact = ({ label, children }: { label: ReactNode; children: ReactNode }) => (
  <div className="grid gap-x-6 gap-y-0.5 py-2.5 sm:grid-cols-[minmax(9rem,15rem)_1fr]">
    <dt className="text-muted text-small leading-[1.7]">{label}</dt>
    <dd className="min-w-0">{children}</dd>
  </div>
)
