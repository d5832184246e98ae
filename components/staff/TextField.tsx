import type { ComponentProps, ReactNode } from 'react'
import { CONTROL, Field } from './Field.tsx'

type Props = Omit<ComponentProps<'input'>, 'id' | 'className'> & {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  /** The name, if not given. */
  id?: string
  /** Narrower than its column: for codes, dates and numbers. */
  short?: boolean
}

/** A line of text with its label. What was typed comes back as `defaultValue`. */
export const TextField = ({ label, hint, error, short = false, id, type = 'text', ...input }: Props) => (
  <Field id={id ?? input.name} label={label} hint={hint} error={error}>
    {(tied) => (
      <input
        {...input}
        {...tied}
        type={type}
        className={`${CONTROL} h-11 ${short ? 'max-w-56' : 'max-w-text'}`}
      />
    )}
  </Field>
)
