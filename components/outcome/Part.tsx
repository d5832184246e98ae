import type { ReactNode } from 'react'
import type { Place } from './place.ts'

type Props = { title: string; place: Place; children: ReactNode }

/** A part of what came of something, under its heading. */
export const Part = ({ title, place: { heading: Heading }, children }: Props) => (
  <div className="mt-9 first:mt-0">
    <Heading className="mb-3 font-semibold font-serif text-h3">{title}</Heading>
    {children}
  </div>
)
