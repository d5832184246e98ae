import type { Sentence } from '../documents/parse/reading.ts'
import { areaOf, isCountyName } from '../documents/parse/values/areas.ts'
import { luhnHolds } from '../documents/parse/values/checksum.ts'
import { PROJECT_NUMBER } from '../documents/parse/values/codes.ts'
import { onlyFundIn } from '../documents/parse/values/funds.ts'
import { looksLikeOrganisation } from '../documents/parse/values/organisation.ts'
import { emailPlaces } from '../documents/privacy/emails.ts'
import { telephonePlaces } from '../documents/privacy/telephones.ts'
import { targetOfHeader } from './header-words.ts'
import { type KnownList, recogniseList } from './known-lists.ts'
import type { ColumnFormat, ColumnMapping, TableMapping, TargetField } from './schema.ts'
import type { Column, Guess, Table } from './types.ts'

/** What the columns of a table seem to be, each with its reason, as a mapping that can be changed and saved. */
export type MappingGuess = {
  known: Pick<KnownList, 'id' | 'title'> | null
  mapping: TableMapping
  /** By column, in the order of the table. */
  guesses: Guess<TargetField>[]
}

/** Guesses what each column is: by a known list, by its header, or else by its values. */
export function guessMapping({ columns }: Pick<Table, 'columns'>): MappingGuess {
  const known = recogniseList(columns)
  const taken = new Map<TargetField, number>()
  const guesses = columns.map((column) => {
    const guess = withoutDouble(guessOf(column, known?.mappings), taken, column)
    taken.set(guess.value, column.number)
    return guess
  })
  const mapped = columns.map((column, index): [string, ColumnMapping] => {
    const target = guesses[index]?.value ?? 'unknown'
    const byList = known?.mappings.get(column.key)
    return [column.key, byList?.target === target ? byList : mappingOf(target)]
  })
  const title = known?.list.title.sv ?? UNNAMED
  return {
    known: known ? { id: known.list.id, title: known.list.title } : null,
    mapping: { name: title.slice(0, 100), columns: Object.fromEntries(mapped) },
    guesses,
  }
}

/** What a mapping is called that nobody has named. */
export const UNNAMED = 'Egen'

/** Costs of 0 mean that nobody has reported any yet, on lists as on the pages of the project bank. */
const mappingOf = (target: TargetField): ColumnMapping =>
  target === 'totalCosts' ? { target, zeroMeansUnknown: true } : { target }

function guessOf(column: Column, known: Map<string, ColumnMapping> | undefined): Guess<TargetField> {
  const listed = known?.get(column.key)
  if (listed) return { value: listed.target, certain: true, reason: BY_LIST }
  const named = targetOfHeader(column.header)
  if (named) return { value: inItsCurrency(named, column), certain: true, reason: BY_HEADER }
  return byValues(column) ?? { value: 'unknown', certain: false, reason: BY_NOTHING }
}

/** An amount of euro is no amount of kronor: it is kept beside them. */
const inItsCurrency = (target: TargetField, { format }: Column): TargetField =>
  isKronor(target) && format.currency !== null && format.currency !== 'SEK' ? 'otherAmount' : target
export const isKronor = (target: TargetField): boolean =>
  target === 'totalBudget' || target === 'totalCosts' || target === 'grantedSupport'

/** Targets that several columns may have. */
const MANY = new Set<TargetField>(['unknown', 'ignore', 'private', 'otherAmount'])

function withoutDouble(
  guess: Guess<TargetField>,
  taken: Map<TargetField, number>,
  column: Column,
): Guess<TargetField> {
  const other = taken.get(guess.value)
  if (other === undefined || MANY.has(guess.value)) return guess
  const reason = {
    sv: `Kolumn ${other} har redan det som ”${column.header}” verkar vara.`,
    en: `Column ${other} already has what “${column.header}” seems to be.`,
  }
  return { value: 'unknown', certain: false, reason }
}

/** A programme's CCI code, as in "2014SE05M9OP001". */
export const PROGRAMME_CODE = '\\d{4}[A-Z]{2}\\d{2}[A-Z\\d]{4}\\d{3}'
const CCI = new RegExp(`^${PROGRAMME_CODE}$`)
const NUMBER = new RegExp(`^(?:${PROGRAMME_CODE}_)?(?:${PROJECT_NUMBER})$`)
const isOrganisationNumber = (text: string): boolean => {
  const digits = text.replace(/^16(?=\d{10}$)|[ -]/g, '')
  return /^\d{2}[2-9]\d{7}$/.test(digits) && luhnHolds(digits)
}

/** What values prove by their form, where a header says nothing. Persons come first. */
const BY_FORM: [TargetField, (text: string) => boolean][] = [
  ['private', (text) => emailPlaces(text).length > 0],
  ['diaryNumber', (text) => NUMBER.test(text)],
  ['ownerOrganisationNumber', isOrganisationNumber],
  ['private', (text) => text.length < 30 && telephonePlaces(text).length > 0],
  ['programmeCci', (text) => CCI.test(text)],
  ['nuts2', (text) => /^SE\d{1,3}$/.test(text)],
  ['fund', (text) => text.length < 60 && onlyFundIn(text) !== undefined],
  ['region', (text) => areaOf(text) !== undefined && !isCountyName(text)],
  ['county', (text) => text.split(/, ?/).every(isCountyName)],
  ['unionCofinancingRate', (text) => /^\d{1,3}(?:[.,]\d{1,2})? ?%$/.test(text)],
  ['country', (text) => /^(?:SE|Sverige|Sweden)$/i.test(text)],
  ['owner', (text) => text.length < 100 && looksLikeOrganisation(text)],
  ['description', (text) => text.length >= 150],
]

function byValues({ examples }: Column): Guess<TargetField> | undefined {
  if (examples.length === 0) return undefined
  const [target] = BY_FORM.find(([, isOne]) => examples.every(isOne)) ?? []
  return target && { value: target, certain: false, reason: BY_VALUES }
}

const BY_LIST: Sentence = {
  sv: 'Kolumnen hör till den kända listan.',
  en: 'The column belongs to the known list.',
}
const BY_HEADER: Sentence = { sv: 'Rubriken säger det.', en: 'The header says so.' }
const BY_VALUES: Sentence = { sv: 'Värdena ser ut så.', en: 'The values look like it.' }
const BY_NOTHING: Sentence = {
  sv: 'Varken rubriken eller värdena säger vad det är. Kolumnen behålls som okänt fält.',
  en: 'Neither the header nor the values say what it is. The column is kept as an unknown field.',
}

/** A column of a table with what the mapping makes of it. */
export type MappedColumn = {
  number: number
  header: string
  target: TargetField
  format: ColumnFormat
  zeroMeansUnknown: boolean
}

/** The columns of a table as a mapping has them; one that the mapping does not know is kept as an unknown field. */
export const mappedColumns = (columns: Column[], mapping: TableMapping): MappedColumn[] =>
  columns.map(({ number, header, key, format }) => {
    const mapped = Object.hasOwn(mapping.columns, key) ? mapping.columns[key] : undefined
    return {
      number,
      header: header || `#${number}`,
      target: mapped?.target ?? targetOfUnmapped(header),
      format: { ...format, ...mapped?.format },
      zeroMeansUnknown: mapped?.zeroMeansUnknown ?? false,
    }
  })

/** A new column of contacts must not slip through under an old mapping. */
const targetOfUnmapped = (header: string): TargetField =>
  targetOfHeader(header) === 'private' ? 'private' : 'unknown'
