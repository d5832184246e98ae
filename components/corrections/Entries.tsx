import { useLocale, useTranslations } from 'next-intl'
import type { EditableRecord } from '../../lib/corrections/view.ts'
import { pathOf } from '../../lib/paths.ts'

/** A decision's entries, each corrected on a page of its own. */
export function Entries({ entries }: Pick<EditableRecord, 'entries'>) {
  const t = useTranslations('corrections')
  const locale = useLocale()
  if (entries.length === 0) return null
  return (
    <section aria-labelledby="poster-rubrik" className="mt-14 border-ink border-t pt-3">
      <h2 id="poster-rubrik" className="text-h3">
        {t('entries')}
      </h2>
      <ul className="mt-3 grid gap-x-8 sm:grid-cols-2">
        {entries.map(({ id, name }) => (
          <li key={id}>
            <a
              lang="sv"
              href={pathOf(locale, { page: 'staff/entries', slug: String(id) })}
              className="inline-block py-1"
            >
              {name || t('entryWithoutName')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
