import type { ReactNode } from 'react'

/** What ties a control to its label, hint and error: spread it on the control. */
export type Tied = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

type Props = {
  /** Of the control; hint and error get ids of their own from it. Unique on the page. */
  id: string
  label: ReactNode
  hint?: ReactNode
  /** A sentence that says what is wrong and what helps. */
  error?: ReactNode
  children: (tied: Tied) => ReactNode
}

/** A label, a control, what helps to fill it in, and what is wrong with what was filled in. */
export function Field({ id, label, hint, error, children }: Props) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold text-small">
        {label}
      </label>
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children({
        id,
        ...(described && { 'aria-describedby': described }),
        ...(error ? { 'aria-invalid': true } : {}),
      })}
    </div>
  )
}

export const Hint = ({ id, children }: { id: string; children: ReactNode }) => (
  <p id={id} className="max-w-text text-muted text-small">
    {children}
  </p>
)

/** Told by its mark and its words, not by colour alone. */
export const FieldError = ({ id, children }: { id: string; children: ReactNode }) => (
  <p id={id} className="max-w-text border-differ border-s-4 ps-2.5 font-semibold text-differ text-small">
    {children}
  </p>
)

/** How text is typed into: one look for inputs, selects and text areas. */
export const CONTROL =
  'w-full min-w-0 rounded-sm border border-edge bg-raised px-3 py-2 text-ink placeholder:text-muted aria-invalid:border-2 aria-invalid:border-differ'
