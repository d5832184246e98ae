import { NextIntlClientProvider, useLocale, useMessages, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { EditQuery } from '../../lib/corrections/address.ts'
import type { EditableRecord } from '../../lib/corrections/view.ts'
import { pathOf } from '../../lib/paths.ts'
import { FACT_GROUPS } from '../project/fact-groups.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { Contacts } from './Contacts.tsx'
import { CorrectionForm } from './CorrectionForm.tsx'
import { Entries } from './Entries.tsx'
import type { CorrectionAction, Row, RowGroup } from './form-state.ts'
import { useFormTexts } from './form-texts.ts'
import { useRows } from './rows.tsx'
import { SavedNote } from './SavedNote.tsx'

type Props = {
  record: EditableRecord
  query: EditQuery
  action: CorrectionAction
  /** Sent along with the form. */
  hidden: Readonly<Record<string, string>>
  /** What a visitor suggests of a field, and the report that says so. */
  reported?: { note: ReactNode; field: string | null; text: string | null } | undefined
  /** What else can be done with the record: below the form. */
  children?: ReactNode
}

/** A record with all its fields to correct, what sources say of them, and who can be asked. */
export function RecordEditor({ record, query, action, hidden, reported, children }: Props) {
  const texts = useFormTexts(record.subject.kind)
  const rows = useRows(record).map((row) =>
    row.field === reported?.field ? { ...row, suggested: reported.text } : row,
  )
  const asked = rows.filter(({ field }) => query.fields.includes(field))
  const others = rows.filter(({ field }) => !query.fields.includes(field))
  const inOrder = query.fields.flatMap((field) => asked.filter((row) => row.field === field))
  return (
    <>
      <Head record={record} />
      <SavedNote record={record} query={query} />
      {reported?.note}
      <Words>
        <CorrectionForm
          action={action}
          hidden={hidden}
          asked={inOrder.length > 0 ? { id: 'begard', title: texts.asked, rows: inOrder } : null}
          groups={useGroups(record, others)}
          documents={record.documents.map(({ slug, title }) => ({ value: slug, label: title }))}
          texts={texts}
        />
      </Words>
      <Contacts contacts={record.contacts} />
      <Entries entries={record.entries} />
      {children}
    </>
  )
}

/** The texts that the form's parts ask for in the browser: those of the finder, and no more. */
function Words({ children }: { children: ReactNode }) {
  const { decisionDraft } = useMessages()
  return (
    <NextIntlClientProvider messages={{ decisionDraft: { finder: decisionDraft.finder } }}>
      {children}
    </NextIntlClientProvider>
  )
}

function Head({ record }: { record: EditableRecord }) {
  const t = useTranslations('corrections')
  const locale = useLocale()
  const { kind } = record.subject
  return (
    <PageHead
      kicker={t(`kicker.${kind}`, { number: record.number ?? record.name })}
      title={record.name}
      titleLang="sv"
    >
      <p className="mt-4 max-w-text">{kind === 'followUp' ? t('ofFollowUp.lead') : t('lead')}</p>
      <p className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-small">
        <a href={pathOf(locale, record.page)} className="py-1">
          {t('publicPage')}
        </a>
        {record.decision && (
          <a href={pathOf(locale, { page: 'staff/decisions', slug: record.decision.slug })} className="py-1">
            {t('ofDecision', { heading: record.decision.heading })}
          </a>
        )}
      </p>
    </PageHead>
  )
}

const MONEY = ['totalBudget', 'grantedSupport', 'totalCosts']

/** A project's fields as its page groups them; the few of other records all together. */
function useGroups({ subject }: EditableRecord, rows: Row[]): RowGroup[] {
  const t = useTranslations('project')
  const own = useTranslations('corrections')
  const among = (keys: readonly string[]) => rows.filter(({ field }) => keys.includes(field))
  const groups: RowGroup[] =
    subject.kind === 'project'
      ? [
          ...FACT_GROUPS.slice(0, 1).map(({ title, keys }) => ({
            id: title,
            title: t(title),
            rows: among(keys),
          })),
          { id: 'money', title: t('money'), rows: among(MONEY) },
          ...FACT_GROUPS.slice(1).map(({ title, keys }) => ({
            id: title,
            title: t(title),
            rows: among(keys),
          })),
          { id: 'description', title: t('descriptionTitle'), rows: among(['description']) },
        ]
      : [{ id: 'fields', title: own('allFields'), rows }]
  return groups.filter((group) => group.rows.length > 0)
}
