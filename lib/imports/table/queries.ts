import 'server-only'
import { database } from '../../db.ts'
import type { Sentence } from '../../documents/parse/reading.ts'
import { TableMapping } from '../../tables/schema.ts'
import type { TableWork } from './settings.ts'

// For administrators: the caller has asked. Examples of a table's cells may name people.

export type HeldTable = {
  importId: number
  version: number
  title: string
  work: TableWork
  /** Why it could not be read as somebody chose. */
  problem: Sentence | null
}

/** An import of a table with how it is read, and what is wrong with its rows; null where it is none. */
export async function findTableWork(importId: number): Promise<HeldTable | null> {
  const held = await database().import.findUnique({
    where: { id: importId, kind: 'table' },
    select: { version: true, title: true, settings: true, problem: true },
  })
  if (!held?.settings) return null
  return {
    importId,
    version: held.version,
    title: held.title,
    work: held.settings as unknown as TableWork,
    problem: held.problem as Sentence | null,
  }
}

export type SavedMapping = { name: string; mapping: TableMapping }

/** A form offers no more. */
const MOST = 200

/** What columns of tables mean, as it was saved by name. What no longer fits the shape is left out. */
export async function savedMappings(): Promise<SavedMapping[]> {
  const rows = await database().tableMapping.findMany({
    select: { name: true, content: true },
    orderBy: { updatedAt: 'desc' },
    take: MOST,
  })
  return rows
    .flatMap(({ name, content }) => {
      const parsed = TableMapping.safeParse({ ...(content as object), name })
      return parsed.success ? { name, mapping: parsed.data } : []
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'sv'))
}
