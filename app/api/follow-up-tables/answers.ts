import { getTranslations } from 'next-intl/server'
import { type Refusal, staffWho } from '../../../lib/auth/guard.ts'
import { isOwnOrigin } from '../../../lib/auth/origin.ts'
import { isLocale, type Locale, pathOf } from '../../../lib/paths.ts'
import { inXml } from '../../../lib/xml.ts'

export const localeOf = (value: string | null): Locale => (value !== null && isLocale(value) ? value : 'sv')

/** Why whoever asks is kept out; null for who may. `isSending`: what is sent has to come from our own pages. */
export async function keptOut(isSending: boolean): Promise<{ refusal: Refusal; status: number } | null> {
  if (isSending && !(await isOwnOrigin())) return { refusal: { kind: 'foreign' }, status: 403 }
  const allowed = await staffWho('followUps.write')
  if (allowed.ok) return null
  return { refusal: allowed.problem, status: allowed.problem.kind === 'signedOut' ? 401 : 403 }
}

export async function refusalText({ kind }: Refusal, locale: Locale): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'staff.refusal' })
  return t(kind)
}

const PRIVATE = { 'cache-control': 'private, no-store' }

export const inWords = (status: number, text: string): Response =>
  new Response(`${text}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...PRIVATE } })

/** A file to be kept, of a type that no browser runs. */
export const asFile = (body: BodyInit, name: string, type: string): Response =>
  new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
      ...PRIVATE,
    },
  })

type Asked = { locale: Locale; isScript: boolean }

/** Goes on to the page of the table. */
export const begun = ({ isScript }: Asked, path: string): Response =>
  isScript
    ? Response.json({ path }, { status: 201 })
    : new Response(null, { status: 303, headers: { location: path } })

/** Says what is wrong: to a script, whose page still has the file, or as a page of its own with the form again. */
export async function notTaken({ locale, isScript }: Asked, status: number, why: string): Promise<Response> {
  if (isScript) return Response.json({ why }, { status })
  const t = await getTranslations({ locale, namespace: 'followUpTable' })
  const [title, back] = [inXml(t('wrong')), inXml(pathOf(locale, { page: 'staff/follow-up-tables' }))]
  const page = `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title} – Fondspår</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p id="problem" role="alert" class="problem">${inXml(why)}</p>
<p>${inXml(t('goBack'))}</p>
<form method="post" action="/api/follow-up-tables?locale=${locale}" enctype="multipart/form-data">
<label for="file">${inXml(t('file'))}</label>
<input id="file" type="file" name="file" accept=".csv,.tsv,.txt,.xlsx" aria-invalid="true" aria-describedby="problem">
<p><button type="submit">${inXml(t('send'))}</button></p>
</form>
<p><a href="${back}">${inXml(t('title'))}</a></p>
</main>
</body>
</html>
`
  return new Response(page, { status, headers: { 'content-type': 'text/html; charset=utf-8', ...PRIVATE } })
}

const STYLE = `
:root { color-scheme: light dark; font: 1.0625rem/1.6 system-ui, sans-serif; }
main { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
label { display: block; margin-top: 1.25rem; font-weight: 600; }
.problem { padding: 0.5rem 1rem; border: 1px solid; border-inline-start-width: 4px; font-weight: 600; }
input { width: 100%; box-sizing: border-box; min-height: 2.75rem; font: inherit; }
button { min-height: 2.75rem; margin-top: 1rem; padding: 0.25rem 1rem; font: inherit; font-weight: 600; }
`
