import type { NextRequest } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { beginTable } from '../../../lib/follow-up/table/commands.ts'
import { MOST_BYTES, TOO_LARGE } from '../../../lib/follow-up/table/open.ts'
import { tableAddress } from '../../../lib/follow-up/table/params.ts'
import { pathOf } from '../../../lib/paths.ts'
import { begun } from '../_forms/answers.ts'
import { askedBy } from '../_forms/asked.ts'
import { formIn } from '../_forms/body.ts'
import { asKeptOut, keptFromSending } from '../_forms/kept-out.ts'
import { notTaken } from './answers.ts'

// Files are larger than what a Server Action takes.

export const dynamic = 'force-dynamic'

/** What a form has around its file. Bytes. */
const AROUND = 64 * 1024

/**
 * Takes a template that was filled in. Who sends it is asked before anything of it is read; the command asks again.
 */
export async function POST(request: NextRequest): Promise<Response> {
  const asked = askedBy(request)
  const { locale } = asked
  const kept = await keptFromSending('followUps.write', locale)
  if (kept) return notTaken(asked, kept.status, kept.why)
  const t = await getTranslations({ locale, namespace: 'followUpTable' })
  const form = await formIn(request, MOST_BYTES + AROUND)
  if (form === 'tooMuch') return notTaken(asked, 413, TOO_LARGE[locale])
  if (form === 'malformed') return notTaken(asked, 400, t('malformed'))
  const file = form.get('file')
  if (!(file instanceof File) || (file.name === '' && file.size === 0))
    return notTaken(asked, 422, t('noFile'))
  const result = await beginTable({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  if (result.ok) return begun(asked, pathOf(locale, tableAddress(result.value.id)))
  const { problem } = result
  if (problem.kind === 'unreadable') return notTaken(asked, 422, problem.why[locale])
  const { status, why } = await asKeptOut(problem, locale)
  return notTaken(asked, status, why)
}
