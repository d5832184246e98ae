import { getTranslations } from 'next-intl/server'
import type { FormPart } from '../../../lib/imports/desk/given.ts'
import { importsAddress } from '../../../lib/imports/desk/params.ts'
import { pathOf } from '../../../lib/paths.ts'
import { asPage } from '../_forms/answers.ts'
import type { Asked } from '../_forms/asked.ts'
import { formPage } from './form-page.ts'
import type { Typed } from './received.ts'

/** Why a form was not taken, by the part of it that is wrong. */
export type Wrong = { part: FormPart | null; why: string }

/** Says what is wrong. `typed`: what was typed, to go on with; null where it was not read. */
export async function refused(
  { locale, isScript }: Asked,
  status: number,
  wrong: Wrong,
  typed: Typed | null,
): Promise<Response> {
  if (isScript) return Response.json({ problem: wrong }, { status })
  const t = await getTranslations({ locale, namespace: 'imports.form' })
  const page = formPage({
    locale,
    action: `/api/imports?locale=${locale}`,
    back: pathOf(locale, importsAddress()),
    wrong,
    typed,
    texts: {
      title: t('wrong'),
      files: t('files'),
      filesAgain: t('filesAgain'),
      pasted: t('pasted'),
      url: t('url'),
      urlHint: t('urlHint'),
      fetchedOn: t('fetchedOn'),
      fetchedOnHint: t('fetchedOnHint'),
      send: t('send'),
      goBack: t('goBack'),
      back: t('back'),
    },
  })
  return asPage(status, page)
}
