import { useTranslations } from 'next-intl'
import type { FieldView } from '../../lib/projects/view.ts'
import type { ReportSubject } from '../../lib/reports/view.ts'
import { useFieldLabel, useReader } from '../source/reader.ts'
import { valueText } from '../source/value.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { Section } from '../ui/Section.tsx'
import { AboutLine } from './AboutLine.tsx'
import { FieldNow } from './FieldNow.tsx'
import { ReportForm, type ReportFormState } from './ReportForm.tsx'

type Props = {
  subject: ReportSubject
  /** The address named something that is not there. */
  isLost: boolean
  stamp: string
  hasMail: boolean
  hidden: Record<string, string>
  action: (before: ReportFormState, form: FormData) => Promise<ReportFormState>
}

/** Where a visitor tells what is wrong: what it is about, the form, and what happens then. */
export function ReportPage({ subject, isLost, ...form }: Props) {
  const t = useTranslations('reports.form')
  return (
    <>
      <PageHead title={t('title')}>
        <p className="mt-4 max-w-text text-lead">{t('lead')}</p>
        {isLost && <p className="mt-4 max-w-text font-semibold">{t('lost')}</p>}
      </PageHead>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-14 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <WhatIsReported subject={subject} />
          <Section id="anmalan" title={t('write')}>
            <Form subject={subject} {...form} />
          </Section>
        </div>
        <WhatHappens />
      </div>
    </>
  )
}

function WhatIsReported({ subject }: { subject: ReportSubject }) {
  const t = useTranslations('reports.form')
  const { record, about, field } = subject
  return (
    <Section id="galler" title={t('about')}>
      <p>
        <AboutLine record={record} page={about.key} />
      </p>
      {field && (
        <div className="mt-5">
          <h3 className="mb-2 font-sans font-semibold text-small tracking-normal">{t('now')}</h3>
          <FieldNow field={field} period={record?.period ?? null} />
        </div>
      )}
    </Section>
  )
}

const FORM_TEXTS = [
  'field',
  'otherField',
  'suggestion',
  'suggestionHint',
  'where',
  'whereHint',
  'email',
  'emailHint',
  'trap',
  'send',
] as const

function Form({ subject, ...form }: Omit<Props, 'isLost'>) {
  const t = useTranslations('reports.form')
  const labelled = useChoices(subject)
  const texts = Object.fromEntries(FORM_TEXTS.map((key) => [key, t(key)] as const)) as Record<
    (typeof FORM_TEXTS)[number],
    string
  >
  return <ReportForm {...form} fields={labelled} texts={texts} />
}

/** Characters of a value that a choice has room for. */
const ROOM = 60

/** The fields to choose among, each with what it shows. */
function useChoices({ field, fields, record }: ReportSubject): { value: string; label: string }[] {
  const labelOf = useFieldLabel()
  const reader = useReader(record?.period ?? null)
  if (field) return []
  return fields.map((one: FieldView) => {
    const value = valueText(one.key, one.type, one, reader)
    const short = value && value.length > ROOM ? `${value.slice(0, ROOM)}…` : value
    return { value: one.key, label: short ? `${labelOf(one.key)}: ${short}` : labelOf(one.key) }
  })
}

const STEPS = ['link', 'compare', 'answer', 'private'] as const

function WhatHappens() {
  const t = useTranslations('reports.what')
  return (
    <aside aria-labelledby="sedan-rubrik">
      <h2 id="sedan-rubrik" className="mb-4 border-ink border-t pt-3 text-h3">
        {t('title')}
      </h2>
      <ul className="grid gap-3 text-small">
        {STEPS.map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ul>
    </aside>
  )
}
