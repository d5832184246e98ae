import { ACCEPTED } from '../../../components/imports/accepted.ts'
import type { Locale } from '../../../lib/paths.ts'
import { inXml } from '../../../lib/xml.ts'
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

/**
 * The form for a new import with what is wrong with it, as a page of its own: for browsers without JavaScript, whose form
 * has been left behind. What was typed stands in it.
 */
export function formPage({ locale, action, back, wrong, typed, texts }: Props): string {
  const title = inXml(texts.title)
  return `<!doctype html>
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
<p id="problem" role="alert" class="problem">${inXml(wrong.why)}</p>
${typed ? formWith(typed, { action, wrong, texts }) : `<p>${inXml(texts.goBack)}</p>`}
<p><a href="${inXml(back)}">${inXml(texts.back)}</a></p>
</main>
</body>
</html>
`
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

const STYLE = `
:root { color-scheme: light dark; font: 1.0625rem/1.6 system-ui, sans-serif; }
main { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
label { display: block; margin-top: 1.25rem; font-weight: 600; }
p { margin: 0.25rem 0; }
.problem { padding: 0.5rem 1rem; border: 1px solid; border-inline-start-width: 4px; font-weight: 600; }
input, textarea { width: 100%; box-sizing: border-box; min-height: 2.75rem; font: inherit; }
button { min-height: 2.75rem; margin-top: 1rem; padding: 0.25rem 1rem; font: inherit; font-weight: 600; }
`
