import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { mergeAddress } from '../../../../../../components/merges/addresses.ts'
import { CompareView } from '../../../../../../components/merges/CompareView.tsx'
import { OverviewView } from '../../../../../../components/merges/OverviewView.tsx'
import { SplitView } from '../../../../../../components/merges/SplitView.tsx'
import { Missing } from '../../../../../../components/site/Missing.tsx'
import { StaffFrame } from '../../../../../../components/staff/StaffFrame.tsx'
import { requirePage } from '../../../../../../lib/auth/page.ts'
import type { SearchParams } from '../../../../../../lib/list-query.ts'
import { findComparison, findMergeOverview } from '../../../../../../lib/organisations/merge-queries.ts'
import { listOrganisations } from '../../../../../../lib/organisations/queries.ts'
import { findSplitPreview } from '../../../../../../lib/organisations/split-preview.ts'
import type { Locale } from '../../../../../../lib/paths.ts'
import { pageLocale } from '../../../../page-locale.ts'
import { distinctForm, mergeForm, splitForm } from './forms.tsx'
import { noticeOf } from './notice.tsx'

type Props = { params: Promise<{ locale: string; slug: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await pageLocale(params)
  const t = await getTranslations('merges')
  return { title: t('kicker') }
}

export default async function MergePage({ params, searchParams }: Props) {
  const locale = await pageLocale(params)
  await requirePage('organisations.merge')
  const { slug } = await params
  const asked = readAsked(await searchParams)
  if (asked.split !== null) return splitPage(slug, asked.split, locale)
  if (asked.with !== null) return comparePage(slug, asked.with, locale)
  return overviewPage(slug, asked)
}

type Asked = ReturnType<typeof readAsked>

/** What the address asks for; junk is left out. */
function readAsked(params: SearchParams) {
  const text = (key: string) => {
    const value = params[key]
    return (Array.isArray(value) ? value[0] : value)?.toWellFormed().slice(0, 200).trim() || null
  }
  const id = (key: string) => {
    const digits = /^[1-9]\d{0,8}$/.exec(text(key) ?? '')?.[0]
    return digits ? Number(digits) : null
  }
  return {
    q: text('q'),
    with: text('with'),
    distinct: text('distinct'),
    split: id('split'),
    merged: id('merged'),
    divided: id('divided'),
  }
}

async function overviewPage(slug: string, asked: Asked): Promise<ReactNode> {
  const overview = await findMergeOverview(slug)
  if (!overview) return <Missing />
  const q = asked.q ?? ''
  const found = q ? await listOrganisations({ q, page: 1 }) : { total: 0, rows: [] }
  return (
    <StaffFrame here={mergeAddress(slug, q ? { q } : {})}>
      <OverviewView
        overview={overview}
        search={{ q, total: found.total, rows: found.rows }}
        notice={await noticeOf(overview, asked)}
      />
    </StaffFrame>
  )
}

async function comparePage(slug: string, other: string, locale: Locale): Promise<ReactNode> {
  const comparison = await findComparison(slug, other)
  if (!comparison) return <Missing />
  return (
    <StaffFrame here={mergeAddress(slug, { with: other })}>
      <CompareView
        comparison={comparison}
        merge={await mergeForm(comparison, locale)}
        distinct={await distinctForm(comparison, locale)}
      />
    </StaffFrame>
  )
}

async function splitPage(slug: string, id: number, locale: Locale): Promise<ReactNode> {
  const preview = await findSplitPreview(id)
  if (!preview) return <Missing />
  return (
    <StaffFrame here={mergeAddress(slug, { split: id })}>
      <SplitView preview={preview} form={await splitForm(id, locale)} />
    </StaffFrame>
  )
}
