import type { ReactNode } from 'react'

type Props = { value: ReactNode; label: ReactNode; note?: ReactNode }

/** A number that means something, with what it is of. */
export const Figure = ({ value, label, note }: Props) => (
  <div className="flex flex-col border-line border-t pt-3">
    <dt className="order-2 text-small">
      {label}
      {note && <span className="block text-fine text-muted">{note}</span>}
    </dt>
    <dd className="order-1 font-semibold font-serif text-h2">{value}</dd>
  </div>
)

export const Figures = ({ children }: { children: ReactNode }) => (
  <dl className="grid grid-cols-1 gap-x-8 gap-y-6 min-[26rem]:grid-cols-2 lg:grid-cols-4">{children}</dl>
)
