import { SEEN } from '../../lib/corrections/input-names.ts'
import { Looked } from '../follow-up/Looked.tsx'
import { FormAlert } from '../staff/FormAlert.tsx'
import { SubmitButton } from '../staff/SubmitButton.tsx'
import type { CorrectionState, FormTexts, Row } from './form-state.ts'

type Props = { state: CorrectionState; rows: Row[]; texts: FormTexts }

/** Everything that kept the form from being saved, told at once; each stands by its field as well. */
export function Alerts({ state, rows, texts }: Props) {
  if (state?.flags) return <Flags state={state} flags={state.flags} texts={texts} />
  if (!state || (state.alerts.length === 0 && Object.keys(state.errors).length === 0)) return null
  const labels = new Map(rows.map(({ field, label }) => [field, label]))
  return (
    <FormAlert of={state}>
      <p className="font-semibold">{texts.wrong}</p>
      <ul className="mt-1 grid gap-1">
        {state.alerts.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {Object.entries(state.errors).map(([field, text]) => (
          <li key={field}>
            <a href={`#${idOf(field)}`}>{labels.get(field) ? `${labels.get(field)}: ${text}` : text}</a>
          </li>
        ))}
      </ul>
    </FormAlert>
  )
}

type FlagsProps = Omit<Props, 'rows'> & { flags: NonNullable<NonNullable<CorrectionState>['flags']> }

/** What is unusual: each is ticked by who has looked at it. */
const Flags = ({ state, flags, texts }: FlagsProps) => (
  <FormAlert of={state}>
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-semibold">{texts.flagged}</legend>
      {flags.map(({ key, text, isSeen }) => (
        <Looked key={`${key} ${isSeen}`} name={SEEN} value={key} isSeen={isSeen} label={text} />
      ))}
      <div>
        <SubmitButton>{texts.save}</SubmitButton>
      </div>
    </fieldset>
  </FormAlert>
)

/** Where the control of a field is on the page. */
const idOf = (field: string) => (['reason', 'link'].includes(field) ? field : `text.${field}`)
