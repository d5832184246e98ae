import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MineView } from '../../../../../../../components/desk/MineView.tsx'
import { StaffFrame } from '../../../../../../../components/staff/StaffFrame.tsx'
import { filterString } from '../../../../../../../lib/desk/filter.ts'
import { listOwnChanges } from '../../../../../../../lib/desk/queries.ts'
import { pageLocale } from '../../../../../page-locale.ts'
import { openDesk, type QueueProps } from '../../queue-page.tsx'

export async function generateMetadata({ params }: QueueProps): Promise<Metadata> {
  await pageLocale(params)
  const t = await getTranslations('desk')
  return { title: t('mine') }
}

export default async function MinePage(props: QueueProps) {
  const { staffId, filter } = await openDesk(props)
  const list = await listOwnChanges(staffId, filter.page)
  const query = { sv: filterString({ page: list.page }, 'sv'), en: filterString({ page: list.page }, 'en') }
  return (
    <StaffFrame here={{ page: 'staff/work/mine', query }}>
      <MineView list={list} />
    </StaffFrame>
  )
}
