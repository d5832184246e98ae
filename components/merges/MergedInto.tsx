import { useLocale, useTranslations } from 'next-intl'
import { formatDate } from '../../lib/format.ts'
import type { MergeOverview } from '../../lib/organisations/merge-view.ts'
import { pathOf } from '../../lib/paths.ts'
import { mergeAddress } from './addresses.ts'

type Props = { slug: string; mergedInto: NonNullable<MergeOverview['mergedInto']> }

/** That an organisation is part of another: since when, why, and the way to undo it. */
export function MergedInto({ slug, mergedInto: { root, merge } }: Props) {
  const t = useTranslations('merges')
  const locale = useLocale()
  return (
    <div className="grid max-w-text gap-1.5 border-accent border-s-4 ps-4">
      <p>
        {t.rich('mergedInto', {
          date: formatDate(locale, merge.since),
          into: () => (
            <a lang="sv" href={pathOf(locale, mergeAddress(root.slug))}>
              {root.name}
            </a>
          ),
        })}
      </p>
      <p lang="sv" className="break-words text-muted text-small">
        {merge.reason}
      </p>
      <p>
        <a href={pathOf(locale, mergeAddress(slug, { split: merge.id }))} className="inline-block py-1">
          {t('split')}
        </a>
      </p>
    </div>
  )
}
