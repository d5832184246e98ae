import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DraftsView } from '../../../../../components/drafts/DraftsView.tsx'
import { StaffFrame } from '../../../../../components/staff/StaffFrame.tsx'
import { requirePage } from '../../../../../lib/auth/page.ts'
import { decisionToAddTo, listDrafts } from '../../../../../lib/decisions/drafts/queries.ts'
import { DRAFT_STATES } from '../../../../../lib/decisions/drafts/view.ts'
import { pageLocale } from '../../../page-locale.ts'
import { beginDraftAction, restoreDraftAction } from './actions.ts'

type Props = {
  params: Promise<{ locale: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params)
  const t = await getTranslations('decisionDraft')
  return { title: t('title') }
}

/** Drafts of decisions; `?decision=` names a published one that somebody wants to add entries to. */
export default async function DraftsPage({ params, searchParams }: Props) {
  await pageLocale(params)
  await requirePage('decisions.write')
  const asked = await searchParams
  const state = DRAFT_STATES.find((known) => known === asked.state) ?? 'open'
  const addsTo =
    typeof asked.decision === 'string' ? ((await decisionToAddTo(asked.decision)) ?? 'missing') : null
  return (
    <StaffFrame here={{ page: 'staff/drafts' }}>
      <DraftsView
        state={state}
        drafts={await listDrafts(state, Number(asked.page))}
        addsTo={asked.refused === undefined ? addsTo : 'missing'}
        begin={beginDraftAction}
        restore={restoreDraftAction}
      />
    </StaffFrame>
  )
}
