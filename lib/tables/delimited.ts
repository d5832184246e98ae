import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { decodedPieces } from './encoding.ts'
import type { TableLimits } from './limits.ts'
import { refuse, TableError } from './refusals.ts'
import { inBatches, inspected } from './rows.ts'
import { DELIMITERS, type Delimiter, type TableEncoding } from './schema.ts'
import type { Guess, Row } from './types.ts'

/** How a delimited text is written. */
export type TextForm = { encoding: TableEncoding; delimiter: Delimiter }

/**
 * The rows of a delimited text, a thousand at a time; the text is decoded and taken apart piece by piece, so that
 * memory does not grow with it. Throws a TableError where the text cannot be read or is larger than the limits.
 */
export async function* rowsOfText(
  bytes: Uint8Array,
  form: TextForm,
  limits: TableLimits,
): AsyncGenerator<Row[]> {
  yield* inBatches(inspected(recordsOf(bytes, form, limits), limits))
}

async function* recordsOf(bytes: Uint8Array, form: TextForm, limits: TableLimits): AsyncGenerator<Row> {
  const first = firstPiece(bytes, form.encoding)
  const skipped = SEPARATOR_LINE.exec(first)?.[0].length ?? 0
  let row = skipped > 0 ? 1 : 0
  const pieces = withoutStart(decodedPieces(bytes, form.encoding), skipped)
  const parser = parse({ ...DIALECT, delimiter: form.delimiter })
  // The parser carries an error of the text's on; what is left to do here is nothing.
  pipeline(Readable.from(sparse(pieces, form.delimiter, limits)), parser, () => {})
  try {
    for await (const cells of parser as AsyncIterable<string[]>) yield { sheet: null, row: ++row, cells }
  } catch (error) {
    throw error instanceof CsvError ? new TableError(refuse('unclosed-quote', { row: row + 1 })) : error
  }
}

/** What tools write: quotes doubled within quotes, and quotes in the midst of a bare cell, which are just quotes. */
const DIALECT = {
  quote: '"',
  escape: '"',
  relax_quotes: true,
  relax_column_count: true,
  record_delimiter: ['\r\n', '\n', '\r'],
}

/** Excel's note to itself in the first line. It is no part of the table, but counts as a row. */
const SEPARATOR_LINE = /^sep=(.)(?:\r\n|\n|\r|$)/i

function firstPiece(bytes: Uint8Array, encoding: TableEncoding): string {
  for (const piece of decodedPieces(bytes.subarray(0, SAMPLE_BYTES), encoding)) return piece
  return ''
}
const SAMPLE_BYTES = 1 << 16

function* withoutStart(pieces: Iterable<string>, length: number): Generator<string> {
  let left = length
  for (const piece of pieces) {
    if (piece.length > left) yield piece.slice(left)
    left = Math.max(0, left - piece.length)
  }
}

/**
 * Stops at a line with so many delimiters that no table has it, before each of them becomes a cell. Within quotes
 * delimiters are text: hence the wide margin, and the exact count afterwards.
 */
function* sparse(pieces: Iterable<string>, delimiter: Delimiter, limits: TableLimits): Generator<string> {
  const code = delimiter.charCodeAt(0)
  let [found, row] = [0, 1]
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; at++) {
      const unit = piece.charCodeAt(at)
      if (unit === code) found++
      else if (unit === 10 || unit === 13) {
        found = 0
        row++
      }
      if (found > limits.columns * MARGIN)
        throw new TableError(refuse('too-many-columns', { limit: limits.columns, row }))
    }
    yield piece
  }
}
const MARGIN = 100

/** The delimiter that divides the first lines most evenly, or that the text's own first line names. */
export function detectDelimiter(bytes: Uint8Array, encoding: TableEncoding): Guess<Delimiter> {
  const sample = firstPiece(bytes, encoding)
  const named = DELIMITERS.find((delimiter) => delimiter === SEPARATOR_LINE.exec(sample)?.[1])
  if (named) {
    const reason = { sv: 'Filens första rad säger det.', en: "The file's first line says so." }
    return { value: named, certain: true, reason }
  }
  const scored = DELIMITERS.map((delimiter) => ({
    delimiter,
    score: evenness(cellCounts(sample, delimiter)),
  })).sort((a, b) => b.score - a.score)
  const [best, second] = scored as [(typeof scored)[0], (typeof scored)[0]]
  return best.score > 0 ? guessed(best.delimiter, best.score > second.score * 1.3) : ONE_COLUMN
}

const ONE_COLUMN: Guess<Delimiter> = {
  value: ';',
  certain: false,
  reason: {
    sv: 'Inget skiljetecken hittades: tabellen har en kolumn.',
    en: 'No delimiter was found: one column.',
  },
}

const guessed = (value: Delimiter, certain: boolean): Guess<Delimiter> => ({
  value,
  certain,
  reason: {
    sv: 'Tecknet delar de första raderna i lika många celler.',
    en: 'The sign divides the first rows into equally many cells.',
  },
})

const MOST_LINES = 60

/** How many cells each of the first lines has; delimiters and line breaks in quotes are text. */
function cellCounts(sample: string, delimiter: Delimiter): number[] {
  const counts: number[] = []
  let [cells, isQuoted, isStart] = [1, false, true]
  for (let at = 0; at < sample.length && counts.length < MOST_LINES; at++) {
    const sign = sample.charAt(at)
    if (isQuoted) isQuoted = sign !== '"'
    else if (sign === '"' && (isStart || sample.charAt(at - 1) === '"')) isQuoted = true
    else if (sign === '\n' || sign === '\r') {
      if (!isStart || cells > 1) counts.push(cells)
      cells = 1
    } else if (sign === delimiter) cells++
    isStart = !isQuoted && (sign === delimiter || sign === '\n' || sign === '\r')
  }
  if (sample.length < SAMPLE_BYTES / 4 && !isStart) counts.push(cells)
  return counts
}

/** Higher for more lines with the same number of cells, and for more cells. */
function evenness(counts: number[]): number {
  const frequency = new Map<number, number>()
  for (const count of counts) frequency.set(count, (frequency.get(count) ?? 0) + 1)
  frequency.delete(1)
  const scores = [...frequency].map(([cells, lines]) => (lines / counts.length) ** 2 * Math.log2(cells + 1))
  return Math.max(0, ...scores)
}
