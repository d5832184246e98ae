'use client'

import { useActionState } from 'react'
import { SubmitButton } from '../staff/SubmitButton.tsx'
import { TextArea } from '../staff/TextArea.tsx'

/** What a list of numbers is answered with; `download`: some of them are projects of ours. */
export type NumbersState = {
  numbers: string
  /** Sentences about them. */
  told: readonly string[]
  /** Lines that no project has for a number. */
  missing: readonly string[]
  download: boolean
} | null
type NumbersAction = (before: NumbersState, form: FormData) => Promise<NumbersState>

type Props = {
  action: NumbersAction
  locale: string
  texts: { numbers: string; hint: string; count: string; xlsx: string; csv: string }
}

/**
 * Projects chosen by their numbers: counted first, then downloaded. Too many for an address, so they are sent. `data-chosen`
 * tells the filters beside it that these projects are the chosen ones.
 */
export function NumbersForm({ action, locale, texts }: Props) {
  const [state, send] = useActionState(action, null)
  return (
    <div className="grid gap-5">
      <form action={send} className="grid justify-items-start gap-4">
        <input type="hidden" name="locale" value={locale} />
        <div className="w-full">
          <TextArea
            key={state?.numbers ?? ''}
            name="numbers"
            label={texts.numbers}
            hint={texts.hint}
            defaultValue={state?.numbers ?? ''}
            rows={5}
            required
          />
        </div>
        <SubmitButton quiet>{texts.count}</SubmitButton>
      </form>
      <div role="status" className="grid gap-1">
        {state?.told.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {state && state.missing.length > 0 && (
          <ul className="ps-4 text-small">
            {state.missing.map((number) => (
              <li key={number} className="list-disc break-words">
                {number}
              </li>
            ))}
          </ul>
        )}
      </div>
      {state?.download && (
        <form
          method="post"
          action={`/api/follow-up-tables/template?locale=${locale}`}
          encType="multipart/form-data"
          className="flex flex-wrap gap-3"
          data-chosen
        >
          <textarea name="numbers" defaultValue={state.numbers} key={state.numbers} hidden readOnly />
          <button type="submit" name="format" value="xlsx" className="button">
            {texts.xlsx}
          </button>
          <button type="submit" name="format" value="csv" className="button-quiet">
            {texts.csv}
          </button>
        </form>
      )}
    </div>
  )
}
