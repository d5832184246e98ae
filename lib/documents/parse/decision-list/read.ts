import { isBoilerplate } from '../boilerplate.ts'
import { bulletLength, readDescription } from '../description.ts'
import type { Line, Source, Span } from '../source.ts'
import { wordsAt } from '../source.ts'
import type { DecisionList } from '../types.ts'
import { findDates } from '../values/date.ts'
import { fundsIn } from '../values/funds.ts'
import { type Warning, warn } from '../warnings.ts'
import { checkItem } from './checks.ts'
import type { Draft } from './draft.ts'
import { findDrafts } from './find.ts'
import { beginsTail, headingOf, isContact } from './headings.ts'
import { partnershipIn, partnershipOfCounties, publisherOf } from './publisher.ts'
import { SectionBuilder } from './sections.ts'
import { tellsOfGrant } from './sentence.ts'

/** The partnership, or else one of the funds by name: without either, no page is about decisions on their money. */
const CONTEXT = /partn?erskap|\bSFP\b/i

/**
 * Reads a list of decisions: its sections, and in each its entries. Nothing when the document holds no entry, or is
 * not about the structural funds. What looks like an entry and cannot be read is warned of, never left out in silence.
 */
export function readDecisionList(source: Source, origin: { url?: string }): DecisionList | undefined {
  const drafts = findDrafts(source)
  if (drafts.length === 0 || !isAboutTheFunds(source, origin)) return undefined
  const title = source.lines
    .slice(0, drafts[0]?.first)
    .find((line) => !isBoilerplate(line.text) && !isDateline(line.text) && !isSiteName(line.text))
  const sections = new SectionBuilder(source)
  const unread: Line[] = []
  const between: Line[] = []
  let from = title ? source.lines.indexOf(title) + 1 : 0
  if (title) sections.readTitle(title)
  for (const [index, draft] of drafts.entries()) {
    const before = drafts[index - 1]
    const above = linesAbove(source, from, draft)
    const { description, headings } = splitBetween(before, above, false)
    if (before) finishItem(source, before, description)
    else addAll(unread, description)
    addAll(unread, sections.readHeadings(headings))
    addAll(between, headings)
    sections.add(draft)
    from = draft.last + 1
  }
  const rest = source.lines.slice(from).filter((line) => !isBoilerplate(line.text))
  const tail = splitBetween(drafts.at(-1), rest, true)
  finishItem(source, drafts.at(-1) as Draft, tail.description)
  sections.readTail(tail.headings)
  addAll(unread, tail.headings)
  addAll(between, tail.headings)
  const built = sections.finish()
  return {
    kind: 'decision-list',
    title: title ? wordsAt(source, title) : null,
    ...published(
      source,
      origin,
      drafts,
      built.flatMap((section) => section.county ?? []),
    ),
    sections: built,
    warnings: [...sections.warnings, ...unreadEntries(between)],
    unread: unread.filter((line) => !isContact(line.text)).map(({ start, end }) => ({ start, end })),
  }
}

/** The name of the site, which some pages print above their title. */
const isSiteName = (text: string): boolean =>
  text.length <= 40 &&
  /^(?:region \p{Lu}[\p{L} ]+|länsstyrelsen .+|tillväxtverket|svenska esf-rådet|esf-rådet)$/iu.test(text)

/** The content between an entry and the one before it, without the headings of a table's columns. */
function linesAbove(source: Source, from: number, { first, tableHeader }: Draft): Line[] {
  const lines = source.lines.slice(from, first)
  const isHeader = (index: number) =>
    tableHeader !== undefined && index >= tableHeader.first && index <= tableHeader.last
  return lines.filter((line, index) => !isBoilerplate(line.text) && !isHeader(from + index))
}

