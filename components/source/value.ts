import {
  formatCount,
  formatDate,
  formatDecimal,
  formatKronor,
  formatOrganisationNumber,
  formatShare,
  formatYears,
} from '../../lib/format.ts'
import { areaName, fundName, interventionName, objectiveName, regionName } from '../../lib/i18n/codes.ts'
import type { Locale } from '../../lib/paths.ts'
import type { FieldType } from '../../lib/projects/fields.ts'
import { organisationNames, organisationUnit, type StoredValue } from '../../lib/projects/shown.ts'

export type Valued = {
  value: StoredValue
  code?: string | null
  precision: number | null
  qualifier: string | null
}
/** Codes mean what they mean in a period. */
export type Reader = { locale: Locale; period: string | null; yes: string; no: string }

/** A value in the reader's language; null where there is none. */
export function valueText(key: string, type: FieldType, valued: Valued, reader: Reader): string | null {
  const { value } = valued
  if (value === null) return null
  if (typeof value === 'boolean') return value ? reader.yes : reader.no
  if (typeof value === 'number') return numberText(type, value, valued, reader.locale)
  if (typeof value === 'string') return wordsText(key, type, value, valued.code ?? null, reader)
  if (Array.isArray(value))
    return value.map((block) => ('text' in block ? block.text : block.items.join(', '))).join(' ')
  return [organisationNames(value).join(', '), organisationUnit(value)].filter(Boolean).join(', ')
}

function numberText(type: FieldType, value: number, valued: Valued, locale: Locale): string {
  if (type === 'amount') return formatKronor(locale, value, valued)
  if (type === 'share') return formatShare(locale, value)
  if (type === 'number') return formatDecimal(locale, value, valued.qualifier)
  return formatCount(locale, value, valued.qualifier)
}

function wordsText(key: string, type: FieldType, value: string, code: string | null, reader: Reader): string {
  if (type === 'date') return formatDate(reader.locale, value)
  if (key === 'ownerOrganisationNumber') return formatOrganisationNumber(value)
  if (key === 'recipientPostalCode') return value.replace(/^(\d{3})(\d{2})$/, '$1\u00a0$2')
  return type === 'code' ? codeText(key, value, code, reader) : value
}

function codeText(key: string, value: string, code: string | null, { locale, period }: Reader): string {
  if (key === 'region') return code ? (regionName(locale, code) ?? value) : value
  if (key === 'fund') return fundName(locale, value)
  if (key === 'programmingPeriod') return formatYears(value)
  const naming = key === 'programmeArea' ? areaName : key === 'specificObjective' ? objectiveName : null
  if (naming) return withName(value, naming(locale, period, value))
  if (key !== 'interventionType') return value
  return value
    .split(/[,;] ?/)
    .map((type) => withName(type, interventionName(locale, period, type)))
    .join('; ')
}

const withName = (code: string, name: string | null) => (name ? `${code}\u00a0\u2013 ${name}` : code)
