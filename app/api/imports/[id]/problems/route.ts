import type { NextRequest } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { type Refusal, staffWho } from '../../../../../lib/auth/guard.ts'
import { findTableWork } from '../../../../../lib/imports/table/queries.ts'
import type { Locale } from '../../../../../lib/paths.ts'
import { problemsAsCsv } from '../../../../../lib/tables/problems.ts'
import { askedLocale } from '../../asked-locale.ts'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ id: string }> }

/** What is wrong with the rows of a table, as a file for spreadsheets. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const locale = askedLocale(request)
  const allowed = await staffWho('imports.run')
  if (!allowed.ok) return refused(allowed.problem, locale)
  const id = /^[1-9]\d{0,8}$/.exec((await params).id)?.[0]
  const held = id ? await findTableWork(Number(id)) : null
  if (!held) return inWords(404, (await getTranslations({ locale, namespace: 'imports.problem' }))('missing'))
  return new Response(problemsAsCsv(held.work.problems, locale), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${NAMES[locale]}-${id}.csv"`,
      'cache-control': 'private, no-store',
    },
  })
}

const NAMES: Record<Locale, string> = { sv: 'fel-i-raderna', en: 'problems-in-rows' }

async function refused({ kind }: Refusal, locale: Locale): Promise<Response> {
  const t = await getTranslations({ locale, namespace: 'staff.refusal' })
  return inWords(kind === 'signedOut' ? 401 : 403, t(kind))
}

const inWords = (status: number, text: string): Response =>
  new Response(`${text}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' },
  })
