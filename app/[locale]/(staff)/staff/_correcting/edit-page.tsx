import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { RecordEditor } from '../../../../../components/corrections/RecordEditor.tsx'
import { ReportedNote } from '../../../../../components/reports/ReportedNote.tsx'
import { Missing } from '../../../../../components/site/Missing.tsx'
import { StaffFrame } from '../../../../../components/staff/StaffFrame.tsx'
import { requirePage } from '../../../../../lib/auth/page.ts'
import { editPage, readEditQuery } from '../../../../../lib/corrections/address.ts'
import type { SubjectKind } from '../../../../../lib/corrections/fields.ts'
import { findRecordForEditing } from '../../../../../lib/corrections/queries.ts'
import type { SearchParams } from '../../../../../lib/list-query.ts'
import { reportForCorrection } from '../../../../../lib/reports/queries.ts'
import { suggestedText } from '../../../../../lib/reports/suggested.ts'
import { pageLocale } from '../../../page-locale.ts'
import { correctAction } from './actions.ts'

export type EditPageProps<Key extends string> = {
  params: Promise<{ locale: string } & Record<Key, string>>
  searchParams: Promise<SearchParams>
}

export async function editMetadata(params: Promise<{ locale: string }>): Promise<Metadata> {
  await pageLocale(params)
  const t = await getTranslations('corrections')
  return { title: t('title') }
}

type Wanted = {
  kind: SubjectKind
  /** The record's slug, an entry's id. */
  key: string
  params: Promise<{ locale: string }>
  searchParams: Promise<SearchParams>
  /** What else can be done with the record. */
  more?: ReactNode
}

/** The page on which a record of any kind is corrected. */
export async function editPageOf({ kind, key, params, searchParams, more }: Wanted) {
  const locale = await pageLocale(params)
  await requirePage('records.correct')
  const record = await findRecordForEditing(kind, key)
  if (!record) return <Missing />
  const query = readEditQuery(kind, await searchParams, locale)
  const { reported, reportId } = await reportedOf(kind, query.reportId)
  const hidden = {
    locale,
    record: kind,
    key,
    id: String(record.subject.id),
    version: String(record.version),
    onwards: query.onwards ?? '',
    report: String(reportId ?? ''),
  }
  return (
    <StaffFrame here={editPage(kind, key)}>
      <RecordEditor record={record} query={query} action={correctAction} hidden={hidden} reported={reported}>
        {more}
      </RecordEditor>
    </StaffFrame>
  )
}

/** The visitor's report that the address names: a closed one is told of, and not followed. */
async function reportedOf(kind: SubjectKind, id: number | null) {
  if (id === null) return {}
  const report = await reportForCorrection(id)
  const field = report?.field ?? null
  const text = report && field ? suggestedText(kind, field, report.suggestion) : null
  return { reportId: report?.id, reported: { note: <ReportedNote id={id} report={report} />, field, text } }
}
