import type { ReactNode } from 'react'
import { inputName } from '../../lib/corrections/input-names.ts'
import { FieldError } from '../staff/Field.tsx'
import { ConflictBox } from './ConflictBox.tsx'
import type { CorrectionState, FormTexts, Row } from './form-state.ts'
import { ValueControl } from './ValueControl.tsx'

type Props = {
  row: Row
  state: CorrectionState
  texts: FormTexts
  /** It is what the page was opened for. */
  isAsked?: boolean
  hasFocus?: boolean
}

/** A field: what is shown, the box to type another value in, what else can be said of it, and the source's words. */
export function FieldRow({ row, state, texts, isAsked = false, hasFocus = false }: Props) {
  const sent = state?.sent[row.field]
  const conflict = state?.conflicts[row.field]
  const error = state?.errors[row.field]
  const name = (part: Parameters<typeof inputName>[0]) => inputName(part, row.field)
  const hasSource = row.source !== null || row.notes !== null
  return (
    <div
      className={`grid min-w-0 gap-x-10 gap-y-4 ${isAsked ? 'rounded-md border border-edge bg-raised p-4 md:p-5' : 'border-line border-t pt-5 first:border-t-0 first:pt-0'} ${hasSource ? 'lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]' : ''}`}
    >
      <div className="grid min-w-0 content-start gap-3">
        <input type="hidden" name={name('was')} value={JSON.stringify(sent?.was ?? row.typed)} />
        <input type="hidden" name={name('basis')} value={conflict?.basis ?? sent?.basis ?? row.basis} />
        {conflict && <ConflictBox field={row.field} conflict={conflict} keep={sent?.keep} texts={texts} />}
        <ValueControl
          row={row}
          sent={sent}
          error={error}
          hasFocus={hasFocus && !state}
          isAsked={isAsked}
          found={state?.found}
        />
        <Choices
          row={row}
          chosen={sent?.as ?? ''}
          isOpen={isAsked || row.isOpen || !!sent?.as}
          texts={texts}
        />
      </div>
      {hasSource && (
        <div className="grid min-w-0 content-start gap-4 text-small">
          {row.notes}
          {row.source && <Words title={texts.source}>{row.source}</Words>}
        </div>
      )}
    </div>
  )
}

const Words = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <p className="mb-1.5 text-fine text-muted">{title}</p>
    {children}
  </div>
)

type ChoicesProps = { row: Row; chosen: string; isOpen: boolean; texts: FormTexts }

/** What can be said of a field without typing: folded, unless somebody is to answer. */
function Choices({ row, chosen, isOpen, texts }: ChoicesProps) {
  const hasBox = row.control.as !== 'none'
  if (row.choices.length === 0) return null
  const options = [{ value: '', label: hasBox ? texts.asInBox : texts.open }, ...row.choices]
  return (
    <details open={isOpen}>
      <summary className="min-h-8 py-1 text-accent text-small underline underline-offset-4">
        {texts.more}
        <span className="sr-only">: {row.label}</span>
      </summary>
      <fieldset className="mt-2 grid min-w-0 gap-2">
        <legend className="sr-only">
          {texts.choose}: {row.label}
        </legend>
        {options.map((option) => (
          <Choice key={option.value} field={row.field} option={option} isChosen={option.value === chosen} />
        ))}
      </fieldset>
    </details>
  )
}

type ChoiceProps = { field: string; option: Row['choices'][number]; isChosen: boolean }

function Choice({ field, option: { value, label, words }, isChosen }: ChoiceProps) {
  const id = `as.${field}.${value}`
  return (
    <div className="grid min-w-0 grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-2.5 gap-y-1.5">
      <input
        key={String(isChosen)}
        type="radio"
        id={id}
        name={inputName('as', field)}
        value={value}
        defaultChecked={isChosen}
        className="size-5 translate-y-0.5"
      />
      <label htmlFor={id} className="py-0.5 text-small">
        {label}
      </label>
      {words && <div className="col-start-2 min-w-0">{words}</div>}
    </div>
  )
}

export const RowError = ({ id, error }: { id: string; error: string | undefined }) =>
  error ? <FieldError id={id}>{error}</FieldError> : null
