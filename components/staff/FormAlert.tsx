'use client'

import { type ReactNode, useEffect, useRef } from 'react'

type Props = {
  /** "wrong": could not be done. "done": was done. */
  tone?: 'wrong' | 'done'
  /** A new object with each answer, so that the same sentence is told anew: the form's state. */
  of?: unknown
  children: ReactNode
}

/** What became of a form that was sent: takes the focus, so that nobody has to look for it. Stands first in the form. */
export function FormAlert({ tone = 'wrong', of, children }: Props) {
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer takes the focus again.
  useEffect(() => box.current?.focus(), [of])
  return (
    <div
      ref={box}
      role={tone === 'wrong' ? 'alert' : 'status'}
      tabIndex={-1}
      className={`max-w-text rounded-sm border border-s-4 bg-raised px-4 py-3 ${tone === 'wrong' ? 'border-differ' : 'border-accent'}`}
    >
      {children}
    </div>
  )
}
