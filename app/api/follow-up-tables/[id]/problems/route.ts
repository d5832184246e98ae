import type { NextRequest } from 'next/server'
import { createTranslator } from 'next-intl'
import { rowSentences } from '../../../../../components/follow-up-tables/sentences.ts'
import { harmless } from '../../../../../lib/follow-up/table/cells.ts'
import { comparedNow } from '../../../../../lib/follow-up/table/queries.ts'
import { csvOf } from '../../../../../lib/follow-up/table/write.ts'
import { MESSAGES } from '../../../../../lib/i18n/messages.ts'
import type { Locale } from '../../../../../lib/paths.ts'
import { asFile, inWords } from '../../../_forms/answers.ts'
import { askedLocale } from '../../../_forms/asked.ts'
import { keptOut } from '../../../_forms/kept-out.ts'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ id: string }> }

/** What is wrong with the rows of a table, and what is unusual in them, as a file for spreadsheets. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const locale = askedLocale(request)
  const kept = await keptOut('followUps.write', locale)
  if (kept) return inWords(kept.status, kept.why)
  const id = /^[1-9]\d{0,8}$/.exec((await params).id)?.[0]
  const compared = id ? await comparedNow(Number(id)) : null
  const t = createTranslator({ locale, messages: MESSAGES[locale] })
  if (!compared) return inWords(404, t('followUpTable.told.missing'))
  const head = (['row', 'number', 'column', 'cell', 'why'] as const).map((key) =>
    t(`followUpTable.csv.${key}`),
  )
  const rows = compared.rows.flatMap((row) =>
    rowSentences(row, { t, locale }).map(({ column, cell, why }) => [
      String(row.row.row),
      ...[row.row.number, column, cell, why].map((text) => harmless(text.replace(/\p{Cc}+/gu, ' '))),
    ]),
  )
  return asFile(csvOf([head, ...rows]), `${NAMES[locale]}-${id}.csv`, 'text/csv; charset=utf-8')
}

const NAMES: Record<Locale, string> = { sv: 'fel-i-raderna', en: 'errors-in-rows' }
