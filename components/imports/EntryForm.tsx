'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, Fragment, type ReactNode, useActionState, useRef } from 'react'
import { KeyHint } from '../desk/KeyHint.tsx'
import { CONTROL, Field, FieldError, Hint } from '../staff/Field.tsx'
import { FormAlert } from '../staff/FormAlert.tsx'
import { HiddenFields } from '../staff/HiddenFields.tsx'
import { ProjectFinder } from '../staff/ProjectFinder.tsx'
import { SubmitButton } from '../staff/SubmitButton.tsx'
import type { EntryOption } from './entry-options.ts'
import type { EditBox, FieldGroup, FieldRow } from './entry-rows.ts'
import { type EntryAction, type EntryState, editName, FIND, OTHER_PROJECT, wasName } from './form-state.ts'
import { fieldId } from './places.ts'
import { useKept } from './use-kept.ts'

type Props = {
  action: EntryAction
  entryId: number
  version: number
  /** Sent along: in which language, which import, where to go on. */
  hidden: Readonly<Record<string, string>>
  groups: readonly FieldGroup[]
  options: readonly EntryOption[]
  chosen: string | undefined
  /** The project that was named in words. */
  other: string
}

const SAVE = 'spara'

/** What an entry says, what shall become of it, and on to the next. Works before any script has loaded. */
export function EntryForm(props: Props) {
  const { action, entryId, version, hidden, groups } = props
  const t = useTranslations('imports.entry')
  const [state, send] = useActionState(action, null)
  const form = useRef<HTMLFormElement>(null)
  const kept = useKept(form, entryId, version)
  const sent = { ...hidden, entryId: String(entryId), version: String(state?.version ?? version) }
  return (
    <form
      ref={form}
      action={send}
      onInput={(event) => {
        chooseOther(event)
        kept.typed()
      }}
      onSubmit={kept.sent}
      className="grid min-w-0 gap-8"
    >
      <HiddenFields fields={sent} />
      {/* The first button is the one that Enter presses. */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only">
        {t('save')}
      </button>
      <Problems state={state} />
      {kept.isRestored && !state && (
        <p
          role="status"
          className="flex flex-wrap items-center gap-x-4 border-accent border-s-4 ps-4 text-small"
        >
          {t('restored')}
          <button type="button" onClick={kept.forget} className="button-quiet">
            {t('forget')}
          </button>
        </p>
      )}
      <Fragment key={state?.answer ?? 0}>
        {groups.map((group) => (
          <Group key={group.key} group={group} state={state} />
        ))}
        <Choices {...props} state={state} />
      </Fragment>
      <div data-stays="" className="sticky bottom-0 z-10 border-ink border-t bg-paper py-3 print:hidden">
        <SubmitButton id={SAVE}>{t('save')}</SubmitButton>
      </div>
    </form>
  )
}

/** Whoever names a project in words means that answer. */
function chooseOther({ target, currentTarget }: FormEvent<HTMLFormElement>) {
  if (!(target instanceof HTMLInputElement) || target.name !== 'project' || target.value === '') return
  const radio = currentTarget.querySelector<HTMLInputElement>(
    `input[name="choice"][value="${OTHER_PROJECT}"]`,
  )
  if (radio) radio.checked = true
}

/** Everything that is wrong, told at once; each stands by its control as well. */
function Problems({ state }: { state: EntryState }) {
  const t = useTranslations('imports.entry')
  const sentences = [state?.alert, ...Object.values(state?.errors ?? {})].filter(Boolean)
  if (!state || sentences.length === 0) return null
  return (
    <FormAlert of={state}>
      <p className="font-semibold">{t('wrong')}</p>
      <ul>
        {sentences.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </FormAlert>
  )
}

type GroupProps = { group: FieldGroup; state: EntryState }

/** Fields of which the same becomes; those that stay as they are, folded away. */
function Group({ group: { key, rows }, state }: GroupProps) {
  const t = useTranslations('imports.entry')
  const list = (
    <ul className="divide-y divide-line border-line border-y">
      {rows.map((row) => (
        <Row key={row.at} row={row} isNew={key === 'new'} state={state} />
      ))}
    </ul>
  )
  const isFolded = key === 'same' || key === 'aside'
  if (isFolded) {
    const isWrong = rows.some(({ field }) => state?.errors[editName(field)] !== undefined)
    return (
      <details open={isWrong || undefined}>
        <summary className="mb-2 inline-flex min-h-8 items-center text-accent underline underline-offset-4">
          {t(`effect.${key}`)} ({rows.length})
        </summary>
        {list}
      </details>
    )
  }
  return (
    <section aria-labelledby={`grupp-${key}`}>
      <h3 id={`grupp-${key}`} className="mb-2 text-h3">
        {t(`effect.${key}`)}
      </h3>
      {key === 'kept' && <p className="mb-2 text-muted text-small">{t('keptNote')}</p>}
      {list}
    </section>
  )
}

type RowProps = { row: FieldRow; isNew: boolean; state: EntryState }

function Row({ row, isNew, state }: RowProps) {
  const t = useTranslations('imports.entry')
  const { at, label, said, note, now, isCorrected, place, edit } = row
  // What says the same as the registry stands once; what meets something else stands beside it.
  const isPaired = now !== null && (now !== said || isCorrected) && !isNew
  return (
    <li
      id={fieldId(at)}
      data-place={place}
      className="grid min-w-0 scroll-mt-4 gap-1.5 py-3 text-small target:bg-accent-soft"
    >
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold">
          {label}
          {note && <span className="font-normal text-muted"> ({note})</span>}
        </span>
        <a href={`#${place}`} data-follows="" className="py-0.5 text-fine">
          {t('inSource')}
          <span className="sr-only">: {label}</span>
        </a>
      </p>
      {isPaired ? (
        <dl className="grid gap-x-6 gap-y-1.5 sm:grid-cols-2">
          <div className="min-w-0">
            <dt className="text-fine text-muted">
              {t('now')}
              {isCorrected && ` (${t('corrected')})`}
            </dt>
            <dd lang="sv" className="whitespace-pre-line break-words">
              {now}
            </dd>
          </div>
          <div className="min-w-0">
            <dt className="text-fine text-muted">{t('says')}</dt>
            <dd lang="sv" className="whitespace-pre-line break-words font-semibold">
              {said}
            </dd>
          </div>
        </dl>
      ) : (
        <p lang="sv" className="whitespace-pre-line break-words">
          {said}
        </p>
      )}
      {edit && <Edit row={row} edit={edit} state={state} />}
    </li>
  )
}

/** The box for another value than the source has. Sent with what the source says, so that the same is no other value. */
function Edit({ row: { field, label }, edit, state }: { row: FieldRow; edit: EditBox; state: EntryState }) {
  const t = useTranslations('imports.entry')
  const name = editName(field)
  const value = state?.values[name] ?? edit.value
  const error = state?.errors[name]
  const isEdited = value !== edit.read
  const hint = [t('editHint'), edit.hint].filter(Boolean).join(' ')
  return (
    <details open={isEdited || error !== undefined || undefined}>
      <summary className="inline-flex min-h-8 items-center text-accent underline underline-offset-4">
        {t('edit')}
        <span className="sr-only">: {label}</span>
        {isEdited && <span className="ms-2 text-muted">({t('edited')})</span>}
      </summary>
      <div className="mt-2">
        <input type="hidden" name={wasName(field)} value={edit.read} />
        <Field id={name} label={t('editLabel', { field: label })} hint={hint} error={error}>
          {(tied) =>
            edit.lines === null ? (
              <input
                {...tied}
                type="text"
                lang="sv"
                name={name}
                defaultValue={value}
                autoComplete="off"
                className={`${CONTROL} h-11`}
              />
            ) : (
              <textarea
                {...tied}
                lang="sv"
                name={name}
                defaultValue={value}
                rows={edit.lines}
                autoComplete="off"
                className={CONTROL}
              />
            )
          }
        </Field>
      </div>
    </details>
  )
}

type ChoicesProps = Pick<Props, 'options' | 'chosen' | 'other'> & { state: EntryState }

function Choices({ options, chosen, other, state }: ChoicesProps) {
  const t = useTranslations('imports.entry')
  const value = state?.values.choice ?? chosen
  const error = state?.errors.choice
  return (
    <fieldset aria-describedby={error ? 'choice-error' : undefined} className="grid min-w-0 gap-4">
      <legend className="mb-3 font-semibold font-serif text-h3">{t('choose')}</legend>
      {error && <FieldError id="choice-error">{error}</FieldError>}
      {options.map((option) => (
        <Option key={option.value} option={option} isChosen={option.value === value}>
          {option.value === OTHER_PROJECT && (
            <ProjectFinder
              name="project"
              label={t('otherLabel')}
              value={state?.values.project ?? other}
              search={FIND}
              maxLength={400}
              {...(state?.errors.project && { error: state.errors.project })}
              {...(state?.found && { found: state.found })}
            />
          )}
        </Option>
      ))}
    </fieldset>
  )
}

type OptionProps = { option: EntryOption; isChosen: boolean; children: ReactNode }

function Option({ option: { value, label, keys, hint, about }, isChosen, children }: OptionProps) {
  const t = useTranslations('imports.entry')
  const id = `choice-${value}`
  const described = [hint && `${id}-hint`, about && `${id}-about`].filter(Boolean).join(' ')
  return (
    <div className="grid min-w-0 grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-2.5 gap-y-1">
      <input
        type="radio"
        id={id}
        name="choice"
        value={value}
        defaultChecked={isChosen}
        aria-describedby={described || undefined}
        {...(keys && { 'data-keys': keys, 'data-then': SAVE })}
        className="size-5 translate-y-0.5"
      />
      <label htmlFor={id} className="min-w-0 break-words py-0.5">
        {label}
        {keys && <KeyHint>{keys}</KeyHint>}
      </label>
      {hint && (
        <div className="col-start-2">
          <Hint id={`${id}-hint`}>{hint}</Hint>
        </div>
      )}
      {about && (
        <div className="col-start-2 grid gap-0.5 text-muted text-small">
          <div id={`${id}-about`}>
            {about.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
          <p>
            <a href={about.href} className="inline-block py-0.5">
              {t('publicPage')}
              <span className="sr-only">: {about.name}</span>
            </a>
          </p>
        </div>
      )}
      {children && <div className="col-start-2 min-w-0">{children}</div>}
    </div>
  )
}
