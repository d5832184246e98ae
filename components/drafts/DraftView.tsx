import { NextIntlClientProvider, useLocale, useMessages, useTranslations } from 'next-intl'
import type { DraftForm as Opened } from '../../lib/decisions/drafts/form.ts'
import type { DraftState } from '../../lib/decisions/drafts/view.ts'
import { pathOf } from '../../lib/paths.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { DraftForm } from './DraftForm.tsx'
import { OnDraft } from './DraftsView.tsx'
import type { WriteDraft } from './use-draft.ts'

type Props = {
  opened: Opened
  state: DraftState
  /** The public decision that it became, or adds to. */
  decision: { slug: string; heading: string } | null
  actions: {
    write: WriteDraft
    restore: (form: FormData) => Promise<void>
  }
}

/** A draft: its form while it is written, else what became of it. */
export function DraftView({ opened, state, decision, actions }: Props) {
  const t = useTranslations('decisionDraft')
  const { decisionDraft, amountKind, staff } = useMessages()
  const locale = useLocale()
  const title = decision ? t('addingTo', { heading: decision.heading }) : opened.base.heading || t('newTitle')
  if (state !== 'open')
    return <Closed {...{ opened, state, decision, actions }} title={opened.base.heading || title} />
  return (
    <>
      <PageHead kicker={t('kicker')} title={title}>
        {decision && (
          <p className="mt-4 max-w-text text-small">
            {t.rich('addsTo', {
              heading: decision.heading,
              decision: (words) => (
                <a lang="sv" href={pathOf(locale, { page: 'decisions', slug: decision.slug })}>
                  {words}
                </a>
              ),
            })}
          </p>
        )}
      </PageHead>
      <NextIntlClientProvider messages={{ decisionDraft, amountKind, staff }}>
        <DraftForm opened={opened} action={actions.write} isNew={!decision} />
      </NextIntlClientProvider>
    </>
  )
}

function Closed({ opened, state, decision, actions, title }: Props & { title: string }) {
  const t = useTranslations('decisionDraft')
  const locale = useLocale()
  return (
    <>
      <PageHead kicker={t(`state.${state}`)} title={title} />
      <p className="mb-4 max-w-text">{state === 'published' ? t('isPublished') : t('isDiscarded')}</p>
      {decision && (
        <p className="mb-4">
          <a href={pathOf(locale, { page: 'decisions', slug: decision.slug })}>{t('toDecision')}</a>
        </p>
      )}
      {state === 'discarded' && <OnDraft action={actions.restore} id={opened.id} text={t('restore')} />}
    </>
  )
}
