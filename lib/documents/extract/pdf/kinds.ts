import { type Column, columnOf, type Stretch } from './columns.ts'
import type { Line } from './geometry.ts'

const LABEL_ALONE = /^\p{Lu}[^:]{0,60}:$/u
const BEGINS_WITH_LABEL = /^\p{Lu}[^:]{0,50}:(?: |$)/u
const AMOUNT = /^\d[\d \u00A0.,]{2,30}(?: ?(?:kr|kronor|sek))?$/i

/** What columns are: a table, labels with values (once or twice on a line), or sides to be read one after the other. */
export function kindOf({ lines, columns }: Stretch): 'table' | 'pairs' | 'twicePairs' | 'sides' {
  const texts = columns.map((_, index) => textsIn(lines, columns, index))
  const areLabels = (index: number) => share(texts[index], (text) => LABEL_ALONE.test(text)) >= 0.5
  if (columns.length === 4 && areLabels(0) && areLabels(2)) return 'twicePairs'
  if (texts.every((column) => share(column, (text) => BEGINS_WITH_LABEL.test(text)) >= 0.3)) return 'sides'
  if (areProse(texts, lines.length)) return 'sides'
  if (columns.length > 2) return 'table'
  if (areLabels(0)) return 'pairs'
  return hasHeader(lines) || areAmounts(texts[1] ?? []) ? 'table' : 'pairs'
}

/** Amounts and nothing else, a heading without digits above them forgiven. */
function areAmounts([first = '', ...rest]: string[]): boolean {
  const isHeading = rest.length > 1 && /^\D+$/.test(first)
  return (isHeading || AMOUNT.test(first)) && rest.every((text) => AMOUNT.test(text))
}

const textsIn = (lines: Line[], columns: Column[], index: number): string[] =>
  lines.flatMap(({ segments }) =>
    segments.filter((segment) => columnOf(columns, segment) === index).map(({ text }) => text),
  )

const share = (texts: string[] | undefined, holds: (text: string) => boolean): number =>
  texts && texts.length > 0 ? texts.filter(holds).length / texts.length : 0

/** Columns of running text: nearly every line has words in each, and many of them. */
const areProse = (texts: string[][], lines: number): boolean =>
  lines >= 6 &&
  texts.every(
    (column) =>
      column.length >= lines * 0.6 &&
      column.reduce((sum, text) => sum + text.length, 0) >= column.length * 25 &&
      share(column, (text) => AMOUNT.test(text)) === 0,
  )

/** The first line is in another font than all that stands under it. */
function hasHeader([first, ...rest]: Line[]): boolean {
  const fonts = new Set(rest.flatMap(({ segments }) => segments.map(({ font }) => font)))
  return rest.length > 0 && first !== undefined && first.segments.every(({ font }) => !fonts.has(font))
}
