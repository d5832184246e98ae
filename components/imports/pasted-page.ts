import { shortened } from '../../lib/format.ts'

/** A page that was pasted: its markup as a file, and what tells which it is. */
export type PastedPage = {
  /** Counts pages as they are pasted. */
  number: number
  html: string
  text: string
  /** What it is called, or how it begins. */
  title: string
  /** Characters that a reader sees. */
  length: number
}

const LONGEST_TITLE = 80

/**
 * The page that a clipboard holds beside its plain text, or null. Nothing of it is shown as markup, run or fetched: a
 * document that is only parsed is inert.
 */
export function pageIn(clipboard: DataTransfer, number: number): PastedPage | null {
  const html = clipboard.getData('text/html')
  if (html.trim() === '') return null
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  for (const unseen of parsed.querySelectorAll('script, style, template')) unseen.remove()
  const seen = folded(parsed.body.textContent ?? '')
  if (seen === '') return null
  const heading = parsed.querySelector('h1, h2, h3')?.textContent ?? ''
  const title = folded(parsed.title) || folded(heading) || seen
  return {
    number,
    html: withEncoding(html),
    text: clipboard.getData('text/plain'),
    title: shortened(title, LONGEST_TITLE),
    length: seen.length,
  }
}

const folded = (text: string) => text.replace(/\s+/g, ' ').trim()

/** A file says in which encoding it is, where what was copied does not. */
const withEncoding = (html: string): string =>
  /<meta[^>]{0,200}charset/i.test(html.slice(0, 4000)) ? html : `<meta charset="utf-8">${html}`

export const asFile = ({ html }: PastedPage, name: string): File =>
  new File([html], name, { type: 'text/html' })
