import { isBoilerplate } from '../boilerplate.ts'
import { readDescription } from '../description.ts'
import { type Reading, read, valueIn } from '../reading.ts'
import type { Line, Source, Span } from '../source.ts'
import { placeWithin, rawAt, spanOfLines, spanWithin, wordsAt } from '../source.ts'
import type { ProjectFieldKey, ProjectFields, ProjectPage, Rival, UnknownField } from '../types.ts'
import { PROJECT_NUMBER, readText } from '../values/codes.ts'
import { type Warning, warn, warnIfUnreadable } from '../warnings.ts'
import { type Block, type Entry, findBlocks } from './block.ts'
import { checkProjectPage } from './checks.ts'
import { labelOf } from './labels.ts'

/** A page about a project has at least so many known fields, and so many that only the bank prints, its heading among them. */
const FEWEST_FIELDS = 4
const FEWEST_BANK_FIELDS = 2
/** A second block is one only if it has so many fields that the first one lacks. */
const FEWEST_MORE_FIELDS = 3

/** Fields that tell a page of the project bank from other pages with an owner and a period. */
const BANK_FIELDS = new Set<ProjectFieldKey | undefined>([
  'diaryNumber',
  'projectNumber',
  'plannedParticipants',
  'grantedSupport',
  'programmeArea',
  'specificObjective',
  'unionCofinancingRate',
  'interventionType',
  'nuts2',
  'programmeCci',
  'projectPhase',
])
/** Fields of a project that a call for proposals never has. */
const PROJECT_ONLY_FIELDS: ProjectFieldKey[] = [
  'owner',
  'ownerOrganisationNumber',
  'grantedSupport',
  'totalBudget',
  'plannedParticipants',
  'projectNumber',
  'contactName',
]

/** Finds the labelled blocks of a project page; nothing when the document is none. */
export function findProjectBlocks(source: Source): Block[] | undefined {
  const [main, ...others] = findBlocks(source)
  if (!main || isRepeated(main, 'owner')) return undefined
  const keys = keysOf(main)
  const heading = findTitle(source, main)
  const numbered = heading !== undefined && NUMBERED_TITLE.test(heading.text) ? 1 : 0
  const fromBank = [...keys].filter((key) => BANK_FIELDS.has(key)).length + numbered
  const isProject = PROJECT_ONLY_FIELDS.some((key) => keys.has(key))
  if (keys.size < FEWEST_FIELDS || fromBank < FEWEST_BANK_FIELDS || !isProject) return undefined
  const more = others.filter(
    (block) => [...keysOf(block)].filter((key) => !keys.has(key)).length >= FEWEST_MORE_FIELDS,
  )
  // Two owners in two blocks: a list of projects, not a page about one.
  return keys.has('owner') && more.some((block) => keysOf(block).has('owner')) ? undefined : [main, ...more]
}

const keysOf = (block: Block): Set<ProjectFieldKey | undefined> =>
  new Set(block.entries.flatMap((entry) => entry.definition?.key ?? []))

/** Whether a label stands twice with different values. */
function isRepeated(block: Block, key: ProjectFieldKey): boolean {
  const values = block.entries
    .filter((entry) => entry.definition?.key === key)
    .map((entry) => entry.lines[0]?.text)
  return new Set(values.filter(Boolean)).size > 1
}

/** Reads a project page whose blocks have been found. */
export function readProjectPage(source: Source, blocks: Block[]): ProjectPage {
  const main = blocks[0] as Block
  const warnings: Warning[] = []
  const unknownFields: UnknownField[] = []
  const fields: ProjectFields = {}
  const rivals: Rival[] = []
  for (const entry of blocks.flatMap((block) => block.entries)) {
    if (entry.definition) addReadings(source, entry, { fields, rivals, warnings })
    else unknownFields.push(readUnknown(source, entry, warnings))
  }
  const heading = findTitle(source, main)
  const { title, titleNumber, titleName } = splitTitle(source, heading)
  if (!fields.name && titleName) fields.name = read(titleName, readText)

  const { description, unread } = partContent(source, blocks, heading)
  const page: ProjectPage = {
    kind: 'esf-project-page',
    layout: layoutOf(main, fields),
    title,
    titleNumber,
    fields,
    rivals,
    unknownFields,
    description: readDescription(source, description),
    warnings,
    unread: unread.map(({ start, end }) => ({ start, end })),
  }
  for (const line of unread) if (line.text.length >= 80) warnings.push(outsideFields(line))
  warnings.push(...checkProjectPage(source, page))
  warnings.sort((a, b) => a.place.start - b.place.start)
  return page
}

/**
 * Parts the content around the fields into the description and the rest. The description stands below the fields;
 * on pages that put the facts in a box under or beside the text, it stands between the heading and them.
 */
function partContent(source: Source, blocks: Block[], heading: Line | undefined) {
  const start = source.lines[blocks[0]?.first ?? 0]?.start ?? 0
  const isOutside = (_: Line, index: number) =>
    blocks.every(({ first, last }) => index < first || index > last)
  const content = source.lines
    .filter(isOutside)
    .filter((line) => line !== heading && !isBoilerplate(line.text))
  const below = content.filter((line) => line.start > start)
  const above = content.filter((line) => line.start < start)
  const top = heading && heading.start < start ? heading.start : 0
  const text = above.filter((line) => line.start > top)
  const isText = text.some((line) => line.text.length >= 40 || /[.!?]$/.test(line.text))
  if (below.length > 0 || !isText) return { description: below, unread: above }
  while (FACTS_HEADING.test(text.at(-1)?.text ?? '')) text.pop()
  const isDescription = new Set(text)
  return { description: text, unread: above.filter((line) => !isDescription.has(line)) }
}

