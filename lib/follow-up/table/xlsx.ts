import writeXlsxFile from 'write-excel-file/node'
import type { Locale } from '../../paths.ts'
import { type ColumnKey, headerOf } from './columns.ts'
import { type Cell, type TemplateProject, templateRows, widthOf } from './write.ts'

const SHEET: Record<Locale, string> = { sv: 'Uppföljning', en: 'Follow-up' }

/** The template as a workbook: numbers and days are such, headers and numbers of projects stay in sight. */
export async function templateXlsx(
  projects: readonly TemplateProject[],
  columns: readonly ColumnKey[],
  locale: Locale,
): Promise<Uint8Array<ArrayBuffer>> {
  const headers = columns.map((key) => ({
    value: headerOf(key, locale),
    fontWeight: 'bold' as const,
    wrap: true,
  }))
  const rows = templateRows(projects, columns, locale).map((row) => row.map(workbookCell))
  const file = await writeXlsxFile([headers, ...rows], {
    sheet: SHEET[locale],
    columns: columns.map((key) => ({ width: widthOf(key) })),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  }).toBuffer()
  return new Uint8Array(file)
}

function workbookCell(cell: Cell) {
  if (cell === null) return null
  if (cell.kind === 'number') return { type: Number, value: cell.value }
  if (cell.kind === 'day')
    return { type: Date, value: new Date(`${cell.day}T00:00:00Z`), format: 'yyyy-mm-dd' }
  return { type: String, value: cell.text }
}
