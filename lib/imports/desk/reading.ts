import 'server-only'
import { Prisma } from '../../../prisma/generated/client.ts'
import { database } from '../../db.ts'
import type { Sentence } from '../../documents/parse/reading.ts'
import { dayOf } from '../../registry/sayings.ts'
import type { Table } from '../../tables/types.ts'
import type { DocumentDraft } from '../drafts.ts'
import { readGiven } from '../read-given.ts'
import { tableIn } from '../table/open.ts'
import { becomeTable, readTableImport, splitOff } from '../table/reading.ts'
import { compareImport } from './compare.ts'
import { foundHere } from './here.ts'
import { isStillReading } from './moves.ts'
import { progressOf } from './progress.ts'

/** A draft as a file's row keeps it: the bytes are the file's own. */
export type KeptDraft = Omit<DocumentDraft, 'bytes'>

/** Reads the files of an import that wait for it, one by one, and compares what they say with the registry. */
export async function readImport(id: number): Promise<void> {
  const { count } = await database().import.updateMany({
    where: { id, state: { in: ['WAITING', 'READING'] } },
    data: { state: 'READING' },
  })
  if (count === 0) return
  const { kind, files } = await database().import.findUniqueOrThrow({
    where: { id },
    select: { kind: true, files: { select: { id: true, outcome: true }, orderBy: { position: 'asc' } } },
  })
  if (kind === 'table') return readTableImport(id)
  const tell = progressOf(id)
  for (const [done, { id: fileId, outcome }] of files.entries()) {
    await tell({ step: 'reading', done, of: files.length })
    if (!(await isStillReading(id))) return
    if (outcome !== 'waiting') continue
    const table = await readOne(fileId)
    if (!table) continue
    if (files.length === 1) return becomeTable(id, table)
    await splitOff(id, fileId, table)
  }
  await tell({ step: 'comparing', done: 0, of: 1 })
  await compareImport(id)
}

/** Reads one file and notes what it is. Returns a table, which is for a person to explain. */
async function readOne(fileId: number): Promise<Table | null> {
  const { importId, position, sha256, name, url, fetchedOn, ...file } =
    await database().importFile.findUniqueOrThrow({ where: { id: fileId } })
  const known = await knownElsewhere({ importId, position, sha256 })
  if (known) return note(fileId, { outcome: 'here', reason: known })
  const bytes = file.bytes ?? new Uint8Array()
  const table = await tableIn(bytes)
  if (table?.ok) return table.table
  if (table) return note(fileId, { outcome: 'refused', reason: table.reason })
  const read = await readGiven({
    name,
    bytes,
    ...(url && { url }),
    ...(fetchedOn && { fetchedOn: dayOf(fetchedOn) }),
  })
  if (!read.ok) return note(fileId, { outcome: 'refused', reason: read.reason })
  const { bytes: _, ...draft } = read.draft
  return note(fileId, { outcome: 'read', draft: draft as unknown as Prisma.InputJsonObject })
}

type File = { importId: number; position: number; sha256: string }

/** Where the same bytes are already: in the registry, or earlier in the import. */
async function knownElsewhere({ importId, position, sha256 }: File): Promise<Noted['reason']> {
  const document = (await foundHere(database(), [sha256])).get(sha256)
  if (document) return document
  const twin = await database().importFile.findFirst({
    where: { importId, sha256, position: { lt: position } },
    select: { name: true },
  })
  return twin ? twice(twin.name) : undefined
}

type Noted = {
  outcome: 'read' | 'refused' | 'here'
  reason?: Sentence & { slug?: string; title?: string }
  draft?: Prisma.InputJsonObject
}

async function note(id: number, { outcome, reason, draft }: Noted): Promise<null> {
  await database().importFile.update({
    where: { id },
    data: { outcome, reason: reason ?? Prisma.DbNull, draft: draft ?? Prisma.DbNull },
    select: { id: true },
  })
  return null
}

const twice = (name: string): Sentence => ({
  sv: `Samma innehåll som ${name}, som är med i importen.`,
  en: `The same content as ${name}, which is part of the import.`,
})
