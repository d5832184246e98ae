import { useLocale, useTranslations } from 'next-intl'
import { pathOf } from '../../lib/paths.ts'

/** Finds any record by number or name. */
export function FindForm({ q }: { q: string }) {
  const t = useTranslations('desk')
  const locale = useLocale()
  return (
    <search className="w-full max-w-text">
      <form action={pathOf(locale, { page: 'staff/find' })} className="grid gap-1.5">
        <label htmlFor="desk-find" className="font-semibold text-small">
          {t('searchLabel')}
        </label>
        <span className="flex gap-2">
          <input
            id="desk-find"
            type="search"
            name="q"
            defaultValue={q}
            placeholder={t('searchHint')}
            autoComplete="off"
            maxLength={200}
            data-keys="s /"
            className="h-11 w-full min-w-0 rounded-sm border border-edge bg-raised px-3 text-ink placeholder:text-muted"
          />
          <button type="submit" className="button-quiet">
            {t('searchSubmit')}
          </button>
        </span>
      </form>
    </search>
  )
}
