import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ListView } from '../../../../../components/follow-up/ListView.tsx'
import { StaffFrame } from '../../../../../components/staff/StaffFrame.tsx'
import { requirePage } from '../../../../../lib/auth/page.ts'
import {
  findNotice,
  findToFollow,
  listFollowUps,
  listMissing,
} from '../../../../../lib/follow-up/staff-queries.ts'
import {
  readStaffList,
  type StaffListQuery,
  staffListAddress,
} from '../../../../../lib/follow-up/staff-view.ts'
import { dayInSweden } from '../../../../../lib/format.ts'
import type { SearchParams } from '../../../../../lib/list-query.ts'
import { pageLocale } from '../../../page-locale.ts'
import { beginFollowUpAction, restoreFollowUpAction } from './actions.ts'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params)
  const t = await getTranslations('followUpForm')
  return { title: t('title') }
}

/** What is missing, what is being written, what is public; and the way to a new follow-up. */
export default async function FollowUpsPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params)
  await requirePage('followUps.write')
  const query = readStaffList(await searchParams, locale)
  const isAsked = query.project !== null || query.item !== null
  const [list, toFollow, notice] = await Promise.all([
    listOf(query),
    isAsked ? findToFollow(query).then((found) => found ?? ('missing' as const)) : null,
    noticeOf(query),
  ])
  return (
    <StaffFrame here={staffListAddress(query)}>
      <ListView
        query={query}
        list={list}
        toFollow={toFollow}
        notice={notice}
        begin={beginFollowUpAction}
        restore={restoreFollowUpAction}
      />
    </StaffFrame>
  )
}

async function listOf(query: StaffListQuery) {
  const { tab, page } = query
  if (tab !== 'missing') return { followUps: await listFollowUps(tab, page) }
  const today = dayInSweden(new Date())
  return { missing: await listMissing(query, today), today }
}

/** What was just done, as it stands in the registry: an address alone makes nothing so. */
async function noticeOf({ published, discarded }: StaffListQuery) {
  if (published !== null) {
    const row = await findNotice(published, 'PUBLISHED')
    return row && { done: 'published' as const, row }
  }
  const row = discarded === null ? null : await findNotice(discarded, 'DISCARDED')
  return row && { done: 'discarded' as const, row }
}
