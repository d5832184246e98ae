import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { tableAddress } from '../../lib/follow-up/table/params.ts'
import type { DoneView as Done, TableView } from '../../lib/follow-up/table/view.ts'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { pathOf } from '../../lib/paths.ts'
import { followUpLabel } from '../follow-up/labels.ts'
import { useWords } from '../history/words.ts'
import { ListPager } from '../site/ListPager.tsx'
import { Section } from '../ui/Section.tsx'

type Props = {
  one: TableView
  done: Done
  /** The form that takes it back, where somebody thinks of it. */
  undoing: ReactNode | null
}

/** What a table has brought, with the ways to it; and back. */
export function DoneView({ one, done, undoing }: Props) {
  const t = useTranslations('followUpTable.done')
  const locale = useLocale()
  const { rows, projects, withdrawn } = done
  return (
    <>
      {undoing && <Undoing done={done}>{undoing}</Undoing>}
      <Section id="infort" title={t('title')}>
        <p>{t('lead', { count: rows.total, projects })}</p>
        {withdrawn > 0 && <p>{t('withdrawn', { count: withdrawn })}</p>}
        {one.state === 'done' && !undoing && (
          <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1">
            <a
              href={`${pathOf(locale, tableAddress(one.id, { isUndoing: true }))}#ta-tillbaka`}
              className="button-quiet no-underline"
            >
              {t('open')}
            </a>
            <span className="text-muted text-small">{t('openHint')}</span>
          </p>
        )}
        <div className="mt-5">
          <Brought rows={rows.rows} />
        </div>
        <ListPager
          page={rows.page}
          pages={rows.pages}
          hrefOf={(page) => `${pathOf(locale, tableAddress(one.id, { page }))}#infort`}
        />
      </Section>
    </>
  )
}

function Brought({ rows }: { rows: Done['rows']['rows'] }) {
  const t = useTranslations('followUpTable.done')
  const kinds = useTranslations('followUp.kind')
  const locale = useLocale()
  return (
    <table className="stacks table">
      <caption className="sr-only">{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col" className="text-start">
            {t('project')}
          </th>
          <th scope="col" className="text-start">
            {t('kind')}
          </th>
          <th scope="col" className="text-start">
            {t('asOf')}
          </th>
          <th scope="col" className="text-start">
            {t('stateHead')}
          </th>
          <th scope="col" className="number">
            {t('corrections')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, kind, asOf, isPublic, project, corrections }) => (
          <tr key={id}>
            <th scope="row" className="text-start font-normal">
              {project && (
                <a lang="sv" href={pathOf(locale, { page: 'projects', slug: project.slug })}>
                  {[project.number, project.name].filter(Boolean).join(' – ')}
                </a>
              )}
            </th>
            <td data-label={t('kind')}>{kinds(kind)}</td>
            <td data-label={t('asOf')}>{asOf && formatDate(locale, asOf)}</td>
            <td data-label={t('stateHead')}>{t(isPublic ? 'isPublic' : 'isWithdrawn')}</td>
            <td data-label={t('corrections')} className="number">
              {formatNumber(locale, corrections)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Before it is taken back: what stops being public, and what depends on it. */
function Undoing({ done, children }: { done: Done; children: ReactNode }) {
  const t = useTranslations('followUpTable.undo')
  const locale = useLocale()
  const words = useWords()
  const { isPublic, withdrawn, corrections, corrected } = done
  return (
    <Section id="ta-tillbaka" title={t('title')}>
      <p className="mb-4 max-w-text">{t('lead')}</p>
      <ul className="mb-6 grid max-w-text gap-1.5">
        <li>{t('public', { count: isPublic })}</li>
        {withdrawn > 0 && <li>{t('withdrawn', { count: withdrawn })}</li>}
        <li>
          {t('corrections', { count: corrections })}
          {corrected.length > 0 && (
            <ul className="grid gap-0.5 ps-4 text-small">
              {corrected.map(({ id, field, project }) => (
                <li key={id} className="list-disc">
                  <a
                    href={pathOf(locale, { page: 'history/projects', slug: project?.slug ?? '' })}
                    className="inline-block py-0.5"
                  >
                    {[followUpLabel(field, words), project?.name].filter(Boolean).join(', ')}
                  </a>
                </li>
              ))}
              {corrections > corrected.length && (
                <li className="text-muted">{t('more', { count: corrections - corrected.length })}</li>
              )}
            </ul>
          )}
        </li>
      </ul>
      {children}
    </Section>
  )
}
