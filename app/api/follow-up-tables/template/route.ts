import type { NextRequest } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { readChoice } from '../../../../lib/follow-up/table/choice.ts'
import { idsChosen, idsOfNumbers, templateOf } from '../../../../lib/follow-up/table/choose.ts'
import { MOST_ROWS } from '../../../../lib/follow-up/table/rows.ts'
import { templateCsv } from '../../../../lib/follow-up/table/write.ts'
import { templateXlsx } from '../../../../lib/follow-up/table/xlsx.ts'
import { formatNumber } from '../../../../lib/format.ts'
import type { Locale } from '../../../../lib/paths.ts'
import { textIn } from '../../../../lib/sent-form.ts'
import { asFile, inWords } from '../../_forms/answers.ts'
import { askedLocale } from '../../_forms/asked.ts'
import { formIn } from '../../_forms/body.ts'
import { keptFromSending, keptOut } from '../../_forms/kept-out.ts'

export const dynamic = 'force-dynamic'

/** The template of the projects that a search finds: `?locale=&format=csv|xlsx` and what the list of projects has. */
export async function GET(request: NextRequest): Promise<Response> {
  const locale = askedLocale(request)
  const { searchParams } = request.nextUrl
  const kept = await keptOut('followUps.write', locale)
  if (kept) return inWords(kept.status, kept.why)
  const params = Object.fromEntries([...searchParams.keys()].map((key) => [key, searchParams.getAll(key)]))
  return answer(await idsChosen(readChoice(params, locale)), searchParams.get('format'), locale)
}

/** Two thousand numbers, and room to spare. Bytes. */
const MOST_BYTES = 256 * 1024

/** The template of projects by their numbers: too many for an address, so they are sent. It changes nothing. */
export async function POST(request: NextRequest): Promise<Response> {
  const locale = askedLocale(request)
  const kept = await keptFromSending('followUps.write', locale)
  if (kept) return inWords(kept.status, kept.why)
  const form = await formIn(request, MOST_BYTES)
  const t = await getTranslations({ locale, namespace: 'followUpTable' })
  if (form === 'malformed') return inWords(400, t('malformed'))
  const chosen = form === 'tooMuch' ? null : await idsOfNumbers(textIn(form, 'numbers'))
  const format = form === 'tooMuch' ? null : textIn(form, 'format')
  return answer(chosen === null || chosen.tooMany ? null : chosen.ids, format, locale)
}

const NAMES: Record<Locale, string> = { sv: 'uppfoljning', en: 'follow-up' }
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function answer(ids: number[] | null, format: string | null, locale: Locale): Promise<Response> {
  const t = await getTranslations({ locale, namespace: 'followUpTable' })
  if (ids === null) return inWords(422, t('tooMany', { most: formatNumber(locale, MOST_ROWS) }))
  if (ids.length === 0) return inWords(422, t('noProjects'))
  const { projects, columns } = await templateOf(ids)
  return format === 'csv'
    ? asFile(templateCsv(projects, columns, locale), `${NAMES[locale]}.csv`, 'text/csv; charset=utf-8')
    : asFile(await templateXlsx(projects, columns, locale), `${NAMES[locale]}.xlsx`, XLSX)
}
