import { ACCEPTED } from '../../../components/imports/accepted.ts'
import type { Locale } from '../../../lib/paths.ts'
import { inXml } from '../../../lib/xml.ts'
import { plainPage } from '../_forms/plain-page.ts'
import type { Wrong } from './answers.ts'
import type { Typed } from './received.ts'

type Text =
  | 'title'
  | 'files'
  | 'filesAgain'
  | 'pasted'
  | 'url'
  | 'urlHint'
  | 'fetchedOn'
  | 'fetchedOnHint'
  | 'send'
  | 'goBack'
  | 'back'
type Props = {
  locale: Locale
  action: string
  back: string
  wrong: Wrong
  typed: Typed | null
  texts: Record<Text, string>
}

/** The form for a new import with what is wrong with it, as a page of its own. What was typed stands in it. */
export function formPage({ locale, action, back, wrong, typed, texts }: Props): string {
  return plainPage({
    locale,
    title: texts.title,
    why: wrong.why,
    form: typed ? formWith(typed, { action, wrong, texts }) : `<p>${inXml(texts.goBack)}</p>`,
    back: { path: back, text: texts.back },
  })
}

function formWith(
  { url, fetchedOn, pasted }: Typed,
  { action, wrong, texts }: Pick<Props, 'action' | 'wrong' | 'texts'>,
): string {
  const text = (key: Text) => inXml(texts[key])
  /** A control that is wrong says so. */
  const tied = (part: Wrong['part'], hint: string) =>
    wrong.part === part
      ? `aria-invalid="true" aria-describedby="problem ${hint}"`
      : `aria-describedby="${hint}"`
  return `<form method="post" action="${inXml(action)}" enctype="multipart/form-data">
<label for="files">${text('files')}</label>
<p id="files-hint">${text('filesAgain')}</p>
<input id="files" type="file" name="files" multiple accept="${inXml(ACCEPTED)}" ${tied('files', 'files-hint')}>
<label for="pasted">${text('pasted')}</label>
<textarea id="pasted" name="pasted" rows="10">
${inXml(pasted)}</textarea>
<label for="url">${text('url')}</label>
<p id="url-hint">${text('urlHint')}</p>
<input id="url" type="text" inputmode="url" name="url" value="${inXml(url)}" ${tied('url', 'url-hint')}>
<label for="fetchedOn">${text('fetchedOn')}</label>
<p id="fetchedOn-hint">${text('fetchedOnHint')}</p>
<input id="fetchedOn" type="text" name="fetchedOn" value="${inXml(fetchedOn)}" ${tied('fetchedOn', 'fetchedOn-hint')}>
<p><button type="submit">${text('send')}</button></p>
</form>`
}
