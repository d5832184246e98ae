import { inputName } from '../../lib/corrections/input-names.ts'
import type { ConflictView, FormTexts } from './form-state.ts'

type Props = {
  field: string
  conflict: ConflictView
  /** What was chosen before. */
  keep: string | null | undefined
  texts: FormTexts
}

/** Two changed the same field: all three values, and whose stands. Nothing is chosen to begin with. */
export function ConflictBox({ field, conflict, keep, texts }: Props) {
  const name = inputName('keep', field)
  return (
    <div className="grid gap-3 border-differ border-s-4 bg-sunken px-4 py-3 text-small">
      <p className="font-semibold">{texts.conflict}</p>
      <dl className="grid gap-2">
        <Value label={texts.conflictWas} text={conflict.was} />
        <Value label={texts.conflictTheirs} text={conflict.theirs} more={conflict.by} />
        <Value label={texts.conflictMine} text={conflict.mine} />
      </dl>
      <fieldset className="grid gap-1.5">
        <legend className="mb-1 font-semibold">{texts.keep}</legend>
        {/* Sent as undecided where neither is chosen. */}
        <input type="hidden" name={name} value="" />
        <Keep name={name} value="mine" label={texts.keepMine} isChosen={keep === 'mine'} />
        <Keep name={name} value="theirs" label={texts.keepTheirs} isChosen={keep === 'theirs'} />
      </fieldset>
    </div>
  )
}

const Value = ({ label, text, more }: { label: string; text: string; more?: string }) => (
  <div>
    <dt className="text-muted">{label}</dt>
    <dd className="whitespace-pre-line font-semibold">{text}</dd>
    {more && <dd>{more}</dd>}
  </div>
)

const Keep = ({
  name,
  value,
  label,
  isChosen,
}: {
  name: string
  value: string
  label: string
  isChosen: boolean
}) => (
  <div className="grid grid-cols-[auto_1fr] items-baseline gap-x-2.5">
    <input
      key={String(isChosen)}
      type="radio"
      id={`${name}.${value}`}
      name={name}
      value={value}
      defaultChecked={isChosen}
      className="size-5 translate-y-0.5"
    />
    <label htmlFor={`${name}.${value}`} className="py-0.5">
      {label}
    </label>
  </div>
)
