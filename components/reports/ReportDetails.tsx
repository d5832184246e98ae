import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { dayInSweden, formatDate } from '../../lib/format.ts'
import { pathOf } from '../../lib/paths.ts'
import { correctionAfter, pileOf, reportsAddress } from '../../lib/reports/params.ts'
import type { ReportView } from '../../lib/reports/view.ts'
import { useFieldLabel } from '../source/reader.ts'
import { Fact, FactList } from '../ui/FactList.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Section } from '../ui/Section.tsx'
import { AboutLine } from './AboutLine.tsx'
import { FieldNow } from './FieldNow.tsx'
import { Messages } from './Messages.tsx'

type Props = {
  report: ReportView
  /** Whether answers can be mailed. */
  isMailed: boolean
  /** The form to answer with. */
  children: ReactNode
}

/** One report for the staff: what was reported, what the registry says now, what was answered, and how to answer. */
export function ReportDetails({ report, isMailed, children }: Props) {
  const t = useTranslations('reports.staff')
  return (
    <>
      <Head report={report} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-12 lg:grid-cols-2">
        <div className="min-w-0">
          <WhatWasReported report={report} isMailed={isMailed} />
          <Conversation report={report} />
        </div>
        <div className="min-w-0">
          <Section id="nu" title={t('now')}>
            <Now report={report} />
          </Section>
        </div>
      </div>
      <Answering report={report}>{children}</Answering>
    </>
  )
}

function Head({ report }: { report: ReportView }) {
  const t = useTranslations('reports.staff')
  const locale = useLocale()
  const { id, status, handledAt, handledBy, corrected, next } = report
  return (
    <PageHead kicker={t(`status.${status}`)} title={t('oneTitle', { id })}>
      {handledAt && pileOf(status) === 'closed' && (
        <p className="mt-3">
          {t(`status.${status}`)}: {handledBy ?? t('somebody')}, {formatDate(locale, dayInSweden(handledAt))}
        </p>
      )}
      {corrected && (
        <p className="mt-1">
          {t('corrected')} <AboutLine record={corrected} page="" />
        </p>
      )}
      <p className="mt-3 flex flex-wrap gap-x-5 text-small">
        <a href={pathOf(locale, reportsAddress({ pile: pileOf(status), page: 1 }))} className="py-1">
          {t('back')}
        </a>
        {next !== null && (
          <a href={pathOf(locale, { page: 'staff/reports', slug: String(next) })} className="py-1">
            {t('next')}
          </a>
        )}
      </p>
    </PageHead>
  )
}

function WhatWasReported({ report, isMailed }: Omit<Props, 'children'>) {
  const t = useTranslations('reports.staff')
  const locale = useLocale()
  const labelOf = useFieldLabel()
  const { record, page, field, shown, suggestion, whereItStands, at } = report
  return (
    <Section id="anmalt" title={t('wrote')}>
      <p className="mb-4">
        <AboutLine record={record} page={page} />
        {field && <span className="block font-semibold">{labelOf(field)}</span>}
      </p>
      <FactList>
        {shown && <Fact label={t('shown')}>{shown}</Fact>}
        <Fact label={t('suggestion')}>
          <span className="whitespace-pre-line">{suggestion}</span>
        </Fact>
        <Fact label={t('where')}>
          <span className="whitespace-pre-line">{whereItStands ?? t('noWhere')}</span>
        </Fact>
        <Fact label={t('sent')}>{formatDate(locale, dayInSweden(at))}</Fact>
        <Fact label={t('told')}>{t(isMailed ? 'mailed' : 'notMailed')}</Fact>
      </FactList>
    </Section>
  )
}

function Now({ report: { subject, field } }: { report: ReportView }) {
  const t = useTranslations('reports.staff')
  if (!subject) return <p className="text-muted">{t('gone')}</p>
  if (!field || !subject.field) return <p className="text-muted">{t('noField')}</p>
  return <FieldNow field={subject.field} period={subject.record?.period ?? null} isOpen />
}

function Conversation({ report: { messages } }: { report: ReportView }) {
  const t = useTranslations('reports.staff')
  if (messages.length === 0) return null
  const named = messages.map(({ isStaff, by, ...message }) => ({
    ...message,
    who: isStaff ? (by ?? t('somebody')) : t('reporter'),
  }))
  return (
    <Section id="svar" title={t('messages')}>
      <Messages messages={named} />
    </Section>
  )
}

/** A closed report is answered; what was typed too late is shown by the form itself. */
function Answering({ report, children }: { report: ReportView; children: ReactNode }) {
  const t = useTranslations('reports.staff')
  const locale = useLocale()
  const editing = report.record?.editing
  if (pileOf(report.status) === 'closed') return children
  return (
    <Section id="svara" title={t('answer')}>
      {editing && (
        <div className="mb-8">
          <h3 className="mb-1 text-h3">{t('correctTitle')}</h3>
          <p className="mb-3 max-w-text">{t('correctText')}</p>
          <a
            href={pathOf(locale, correctionAfter(editing, report.id, report.field))}
            className="button no-underline"
          >
            {t('correct')}
          </a>
        </div>
      )}
      {children}
    </Section>
  )
}
