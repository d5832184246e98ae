import { CORRECTABLE, type SubjectKind, typeOf } from './fields.ts'
import { ACTS, chosenName, type InputPart, inputName, SEEN } from './input-names.ts'
import type { TypedText } from './readers.ts'
import { type CorrectionInput, MOST_SEEN } from './schema.ts'
import { NOTHING_TYPED } from './typed.ts'

/** A field as it was sent: what a form that comes back is filled with. */
export type SentField = TypedText & {
  as: string
  was: TypedText
  basis: string
  /** Two had changed it, and this says whose value stands: "mine", "theirs", or nothing yet. Null where nobody had. */
  keep: string | null
}

/** What can be wrong with a form before anything is read. */
type FormProblem =
  /** Something is typed and something else is chosen. */
  | 'ambiguous'
  /** Whose value stands is not said. */
  | 'undecided'

export type SentForm = {
  /** What is sent to `correctRecord`. */
  input: Omit<CorrectionInput, 'kind' | 'id'>
  /** The fields that the person changed, to fill the form in with again. */
  sent: Record<string, SentField>
  problems: Record<string, FormProblem>
  /** As typed. */
  why: { reason: string; link: string; document: string }
}

/** Reads the form of a record of a kind. Names that are no field's are passed over. Pure. */
export function readCorrectionForm(kind: SubjectKind, form: FormData): SentForm {
  const all = fieldsIn(kind, form).map((field): [string, SentField] => [field, sentField(form, field)])
  const changed = all.filter(([, sent]) => isChanged(sent))
  const problems = changed.flatMap(([field, sent]) => {
    const problem = problemWith(sent)
    return problem ? [[field, problem] as const] : []
  })
  const due = changed.filter(([, { keep }]) => keep !== 'theirs')
  return {
    input: {
      version: text(form, 'version'),
      changes: due.map(([field, sent]) => changeOf(field, sent)),
      others: all.map(([field, { basis }]) => ({ field, basis })),
      reason: text(form, 'reason'),
      evidence: text(form, 'link').trim() || text(form, 'document'),
      reportId: text(form, 'report') || null,
      seen: form.getAll(SEEN).slice(0, MOST_SEEN).map(String),
    },
    sent: Object.fromEntries(changed),
    problems: Object.fromEntries(problems),
    why: { reason: text(form, 'reason'), link: text(form, 'link'), document: text(form, 'document') },
  }
}

/** The fields that a form shows, as forms list them: each says what it was filled in over. */
function fieldsIn(kind: SubjectKind, form: FormData): string[] {
  if (kind !== 'followUp')
    return Object.keys(CORRECTABLE[kind]).filter((field) => form.has(inputName('basis', field)))
  const sent = [...form.keys()].flatMap((name) => (name.startsWith(BASIS) ? name.slice(BASIS.length) : []))
  return [...new Set(sent)].filter((field) => typeOf(kind, field))
}
const BASIS = inputName('basis', '')

/** A text as it was sent, line breaks as one character. */
function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : ''
}

function sentField(form: FormData, field: string): SentField {
  const part = (name: InputPart) => text(form, inputName(name, field))
  const typed = {
    text: text(form, chosenName(field)) || part('text'),
    kind: part('kind'),
    rounding: part('rounding'),
  }
  // Undecided comes first, and what was decided after it.
  const kept = form.getAll(inputName('keep', field)).at(-1)
  const keep = typeof kept === 'string' ? kept : null
  return { ...typed, as: part('as'), was: wasIn(part('was')) ?? typed, basis: part('basis'), keep }
}

function wasIn(json: string): TypedText | null {
  try {
    const { text = '', kind = '', rounding = '' } = JSON.parse(json) as Partial<TypedText>
    return { ...NOTHING_TYPED, text: String(text), kind: String(kind), rounding: String(rounding) }
  } catch {
    return null
  }
}

const isTyped = ({ was, ...sent }: SentField): boolean =>
  sent.text !== was.text || sent.kind !== was.kind || sent.rounding !== was.rounding

const isChanged = (sent: SentField): boolean => isTyped(sent) || sent.as !== '' || sent.keep !== null

function problemWith(sent: SentField): FormProblem | undefined {
  if (sent.keep === 'theirs') return undefined
  if (sent.keep !== null && sent.keep !== 'mine') return 'undecided'
  return sent.as !== '' && isTyped(sent) ? 'ambiguous' : undefined
}

type Change = CorrectionInput['changes'][number]

function changeOf(field: string, { as, basis, text, kind, rounding }: SentField): Change {
  const act = ACTS.find((one) => one === as)
  if (act) return { field, basis, as: act }
  const statement = /^said:(\d{1,10})$/.exec(as)?.[1]
  if (statement) return { field, basis, as: 'said', statement }
  return { field, basis, as: 'typed', text, kind, rounding }
}
