import { useTranslations } from 'next-intl'
import { taskAddress } from '../../lib/desk/addresses.ts'
import type { DeskFilter } from '../../lib/desk/filter.ts'
import { keyText } from '../../lib/desk/task-key.ts'
import type { FieldTask } from '../../lib/desk/view.ts'
import { pathOf } from '../../lib/paths.ts'
import { useWords } from '../history/words.ts'
import { RecordLine } from './RecordLine.tsx'
import { taskLabel } from './task-label.ts'
import { useShortValue } from './value-text.ts'

type Props = { queue: 'changed' | 'disagreements'; filter: DeskFilter; rows: FieldTask[] }

/** Fields that wait: what is shown, and what else is said. */
export function FieldTaskTable({ queue, filter, rows }: Props) {
  const t = useTranslations('desk')
  const heads = {
    shown: t(queue === 'changed' ? 'correctedTo' : 'shown'),
    others: t(queue === 'changed' ? 'sourceNow' : 'others'),
  }
  return (
    <table className="stacks table">
      <caption className="sr-only">{t(`queue.${queue}.title`)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          <th scope="col">{t('record')}</th>
          <th scope="col">{heads.shown}</th>
          <th scope="col">{heads.others}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((task) => (
          <Row key={keyText(task.key)} task={task} queue={queue} filter={filter} heads={heads} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { task: FieldTask; heads: { shown: string; others: string } } & Omit<Props, 'rows'>

function Row({ task: { key, record, type, period, shown, others }, queue, filter, heads }: RowProps) {
  const t = useTranslations('desk')
  const words = useWords()
  const textOf = useShortValue(period)
  const said = [...new Set(others.map((other) => textOf(key.field, type, other)))]
  return (
    <tr>
      <th scope="row">
        <a href={pathOf(words.locale, taskAddress(queue, keyText(key), filter))}>
          {taskLabel(key.field, words)}
          <span className="sr-only">, {record.name}</span>
        </a>
      </th>
      <td data-label={t('record')}>
        <span>
          <RecordLine record={record} />
        </span>
      </td>
      <td data-label={heads.shown}>{textOf(key.field, type, shown)}</td>
      <td data-label={heads.others}>{said.join(' · ') || t('nothing')}</td>
    </tr>
  )
}
