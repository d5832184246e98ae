import type { ReactNode } from 'react'
import { FieldError, Hint } from './Field.tsx'

export type Option = { value: string; label: ReactNode; hint?: ReactNode }
type Props = {
  name: string
  legend: ReactNode
  options: readonly Option[]
  /** Which one is chosen to begin with. */
  value?: string | undefined
  hint?: ReactNode
  error?: ReactNode
  /** The name, if not given. */
  id?: string
}

/** One of a few, all of them in sight. */
export function Choice({ name, legend, options, value, hint, error, id = name }: Props) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset aria-describedby={described || undefined} className="grid gap-1.5">
      <legend className="mb-1.5 font-semibold text-small">{legend}</legend>
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {options.map((option) => (
        <Tickable key={`${option.value} ${option.value === value}`} id={`${id}-${option.value}`} {...option}>
          {(tied) => (
            <input
              {...tied}
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === value}
            />
          )}
        </Tickable>
      ))}
    </fieldset>
  )
}

type TickProps = { name: string; label: ReactNode; hint?: ReactNode; checked?: boolean; id?: string }

/** Yes or no: sent as `on`, or not at all. */
export const Tick = ({ name, label, hint, checked = false, id = name }: TickProps) => (
  <Tickable key={String(checked)} id={id} label={label} hint={hint}>
    {(tied) => <input {...tied} type="checkbox" name={name} defaultChecked={checked} />}
  </Tickable>
)

type TickableProps = {
  id: string
  label: ReactNode
  hint?: ReactNode
  children: (tied: { id: string; className: string; 'aria-describedby'?: string }) => ReactNode
}

const Tickable = ({ id, label, hint, children }: TickableProps) => (
  <div className="grid max-w-text grid-cols-[auto_1fr] items-baseline gap-x-2.5">
    {children({
      id,
      className: 'size-5 translate-y-0.5',
      ...(hint ? { 'aria-describedby': `${id}-hint` } : {}),
    })}
    <label htmlFor={id} className="py-0.5">
      {label}
    </label>
    {hint && (
      <span className="col-start-2">
        <Hint id={`${id}-hint`}>{hint}</Hint>
      </span>
    )}
  </div>
)
