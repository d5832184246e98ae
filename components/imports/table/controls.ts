import { useLocale, useTranslations } from 'next-intl'
import { shortened } from '../../../lib/format.ts'
import {
  type ColumnPart,
  columnControl,
  DELIMITER_NAMES,
  type DelimiterName,
  MAPPING_NAME,
  SAVED,
  SETTINGS,
  type SettingKey,
  settingsOf,
  valuesOf,
} from '../../../lib/imports/table/form.ts'
import type { TableWork } from '../../../lib/imports/table/settings.ts'
import { UNNAMED } from '../../../lib/tables/mapping.ts'
import { DATE_FORMATS, type DateFormat, ENCODINGS } from '../../../lib/tables/schema.ts'
import type { Column, Guess, Table } from '../../../lib/tables/types.ts'
import type { ColumnControls, Control, OptionGroup } from './form-state.ts'
import { GROUPS, targetsOf } from './targets.ts'

/** A guess in words: what speaks for it, and whether it could be otherwise. */
function useReason() {
  const t = useTranslations('tables.mapping')
  const locale = useLocale()
  return ({ certain, reason }: Pick<Guess<unknown>, 'certain' | 'reason'>): string =>
    certain ? reason[locale] : t('unsure', { reason: reason[locale] })
}

/** How the file is taken apart: what can be chosen of it, each with what spoke for it. */
export function useSettingControls(): (table: Table) => Control[] {
  const t = useTranslations('tables.mapping')
  const reasonOf = useReason()
  const options: Record<Exclude<SettingKey, 'headerRow'>, (table: Table) => Control['options']> = {
    encoding: () => ENCODINGS.map((value) => ({ value, label: value })),
    delimiter: () =>
      (Object.keys(DELIMITER_NAMES) as DelimiterName[]).map((value) => ({
        value,
        label: t(`delimiterName.${value}`),
      })),
    sheet: ({ sheets }) =>
      sheets.map(({ name, rows }) => ({ value: name, label: t('sheetSize', { name, rows }) })),
    headerRows: () => [
      { value: '1', label: t('oneLine') },
      { value: '2', label: t('twoLines') },
    ],
  }
  return (table) => {
    const values = valuesOf({ table, mapping: null })
    return settingsOf(table).map((key) => {
      const guess = table.evidence.find(({ value }) => value === key)
      const control = {
        name: SETTINGS[key],
        label: t(key),
        value: values[SETTINGS[key]] ?? '',
        hint: [guess && reasonOf(guess), key === 'headerRow' && t('headerRowHint')].filter(Boolean).join(' '),
      }
      if (key === 'headerRow') return { ...control, isNumber: true, length: 4 }
      const detect = key === 'headerRows' ? [] : [{ value: '', label: t('detect') }]
      return { ...control, options: [...detect, ...(options[key](table) ?? [])] }
    })
  }
}

/** What a column can be, group by group. */
export function useTargetGroups(): OptionGroup[] {
  const t = useTranslations('tables')
  return GROUPS.map((group) => ({
    label: t(`group.${group}`),
    options: targetsOf(group).map((value) => ({ value, label: t(`target.${value}`) })),
  }))
}

/** So much of a cell as tells what it is. */
const LONGEST_EXAMPLE = 120
const MOST_EXAMPLES = 3

/** The columns with what stands in them and what they were taken for. */
export function useColumnControls(): (table: Table, work: TableWork) => ColumnControls[] {
  const t = useTranslations('tables.mapping')
  const locale = useLocale()
  const formatOf = useFormatControls()
  const reasonOf = useReason()
  return (table, work) => {
    const values = valuesOf(work)
    return table.columns.map((column) => {
      const { number, header, key, examples, filled, reasons } = column
      const reason = work.reasons[key]?.[locale]
      const shownIn = (part: ColumnPart) => values[columnControl(number, part)] ?? ''
      return {
        number,
        title: t('column', { number }),
        header: header || t('noHeader'),
        about: t('filled', { count: filled }),
        examples: examples.slice(0, MOST_EXAMPLES).map((example) => shortened(example, LONGEST_EXAMPLE)),
        target: {
          name: columnControl(number, 'target'),
          label: t('means'),
          value: shownIn('target'),
          hint: reason,
        },
        format: formatOf(column, shownIn),
        formatReasons: [...new Set(reasons.map(reasonOf))],
        zero: {
          name: columnControl(number, 'zero'),
          label: t('zero'),
          isTicked: shownIn('zero') === 'on',
        },
      }
    })
  }
}

