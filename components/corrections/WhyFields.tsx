import { REASON } from '../../lib/corrections/reason.ts'
import { CONTROL, Field } from '../staff/Field.tsx'
import { TextArea } from '../staff/TextArea.tsx'
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
      <TextArea
        name="reason"
        label={texts.reason}
        hint={texts.reasonHint}
        error={state?.errors.reason}
        defaultValue={state?.why.reason ?? ''}
        required
        minLength={REASON.least}
        maxLength={REASON.most}
        rows={3}
      />
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
