import { z } from 'zod'

export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-1',
  'iso-8859-15',
  'iso-8859-7',
  'windows-1253',
  'windows-1250',
  'ibm850',
  'macroman',
] as const
export const TableEncoding = z.enum(ENCODINGS)
export type TableEncoding = z.infer<typeof TableEncoding>

export const DELIMITERS = [';', ',', '\t', '|'] as const
export const Delimiter = z.enum(DELIMITERS)
export type Delimiter = z.infer<typeof Delimiter>

/**
 * How a file is taken apart. Everything in it is detected and may be chosen otherwise.
 * What a kind of file does not have is null: a workbook has no encoding, a text no sheets.
 */
export const TableSettings = z.object({
  kind: z.enum(['delimited', 'workbook', 'json']),
  encoding: TableEncoding.nullable(),
  delimiter: Delimiter.nullable(),
  sheet: z.string().max(200).nullable(),
  /** The row of the header, counted from 1; 0 where the table has none. */
  headerRow: z.number().int().min(0).max(1000),
  /** A header may stand on two lines: groups above columns, or one language above the other. */
  headerRows: z.union([z.literal(1), z.literal(2)]),
})
export type TableSettings = z.infer<typeof TableSettings>

/** What a person chose instead of what was detected; what is left out is detected. */
export const SettingsChoice = TableSettings.omit({ kind: true }).partial()
export type SettingsChoice = z.infer<typeof SettingsChoice>

export const DATE_FORMATS = [
  'yyyy-MM-dd',
  'dd/MM/yyyy',
  'MM/dd/yyyy',
  'dd.MM.yyyy',
  'yyyyMMdd',
  'serial',
] as const
export const DateFormat = z.enum(DATE_FORMATS)
export type DateFormat = z.infer<typeof DateFormat>

/** An ISO 4217 code. */
export const Currency = z.string().regex(/^[A-Z]{3}$/)
export type Currency = z.infer<typeof Currency>

/** How the values of a column are written. Null: nothing in the column is a date, a number, an amount. */
export const ColumnFormat = z.object({
  date: DateFormat.nullable(),
  /** The sign before the decimals; the other one, spaces and apostrophes may stand between thousands. */
  decimal: z.enum([',', '.']).nullable(),
  /** What one in the column stands for: 1000 under a header that says tkr. */
  unit: z.union([z.literal(1), z.literal(1000), z.literal(1_000_000)]),
  /** Where the cells do not say it themselves. */
  currency: Currency.nullable(),
})
export type ColumnFormat = z.infer<typeof ColumnFormat>

/**
 * What a column can be. `period` is a start and an end in one cell; `unknown` is kept with its header, `ignore` and
 * `private` are not kept.
 */
const TARGETS = [
  'diaryNumber',
  'projectNumber',
  'name',
  'owner',
  'ownerOrganisationNumber',
  'region',
  'nuts2',
  'county',
  'municipality',
  'startDate',
  'endDate',
  'period',
  'totalBudget',
  'totalCosts',
  'grantedSupport',
  'otherAmount',
  'unionCofinancingRate',
  'fund',
  'programmeArea',
  'specificObjective',
  'interventionType',
  'programmeCci',
  'programmingPeriod',
  'callNumber',
  'recipientAddress',
  'recipientPostalCode',
  'recipientCity',
  'recipientCountry',
  'country',
  'projectPhase',
  'plannedParticipants',
  'strategicImportance',
  'description',
  'descriptionEnglish',
  'unknown',
  'ignore',
  'private',
] as const
export const TargetField = z.enum(TARGETS)
export type TargetField = z.infer<typeof TargetField>

/** What one column is, and how it is written where that differs from what is detected. */
export const ColumnMapping = z.object({
  target: TargetField,
  format: ColumnFormat.partial().optional(),
  /** A 0 in this column says that nobody knows, or that nothing was reported yet. */
  zeroMeansUnknown: z.boolean().optional(),
})
export type ColumnMapping = z.infer<typeof ColumnMapping>

/** A mapping as it is saved for the next file of the same kind: by the keys of headers, see `headerKeys`. */
export const TableMapping = z.object({
  name: z.string().trim().min(1).max(100),
  columns: z
    .record(z.string().min(1).max(200), ColumnMapping)
    .refine((columns) => Object.keys(columns).length <= 500),
})
export type TableMapping = z.infer<typeof TableMapping>
