import 'server-only'
import { createHash } from 'node:crypto'
import { actAsStaff, type Refusal } from '../../auth/guard.ts'
import type { Transaction } from '../../db.ts'
import { dayInSweden } from '../../format.ts'
import { wakeImports } from '../../jobs/wake.ts'
import { ok, type Result } from '../../result.ts'
import { titleOf } from '../store-all.ts'
import { checkGiven, type Given, type GivenProblem, type Received } from './given.ts'

/**
 * Takes files and pasted texts for an import of the one who is signed in, and has them read. Nothing of them is looked into
 * here. Returns the import's number.
 */
export async function beginImport(
  received: readonly Received[],
): Promise<Result<{ id: number }, GivenProblem | Refusal>> {
  const begun = await actAsStaff<{ id: number }, GivenProblem>('imports.run', async (tx, staff) => {
    const given = checkGiven(received, dayInSweden(new Date()))
    if (!given.ok) return given
    return ok({ id: await keep(tx, given.value, staff.id) })
  })
  if (begun.ok) await wakeImports(begun.value.id)
  return begun
}

async function keep(tx: Transaction, given: readonly Given[], userId: number): Promise<number> {
  const { id } = await tx.import.create({
    data: {
      actor: 'administrator',
      userId,
      state: 'WAITING',
      title: titleOf(given.map(({ name }) => ({ file: name }))),
      summary: {},
      progress: { step: 'reading', done: 0, of: given.length },
    },
    select: { id: true },
  })
  // One by one: a statement holds one file's bytes at most.
  for (const [position, { name, bytes, isPasted, url, fetchedOn }] of given.entries())
    await tx.importFile.create({
      data: {
        importId: id,
        position,
        name,
        bytes,
        byteLength: bytes.byteLength,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        url,
        fetchedOn: fetchedOn === null ? null : new Date(fetchedOn),
        isPasted,
      },
      select: { id: true },
    })
  return id
}
