'use client'

import { type SubmitEvent, useState } from 'react'
import { Field } from '../staff/Field.tsx'
import { FormAlert } from '../staff/FormAlert.tsx'

type Props = {
  locale: string
  texts: { file: string; hint: string; send: string; sending: string; wrong: string; failed: string }
}

/**
 * Sends a table that was filled in. Without JavaScript it is sent as it is; with it the page stays when something is wrong,
 * and so does the chosen file.
 */
export function UploadForm({ locale, texts }: Props) {
  const address = `/api/follow-up-tables?locale=${locale}`
  const [wrong, setWrong] = useState<{ why: string } | null>(null)
  const [isBusy, setBusy] = useState(false)
  async function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    setBusy(true)
    const answer = await sent(address, new FormData(event.currentTarget))
    if (answer && 'path' in answer) {
      window.location.assign(answer.path)
      return
    }
    setWrong({ why: answer?.why ?? texts.failed })
    setBusy(false)
  }
  return (
    <form
      method="post"
      action={address}
      encType="multipart/form-data"
      onSubmit={send}
      className="grid justify-items-start gap-5"
    >
      {wrong && (
        <FormAlert of={wrong}>
          <p className="font-semibold">{texts.wrong}</p>
          <p>{wrong.why}</p>
        </FormAlert>
      )}
      <Field id="file" label={texts.file} hint={texts.hint} error={wrong?.why}>
        {(tied) => (
          <input
            {...tied}
            type="file"
            name="file"
            required
            accept=".csv,.tsv,.txt,.xlsx"
            className="w-full min-w-0 text-small file:me-3 file:min-h-10 file:rounded-sm file:border file:border-edge file:bg-raised file:px-3.5 file:font-semibold file:text-accent"
          />
        )}
      </Field>
      <button type="submit" aria-disabled={isBusy || undefined} className="button aria-disabled:opacity-60">
        {texts.send}
      </button>
      <p role="status" className="empty:hidden">
        {isBusy && texts.sending}
      </p>
    </form>
  )
}

/** What the site answers; null where it could not be reached. */
async function sent(address: string, body: FormData): Promise<{ path: string } | { why: string } | null> {
  try {
    const answer = await fetch(address, { method: 'POST', body, headers: { accept: 'application/json' } })
    return await answer.json()
  } catch {
    return null
  }
}
