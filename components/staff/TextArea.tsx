import type { ComponentProps, ReactNode } from 'react'
import { CONTROL, Field } from './Field.tsx'

type Props = Omit<ComponentProps<'textarea'>, 'id' | 'className'> & {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  /** The name, if not given. */
  id?: string
}

/** Several lines of text with their label. */
export const TextArea = ({ label, hint, error, id, rows = 4, ...area }: Props) => (
  <Field id={id ?? area.name} label={label} hint={hint} error={error}>
    {(tied) => <textarea {...area} {...tied} rows={rows} className={`${CONTROL} max-w-text`} />}
  </Field>
)
