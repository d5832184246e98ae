import { read } from '../reading.ts'
import type { Line, Place, Source } from '../source.ts'
import { placeWithin, spanWithin, wordsAt } from '../source.ts'
import type { DecisionSection } from '../types.ts'
import { readText } from '../values/codes.ts'
import { findDates } from '../values/date.ts'
import { type Warning, warn } from '../warnings.ts'
import type { Draft } from './draft.ts'
import { type Heading, headingOf, looksLikeHeading } from './headings.ts'

/** What is known of the entries that come next. */
type Context = {
  heading: Line | null
  fund: string | null
  county: string | null
  rejected: boolean
  date: string | null
  datePlace: Place | null
  /** The date stands in a heading, so a date in the sentence under it is another matter. */
  dateInHeading: boolean
  stated: { value: string; place: Place } | null
  warnings: Warning[]
}

const NOTHING: Context = {
  heading: null,
  fund: null,
  county: null,
  rejected: false,
  date: null,
  datePlace: null,
  dateInHeading: false,
  stated: null,
  warnings: [],
}

/** Builds the sections of a list from its headings and entries, fed in the order in which they stand. */
export class SectionBuilder {
  readonly warnings: Warning[] = []
  private readonly source: Source
  private readonly sections: DecisionSection[] = []
  private context: Context = NOTHING
  private theme: Line | null = null
  /** A heading with a date or a fund under which nothing has come yet. */
  private awaited: Line | null = null
  /** The context has changed since the last entry. */
  private changed = true

  constructor(source: Source) {
    this.source = source
  }

  /** The title of the page may say when and for which fund as well. */
  readTitle(line: Line) {
    const heading = headingOf(line.text)
    if (heading?.date || heading?.fund) this.readLine(line, { ...heading, kind: 'sentence' })
  }

  /** Takes in the lines above an entry. Returns those that say nothing of the entries. */
  readHeadings(lines: Line[]): Line[] {
    return lines.filter((line, index) => {
      const heading = headingOf(line.text)
      if (heading) {
        this.readLine(line, heading)
        return false
      }
      const isLast = index === lines.length - 1
      if (isLast && looksLikeHeading(line.text) && !this.context.heading)
        this.context = { ...this.context, heading: line }
      return true
    })
  }

  /** Takes in the lines after the last entry, where only a heading that promises more counts. */
  readTail(lines: Line[]) {
    const promise = lines.find((line) => {
      const heading = headingOf(line.text)
      return heading?.kind === 'heading' && heading.date !== undefined && line.text.length <= 120
    })
    if (promise) this.warnings.push(withoutEntries(promise))
  }

  /** Adds an entry under the headings that have come so far. */
  add(draft: Draft) {
    if (this.changed || this.sections.length === 0) this.sections.push(this.open(draft.layout))
    this.changed = false
    this.awaited = null
    const { item } = draft
    if (this.context.rejected) item.outcome = 'rejected'
    if (this.theme && !item.priorityAxis)
      item.priorityAxis = read(spanWithin(this.source, this.theme), readText)
    this.sections.at(-1)?.items.push(item)
  }

  finish(): DecisionSection[] {
    const undated = this.sections.find((section) => section.decisionDate === null)
    const first = undated?.items[0]
    if (first)
      this.warnings.push(warn('decision-date-unknown', { start: first.place.start, end: first.place.start }))
    return this.sections
  }

  private open(layout: string): DecisionSection {
    const { heading, fund, county, date, datePlace, stated, warnings, dateInHeading } = this.context
    const found = [...warnings]
    if (dateInHeading && stated && stated.value !== date) {
      const facts = { says: stated.value, value: date ?? '' }
      found.push(
        warn('heading-date-differs-from-stated-date', stated.place, { field: 'decisionDate', ...facts }),
      )
    }
    const statedGrantDate = dateInHeading && stated ? stated.value : null
    this.context = { ...this.context, warnings: [] }
    return {
      layout,
      heading: heading && wordsAt(this.source, heading),
      fund,
      county,
      decisionDate: date,
      decisionDatePlace: datePlace,
      statedGrantDate,
      items: [],
      warnings: found,
    }
  }

  private readLine(line: Line, heading: Heading) {
    if (heading.kind === 'theme') this.theme = line
    else if (heading.kind === 'sentence') this.readSentence(line, heading)
    else if (heading.kind === 'heading') this.readHeading(line, heading)
  }

  private readHeading(line: Line, heading: Heading) {
    const { context } = this
    const date = this.dateOf(line, heading)
    const rejected = heading.rejected ?? false
    if (rejected || context.rejected) {
      // Who got nothing stands apart from who got something, whatever else the headings say.
      this.context = { ...context, heading: line, rejected, fund: heading.fund ?? context.fund, ...date }
    } else if (date) {
      // A heading with a date begins anew: what stood above it was about other entries.
      if (this.awaited && context.dateInHeading) this.warnings.push(withoutEntries(this.awaited))
      this.context = { ...NOTHING, heading: line, fund: heading.fund ?? null, ...date, dateInHeading: true }
      this.awaited = line
    } else if (heading.county) {
      this.context = { ...context, heading: line, county: heading.county }
    } else if (heading.fund || heading.severalFunds) {
      this.context = { ...context, heading: line, fund: heading.fund ?? null, county: null }
    } else {
      this.context = { ...context, heading: this.changed ? (context.heading ?? line) : context.heading }
      return
    }
    this.theme = null
    this.changed = true
  }

  private readSentence(line: Line, heading: Heading) {
    const { context } = this
    const date = this.dateOf(line, heading)
    if (this.changed || this.sections.length === 0) {
      if (heading.fund && !context.fund) this.context = { ...this.context, fund: heading.fund }
      if (date && context.dateInHeading)
        this.context = { ...this.context, stated: { value: date.date, place: date.datePlace } }
      else if (date && !context.date)
        this.context = { ...this.context, ...date, warnings: [...context.warnings, ...date.warnings] }
      return
    }
    if (heading.fund && heading.fund !== context.fund) {
      this.context = { ...context, heading: line, fund: heading.fund, county: null }
      this.changed = true
    }
    if (date && !context.dateInHeading && date.date !== context.date) {
      this.context = { ...this.context, ...date }
      this.changed = true
    }
  }

  /** The date that a line states; a missing year is taken from the nearest full date at the top of the document. */
  private dateOf(line: Line, { date, dayAndMonth }: Heading) {
    if (date) {
      const datePlace = placeWithin(this.source, line, date.start, date.end)
      return { date: date.value, datePlace, warnings: [] as Warning[] }
    }
    const year = dayAndMonth && this.yearFor(dayAndMonth.value)
    if (!dayAndMonth || !year) return undefined
    const datePlace = placeWithin(this.source, line, dayAndMonth.start, dayAndMonth.end)
    const says = line.text.slice(dayAndMonth.start, dayAndMonth.end)
    const warnings = [warn('year-inferred', datePlace, { field: 'decisionDate', says, value: year })]
    return { date: `${year}-${dayAndMonth.value}`, datePlace, warnings }
  }

  /** The year of a day, from the day the page was published: never after it. */
  private yearFor(dayAndMonth: string): string | undefined {
    const published = this.source.lines
      .slice(0, 30)
      .flatMap((line) => (line.text.length <= 80 ? (findDates(line.text)[0]?.value ?? []) : []))[0]
    if (!published) return undefined
    const year = Number(published.slice(0, 4))
    return String(dayAndMonth <= published.slice(5) ? year : year - 1)
  }
}

const withoutEntries = (line: Line): Warning =>
  warn('section-without-entries', { start: line.start, end: line.end }, { says: line.text })
