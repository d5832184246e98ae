import { NextIntlClientProvider, useLocale, useMessages, useTranslations } from 'next-intl'
import {
  type About,
  type MissingRow,
  publicAddress,
  type StaffListQuery,
  type StaffRow,
  staffListAddress,
  TABS,
  type ToFollow,
} from '../../lib/follow-up/staff-view.ts'
import type { Page } from '../../lib/paging.ts'
import { pathOf } from '../../lib/paths.ts'
import { useWords } from '../history/words.ts'
import { ListPager } from '../site/ListPager.tsx'
import { FormAlert } from '../staff/FormAlert.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Section } from '../ui/Section.tsx'
import { type BeginAction, BeginForm } from './BeginForm.tsx'
import { MissingTable } from './MissingTable.tsx'
import { type RestoreAction, Rows } from './Rows.tsx'
import { whatText } from './texts.ts'

type Props = {
  query: StaffListQuery
  list: { missing: Page<MissingRow>; today: string } | { followUps: Page<StaffRow> }
  /** What a new one would be of; `missing` where the address names nothing that is there. */
  toFollow: ToFollow | 'missing' | null
  /** What was just done. */
  notice: { done: 'published' | 'discarded'; row: StaffRow } | null
  begin: BeginAction
  restore: RestoreAction
}

/** All follow-ups of a part of the list, what is missing, and the way to a new one. */
export function ListView({ query, list, toFollow, notice, begin, restore }: Props) {
  const t = useTranslations('followUpForm')
  return (
    <>
      {notice && <Notice {...notice} />}
      <PageHead title={t('title')}>
        <p className="mt-4 max-w-text">{t('lead')}</p>
        <p className="mt-2 text-small">
          <a href={pathOf(useLocale(), { page: 'staff/follow-up-tables' })}>{t('manyAtOnce')}</a>
        </p>
      </PageHead>
      <Begin toFollow={toFollow} action={begin} />
      <Tabs query={query} />
      <Section id="lista" title={t(`tab.${query.tab}`)}>
        {'missing' in list ? (
          <MissingTable list={list.missing} today={list.today} query={query} />
        ) : (
          <Rows list={list.followUps} tab={query.tab} restore={restore} />
        )}
        <Pages query={query} list={'missing' in list ? list.missing : list.followUps} />
      </Section>
    </>
  )
}

/** Without what was just done, and what was to be begun. */
const plain = ({ tab, region, owner }: StaffListQuery) => ({ tab, region, owner })

function Pages({ query, list }: { query: StaffListQuery; list: { page: number; pages: number } }) {
  const locale = useLocale()
  const hrefOf = (page: number) => pathOf(locale, staffListAddress({ ...plain(query), page }))
  return <ListPager page={list.page} pages={list.pages} hrefOf={hrefOf} />
}

function Tabs({ query }: { query: StaffListQuery }) {
  const t = useTranslations('followUpForm')
  const locale = useLocale()
  return (
    <nav aria-label={t('tabs')} className="mt-10 mb-6 print:hidden">
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {TABS.map((tab) => (
          <li key={tab}>
            <a
              href={pathOf(locale, staffListAddress({ tab }))}
              aria-current={tab === query.tab ? 'page' : undefined}
              className="inline-block py-1.5 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
            >
              {t(`tab.${tab}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Notice({ done, row }: NonNullable<Props['notice']>) {
  const t = useTranslations('followUpForm')
  const words = useWords()
  const what = `${whatText(row, words)} – ${row.about.name}`
  return (
    <div className="mb-8">
      <FormAlert tone="done">
        <p className="font-semibold">
          {done === 'published' ? t('published', { what }) : t('discardedNote', { what })}
        </p>
        <p className="mt-1 flex flex-wrap gap-x-5 text-small">
          {done === 'published' && <SeePublic about={row.about} id={row.id} />}
          <a href={pathOf(words.locale, staffListAddress(beginOf(row.about)))} className="py-1">
            {t(`another.${row.about.kind}`)}
          </a>
        </p>
      </FormAlert>
    </div>
  )
}

/** The way to a public page. */
function SeePublic({ about, id }: { about: About; id: number }) {
  const t = useTranslations('followUpForm')
  return (
    <a href={pathOf(useLocale(), publicAddress(about, id))} className="py-1">
      {about.kind === 'project' ? t('seeProject') : t('seeDecision')}
    </a>
  )
}

const beginOf = (about: About) => (about.kind === 'project' ? { project: about.slug } : { item: about.id })

function Begin({ toFollow, action }: { toFollow: Props['toFollow']; action: BeginAction }) {
  const t = useTranslations('followUpForm')
  const { followUp, followUpForm, decisionDraft } = useMessages()
  const locale = useLocale()
  const chosen = toFollow === 'missing' ? null : toFollow
  const messages = {
    followUp: { kind: followUp.kind },
    followUpForm,
    decisionDraft: { finder: decisionDraft.finder },
  }
  const form = (
    <NextIntlClientProvider messages={messages}>
      <BeginForm
        action={action}
        project={chosen?.finderText ?? ''}
        item={chosen?.about.kind === 'item' ? chosen.about.id : null}
        isFolded={chosen === null}
      />
    </NextIntlClientProvider>
  )
  if (chosen)
    return (
      <Section
        id="ny"
        title={t('beginOf', { name: chosen.about.name })}
        aside={<a href={pathOf(locale, staffListAddress())}>{t('allProjects')}</a>}
      >
        {form}
      </Section>
    )
  return (
    <>
      {toFollow === 'missing' && (
        <p role="alert" className="mb-4 font-semibold">
          {t('noSubject')}
        </p>
      )}
      {form}
    </>
  )
}
