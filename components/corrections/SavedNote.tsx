import { useLocale, useTranslations } from 'next-intl'
import type { EditQuery } from '../../lib/corrections/address.ts'
import type { EditableRecord } from '../../lib/corrections/view.ts'
import { pathOf } from '../../lib/paths.ts'
import { FormAlert } from '../staff/FormAlert.tsx'
import { useLabels } from './labels.ts'

/** What was just saved, what others had changed meanwhile, and the ways on. */
export function SavedNote({ record, query }: { record: EditableRecord; query: EditQuery }) {
  const t = useTranslations('corrections')
  const locale = useLocale()
  const labelOf = useLabels(record)
  const { saved, merged, onwards } = query
  if (saved.length === 0) return null
  const list = (fields: string[]) => new Intl.ListFormat(locale).format(fields.map(labelOf))
  return (
    <div className="mb-8">
      <FormAlert tone="done">
        <p className="font-semibold">{t('saved', { fields: list(saved) })}</p>
        {merged.length > 0 && <p className="mt-1">{t('merged', { fields: list(merged) })}</p>}
        <p className="mt-1 flex flex-wrap gap-x-5 text-small">
          {onwards && (
            <a href={onwards} className="py-1">
              {t('onwards')}
            </a>
          )}
          <a href={pathOf(locale, record.page)} className="py-1">
            {t('publicPage')}
          </a>
        </p>
      </FormAlert>
    </div>
  )
}
