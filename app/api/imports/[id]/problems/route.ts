import type { NextRequest } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { findTableWork } from '../../../../../lib/imports/table/queries.ts'
import type { Locale } from '../../../../../lib/paths.ts'
import { problemsAsCsv } from '../../../../../lib/tables/problems.ts'
import { asFile, inWords } from '../../../_forms/answers.ts'
import { askedLocale } from '../../../_forms/asked.ts'
import { keptOut } from '../../../_forms/kept-out.ts'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ id: string }> }

/** What is wrong with the rows of a table, as a file for spreadsheets. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const locale = askedLocale(request)
  const kept = await keptOut('imports.run', locale)
  if (kept) return inWords(kept.status, kept.why)
  const id = /^[1-9]\d{0,8}$/.exec((await params).id)?.[0]
  const held = id ? await findTableWork(Number(id)) : null
  if (!held) return inWords(404, (await getTranslations({ locale, namespace: 'imports.problem' }))('missing'))
  const csv = problemsAsCsv(held.work.problems, locale)
  return asFile(csv, `${NAMES[locale]}-${id}.csv`, 'text/csv; charset=utf-8')
}

const NAMES: Record<Locale, string> = { sv: 'fel-i-raderna', en: 'problems-in-rows' }
