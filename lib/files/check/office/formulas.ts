import { isUsualLink } from '../links.ts'

/** Functions that fetch, call other programs, or ask them. */
const CALLS =
  /(?:^|[^\w.])(?:_xl\w{1,6}\.)*(?:WEBSERVICE|IMAGE|STOCKHISTORY|RTD|DDE|CALL|REGISTER(?:\.ID)?|SQL\.REQUEST|EXEC|PY|IMPORTXML|IMPORTDATA|IMPORTHTML|IMPORTFEED|IMPORTRANGE)\s*\(/i

/**
 * Whether a formula of a workbook asks another program (`cmd|'/c calc'!A0`), another workbook or the network for its
 * value. HYPERLINK only makes a link that a person follows. Pure.
 */
export function formulaReachesOut(formula: string): boolean {
  const unquoted = formula.replace(/"[^"]*"/g, '""')
  const withoutSheets = unquoted.replace(/'(?:[^']|'')*'/g, "''")
  if (withoutSheets.includes('|') || CALLS.test(withoutSheets)) return true
  // A sheet's name may not hold what paths hold.
  return [...unquoted.matchAll(/'((?:[^']|'')*)'\s*!/g)].some(([, sheet = '']) => /[\\/:]/.test(sheet))
}

const FETCH = /\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE)\b/i
/** These are words of other fields as well. */
const FETCH_FIRST = /^\s*(?:LINK|IMPORT|INCLUDE|DATABASE|RD)\b/i

/**
 * Whether Word's fields fetch from other files, other programs or the network. `pieces`: the text of a part's instructions
 * in order, with null where a field begins, goes over to its result or ends. Pure.
 */
export function fieldsReachOut(pieces: readonly (string | null)[]): boolean {
  const fields = pieces
    .map((piece) => piece ?? '\0')
    .join('')
    .split('\0')
  // Fields within a field write parts of it.
  if (FETCH.test(fields.join('')) || fields.some((field) => FETCH.test(field) || FETCH_FIRST.test(field)))
    return true
  return fields.some((field) => {
    const target = /^\s*HYPERLINK\s+(?:\\[a-z]\s+)*(?:"([^"]*)"|(\S+))/i.exec(field)
    return target !== null && !isUsualLink(target[1] ?? target[2] ?? '')
  })
}
