import { styleText } from 'node:util'
import type { Reading } from '../parse/reading.ts'
import type { Place } from '../parse/source.ts'
import type { DecisionItem, ParsedDocument } from '../parse/types.ts'
import type { Warning } from '../parse/warnings.ts'

type Style = Parameters<typeof styleText>[0]
type Mark = { place: Place; style: Style }

const SEVERITY_STYLE: Record<Warning['severity'], Style> = { error: 'red', warning: 'yellow', info: 'cyan' }
const STATE: Record<Reading<unknown>['state'], string> = {
  read: '',
  empty: '(tomt)',
  unreadable: '(oläsligt)',
}

/**
 * A report for people: what was read, what it was read as, what to look at, and the source with every word that
 * became a value marked. `color` false gives plain text with marks in brackets.
 */
export function toReport(document: ParsedDocument, text: string, color: boolean): string {
  const paint = (style: Style, words: string) =>
    color ? styleText(style, words, { validateStream: false }) : words
  const out: string[] = []
  if ('refused' in document) {
    out.push(paint('red', `Avvisad (${document.kind})`), document.reason.sv, document.reason.en)
    return `${out.join('\n')}\n`
  }
  const row = (label: string, value: string) => out.push(`  ${label.padEnd(26)} ${value}`)
  out.push(paint('bold', document.title?.raw ?? '(utan rubrik)'), paint('dim', document.kind))
  if (document.kind === 'esf-project-page') {
    for (const [key, reading] of Object.entries(document.fields)) row(key, describe(reading))
    for (const { label, raw } of document.unknownFields) row(`? ${label}`, raw)
    row('description', describeBlocks(document.description?.blocks.map((block) => block.kind) ?? []))
  } else {
    row('partnership', document.partnership ?? '–')
    for (const section of document.sections) {
      out.push('', paint('bold', section.heading?.raw ?? '(utan rubrik)'))
      row(
        'decided',
        `${section.decisionDate ?? '–'}  ${section.fund ?? ''}  ${section.county ?? ''}`.trimEnd(),
      )
      for (const item of section.items) out.push(`  ${describeItem(item)}`)
    }
  }
  const warnings = allWarnings(document)
  out.push('', paint('bold', `${warnings.length} anmärkningar`))
  for (const { severity, code, message } of warnings) {
    out.push(
      `  ${paint(SEVERITY_STYLE[severity], code)}  ${message.sv}`,
      `  ${' '.repeat(code.length)}  ${paint('dim', message.en)}`,
    )
  }
  out.push('', paint('bold', 'Källan'), markText(text, marksOf(document), paint, color))
  return `${out.join('\n')}\n`
}

function describe(reading: Reading<unknown>): string {
  const { value, raw, state } = reading
  if (state !== 'read') return `${STATE[state]} ${raw}`.trim()
  if (value === null) return `(ej redovisat) ${raw}`
  const shown =
    typeof value === 'object' ? Object.values(value).flat().filter(Boolean).join(' · ') : String(value)
  return shown === raw ? shown : `${shown}   ← ${raw}`
}

const describeBlocks = (kinds: string[]): string =>
  ['heading', 'paragraph', 'list']
    .map((kind) => `${kinds.filter((one) => one === kind).length} ${kind}`)
    .join(', ')

function describeItem(item: DecisionItem): string {
  const parts = [item.name, item.applicant, item.amount].map((reading) => (reading ? describe(reading) : '–'))
  return `${parts.join(' | ')} (${item.amountKind ?? '–'})`
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
function markText(
  text: string,
  marks: Mark[],
  paint: (style: Style, words: string) => string,
  color: boolean,
): string {
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
