import { type Line, textOf } from './geometry.ts'

/** So many lines at the top and at the bottom of a page can be its running header and footer. */
const AT_EACH_END = 4
const PAGE_NUMBER =
  /^(?:(?:sid(?:a|an)?|page|s\.)\s?)?[-–]?\s?\d{1,3}\s?[-–]?(?:\s?(?:\(\s?\d{1,3}\s?\)|\/\s?\d{1,3}|av\s\d{1,3}|of\s\d{1,3}))?$/i

/**
 * Takes the headers and footers out that pages repeat in the same place, and the page numbers: what stands at the very
 * top or bottom, as far in as every line is one. The heading of a table's columns, which is repeated where a table
 * goes on, and a label with its value stay where they stand first.
 */
export function withoutRepeated(pages: Line[][]): Line[][] {
  const seen = countPlaces(pages)
  const most = Math.max(2, Math.min(Math.ceil(pages.length * 0.6), SURELY_REPEATED))
  const kept = new Set<string>()
  return pages.map((lines) => {
    const isFrame = (line: Line | undefined) =>
      line !== undefined && (isPageNumber(line) || (seen.get(placeKey(line)) ?? 0) >= most)
    let [top, bottom] = [0, 0]
    while (top < AT_EACH_END && isFrame(lines[top])) top++
    while (bottom < AT_EACH_END && isFrame(lines[lines.length - 1 - bottom])) bottom++
    const frame = new Set([...lines.slice(0, top), ...lines.slice(lines.length - bottom)])
    return lines.filter((line) => !frame.has(line) || isKeptOnce(line, kept))
  })
}

/** On so many pages of a long document, words in the same place are a header: its chapters may have their own. */
const SURELY_REPEATED = 4

function isKeptOnce(line: Line, kept: Set<string>): boolean {
  const text = textOf(line)
  const isFirst = (isColumnHeading(line) || /^\p{Lu}[^:]{1,40}: ?\S/u.test(text)) && !kept.has(text)
  kept.add(text)
  return isFirst
}

function countPlaces(pages: Line[][]): Map<string, number> {
  const seen = new Map<string, number>()
  for (const lines of pages) {
    const ends = lines.filter((_, index) => index < AT_EACH_END || index >= lines.length - AT_EACH_END)
    for (const key of new Set(ends.map(placeKey))) seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  return seen
}

/** The same words in the same place; of page numbers in a longer line, any. */
const placeKey = (line: Line): string => {
  const words = line.segments.map(({ text }) => text.replace(/^\d{1,3}$/, '#')).join('\t')
  return `${Math.round(line.y / 3)} ${words.replace(PAGE_OF_PAGES, '#')}`
}

const PAGE_OF_PAGES = /\d{1,3}\s?\(\s?\d{1,3}\s?\)|\d{1,3}\s?\/\s?\d{1,3}$|(?:sida|page)\s\d{1,3}/i

/** A bare number is one only where pages have numbers in that place: elsewhere it may be all that a cell holds. */
const isPageNumber = (line: Line): boolean => {
  const text = textOf(line).trim()
  return PAGE_NUMBER.test(text) && !/^\d+$/.test(text)
}

const isColumnHeading = (line: Line): boolean => line.segments.length >= 3 && !/\d/.test(textOf(line))
