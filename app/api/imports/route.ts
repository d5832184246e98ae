import type { NextRequest } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { type Refusal, staffWho } from '../../../lib/auth/guard.ts'
import { isOwnOrigin } from '../../../lib/auth/origin.ts'
import type { Sentence } from '../../../lib/documents/parse/reading.ts'
import { type GivenProblem, TOO_MUCH } from '../../../lib/imports/desk/given.ts'
import { importAddress } from '../../../lib/imports/desk/params.ts'
import { beginImport } from '../../../lib/imports/desk/receive.ts'
import { type Locale, pathOf } from '../../../lib/paths.ts'
import { begun, refused, type Wrong } from './answers.ts'
import { askedLocale } from './asked-locale.ts'
import { formIn } from './body.ts'
import { receivedIn, typedIn } from './received.ts'

// Files are larger than what a Server Action takes.

export const dynamic = 'force-dynamic'

/**
 * Begins an import with the files and texts of a form. Who sends it is asked before anything of it is read; the command
 * asks again.
 */
export async function POST(request: NextRequest): Promise<Response> {
  const locale = askedLocale(request)
  const isScript = request.headers.get('accept')?.includes('application/json') ?? false
  const asked = { locale, isScript }
  const kept = await keptOut()
  if (kept) return refused(asked, kept.status, await refusalText(kept, locale), null)
  const t = await getTranslations({ locale, namespace: 'imports.form' })
  const form = await formIn(request)
  if (form === 'tooMuch') return refused(asked, 413, { part: 'files', why: TOO_MUCH[locale] }, null)
  if (form === 'malformed') return refused(asked, 400, { part: null, why: t('malformed') }, null)
  const typed = typedIn(form)
  const received = await receivedIn(form, typed, t('textName'))
  if (typed.url.trim() !== '' && received.length > 1)
    return refused(asked, 422, { part: 'url', why: t('oneAddress') }, typed)
  const result = await beginImport(received)
  if (!result.ok) return refused(asked, 422, await wrongIn(result.problem, locale), typed)
  return begun(asked, pathOf(locale, importAddress(result.value.id)))
}

type KeptOut = Refusal & { status: number }

async function keptOut(): Promise<KeptOut | null> {
  if (!(await isOwnOrigin())) return { kind: 'foreign', status: 403 }
  const allowed = await staffWho('imports.run')
  if (allowed.ok) return null
  return { ...allowed.problem, status: allowed.problem.kind === 'signedOut' ? 401 : 403 }
}

async function refusalText({ kind }: Refusal, locale: Locale): Promise<Wrong> {
  const t = await getTranslations({ locale, namespace: 'staff.refusal' })
  return { part: null, why: t(kind) }
}

async function wrongIn(problem: GivenProblem | Refusal, locale: Locale): Promise<Wrong> {
  if ('kind' in problem) return refusalText(problem, locale)
  const why: Sentence = problem.why
  return { part: problem.part, why: why[locale] }
}
