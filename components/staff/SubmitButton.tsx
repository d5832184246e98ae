'use client'

import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'

type Props = {
  children: ReactNode
  /** Where something leads to it. */
  id?: string
  /** Beside a more important one. */
  quiet?: boolean
  /** Where a form has several: which one was pressed. */
  name?: string
  value?: string
  /** A name that says more, where several buttons have the same words: it holds those words. */
  label?: string
}

/** Sends its form, once: while it is under way, pressing again does nothing. */
export function SubmitButton({ children, id, quiet = false, name, value, label }: Props) {
  const { pending } = useFormStatus()
  return (
    <button
      id={id}
      type="submit"
      name={name}
      value={value}
      aria-label={label}
      aria-disabled={pending || undefined}
      onClick={(event) => pending && event.preventDefault()}
      className={`${quiet ? 'button-quiet' : 'button'} aria-disabled:opacity-60`}
    >
      {children}
    </button>
  )
}
