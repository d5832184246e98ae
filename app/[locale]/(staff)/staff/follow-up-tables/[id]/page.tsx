import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DoneView } from '../../../../../../components/follow-up-tables/DoneView.tsx'
import { ReviewView } from '../../../../../../components/follow-up-tables/ReviewView.tsx'
import { TableFrame } from '../../../../../../components/follow-up-tables/TableFrame.tsx'
import { TakeBackForm } from '../../../../../../components/imports/TakeBackForm.tsx'
import { Missing } from '../../../../../../components/site/Missing.tsx'
import { StaffFrame } from '../../../../../../components/staff/StaffFrame.tsx'
import { requirePage } from '../../../../../../lib/auth/page.ts'
import { REASON } from '../../../../../../lib/corrections/reason.ts'
import {
  readTableQuery,
  type TableQuery,
  tableAddress,
  tableQueryString,
} from '../../../../../../lib/follow-up/table/params.ts'
import { findDone, findReview, findTable } from '../../../../../../lib/follow-up/table/queries.ts'
import type { TableView } from '../../../../../../lib/follow-up/table/view.ts'
import type { SearchParams } from '../../../../../../lib/list-query.ts'
import { type Locale, pathOf } from '../../../../../../lib/paths.ts'
import { pageLocale } from '../../../../page-locale.ts'
import {
  acceptMovesAction,
  cancelTableAction,
  commitTableAction,
  decideRowAction,
  undoTableAction,
} from '../actions.ts'

type Props = {
  params: Promise<{ locale: string; id: string }>
  searchParams: Promise<SearchParams>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params)
  const t = await getTranslations('followUpTable')
  const { id } = await params
  return { title: t('one', { id }) }
}

/** One table of follow-ups, as the state that it is in asks for. */
export default async function FollowUpTablePage({ params, searchParams }: Props) {
  const locale = await pageLocale(params)
  await requirePage('followUps.write')
  const id = /^[1-9]\d{0,8}$/.exec((await params).id)?.[0]
  const one = id ? await findTable(Number(id)) : null
  if (!one) return <Missing />
  const query = readTableQuery(await searchParams, locale)
  return (
    <StaffFrame here={tableAddress(one.id, { ...query, told: null })}>
      <TableFrame one={one} told={query.told}>
        {await contentOf({ one, query, locale })}
      </TableFrame>
    </StaffFrame>
  )
}

type Here = { one: TableView; query: TableQuery; locale: Locale }

async function contentOf(here: Here): Promise<ReactNode> {
  const { one, query } = here
  if (one.state === 'cancelled') return null
  if (one.state !== 'review') {
    const isUndoing = one.state === 'done' && query.isUndoing
    return (
      <DoneView
        one={one}
        done={await findDone(one.id, query.page)}
        undoing={isUndoing ? await undoForm(here) : null}
      />
    )
  }
  const review = await findReview(one.id, query)
  return (
    review && (
      <ReviewView
        one={one}
        review={review}
        query={query}
        actions={{
          decide: decideRowAction,
          accept: acceptMovesAction,
          commit: commitTableAction,
          cancel: cancelTableAction,
        }}
        hidden={hiddenFor(here)}
      />
    )
  )
}

/** What forms send along: in which language, which table, seen at which version, and which of its rows are shown. */
const hiddenFor = ({ one, query: { page, only }, locale }: Here) => ({
  locale,
  tableId: String(one.id),
  version: String(one.version),
  filter: tableQueryString({ page, only }, locale),
})

async function undoForm(here: Here): Promise<ReactNode> {
  const { one, locale } = here
  const t = await getTranslations('followUpTable.undo')
  return (
    <TakeBackForm
      action={undoTableAction}
      hidden={hiddenFor(here)}
      back={pathOf(locale, tableAddress(one.id))}
      texts={{
        reason: t('reason'),
        reasonHint: t('reasonHint', { least: REASON.least }),
        submit: t('submit'),
        keep: t('keep'),
      }}
    />
  )
}
