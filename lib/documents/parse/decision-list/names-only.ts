import { bulletLength } from '../description.ts'
import { read } from '../reading.ts'
import type { Source, Span } from '../source.ts'
import { subSpan } from '../source.ts'
import { readText } from '../values/codes.ts'
import { readApplicant } from './applicant.ts'
import { type Draft, emptyItem } from './draft.ts'
import { splitTitle, titleOf } from './split-title.ts'

/** A line that promises a list of projects that were chosen. */
const LEAD_IN =
  /(?:prioriter|bevilja|godkän|får (?:stöd|medel|pengar))[^.]{0,80}(?:projekt|förstudi)|(?:projekt|förstudi)[^.]{0,80}(?:prioriter|bevilja|godkän|får (?:stöd|medel|pengar))/i

/**
 * Reads lists that name projects and applicants without any amounts: bullets right under a line that promises chosen
 * projects. Only where the whole document has no other entries, since bullets are common.
 */
export function findNamesOnly(source: Source): Draft[] {
  const drafts: Draft[] = []
  let promised = false
  for (const [index, line] of source.lines.entries()) {
    if (bulletLength(line.text) > 0) {
      const draft = promised ? readNameAlone(source, index) : undefined
      if (draft) drafts.push(draft)
    } else promised = line.text.endsWith(':') && LEAD_IN.test(line.text)
  }
  return drafts
}

/** Reads a bullet with a name and an applicant, and no amount. */
export function readNameAlone(source: Source, index: number): Draft | undefined {
  const line = source.lines[index]
  if (!line || bulletLength(line.text) === 0) return undefined
  const title = titleOf(source, line)
  const parts = splitNames(title)
  if (!parts || title.text.length > 250) return undefined
  const item = emptyItem()
  item.name = read(parts.name, readText)
  item.applicant = read(parts.applicant, readApplicant)
  return { layout: 'one-line', first: index, last: index, item, prose: [], describedBelow: false }
}

/** "X: Y", "X/Y", "X (Y)" and "X, Y". Without an applicant a bullet may be anything. */
function splitNames(title: Span): { name: Span; applicant: Span } | undefined {
  const { name, applicant } = splitTitle(title)
  if (applicant) return { name, applicant }
  const at = Math.max(title.text.lastIndexOf(': '), title.text.lastIndexOf('/'))
  if (at <= 0 || /[.!?]$/.test(title.text)) return undefined
  return { name: subSpan(title, 0, at), applicant: subSpan(title, at + 1, title.text.length) }
}
