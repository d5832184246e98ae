import { useLocale, useTranslations } from 'next-intl'
import { pathOf } from '../../lib/paths.ts'
import type { ReportedRecord } from '../../lib/reports/view.ts'

type Props = { record: ReportedRecord | null; page: string }

/** What a report is about: a record by its name, or a page by its address. */
export function AboutLine({ record, page }: Props) {
  const t = useTranslations('reports')
  const locale = useLocale()
  if (!record) return page ? <a href={page}>{page}</a> : t('form.site')
  return (
    <>
      <span className="text-muted">{t(`kind.${record.kind}`)}: </span>
      <a lang="sv" href={pathOf(locale, record.address)}>
        {nameOf(record)}
      </a>
    </>
  )
}

export const nameOf = ({ name, number }: ReportedRecord): string => (number ? `${name} (${number})` : name)