/** "14 juni 2024", "Pressmeddelande 2015-12-16": when a page was published, which is no title. */
function isDateline(text: string): boolean {
  const date = text.length <= 60 ? findDates(text)[0] : undefined
  return (
    date !== undefined &&
    /^(?:pressmeddelande|nyhet|publicera[dt]|by on|den)?\W*(?:\d\d:\d\d)?\W*$/i.test(
      text.slice(0, date.start) + text.slice(date.end),
    )
  )
}

/** A list tells of a choice: somebody applied, and somebody decided. */
const CHOICE = /beslut|priorit|bevilj|tilldel|godkän|får |fick |sökt|sökande/i

const isAboutTheFunds = (source: Source, { url = '' }: { url?: string }): boolean =>
  source.lines.some((line) => CHOICE.test(line.text)) && namesTheFunds(source, url)

const namesTheFunds = (source: Source, url: string): boolean =>
  CONTEXT.test(url) ||
  source.lines.some((line) => CONTEXT.test(line.text) || fundsIn(line.text.slice(0, 200)).length > 0)

/**
 * Parts the lines between two entries into the description of the one above and the headings of the one below.
 * Headings stand last, so they are looked for from the end; after the last entry the page's own text begins again.
 */
function splitBetween(before: Draft | undefined, lines: Line[], isTail: boolean) {
  if (!before?.describedBelow) return { description: [], headings: lines }
  const tailAt = isTail ? lines.findIndex((line) => beginsTail(line.text)) : -1
  const end = tailAt < 0 ? lines.length : tailAt
  let at = end
  if (!isTail || tailAt < 0) while (at > 0 && headingOf(lines[at - 1]?.text ?? '')) at--
  return {
    description: lines.slice(0, at).filter((line) => !isContact(line.text)),
    headings: lines.slice(at),
  }
}

/** Reads an entry's description and what it mentions, once its last line is known. */
function finishItem(source: Source, draft: Draft, below: Line[]) {
  const { item } = draft
  const lines = [...draft.prose.map(lineOf), ...below]
  item.description = readDescription(source, lines)
  const [first, last] = [source.lines[draft.first], below.at(-1) ?? source.lines[draft.last]]
  item.place = { start: first?.start ?? 0, end: last?.end ?? 0 }
  checkItem(source, item)
}

const lineOf = ({ place, text }: Span): Line => ({ ...place, text, indent: 0, gap: 0 })

function published(source: Source, { url }: { url?: string }, drafts: Draft[], counties: string[]) {
  const site = publisherOf(source, url)
  const named = linesOutside(source, drafts)
    .map((line) => partnershipIn(line.text))
    .find(Boolean)
  return {
    publisher: site?.publisher ?? null,
    partnership: named ?? site?.partnership ?? partnershipOfCounties(counties) ?? null,
  }
}

/** Adds one by one: a call with a hundred thousand arguments fails. */
function addAll(list: Line[], more: Line[]) {
  for (const line of more) list.push(line)
}

/** The lines that are no entry's own. */
function linesOutside(source: Source, drafts: Draft[]): Line[] {
  const outside: Line[] = []
  let from = 0
  for (const draft of drafts) {
    addAll(outside, source.lines.slice(from, draft.first))
    from = draft.last + 1
  }
  return [...outside, ...source.lines.slice(from)]
}

const EXACT_SUM = /\d{1,3}(?:[ \u00A0]\d{3}){1,3} ?(?:kronor|kr|SEK)(?!\p{L})/iu

/** Lines outside the entries that hold an exact sum, on a bullet or given to somebody, and that no rule could read. */
const unreadEntries = (lines: Line[]): Warning[] =>
  lines
    .filter(
      (line) =>
        line.text.length <= 1000 && EXACT_SUM.test(line.text) && !/totalt|sammanlagt|summa/i.test(line.text),
    )
    .filter((line) => bulletLength(line.text) > 0 || tellsOfGrant(line.text))
    .map((line) => warn('entry-not-understood', { start: line.start, end: line.end }, { says: line.text }))
