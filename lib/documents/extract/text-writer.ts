/**
 * Writes text as lines while a page is walked through: folds white space as a browser does (no-break spaces stay),
 * breaks lines where blocks begin and end, and puts a blank line around those that stand apart.
 */
export class TextWriter {
  private readonly lines: string[] = []
  private current = ''
  /** What the next words are preceded by: a bullet, or the indent of a list point that goes on. */
  private prefix = ''
  private readonly items: string[] = []
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
    this.append(
      this.current === '' || this.current.endsWith(' ') || this.current.endsWith('\t')
        ? folded.replace(/^ /, '')
        : folded,
    )
  }

  /** The cells of a row keep to its line, whatever blocks they hold. */
  flow(on: boolean) {
    this.flowing += on ? 1 : -1
  }

  /** Ends the line, unless it is empty. */
  line() {
    if (this.flowing > 0) {
      if (this.current !== '' && !/[ \t]$/.test(this.current)) this.current += ' '
      return
    }
    // Tabs stay: they hold the place of empty cells at the end of a row.
    const line = this.current.replace(/[^\S\t]+$/, '')
    this.current = ''
    if (line.trim() === '') return
    if (this.wantsBlank && this.lines.length > 0) this.lines.push('')
    this.wantsBlank = false
    this.lines.push(this.prefix + line)
    this.prefix = this.items.length > 0 ? '    '.repeat(this.items.length) : ''
  }

  /** Ends the line and leaves one blank line before the next. */
  blank() {
    this.line()
    if (this.flowing === 0 && this.items.length === 0) this.wantsBlank = true
  }

  tab() {
    this.current = `${this.current.trimEnd()}\t`
  }

  /** The next number in a numbered list. */
  numberIn(list: object, start: number): number {
    const number = this.numbers.get(list) ?? start
    this.numbers.set(list, number + 1)
    return number
  }

  openItem(bullet: string) {
    this.prefix = '    '.repeat(this.items.length) + bullet
    this.items.push(bullet)
  }

  closeItem() {
    this.line()
    this.items.pop()
    this.prefix = '    '.repeat(this.items.length)
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

  private append(words: string) {
    this.current += words
  }
}
