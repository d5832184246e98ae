import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DoneView } from '../../../../../../components/imports/DoneView.tsx'
import { ImportFrame } from '../../../../../../components/imports/ImportFrame.tsx'
import { ReviewView } from '../../../../../../components/imports/ReviewView.tsx'
import {
  CancelledView,
  FailedView,
  WaitingView,
  WorkingView,
} from '../../../../../../components/imports/StateViews.tsx'
import { TakeBackForm } from '../../../../../../components/imports/TakeBackForm.tsx'
import { BackToColumns } from '../../../../../../components/imports/table/BackToColumns.tsx'
import { BulkForm } from '../../../../../../components/imports/table/BulkForm.tsx'
import { MappingView } from '../../../../../../components/imports/table/MappingView.tsx'
import { ProblemsView } from '../../../../../../components/imports/table/ProblemsView.tsx'
import { TakingBack, UndoneView } from '../../../../../../components/imports/UndoViews.tsx'
import { Missing } from '../../../../../../components/site/Missing.tsx'
import { StaffFrame } from '../../../../../../components/staff/StaffFrame.tsx'
import { requirePage } from '../../../../../../lib/auth/page.ts'
import { REASON } from '../../../../../../lib/corrections/reason.ts'
import {
  type ImportQuery,
  importAddress,
  importQueryString,
  readImportQuery,
} from '../../../../../../lib/imports/desk/params.ts'
import { findImport, findReview } from '../../../../../../lib/imports/desk/queries.ts'
import { findUndoPreview } from '../../../../../../lib/imports/desk/undo.ts'
import type { ImportView } from '../../../../../../lib/imports/desk/view.ts'
import { findTableWork, savedMappings } from '../../../../../../lib/imports/table/queries.ts'
import type { SearchParams } from '../../../../../../lib/list-query.ts'
import { type Locale, pathOf } from '../../../../../../lib/paths.ts'
import { pageLocale } from '../../../../page-locale.ts'
import {
  acceptSafeAction,
  cancelAction,
  commitAction,
  decideAction,
  decideManyAction,
  retryAction,
  takeBackAction,
} from '../actions.ts'
import { backToColumnsAction, tableAction } from '../table-actions.ts'

type Props = {
  params: Promise<{ locale: string; id: string }>
  searchParams: Promise<SearchParams>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params)
  const t = await getTranslations('imports')
  const { id } = await params
  return { title: t('one', { id }) }
}

/** One import, as the state that it is in asks for. */
export default async function ImportPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params)
  await requirePage('imports.run')
  const id = /^[1-9]\d{0,8}$/.exec((await params).id)?.[0]
  const one = id ? await findImport(Number(id)) : null
  if (!one) return <Missing />
  const query = readImportQuery(await searchParams, locale)
  return (
    <StaffFrame here={importAddress(one.id, query)}>
      <ImportFrame one={one}>{await contentOf({ one, query, locale })}</ImportFrame>
    </StaffFrame>
  )
}

type Here = { one: ImportView; query: ImportQuery; locale: Locale }

async function contentOf(here: Here): Promise<ReactNode> {
  const { one, query } = here
  const hidden = hiddenFor(here)
  const actions = { cancel: cancelAction, retry: retryAction }
  switch (one.state) {
    case 'WAITING':
    case 'READING':
    case 'COMMITTING':
    case 'UNDOING':
      return <WorkingView one={one} actions={actions} hidden={hidden} />
    case 'MAPPING':
      return (
        <>
          {await mapping(one)}
          <WaitingView one={one} actions={actions} hidden={hidden} />
        </>
      )
    case 'REVIEW':
      return (
        <ReviewView
          one={one}
          review={await findReview(one.id, query)}
          query={query}
          actions={{
            acceptSafe: acceptSafeAction,
            decideMany: decideManyAction,
            commit: commitAction,
            cancel: cancelAction,
            decide: decideAction,
          }}
          hidden={hidden}
          more={one.kind === 'table' && (await ofTable(one, hidden))}
        />
      )
    case 'FAILED':
      return <FailedView one={one} actions={actions} hidden={hidden} />
    case 'CANCELLED':
      return <CancelledView one={one} />
    case 'DONE':
      return (
        <DoneView
          one={one}
          takingBack={query.isTakingBack ? await takingBack(here) : null}
          left={one.kind === 'table' && (await leftOfTable(one))}
        />
      )
    case 'UNDONE':
      return <UndoneView one={one} />
  }
}

/** What a table's columns mean, to be said. */
async function mapping(one: ImportView): Promise<ReactNode> {
  const held = await findTableWork(one.id)
  return held && <MappingView {...held} saved={await savedMappings()} action={tableAction} />
}

/** What is wrong with a table's rows, the way back to its columns, and answers for many rows. */
async function ofTable(one: ImportView, hidden: Readonly<Record<string, string>>): Promise<ReactNode> {
  const held = await findTableWork(one.id)
  return (
    <>
      {held && (
        <>
          <ProblemsView importId={one.id} problems={held.work.problems} skipped={held.work.skipped} />
          <BackToColumns action={backToColumnsAction} hidden={hidden} />
        </>
      )}
      <BulkForm action={decideManyAction} hidden={hidden} counts={one.counts} />
    </>
  )
}

/** What was wrong with a table's rows stays to be looked at: it is the import's, and no queue of the desk has it. */
async function leftOfTable(one: ImportView): Promise<ReactNode> {
  const held = await findTableWork(one.id)
  if (!held || held.work.problems.length === 0) return null
  return <ProblemsView importId={one.id} problems={held.work.problems} skipped={held.work.skipped} />
}

/** What forms send along: in which language, which import, seen at which version, and what of it is worked through. */
const hiddenFor = ({ one, query, locale }: Here) => ({
  locale,
  importId: String(one.id),
  version: String(one.version),
  filter: importQueryString({ verdict: query.verdict, isUndecided: query.isUndecided }, locale),
})

/** What taking the import back would do, with the form that does it. */
async function takingBack(here: Here): Promise<ReactNode> {
  const { one, locale } = here
  const t = await getTranslations('imports.undo')
  return (
    <TakingBack preview={await findUndoPreview(one.id)}>
      <TakeBackForm
        action={takeBackAction}
        hidden={hiddenFor(here)}
        back={pathOf(locale, importAddress(one.id))}
        texts={{
          reason: t('reason'),
          reasonHint: t('reasonHint', { least: REASON.least }),
          submit: t('submit'),
          keep: t('keep'),
        }}
      />
    </TakingBack>
  )
}
