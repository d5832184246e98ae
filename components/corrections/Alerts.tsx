import { FormAlert } from '../staff/FormAlert.tsx'
import type { CorrectionState, Row } from './form-state.ts'

type Props = { state: CorrectionState; rows: Row[]; title: string }

/** Everything that kept the form from being saved, told at once; each stands by its field as well. */
export function Alerts({ state, rows, title }: Props) {
  if (!state || (state.alerts.length === 0 && Object.keys(state.errors).length === 0)) return null
  const labels = new Map(rows.map(({ field, label }) => [field, label]))
  return (
    <FormAlert of={state}>
      <p className="font-semibold">{title}</p>
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

/** Where the control of a field is on the page. */
const idOf = (field: string) => (['reason', 'link'].includes(field) ? field : `text.${field}`)
