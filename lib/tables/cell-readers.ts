import type { Meaning } from '../documents/parse/reading.ts'
import { readAmount } from '../documents/parse/values/amount.ts'
import { areaOf } from '../documents/parse/values/areas.ts'
import * as codes from '../documents/parse/values/codes.ts'
import { readCount } from '../documents/parse/values/count.ts'
import { readFund } from '../documents/parse/values/funds.ts'
import { readOrganisation } from '../documents/parse/values/organisation.ts'
import type { StoredValue } from '../projects/shown.ts'
import { readDateAs } from './dates.ts'
import { isKronor, type MappedColumn, PROGRAMME_CODE } from './mapping.ts'
import { withoutCurrency } from './money.ts'
import { readWritten } from './numbers.ts'
import { withoutVat } from './persons.ts'
import type { Currency, TargetField } from './schema.ts'
import { blocksOf } from './summaries.ts'

/** What a cell says: its meaning, and for money the currency that it is in. */
export type CellMeaning = Meaning<StoredValue> & { currency?: Currency | null }

/** Reads the text of a cell, which is not empty, as what its column is. */
export function readCell(text: string, column: MappedColumn): CellMeaning {
  const { target, format } = column
  if (isKronor(target) || target === 'otherAmount') return readMoney(text, column)
  if (target === 'startDate' || target === 'endDate') return readDateAs(text, format.date)
  if (target === 'description' || target === 'descriptionEnglish') return { value: blocksOf(text) }
  return (READERS[target] ?? codes.readText)(folded(text))
}

/** White space of every kind is one space, as the readers of values expect. */
export const folded = (text: string): string => text.replace(/\s+/g, ' ').trim()

const READERS: Partial<Record<TargetField, (text: string) => Meaning<StoredValue>>> = {
  diaryNumber: readListNumber,
  projectNumber: readListNumber,
  callNumber: codes.readNumber,
  owner: readOrganisation,
  ownerOrganisationNumber: (text) => codes.readOrganisationNumber(withoutVat(text).replace(/\.0$/, '')),
  region: readRegion,
  nuts2: codes.readNuts,
  unionCofinancingRate: (text) => codes.readShare(text.replace(/^(\d{1,3}[.,]\d{6})\d{1,14}/, '$1')),
  fund: (text) => readFund(ENGLISH_FUNDS.find(([name]) => name.test(text))?.[1] ?? text),
  programmeArea: codes.readProgrammeArea,
  specificObjective: codes.readObjective,
  interventionType: codes.readIntervention,
  programmingPeriod: codes.readProgrammingPeriod,
  recipientPostalCode: codes.readPostalCode,
  plannedParticipants: (text) => readCount(text.replace(/\.0$/, '')),
  strategicImportance: codes.readYesNo,
}

const ENGLISH_FUNDS: [RegExp, string][] = [
  [/^European Social Fund ?(?:\+|Plus)|^ESF Plus$/i, 'ESF+'],
  [/^European Social Fund$/i, 'ESF'],
  [/^European Regional Development Fund$|^ERDF$|^EFRE$/i, 'ERUF'],
  [/^Just Transition Fund$/i, 'FRO'],
]

/** Kohesio puts the programme's code before the number: "2021SE05SFPR001_23-017-S01"; authorities write "Dnr 2019/00163". */
function readListNumber(text: string): Meaning<string> {
  return codes.readNumber(text.replace(CODE_BEFORE_NUMBER, '').replace(LABEL_BEFORE_NUMBER, ''))
}
const CODE_BEFORE_NUMBER = new RegExp(`^${PROGRAMME_CODE}_`)
const LABEL_BEFORE_NUMBER = /^(?:dnr|diarienr|diarienummer|projektnr|projektnummer)[.:]{0,2} ?(?=\d)/i

/** A region by its name, with the NUTS 2 code of a programme area. */
function readRegion(text: string): Meaning<string> {
  const area = areaOf(text)
  return area ? { value: area.code === 'SE0' ? text : area.name, code: area.code } : { value: text }
}

/**
 * An amount: whole kronor, or another currency's units with their decimals. Amounts are never converted. A cell that
 * names its currency outweighs the column; where nothing names one, a Swedish list is in kronor.
 */
function readMoney(text: string, { format, zeroMeansUnknown }: MappedColumn): CellMeaning {
  const { digits, currency: own } = withoutCurrency(folded(text))
  const currency = own ?? format.currency ?? 'SEK'
  const written = readWritten(digits, format.decimal ?? ',')
  if (!written) return currency === 'SEK' ? { ...readAmount(folded(text)), currency } : { problem: NOT_MONEY }
  if (written.value === 0 && zeroMeansUnknown) return { value: null, currency }
  const scaled = Math.abs(written.value) * format.unit
  const sign = written.value < 0 ? -1 : 1
  const step = format.unit / 10 ** written.decimals
  if (!Number.isSafeInteger(Math.round(scaled))) return { problem: NOT_MONEY }
  const isSwedish = currency === 'SEK'
  const value = isSwedish ? Math.round(scaled) : Number(scaled.toFixed(2))
  return { value: value === 0 ? 0 : value * sign, precision: Math.max(isSwedish ? 1 : 0.01, step), currency }
}

const NOT_MONEY = {
  sv: 'Här borde stå ett belopp, men det går inte att läsa som ett.',
  en: 'An amount should stand here, but this cannot be read as one.',
}
