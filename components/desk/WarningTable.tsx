import { useLocale, useTranslations } from 'next-intl'
import { taskAddress } from '../../lib/desk/addresses.ts'
import type { DeskFilter } from '../../lib/desk/filter.ts'
import type { WarningTask } from '../../lib/desk/view.ts'
import { pathOf } from '../../lib/paths.ts'
import type { DeskAction } from './form-state.ts'
import { RecordLine } from './RecordLine.tsx'
import { WarningTableForm } from './WarningTableForm.tsx'

type Props = {
  rows: WarningTask[]
  filter: DeskFilter
  action: DeskAction
  hidden: Readonly<Record<string, string>>
}

/** Warnings that nobody has looked at, the gravest first. */
export function WarningTable({ rows, filter, action, hidden }: Props) {
  const t = useTranslations('desk')
  const texts = {
    title: t('lookNow'),
    wrong: t('wrong'),
    note: t('lookNote'),
    noteHint: t('lookNoteHint'),
    marked: t('lookMarked'),
    page: t('lookPage', { count: rows.length }),
  }
  return (
    <WarningTableForm action={action} hidden={hidden} ids={rows.map(({ id }) => id)} texts={texts}>
      <table className="stacks table">
        <caption className="sr-only">{t('queue.warnings.title')}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('warning')}</th>
            <th scope="col">{t('severity')}</th>
            <th scope="col">{t('record')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((task) => (
            <Row key={task.id} task={task} filter={filter} />
          ))}
        </tbody>
      </table>
    </WarningTableForm>
  )
}

function Row({ task, filter }: { task: WarningTask; filter: DeskFilter }) {
  const t = useTranslations('desk')
  const locale = useLocale()
  return (
    <tr>
      <td className="w-9">
        <input
          type="checkbox"
          name="id"
          value={task.id}
          aria-label={t('mark', { text: task[locale] })}
          className="size-6"
        />
      </td>
      <th scope="row">
        <a href={pathOf(locale, taskAddress('warnings', String(task.id), filter))}>{task[locale]}</a>
      </th>
      <td
        data-label={t('severity')}
        className={task.severity === 'error' ? 'font-semibold text-differ' : undefined}
      >
        {t(`level.${task.severity}`)}
      </td>
      <td data-label={t('record')}>
        <span>
          <RecordLine record={task.record} />
        </span>
      </td>
    </tr>
  )
}
