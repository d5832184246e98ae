import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DeskView } from '../../../../components/desk/DeskView.tsx'
import { StaffFrame } from '../../../../components/staff/StaffFrame.tsx'
import { requirePage } from '../../../../lib/auth/page.ts'
import { deskCounts, newestOwnChanges } from '../../../../lib/desk/queries.ts'
import { pageLocale } from '../../page-locale.ts'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params)
  const t = await getTranslations('desk')
  return { title: t('title') }
}

/** How much of one's own work the desk shows. */
const RECENT = 5

export default async function DeskPage({ params }: Props) {
  await pageLocale(params)
  const staff = await requirePage('desk.read')
  const [counts, mine] = await Promise.all([deskCounts(), newestOwnChanges(staff.id, RECENT)])
  return (
    <StaffFrame here={{ page: 'staff' }}>
      <DeskView counts={counts} mine={mine} />
    </StaffFrame>
  )
}
