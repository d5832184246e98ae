import { useLocale, useTranslations } from 'next-intl'
import { type ImportQuery, importAddress } from '../../lib/imports/desk/params.ts'
import type { EntryRow, ImportView, ReviewView } from '../../lib/imports/desk/view.ts'
import { pathOf } from '../../lib/paths.ts'
import { KeyHint } from '../desk/KeyHint.tsx'
import { ListPager } from '../site/ListPager.tsx'
import { ENTRIES, ENTRY } from './places.ts'
import { ReviewShortcuts } from './ReviewShortcuts.tsx'

type Props = { one: ImportView; review: ReviewView; query: ImportQuery }

/** The entries of a filter, those that ask for a look first, and the ways between them. */
export function EntryList({ one, review, query }: Props) {
  const t = useTranslations('imports.review')
  const locale = useLocale()
  const { entries, open, page, pages } = review
  return (
    <section id={ENTRIES} aria-labelledby={`${ENTRIES}-rubrik`} className="min-w-0 scroll-mt-4">
      <h2 id={`${ENTRIES}-rubrik`} className="mb-2 text-h3">
        {t('entries')}
      </h2>
      {entries.length === 0 ? (
        <p className="text-muted">{t(query.isUndecided ? 'entriesAllDecided' : 'entriesEmpty')}</p>
      ) : (
        <ol className="max-h-72 divide-y divide-line overflow-y-auto overscroll-contain rounded-sm border border-edge print:max-h-none print:overflow-visible">
          {entries.map((entry) => (
            <Item
              key={entry.id}
              entry={entry}
              isOpen={entry.id === open?.id}
              href={`${pathOf(locale, importAddress(one.id, { ...query, page, entryId: entry.id }))}#${ENTRY}`}
            />
          ))}
        </ol>
      )}
      <ListPager
        page={page}
        pages={pages}
        hrefOf={(at) =>
          `${pathOf(locale, importAddress(one.id, { ...query, page: at, entryId: undefined }))}#${ENTRIES}`
        }
      />
      <Ways one={one} review={review} query={query} />
    </section>
  )
}

type ItemProps = { entry: EntryRow; isOpen: boolean; href: string }

function Item({ entry: { name, verdict, warnings, choice, hasMoved, isSafe }, isOpen, href }: ItemProps) {
  const t = useTranslations('imports')
  const about = [
    t(`verdict.${verdict}`),
    !isSafe && choice === null && t('review.look'),
    warnings > 0 && t('review.warnings', { count: warnings }),
    hasMoved && t('review.moved'),
  ]
  return (
    <li className={isOpen ? 'bg-accent-soft' : undefined}>
      <a
        href={href}
        aria-current={isOpen ? 'true' : undefined}
        className="grid gap-0.5 px-3 py-2 text-ink no-underline hover:underline"
      >
        <span lang="sv" className={`min-w-0 break-words ${isOpen ? 'font-semibold' : ''}`}>
          {name}
        </span>
        <span className="flex flex-wrap justify-between gap-x-4 text-fine text-muted">
          <span>{about.filter(Boolean).join(' · ')}</span>
          <span className={choice === null ? 'font-semibold text-differ' : undefined}>
            {t(`choice.${choice ?? 'none'}`)}
          </span>
        </span>
      </a>
    </li>
  )
}

/** To the entry before and the one after, over the pages of the list. */
function Ways({ one, review: { previous, next, page, pages, open }, query }: Props) {
  const t = useTranslations('imports.review')
  const locale = useLocale()
  if (!open) return null
  const hrefTo = (to: Partial<ImportQuery>) =>
    `${pathOf(locale, importAddress(one.id, { ...query, entryId: undefined, ...to }))}#${ENTRY}`
  const back = previous ? { page, entryId: previous } : page > 1 ? { page: page - 1 } : null
  const on = next ? { page, entryId: next } : page < pages ? { page: page + 1 } : null
  return (
    <nav aria-label={t('walk')} className="mt-3 flex flex-wrap items-center gap-2 text-small print:hidden">
      {back && <Way href={hrefTo(back)} rel="prev" keys="k" text={t('previous')} />}
      {on && <Way href={hrefTo(on)} rel="next" keys="j" text={t('next')} />}
      <span className="flex-1" />
      <ReviewShortcuts />
    </nav>
  )
}

type WayProps = { href: string; rel: 'prev' | 'next'; keys: string; text: string }

const Way = ({ href, rel, keys, text }: WayProps) => (
  <a href={href} rel={rel} data-keys={keys} className="button-quiet no-underline">
    {text}
    <KeyHint>{keys}</KeyHint>
  </a>
)
