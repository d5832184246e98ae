import { readDecisionList } from './decision-list/read.ts'
import { findProjectBlocks, readProjectPage } from './project-page/read.ts'
import { recogniseRefusal } from './refusal.ts'
import { readSource } from './source.ts'
import type { ParsedDocument } from './types.ts'

/** Raised when a change to the parser changes what it reads; stored with every statement. */
export const PARSER_VERSION = 1

/** What is known of a document besides its text. */
export type Origin = { url?: string }

/**
 * Reads a source document: says what it is and what stands in it, each value with the words it was read from.
 * Pure: the same text gives the same answer, and nothing is read or written besides. Never throws on any text.
 *
 * `text` is the extracted text as it is kept; all places are UTF-16 offsets into it.
 */
export function parse(text: string, origin: Origin = {}): ParsedDocument {
  const source = readSource(text)
  const blocks = findProjectBlocks(source)
  if (blocks) return readProjectPage(source, blocks)
  return readDecisionList(source, origin) ?? recogniseRefusal(source)
}
