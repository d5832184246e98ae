/** Points within points are indented so far and no farther. */
const DEEPEST_INDENT = 6
const INDENT = '    '

/**
 * Writes text as lines while a page is walked through: folds white space as a browser does (no-break spaces stay),
 * breaks lines where blocks begin and end, and puts a blank line around those that stand apart.
 */
export class TextWriter {
  private readonly lines: string[] = []
  /** The pieces of the line that is being written, and the character that the last of them ends with. */
  private pieces: string[] = []
  private last = ''
  /** What the next words are preceded by: a bullet, or the indent of a list point that goes on. */
  private prefix = ''
  private depth = 0
  private readonly numbers = new Map<object, number>()
  private wantsBlank = false
  private preserving = false
  private flowing = 0

  /** Words that stand where they stand in the page. */
  text(words: string) {
    if (this.preserving) {
      const [first = '', ...rest] = words.split('\n')
      this.append(first)
      for (const line of rest) {
        this.line()
        this.append(line)
      }
      return
    }
    const folded = words.replace(/[ \t\n\r\f]+/g, ' ')
    const atGap = this.last === '' || this.last === ' ' || this.last === '\t'
    this.append(atGap ? folded.replace(/^ /, '') : folded)
  }

  /** The cells of a row keep to its line, whatever blocks they hold. */
  flow(on: boolean) {
    this.flowing += on ? 1 : -1
  }

  /** Ends the line, unless it is empty. */
  line() {
    if (this.flowing > 0) {
      if (this.last !== '' && this.last !== ' ' && this.last !== '\t') this.append(' ')
      return
    }
    // Tabs stay: they hold the place of empty cells at the end of a row.
    const line = trimEndButTabs(this.pieces.join(''))
    this.pieces = []
    this.last = ''
    if (line.trim() === '') return
    if (this.wantsBlank && this.lines.length > 0) this.lines.push('')
    this.wantsBlank = false
    this.lines.push(this.prefix + line)
    this.prefix = this.indent()
  }

  /** Ends the line and leaves one blank line before the next. */
  blank() {
    this.line()
    if (this.flowing === 0 && this.depth === 0) this.wantsBlank = true
  }

  tab() {
    this.append('\t')
  }

  /** The next number in a numbered list. */
  numberIn(list: object, start: number): number {
    const number = this.numbers.get(list) ?? start
    this.numbers.set(list, number + 1)
    return number
  }

  openItem(bullet: string) {
    this.prefix = this.indent() + bullet
    this.depth++
  }

  closeItem() {
    this.line()
    this.depth--
    this.prefix = this.indent()
  }

  /** Keeps white space as it is, as in preformatted text. */
  preserve(on: boolean) {
    this.preserving = on
  }

  finish(): string {
    this.flowing = 0
    this.line()
    return this.lines.length > 0 ? `${this.lines.join('\n')}\n` : ''
  }

  private indent(): string {
    return INDENT.repeat(Math.min(this.depth, DEEPEST_INDENT))
  }

  private append(words: string) {
    if (words === '') return
    this.pieces.push(words)
    this.last = words.charAt(words.length - 1)
  }
}

function trimEndButTabs(line: string): string {
  let end = line.length
  while (end > 0 && line[end - 1] !== '\t' && /\s/.test(line.charAt(end - 1))) end--
  return line.slice(0, end)
}
