import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DraftView } from '../../../../../../components/drafts/DraftView.tsx'
import { StaffFrame } from '../../../../../../components/staff/StaffFrame.tsx'
import { requirePage } from '../../../../../../lib/auth/page.ts'
import { openForm } from '../../../../../../lib/decisions/drafts/form.ts'
import { findDraft } from '../../../../../../lib/decisions/drafts/queries.ts'
import { pageLocale } from '../../../../page-locale.ts'
import { restoreDraftAction, writeDraftAction } from '../actions.ts'

type Props = { params: Promise<{ locale: string; id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params)
  const t = await getTranslations('decisionDraft')
  return { title: t('kicker') }
}

export default async function DraftPage({ params }: Props) {
  await pageLocale(params)
  await requirePage('decisions.write')
  const { id } = await params
  const draft = /^[1-9]\d{0,8}$/.test(id) ? await findDraft(Number(id)) : null
  if (!draft) notFound()
  const opened = openForm({ ...draft, savedAt: draft.updatedAt }, 1)
  return (
    <StaffFrame here={{ page: 'staff/drafts', slug: id }}>
      <DraftView
        opened={opened}
        state={draft.state}
        decision={draft.decision ?? null}
        actions={{ write: writeDraftAction, restore: restoreDraftAction }}
      />
    </StaffFrame>
  )
}
