import { useLocale, useTranslations } from 'next-intl'
import { DRAFT_STATES, type DraftRow, type DraftState } from '../../lib/decisions/drafts/view.ts'
import { type Locale, pathOf } from '../../lib/paths.ts'
import { ListPager } from '../site/ListPager.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Section } from '../ui/Section.tsx'

type Action = (form: FormData) => Promise<void>
type Props = {
  state: DraftState
  drafts: { total: number; page: number; pages: number; rows: DraftRow[] }
  /** The decision that somebody wants to add to; `missing` where the address names none that is there. */
  addsTo: { slug: string; heading: string } | 'missing' | null
  begin: Action
  restore: Action
}

/** All drafts of decisions in one state, and the way to a new one. */
export function DraftsView({ state, drafts, addsTo, begin, restore }: Props) {
  const t = useTranslations('decisionDraft')
  return (
    <>
      <PageHead title={t('title')}>
        <p className="mt-4 max-w-text">{t('lead')}</p>
      </PageHead>
      {addsTo === 'missing' && <p role="alert">{t('noDecision')}</p>}
      {addsTo !== null && addsTo !== 'missing' && <AddTo decision={addsTo} begin={begin} />}
      {addsTo === null && <Begin action={begin} decision="" text={t('begin')} />}
      <States state={state} />
      <Section id="utkast" title={t(`state.${state}`)}>
        {drafts.rows.length === 0 && <p className="text-muted">{t(`none.${state}`)}</p>}
        <ul className="divide-y divide-line">
          {drafts.rows.map((draft) => (
            <Row key={draft.id} draft={draft} state={state} restore={restore} />
          ))}
        </ul>
        <ListPager page={drafts.page} pages={drafts.pages} hrefOf={(page) => draftsHref('', state, page)} />
      </Section>
    </>
  )
}

const draftsHref = (path: string, state: DraftState, page = 1) => {
  const query = new URLSearchParams()
  if (state !== 'open') query.set('state', state)
  if (page > 1) query.set('page', String(page))
  return `${path}${query.size > 0 ? `?${query}` : '?'}`
}

function AddTo({ decision, begin }: { decision: { slug: string; heading: string }; begin: Action }) {
  const t = useTranslations('decisionDraft')
  return (
    <Section id="lagg-till" title={t('addingTo', { heading: decision.heading })}>
      <p className="mb-4 max-w-text">{t('addingHint')}</p>
      <Begin action={begin} decision={decision.slug} text={t('beginAdding')} />
    </Section>
  )
}

function Begin({ action, decision, text }: { action: Action; decision: string; text: string }) {
  return (
    <form action={action}>
      <input type="hidden" name="locale" value={useLocale()} />
      <input type="hidden" name="decision" value={decision} />
      <button type="submit" className="button">
        {text}
      </button>
    </form>
  )
}

function States({ state }: { state: DraftState }) {
  const t = useTranslations('decisionDraft')
  const path = pathOf(useLocale(), { page: 'staff/drafts' })
  return (
    <nav aria-label={t('states')} className="mt-10 mb-6">
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {DRAFT_STATES.map((one) => (
          <li key={one}>
            <a
              href={draftsHref(path, one)}
              aria-current={one === state ? 'page' : undefined}
              className="inline-block py-1.5 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
            >
              {t(`state.${one}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Row({ draft, state, restore }: { draft: DraftRow; state: DraftState; restore: Action }) {
  const t = useTranslations('decisionDraft')
  const locale = useLocale()
  const { decision } = draft
  const name = draft.heading || (decision ? t('entriesTo', { heading: decision.heading }) : t('noHeading'))
  const at = momentText(locale, draft.updatedAt)
  return (
    <li className="grid gap-1 py-4 first:pt-0">
      <h3 className="text-h3">
        <a href={pathOf(locale, { page: 'staff/drafts', slug: String(draft.id) })}>{name}</a>
      </h3>
      <p className="text-muted text-small">
        {[draft.decisionDate, t('count', { count: draft.entries })].filter(Boolean).join(' · ')}
      </p>
      <p className="text-muted text-small">
        {t('writtenBy', { at, name: draft.updatedBy })}. {t('begunBy', { name: draft.begunBy })}.
      </p>
      {state === 'published' && decision && (
        <p className="text-small">
          <a href={pathOf(locale, { page: 'decisions', slug: decision.slug })}>{t('toDecision')}</a>
        </p>
      )}
      {state === 'discarded' && <OnDraft action={restore} id={draft.id} text={t('restore')} />}
    </li>
  )
}

/** A button that does something with a draft. */
export function OnDraft({ action, id, text }: { action: Action; id: number; text: string }) {
  return (
    <form action={action}>
      <input type="hidden" name="locale" value={useLocale()} />
      <input type="hidden" name="id" value={id} />
      <button type="submit" className="button-quiet">
        {text}
      </button>
    </form>
  )
}

/** A day and a time in Sweden. */
const momentText = (locale: Locale, moment: Date): string =>
  new Intl.DateTimeFormat(locale === 'sv' ? 'sv-SE' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Stockholm',
  }).format(moment)
