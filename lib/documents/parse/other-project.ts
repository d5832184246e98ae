import { type Block, piecesOf, placeOfWords } from './description.ts'
import * as prose from './prose.ts'
import type { Source } from './source.ts'
import { type Warning, warn } from './warnings.ts'

/** The warning that a description is about another project than the one it stands by, if it is. */
export function otherProjectIn(source: Source, blocks: Block[], name: string): Warning[] {
  const pieces = piecesOf(blocks)
  for (const piece of pieces) {
    const other = piece.raw.startsWith('Projekt') ? prose.findOtherProject(piece.raw, name) : undefined
    if (!other) continue
    // A text that mentions its own project as well may speak of others.
    if (pieces.some(({ raw }) => raw.toLowerCase().includes(name.toLowerCase()))) return []
    const place = placeOfWords(source, { ...piece, ...other })
    return [warn('text-names-other-project', place, { field: 'name', says: other.value, value: name })]
  }
  return []
}
