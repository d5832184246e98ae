import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatDate } from '../../lib/format.ts'
import type { SplitPreview } from '../../lib/organisations/merge-view.ts'
import { pathOf } from '../../lib/paths.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { Section } from '../ui/Section.tsx'
import { mergeAddress } from './addresses.ts'
import { SumsTable } from './SumsTable.tsx'

/** A merge before it is undone: what it joined, and what each would have. */
export function SplitView({ preview, form }: { preview: SplitPreview; form: ReactNode }) {
  const t = useTranslations('merges')
  const locale = useLocale()
  const { merge, isUndone, root } = preview
  return (
    <>
      <PageHead kicker={t('kicker')} title={t('splitTitle')}>
        <p className="mt-3 text-small">
          <a href={pathOf(locale, mergeAddress(root.slug))}>{t('back')}</a>
        </p>
      </PageHead>
      <div className="mb-8 grid max-w-text gap-1">
        <p>
          {t('splitWhat', {
            part: merge.part.name,
            whole: merge.whole.name,
            date: formatDate(locale, merge.since),
          })}
        </p>
        <p lang="sv" className="break-words text-muted text-small">
          {merge.reason}
        </p>
      </div>
      {isUndone ? <p>{t('problem.alreadySplit')}</p> : <Split preview={preview} form={form} />}
    </>
  )
}

function Split({ preview, form }: { preview: SplitPreview; form: ReactNode }) {
  const t = useTranslations('merges')
  const { merge, root, before, part, rest, unresolved } = preview
  const columns = [
    { key: 'before', label: t('splitNow', { name: root.name }), sums: before },
    { key: 'rest', label: t('splitAfter', { name: root.name }), sums: rest },
    { key: 'part', label: t('splitAfter', { name: merge.part.name }), sums: part },
  ]
  return (
    <>
      <Section id="foljer" title={t('follows')}>
        <div className="grid gap-5">
          <SumsTable caption={t('sums.caption')} columns={columns} />
          <ul className="grid max-w-text list-disc gap-1.5 ps-5 text-small marker:text-accent">
            <li>{t('splitNames')}</li>
            <li>{t('splitStays')}</li>
            {unresolved > 0 && <li>{t('splitUnresolved', { count: unresolved })}</li>}
          </ul>
        </div>
      </Section>
      <Section id="dela" title={t('splitWhy')}>
        {form}
      </Section>
    </>
  )
}
