'use client'

import { useActionState } from 'react'
import { Choice } from '../staff/Choice.tsx'
import { FormAlert } from '../staff/FormAlert.tsx'
import { HiddenFields } from '../staff/HiddenFields.tsx'
import { SubmitButton } from '../staff/SubmitButton.tsx'
import { TextArea } from '../staff/TextArea.tsx'

/** What became of an answer that was not taken: why, and what was typed. */
export type AnswerFormState = {
  alert: string
  /** What somebody else answered meanwhile. */
  more: string | null
  errors: { as?: string; text?: string }
  values: { as: string; text: string }
  /** To try again over. */
  version: number
} | null

type Choices = 'ask' | 'decline' | 'mended'
type Props = {
  action: (before: AnswerFormState, form: FormData) => Promise<AnswerFormState>
  hidden: Record<string, string>
  version: number
  /** A closed report is answered no more: then only what was typed too late is shown. */
  isClosed: boolean
  texts: Record<Choices | `${Choices}Hint` | 'choose' | 'text' | 'textHint' | 'send', string>
}

const ANSWERS: Choices[] = ['ask', 'decline', 'mended']

/** An editor's answer without a correction. */
export function AnswerForm({ action, hidden, version, isClosed, texts }: Props) {
  const [state, send] = useActionState(action, null)
  if (isClosed && !state) return null
  return (
    <form action={send} className="grid max-w-text gap-5">
      {state && (
        <FormAlert of={state}>
          <p>{state.alert}</p>
          {state.more && <p className="mt-1 whitespace-pre-line">{state.more}</p>}
        </FormAlert>
      )}
      <HiddenFields fields={hidden} />
      <input type="hidden" name="version" value={state?.version ?? version} />
      <Choice
        name="as"
        legend={texts.choose}
        options={ANSWERS.map((value) => ({ value, label: texts[value], hint: texts[`${value}Hint`] }))}
        value={state?.values.as}
        error={state?.errors.as}
      />
      <TextArea
        name="text"
        label={texts.text}
        hint={texts.textHint}
        error={state?.errors.text}
        defaultValue={state?.values.text}
        required
        rows={5}
      />
      {!isClosed && (
        <div>
          <SubmitButton>{texts.send}</SubmitButton>
        </div>
      )}
    </form>
  )
}
