import 'server-only'
import type { Transaction } from '../../db.ts'
import { PARSER_VERSION } from '../../documents/parse/index.ts'
import { dayOf } from '../../registry/sayings.ts'
import { coverLabel } from '../../tables/persons.ts'
import type { DocumentDraft } from '../drafts.ts'
import { addressKey } from '../read.ts'
import type { TableWork } from './settings.ts'

/** The table as a document, without its bytes: how it was read. Its rows follow. */
export async function tableDocument(
  tx: Transaction,
  importId: number,
): Promise<Omit<DocumentDraft, 'bytes'>> {
  const file = await tx.importFile.findFirstOrThrow({
    where: { importId },
    select: { sha256: true, name: true, url: true, fetchedOn: true },
    orderBy: { position: 'asc' },
  })
  const { settings } = await tx.import.findUniqueOrThrow({
    where: { id: importId },
    select: { settings: true },
  })
  const { table, mapping, list } = settings as unknown as TableWork
  const { sha256, name, url, fetchedOn } = file
  return {
    file: name,
    sha256,
    text: '',
    publicText: '',
    kind: 'OPERATION_LIST',
    layout: table?.settings.kind ?? '',
    mediaType: MEDIA_TYPES[table?.settings.kind ?? 'delimited'],
    encoding: table?.settings.encoding ?? '',
    title: list ?? coverLabel(name),
    publisher: null,
    url,
    fetchedOn: dayOf(fetchedOn),
    sourceKey: url ? `url:${addressKey(url)}` : `sha256:${sha256}`,
    page: null,
    decisions: [],
    warnings: [],
    isSample: false,
    table: {
      sheet: table?.settings.sheet ? coverLabel(table.settings.sheet) : null,
      rows: table?.rowCount ?? 0,
      columns: (table?.columns ?? []).map(({ number, header, key }) => ({
        number,
        header: coverLabel(header),
        target: mapping?.columns[key]?.target ?? 'unknown',
      })),
    },
    parserVersion: PARSER_VERSION,
  }
}

const MEDIA_TYPES = {
  delimited: 'text/csv',
  workbook: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
} as const
