import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { mergeAddress } from '../../../../../../components/merges/addresses.ts'
import { FormAlert } from '../../../../../../components/staff/FormAlert.tsx'
import { findComparison } from '../../../../../../lib/organisations/merge-queries.ts'
import type { MergeOverview } from '../../../../../../lib/organisations/merge-view.ts'
import { findSplitPreview } from '../../../../../../lib/organisations/split-preview.ts'
import { pathOf } from '../../../../../../lib/paths.ts'

type Asked = { merged: number | null; divided: number | null; distinct: string | null }

/** What was just done, as it stands in the registry: an address alone makes nothing so. */
export async function noticeOf(overview: MergeOverview, asked: Asked): Promise<ReactNode> {
  const content = await said(overview, asked)
  return (
    content && (
      <div className="mb-8">
        <FormAlert tone="done" of={JSON.stringify(asked)}>
          {content}
        </FormAlert>
      </div>
    )
  )
}

async function said(overview: MergeOverview, asked: Asked): Promise<ReactNode> {
  const t = await getTranslations('merges')
  const merge = overview.parts.find(({ id }) => id === asked.merged)
  if (merge) return <Merged slug={overview.slug} id={merge.id} part={merge.part.name} whole={overview.name} />
  const undone = asked.divided === null ? null : await findSplitPreview(asked.divided)
  if (undone?.isUndone) {
    const { part, whole } = undone.merge
    return <p>{t('splitDone', { part: part.name, whole: whole.name })}</p>
  }
  const two = asked.distinct === null ? null : await findComparison(overview.slug, asked.distinct)
  return two?.distinct && <p>{t('distinctDone', { a: two.sides[0].name, b: two.sides[1].name })}</p>
}

async function Merged({ slug, id, part, whole }: { slug: string; id: number; part: string; whole: string }) {
  const t = await getTranslations('merges')
  const locale = await getLocale()
  return (
    <>
      <p>{t('mergeDone', { part, whole })}</p>
      <p className="mt-1 flex flex-wrap gap-x-5">
        <a href={pathOf(locale, { page: 'organisations', slug })}>{t('seePage')}</a>
        <a href={pathOf(locale, mergeAddress(slug, { split: id }))}>{t('undo')}</a>
      </p>
    </>
  )
}
