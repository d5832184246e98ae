'use client'

import { useTranslations } from 'next-intl'
import { type ChangeEvent, type ReactNode, useState } from 'react'
import { ACCEPTED } from '../../lib/files/kinds.ts'
import type { FileView } from '../../lib/files/view.ts'
import { Field } from '../staff/Field.tsx'
import { FileLink } from './FileLink.tsx'

type Props = {
  /** What is attached now. */
  attached: FileView | null
  /** How large a file may be, in bytes: `mostBytes()` of lib/files/settings.ts. */
  most: number
  /** A sentence that says why the file was refused. */
  error?: ReactNode
}

/**
 * Chooses the file that is a draft's source, and shows the one that is attached. Its form is sent as
 * `multipart/form-data` with two names: `file`, the chooser (a file without a name and bytes where none was chosen), and
 * `act`, the button, which sends `removeFile` where the attached file shall go. Both work without a script; what else was
 * typed is sent along. No page can give a browser a chosen file back: where the form comes again, it is chosen again.
 */
export function FileField({ attached, most, error }: Props) {
  const t = useTranslations('files.field')
  const [isTooLarge, setTooLarge] = useState(false)
  const megabytes = Math.floor(most / 1_000_000)
  const tooLarge = t('tooLarge', { megabytes })
  function look({ currentTarget }: ChangeEvent<HTMLInputElement>) {
    const isOver = (currentTarget.files?.[0]?.size ?? 0) > most
    // The server would not read it to its end, and a browser may not hear why.
    currentTarget.setCustomValidity(isOver ? tooLarge : '')
    setTooLarge(isOver)
  }
  return (
    <div className="grid max-w-text gap-3">
      {attached && (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-small">
          <span className="min-w-0">
            {t('attached')} <FileLink file={attached} />
          </span>
          <button type="submit" name="act" value="removeFile" formNoValidate className="button-quiet">
            {t('remove')}
          </button>
        </p>
      )}
      <Field
        id="file"
        label={attached ? t('another') : t('label')}
        hint={`${t('hint', { megabytes })} ${t('public')}`}
        error={isTooLarge ? tooLarge : error}
      >
        {(tied) => (
          <input
            {...tied}
            type="file"
            name="file"
            accept={ACCEPTED}
            onChange={look}
            className="w-full min-w-0 text-small file:me-3 file:min-h-10 file:rounded-sm file:border file:border-edge file:bg-raised file:px-3.5 file:font-semibold file:text-accent"
          />
        )}
      </Field>
    </div>
  )
}
