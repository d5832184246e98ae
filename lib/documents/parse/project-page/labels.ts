import { bulletLength } from '../description.ts'
import { labelKey } from '../labels.ts'
import type { Line, Place, Source } from '../source.ts'
import { placeWithin } from '../source.ts'
import { type FieldDefinition, PROJECT_FIELDS } from './fields.ts'

/** How a page writes its labels; one page writes all of them in one way. */
export type LabelStyle = 'colon' | 'bare' | 'glued'

/** A known label at the beginning of a line. */
export type LabelLine = {
  style: LabelStyle
  definition: FieldDefinition
  label: Place
  /** The label as it is written. */
  text: string
  /** Where in the line's text a value on the same line begins; undefined when the label fills the line. */
  valueFrom: number | undefined
}

const BY_LABEL = new Map(
  PROJECT_FIELDS.flatMap((definition) =>
    definition.labels.map((label) => [labelKey(label), definition] as const),
  ),
)
const FIRST_LETTERS = new Set([...BY_LABEL.keys()].map((label) => label.charAt(0)))
// A space or two may stand in a label where none belongs.
const LONGEST_LABEL =
  3 + Math.max(...PROJECT_FIELDS.flatMap((definition) => definition.labels.map((label) => label.length)))

// The longest label first, so that "Projektägare organisationsnummer" is not taken for "Projektägare".
const AT_START = new RegExp(
  `^(${PROJECT_FIELDS.flatMap((definition) => definition.labels)
    .sort((a, b) => b.length - a.length)
    .map((label) => label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|')})(?=\\S)`,
)

/** Finds the known label that a line begins with, if any. */
export function labelOf(source: Source, line: Line): LabelLine | undefined {
  return (
    labelBeforeColon(source, line) ??
    wholeLineLabel(source, line) ??
    labelBeforeTab(source, line) ??
    gluedLabel(source, line)
  )
}

/** "Region:", or "Region: Stockholm", also on a bullet. */
function labelBeforeColon(source: Source, line: Line): LabelLine | undefined {
  const from = bulletLength(line.text)
  const colon = line.text.indexOf(':', from)
  if (colon < 0 || colon - from > LONGEST_LABEL + 1) return undefined
  return found(source, line, 'colon', line.text.slice(from, colon), colon + 1, from)
}

/** "Region", and nothing else. */
function wholeLineLabel(source: Source, line: Line): LabelLine | undefined {
  if (line.text.length > LONGEST_LABEL) return undefined
  return found(source, line, 'bare', line.text, line.text.length)
}

/** A row of a table with two cells, label and value, with a tab between them. */
function labelBeforeTab(source: Source, line: Line): LabelLine | undefined {
  if (!source.hasTabs) return undefined
  const tab = source.text.slice(line.start, Math.min(line.end, line.start + LONGEST_LABEL + 2)).indexOf('\t')
  if (tab < 0) return undefined
  return found(source, line, 'colon', line.text.slice(0, tab), tab)
}

/** "RegionSydsverige": nothing stands between label and value. */
function gluedLabel(source: Source, line: Line): LabelLine | undefined {
  const label = AT_START.exec(line.text)?.[1]
  // After a label comes a value that begins like one; "Regionen" and "Namnet" are words.
  if (!label || /^[a-zåäö.,;:)-]/.test(line.text.slice(label.length)) !== isLowercaseValue(label, line.text))
    return undefined
  return found(source, line, 'glued', label, label.length)
}

/** Names of people and addresses may begin with a small letter: `Kontaktpersonkim Exempel`. */
function isLowercaseValue(label: string, text: string): boolean {
  const definition = definitionOf(label)
  const first = text.charAt(label.length)
  if (!/[a-zåäö]/.test(first)) return false
  if (definition?.key === 'contactEmail') return text.includes('@')
  return definition?.key === 'contactName' || definition?.key === 'owner'
}

/** The field that a label stands for. Most lines are no label, which their first letter mostly tells. */
function definitionOf(label: string): FieldDefinition | undefined {
  return FIRST_LETTERS.has(label.charAt(0).toLowerCase()) ? BY_LABEL.get(labelKey(label)) : undefined
}

function found(
  source: Source,
  line: Line,
  style: LabelStyle,
  label: string,
  valueFrom: number,
  labelFrom = 0,
): LabelLine | undefined {
  const definition = definitionOf(label)
  if (!definition) return undefined
  const rest = line.text.slice(valueFrom).trim()
  const place = placeWithin(source, line, labelFrom, labelFrom + label.trimEnd().length)
  return { style, definition, label: place, text: label.trim(), valueFrom: rest ? valueFrom : undefined }
}
