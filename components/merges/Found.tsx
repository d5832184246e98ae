import { useLocale, useTranslations } from 'next-intl'
import { formatOrganisationNumber } from '../../lib/format.ts'
import { pathOf } from '../../lib/paths.ts'
import type { OrganisationRow } from '../../lib/projects/view.ts'
import { SearchField } from '../ui/SearchField.tsx'
import { Section } from '../ui/Section.tsx'
import { mergeAddress } from './addresses.ts'

export type FoundProps = { slug: string; q: string; total: number; rows: OrganisationRow[] }

/** Looks for another organisation by part of a name or a number. */
export function Found({ slug, q, total, rows }: FoundProps) {
  const t = useTranslations('merges')
  const locale = useLocale()
  const others = rows.filter((row) => row.slug !== slug)
  return (
    <Section id="sok" title={t('find')}>
      <form action={pathOf(locale, mergeAddress(slug))} className="mb-5 max-w-[40rem]">
        <SearchField label={t('findLabel')} submit={t('findSubmit')} value={q} size="small" />
      </form>
      {q && others.length === 0 && <p role="status">{t('findNone', { q })}</p>}
      {others.length > 0 && (
        <ul className="grid max-w-text gap-3">
          {others.map((row) => (
            <li key={row.slug} className="grid gap-0.5">
              <a lang="sv" href={pathOf(locale, mergeAddress(slug, { with: row.slug }))} className="py-0.5">
                {row.name}
              </a>
              <span className="text-muted text-small">
                {row.number && <>{formatOrganisationNumber(row.number)} · </>}
                {t('findCounts', { projects: row.owned, entries: row.applied + row.partner })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {total > rows.length && <p className="mt-4 text-muted text-small">{t('findMore', { total })}</p>}
    </Section>
  )
}
