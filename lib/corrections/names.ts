import type { Sentence } from '../documents/parse/reading.ts'
import { readOrganisation } from '../documents/parse/values/organisation.ts'
import { organisationNames, organisationUnit, type StoredValue } from '../projects/shown.ts'
import { ok, problem, type Result } from '../result.ts'

// Organisations as people type them: "Sala kommun, Arbetsmarknadsenheten", several one a line. A name in straight quotes
// is taken as it stands, whatever commas are in it.

const QUOTED = /^"((?:[^"]|"")*)"(?:, ?(.+))?$/

/** The names of more than one in a text of that many lines are several that act together. */
const linesOf = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)

/** An organisation with its unit, or several. Pure. */
export function readOrganisations(text: string): Result<StoredValue, Sentence> {
  const [first, ...others] = linesOf(text)
  if (first === undefined) return problem(NO_ORGANISATION)
  if (others.length > 0) return ok({ organisations: [first, ...others].map(unquoted) })
  const quoted = QUOTED.exec(first)
  if (quoted) return ok({ organisation: unquoted(`"${quoted[1]}"`), unit: quoted[2] ?? null })
  const read = readOrganisation(first)
  return 'problem' in read ? problem(read.problem) : ok(read.value)
}

const NO_ORGANISATION: Sentence = {
  sv: 'Här borde stå en organisation.',
  en: 'An organisation should stand here.',
}

/** Organisations as text that `readOrganisations` reads back. Pure. */
export function organisationsText(value: StoredValue): string {
  const names = organisationNames(value)
  const [name = ''] = names
  if (names.length > 1) return names.map((one) => (one.startsWith('"') ? inQuotes(one) : one)).join('\n')
  const unit = organisationUnit(value)
  const plain = unit ? `${name}, ${unit}` : name
  return isReadBack(plain, name, unit) ? plain : [inQuotes(name), unit].filter(Boolean).join(', ')
}

function isReadBack(text: string, name: string, unit: string | null): boolean {
  const read = readOrganisations(text)
  return (
    !text.startsWith('"') &&
    read.ok &&
    organisationNames(read.value)[0] === name &&
    organisationUnit(read.value) === unit
  )
}

const inQuotes = (name: string) => `"${name.replaceAll('"', '""')}"`
const unquoted = (line: string) =>
  QUOTED.test(line) && line.endsWith('"') ? line.slice(1, -1).replaceAll('""', '"') : line

/** How partners are given: names, one a line, or prose as some sources have it. */
export const PARTNER_FORMS = ['list', 'prose'] as const
const AND_OTHERS = /^(?:med flera|m\. ?fl\.?|and others)$/i

/** Partners of an entry; "med flera" on the last line says that there are more. Pure. */
export function readPartners(
  text: string,
  form: string,
): Result<{ value: StoredValue; qualifier: string | null }, Sentence> {
  const lines = linesOf(text)
  const isOpen = AND_OTHERS.test(lines.at(-1) ?? '')
  const named = isOpen ? lines.slice(0, -1) : lines
  if (named.length === 0) return problem(NO_ORGANISATION)
  const value = form === 'prose' ? named.join(' ') : { organisations: named }
  return ok({ value, qualifier: isOpen ? 'med flera' : null })
}

/** Partners as text that `readPartners` reads back, with its form. Pure. */
export function partnersText(value: StoredValue, qualifier: string | null): { text: string; kind: string } {
  const isProse = typeof value === 'string'
  const lines = isProse ? [value] : organisationNames(value)
  return {
    text: [...lines, ...(qualifier ? ['med flera'] : [])].join('\n'),
    kind: isProse ? 'prose' : 'list',
  }
}
