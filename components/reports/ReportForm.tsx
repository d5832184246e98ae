'use client'

import { useActionState } from 'react'
import { CONTROL, Field } from '../staff/Field.tsx'
import { FormAlert } from '../staff/FormAlert.tsx'
import { HiddenFields } from '../staff/HiddenFields.tsx'
import { SubmitButton } from '../staff/SubmitButton.tsx'
import { TextArea } from '../staff/TextArea.tsx'
import { TextField } from '../staff/TextField.tsx'

/** What was typed, by the names of the form's controls. */
export type ReportValues = { field: string; suggestion: string; where: string; email: string }
type ErrorsByName = { suggestion?: string; where?: string; email?: string }

/** What became of a form that was sent and is shown again, filled in as it was. */
export type ReportFormState = {
  alert: string
  tone: 'wrong' | 'done'
  errors: ErrorsByName
  values: ReportValues
  stamp: string
} | null

type Texts = Record<
  | 'field'
  | 'otherField'
  | 'suggestion'
  | 'suggestionHint'
  | 'where'
  | 'whereHint'
  | 'email'
  | 'emailHint'
  | 'trap'
  | 'send',
  string
>

type Props = {
  action: (before: ReportFormState, form: FormData) => Promise<ReportFormState>
  /** What the form is about, as the action reads it. */
  hidden: Record<string, string>
  stamp: string
  /** To choose among; none where the value is known or there are none. */
  fields: { value: string; label: string }[]
  /** Whether a mail could be sent to who asks for one. */
  hasMail: boolean
  texts: Texts
}

const EMPTY: ReportValues = { field: '', suggestion: '', where: '', email: '' }

/** What is wrong, what it should be, and where that stands. */
export function ReportForm({ action, hidden, stamp, fields, hasMail, texts }: Props) {
  const [state, send] = useActionState(action, null)
  const values = state?.values ?? EMPTY
  const errors = state?.errors ?? {}
  return (
    <form action={send} className="grid max-w-text gap-5">
      {state && (
        <FormAlert tone={state.tone} of={state}>
          <p>{state.alert}</p>
          <Errors errors={errors} />
        </FormAlert>
      )}
      <HiddenFields fields={hidden} />
      <input type="hidden" name="stamp" value={state?.stamp ?? stamp} />
      <Trap label={texts.trap} />
      {fields.length > 0 && <ChooseField fields={fields} value={values.field} texts={texts} />}
      <TextArea
        name="suggestion"
        label={texts.suggestion}
        hint={texts.suggestionHint}
        error={errors.suggestion}
        defaultValue={values.suggestion}
        required
        rows={5}
      />
      <TextArea
        name="where"
        label={texts.where}
        hint={texts.whereHint}
        error={errors.where}
        defaultValue={values.where}
        rows={3}
      />
      {hasMail && (
        <TextField
          name="email"
          type="email"
          autoComplete="email"
          label={texts.email}
          hint={texts.emailHint}
          error={errors.email}
          defaultValue={values.email}
        />
      )}
      <div>
        <SubmitButton>{texts.send}</SubmitButton>
      </div>
    </form>
  )
}

const Errors = ({ errors }: { errors: ErrorsByName }) =>
  Object.keys(errors).length > 0 && (
    <ul className="mt-2 list-disc ps-5">
      {Object.entries(errors).map(([name, error]) => (
        <li key={name}>
          <a href={`#${name}`}>{error}</a>
        </li>
      ))}
    </ul>
  )

/** Nobody sees it, reads it out or comes to it with the keyboard; programs that fill in everything fill it in. */
const Trap = ({ label }: { label: string }) => (
  <div className="sr-only" aria-hidden="true">
    <label>
      {label}
      <input type="text" name="website" defaultValue="" tabIndex={-1} autoComplete="off" />
    </label>
  </div>
)

type ChooseProps = Pick<Props, 'fields'> & { value: string; texts: Texts }

const ChooseField = ({ fields, value, texts }: ChooseProps) => (
  <Field id="field" label={texts.field}>
    {(tied) => (
      <select {...tied} key={value} name="field" defaultValue={value} className={`${CONTROL} h-11`}>
        <option value="">{texts.otherField}</option>
        {fields.map((field) => (
          <option key={field.value} value={field.value}>
            {field.label}
          </option>
        ))}
      </select>
    )}
  </Field>
)
