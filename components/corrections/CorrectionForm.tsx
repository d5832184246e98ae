'use client'

import { type FormEvent, type KeyboardEvent, useActionState, useEffect, useRef } from 'react'
import { HiddenFields } from '../staff/HiddenFields.tsx'
import { SubmitButton } from '../staff/SubmitButton.tsx'
import { Alerts } from './Alerts.tsx'
import { FieldRow } from './FieldRow.tsx'
import type { CorrectionAction, CorrectionState, FormTexts, Row, RowGroup } from './form-state.ts'
import { WhyFields } from './WhyFields.tsx'

type Props = {
  action: CorrectionAction
  /** Sent along: which record, its version, where to go on. */
  hidden: Readonly<Record<string, string>>
  /** The fields that were asked for, and the others. */
  asked: RowGroup | null
  groups: RowGroup[]
  documents: { value: string; label: string }[]
  texts: FormTexts
}

/** The fields of a record with what sources say of each. Works before any script has loaded, and without. */
export function CorrectionForm({ action, hidden, asked, groups, documents, texts }: Props) {
  const [state, send] = useActionState(action, null)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => selectAsked(form.current), [])
  const others = groups.map((group) => (
    <Group key={group.id} group={group} isFolded={asked !== null} state={state} texts={texts} />
  ))
  const rows = [...(asked ? [asked] : []), ...groups].flatMap((group) => group.rows)
  return (
    <form ref={form} action={send} onKeyDown={saveByKey} onInput={chooseWhatIsTyped} className="grid gap-10">
      {/* Enter saves, whatever other buttons stand before the one that does. */}
      <button type="submit" hidden />
      <Alerts state={state} rows={rows} texts={texts} />
      <HiddenFields fields={hidden} />
      {asked && <Asked group={asked} state={state} texts={texts} />}
      {!asked && others}
      <WhyFields state={state} documents={documents} texts={texts} />
      <Save texts={texts} />
      {asked && others.length > 0 && (
        <section aria-labelledby="andra-rubrik" className="mt-4 grid gap-6">
          <div>
            <h2 id="andra-rubrik" className="text-h2">
              {texts.others}
            </h2>
            <p className="mt-1 text-muted text-small">{texts.othersHint}</p>
          </div>
          <div className="grid gap-3">{others}</div>
          <Save texts={texts} isQuiet />
        </section>
      )}
    </form>
  )
}

const Save = ({ texts, isQuiet = false }: { texts: FormTexts; isQuiet?: boolean }) => (
  <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
    <SubmitButton quiet={isQuiet}>{texts.save}</SubmitButton>
    <span className="text-muted text-small">{texts.saveHint}</span>
  </div>
)

/** What stands in the field that was asked for is written over by what is typed; what was typed already is not. */
function selectAsked(form: HTMLFormElement | null) {
  const focused = document.activeElement
  if (!(focused instanceof HTMLInputElement) || !form?.contains(focused)) return
  if (focused.value === focused.defaultValue) focused.select()
}

function saveByKey(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
  event.preventDefault()
  event.currentTarget.requestSubmit()
}

/** Who types a value means it: what was chosen of the field before is taken back. */
function chooseWhatIsTyped({ target, currentTarget }: FormEvent<HTMLFormElement>) {
  const name = (target as HTMLInputElement).name ?? ''
  const field = /^(?:text|kind|rounding)\.(.+)$/.exec(name)?.[1]
  const box = field && currentTarget.querySelector(`input[name="as.${CSS.escape(field)}"][value=""]`)
  if (box instanceof HTMLInputElement) box.checked = true
}

type GroupProps = { group: RowGroup; state: CorrectionState; texts: FormTexts }

function Asked({ group, state, texts }: GroupProps) {
  return (
    <section aria-labelledby={`${group.id}-rubrik`} className="grid gap-6">
      <h2 id={`${group.id}-rubrik`} className="sr-only">
        {group.title}
      </h2>
      {group.rows.map((row, at) => (
        <FieldRow key={row.field} row={row} state={state} texts={texts} isAsked hasFocus={at === 0} />
      ))}
    </section>
  )
}

/** Folded where something else was asked for, and nothing in it waits for an answer. */
function Group({ group, isFolded, state, texts }: GroupProps & { isFolded: boolean }) {
  const waits = group.rows.some(({ field }) => state?.sent[field] || state?.errors[field])
  const Title = isFolded ? 'h3' : 'h2'
  return (
    <details open={!isFolded || waits} className="border-ink border-t pt-3">
      <summary className="min-h-9 py-1">
        <Title className="inline text-h3">{group.title}</Title>
      </summary>
      <Rows rows={group.rows.filter(({ isAbsent }) => !isAbsent)} state={state} texts={texts} />
      <Absent rows={group.rows.filter(({ isAbsent }) => isAbsent)} state={state} texts={texts} />
    </details>
  )
}

type RowsProps = Omit<GroupProps, 'group'> & { rows: Row[] }

const Rows = ({ rows, state, texts }: RowsProps) => (
  <div className="mt-4 grid gap-6">
    {rows.map((row) => (
      <FieldRow key={row.field} row={row} state={state} texts={texts} />
    ))}
  </div>
)

/** Fields that no source has, and nobody has filled in. */
function Absent({ rows, state, texts }: RowsProps) {
  if (rows.length === 0) return null
  const waits = rows.some(({ field }) => state?.sent[field] || state?.errors[field])
  return (
    <details open={waits} className="mt-6 border-line border-t pt-3 pb-4">
      <summary className="min-h-8 py-1 text-small">
        {texts.absent} {listOf(rows.map(({ label }) => label))}
      </summary>
      <Rows rows={rows} state={state} texts={texts} />
    </details>
  )
}

/** With semicolons where labels have commas of their own. Pure. */
const listOf = (labels: readonly string[]): string =>
  labels.join(labels.some((label) => label.includes(',')) ? '; ' : ', ')
