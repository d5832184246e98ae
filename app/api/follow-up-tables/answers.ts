import { getTranslations } from 'next-intl/server'
import { pathOf } from '../../../lib/paths.ts'
import { inXml } from '../../../lib/xml.ts'
import { asPage } from '../_forms/answers.ts'
import type { Asked } from '../_forms/asked.ts'
import { plainPage } from '../_forms/plain-page.ts'

/** Says what is wrong: to a script, whose page still has the file, or as a page of its own with the form again. */
export async function notTaken({ locale, isScript }: Asked, status: number, why: string): Promise<Response> {
  if (isScript) return Response.json({ why }, { status })
  const t = await getTranslations({ locale, namespace: 'followUpTable' })
  const form = `<p>${inXml(t('goBack'))}</p>
<form method="post" action="/api/follow-up-tables?locale=${locale}" enctype="multipart/form-data">
<label for="file">${inXml(t('file'))}</label>
<input id="file" type="file" name="file" accept=".csv,.tsv,.txt,.xlsx" aria-invalid="true" aria-describedby="problem">
<p><button type="submit">${inXml(t('send'))}</button></p>
</form>`
  const back = { path: pathOf(locale, { page: 'staff/follow-up-tables' }), text: t('title') }
  return asPage(status, plainPage({ locale, title: t('wrong'), why, form, back }))
}
