import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type ImportQuery, importAddress, importsAddress } from '../../lib/imports/desk/params.ts'
import { VERDICTS } from '../../lib/imports/desk/state.ts'
import type { ImportView, ReviewView as Review } from '../../lib/imports/desk/view.ts'
import { pathOf } from '../../lib/paths.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { ActForm } from './ActForm.tsx'
import { EntryDetails } from './EntryDetails.tsx'
import { EntryList } from './EntryList.tsx'
import { FileList, leftOut } from './FileList.tsx'
import type { ActAction, EntryAction } from './form-state.ts'
import { ENTRIES, ENTRY, SOURCE } from './places.ts'
import { SourceFollower } from './SourceFollower.tsx'
import { SourcePane } from './SourcePane.tsx'

type Props = {
  one: ImportView
  review: Review
  query: ImportQuery
  actions: {
    acceptSafe: ActAction
    decideMany: ActAction
    commit: ActAction
    cancel: ActAction
    decide: EntryAction
  }
  /** Sent along with every form. */
  hidden: Readonly<Record<string, string>>
  /** What only a table has: what is wrong with its rows, and answers for many of them. */
  more?: ReactNode
}

/** What was read, beside the source that it was read from; somebody decides what comes of it. */
export function ReviewView({ one, review, query, actions, hidden, more }: Props) {
  const { source, open } = review
  if (one.entries === 0) return <Nothing one={one} action={actions.cancel} hidden={hidden} more={more} />
  return (
    <>
      <LeftOut one={one} />
      <Whole one={one} actions={actions} hidden={hidden} />
      {more}
      <Kinds one={one} query={query} />
      {one.kind !== 'table' && <Many one={one} query={query} action={actions.decideMany} hidden={hidden} />}
      <Switch hasSource={source !== null} hasOpen={open !== null} />
      <div
        className={`grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-8 ${source ? 'lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]' : ''}`}
      >
        {source && <SourcePane importId={one.id} source={source} open={open} query={query} />}
        <div className="grid min-w-0 content-start gap-8">
          <EntryList one={one} review={review} query={query} />
          {open && !source && open.kind !== 'row' && <SourceGone />}
          {open && <EntryDetails entry={open} action={actions.decide} hidden={hidden} />}
        </div>
      </div>
      {open && source && <SourceFollower entryId={open.id} />}
    </>
  )
}

function SourceGone() {
  const t = useTranslations('imports.review')
  return <p className="text-muted">{t('sourceGone')}</p>
}

type NothingProps = Pick<Props, 'one' | 'hidden' | 'more'> & { action: ActAction }

/** What came to nothing: why, and the way on. */
function Nothing({ one, action, hidden, more }: NothingProps) {
  const t = useTranslations('imports.review')
  const locale = useLocale()
  return (
    <>
      <FileList files={leftOut(one.fileViews)} />
      {more}
      <p className="mt-6 mb-4 max-w-text">{t('nothing')}</p>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <ActForm action={action} hidden={hidden} text={t('giveUp')} />
        <a href={pathOf(locale, importsAddress())}>{t('again')}</a>
      </div>
    </>
  )
}

/** Files that nothing comes of, with why. */
function LeftOut({ one: { fileViews } }: { one: ImportView }) {
  const t = useTranslations('imports.file')
  const left = leftOut(fileViews)
  if (left.length === 0) return null
  return (
    <details className="mb-6">
      <summary className="mb-2 inline-flex min-h-8 items-center text-accent underline underline-offset-4">
        {t('leftCount', { count: left.length })}
      </summary>
      <FileList files={left} />
    </details>
  )
}

/** What can be done with all of it. */
function Whole({ one, actions, hidden }: Pick<Props, 'one' | 'actions' | 'hidden'>) {
  const t = useTranslations('imports.review')
  const { safe, undecided, skipped } = one
  return (
    <div className="mb-6 flex flex-wrap items-start gap-x-4 gap-y-4 border-line border-y py-4">
      {safe > 0 && (
        <ActForm
          action={actions.acceptSafe}
          hidden={hidden}
          text={t('acceptSafe', { count: safe })}
          quiet={undecided === 0}
        >
          <p className="max-w-80 text-muted text-small">{t('acceptSafeNote')}</p>
        </ActForm>
      )}
      <ActForm
        action={actions.commit}
        hidden={hidden}
        text={t('commit')}
        quiet={undecided > 0}
        isDisabled={undecided > 0}
      >
        <p className="max-w-80 text-muted text-small">
          {undecided > 0 ? t('commitNote', { count: undecided }) : t('commitReady', { skipped })}
        </p>
      </ActForm>
      {/* What was decided goes with it: one press is too few. */}
      <div className="lg:ms-auto lg:max-w-72">
        <Disclosure summary={`${t('giveUp')} …`}>
          <p className="mb-3 text-muted text-small">{t('giveUpNote')}</p>
          <ActForm action={actions.cancel} hidden={hidden} text={t('giveUp')} quiet />
        </Disclosure>
      </div>
    </div>
  )
}

