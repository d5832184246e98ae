/** Stands for a tab while a page is read, because white space folds there. No document may hold it. */
const TAB = '\uE000'
const AMOUNT = /^\d[\d \u00A0.,]{2,30}(?: ?(?:kr|kronor|sek))?$/i

/** Marks the tabs of a page that is to be read; marks that stand there already go away. */
export const markTabs = (html: string): string => html.replaceAll(TAB, '').replaceAll('\t', TAB)

/**
 * Turns the marked tabs of a text into what they mean: lines of two parts that follow each other are labels and
 * values, each on a line of its own, unless all values are amounts; lines of more parts are rows of a table.
 */
export function readTabs(text: string): string {
  const lines = text.split('\n').map((line) => partsOf(line))
  return lines.flatMap((parts, index) => writeParts(parts, isPaired(lines, index))).join('\n')
}

/** The parts of a line between tabs. A tab that the line begins with is an indent, and rows of real tables stay. */
function partsOf(line: string): string[] {
  if (!line.includes(TAB)) return [line]
  if (line.includes('\t')) return [line.replaceAll(TAB, ' ')]
  const parts = line.split(TAB).map((part) => part.trim())
  return parts.filter((part, index) => part !== '' || (index > 0 && parts.length > 2))
}

/** Whether a line of two parts stands among labels and values: some line around it has a value that is no amount. */
function isPaired(lines: string[][], index: number): boolean {
  if (lines[index]?.length !== 2) return false
  return [...linesFrom(lines, index, -1), ...linesFrom(lines, index + 1, 1)].some(
    ([, value]) => !AMOUNT.test(value ?? ''),
  )
}

/** So many lines around one tell what it is. */
const AROUND = 30

/** The lines of two parts from a place on, in one direction; paragraphs have blank lines between them. */
function linesFrom(lines: string[][], from: number, step: 1 | -1): string[][] {
  const found: string[][] = []
  for (let at = from; Math.abs(at - from) < AROUND; at += step) {
    const line = lines[at]
    if (line?.length === 2) found.push(line)
    else if (line?.[0] !== '') break
  }
  return found
}

const writeParts = (parts: string[], isPair: boolean): string[] => (isPair ? parts : [parts.join('\t')])
