import type { Locale } from '../../../lib/paths.ts'
import { inXml } from '../../../lib/xml.ts'

/** `why`: what is wrong, which controls can be described by (`#problem`). `form`: HTML. All else is text. */
type Props = {
  locale: Locale
  title: string
  why: string
  form: string
  back: { path: string; text: string }
}

/**
 * What is wrong with a form, with the form again, as a page of its own: for browsers without JavaScript, whose form has
 * been left behind.
 */
export function plainPage({ locale, title, why, form, back }: Props): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${inXml(title)} – Fondspår</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${inXml(title)}</h1>
<p id="problem" role="alert" class="problem">${inXml(why)}</p>
${form}
<p><a href="${inXml(back.path)}">${inXml(back.text)}</a></p>
</main>
</body>
</html>
`
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
