'use client'

import { useActionState } from 'react'
import { Choice, type Option, Tick } from '../staff/Choice.tsx'
import { FormAlert } from '../staff/FormAlert.tsx'
import { HiddenFields } from '../staff/HiddenFields.tsx'
import { SubmitButton } from '../staff/SubmitButton.tsx'
import { TextField } from '../staff/TextField.tsx'
import type { FormAction, FormState } from './form-state.ts'
import { OnceOnly } from './OnceOnly.tsx'

type TextSpec = {
  kind: 'text' | 'email' | 'password' | 'code'
  name: string
  label: string
  hint?: string
  value?: string
  autoComplete?: string
  /** To begin with: on a page that is nothing but this form, where no note takes the focus. */
  hasFocus?: boolean
}
type ChoiceSpec = { kind: 'choice'; name: string; legend: string; value: string; options: Option[] }
type TickSpec = { kind: 'tick'; name: string; label: string; hint?: string; checked: boolean }
export type FieldSpec = TextSpec | ChoiceSpec | TickSpec

type Props = {
  /** Unique on the page: what ids of its fields begin with. */
  id: string
  action: FormAction
  fields: FieldSpec[]
  /** Sent along, unseen. */
  hidden: Record<string, string>
  submit: string
  quiet?: boolean
}

/**
 * A form about an account: fields as plain values, an action, a button. Works before any script is there; what was typed
 * comes back, passwords aside.
 */
export function AccountForm({ id, action, fields, hidden, submit, quiet = false }: Props) {
  const [state, send] = useActionState(action, null)
  return (
    <form action={send} className="grid max-w-text gap-5" noValidate>
      {(state?.wrong || state?.done) && (
        <FormAlert tone={state.wrong ? 'wrong' : 'done'} of={state}>
          <p>{state.wrong ?? state.done}</p>
        </FormAlert>
      )}
      <OnceOnly state={state} />
      <HiddenFields fields={hidden} />
      {fields.map((field) => (
        <FieldOf key={field.name} form={id} field={field} state={state} />
      ))}
      <div>
        <SubmitButton quiet={quiet}>{submit}</SubmitButton>
      </div>
    </form>
  )
}

function FieldOf({ form, field, state }: { form: string; field: FieldSpec; state: FormState }) {
  const id = `${form}-${field.name}`
  const typed = state?.typed
  if (field.kind === 'choice') return <Choice {...field} id={id} value={typed?.[field.name] ?? field.value} />
  if (field.kind === 'tick')
    return <Tick {...field} id={id} checked={typed ? typed[field.name] === 'on' : field.checked} />
  const { kind, value, hasFocus = false, ...shown } = field
  return (
    <TextField
      {...shown}
      {...HOW[kind]}
      id={id}
      error={state?.errors?.[field.name]}
      defaultValue={kind === 'password' ? undefined : (typed?.[field.name] ?? value)}
      required
      autoFocus={hasFocus && !state}
    />
  )
}

/** How browsers and phones help with what is typed. */
const HOW = {
  text: { type: 'text', maxLength: 100 },
  email: { type: 'email', maxLength: 254, autoCapitalize: 'none', spellCheck: false },
  password: { type: 'password', maxLength: 300 },
  code: { type: 'text', maxLength: 40, autoCapitalize: 'characters', spellCheck: false, short: true },
} as const
