'use client'

import type { ReactNode } from 'react'
import { CONTROL, Field } from '../staff/Field.tsx'
import type { Box } from './boxes.ts'

type Props = { box: Box; label?: ReactNode; hint?: ReactNode }

/** A line of text. What was typed is shown as it is, whether it means anything or not. */
export const LineBox = ({ box, label, hint, short = false }: Props & { short?: boolean }) => (
  <Field id={box.id} label={label ?? box.label} hint={hint} error={box.error}>
    {(tied) => (
      <input
        {...tied}
        type="text"
        name={box.name}
        defaultValue={box.value}
        maxLength={box.longest}
        autoComplete="off"
        className={`${CONTROL} h-11 ${short ? 'max-w-56' : 'max-w-text'}`}
      />
    )}
  </Field>
)

export const AreaBox = ({ box, label, hint, rows = 4 }: Props & { rows?: number }) => (
  <Field id={box.id} label={label ?? box.label} hint={hint} error={box.error}>
    {(tied) => (
      <textarea
        {...tied}
        name={box.name}
        defaultValue={box.value}
        maxLength={box.longest}
        rows={rows}
        className={`${CONTROL} max-w-text`}
      />
    )}
  </Field>
)

type Option = { value: string; label: string }

/** One of a list; `groups`: lists with a name each. What it holds and is on no list is kept. */
export function SelectBox({
  box,
  label,
  hint,
  options,
  groups = [],
}: Props & {
  options: readonly Option[]
  groups?: readonly { label: string; options: readonly Option[] }[]
}) {
  const known = [...options, ...groups.flatMap((group) => group.options)]
  return (
    <Field id={box.id} label={label ?? box.label} hint={hint} error={box.error}>
      {(tied) => (
        // A form that is answered puts back what a list was first filled with: a new one begins with what was chosen.
        <select
          key={box.value}
          {...tied}
          name={box.name}
          defaultValue={box.value}
          className={`${CONTROL} h-11 max-w-text px-2`}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
          {groups.map((group) => (
            <optgroup key={group.label} label={group.label}>
              {group.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </optgroup>
          ))}
          {known.every((option) => option.value !== box.value) && (
            <option value={box.value}>{box.value}</option>
          )}
        </select>
      )}
    </Field>
  )
}
