import { useLocale, useTranslations } from 'next-intl'
import type { MergeOverview } from '../../lib/organisations/merge-view.ts'
import { pathOf } from '../../lib/paths.ts'
import { Section } from '../ui/Section.tsx'
import { mergeAddress } from './addresses.ts'
import { MergedInto } from './MergedInto.tsx'

/** On the page where an organisation is corrected: that it may be another, or is. */
export function MergeSection({ overview }: { overview: MergeOverview }) {
  const t = useTranslations('merges')
  const locale = useLocale()
  const { slug, mergedInto, parts, lookalikes } = overview
  return (
    <Section id="sammanslagning" title={t('section')}>
      <div className="grid max-w-text gap-3">
        {mergedInto ? <MergedInto mergedInto={mergedInto} slug={slug} /> : <p>{t('sectionNote')}</p>}
        {!mergedInto && (
          <p className="text-muted text-small">
            {t('sectionCounts', { parts: parts.length, alike: lookalikes.length })}
          </p>
        )}
        <p>
          <a href={pathOf(locale, mergeAddress(slug))} className="button-quiet no-underline">
            {t('open')}
          </a>
        </p>
      </div>
    </Section>
  )
}
