'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { FOLLOW_UP_KINDS } from '../../lib/follow-up/kinds.ts'
import type { FoundProject } from '../../lib/projects/finder-text.ts'
import { Choice } from '../staff/Choice.tsx'
import { FormAlert } from '../staff/FormAlert.tsx'
import { ProjectFinder } from '../staff/ProjectFinder.tsx'
import { SubmitButton } from '../staff/SubmitButton.tsx'

/** What a form that began nothing is answered with: why, and what it held. */
export type BeginState = {
  errors: { project?: string; kind?: string }
  /** What is wrong with none of its fields. */
  alert: string | null
  project: string
  kind: string
  /** What a search without script has found. */
  found?: FoundProject[]
} | null
export type BeginAction = (before: BeginState, form: FormData) => Promise<BeginState>

type Props = {
  action: BeginAction
  /** What the finder holds to begin with. */
  project: string
  /** The entry that it is of; then no project is asked for. */
  item: number | null
  /** One press opens it, unless something was wrong with what was sent. */
  isFolded: boolean
}

/** What a new follow-up is of, and of which kind it is. */
export function BeginForm({ action, project, item, isFolded }: Props) {
  const t = useTranslations('followUpForm')
  const [state, send] = useActionState(action, null)
  const form = <Form state={state} send={send} project={project} item={item} />
  if (!isFolded) return form
  return (
    <details open={state !== null}>
      <summary className="button">{t('begin')}</summary>
      <div className="mt-6">{form}</div>
    </details>
  )
}

type FormProps = Pick<Props, 'project' | 'item'> & { state: BeginState; send: (form: FormData) => void }

function Form({ state, send, project, item }: FormProps) {
  const t = useTranslations()
  const wrong = [state?.alert, state?.errors.project, state?.errors.kind].filter(Boolean)
  return (
    <form action={send} className="grid max-w-text gap-5">
      {/* Enter begins, whatever other buttons stand before the one that does. */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only">
        {t('followUpForm.beginSubmit')}
      </button>
      {wrong.length > 0 && <FormAlert of={state}>{wrong.join(' ')}</FormAlert>}
      <input type="hidden" name="locale" value={useLocale()} />
      {item === null ? (
        <ProjectFinder
          name="project"
          label={t('followUpForm.beginProject')}
          value={state?.project ?? project}
          search={{ name: 'act', value: 'find' }}
          maxLength={400}
          {...(state?.errors.project && { error: state.errors.project })}
          {...(state?.found && { found: state.found })}
        />
      ) : (
        <input type="hidden" name="item" value={item} />
      )}
      <Choice
        name="kind"
        legend={t('followUpForm.beginKind')}
        value={state?.kind}
        error={state?.errors.kind}
        options={FOLLOW_UP_KINDS.map((kind) => ({
          value: kind,
          label: t(`followUp.kind.${kind}`),
          hint: t(`followUpForm.kindHint.${kind}`),
        }))}
      />
      <div>
        <SubmitButton>{t('followUpForm.beginSubmit')}</SubmitButton>
      </div>
    </form>
  )
}