type ManyProps = Pick<Props, 'one' | 'query' | 'hidden'> & { action: ActAction }

/** One answer for everything of the kind that is shown, as far as nobody has decided on it. */
function Many({ one, query: { verdict }, action, hidden }: ManyProps) {
  const t = useTranslations('imports.review')
  const count = verdict ? (one.counts[verdict]?.undecided ?? 0) : 0
  if (!verdict || count < 2) return null
  return (
    <Disclosure summary={t('many')}>
      <p className="mb-3 max-w-text text-muted text-small">{t('manyNote')}</p>
      <div className="mb-6 flex flex-wrap gap-3">
        {verdict !== 'refused' && (
          <ActForm
            action={action}
            hidden={{ ...hidden, verdict, choice: 'accept' }}
            text={t('acceptMany', { count })}
            quiet
          />
        )}
        <ActForm
          action={action}
          hidden={{ ...hidden, verdict, choice: 'skip' }}
          text={t('skipMany', { count })}
          quiet
        />
      </div>
    </Disclosure>
  )
}

const CHIP =
  'inline-flex min-h-10 items-center gap-1.5 rounded-sm border border-edge px-3.5 no-underline hover:bg-accent-soft aria-[current]:border-accent aria-[current]:bg-accent aria-[current]:font-semibold aria-[current]:text-accent-ink'

/** How many entries there are of each kind; each the way to those. */
function Kinds({ one, query }: Pick<Props, 'one' | 'query'>) {
  const t = useTranslations('imports')
  const locale = useLocale()
  const { counts, entries, undecided } = one
  const { verdict, isUndecided } = query
  const hrefTo = (to: Pick<Partial<ImportQuery>, 'verdict' | 'isUndecided'>) =>
    pathOf(locale, importAddress(one.id, { verdict, isUndecided, ...to }))
  return (
    <nav aria-label={t('review.counts')} className="mb-6 text-small">
      <ul className="flex flex-wrap gap-2">
        <li>
          <a
            href={hrefTo({ verdict: undefined })}
            aria-current={verdict === undefined ? 'page' : undefined}
            className={CHIP}
          >
            {t('review.all')} {entries}
            <span className="text-fine">({t('review.undecidedOf', { undecided })})</span>
          </a>
        </li>
        {VERDICTS.map((kind) => {
          const count = counts[kind]
          if (!count) return null
          return (
            <li key={kind}>
              <a
                href={hrefTo({ verdict: kind })}
                aria-current={verdict === kind ? 'page' : undefined}
                className={CHIP}
              >
                {t(`verdict.${kind}`)} {count.all}
                <span className="text-fine">({t('review.undecidedOf', { undecided: count.undecided })})</span>
              </a>
            </li>
          )
        })}
      </ul>
      <p className="mt-2">
        <a href={hrefTo({ isUndecided: !isUndecided })} className="inline-block py-1">
          {t(isUndecided ? 'review.alsoDecided' : 'review.onlyUndecided')}
        </a>
      </p>
    </nav>
  )
}

/** To the parts of the page: where they stand below one another, and for who goes by keys. */
function Switch({ hasSource, hasOpen }: { hasSource: boolean; hasOpen: boolean }) {
  const t = useTranslations('imports.review')
  const parts = [
    hasSource && { id: SOURCE, text: t('toSource') },
    { id: ENTRIES, text: t('toEntries') },
    hasOpen && { id: ENTRY, text: t('toEntry') },
  ].filter((part) => part !== false)
  return (
    <nav
      aria-label={t('switch')}
      className="mb-4 text-small lg:sr-only lg:focus-within:not-sr-only print:hidden"
    >
      <ul className="flex flex-wrap gap-2">
        {parts.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`} className="button-quiet no-underline">
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
