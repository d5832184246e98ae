import type { Sentence } from '../documents/parse/reading.ts'

export type TableProblemCode =
  | 'empty'
  | 'too-large'
  | 'not-a-table'
  | 'binary'
  | 'encoding'
  | 'unclosed-quote'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'cell-too-long'
  | 'no-rows'
  | 'old-workbook'
  | 'locked-workbook'
  | 'broken-workbook'
  | 'workbook-too-large'
  | 'workbook-doctype'
  | 'no-such-sheet'
  | 'broken-json'
  | 'deep-json'
  | 'no-list-in-json'
  | 'several-lists-in-json'

/** Why a file is not read as a table. */
export type TableProblem = { problem: TableProblemCode; message: Sentence }

export const isTableProblem = (answer: object): answer is TableProblem => 'problem' in answer

/** Carries a problem out of a stream of rows, where no value can be returned. */
export class TableError extends Error {
  readonly refused: TableProblem
  constructor(refused: TableProblem) {
    super(refused.message.en)
    this.refused = refused
  }
}

type Facts = { limit?: number; row?: number; name?: string }

/** The problem with its sentence; facts name the limit, the row or the sheet it is about. */
export function refuse(problem: TableProblemCode, facts: Facts = {}): TableProblem {
  const { sv, en } = SENTENCES[problem]
  return { problem, message: { sv: sv(facts), en: en(facts) } }
}

const sentence = (sv: (facts: Facts) => string, en: (facts: Facts) => string) => ({ sv, en })
const swedish = (number = 0): string => number.toLocaleString('sv-SE')
const english = (number = 0): string => number.toLocaleString('en-GB')
const megabytes = (bytes = 0): string => String(Math.max(1, Math.round(bytes / 1_000_000)))

const SENTENCES: Record<TableProblemCode, ReturnType<typeof sentence>> = {
  empty: sentence(
    () => 'Filen är tom.',
    () => 'The file is empty.',
  ),
  'too-large': sentence(
    ({ limit }) => `Filen är större än ${megabytes(limit)} MB. Dela den i flera.`,
    ({ limit }) => `The file is larger than ${megabytes(limit)} MB. Divide it into several.`,
  ),
  'not-a-table': sentence(
    () => 'Filen är varken CSV, TSV, XLSX eller JSON.',
    () => 'The file is neither CSV, TSV, XLSX nor JSON.',
  ),
  binary: sentence(
    () => 'Filen innehåller inte text.',
    () => 'The file does not hold text.',
  ),
  encoding: sentence(
    () => 'Filens teckenkod går inte att känna igen. Välj den själv, eller spara filen som UTF-8.',
    () =>
      "The file's character encoding cannot be recognised. Choose it yourself, or save the file as UTF-8.",
  ),
  'unclosed-quote': sentence(
    ({ row }) => `Ett citattecken öppnas på rad ${row} och stängs aldrig.`,
    ({ row }) => `A quotation mark opens in row ${row} and never closes.`,
  ),
  'too-many-rows': sentence(
    ({ limit }) => `Tabellen har fler än ${swedish(limit)} rader. Dela den i flera.`,
    ({ limit }) => `The table has more than ${english(limit)} rows. Divide it into several.`,
  ),
  'too-many-columns': sentence(
    ({ limit, row }) => `Rad ${row} har fler än ${swedish(limit)} kolumner.`,
    ({ limit, row }) => `Row ${row} has more than ${english(limit)} columns.`,
  ),
  'cell-too-long': sentence(
    ({ limit, row }) => `En cell på rad ${row} har fler än ${swedish(limit)} tecken.`,
    ({ limit, row }) => `A cell in row ${row} has more than ${english(limit)} characters.`,
  ),
  'no-rows': sentence(
    () => 'Under rubrikerna står inga rader.',
    () => 'There are no rows under the headers.',
  ),
  'old-workbook': sentence(
    () => 'Filen är ett kalkylblad i det äldre formatet XLS. Spara den som XLSX eller CSV.',
    () => 'The file is a spreadsheet in the older format XLS. Save it as XLSX or CSV.',
  ),
  'locked-workbook': sentence(
    () => 'Kalkylbladet är skyddat med lösenord. Spara det utan lösenord.',
    () => 'The spreadsheet is protected by a password. Save it without one.',
  ),
  'broken-workbook': sentence(
    () =>
      'Kalkylbladet är skadat eller inte ett XLSX-dokument. Öppna det i ett kalkylprogram och spara om det.',
    () =>
      'The spreadsheet is damaged or no XLSX document. Open it in a spreadsheet program and save it anew.',
  ),
  'workbook-too-large': sentence(
    ({ limit }) => `Kalkylbladet är större än ${megabytes(limit)} MB när det packas upp.`,
    ({ limit }) => `The spreadsheet is larger than ${megabytes(limit)} MB when it is unpacked.`,
  ),
  'workbook-doctype': sentence(
    () =>
      'Kalkylbladet innehåller egna definitioner (DOCTYPE), som inget kalkylprogram skriver, och läses inte.',
    () =>
      'The spreadsheet holds definitions of its own (DOCTYPE), which no spreadsheet program writes, and is not read.',
  ),
  'no-such-sheet': sentence(
    ({ name }) => `Kalkylbladet har inget blad som heter ”${name}”.`,
    ({ name }) => `The spreadsheet has no sheet called “${name}”.`,
  ),
  'broken-json': sentence(
    () => 'Filen börjar som JSON men är inte giltig JSON.',
    () => 'The file begins like JSON but is not valid JSON.',
  ),
  'deep-json': sentence(
    ({ limit }) => `JSON-filen är nästlad i fler än ${limit} nivåer.`,
    ({ limit }) => `The JSON file is nested more than ${limit} levels deep.`,
  ),
  'no-list-in-json': sentence(
    () => 'JSON-filen innehåller ingen lista av objekt.',
    () => 'The JSON file holds no list of objects.',
  ),
  'several-lists-in-json': sentence(
    () => 'JSON-filen innehåller flera listor av objekt, och det framgår inte vilken som är tabellen.',
    () => 'The JSON file holds several lists of objects, and it does not show which of them is the table.',
  ),
}
