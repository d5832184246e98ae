import { bulletLength } from '../documents/parse/description.ts'
import type { StoredBlock } from '../projects/shown.ts'

// A description as people type it: a line is a paragraph, a line with a bullet a point of a list, a line after `#` a
// heading. A blank line parts two lists. A backslash before a paragraph keeps its first character from being a sign.

const HEADING = /^#{1,3}\s+(?=\S)/

/** The lines of a description as its blocks. Pure. */
export function readBlocks(text: string): StoredBlock[] {
  const blocks: StoredBlock[] = []
  let isAfterBlank = true
  for (const line of text.split(/\r\n|\r|\n/).map(folded)) {
    if (line === '') isAfterBlank = true
    else {
      addLine(blocks, line, isAfterBlank)
      isAfterBlank = false
    }
  }
  return blocks
}

const folded = (line: string) => line.replace(/\s+/g, ' ').trim()

function addLine(blocks: StoredBlock[], line: string, isAfterBlank: boolean) {
  const before = blocks.at(-1)
  const bullet = bulletLength(line)
  if (bullet > 0 && before?.kind === 'list' && !isAfterBlank) before.items.push(line.slice(bullet))
  else if (bullet > 0) blocks.push({ kind: 'list', items: [line.slice(bullet)] })
  else if (HEADING.test(line)) blocks.push({ kind: 'heading', text: line.replace(HEADING, '') })
  else blocks.push({ kind: 'paragraph', text: line.replace(/^\\/, '') })
}

/** Blocks as lines that `readBlocks` reads back. Pure. */
export const blocksText = (blocks: readonly StoredBlock[]): string => blocks.map(blockText).join('\n\n')

function blockText(block: StoredBlock): string {
  if (block.kind === 'list') return block.items.map((item) => `- ${item}`).join('\n')
  if (block.kind === 'heading') return `# ${block.text}`
  const isSign = bulletLength(block.text) > 0 || HEADING.test(block.text) || block.text.startsWith('\\')
  return isSign ? `\\${block.text}` : block.text
}
