import type { ChangeView, EventView, SubjectView } from '../../lib/history/view.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Fact, FactList } from '../ui/FactList.tsx'
import { longValues } from './sentence.ts'
import { fieldLabel, tracedText } from './traced-text.ts'
import { useWords } from './words.ts'

/** What is too much for the sentence, folded away: long values, the fields of a new record, the names of many. */
export function Particulars({ change }: { change: ChangeView }) {
  const { event, subject } = change
  if (event.action === 'many') return <Many event={event} />
  if (event.action === 'created' || event.action === 'published' || event.action === 'attached')
    return <Fields fields={event.fields} kind={subject?.kind ?? 'project'} />
  return <LongValues change={change} />
}

type Many = Extract<EventView, { action: 'many' }>

function Many({ event: { count, names } }: { event: Many }) {
  const { t } = useWords()
  const summary =
    names.length < count
      ? t('history.firstNames', { shown: names.length, count })
      : t('history.names', { count })
  return (
    <Disclosure summary={summary}>
      <ul lang="sv" className="grid list-disc gap-1 ps-5 text-small">
        {names.map((name, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names may be the same, and never change places
          <li key={at}>{name}</li>
        ))}
      </ul>
    </Disclosure>
  )
}

type FieldsProps = { fields: Extract<EventView, { fields: unknown }>['fields']; kind: SubjectView['kind'] }

/** An entry's project and its place on a list are told by themselves. */
const UNTOLD = ['project', 'inForce']

function Fields({ fields, kind }: FieldsProps) {
  const words = useWords()
  const told = fields.filter(({ field }) => !UNTOLD.includes(field))
  if (told.length === 0) return null
  return (
    <Disclosure summary={words.t('history.fields', { count: told.length })}>
      <FactList>
        {told.map(({ field, value }) => (
          <Fact key={field} label={fieldLabel(field, words, kind)}>
            <span className="break-words text-small">{tracedText(kind, field, value, words)}</span>
          </Fact>
        ))}
      </FactList>
    </Disclosure>
  )
}

function LongValues({ change }: { change: ChangeView }) {
  const words = useWords()
  const values = longValues(change, words)
  if (!values) return null
  return (
    <Disclosure summary={words.t('history.values')}>
      <FactList>
        <Fact label={words.t('history.before')}>
          <span className="break-words text-small">{values.before}</span>
        </Fact>
        <Fact label={words.t('history.after')}>
          <span className="break-words text-small">{values.after}</span>
        </Fact>
      </FactList>
    </Disclosure>
  )
}
