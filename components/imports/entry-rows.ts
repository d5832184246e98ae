import { useLocale, useTranslations } from 'next-intl'
import { typeOf } from '../../lib/corrections/fields.ts'
import { typedText } from '../../lib/corrections/typed.ts'
import { shortened } from '../../lib/format.ts'
import type { Effect, EntryField } from '../../lib/imports/desk/state.ts'
import type { EntryView } from '../../lib/imports/desk/view.ts'
import { type FieldType, ITEM_FIELDS, PROJECT_FIELDS } from '../../lib/projects/fields.ts'
import { useFieldLabel, useReader } from '../source/reader.ts'
import { type Valued, valueText } from '../source/value.ts'
import { markId } from './places.ts'

/** A field of an entry as the form shows it: everything in words. */
export type FieldRow = {
  /** Its place among the entry's fields. */
  at: number
  field: string
  label: string
  /** What the source says. */
  said: string
  /** Where it says so, if not in the field itself. */
  note: string | null
  /** What the registry shows now; null where it shows nothing. */
  now: string | null
  isCorrected: boolean
  /** The id of its words in the source. */
  place: string
  /** How another value is given; null where none can be. */
  edit: EditBox | null
}
export type EditBox = {
  /** What the source says, as somebody would type it. */
  read: string
  /** What was given instead before, or else the same. */
  value: string
  /** Of a box with several lines. */
  lines: number | null
  hint: string | null
}
/** What becomes of a field; or nothing does, because what stands there could not be read. */
type GroupKey = Effect | 'unreadable'
export type FieldGroup = { key: GroupKey; rows: FieldRow[] }

/** What asks for a look comes first, what stays as it is last. */
const ORDER: GroupKey[] = ['unreadable', 'changes', 'disagrees', 'kept', 'new', 'same', 'aside']

/** Fields of several lines, with how many of them are in sight. */
const LINES: Record<string, number> = {
  owner: 2,
  applicant: 2,
  partners: 5,
  description: 10,
  evaluationReports: 3,
}

/** The fields of an entry by what becomes of them. */
export function useFieldGroups(entry: EntryView): FieldGroup[] {
  const rowOf = useRow(entry)
  const rows = entry.fields.map((field, at) => {
    const row = rowOf(field, at)
    return { key: keyOf(field, row), row }
  })
  return ORDER.flatMap((key) => {
    const own = rows.filter((one) => one.key === key).map(({ row }) => row)
    return own.length > 0 ? [{ key, rows: own }] : []
  })
}

/** Somebody who sees what stands there can give the value that was not read. */
const keyOf = ({ effect, state }: EntryField, { edit }: FieldRow): GroupKey =>
  effect === 'aside' && state === 'UNREADABLE' && edit ? 'unreadable' : effect

function useRow(entry: EntryView): (field: EntryField, at: number) => FieldRow {
  const t = useTranslations()
  const locale = useLocale()
  const labelOf = useFieldLabel()
  const textOf = useValue(entry)
  const hintOf = useHint()
  const first = new Set(
    entry.fields.filter(({ field }, at) => entry.fields.findIndex((one) => one.field === field) === at),
  )
  return (said, at) => {
    const { field, label, origin, now, start } = said
    const known = labelOf(field)
    return {
      at,
      field,
      label: known === t('field.unknown') && label ? label : known,
      said: saidText(said),
      note: origin === 'FIELD' ? null : t(`imports.entry.origin.${origin}`).toLocaleLowerCase(locale),
      now: now && (textOf(field, now) ?? t('imports.entry.nothing')),
      isCorrected: now?.isCorrected ?? false,
      place: markId(start),
      edit: first.has(said) ? editOf(said) : null,
    }
  }

  function saidText({ field, state, raw, ...valued }: EntryField): string {
    if (state === 'EMPTY') return t('value.empty')
    if (state === 'UNREADABLE') return `${shortened(raw, LONGEST)} (${t('value.unreadable').toLowerCase()})`
    return textOf(field, valued) ?? (raw.trim() === '' ? t('value.unreported') : shortened(raw, LONGEST))
  }

  function editOf({ field, state, ...valued }: EntryField): EditBox | null {
    const kind = entry.kind === 'entry' ? 'item' : 'project'
    const type = typeOf(kind, field)
    if (!type || type === 'link' || type === 'membership') return null
    const read = state === 'READ' ? typedText(kind, field, valued).text : ''
    return {
      read,
      value: entry.edits[field] ?? read,
      lines: LINES[field] ?? null,
      hint: hintOf(field, type),
    }
  }
}

/** How a kind of value is written. */
function useHint(): (field: string, type: string) => string | null {
  const t = useTranslations('corrections.hint')
  const hints: Record<string, string> = {
    organisation: t('organisation'),
    amount: t('amount'),
    date: t('date'),
    description: t('description'),
    partners: t('partners'),
  }
  return (field, type) => hints[field] ?? hints[type] ?? null
}

/** A value in words, cut where it is long; null where there is none. */
function useValue({ kind, fields }: EntryView): (field: string, valued: Valued) => string | null {
  const t = useTranslations('amountKind')
  const period = fields.find(({ field }) => field === 'programmingPeriod')?.value
  const reader = useReader(typeof period === 'string' ? period : null)
  const types: Readonly<Record<string, FieldType>> = kind === 'entry' ? ITEM_FIELDS : PROJECT_FIELDS
  return (field, valued) => {
    const type = Object.hasOwn(types, field) ? types[field] : undefined
    const text = valueText(field, type ?? 'text', valued, reader)
    const amount = kind === 'entry' && field === 'amount' && KINDS.find((one) => one === valued.code)
    return text && shortened(amount ? `${text} (${t(amount).toLowerCase()})` : text, LONGEST)
  }
}

const KINDS = ['APPLIED', 'PRIORITISED', 'AWARDED', 'UNSPECIFIED'] as const

/** So much of a value as tells which it is: all of it stands in the source. */
const LONGEST = 400
