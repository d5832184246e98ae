import type { Description } from '../documents/parse/description.ts'
import type { Reading } from '../documents/parse/reading.ts'
import type { Place } from '../documents/parse/source.ts'
import { readCount } from '../documents/parse/values/count.ts'
import type { Warning } from '../documents/parse/warnings.ts'
import { coverSecrets } from '../documents/privacy/index.ts'
import type { StoredBlock, StoredValue } from '../projects/shown.ts'
import type { StatementDraft, WarningDraft } from './drafts.ts'

/** A document's text with what must not be shown of it. */
export type Covered = {
  /** As extracted. */
  text: string
  /** The same with private characters covered: offsets hold. */
  publicText: string
  secrets: readonly string[]
}

/** Words without what is private in them. */
export const cover = ({ secrets }: Covered, words: string): string => coverSecrets(words, secrets)

/** How many characters are kept before and after a statement's words. */
const AROUND = 110

type Kind = { origin?: StatementDraft['origin']; label?: string | null }

/** The statement that a reading makes of a field. */
export function stateReading(
  source: Covered,
  field: string,
  reading: Reading<unknown>,
  { origin = 'FIELD', label = null }: Kind = {},
): StatementDraft {
  const { state, place } = reading
  const read = state === 'read' ? reading : undefined
  return {
    ...statePlace(source, field, place),
    origin,
    state: state === 'read' ? 'READ' : state === 'empty' ? 'EMPTY' : 'UNREADABLE',
    label: label && coverSecrets(label, source.secrets),
    value: coverValue(source, (read?.value ?? null) as StoredValue),
    precision: read?.precision ?? null,
    qualifier: read?.qualifier ?? null,
    code: read?.code ?? null,
  }
}

/** A statement whose meaning is the words themselves, or is given. */
export function statePlace(
  source: Covered,
  field: string,
  place: Place,
  value: StoredValue = null,
): StatementDraft {
  const { publicText } = source
  const raw = publicText.slice(place.start, place.end)
  return {
    field,
    origin: 'FIELD',
    state: 'READ',
    label: null,
    raw,
    value: value ?? foldSpace(raw),
    precision: null,
    qualifier: null,
    code: null,
    start: place.start,
    end: place.end,
    before: wholeCharacters(publicText.slice(Math.max(0, place.start - AROUND), place.start)),
    after: wholeCharacters(publicText.slice(place.end, place.end + AROUND)),
  }
}

const foldSpace = (words: string) => words.replace(/\s+/g, ' ').trim()
/** A window may begin or end inside a surrogate pair, which PostgreSQL would refuse. */
const wholeCharacters = (words: string) => words.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '')

/** Covers what is private in every string of a value. */
export function coverValue(source: Covered, value: StoredValue): StoredValue {
  if (typeof value === 'string') return coverSecrets(value, source.secrets)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  if ('organisations' in value)
    return { organisations: value.organisations.map((name) => coverSecrets(name, source.secrets)) }
  return {
    organisation: coverSecrets(value.organisation, source.secrets),
    unit: value.unit && coverSecrets(value.unit, source.secrets),
  }
}

/** The statement of a description: its words, and their structure as the value. */
export function stateDescription(source: Covered, description: Description): StatementDraft {
  const words = ({ start, end }: Place) => foldSpace(source.publicText.slice(start, end))
  const blocks = description.blocks.map(
    (block): StoredBlock =>
      block.kind === 'list'
        ? { kind: 'list', items: block.items.map(({ place }) => words(place).replace(BULLET, '')) }
        : { kind: block.kind, text: words(block.place) },
  )
  return statePlace(source, 'description', description.place, blocks)
}
const BULLET = /^(?:[•·▪◦‣●*]\s*|[-–—]\s+)/

/** What running text says of a field that the page has as a field too: kept beside it as another value. */
export function stateContradictions(source: Covered, warnings: readonly Warning[]): StatementDraft[] {
  return warnings.flatMap((warning) => {
    if (warning.code !== 'text-contradicts-field' || warning.field !== 'plannedParticipants') return []
    const said = readCount(warning.says ?? '')
    if (!('value' in said) || said.value === null) return []
    const { qualifier = null } = said
    const statement = statePlace(source, warning.field, warning.place, said.value)
    return { ...statement, origin: 'PROSE' as const, qualifier }
  })
}

/** A warning without what is private in its words. */
export const coverWarning = (
  source: Covered,
  { code, severity, field, message, place }: Warning,
): WarningDraft => ({
  code,
  severity,
  field: field ?? null,
  sv: coverSecrets(message.sv, source.secrets),
  en: coverSecrets(message.en, source.secrets),
  ...place,
})
