import type { NextRequest } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { beginTable } from '../../../lib/follow-up/table/commands.ts'
import { MOST_BYTES, TOO_LARGE } from '../../../lib/follow-up/table/open.ts'
import { tableAddress } from '../../../lib/follow-up/table/params.ts'
import { pathOf } from '../../../lib/paths.ts'
import { formIn } from '../imports/body.ts'
import { begun, keptOut, localeOf, notTaken, refusalText } from './answers.ts'

// Files are larger than what a Server Action takes.

export const dynamic = 'force-dynamic'

/** What a form has around its file. Bytes. */
const AROUND = 64 * 1024

/**
 * Takes a template that was filled in. Who sends it is asked before anything of it is read; the command asks again.
 */
export async function POST(request: NextRequest): Promise<Response> {
  const locale = localeOf(request.nextUrl.searchParams.get('locale'))
  const isScript = request.headers.get('accept')?.includes('application/json') ?? false
  const asked = { locale, isScript }
  const kept = await keptOut(true)
  if (kept) return notTaken(asked, kept.status, await refusalText(kept.refusal, locale))
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
  return problem.kind === 'unreadable'
    ? notTaken(asked, 422, problem.why[locale])
    : notTaken(asked, 403, await refusalText(problem, locale))
}
