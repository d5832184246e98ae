'use client'

import { useActionState } from 'react'
import { FormAlert } from '../staff/FormAlert.tsx'
import { HiddenFields } from '../staff/HiddenFields.tsx'
import { SubmitButton } from '../staff/SubmitButton.tsx'
import { TextArea } from '../staff/TextArea.tsx'

export type ReplyFormState = { alert: string; text: string } | null

type Props = {
  action: (before: ReplyFormState, form: FormData) => Promise<ReplyFormState>
  hidden: Record<string, string>
  /** Whether there is a question to answer. Without one nothing is shown, but for what was typed too late. */
  isAsked: boolean
  texts: Record<'reply' | 'replyHint' | 'sendReply', string>
}

/** The reporter's answer to a question. */
export function ReplyForm({ action, hidden, isAsked, texts }: Props) {
  const [state, send] = useActionState(action, null)
  if (!isAsked && !state) return null
  return (
    <form action={send} className="mt-6 grid max-w-text gap-5">
      {state && (
        <FormAlert of={state}>
          <p>{state.alert}</p>
        </FormAlert>
      )}
      <HiddenFields fields={hidden} />
      <TextArea
        name="text"
        label={texts.reply}
        hint={texts.replyHint}
        error={state?.alert}
        defaultValue={state?.text}
        required
        rows={5}
      />
      <div>
        <SubmitButton>{texts.sendReply}</SubmitButton>
      </div>
    </form>
  )
}
