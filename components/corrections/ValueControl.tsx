import type { SentField } from '../../lib/corrections/form.ts'
import { FIND, inputName } from '../../lib/corrections/input-names.ts'
import { CONTROL, Hint, type Tied } from '../staff/Field.tsx'
import { ProjectFinder } from '../staff/ProjectFinder.tsx'
import { RowError } from './FieldRow.tsx'
import type { CorrectionState, Row } from './form-state.ts'

type Props = {
  row: Row
  sent: SentField | undefined
  error: string | undefined
  hasFocus: boolean
  isAsked: boolean
  found: NonNullable<CorrectionState>['found']
}

/** The label of a field, what it shows now, and the box for another value. What was typed comes back in it. */
export function ValueControl(props: Props) {
  const { row, sent, error } = props
  if (row.control.as === 'finder') return <Finder {...props} />
  const id = inputName('text', row.field)
  const { hint } = row.control
  const described = [`${id}-now`, hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  const tied = { id, 'aria-describedby': described, ...(error ? { 'aria-invalid': true as const } : {}) }
  return (
    <div className="grid min-w-0 gap-1.5">
      <Name {...props} id={id} />
      <p id={`${id}-now`} className="line-clamp-3 text-muted text-small">
        {row.present}
      </p>
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      <RowError id={`${id}-error`} error={error} />
      <Box {...props} tied={tied} value={sent?.text ?? row.suggested ?? row.typed.text} />
      {(row.kinds || row.roundings) && (
        <div className="mt-1 flex flex-wrap gap-x-4 gap-y-2">
          <Beside row={row} part="kind" options={row.kinds} value={sent?.kind ?? row.typed.kind} />
          <Beside
            row={row}
            part="rounding"
            options={row.roundings}
            value={sent?.rounding ?? row.typed.rounding}
          />
        </div>
      )}
    </div>
  )
}

/** Finds the project that an entry led to. */
function Finder({ row, sent, error, found }: Props) {
  const name = inputName('text', row.field)
  const { hint } = row.control
  return (
    <div className="grid min-w-0 max-w-text gap-1.5">
      <ProjectFinder
        name={name}
        label={row.label}
        value={sent?.text ?? row.typed.text}
        search={FIND}
        {...(hint && { hint })}
        {...(error && { error })}
        {...(found && { found })}
      />
      <p className="text-muted text-small">{row.present}</p>
    </div>
  )
}

function Name({ row, isAsked, id }: Props & { id: string }) {
  const look = isAsked ? 'font-semibold font-serif text-h3' : 'font-semibold text-small'
  if (row.control.as === 'none')
    return (
      <p id={id} tabIndex={-1} className={look}>
        {row.label}
      </p>
    )
  return (
    <label htmlFor={id} className={look}>
      {row.label}
    </label>
  )
}

function Box({ row, hasFocus, tied, value }: Props & { tied: Tied; value: string }) {
  const { control } = row
  const given = { ...tied, name: inputName('text', row.field), defaultValue: value, autoComplete: 'off' }
  // Where somebody was led to correct this field, it has the focus.
  const focus = { autoFocus: hasFocus }
  if (control.as === 'none' || control.as === 'finder') return null
  if (control.as === 'lines')
    return (
      <textarea {...given} {...focus} rows={control.rows} lang="sv" className={`${CONTROL} max-w-text`} />
    )
  if (control.as === 'line')
    return (
      <input
        {...given}
        {...focus}
        type="text"
        lang="sv"
        className={`${CONTROL} h-11 ${control.isShort ? 'max-w-56' : 'max-w-text'}`}
      />
    )
  return (
    // A form that is answered puts back what a list was first filled with: a new one begins with what was chosen.
    <select key={value} {...given} {...focus} className={`${CONTROL} h-11 max-w-text`}>
      {control.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

type BesideProps = { row: Row; part: 'kind' | 'rounding'; options: Row['kinds']; value: string }

function Beside({ row, part, options, value }: BesideProps) {
  if (!options) return null
  return (
    <label className="grid gap-1 text-small">
      <span>
        {options.label}
        <span className="sr-only">: {row.label}</span>
      </span>
      <select
        key={value}
        name={inputName(part, row.field)}
        defaultValue={value}
        className="h-10 max-w-72 rounded-sm border border-edge bg-raised px-2"
      >
        {options.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
