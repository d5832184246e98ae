import { readHtml } from '../documents/extract/html.ts'
import { bulletLength } from '../documents/parse/description.ts'
import type { StoredBlock } from '../projects/shown.ts'

const MARKUP = /<\/?[a-z][a-z0-9]{0,12}(?:\s[^<>]{0,400})?\/?>|<!--|&(?:#\d{1,6}|#x[\da-f]{1,5}|[a-z]{2,8});/i

/** A summary as paragraphs and lists. Markup becomes what a reader would see of it; scripts and styles are gone. */
export function blocksOf(text: string): StoredBlock[] {
  const blocks: StoredBlock[] = []
  for (const line of linesOf(text)) {
    const length = bulletLength(line)
    const before = blocks.at(-1)
    if (length === 0) blocks.push({ kind: 'paragraph', text: line })
    else if (before?.kind === 'list') before.items.push(line.slice(length))
    else blocks.push({ kind: 'list', items: [line.slice(length)] })
  }
  return blocks
}

const linesOf = (text: string): string[] =>
  ((MARKUP.test(text) ? readHtml(text) : null) ?? text)
    .normalize('NFC')
    .split(/[\n\r\u2028\u2029]+/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