const DATE_NAMES = {
  'yyyy-MM-dd': 'iso',
  'dd/MM/yyyy': 'dayFirst',
  'MM/dd/yyyy': 'monthFirst',
  'dd.MM.yyyy': 'dotted',
  yyyyMMdd: 'compact',
  serial: 'serial',
} as const satisfies Record<DateFormat, string>
const UNITS = [1, 1000, 1_000_000] as const

/** How a column's values are written: as detected, unless somebody says otherwise. */
function useFormatControls() {
  const t = useTranslations('tables.mapping')
  const detected = (value: string | null) => ({
    value: '',
    label: value === null ? t('nothingDetected') : t('detected', { value }),
  })
  const signs = { ',': t('decimalComma'), '.': t('decimalDot') }
  const dateName = (format: DateFormat) => t(`dateName.${DATE_NAMES[format]}`)
  const unitName = (unit: (typeof UNITS)[number]) => t(`unit${unit}`)
  return ({ number, format }: Column, shownIn: (part: ColumnPart) => string): Control[] => {
    const control = (part: Exclude<ColumnPart, 'target' | 'zero'>) => ({
      name: columnControl(number, part),
      label: t(part),
      value: shownIn(part),
    })
    const { date, decimal, unit, currency } = format
    return [
      {
        ...control('date'),
        options: [
          detected(date && dateName(date)),
          ...DATE_FORMATS.map((value) => ({ value, label: dateName(value) })),
        ],
      },
      {
        ...control('decimal'),
        options: [
          detected(decimal && signs[decimal]),
          ...Object.entries(signs).map(([value, label]) => ({ value, label })),
        ],
      },
      {
        ...control('unit'),
        options: [
          detected(unitName(unit)),
          ...UNITS.map((value) => ({ value: String(value), label: unitName(value) })),
        ],
      },
      {
        ...control('currency'),
        length: 3,
        hint: `${t('currencyHint')} ${currency ? t('currencyDetected', { currency }) : ''}`.trim(),
      },
    ]
  }
}

/** What a mapping is called that somebody or a known list has named; others are to be named when they are saved. */
const savedName = ({ mapping }: TableWork): string =>
  mapping && mapping.name !== UNNAMED ? mapping.name : ''

/** A saved mapping to be used, or null where nobody has saved any; and the name to save one by. */
export function useSavedControls() {
  const t = useTranslations('tables.mapping')
  return (names: readonly string[], work: TableWork): { saved: Control | null; name: Control } => ({
    saved:
      names.length === 0
        ? null
        : {
            name: SAVED,
            label: t('savedChoice'),
            value: '',
            options: [
              { value: '', label: t('chooseSaved') },
              ...names.map((value) => ({ value, label: value })),
            ],
          },
    name: {
      name: MAPPING_NAME,
      label: t('name'),
      value: savedName(work),
      hint: t('nameHint'),
      length: 100,
    },
  })
}

/** What a file is that nobody chooses: its kind and its length, and what is to be known of its cells. */
export function useAbout() {
  const t = useTranslations('tables.mapping')
  const locale = useLocale()
  return ({ settings: { kind }, rowCount, warnings }: Table): string[] => [
    `${t(`kind.${kind}`)}. ${t('rowCount', { count: rowCount })}.`,
    ...warnings.map(({ message, places }) => {
      const cells = places
        .slice(0, 3)
        .map(({ row, column }) => t('cell', { row, column }))
        .join('; ')
      return `${message[locale]} ${cells ? t('places', { count: places.length, cells }) : ''}`.trim()
    }),
  ]
}
