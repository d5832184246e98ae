import type { Address, Locale } from '../paths.ts'

// Where words stand in a document, as addresses have it.

const ROW: Record<Locale, string> = { sv: 'rad', en: 'row' }

/** What a row of a table is called in addresses, and where it stands on its page. */
export const rowId = (row: number, locale: Locale): string => `${ROW[locale]}-${row}`

/** The row that the last part of an address names, or null. */
export function readRowPart(part: string, locale: Locale): number | null {
  const [, word, digits] = /^([a-z]{3})-([1-9]\d{0,8})$/.exec(part) ?? []
  return word === ROW[locale] && digits !== undefined ? Number(digits) : null
}

/** The page of a table's rows that holds a row. */
export const rowAddress = (slug: string, row: number): Address => ({
  page: 'documents',
  slug,
  rest: { sv: `/${rowId(row, 'sv')}`, en: `/${rowId(row, 'en')}` },
})

/** The words that a value was read from: at an offset of the text, or in a row of a table. */
export function placeAddress(slug: string, { start, row }: { start: number; row: number | null }): Address {
  if (row === null) return { page: 'documents', slug, rest: `#p${start}` }
  const rest = (locale: Locale) => `/${rowId(row, locale)}#${rowId(row, locale)}`
  return { page: 'documents', slug, rest: { sv: rest('sv'), en: rest('en') } }
}
