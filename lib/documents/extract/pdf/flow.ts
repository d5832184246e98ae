import { median } from './geometry.ts'
import { joinWords, type Vocabulary } from './join.ts'

/** A line on its way to the text. Points. */
export type Flow = {
  text: string
  x1: number
  x2: number
  size: number
  /** Empty where the line has more than one font. */
  font: string
  /** Distance to the line above in heights of the letters; unknown at the top of a page and of a column. */
  above?: number
  /** How far to the right lines reach here. */
  edge: number
  /** How far they may reach, if the page's margins are equal; unknown within columns. */
  margin?: number
  /** A row of a table or a label: it is a line of its own, whatever stands around it. */
  fixed: boolean
}

/** What a document does with its lines. */
type Habits = { leading: number; wraps: boolean; partsParagraphs: boolean; size: number }

/** So many lines that plainly go on below make it sure that the document wraps its lines. */
const SURE = 2
/** Lines that stand so many leadings apart are parted by a blank line. */
const PARTING = 1.35

/** Joins the lines that go on with each other, and puts a blank line where the page leaves room. */
export function writeFlows(flows: Flow[], words: Vocabulary): string {
  const habits = habitsOf(flows)
  const lines: string[] = []
  let last: Flow | undefined
  let point: Flow | undefined
  for (const flow of flows) {
    const paragraph = lines.at(-1)
    if (last && paragraph !== undefined && continues(last, flow, habits)) {
      lines[lines.length - 1] = joinWords(paragraph, flow.text, words)
    } else {
      if (last && (flow.above ?? 0) > habits.leading * PARTING) lines.push('')
      point = pointOf(flow, point)
      lines.push(indentOf(flow, point) + flow.text)
    }
    last = flow
  }
  return lines.length > 0 ? `${lines.join('\n')}\n` : ''
}

/** The point of a list that a line is or belongs to: lines that go on under a bullet begin farther right than it. */
const pointOf = (flow: Flow, before: Flow | undefined): Flow | undefined => {
  if (BULLET.test(flow.text)) return flow
  return before && !flow.fixed && flow.x1 > before.x1 + 3 ? before : undefined
}

/** As web pages are written. */
const indentOf = (flow: Flow, point: Flow | undefined): string =>
  point === undefined ? '' : flow === point ? '  ' : '    '

const BULLET = /^[•·◦▪‣] ?/

function habitsOf(flows: Flow[]): Habits {
  const pairs = flows.slice(1).map((flow, index) => [flows[index] as Flow, flow] as const)
  const wrapped = pairs.filter(
    ([above, below]) => !above.fixed && !below.fixed && isFull(above, below) && startsSmall(below),
  )
  const usual = (some: readonly (readonly [Flow, Flow])[]) =>
    median(some.flatMap(([, { above }]) => (above !== undefined && above < 4 ? [above] : [])))
  const leading = (wrapped.length >= SURE && usual(wrapped)) || Math.min(usual(pairs), 2) || 1.2
  const parted = flows.filter(({ above }) => (above ?? 0) > leading * PARTING)
  return {
    leading,
    wraps: wrapped.length >= SURE,
    partsParagraphs: parted.length >= SURE,
    size: median(flows.map(({ size }) => size)),
  }
}

/** Whether a line goes on with the one above. */
function continues(above: Flow, below: Flow, habits: Habits): boolean {
  const { leading } = habits
  if (above.fixed || below.fixed) return false
  if (beginsItem(below.text) && !endsSentence(above.text, below.text)) return false
  if (Math.abs(above.size - below.size) > 0.6 || otherFont(above, below)) return false
  if (below.above !== undefined && below.above > Math.max(leading * 1.25, 1.3)) return false
  if (below.x1 > above.x1 + 3 && !beginsItem(above.text) && below.above !== undefined) return false
  if (isLong(above) && startsSmall(below) && !/[.:;!?]$/.test(above.text)) return true
  if (!isFull(above, below)) return false
  if (startsSmall(below) || isUnfinished(above.text)) return true
  return below.above !== undefined && isWrapped(above, below, habits)
}

/**
 * Whether a line that could be whole goes on all the same. One that ends like a sentence does so only where
 * paragraphs are parted, because a heading that is drawn into a paragraph is worse than a paragraph in two.
 */
function isWrapped(above: Flow, below: Flow, { wraps, partsParagraphs, size }: Habits): boolean {
  if (/:$/.test(above.text) || (/[.!?]$/.test(above.text) && !partsParagraphs)) return false
  // Two headings do not stand right under each other.
  if (above.size > size * 1.2) return true
  return wraps || (above.margin !== undefined && isFull({ ...above, edge: above.margin }, below))
}

const otherFont = (above: Flow, below: Flow): boolean =>
  above.font !== '' && below.font !== '' && above.font !== below.font

/** Whether the first word of the line below would not have found room above. Short lines end where they want. */
function isFull(above: Flow, below: Flow): boolean {
  if (above.x2 - above.x1 < (above.edge - above.x1) / 2) return false
  const perCharacter = (below.x2 - below.x1) / Math.max(1, below.text.length)
  const firstWord = below.text.split(' ', 1)[0]?.length ?? 0
  return above.x2 + (firstWord + 1) * perCharacter > above.edge
}

/** Near enough to the edge for words that may not be parted, as "Järfälla kommun" may not, to find no room. */
const isLong = (line: Flow): boolean => line.x2 - line.x1 > (line.edge - line.x1) * 0.75

const startsSmall = ({ text }: Flow): boolean => /^[\p{Ll}(]/u.test(text)
/** A line that no sentence and no name ends with: a parenthesis is open, or a word that joins stands last. */
const isUnfinished = (text: string): boolean =>
  /[,(\u00AD-]$|\([^()]{0,80}$/.test(text) || JOINING.test(text.slice(-12))
const JOINING =
  / (?:och|samt|eller|i|av|för|med|till|på|från|ur|som|att|en|ett|den|det|de|om|inom|hos|vid|mot|under|mellan|genom|efter)$/

/** Whether words with a colon after them are no label but the end of a sentence that introduces what follows. */
const endsSentence = (above: string, below: string): boolean =>
  /^[^:]{1,50}:$/.test(below) && / (?:följande|dessa|following|these) [^.:;!?]{1,150}$/.test(above)

/** Bullets, numbers of a list, and labels: a line that begins with one is the beginning of something. */
const beginsItem = (text: string): boolean =>
  /^(?:[•·◦▪‣]|[–-] |\*\s?\p{Lu}|\d{1,2}[.)] )/u.test(text) || /^\p{Lu}[^:.,]{1,50}:(?: |$)/u.test(text)
