import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { FindView } from '../../../../../../components/desk/FindView.tsx'
import { StaffFrame } from '../../../../../../components/staff/StaffFrame.tsx'
import { editAddress } from '../../../../../../lib/desk/addresses.ts'
import { findRecords, recordMeant } from '../../../../../../lib/desk/queries.ts'
import { pathOf } from '../../../../../../lib/paths.ts'
import { pageLocale } from '../../../../page-locale.ts'
import { openDesk, type QueueProps } from '../queue-page.tsx'

export async function generateMetadata({ params }: QueueProps): Promise<Metadata> {
  await pageLocale(params)
  const t = await getTranslations('desk')
  return { title: t('findTitle') }
}

export default async function FindPage(props: QueueProps) {
  const { locale, params } = await openDesk(props)
  const { q: typed } = params
  const q = ((Array.isArray(typed) ? typed[0] : typed) ?? '').toWellFormed().slice(0, 200).trim()
  const meant = await recordMeant(q)
  if (meant) redirect(pathOf(locale, editAddress(meant.record, meant.fields.join('.'))))
  const found = await findRecords(q)
  const query = q && `?${new URLSearchParams({ q })}`
  return (
    <StaffFrame here={{ page: 'staff/find', query }}>
      <FindView q={q} found={found} />
    </StaffFrame>
  )
}
