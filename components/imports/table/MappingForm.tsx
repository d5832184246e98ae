'use client'

import { type ReactNode, useActionState } from 'react'
import { CONTROL, FieldError, Hint } from '../../staff/Field.tsx'
import { FormAlert } from '../../staff/FormAlert.tsx'
import { HiddenFields } from '../../staff/HiddenFields.tsx'
import { SubmitButton } from '../../staff/SubmitButton.tsx'
import {
  ACT,
  type Act,
  type ColumnControls,
  type Control,
  type MappingAction,
  type MappingState,
  type OptionGroup,
} from './form-state.ts'
import { Part } from './Part.tsx'

type Texts = Record<
  | 'fileTitle'
  | 'fileNote'
  | 'reread'
  | 'columnsTitle'
  | 'columnsNote'
  | 'noExamples'
  | 'examples'
  | 'format'
  | 'savedTitle'
  | 'savedNote'
  | 'apply'
  | 'save'
  | 'confirm'
  | 'confirmNote'
  | 'wrong',
  string
>

type Props = {
  action: MappingAction
  /** Sent along: in which language, which import. */
  hidden: Readonly<Record<string, string>>
  version: number
  /** How the file is, which nobody chooses. */
  about: readonly string[]
  settings: readonly Control[]
  columns: readonly ColumnControls[]
  targets: readonly OptionGroup[]
  /** The saved mapping to use, where there are any, and the name to save this one by. */
  saved: Control | null
  name: Control
  texts: Texts
  /** What there is to know before the rows are read. */
  children: ReactNode
}

type Answered = { value: (control: Control) => string; error: (name: string) => string | undefined }

/** How a table is read, and what its columns mean: read again, saved for other tables, or confirmed. */
export function MappingForm(props: Props) {
  const { action, hidden, version, columns, texts, children } = props
  const [last, send] = useActionState(action, null)
  // An answer about an import that has gone on since says nothing any more.
  const state = last && last.version >= version ? last : null
  const answered = answeredBy(state)
  return (
    <form action={send} className="grid grid-cols-[minmax(0,1fr)] gap-12">
      <Answer state={state} wrong={texts.wrong} />
      <HiddenFields fields={{ ...hidden, version: String(state?.version ?? version) }} />
      <div key={`${version}-${state?.answer ?? 0}`} className="grid grid-cols-[minmax(0,1fr)] gap-12">
        <FilePart {...props} answered={answered} />
        <Part id="kolumner" title={texts.columnsTitle} note={texts.columnsNote}>
          <ol className="border-line border-b">
            {columns.map((column) => (
              <ColumnItem
                key={column.number}
                column={column}
                targets={props.targets}
                texts={texts}
                answered={answered}
                isTicked={state ? state.values[column.zero.name] === 'on' : column.zero.isTicked}
              />
            ))}
          </ol>
        </Part>
        {children}
        <SavedPart {...props} answered={answered} />
      </div>
      {/* In sight all the way: of a list that is known nobody has to read to the end. */}
      <div
        data-stays=""
        className="sticky bottom-0 z-10 flex flex-wrap items-center gap-x-5 gap-y-1 border-ink border-t bg-paper py-3 print:hidden"
      >
        <ActButton act="confirm">{texts.confirm}</ActButton>
        <p className="max-w-text flex-1 basis-64 text-muted text-fine">{texts.confirmNote}</p>
      </div>
    </form>
  )
}

const answeredBy = (state: MappingState): Answered => ({
  value: ({ name, value }) => state?.values[name] ?? value,
  error: (name) => state?.errors[name],
})

const ActButton = ({ act, children }: { act: Act; children: ReactNode }) => (
  <SubmitButton quiet={act !== 'confirm'} name={ACT} value={act}>
    {children}
  </SubmitButton>
)

function Answer({ state, wrong }: { state: MappingState; wrong: string }) {
  if (!state) return null
  if (state.done !== null)
    return (
      <FormAlert tone="done" of={state}>
        <p>{state.done}</p>
      </FormAlert>
    )
  return (
    <FormAlert of={state}>
      <p className="font-semibold">{wrong}</p>
      <ul>
        {state.alerts.map(({ text, control }) => (
          <li key={`${control} ${text}`}>{control ? <a href={`#${control}`}>{text}</a> : text}</li>
        ))}
      </ul>
    </FormAlert>
  )
}

type Inner = Props & { answered: Answered }

function FilePart({ about, settings, texts, answered }: Inner) {
  return (
    <Part id="filen" title={texts.fileTitle} note={texts.fileNote}>
      {about.map((line) => (
        <p key={line} className="mb-2 max-w-text">
          {line}
        </p>
      ))}
      <div className="mt-5 mb-6 grid grid-cols-1 gap-x-8 gap-y-5 sm:grid-cols-2">
        {settings.map((control) => (
          <ControlField key={control.name} control={control} answered={answered} />
        ))}
      </div>
      <ActButton act="reread">{texts.reread}</ActButton>
    </Part>
  )
}

type ColumnProps = {
  column: ColumnControls
  targets: readonly OptionGroup[]
  texts: Texts
  answered: Answered
  isTicked: boolean
}

