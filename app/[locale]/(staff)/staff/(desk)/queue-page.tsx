import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { NoticeBox, UndoneBox } from '../../../../../components/desk/NoticeBox.tsx'
import { requirePage } from '../../../../../lib/auth/page.ts'
import { type DeskParam, deskParam, taskAddress } from '../../../../../lib/desk/addresses.ts'
import { type DeskFilter, filterString, readFilter, wholeOf } from '../../../../../lib/desk/filter.ts'
import { findNotice } from '../../../../../lib/desk/queries.ts'
import type { ItemQueue, Queue } from '../../../../../lib/desk/queues.ts'
import type { SearchParams } from '../../../../../lib/list-query.ts'
import { type Locale, pathOf } from '../../../../../lib/paths.ts'
import { pageLocale } from '../../../page-locale.ts'
import { undoAction } from './actions.ts'

export type QueueProps = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> }
export type TaskProps = {
  params: Promise<{ locale: string; key: string }>
  searchParams: Promise<SearchParams>
}

/** The title of a queue's pages. */
export async function queueMetadata(params: Promise<{ locale: string }>, queue: Queue): Promise<Metadata> {
  await pageLocale(params)
  const t = await getTranslations('desk')
  return { title: t(`queue.${queue}.title`) }
}

/** What every page of the desk begins with: in which language, who reads it, and what its address asks for. */
export async function openDesk({ params, searchParams }: QueueProps) {
  const locale = await pageLocale(params)
  const { id: staffId } = await requirePage('desk.read')
  const query = await searchParams
  return { locale, staffId, params: query, filter: readFilter(query, locale) }
}

type Here = { queue: ItemQueue; filter: DeskFilter; params: SearchParams; locale: Locale; staffId: number }

/** A page of a queue whose things have a page each. */
export const openQueue = async (queue: ItemQueue, props: QueueProps): Promise<Here> => ({
  queue,
  ...(await openDesk(props)),
})

/** The page of one thing of a queue, as its address names it. */
export async function openTask(queue: ItemQueue, props: TaskProps): Promise<Here & { key: string }> {
  const here = await openQueue(queue, props)
  return { ...here, filter: wholeOf(here.filter), key: (await props.params).key }
}

/** What an address says besides the filter, or empty. */
export function asked(params: SearchParams, key: DeskParam, locale: Locale): string {
  const value = params[deskParam(key, locale)]
  return ((Array.isArray(value) ? value[0] : value) ?? '').toWellFormed().slice(0, 200)
}

/** Goes to the first thing of a queue, if that is asked for and there is one. */
export function beginWith(first: string | undefined, { queue, filter, params, locale }: Here) {
  if (first && asked(params, 'begin', locale)) redirect(pathOf(locale, taskAddress(queue, first, filter)))
}

/** What was just saved or undone, as the address says. */
export async function noticeOf(here: Here): Promise<ReactNode> {
  const { params, locale, staffId } = here
  const undone = asked(params, 'undone', locale)
  if (undone) return <UndoneBox isDone={undone === '1'} />
  const saved = asked(params, 'saved', locale)
  const notice = saved ? await findNotice(saved, staffId) : null
  return notice && <NoticeBox notice={notice} undo={undoAction} hidden={hiddenFor(here)} />
}

/** What forms send along: in which language, and what part of which queue is worked through. */
export const hiddenFor = ({ queue, filter, locale }: Here) => ({
  locale,
  queue,
  filter: filterString(wholeOf(filter), locale),
})
