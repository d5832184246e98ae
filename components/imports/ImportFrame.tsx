import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { importsAddress } from '../../lib/imports/desk/params.ts'
import type { ImportView } from '../../lib/imports/desk/view.ts'
import { pathOf } from '../../lib/paths.ts'
import { Moment } from '../accounts/Moment.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useAnnounced, useOutcome, useWho } from './sentences.ts'

type Props = { one: ImportView; children: ReactNode }

/** What the page of an import begins with, whatever state it is in: what it is, who began it, how it stands. */
export function ImportFrame({ one, children }: Props) {
  const t = useTranslations('imports')
  const locale = useLocale()
  const outcomeOf = useOutcome()
  const announced = useAnnounced()
  const whoOf = useWho()
  const { id, at, by, state, title, files, committedAt } = one
  return (
    <>
      <PageHead kicker={`${t('one', { id })} · ${t(`state.${state}`)}`} title={title || t('one', { id })}>
        <p className="mt-3 max-w-text">{outcomeOf(one)}</p>
        <p className="mt-1 text-muted text-small">
          {t('began')} <Moment locale={locale} at={at} /> · {whoOf(by)}
          {files > 0 && ` · ${t('fileCount', { count: files })}`}
          {committedAt && state !== 'REVIEW' && (
            <>
              {' · '}
              {t('page.committed')} <Moment locale={locale} at={committedAt} />
            </>
          )}
        </p>
        <p className="mt-2 text-small">
          <a href={pathOf(locale, importsAddress())} className="inline-block py-1">
            {t('page.back')}
          </a>
        </p>
      </PageHead>
      {/* Stays while the state changes, so that the change is read out. */}
      <p role="status" className="sr-only">
        {announced(one)}
      </p>
      {children}
    </>
  )
}
