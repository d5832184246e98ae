import { styleText } from 'node:util'
import { PROJECT_FIELDS } from '../parse/project-page/fields.ts'
import type { Reading } from '../parse/reading.ts'
import type { Place } from '../parse/source.ts'
import type {
  AmountKind,
  DecisionItem,
  DecisionSection,
  ParsedDocument,
  ProjectFieldKey,
  ProjectPage,
} from '../parse/types.ts'
import type { Warning } from '../parse/warnings.ts'

type Style = Parameters<typeof styleText>[0]
type Mark = { place: Place; style: Style }

type Paint = (style: Style, words: string) => string

const SEVERITY_STYLE: Record<Warning['severity'], Style> = { error: 'red', warning: 'yellow', info: 'cyan' }
const AMOUNT_KIND: Record<AmountKind, string> = {
  applied: 'Sökt belopp',
  prioritised: 'Prioriterat belopp',
  awarded: 'Beviljat belopp',
  unspecified: 'Belopp',
}
/** Fields that several labels give, or none. */
const OTHER_LABELS: Partial<Record<ProjectFieldKey, string>> = {
  startDate: 'Startdatum',
  endDate: 'Slutdatum',
}

/**
 * A report for people, in Swedish: what was read, what it was read as, what to look at (in English too), and the
 * source with every word that became a value marked. `color` false gives plain text with marks in brackets.
 */
export function toReport(document: ParsedDocument, text: string, color: boolean): string {
  const paint: Paint = (style, words) => (color ? styleText(style, words, { validateStream: false }) : words)
  if ('refused' in document) {
    return `${paint('red', 'Avvisad')}\n${document.reason.sv}\n${paint('dim', document.reason.en)}\n`
  }
  const isPage = document.kind === 'esf-project-page'
  const lines = [
    paint('bold', document.title?.raw ?? '(utan rubrik)'),
    paint('dim', isPage ? 'Projektsida' : `Beslutslista, ${document.partnership ?? 'okänt partnerskap'}`),
    ...(isPage ? pageLines(document) : document.sections.flatMap((section) => sectionLines(section, paint))),
    '',
    ...warningLines(allWarnings(document), paint),
    '',
    paint('bold', 'Källan'),
    markText(text, marksOf(document), paint, color),
  ]
  return `${lines.join('\n')}\n`
}

const row = (label: string, value: string): string => `  ${label.padEnd(34)} ${value}`

function pageLines(page: ProjectPage): string[] {
  const fields = Object.entries(page.fields) as [ProjectFieldKey, Reading<unknown>][]
  const kinds = page.description?.blocks.map((block) => block.kind) ?? []
  const count = (kind: string) => kinds.filter((one) => one === kind).length
  return [
    ...fields.map(([key, reading]) => row(labelOf(key), worded(reading))),
    ...page.unknownFields.map(({ label, raw }) => row(`? ${label}`, raw)),
    row(
      'Beskrivning',
      [
        many(count('paragraph'), 'stycke', 'stycken'),
        many(count('heading'), 'rubrik', 'rubriker'),
        many(count('list'), 'lista', 'listor'),
      ].join(', '),
    ),
  ]
}

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`

const labelOf = (key: ProjectFieldKey): string =>
  OTHER_LABELS[key] ?? PROJECT_FIELDS.find((field) => field.key === key)?.labels[0] ?? key

function sectionLines(
  { heading, decisionDate, fund, county, items }: DecisionSection,
  paint: Paint,
): string[] {
  const facts = [decisionDate ?? 'okänt datum', fund, county].filter(Boolean).join(', ')
  return [
    '',
    `${paint('bold', heading?.raw ?? '(utan rubrik)')}  ${paint('dim', facts)}`,
    ...items.flatMap((item) => itemLines(item, paint)),
  ]
}

function itemLines(item: DecisionItem, paint: Paint): string[] {
  const { name, applicant, amount, amountKind, partners } = item
  const lines = [`  ${paint('bold', name ? worded(name) : '(utan namn)')}`]
  if (applicant) lines.push(row('  Sökande', worded(applicant)))
  if (amount) lines.push(row(`  ${AMOUNT_KIND[amountKind ?? 'unspecified']}`, worded(amount)))
  if (partners) lines.push(row('  Samverkansparter', partners.names?.join(' · ') ?? partners.raw))
  return lines
}

function warningLines(warnings: Warning[], paint: Paint): string[] {
  const indent = (code: string) => ' '.repeat(code.length)
  return [
    paint('bold', many(warnings.length, 'anmärkning', 'anmärkningar')),
    ...warnings.flatMap(({ severity, code, message }) => [
      `  ${paint(SEVERITY_STYLE[severity], code)}  ${message.sv}`,
      `  ${indent(code)}  ${paint('dim', message.en)}`,
    ]),
  ]
}

/** A reading in a few words: the value, and the source's own words where they differ. */
function worded({ value, raw, state }: Reading<unknown>): string {
  if (state === 'empty') return '(tomt)'
  if (state === 'unreadable') return `(går inte att läsa) ← ${raw}`
  if (value === null) return `(ej redovisat) ← ${raw}`
  const shown = shownAs(value)
  return shown === raw ? shown : `${shown} ← ${raw}`
}

function shownAs(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'Ja' : 'Nej'
  if (typeof value === 'number') return value.toLocaleString('sv-SE').replace(/\s/g, ' ')
  if (typeof value === 'object' && value !== null)
    return Object.values(value).flat().filter(Boolean).join(' · ')
  return String(value)
}

/** Every warning of a document, its sections' and entries' too. */
function allWarnings(document: ParsedDocument): Warning[] {
  if ('refused' in document) return []
  if (document.kind === 'esf-project-page') return document.warnings
  const inSections = document.sections.flatMap((section) => [
    ...section.warnings,
    ...section.items.flatMap((item) => item.warnings),
  ])
  return [...document.warnings, ...inSections]
}

/** The stretches of the source that became values, and those that warnings point at. */
function marksOf(document: ParsedDocument): Mark[] {
  if ('refused' in document) return []
  const places =
    document.kind === 'esf-project-page'
      ? [document.title?.place, ...Object.values(document.fields).map((reading) => reading.place)]
      : document.sections.flatMap((section) => [
          section.heading?.place,
          ...section.items.flatMap((item) => [
            item.name?.place,
            item.applicant?.place,
            item.amount?.place,
            item.partners?.place,
          ]),
        ])
  const read = places.filter((place) => place !== undefined).map((place): Mark => ({ place, style: 'green' }))
  const flagged = allWarnings(document)
    .filter((warning) => warning.place.end - warning.place.start < 200)
    .map(({ place, severity }): Mark => ({ place, style: SEVERITY_STYLE[severity] }))
  return [...flagged, ...read]
}

/** Marks do not overlap; of two that would, the one that begins first stands. */
function markText(text: string, marks: Mark[], paint: Paint, color: boolean): string {
  const inOrder = marks
    .filter(({ place }) => place.end > place.start)
    .sort((a, b) => a.place.start - b.place.start)
  let at = 0
  let out = ''
  for (const { place, style } of inOrder) {
    if (place.start < at) continue
    const words = text.slice(place.start, place.end)
    out += text.slice(at, place.start) + (color ? paint(style, words) : `[${words}]`)
    at = place.end
  }
  return out + text.slice(at)
}