/** A column: what stands in it, what it means, and how its values are written. */
function ColumnItem({ column, targets, texts, answered, isTicked }: ColumnProps) {
  const { number, title, header, about, examples, target, format, formatReasons, zero } = column
  const id = `kolumn-${number}`
  const isWrong = format.some(({ name }) => answered.error(name))
  return (
    <li id={id} className="border-line border-t py-3">
      <fieldset
        aria-labelledby={`${id}-rubrik`}
        className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-3 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] lg:grid-cols-[14rem_minmax(0,1fr)_25rem]"
      >
        <div className="min-w-0 text-small">
          <h3 id={`${id}-rubrik`} className="break-words font-sans tracking-normal">
            <span className="block text-fine text-muted">{title}</span>
            <span lang="sv" className="font-semibold text-base">
              {header}
            </span>
          </h3>
          <p className="text-fine text-muted">{about}</p>
        </div>
        <div className="min-w-0 text-small md:max-lg:col-start-1">
          <p className="text-fine text-muted">{examples.length === 0 ? texts.noExamples : texts.examples}</p>
          <ul lang="sv" className="font-serif">
            {examples.map((example, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two rows may say the same
              <li key={at} className="line-clamp-1 break-all">
                {example}
              </li>
            ))}
          </ul>
        </div>
        <div className="grid min-w-0 grid-cols-1 content-start gap-1 md:max-lg:col-start-2 md:max-lg:row-span-2 md:max-lg:row-start-1">
          <ControlField control={target} groups={targets} answered={answered}>
            <details open={isWrong || undefined} className="open:basis-full">
              <summary className="inline-flex min-h-8 items-center text-accent text-fine underline underline-offset-4">
                {texts.format}
              </summary>
              <div className="mt-3 grid grid-cols-1 gap-x-6 gap-y-4 border-line border-s-3 ps-4 sm:grid-cols-2">
                {formatReasons.length > 0 && (
                  <ul className="text-muted text-small sm:col-span-2">
                    {formatReasons.map((reason) => (
                      <li key={reason}>{reason}</li>
                    ))}
                  </ul>
                )}
                {format.map((control) => (
                  <ControlField key={control.name} control={control} answered={answered} />
                ))}
                <label className="flex items-baseline gap-2.5 text-small sm:col-span-2">
                  <input
                    type="checkbox"
                    name={zero.name}
                    defaultChecked={isTicked}
                    className="size-5 shrink-0 translate-y-0.5"
                  />
                  {zero.label}
                </label>
              </div>
            </details>
          </ControlField>
        </div>
      </fieldset>
    </li>
  )
}

function SavedPart({ saved, name, texts, answered }: Inner) {
  return (
    <Part id="sparade" title={texts.savedTitle} note={texts.savedNote}>
      <div className="grid grid-cols-1 gap-x-8 gap-y-6 md:grid-cols-2">
        {saved && (
          <div className="grid min-w-0 grid-cols-1 content-start gap-3">
            <ControlField control={saved} answered={answered} />
            <div>
              <ActButton act="apply">{texts.apply}</ActButton>
            </div>
          </div>
        )}
        <div className="grid min-w-0 grid-cols-1 content-start gap-3">
          <ControlField control={name} answered={answered} />
          <div>
            <ActButton act="save">{texts.save}</ActButton>
          </div>
        </div>
      </div>
    </Part>
  )
}

type ControlProps = {
  control: Control
  groups?: readonly OptionGroup[]
  answered: Answered
  /** What stands beside the hint. */
  children?: ReactNode
}

/** One of several, or a line of text. What spoke for it stands under it, out of the way of who goes through many. */
function ControlField({ control, groups, answered, children }: ControlProps) {
  const { name, label, options, hint, isNumber, length } = control
  const error = answered.error(name)
  const tied = {
    id: name,
    name,
    defaultValue: answered.value(control),
    'aria-describedby':
      [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined,
    'aria-invalid': error ? (true as const) : undefined,
  }
  return (
    <div className="grid grid-cols-1 content-start gap-1.5">
      <label htmlFor={name} className="font-semibold text-small">
        {label}
      </label>
      {error && <FieldError id={`${name}-error`}>{error}</FieldError>}
      {options || groups ? (
        <select {...tied} className={`${CONTROL} h-11 max-w-text`}>
          {options && <Options options={options} />}
          {groups?.map((group) => (
            <optgroup key={group.label} label={group.label}>
              <Options options={group.options} />
            </optgroup>
          ))}
        </select>
      ) : (
        <input
          {...tied}
          type="text"
          inputMode={isNumber ? 'numeric' : undefined}
          maxLength={length}
          autoComplete="off"
          className={`${CONTROL} h-11 ${isNumber || (length ?? 99) < 10 ? 'max-w-32' : 'max-w-text'}`}
        />
      )}
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        {hint && <Hint id={`${name}-hint`}>{hint}</Hint>}
        {children}
      </div>
    </div>
  )
}

const Options = ({ options }: { options: OptionGroup['options'] }) =>
  options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ))
