'use client'

import { type ReactNode, useActionState } from 'react'
import { FieldError } from '../staff/Field.tsx'
import { FormAlert } from '../staff/FormAlert.tsx'
import { SubmitButton } from '../staff/SubmitButton.tsx'
import { TextField } from '../staff/TextField.tsx'
import { type DeskAction, type DeskFormState, NOTHING_SENT } from './form-state.ts'
import { KeyHint } from './KeyHint.tsx'

export type DecideOption = {
  value: string
  label: ReactNode
  /** The words that speak for it: under the label, no part of it. */
  words?: ReactNode
  /** More keys than its number. */
  keys?: string
  /** Asks for a value. */
  isTyped?: boolean
}
type Props = {
  action: DeskAction
  /** Sent along: what it is about, what it was filled in over, where to go on. */
  hidden: Readonly<Record<string, string>>
  options: readonly DecideOption[]
  /** Whether there is still something to save. */
  isOpen?: boolean
  /** Beside each other where there is room. */
  isWide?: boolean
  /** Whether a document can be given for it. */
  takesEvidence?: boolean
  texts: {
    legend: string
    wrong: string
    save: string
    reason: string
    reasonHint: string
    evidence: string
    evidenceHint: string
    typed: string
    typedHint: string
  }
}

/** One of several answers, why, and on to the next. Works before any script has loaded. */
export function DecideForm({
  action,
  hidden,
  options,
  isOpen = true,
  isWide = false,
  takesEvidence = false,
  texts,
}: Props) {
  const [state, send] = useActionState(action, NOTHING_SENT)
  if (!isOpen) return <Unsaved state={state} texts={texts} />
  const wrong = (field: string) => state.problems.find((problem) => problem.field === field)?.text
  return (
    <form action={send} className="grid gap-6">
      <Problems state={state} title={texts.wrong} />
      {Object.entries({ ...hidden, ...(state.basis && { basis: state.basis }) }).map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <fieldset
        aria-describedby={wrong('choice') ? 'choice-error' : undefined}
        className="grid min-w-0 gap-4"
      >
        <legend className="mb-3 font-semibold font-serif text-h3">{texts.legend}</legend>
        {wrong('choice') && <FieldError id="choice-error">{wrong('choice')}</FieldError>}
        <div className={`grid min-w-0 items-start gap-x-10 ${isWide ? 'gap-y-6 lg:grid-cols-2' : 'gap-y-4'}`}>
          {options.map((option, at) => (
            <Option key={option.value} option={option} at={at} state={state} texts={texts} />
          ))}
        </div>
      </fieldset>
      <TextField
        key={`reason ${state.values.reason ?? ''}`}
        name="reason"
        label={texts.reason}
        hint={texts.reasonHint}
        error={wrong('reason')}
        defaultValue={state.values.reason}
        aria-required
        maxLength={1000}
        autoComplete="off"
      />
      {takesEvidence && (
        <TextField
          key={`evidence ${state.values.evidence ?? ''}`}
          name="evidence"
          label={texts.evidence}
          hint={texts.evidenceHint}
          error={wrong('evidence')}
          defaultValue={state.values.evidence}
          maxLength={500}
          autoComplete="off"
        />
      )}
      <div>
        <SubmitButton>{texts.save}</SubmitButton>
      </div>
    </form>
  )
}

/** What was typed of something that somebody else has settled meanwhile; nothing where nothing was sent. */
const Unsaved = ({ state, texts }: { state: DeskFormState; texts: Props['texts'] }) =>
  state.problems.length > 0 && (
    <div className="grid gap-6">
      <Problems state={state} title={texts.wrong} />
      {(['reason', 'evidence'] as const)
        .filter((name) => state.values[name])
        .map((name) => (
          <TextField key={name} name={name} label={texts[name]} defaultValue={state.values[name]} readOnly />
        ))}
    </div>
  )

/** Everything that is wrong, told at once; each stands by its field as well. */
export const Problems = ({ state, title }: { state: DeskFormState; title: string }) =>
  state.problems.length > 0 && (
    <FormAlert of={state}>
      <p className="font-semibold">{title}</p>
      <ul>
        {state.problems.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </FormAlert>
  )

type OptionProps = { option: DecideOption; at: number; state: DeskFormState; texts: Props['texts'] }

function Option({
  option: { value, label, words, keys = '', isTyped = false },
  at,
  state,
  texts,
}: OptionProps) {
  const id = `choice-${at + 1}`
  const chosen = state.values.choice === value
  const wrong = state.problems.find(({ field }) => field === 'typed')?.text
  return (
    <div className="grid min-w-0 grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-3 gap-y-1.5">
      <input
        key={String(chosen)}
        type="radio"
        id={id}
        name="choice"
        value={value}
        defaultChecked={chosen}
        data-keys={`${at + 1} ${keys}`}
        data-then={isTyped ? 'typed' : 'reason'}
        className="size-5 translate-y-0.5"
      />
      <label htmlFor={id} className="py-0.5">
        {label}
        <KeyHint>{String(at + 1)}</KeyHint>
      </label>
      {words && <div className="col-start-2 min-w-0 max-w-text">{words}</div>}
      {isTyped && (
        <div className="col-start-2">
          <TextField
            key={state.values.typed ?? ''}
            name="typed"
            label={texts.typed}
            hint={texts.typedHint}
            error={wrong}
            defaultValue={state.values.typed}
            maxLength={5000}
            autoComplete="off"
          />
        </div>
      )}
    </div>
  )
}
