import 'server-only'
import { Prisma } from '../../../prisma/generated/client.ts'
import { asOneAct, database } from '../../db.ts'
import type { Sentence } from '../../documents/parse/reading.ts'
import type { Table } from '../../tables/types.ts'
import { titleOf } from '../store-all.ts'
import { bytesOf } from './bytes.ts'
import { compareTable } from './compare.ts'
import { openTable, workOf } from './open.ts'
import type { TableChoice, TableWork } from './settings.ts'

const NO_CHOICE: TableChoice = { settings: {}, mapping: null }
const asJson = (work: TableWork) => work as unknown as Prisma.InputJsonObject

/** An import whose one file is a table waits for a person to say what its columns mean. */
export async function becomeTable(id: number, table: Table): Promise<void> {
  await database().import.updateMany({
    where: { id, state: 'READING' },
    data: { ...waiting(workOf(table, NO_CHOICE)), version: { increment: 1 } },
  })
}

const waiting = (work: TableWork) =>
  ({
    kind: 'table',
    state: 'MAPPING',
    settings: asJson(work),
    progress: Prisma.DbNull,
    attempt: 0,
    changedAt: new Date(),
  }) as const

/** A table among other files becomes an import of its own: its columns have to be explained first. */
export function splitOff(importId: number, fileId: number, table: Table): Promise<void> {
  return asOneAct(async (tx) => {
    const { actor, userId } = await tx.import.findUniqueOrThrow({ where: { id: importId } })
    const {
      id: _,
      position: __,
      importId: ___,
      reason: ____,
      draft: _____,
      ...file
    } = await tx.importFile.findUniqueOrThrow({ where: { id: fileId } })
    const { id } = await tx.import.create({
      data: {
        actor,
        userId,
        summary: {},
        title: titleOf([{ file: file.name }]),
        ...waiting(workOf(table, NO_CHOICE)),
        files: { create: { ...file, position: 0 } },
      },
      select: { id: true },
    })
    const reason = { ...APART, importId: id }
    await tx.importFile.update({ where: { id: fileId }, data: { outcome: 'apart', bytes: null, reason } })
  })
}

const APART: Sentence = {
  sv: 'Filen är en tabell och blev en egen import: först behöver någon säga vad kolumnerna betyder.',
  en: 'The file is a table and became an import of its own: first somebody has to say what its columns mean.',
}

/** Reads a table as somebody chose: anew where it is to be taken apart otherwise, row by row where that is confirmed. */
export async function readTableImport(id: number): Promise<void> {
  const held = await database().import.findUniqueOrThrow({
    where: { id },
    select: { settings: true, files: { select: { id: true }, take: 1 } },
  })
  const work = held.settings as unknown as TableWork
  const [file] = held.files
  if (!file) return
  if (work.isConfirmed) {
    await compareTable(id)
    return
  }
  const opened = await openTable(await bytesOf(file.id), work.choice.settings)
  const after: Partial<TableWork> = opened.ok ? workOf(opened.table, work.choice) : { choice: NO_CHOICE }
  await database().import.updateMany({
    where: { id, state: 'READING' },
    data: {
      ...waiting({ ...work, ...after }),
      problem: opened.ok ? Prisma.DbNull : opened.reason,
      version: { increment: 1 },
    },
  })
}
