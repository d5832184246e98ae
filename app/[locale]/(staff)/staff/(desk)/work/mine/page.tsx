import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MineView } from '../../../../../../../components/desk/MineView.tsx'
import { StaffFrame } from '../../../../../../../components/staff/StaffFrame.tsx'
import { requirePage } from '../../../../../../../lib/auth/page.ts'
import { filterString, readFilter } from '../../../../../../../lib/desk/filter.ts'
import { listOwnChanges } from '../../../../../../../lib/desk/queries.ts'
import { pageLocale } from '../../../../../page-locale.ts'
import type { QueueProps } from '../../queue-page.tsx'

export async function generateMetadata({ params }: QueueProps): Promise<Metadata> {
  await pageLocale(params)
  const t = await getTranslations('desk')
  return { title: t('mine') }
}

export default async function MinePage({ params, searchParams }: QueueProps) {
  const locale = await pageLocale(params)
  const staff = await requirePage('desk.read')
  const { page } = readFilter(await searchParams, locale)
  const list = await listOwnChanges(staff.id, page)
  const query = { sv: filterString({ page: list.page }, 'sv'), en: filterString({ page: list.page }, 'en') }
  return (
    <StaffFrame here={{ page: 'staff/work/mine', query }}>
      <MineView list={list} />
    </StaffFrame>
  )
}
