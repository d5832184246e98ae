import type { Line, Place, Source, Words } from './source.ts'
import { rawAt } from './source.ts'

/** A piece of a description, with the words of the source. */
export type Block =
  | { kind: 'heading' | 'paragraph'; raw: string; place: Place }
  | { kind: 'list'; items: { raw: string; place: Place }[]; place: Place }

/** A description with its structure. */
export type Description = { place: Place; blocks: Block[] }

const BULLET = /^(?:[•·▪◦‣●*]\s*|[-–—]\s+)(?=\S)/

// Headings that the project bank gives the parts of a description; they are headings wherever they stand alone.
const USUAL_HEADING =
  /^(?:sammanfattning|bakgrund|syfte|mål|målsättning|målgrupp(?: \d+)?|metod|arbetsmetod|aktiviteter|resultat|förväntat resultat|förväntade effekter|tillgänglighet för personer med funktionshinder|jämställdhetsintegrering|transnationellt samarbete|medfinansiärer|samarbetspartners|samverkanspartners|kommun|län|deltagande aktörer|övergripande mål|delmål(?: \d+)?)$/i

/** Whether a line is a heading that descriptions begin or go on with, and so no value of a label. */
export const isUsualHeading = (text: string): boolean => USUAL_HEADING.test(text)

/** How many characters of a line are its bullet; 0 for a line without one. */
export const bulletLength = (text: string): number => BULLET.exec(text)?.[0].length ?? 0

/**
 * Reads lines of prose as paragraphs, lists and sub-headings. In the sources every line is a paragraph of its own;
 * blank lines carry no meaning. Returns nothing when there are no lines.
 */
export function readDescription(source: Source, lines: Line[]): Description | null {
  const first = lines[0]
  const last = lines.at(-1)
  if (!first || !last) return null
  const blocks: Block[] = []
  for (const [index, line] of lines.entries()) {
    const place = { start: line.start, end: line.end }
    const before = blocks.at(-1)
    if (bulletLength(line.text) > 0) {
      const item = { raw: rawAt(source, place), place }
      if (before?.kind === 'list') extend(before, item)
      else blocks.push({ kind: 'list', items: [item], place })
    } else {
      const kind = isHeading(line.text, lines[index + 1]?.text) ? 'heading' : 'paragraph'
      blocks.push({ kind, raw: rawAt(source, place), place })
    }
  }
  return { place: { start: first.start, end: last.end }, blocks }
}

function extend(list: Block & { kind: 'list' }, item: { raw: string; place: Place }) {
  list.items.push(item)
  list.place = { start: list.place.start, end: item.place.end }
}

/** A short line that ends without a stop and has something longer, or a list, right under it. */
function isHeading(text: string, next: string | undefined): boolean {
  if (isUsualHeading(text)) return true
  if (text.length > 70 || !next || /[.!?,;:…”"]$/.test(text) || !/^[\p{Lu}\d]/u.test(text)) return false
  if (/^\d+[.)] /.test(text) || /^[a-zåäö]\) /i.test(text)) return false
  return next.length > text.length * 1.5 || bulletLength(next) > 0
}

/** The paragraphs and points of a description, one after the other. */
export const piecesOf = (blocks: Block[]): Words[] =>
  blocks.flatMap((block) => (block.kind === 'list' ? block.items : [block]))

/** A stretch of a piece's `raw`, from character `start` to `end`. */
export type FoundWords = Words & { start: number; end: number }

/** Where in the source a stretch of folded words stands. */
export function placeOfWords(source: Source, { place, raw, start, end }: FoundWords): Place {
  let folded = 0
  let from = place.start
  let to = place.end
  for (let at = place.start; at < place.end && folded <= end; at++) {
    if (folded === start) from = at
    const isGap = /\s/.test(source.text.charAt(at))
    if (isGap && /\s/.test(source.text.charAt(at - 1))) continue
    folded++
    if (folded === end) to = at + 1
  }
  return raw.length === place.end - place.start
    ? { start: place.start + start, end: place.start + end }
    : { start: from, end: to }
}
