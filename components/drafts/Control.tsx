'use client'

import type { ReactNode } from 'react'
import { CONTROL, Field } from '../staff/Field.tsx'
import { idOf } from './words.ts'

type Props = {
  name: string
  label: string
  value: string
  longest: number
  hint?: string | undefined
  error?: string | undefined
}

/** A field of a draft in one line. What was typed is shown as it is, whether it means anything or not. */
export const TextControl = ({
  name,
  label,
  value,
  longest,
  hint,
  error,
  fill,
  list,
}: Props & { fill?: string; list?: string }) => (
  <Field id={idOf(name)} label={label} hint={hint} error={error}>
    {(tied) => (
      <input
        {...tied}
        type="text"
        name={name}
        defaultValue={value}
        maxLength={longest}
        autoComplete="off"
        data-fill={fill}
        list={list}
        className={`${CONTROL} h-11`}
      />
    )}
  </Field>
)

export const AreaControl = ({
  name,
  label,
  value,
  longest,
  hint,
  error,
  rows = 3,
}: Props & { rows?: number }) => (
  <Field id={idOf(name)} label={label} hint={hint} error={error}>
    {(tied) => (
      <textarea
        {...tied}
        name={name}
        defaultValue={value}
        maxLength={longest}
        rows={rows}
        className={CONTROL}
      />
    )}
  </Field>
)

type Option = { value: string; label: ReactNode }

export const SelectControl = ({
  name,
  label,
  value,
  hint,
  error,
  options,
  fill,
}: Omit<Props, 'longest'> & { options: readonly Option[]; fill?: string }) => (
  <Field id={idOf(name)} label={label} hint={hint} error={error}>
    {(tied) => (
      <select {...tied} name={name} defaultValue={value} data-fill={fill} className={`${CONTROL} h-11 px-2`}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
        {/* What was pasted and is none of these is kept, and told when it is published. */}
        {options.every((option) => option.value !== value) && <option value={value}>{value}</option>}
      </select>
    )}
  </Field>
)
