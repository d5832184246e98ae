import { useLocale, useTranslations } from 'next-intl'
import { taskAddress } from '../../lib/desk/addresses.ts'
import type { DeskFilter } from '../../lib/desk/filter.ts'
import type { UnlinkedTask } from '../../lib/desk/view.ts'
import { formatKronor } from '../../lib/format.ts'
import { pathOf } from '../../lib/paths.ts'

type Props = { rows: UnlinkedTask[]; filter: DeskFilter }

/** Entries that no project is linked to. */
export function UnlinkedTable({ rows, filter }: Props) {
  const t = useTranslations('desk')
  return (
    <table className="stacks table">
      <caption className="sr-only">{t('queue.unlinked.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('record')}</th>
          <th scope="col">{t('applicant')}</th>
          <th scope="col" className="number">
            {t('amount')}
          </th>
          <th scope="col">{t('decision')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((task) => (
          <Row key={task.id} task={task} filter={filter} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ task, filter }: { task: UnlinkedTask; filter: DeskFilter }) {
  const t = useTranslations('desk')
  const locale = useLocale()
  const { kronor } = task.amount
  return (
    <tr>
      <th scope="row">
        <a lang="sv" href={pathOf(locale, taskAddress('unlinked', String(task.id), filter))}>
          {task.name}
        </a>
        {task.number && <span className="block font-normal text-fine text-muted">{task.number}</span>}
      </th>
      <td lang="sv" data-label={t('applicant')}>
        {task.applicants.map(({ name }) => name).join(', ')}
      </td>
      <td className="number" data-label={t('amount')}>
        {kronor === null ? null : formatKronor(locale, kronor, task.amount)}
      </td>
      <td lang="sv" data-label={t('decision')}>
        {task.decision.heading}
      </td>
    </tr>
  )
}
