import { useTranslations } from 'next-intl'
import { saidChoice } from '../../lib/corrections/input-names.ts'
import type { EditableField, EditableRecord, Said } from '../../lib/corrections/view.ts'
import { Quote } from '../source/Quote.tsx'
import { useBeside, useControl } from './controls.ts'
import type { Row, RowChoice } from './form-state.ts'
import { useLabels, useValueWords } from './labels.ts'
import { Notes } from './Notes.tsx'

/** Every field of a record as a row of its form. */
export function useRows(record: EditableRecord): Row[] {
  const { kind } = record.subject
  const t = useTranslations('corrections')
  const labelOf = useLabels(record)
  const words = useValueWords(kind, record.period)
  const controlOf = useControl(kind)
  const besideOf = useBeside(kind)
  const choicesOf = useChoices(record)
  return record.fields.map((field): Row => {
    const read = readSaid(field)
    return {
      field: field.key,
      label: labelOf(field.key),
      present: t('shownNow', { value: words.present(field) }),
      typed: field.typed,
      basis: field.basis,
      control: controlOf(field),
      ...besideOf(field),
      choices: choicesOf(field),
      source: read?.saying ? <Quote saying={read.saying} /> : null,
      notes:
        field.notes.length > 0 ? (
          <Notes
            notes={field.notes.map((note) => ({ note, says: words.said(field, note) }))}
            isSourceChanged={field.shown?.sourceChanged ?? false}
          />
        ) : null,
      // Other records have few fields: all of them stay in sight.
      isAbsent: (kind === 'project' || kind === 'followUp') && field.shown === null,
      isOpen: (field.shown?.rivals.length ?? 0) > 0 || field.notes.length > 0,
    }
  })
}

/** What the rule would show without corrections. */
const readSaid = ({ said }: EditableField): Said | undefined =>
  said.find(({ standing }) => standing === 'shown')

/** A record cannot be without it. */
const MUST_HAVE = ['item.name', 'decision.heading', 'organisation.name', 'followUp.asOf']

/** What can be said of a field instead of typing a value. */
function useChoices(record: EditableRecord): (field: EditableField) => RowChoice[] {
  const t = useTranslations('corrections')
  const { kind } = record.subject
  const words = useValueWords(kind, record.period)
  return (field) => {
    const { key, type, shown, said, notes } = field
    const read = readSaid(field)
    const isConfirmed = shown?.reviewed && !shown.sourceChanged
    const isGone = shown?.state === 'notStated' && shown.correction !== null
    const choices: RowChoice[] = []
    if (read && !isConfirmed)
      choices.push({
        value: 'reviewed',
        label: t(kind === 'followUp' ? 'ofFollowUp.reviewed' : 'choice.reviewed', {
          value: words.text(field, read) ?? t('nothing'),
        }),
      })
    choices.push(...othersSaid(field, said))
    if (!isGone && !MUST_HAVE.includes(`${kind}.${key}`))
      choices.push({ value: 'notStated', label: absence(type) })
    const [latest] = notes
    if (latest)
      choices.push({ value: 'withdraw', label: t('choice.withdraw', { what: words.said(field, latest) }) })
    return choices
  }

  function absence(type: EditableField['type']): string {
    if (type === 'link') return t('choice.noProject')
    return t(type === 'membership' ? 'choice.removed' : 'choice.notStated')
  }

  /** Each other value once, with the words that say it. */
  function othersSaid(field: EditableField, said: Said[]): RowChoice[] {
    const [taken, choices] = [new Set([words.present(field)]), [] as RowChoice[]]
    for (const one of said) {
      const text = words.text(field, one)
      if (one.standing === 'shown' || text === null || taken.has(text)) continue
      taken.add(text)
      choices.push({
        value: saidChoice(one.statement),
        label: t(`choice.${one.standing}`, { value: text }),
        ...(one.saying && { words: <Quote saying={one.saying} /> }),
      })
    }
    return choices
  }
}
