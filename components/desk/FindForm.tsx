import { useLocale, useTranslations } from 'next-intl'
import { pathOf } from '../../lib/paths.ts'
import { SearchRow } from './SearchRow.tsx'

/** Finds any record by number or name. */
export function FindForm({ q }: { q: string }) {
  const t = useTranslations('desk')
  const locale = useLocale()
  return (
    <search className="w-full max-w-text">
      <form action={pathOf(locale, { page: 'staff/find' })} className="grid gap-1.5">
        <SearchRow
          id="desk-find"
          name="q"
          label={t('searchLabel')}
          hint={t('searchHint')}
          submit={t('searchSubmit')}
          value={q}
          keys="s /"
        />
      </form>
    </search>
  )
}
