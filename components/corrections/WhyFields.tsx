import { CONTROL, Field } from '../staff/Field.tsx'
import { ReasonField } from '../staff/ReasonField.tsx'
import { TextField } from '../staff/TextField.tsx'
import type { CorrectionState, FormTexts } from './form-state.ts'

type Props = { state: CorrectionState; documents: { value: string; label: string }[]; texts: FormTexts }

/** Why, and where the right value stands: once for all that is saved. */
export function WhyFields({ state, documents, texts }: Props) {
  const chosen = state?.why.document ?? ''
  return (
    <section aria-labelledby="varfor-rubrik" className="grid gap-5 border-ink border-t pt-3">
      <h2 id="varfor-rubrik" className="text-h3">
        {texts.why}
      </h2>
      <ReasonField texts={texts} error={state?.errors.reason} typed={state?.why.reason} />
      <TextField
        name="link"
        label={texts.link}
        hint={texts.linkHint}
        error={state?.errors.link}
        defaultValue={state?.why.link ?? ''}
        autoComplete="off"
        maxLength={2000}
      />
      {documents.length > 0 && (
        <Field id="document" label={texts.document}>
          {(tied) => (
            <select
              key={chosen}
              {...tied}
              name="document"
              defaultValue={chosen}
              className={`${CONTROL} h-11 max-w-text`}
            >
              {[{ value: '', label: texts.noDocument }, ...documents].map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </section>
  )
}
