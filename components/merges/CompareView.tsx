import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatDate, formatOrganisationNumber } from '../../lib/format.ts'
import type { Comparison, Side, Sums } from '../../lib/organisations/merge-view.ts'
import { pathOf } from '../../lib/paths.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { Section } from '../ui/Section.tsx'
import { mergeAddress } from './addresses.ts'
import { SumsTable } from './SumsTable.tsx'
import { useWhy } from './why.ts'

type Props = {
  comparison: Comparison
  /** The form that merges them, and the one that says that they are two. */
  merge: ReactNode
  distinct: ReactNode
}

/** Two organisations side by side, what would follow if they were one, and what can be said of them. */
export function CompareView({ comparison, merge, distinct }: Props) {
  const t = useTranslations('merges')
  const locale = useLocale()
  const [a, b] = comparison.sides
  const merged = comparison.sides.find((side) => side.mergedInto)
  return (
    <>
      <PageHead kicker={t('kicker')} title={t('compareTitle')}>
        <p className="mt-3 text-small">
          <a href={pathOf(locale, mergeAddress(a.slug))}>{t('back')}</a>
        </p>
      </PageHead>
      <Why comparison={comparison} />
      <div className="mb-10 grid gap-8 sm:grid-cols-2">
        <SideFacts side={a} />
        <SideFacts side={b} />
      </div>
      {!merged && (
        <Section id="foljer" title={t('follows')}>
          <WhatFollows comparison={comparison} />
        </Section>
      )}
      {/* The form stays also when somebody else was first: what was typed in it is not lost. */}
      <Section id="samma" title={t('areOne')}>
        {merged?.mergedInto && (
          <p className="mb-5 max-w-text">
            {t('problem.alreadyMerged', { which: merged.name, into: merged.mergedInto.name })}
          </p>
        )}
        {merge}
      </Section>
      {!merged && !comparison.distinct && (
        <Section id="tva" title={t('areTwo')}>
          {distinct}
        </Section>
      )}
    </>
  )
}

function Why({ comparison: { why, distinct } }: { comparison: Comparison }) {
  const t = useTranslations('merges')
  const locale = useLocale()
  const because = useWhy(why ?? '')
  if (distinct)
    return (
      <p className="mb-6 max-w-text border-differ border-s-4 ps-4">
        {t('wasDistinct', { date: formatDate(locale, distinct.on) })} {distinct.note}
      </p>
    )
  return why && <p className="mb-6 max-w-text text-muted">{t('why', { why: because })}</p>
}

function SideFacts({ side: { slug, name, number, names } }: { side: Side }) {
  const t = useTranslations('merges')
  const locale = useLocale()
  return (
    <div className="min-w-0 border-line border-t pt-3">
      <h2 lang="sv" className="break-words text-h3">
        <a href={pathOf(locale, { page: 'organisations', slug })}>{name}</a>
      </h2>
      <p className="figures mt-1 text-small">
        {number ? t('public.number', { number: formatOrganisationNumber(number) }) : t('noNumber')}
      </p>
      <p className="mt-2 text-muted text-small">{t('names')}</p>
      <ul lang="sv" className="text-small">
        {names.map((one) => (
          <li key={one} className="break-words">
            {one}
          </li>
        ))}
      </ul>
    </div>
  )
}

function WhatFollows({ comparison: { sides, unresolved } }: { comparison: Comparison }) {
  const t = useTranslations('merges')
  const [a, b] = sides
  const columns = [
    { key: a.slug, label: a.name, sums: a },
    { key: b.slug, label: b.name, sums: b },
    { key: 'together', label: t('together'), sums: total(a, b) },
  ]
  return (
    <div className="grid gap-5">
      <SumsTable caption={t('sums.caption')} columns={columns} />
      <ul className="grid max-w-text list-disc gap-1.5 ps-5 text-small marker:text-accent">
        <li>{t('followsRecords')}</li>
        <li>{t('followsNames')}</li>
        <li>{t('followsUndo')}</li>
        {unresolved > 0 && <li>{t('followsUnresolved', { count: unresolved })}</li>}
      </ul>
    </div>
  )
}

const total = (a: Sums, b: Sums): Sums => ({
  owned: a.owned + b.owned,
  granted: a.granted + b.granted,
  applied: a.applied + b.applied,
  partner: a.partner + b.partner,
})
