import type { NextRequest } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { TOO_MUCH } from '../../../lib/imports/desk/given.ts'
import { LIMITS } from '../../../lib/imports/desk/limits.ts'
import { importAddress } from '../../../lib/imports/desk/params.ts'
import { beginImport } from '../../../lib/imports/desk/receive.ts'
import { pathOf } from '../../../lib/paths.ts'
import { begun } from '../_forms/answers.ts'
import { askedBy } from '../_forms/asked.ts'
import { formIn } from '../_forms/body.ts'
import { asKeptOut, keptFromSending } from '../_forms/kept-out.ts'
import { refused } from './answers.ts'
import { receivedIn, typedIn } from './received.ts'

// Files are larger than what a Server Action takes.

export const dynamic = 'force-dynamic'

/** What a form has around its files: names, an address, the lines between. Bytes. */
const AROUND = 1024 * 1024

/**
 * Begins an import with the files and texts of a form. Who sends it is asked before anything of it is read; the command
 * asks again.
 */
export async function POST(request: NextRequest): Promise<Response> {
  const asked = askedBy(request)
  const { locale } = asked
  const kept = await keptFromSending('imports.run', locale)
  if (kept) return refused(asked, kept.status, { part: null, why: kept.why }, null)
  const t = await getTranslations({ locale, namespace: 'imports.form' })
  const form = await formIn(request, LIMITS.all + AROUND)
  if (form === 'tooMuch') return refused(asked, 413, { part: 'files', why: TOO_MUCH[locale] }, null)
  if (form === 'malformed') return refused(asked, 400, { part: null, why: t('malformed') }, null)
  const typed = typedIn(form)
  const received = await receivedIn(form, typed, t('textName'))
  if (typed.url.trim() !== '' && received.length > 1)
    return refused(asked, 422, { part: 'url', why: t('oneAddress') }, typed)
  const result = await beginImport(received)
  if (result.ok) return begun(asked, pathOf(locale, importAddress(result.value.id)))
  const { problem } = result
  if ('part' in problem) return refused(asked, 422, { part: problem.part, why: problem.why[locale] }, typed)
  const { status, why } = await asKeptOut(problem, locale)
  return refused(asked, status, { part: null, why }, typed)
}
