import { useLocale, useTranslations } from 'next-intl'
import { type ProblemGroup, rowsInWords, type Severity } from '../../../lib/tables/problems.ts'
import { Covered } from '../../documents/Covered.tsx'
import { Part } from './Part.tsx'

type Props = { importId: number; problems: readonly ProblemGroup[]; skipped: number }

/** A page shows no more kinds; the file has them all. */
const MOST = 100
/** So few are shown at once, without a press. */
const FEW = 8

/** What is wrong with a table's rows, by column and kind, and the way to take all of it along. */
export function ProblemsView({ importId, problems, skipped }: Props) {
  const t = useTranslations('tables.problems')
  const locale = useLocale()
  const countOf = (severity: Severity) =>
    problems.reduce((sum, group) => (group.severity === severity ? sum + group.count : sum), 0)
  return (
    <Part id="radfel" title={t('title')} className="mb-8">
      <p>
        {problems.length === 0
          ? t('none')
          : t('summary', {
              errors: countOf('error'),
              warnings: countOf('warning'),
              infos: countOf('info'),
            })}
      </p>
      {skipped > 0 && <p className="mt-1 text-muted text-small">{t('skipped', { count: skipped })}</p>}
      {problems.length > 0 && (
        <>
          <p className="mt-2 text-small">
            <a
              href={`/api/imports/${importId}/problems?locale=${locale}`}
              download
              className="inline-block py-1"
            >
              {t('download')}
            </a>
          </p>
          <details open={problems.length <= FEW || undefined} className="mt-2">
            <summary className="mb-3 inline-flex min-h-8 items-center text-accent text-small underline underline-offset-4">
              {t('show', { count: problems.length })}
            </summary>
            <Groups groups={problems.slice(0, MOST)} />
            {problems.length > MOST && (
              <p className="mt-3 text-muted text-small">{t('more', { count: problems.length - MOST })}</p>
            )}
          </details>
        </>
      )}
    </Part>
  )
}

function Groups({ groups }: { groups: readonly ProblemGroup[] }) {
  const t = useTranslations('tables.problems')
  return (
    <table className="table stacks">
      <caption className="sr-only">{t('title')}</caption>
      <thead>
        <tr>
          {[t('what'), t('howGrave'), t('column'), t('rows'), t('examples')].map((head) => (
            <th key={head} scope="col" className="text-start">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <Group key={`${group.column} ${group.kind} ${group.message.en}`} group={group} />
        ))}
      </tbody>
    </table>
  )
}

function Group({ group }: { group: ProblemGroup }) {
  const t = useTranslations('tables.problems')
  const locale = useLocale()
  const { severity, header, column, count, examples, message } = group
  return (
    <tr>
      <th scope="row" className="max-w-96 text-start font-normal">
        {message[locale]}
      </th>
      <td data-label={t('howGrave')}>
        <span className={severity === 'info' ? 'text-muted' : 'font-semibold text-differ'}>
          {t(`severity.${severity}`)}
        </span>
      </td>
      <td data-label={t('column')}>
        {column === 0 ? (
          t('wholeRow')
        ) : (
          <span>
            <span lang="sv" className="break-words">
              {header}
            </span>{' '}
            <span className="text-muted">({column})</span>
          </span>
        )}
      </td>
      <td data-label={t('rows')}>
        <span>
          {t('count', { count })}
          <span className="block text-fine text-muted">{rowsInWords(group)[locale]}</span>
        </span>
      </td>
      <td data-label={t('examples')}>
        {examples.length > 0 && (
          <ul lang="sv" className="grid gap-0.5 font-serif">
            {examples.map((example) => (
              <li key={example} className="break-words">
                <Covered text={example} />
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  )
}
