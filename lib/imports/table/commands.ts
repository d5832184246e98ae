import 'server-only'
import type { Prisma } from '../../../prisma/generated/client.ts'
import type { Refusal } from '../../auth/guard.ts'
import { wakeImports } from '../../jobs/wake.ts'
import { ok, problem, type Result } from '../../result.ts'
import { type ImportProblem, onImport } from '../desk/on-import.ts'
import { ExplainTable, SaveMapping } from '../desk/schema.ts'
import type { TableWork } from './settings.ts'

type Seen = { importId: unknown; version: unknown }

/**
 * Says how a table is read and what its columns mean. Where that is confirmed its rows are read and compared; else it is
 * taken apart anew, as chosen, and shown again. From the review it leads back: what was decided of its rows is forgotten.
 */
export async function explainTable(
  input: Seen & { choice: unknown; isConfirmed: unknown },
): Promise<Result<null, ImportProblem | Refusal>> {
  const parsed = ExplainTable.safeParse(input)
  const said = await onImport(input, ['MAPPING', 'REVIEW'], async (tx, { importId }) => {
    if (!parsed.success) return problem({ kind: 'malformed' })
    const { choice, isConfirmed } = parsed.data
    const held = await tx.import.findUniqueOrThrow({
      where: { id: importId },
      select: { kind: true, settings: true },
    })
    const work = held.settings as unknown as TableWork | null
    if (held.kind !== 'table' || !work?.table) return problem({ kind: 'state' })
    const mapping = choice.mapping ?? work.mapping
    const settings = { ...work, choice, mapping, isConfirmed } as unknown as Prisma.InputJsonObject
    await tx.importEntry.deleteMany({ where: { importId } })
    await tx.importFile.updateMany({ where: { importId, outcome: 'read' }, data: { outcome: 'waiting' } })
    const progress = { step: 'reading', done: 0, of: 1 }
    await tx.import.update({
      where: { id: importId },
      data: { state: 'WAITING', settings, progress, attempt: 0, changedAt: new Date() },
    })
    return ok(null)
  })
  if (said.ok) await wakeImports(Number(input.importId))
  return said
}

/** Keeps what the columns of a table mean, by name, for the next table of its kind. */
export function saveMapping(
  input: Seen & { mapping: unknown },
): Promise<Result<null, ImportProblem | Refusal>> {
  const parsed = SaveMapping.safeParse(input)
  return onImport(input, ['MAPPING'], async (tx, _, userId) => {
    if (!parsed.success) return problem({ kind: 'malformed' })
    const { name, ...content } = parsed.data.mapping
    const data = { content, userId, updatedAt: new Date() }
    await tx.tableMapping.upsert({ where: { name }, create: { name, ...data }, update: data })
    return ok(null)
  })
}
