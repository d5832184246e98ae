import type { Sentence } from '../../documents/parse/reading.ts'
import type { Locale } from '../../paths.ts'
import { typeOfFollowUpField } from '../fields.ts'
import { indicatorOf } from '../indicators.ts'
import { MEASURES, type MeasureName, measureKey, measureOf } from '../measures.ts'

/**
 * A column of the template by its stable key: `number` and `name` of the project, a field of a follow-up (`asOf`,
 * `sourceUrl`), or a measure (`costs.eu`, `actual.total@CO01`).
 */
export type ColumnKey = string

const measuresOf = (...names: MeasureName[]): ColumnKey[] =>
  names.flatMap((name) => MEASURES[name].parts.map((part) => measureKey({ name, part, row: null })))

const BEFORE = ['number', 'name', 'asOf', 'basis']
const MEASURED = measuresOf('costs', 'advances', 'recovered', 'planned', 'reached')
const AFTER = ['sourceUrl', 'sourcePage', 'comment']

/** Indicators that a table may have columns of: a follow-up has so many rows at most. */
export const MOST_INDICATORS = 40

/**
 * The columns of a template. `indicators`: the measures of common indicators that it has beside the others, in any order. They
 * stand by their codes: what was there, what was aimed at and what came of it, each as a whole and by gender.
 */
export const columnsFor = (indicators: readonly ColumnKey[]): ColumnKey[] => [
  ...BEFORE,
  ...MEASURED,
  ...[...indicators].sort(byPlace),
  ...AFTER,
]

function byPlace(a: ColumnKey, b: ColumnKey): number {
  const [one, other] = [placeOf(a), placeOf(b)]
  return one.code === other.code ? one.at - other.at : one.code < other.code ? -1 : 1
}

const IN_ROWS = measuresOf('baseline', 'target', 'actual')
const placeOf = (key: ColumnKey) => {
  const [measure = '', code = ''] = key.split('@')
  return { code, at: IN_ROWS.indexOf(measure) }
}

/** Whether a measure is one of a common indicator: an own one is named by more than fits over a column. */
export const isIndicator = (key: ColumnKey): boolean => {
  const row = measureOf(key)?.row
  return row != null && indicatorOf(row)?.code === row
}

const text = (sv: string, en: string, ...more: string[]) => ({ sv, en, more })
const HEADERS: Record<string, Sentence & { more: string[] }> = {
  number: text('Projektnummer', 'Project number', 'Projektnr', 'Diarienummer'),
  name: text('Projektets namn', 'Project name', 'Namn', 'Name'),
  asOf: text('Per den', 'As of', 'Datum', 'Date'),
  basis: text('Redovisade eller godkända', 'Reported or approved'),
  'costs.total': text('Kostnader totalt', 'Costs total', 'Kostnader', 'Costs'),
  'costs.eu': text('Kostnader EU-stöd', 'Costs EU support'),
  'costs.public': text('Kostnader offentlig finansiering', 'Costs public funding'),
  'costs.private': text('Kostnader privat finansiering', 'Costs private funding'),
  'advances.total': text('Förskott', 'Advances'),
  'recovered.total': text('Återkrävt stöd', 'Support recovered', 'Återkrav'),
  'planned.total': text('Planerade deltagare totalt', 'Planned participants total', 'Planerade deltagare'),
  'planned.women': text('Planerade kvinnor', 'Planned women'),
  'planned.men': text('Planerade män', 'Planned men'),
  'planned.nonBinary': text('Planerade icke-binära', 'Planned non-binary'),
  'reached.total': text('Nådda deltagare totalt', 'Participants reached total', 'Nådda deltagare'),
  'reached.women': text('Nådda kvinnor', 'Women reached'),
  'reached.men': text('Nådda män', 'Men reached'),
  'reached.nonBinary': text('Nådda icke-binära', 'Non-binary reached'),
  sourceUrl: text('Länk till källan', 'Link to the source', 'Källa', 'Source'),
  sourcePage: text('Var i källan', 'Where in the source', 'Sida', 'Page'),
  comment: text('Kommentar', 'Comment'),
}

const OF_INDICATORS: Record<string, Sentence> = {
  baseline: { sv: 'Utgångsvärde', en: 'Baseline' },
  target: { sv: 'Mål', en: 'Target' },
  actual: { sv: 'Utfall', en: 'Actual' },
}
const PARTS: Record<string, Sentence> = {
  total: { sv: 'totalt', en: 'total' },
  women: { sv: 'kvinnor', en: 'women' },
  men: { sv: 'män', en: 'men' },
  nonBinary: { sv: 'icke-binära', en: 'non-binary' },
}

/** What stands above a column: "Utfall CO01 kvinnor (Arbetslösa)". */
export function headerOf(key: ColumnKey, locale: Locale): string {
  const fixed = Object.hasOwn(HEADERS, key) ? HEADERS[key] : undefined
  if (fixed) return fixed[locale]
  const measure = measureOf(key)
  const indicator = indicatorOf(measure?.row ?? '')
  const name = OF_INDICATORS[measure?.name ?? '']?.[locale]
  const part = PARTS[measure?.part ?? '']?.[locale]
  return indicator && name && part ? `${name} ${indicator.code} ${part} (${indicator.name[locale]})` : key
}

/** Words of a header, without capitals and marks. */
const plain = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const FIXED = new Map(
  Object.entries(HEADERS).flatMap(([key, { sv, en, more }]) =>
    [key, sv, en, ...more].map((spelling) => [plain(spelling), key] as const),
  ),
)
const namesOf = (words: Record<string, Sentence>) =>
  new Map(
    Object.entries(words).flatMap(([key, { sv, en }]) =>
      [key, sv, en].map((spelling) => [plain(spelling), key] as const),
    ),
  )
const MEASURE_WORDS = namesOf(OF_INDICATORS)
const PART_WORDS = namesOf(PARTS)
const LONGEST_HEADER = 200

/** The column that a header names, in either language or by its key; undefined for one that is none of ours. Pure. */
export function columnOf(header: string): ColumnKey | undefined {
  if (header.length > LONGEST_HEADER) return undefined
  return FIXED.get(plain(header)) ?? indicatorColumn(header)
}

/** "Utfall CO01 kvinnor (Arbetslösa)", "actual.women@CO01": the measure first, then code and part in any order. */
function indicatorColumn(header: string): ColumnKey | undefined {
  const [first = '', ...others] = plain(header.replace(/\([^()]{0,200}\)[^\p{L}\p{N}]*$/u, '')).split(' ')
  const name = MEASURE_WORDS.get(first)
  const code = others.map(indicatorOf).find((found) => found !== undefined)?.code
  if (!name || !code) return undefined
  const rest = others.filter((word) => indicatorOf(word) === undefined).join(' ')
  const part = rest === '' ? 'total' : PART_WORDS.get(rest)
  const key = `${name}.${part}@${code}`
  return measureOf(key) ? key : undefined
}

/** How the cells of a column are written; a project's number and name are words. */
export const typeOfColumn = (key: ColumnKey) => typeOfFollowUpField(key) ?? 'text'
