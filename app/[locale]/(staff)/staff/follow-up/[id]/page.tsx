import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClosedView } from '../../../../../../components/follow-up/ClosedView.tsx'
import { DraftView } from '../../../../../../components/follow-up/DraftView.tsx'
import { WithdrawForm } from '../../../../../../components/follow-up/WithdrawForm.tsx'
import { Missing } from '../../../../../../components/site/Missing.tsx'
import { StaffFrame } from '../../../../../../components/staff/StaffFrame.tsx'
import { Section } from '../../../../../../components/ui/Section.tsx'
import { requirePage } from '../../../../../../lib/auth/page.ts'
import { mostBytes } from '../../../../../../lib/files/settings.ts'
import { findForStaff } from '../../../../../../lib/follow-up/staff-queries.ts'
import { followUpAddress } from '../../../../../../lib/follow-up/staff-view.ts'
import { LONGEST_WORDS } from '../../../../../../lib/follow-up/values.ts'
import type { SearchParams } from '../../../../../../lib/list-query.ts'
import type { Locale } from '../../../../../../lib/paths.ts'
import { pageLocale } from '../../../../page-locale.ts'
import { editPageOf } from '../../_correcting/edit-page.tsx'
import { restoreFollowUpAction, withdrawFollowUpAction, writeFollowUpAction } from '../actions.ts'

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params)
  const t = await getTranslations('followUpForm')
  return { title: t('title') }
}

/** A follow-up: a draft is written, what is public is corrected or taken back, what is neither is read. */
export default async function FollowUpPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params)
  await requirePage('followUps.write')
  const { id } = await params
  const followUp = /^[1-9]\d{0,8}$/.test(id) ? await findForStaff(Number(id)) : null
  if (!followUp) return <Missing />
  if (followUp.state === 'PUBLISHED')
    return editPageOf({
      kind: 'followUp',
      key: id,
      params,
      searchParams,
      more: <Withdraw id={id} locale={locale} />,
    })
  return (
    <StaffFrame here={followUpAddress(followUp.id)}>
      {followUp.state === 'DRAFT' ? (
        <DraftView
          followUp={followUp}
          action={writeFollowUpAction}
          longest={LONGEST_WORDS}
          mostBytes={mostBytes()}
        />
      ) : (
        <ClosedView followUp={followUp} restore={restoreFollowUpAction} />
      )}
    </StaffFrame>
  )
}

async function Withdraw({ id, locale }: { id: string; locale: Locale }) {
  const t = await getTranslations('followUpForm.withdraw')
  return (
    <Section id="ta-bort" title={t('title')} className="print:hidden">
      <p className="mb-5 max-w-text">{t('lead')}</p>
      <WithdrawForm
        action={withdrawFollowUpAction}
        hidden={{ locale, id }}
        texts={{ reason: t('reason'), reasonHint: t('reasonHint'), submit: t('submit') }}
      />
    </Section>
  )
}
