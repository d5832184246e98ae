import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { dayInSweden, formatDate } from '../../lib/format.ts'
import { type Page, pathOf } from '../../lib/paths.ts'
import type { FollowedReport, ReportedRecord } from '../../lib/reports/view.ts'
import { useFieldLabel } from '../source/reader.ts'
import { Fact, FactList } from '../ui/FactList.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Section } from '../ui/Section.tsx'
import { AboutLine } from './AboutLine.tsx'
import { Messages } from './Messages.tsx'

type Props = {
  report: FollowedReport
  /** The whole address of this page. */
  link: string
  /** Whether answers are mailed. */
  isMailed: boolean
  /** The form to answer with. */
  children: ReactNode
}

/** How a report stands, for who sent it. */
export function FollowPage({ report, link, isMailed, children }: Props) {
  const t = useTranslations('reports.follow')
  const locale = useLocale()
  const { status, messages, record } = report
  return (
    <>
      <PageHead kicker={t('sent', { date: formatDate(locale, dayInSweden(report.at)) })} title={t('title')}>
        <div className="mt-6 max-w-text border-accent border-s-4 ps-4">
          <h2 className="text-h3">{t(`status.${status}.title`)}</h2>
          <p>{t(`status.${status}.text`)}</p>
          {status === 'ACCEPTED' && <WhereItLed record={report.corrected ?? record} />}
        </div>
      </PageHead>
      {(messages.length > 0 || status === 'ASKED') && (
        <Section id="svar" title={t('messages')}>
          <Messages
            messages={messages.map((message) => ({ ...message, who: t(message.isStaff ? 'staff' : 'you') }))}
          />
          {children}
        </Section>
      )}
      <WhatWasWritten report={report} />
      {isOpen(status) && (
        <div className="mt-10 max-w-text text-small print:block">
          <p>{t('keep')}</p>
          <p className="my-1.5 break-all rounded-sm bg-sunken px-3 py-2">
            <a href={link}>{link}</a>
          </p>
          {isMailed && <p>{t('mailed')}</p>}
        </div>
      )}
    </>
  )
}

const isOpen = (status: FollowedReport['status']) => status === 'OPEN' || status === 'ASKED'

const HISTORY: Partial<Record<ReportedRecord['kind'], Page>> = {
  project: 'history/projects',
  decision: 'history/decisions',
  item: 'history/decisions',
  organisation: 'history/organisations',
}

function WhereItLed({ record }: { record: ReportedRecord | null }) {
  const t = useTranslations('reports.follow')
  const locale = useLocale()
  if (!record) return null
  const history = HISTORY[record.kind]
  const slug = record.address.slug ?? ''
  return (
    <p className="mt-2 flex flex-wrap gap-x-5">
      <a href={pathOf(locale, record.address)} className="py-1">
        {t('record')}
      </a>
      {history && (
        <a href={pathOf(locale, { page: history, slug })} className="py-1">
          {t('history')}
        </a>
      )}
    </p>
  )
}

function WhatWasWritten({ report }: { report: FollowedReport }) {
  const t = useTranslations('reports.follow')
  const labelOf = useFieldLabel()
  const { record, page, field, shown, suggestion, whereItStands } = report
  return (
    <Section id="anmalan" title={t('wrote')}>
      <div className="max-w-text">
        <FactList>
          <Fact label={t('page')}>
            <AboutLine record={record} page={page} />
          </Fact>
          {field && <Fact label={t('field')}>{labelOf(field)}</Fact>}
          {shown && <Fact label={t('shown')}>{shown}</Fact>}
          <Fact label={t('suggestion')}>
            <span className="whitespace-pre-line">{suggestion}</span>
          </Fact>
          {whereItStands && (
            <Fact label={t('where')}>
              <span className="whitespace-pre-line">{whereItStands}</span>
            </Fact>
          )}
        </FactList>
      </div>
    </Section>
  )
}