/** The heading of a box of facts, which is no part of the text above it. */
const FACTS_HEADING = /^(?:fakta(?: om projektet)?|projektfakta|om projektet|information)$/i

const outsideFields = (line: Line): Warning =>
  warn('text-outside-fields', { start: line.start, end: line.end }, { says: line.text })

type Found = { fields: ProjectFields; rivals: Rival[]; warnings: Warning[] }

/** Reads what stands by a known label. The first value that can be read counts; rival ones are kept and told. */
function addReadings(source: Source, entry: Entry, { fields, rivals, warnings }: Found) {
  const readings = entry.definition?.read(spanOf(source, entry)) ?? {}
  for (const [key, reading] of Object.entries(readings) as [ProjectFieldKey, Reading<never>][]) {
    const before = fields[key] as Reading<never> | undefined
    const isBetter = !before || (before.state !== 'read' && reading.state !== 'empty')
    if (isBetter) Object.assign(fields, { [key]: reading })
    if (before && before.state !== 'empty' && reading.state !== 'empty' && !sameValue(before, reading)) {
      rivals.push({ key, reading: isBetter ? before : reading })
      warnings.push(rival(entry, key, before, reading))
    }
    warnings.push(...warnIfUnreadable(key, reading))
  }
}

/** The words by a label, or an empty span right after it. */
function spanOf(source: Source, entry: Entry): Span {
  const [line] = entry.lines
  if (!line) return { source, place: { start: entry.label.end, end: entry.label.end }, text: '' }
  if (entry.lines.length === 1) return spanWithin(source, line, entry.from)
  const first = spanWithin(source, line, entry.from)
  const all = spanOfLines(source, entry.lines)
  return {
    source,
    place: { start: first.place.start, end: all.place.end },
    text: all.text.slice(entry.from).trim(),
  }
}

const sameValue = (a: Reading<unknown>, b: Reading<unknown>): boolean =>
  a.raw === b.raw || JSON.stringify(a.value) === JSON.stringify(b.value)

function rival(
  entry: Entry,
  field: ProjectFieldKey,
  before: Reading<unknown>,
  reading: Reading<unknown>,
): Warning {
  const dates = field === 'startDate' || field === 'endDate'
  const facts = { field, label: entry.labelText, says: reading.raw, value: before.raw }
  return warn(dates ? 'dates-differ' : 'label-repeated', reading.place, facts)
}

function readUnknown(source: Source, entry: Entry, warnings: Warning[]): UnknownField {
  const { place } = spanOf(source, entry)
  const raw = rawAt(source, place)
  warnings.push(warn('unknown-label', entry.label, { label: entry.labelText, says: raw }))
  return { label: entry.labelText, labelPlace: entry.label, raw, place }
}

const NUMBERED_TITLE = new RegExp(`^(${PROJECT_NUMBER}) ?[-–—] ?(.*)$`)

/** The page's heading: the nearest line above the fields that begins with a number, or else the nearest at all. */
function findTitle(source: Source, block: Block): Line | undefined {
  const above = source.lines
    .slice(Math.max(0, block.first - 200), block.first)
    .filter((line) => !isBoilerplate(line.text))
  return (
    above.findLast((line) => NUMBERED_TITLE.test(line.text)) ??
    titleBelow(source, block) ??
    above.findLast((line) => !labelOf(source, line))
  )
}

/** The heading of a page whose box of facts stands first: right below it, with the number that the facts have. */
function titleBelow(source: Source, block: Block): Line | undefined {
  const below = source.lines.slice(block.last + 1, block.last + 6).find((line) => !isBoilerplate(line.text))
  const number = below && NUMBERED_TITLE.exec(below.text)?.[1]
  const isKnown = block.entries.some((entry) => entry.lines[0]?.text === number)
  return number && isKnown ? below : undefined
}

/** Splits "number - name" at the first dash; names may hold more of them. */
function splitTitle(source: Source, line: Line | undefined) {
  if (!line) return { title: null, titleNumber: null, titleName: undefined }
  const title = wordsAt(source, line)
  const match = NUMBERED_TITLE.exec(line.text)
  if (!match) return { title, titleNumber: null, titleName: spanWithin(source, line) }
  const [whole, number = '', name = ''] = match
  return {
    title,
    titleNumber: wordsAt(source, placeWithin(source, line, 0, number.length)),
    titleName: name ? spanWithin(source, line, whole.length - name.length) : undefined,
  }
}

/** A hint at the layout; nothing depends on it. */
function layoutOf(block: Block, fields: ProjectFields): string {
  if (block.style === 'glued') return '2007-2013'
  if (block.style === 'bare') return '2014'
  if (fields.programmeCci || valueIn(fields.fund) === 'ESF+') return 'esf-plus'
  if (fields.diaryNumber) return '2019-2020'
  return fields.recipientAddress ? 'with-address' : '2015-2018'
}
