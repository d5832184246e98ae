import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatDate, formatOrganisationNumber } from '../../lib/format.ts'
import type { MergeOverview, MergeView } from '../../lib/organisations/merge-view.ts'
import { pathOf } from '../../lib/paths.ts'
import type { OrganisationRow } from '../../lib/projects/view.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { Section } from '../ui/Section.tsx'
import { mergeAddress } from './addresses.ts'
import { Found, type FoundProps } from './Found.tsx'
import { MergedInto } from './MergedInto.tsx'
import { useWhy } from './why.ts'

type Props = {
  overview: MergeOverview
  search: Omit<FoundProps, 'slug'>
  /** What was just done. */
  notice: ReactNode
}

/** What an organisation can be merged with, and what can be split from it. */
export function OverviewView({ overview, search, notice }: Props) {
  const t = useTranslations('merges')
  const locale = useLocale()
  const { slug, name, mergedInto, parts } = overview
  return (
    <>
      <PageHead kicker={t('kicker')} title={name} titleLang="sv">
        <p className="mt-3 text-small">
          <a href={pathOf(locale, { page: 'staff/organisations', slug })}>{t('toRecord')}</a>
          {' · '}
          <a href={pathOf(locale, { page: 'staff/work/lookalikes' })}>{t('toList')}</a>
        </p>
      </PageHead>
      {notice}
      {mergedInto && <MergedInto mergedInto={mergedInto} slug={slug} />}
      {parts.length > 0 && <Parts slug={slug} parts={parts} />}
      {!mergedInto && <Lookalikes overview={overview} />}
      {!mergedInto && <Found slug={slug} {...search} />}
    </>
  )
}

function Parts({ slug, parts }: { slug: string; parts: MergeView[] }) {
  const t = useTranslations('merges')
  return (
    <Section id="delar" title={t('parts')}>
      <ul className="grid max-w-text gap-5">
        {parts.map((merge) => (
          <Part key={merge.id} slug={slug} merge={merge} />
        ))}
      </ul>
    </Section>
  )
}

function Part({ slug, merge: { id, part, whole, since, reason, by } }: { slug: string; merge: MergeView }) {
  const t = useTranslations('merges')
  const locale = useLocale()
  return (
    <li className="grid gap-0.5">
      <span className="font-semibold">
        <span lang="sv">{part.name}</span>
        {part.number && <span className="figures"> · {formatOrganisationNumber(part.number)}</span>}
      </span>
      <span className="text-muted text-small">
        {t('partSince', {
          date: formatDate(locale, since),
          by: by === 'administrator' ? t('byAdministrator') : t('byEditor'),
        })}
        {whole.slug !== slug && <> {t('partThrough', { whole: whole.name })}</>}
      </span>
      <span lang="sv" className="break-words text-small">
        {reason}
      </span>
      <a
        href={pathOf(locale, mergeAddress(slug, { split: id }))}
        className="justify-self-start py-1 text-small"
      >
        {t('split')}
        <span className="sr-only">: {part.name}</span>
      </a>
    </li>
  )
}

function Lookalikes({ overview: { slug, lookalikes } }: { overview: MergeOverview }) {
  const t = useTranslations('merges')
  if (lookalikes.length === 0) return null
  return (
    <Section id="liknar" title={t('lookalikes')}>
      <ul className="grid max-w-text gap-4">
        {lookalikes.map(({ other, why }) => (
          <Lookalike key={other.slug} slug={slug} other={other} why={why} />
        ))}
      </ul>
    </Section>
  )
}

function Lookalike({ slug, other, why }: { slug: string; other: OrganisationRow; why: string }) {
  const t = useTranslations('merges')
  const locale = useLocale()
  const because = useWhy(why)
  return (
    <li className="grid gap-0.5">
      <span lang="sv" className="font-semibold">
        {other.name}
      </span>
      <span className="text-muted text-small">{because}</span>
      <a
        href={pathOf(locale, mergeAddress(slug, { with: other.slug }))}
        className="justify-self-start py-1 text-small"
      >
        {t('compare')}
        <span className="sr-only">: {other.name}</span>
      </a>
    </li>
  )
}
