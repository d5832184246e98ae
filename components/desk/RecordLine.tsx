import { useLocale, useTranslations } from 'next-intl'
import { publicPath } from '../../lib/desk/addresses.ts'
import type { DeskRecord } from '../../lib/desk/view.ts'

/** What a thing is about, with the way to its public page. */
export function RecordLine({ record }: { record: DeskRecord }) {
  const locale = useLocale()
  return (
    <>
      <a lang="sv" href={publicPath(locale, record)}>
        {record.name}
      </a>
      <RecordNote record={record} />
    </>
  )
}

/** What tells a record from others of its name. */
export function RecordNote({ record }: { record: DeskRecord }) {
  const t = useTranslations('desk')
  if (record.kind === 'project')
    return record.number && <span className="text-muted"> · {record.number}</span>
  if (record.kind !== 'item') return null
  return <span className="block text-fine text-muted">{t('inEntry', { heading: record.heading })}</span>
}
