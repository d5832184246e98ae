import { amountText } from '../../corrections/amounts.ts'
import { readTyped } from '../../corrections/values.ts'
import type { Locale } from '../../paths.ts'
import type { Outcome } from '../fold.ts'
import { type MeasureName, measureOf } from '../measures.ts'
import { aboutText, basisText, harmless } from './cells.ts'
import { type ColumnKey, headerOf, typeOfColumn } from './columns.ts'
import { saysTheSame } from './same.ts'

/** A project as the template has it: what is known of it. */
export type TemplateProject = {
  number: string
  name: string
  outcomes: ReadonlyMap<string, Outcome>
}

/** A cell of the template. Numbers and days are such in a workbook, so that it sorts and shows them as its own. */
export type Cell =
  | { kind: 'text'; text: string }
  | { kind: 'number'; value: number }
  | { kind: 'day'; day: string }
  | null

/** The rows of the template under its headers, one a project, cells in the order of the columns. Pure. */
export function templateRows(
  projects: readonly TemplateProject[],
  columns: readonly ColumnKey[],
  locale: Locale,
): Cell[][] {
  return projects.map((project) => {
    const figures = new Map(
      columns.flatMap((key) => {
        const cell = figureCell(key, project.outcomes.get(key), locale)
        return cell ? [[key, cell] as const] : []
      }),
    )
    const filled = [...figures.keys()].flatMap((key) => project.outcomes.get(key) ?? [])
    return columns.map((key) => {
      if (key === 'number' || key === 'name') return { kind: 'text', text: harmless(plain(project[key])) }
      if (key === 'asOf') return dayCell(filled)
      if (key === 'basis') return basisCell(filled, locale)
      return figures.get(key) ?? null
    })
  })
}

/** What no cell can hold is a space. */
const plain = (text: string): string => text.toWellFormed().replace(/\p{Cc}+/gu, ' ')

/**
 * A known figure as a cell that is read back as the same; null for one that cannot be written so. A sum that the registry
 * made of parts is nobody's word, and stands in no cell: it would be wrong as soon as a part is filled in. What was recovered
 * at one event is none either: its column asks how much to date.
 */
function figureCell(key: ColumnKey, figure: Outcome | undefined, locale: Locale): Cell {
  if (!figure || figure.isOnce || figure.derivedFrom !== null || !measureOf(key)) return null
  const { value, precision, qualifier } = figure
  const isExact = precision <= 1 && qualifier === null
  const text = isExact ? exactText(key, value) : aboutText(key, { value, precision, qualifier }, locale)
  const read = readTyped('followUp', key, { text, kind: '', rounding: '' })
  if (!read.ok || !saysTheSame(read.value, figure)) return null
  return isExact ? { kind: 'number', value } : { kind: 'text', text: harmless(text) }
}

/** A number as a person types it. */
const exactText = (key: ColumnKey, value: number): string =>
  typeOfColumn(key) === 'amount'
    ? amountText({ value, precision: 1, qualifier: null }).text
    : digits(value, 'sv')

/** What is reported as of a day, again and again: the next report goes on from it. */
const REPORTED: readonly (MeasureName | undefined)[] = ['costs', 'reached', 'actual']

/**
 * The newest day of the outcomes that are filled in, where follow-ups say it: the day on which a page was fetched is none to
 * go on from, nor that of an event or of what was promised.
 */
function dayCell(filled: readonly Outcome[]): Cell {
  const days = filled.flatMap(({ measure, asOf, source }) =>
    asOf !== null && source.kind === 'followUp' && REPORTED.includes(measureOf(measure)?.name) ? asOf : [],
  )
  const day = days.sort().at(-1)
  return day === undefined ? null : { kind: 'day', day }
}

/** On whose word the costs are, where all of them are on one's. */
function basisCell(filled: readonly Outcome[], locale: Locale): Cell {
  const bases = new Set(
    filled.flatMap(({ measure, basis }) => (measureOf(measure)?.name === 'costs' ? (basis ?? []) : [])),
  )
  const [basis] = bases
  return bases.size === 1 && basis ? { kind: 'text', text: basisText(basis, locale) } : null
}

/** Digits with the decimal sign of a language. Three decimals get a fourth, or they would be thousands to some. */
function digits(value: number, locale: Locale): string {
  const decimals = (/\.(\d+)$/.exec(String(value))?.[1] ?? '').length
  const text = value.toFixed(decimals === 3 ? 4 : decimals)
  return locale === 'sv' ? text.replace('.', ',') : text
}

/** The template as CSV for spreadsheets: semicolons, a byte order mark, and no cell that would be run as a formula. Pure. */
export function templateCsv(
  projects: readonly TemplateProject[],
  columns: readonly ColumnKey[],
  locale: Locale,
): string {
  const rows = templateRows(projects, columns, locale).map((row) => row.map((cell) => cellText(cell, locale)))
  return csvOf([columns.map((key) => headerOf(key, locale)), ...rows])
}

function cellText(cell: Cell, locale: Locale): string {
  if (cell === null) return ''
  if (cell.kind === 'number') return digits(cell.value, locale)
  return cell.kind === 'day' ? cell.day : cell.text
}

/** Rows of harmless texts as CSV. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(quoted).join(';')).join('\r\n')}\r\n`

const quoted = (text: string): string =>
  /[";\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/** How wide a column of a workbook is, in characters. */
export const widthOf = (key: ColumnKey): number =>
  key === 'name' || key === 'comment' || key === 'sourceUrl' ? 40 : typeOfColumn(key) === 'date' ? 12 : 18
