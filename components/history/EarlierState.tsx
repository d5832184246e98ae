import { dayInSweden, formatDate } from '../../lib/format.ts'
import type { EarlierView } from '../../lib/history/view.ts'
import { timeInSweden } from '../../lib/history/when.ts'
import { pathOf } from '../../lib/paths.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { Section } from '../ui/Section.tsx'
import { earlierAddress, historyAddress } from './addresses.ts'
import { ComparedFields } from './ComparedFields.tsx'
import { differences } from './differences.ts'
import { EarlierEntries } from './EarlierEntries.tsx'
import { useWords } from './words.ts'

const KINDS = { projects: 'project', decisions: 'decision', organisations: 'organisation' } as const

/** A record as it was after one of its changes, with what is different today. */
export function EarlierState({ earlier }: { earlier: EarlierView }) {
  const words = useWords()
  const { t } = words
  const { of, record, fields, period, mergedInto } = earlier
  return (
    <article>
      <PageHead kicker={t(`history.earlier.kicker.${of}`)} title={record.name} titleLang="sv">
        <Banner earlier={earlier} />
        <Ways earlier={earlier} />
      </PageHead>
      <Section
        id="uppgifter"
        title={t('history.earlier.fields')}
        aside={t('history.earlier.differs', { count: differences(earlier, words) })}
      >
        {mergedInto && (
          <p className="mb-4">
            {t('history.earlier.mergedInto')}: <span lang="sv">{mergedInto.name}</span>
          </p>
        )}
        <ComparedFields kind={KINDS[of]} fields={fields} period={period} />
      </Section>
      {of === 'decisions' && <EarlierEntries earlier={earlier} />}
    </article>
  )
}

function Banner({ earlier: { at, next } }: { earlier: EarlierView }) {
  const { t, locale } = useWords()
  const when = { date: formatDate(locale, dayInSweden(new Date(at))), time: timeInSweden(locale, at) }
  return (
    <p
      role="note"
      className="mt-5 max-w-text rounded-sm border border-differ border-s-4 bg-raised px-4 py-3 font-semibold"
    >
      {next === null ? t('history.earlier.bannerLatest', when) : t('history.earlier.banner', when)}
    </p>
  )
}

function Ways({ earlier: { of, record, before, next } }: { earlier: EarlierView }) {
  const { t, locale } = useWords()
  const state = (revision: number) => pathOf(locale, earlierAddress(of, record.slug, revision))
  return (
    <nav aria-label={t('history.earlier.nav')} className="mt-5 print:hidden">
      <ul className="flex flex-wrap gap-x-6 gap-y-1 text-small">
        {before !== null && <Way href={state(before)} rel="prev" text={t('history.earlier.before')} />}
        {next !== null && <Way href={state(next)} rel="next" text={t('history.earlier.next')} />}
        <Way href={pathOf(locale, historyAddress(of, record.slug))} text={t('history.earlier.history')} />
        <Way
          href={pathOf(locale, { page: of, slug: record.slug })}
          text={t(`history.record.toRecord.${of}`)}
        />
      </ul>
    </nav>
  )
}

const Way = ({ href, rel, text }: { href: string; rel?: string; text: string }) => (
  <li>
    <a href={href} rel={rel} className="inline-block py-1">
      {text}
    </a>
  </li>
)
