import { isBoilerplate } from '../boilerplate.ts'
import { bulletLength } from '../description.ts'
import type { Source } from '../source.ts'
import type { Draft } from './draft.ts'
import { adoptLateField, type FieldLines, findFieldLines, readLabelled } from './labelled.ts'
import { findNamesOnly, readNameAlone } from './names-only.ts'
import { readOneLine } from './one-line.ts'
import { readSentence } from './sentence.ts'
import { readFlattenedTable, readTabTable } from './table.ts'
import { readUnderTitle } from './under-title.ts'

/** Finds the entries of a decision list, in order, whatever forms they have; a page may mix several. */
export function findDrafts(source: Source): Draft[] {
  const fields = findFieldLines(source)
  const drafts: Draft[] = []
  for (let index = 0; index < source.lines.length; ) {
    const table = readTabTable(source, index) ?? readFlattenedTable(source, index)
    const draft = table
      ? undefined
      : (readAt(source, fields, index) ?? readFollower(source, index, drafts.at(-1)))
    // One by one: a call with a hundred thousand arguments fails.
    for (const found of table?.drafts ?? (draft ? [draft, ...(draft.more ?? [])] : [])) drafts.push(found)
    if (table) index = table.next
    else if (draft) index = draft.last + 1
    else index = adoptLateField(source, fields, index, drafts.at(-1)) ?? index + 1
  }
  return drafts.length > 0 ? drafts : findNamesOnly(source)
}

/** A bullet right after an entry on a bullet is one as well, even without an amount. */
function readFollower(source: Source, index: number, before: Draft | undefined): Draft | undefined {
  const follows =
    before?.layout === 'one-line' &&
    before.last === index - 1 &&
    bulletLength(source.lines[before.first]?.text ?? '') > 0
  return follows ? readNameAlone(source, index) : undefined
}

function readAt(source: Source, fields: FieldLines, index: number): Draft | undefined {
  const text = source.lines[index]?.text ?? ''
  if (isBoilerplate(text)) return undefined
  const labelled = readLabelled(source, fields, index)
  if (labelled || !mayHoldMoney(text, source.lines[index + 1]?.text, source.lines[index + 2]?.text))
    return labelled
  return readSentence(source, index) ?? readOneLine(source, index) ?? readUnderTitle(source, index)
}

/** A cheap look before the patterns of money: most lines are prose without any. */
const mayHoldMoney = (text: string, next = '', afterNext = ''): boolean =>
  MONEY_WORD.test(text) ||
  (text.length <= 250 && (MONEY_WORD.test(next.slice(0, 400)) || MONEY_WORD.test(afterNext.slice(0, 60))))
const MONEY_WORD = /\d ?(?:kr|sek|m|t)|\d:-/i
