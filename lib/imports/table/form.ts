import { mappedColumns, UNNAMED } from '../../tables/mapping.ts'
import {
  type ColumnFormat,
  type ColumnMapping,
  Currency,
  DateFormat,
  type Delimiter,
  type SettingsChoice,
  TableEncoding,
  TableMapping,
  TargetField,
} from '../../tables/schema.ts'
import type { Column, Table } from '../../tables/types.ts'
import type { TableChoice, TableWork } from './settings.ts'

// How a table is read, as a form has it: every control by its name, all of them text. Pure.

/** What can be chosen of how a file is taken apart, by the name of its control. */
export const SETTINGS = {
  encoding: 's.encoding',
  delimiter: 's.delimiter',
  sheet: 's.sheet',
  headerRow: 's.headerRow',
  headerRows: 's.headerRows',
} as const
export type SettingKey = keyof typeof SETTINGS

/** Names of separators: a tab in a form's value is easily lost. */
export const DELIMITER_NAMES = { semicolon: ';', comma: ',', tab: '\t', pipe: '|' } as const satisfies Record<
  string,
  Delimiter
>
export type DelimiterName = keyof typeof DELIMITER_NAMES
const DELIMITERS = Object.entries(DELIMITER_NAMES) as [DelimiterName, Delimiter][]

const COLUMN_PARTS = ['target', 'date', 'decimal', 'unit', 'currency', 'zero'] as const
export type ColumnPart = (typeof COLUMN_PARTS)[number]
/** The control of one part of what a column means: `c.3.target`. */
export const columnControl = (number: number, part: ColumnPart): string => `c.${number}.${part}`

/** The control with what the mapping is saved as, and the one with the saved one that is to be used. */
export const MAPPING_NAME = 'name'
export const SAVED = 'saved'

/** What is wrong with a control, or with the form: each has a sentence in the texts. */
export type FormError = 'headerRow' | 'currency' | 'name' | 'choice' | 'saved' | 'changed' | 'notable'
export type FormErrors = Record<string, FormError>

/** The settings that a kind of file has. */
export const settingsOf = ({ settings: { kind } }: Table): SettingKey[] => SETTINGS_OF[kind]
const SETTINGS_OF: Record<Table['settings']['kind'], SettingKey[]> = {
  delimited: ['encoding', 'delimiter', 'headerRow', 'headerRows'],
  workbook: ['sheet', 'headerRow', 'headerRows'],
  json: ['encoding'],
}

/** What the form shows to begin with. In a column's format nothing is chosen where it is as detected. */
export function valuesOf({ table, mapping }: Pick<TableWork, 'table' | 'mapping'>): Record<string, string> {
  if (!table) return {}
  const settings = settingsOf(table).map((key) => [SETTINGS[key], settingText(table, key)])
  const targets = mappedColumns(table.columns, mapping ?? NO_MAPPING)
  const columns = table.columns.flatMap(({ number, key }, at) => {
    const { format, zeroMeansUnknown } = mapping?.columns[key] ?? {}
    const texts: Record<ColumnPart, string> = {
      target: targets[at]?.target ?? 'unknown',
      date: format?.date ?? '',
      decimal: format?.decimal ?? '',
      unit: format?.unit === undefined ? '' : String(format.unit),
      currency: format?.currency ?? '',
      zero: zeroMeansUnknown ? 'on' : '',
    }
    return COLUMN_PARTS.map((part) => [columnControl(number, part), texts[part]])
  })
  return Object.fromEntries([...settings, ...columns])
}

const NO_MAPPING: TableMapping = { name: '-', columns: {} }

function settingText({ settings }: Table, key: SettingKey): string {
  if (key === 'delimiter') return DELIMITERS.find(([, sign]) => sign === settings.delimiter)?.[0] ?? ''
  return String(settings[key] ?? '')
}

export type TableFormRead =
  | {
      ok: true
      /** With the columns as they stand in the form. */
      mapping: TableMapping
      settings: SettingsChoice
      /** The file is to be taken apart otherwise than it was: its columns are others then. */
      isChanged: boolean
    }
  | { ok: false; errors: FormErrors }

/** What a person says of a table that was read as `work`; or what is wrong, by the name of the control. */
export function readTableForm(form: FormData, work: TableWork): TableFormRead {
  const { table } = work
  if (!table) return { ok: false, errors: { '': 'notable' } }
  const shown = valuesOf(work)
  const reader = new FormReader(form, shown)
  const settings = settingsIn(reader, work.choice, table)
  const columns = table.columns.map((column): [string, ColumnMapping] => [
    column.key,
    columnIn(reader, column),
  ])
  const name = reader.text(MAPPING_NAME).trim() || work.mapping?.name || UNNAMED
  const mapping = TableMapping.safeParse({ name, columns: Object.fromEntries(columns) })
  if (!mapping.success && !reader.hasErrors) reader.errors[MAPPING_NAME] = 'name'
  if (!mapping.success || reader.hasErrors) return { ok: false, errors: reader.errors }
  const isChanged = settingsOf(table).some((key) => reader.isChanged(SETTINGS[key]))
  return { ok: true, mapping: mapping.data, settings, isChanged }
}

/** How a table is read from now on. Taken apart otherwise, its columns are guessed anew. */
export const choiceOf = ({ settings, mapping, isChanged }: TableFormRead & { ok: true }): TableChoice => ({
  settings,
  mapping: isChanged ? null : mapping,
})

