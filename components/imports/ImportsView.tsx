import { NextIntlClientProvider, useLocale, useMessages, useTranslations } from 'next-intl'
import { importAddress, importsAddress } from '../../lib/imports/desk/params.ts'
import { isWorking } from '../../lib/imports/desk/state.ts'
import type { ImportRow } from '../../lib/imports/desk/view.ts'
import type { Page } from '../../lib/paging.ts'
import { pathOf } from '../../lib/paths.ts'
import { Moment } from '../accounts/Moment.tsx'
import { ListPager } from '../site/ListPager.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Section } from '../ui/Section.tsx'
import { NewImportForm } from './NewImportForm.tsx'
import { ProgressBar } from './ProgressBar.tsx'
import { useOutcome, useWho } from './sentences.ts'

/** Every import, the newest first, and the form for a new one. */
export function ImportsView({ list }: { list: Page<ImportRow> }) {
  const t = useTranslations('imports')
  const locale = useLocale()
  const { imports } = useMessages()
  return (
    <>
      <PageHead title={t('title')}>
        <p className="mt-4 max-w-text">{t('lead')}</p>
      </PageHead>
      <Unfinished rows={list.rows} />
      <Section id="ny" title={t('form.title')}>
        <NextIntlClientProvider messages={{ imports: { form: imports.form } }}>
          <NewImportForm />
        </NextIntlClientProvider>
      </Section>
      <Section id="alla" title={t('list')}>
        {list.rows.length === 0 && <p className="text-muted">{t('none')}</p>}
        <ol className="divide-y divide-line border-line border-y empty:hidden">
          {list.rows.map((one) => (
            <Row key={one.id} one={one} />
          ))}
        </ol>
        <ListPager
          page={list.page}
          pages={list.pages}
          hrefOf={(page) => `${pathOf(locale, importsAddress(page))}#alla`}
        />
      </Section>
    </>
  )
}

/** Longer lists of what waits are read below. */
const MOST_UNFINISHED = 5

/** What waits for a person: on top, for who comes back to go on with it. */
function Unfinished({ rows }: { rows: readonly ImportRow[] }) {
  const t = useTranslations('imports')
  const locale = useLocale()
  const outcomeOf = useOutcome()
  const waiting = rows.filter(
    ({ state, entries }) => state === 'MAPPING' || (state === 'REVIEW' && entries > 0),
  )
  if (waiting.length === 0) return null
  return (
    <section aria-labelledby="vantar-rubrik" className="mb-10 max-w-text border-accent border-s-4 ps-4">
      <h2 id="vantar-rubrik" className="font-sans font-semibold text-base tracking-normal">
        {t('unfinished', { count: waiting.length })}
      </h2>
      <ul className="text-small">
        {waiting.slice(0, MOST_UNFINISHED).map((one) => (
          <li key={one.id} className="py-1">
            <a href={pathOf(locale, importAddress(one.id))} className="break-words">
              {one.title || t('one', { id: one.id })}
            </a>{' '}
            <span className="text-muted">{outcomeOf(one)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Row({ one }: { one: ImportRow }) {
  const t = useTranslations('imports')
  const locale = useLocale()
  const outcomeOf = useOutcome()
  const whoOf = useWho()
  const { id, at, by, state, title, files } = one
  return (
    <li className="grid gap-0.5 py-3">
      <h3 className="font-sans text-base tracking-normal">
        <a href={pathOf(locale, importAddress(id))} className="inline-block min-w-0 break-words py-0.5">
          {title || t('one', { id })}
        </a>
      </h3>
      <p className="max-w-text">
        <span className="font-semibold">{t(`state.${state}`)}.</span> {outcomeOf(one)}
      </p>
      {isWorking(state) && <ProgressBar progress={one.progress} />}
      <p className="text-muted text-small">
        <Moment locale={locale} at={at} /> · {whoOf(by)}
        {files > 0 && ` · ${t('fileCount', { count: files })}`}
      </p>
    </li>
  )
}