/** The same columns with what a saved mapping says of those that it knows. */
export const withSaved = (mapping: TableMapping, saved: TableMapping): TableMapping => ({
  name: saved.name,
  columns: Object.fromEntries(
    Object.entries(mapping.columns).map(([key, column]) => [
      key,
      Object.hasOwn(saved.columns, key) ? (saved.columns[key] ?? column) : column,
    ]),
  ),
})

/** Everything that a person filled in, by the name of its control, for the form to show again. */
export function typedIn(form: FormData): Record<string, string> {
  const names = [...new Set(form.keys())].filter((name) => CONTROL.test(name))
  return Object.fromEntries(
    names.map((name) => {
      const value = form.get(name)
      return [name, typeof value === 'string' ? value : '']
    }),
  )
}
const CONTROL = new RegExp(`^(?:[sc]\\..{1,40}|${MAPPING_NAME}|${SAVED})$`)

/** Reads controls one by one, and keeps what is wrong with them. */
class FormReader {
  readonly errors: FormErrors = {}
  private readonly form: FormData
  private readonly shown: Record<string, string>

  constructor(form: FormData, shown: Record<string, string>) {
    this.form = form
    this.shown = shown
  }

  /** A control that was not sent stands as it was shown; a box that is not ticked is sent by nobody. */
  text(name: string): string {
    const value = this.form.get(name)
    return typeof value === 'string' ? value : (this.shown[name] ?? '')
  }

  isTicked(name: string): boolean {
    return this.form.get(name) === 'on'
  }

  isChanged(name: string): boolean {
    return this.text(name).trim() !== (this.shown[name] ?? '').trim()
  }

  get hasErrors(): boolean {
    return Object.keys(this.errors).length > 0
  }

  /** What a control says; nothing where it is empty, or wrong. */
  read<Value>(name: string, error: FormError, parse: (text: string) => Value | undefined): Value | undefined {
    const text = this.text(name).trim()
    if (text === '') return undefined
    const value = parse(text)
    if (value === undefined) this.errors[name] = error
    return value
  }
}

type Reads = { [Key in SettingKey]: (reader: FormReader, table: Table) => SettingsChoice[Key] | undefined }

const READ: Reads = {
  encoding: (reader) =>
    reader.read(SETTINGS.encoding, 'choice', (text) => TableEncoding.safeParse(text).data),
  delimiter: (reader) =>
    reader.read(SETTINGS.delimiter, 'choice', (text) => DELIMITERS.find(([name]) => name === text)?.[1]),
  sheet: (reader, { sheets }) =>
    reader.read(SETTINGS.sheet, 'choice', (text) => sheets.find(({ name }) => name.trim() === text)?.name),
  headerRow: (reader) =>
    reader.read(SETTINGS.headerRow, 'headerRow', (text) =>
      /^\d{1,4}$/.test(text) && Number(text) <= 1000 ? Number(text) : undefined,
    ),
  headerRows: (reader) =>
    reader.read(SETTINGS.headerRows, 'choice', (text) => (text === '1' ? 1 : text === '2' ? 2 : undefined)),
}

/** What was chosen before stands until it is changed; what is emptied is detected. */
function settingsIn(reader: FormReader, before: TableChoice, table: Table): SettingsChoice {
  const settings: SettingsChoice = {}
  for (const key of settingsOf(table)) {
    if (key === 'headerRow' || key === 'headerRows') continue
    const value = reader.isChanged(SETTINGS[key]) ? READ[key](reader, table) : before.settings[key]
    if (value !== undefined) Object.assign(settings, { [key]: value })
  }
  return settingsOf(table).includes('headerRow')
    ? { ...settings, ...headerIn(reader, before, table) }
    : settings
}

/** Where the header stands and on how many lines is chosen as one; another sheet has a header of its own. */
function headerIn(reader: FormReader, { settings }: TableChoice, table: Table): SettingsChoice {
  if (reader.isChanged(SETTINGS.headerRow) || reader.isChanged(SETTINGS.headerRows)) {
    const headerRow = READ.headerRow(reader, table)
    return headerRow === undefined ? {} : { headerRow, headerRows: READ.headerRows(reader, table) ?? 1 }
  }
  const { headerRow, headerRows = 1 } = settings
  return headerRow === undefined || reader.isChanged(SETTINGS.sheet) ? {} : { headerRow, headerRows }
}

function columnIn(reader: FormReader, { number }: Column): ColumnMapping {
  const of = (part: ColumnPart) => columnControl(number, part)
  const target = reader.read(of('target'), 'choice', (text) => TargetField.safeParse(text).data)
  const format: Partial<ColumnFormat> = {
    ...given(
      'date',
      reader.read(of('date'), 'choice', (text) => DateFormat.safeParse(text).data),
    ),
    ...given('decimal', reader.read(of('decimal'), 'choice', signOf)),
    ...given('unit', reader.read(of('unit'), 'choice', unitOf)),
    ...given('currency', reader.read(of('currency'), 'currency', currencyOf)),
  }
  return {
    target: target ?? 'unknown',
    ...(Object.keys(format).length > 0 && { format }),
    ...(reader.isTicked(of('zero')) && { zeroMeansUnknown: true }),
  }
}

const given = <Key extends keyof ColumnFormat>(key: Key, value: ColumnFormat[Key] | undefined) =>
  value === undefined ? {} : { [key]: value }
const signOf = (text: string) => (text === ',' || text === '.' ? text : undefined)
const unitOf = (text: string) => ([1, 1000, 1_000_000] as const).find((unit) => String(unit) === text)
const currencyOf = (text: string) => Currency.safeParse(text.toUpperCase()).data
