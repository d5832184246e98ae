import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { actAsStaff, type Refusal } from '../auth/guard.ts'
import type { Transaction } from '../db.ts'
import type { FollowUpGone } from '../follow-up/commands.ts'
import { ok, problem, type Result } from '../result.ts'
import { type CheckedFile, checkFile } from './check/index.ts'
import { holdFile } from './hold.ts'
import { cleanName } from './names.ts'
import { type FileRefusal, refusal } from './refusals.ts'
import { mostBytes } from './settings.ts'
import { fileStore } from './store.ts'

/** So many files one person may attach in an hour: each is checked in a process of its own. */
const MOST_AN_HOUR = 200

export type AttachProblem = FollowUpGone | FileRefusal | { kind: 'stale' }

export type AttachFile = {
  followUpId: number
  /** What the form was opened over. */
  version: number
  /** What the file was called. */
  name: string
  bytes: Uint8Array
}

/**
 * Makes a file the source of a draft. It is checked by what it holds; pictures are drawn anew. Its row is written first,
 * which nothing names yet, then its bytes are kept, and last the draft names it: whatever happens between leaves nothing
 * that anybody is shown, and a row by which it is tidied away. Returns the file's id and the draft's new version.
 */
export async function attachFile({
  followUpId,
  version,
  name,
  bytes,
}: AttachFile): Promise<Result<{ id: number; version: number }, Refusal | AttachProblem>> {
  // Asked first and last: nobody's file is looked into who may not attach it, and much may happen while it is.
  const first = await actAsStaff<null, AttachProblem>('followUps.write', async (tx, staff) => {
    const held = await heldDraft(tx, followUpId, version)
    if (!held.ok) return held
    return (await attachedLately(tx, staff.id)) < MOST_AN_HOUR ? ok(null) : problem(refusal('tooOften'))
  })
  if (!first.ok) return first
  const checked = await checkFile(bytes, name, mostBytes())
  if (!checked.ok) return checked
  const sha256 = createHash('sha256').update(checked.bytes).digest('hex')
  const written = await actAsStaff<number, never>('followUps.write', async (tx, staff) => {
    // Whoever tidies the same bytes away is done with it, and they are written again, or sees this row.
    await holdFile(tx, sha256)
    return ok(await write(tx, { sha256, checked, name, userId: staff.id }))
  })
  if (!written.ok) return written
  await (await fileStore()).keep(sha256, checked.bytes)
  return actAsStaff<{ id: number; version: number }, AttachProblem>('followUps.write', async (tx, staff) => {
    const held = await heldDraft(tx, followUpId, version)
    if (!held.ok) return held
    return ok({ id: written.value, version: await nameIn(tx, followUpId, written.value, staff.id) })
  })
}

/** Takes a draft's file away from it. Where nothing else names it, it is tidied away after a day. */
export const detachFile = ({
  followUpId,
  version,
}: {
  followUpId: number
  version: number
}): Promise<Result<{ version: number }, Refusal | FollowUpGone | { kind: 'stale' }>> =>
  actAsStaff<{ version: number }, FollowUpGone | { kind: 'stale' }>('followUps.write', async (tx, staff) => {
    const held = await heldDraft(tx, followUpId, version)
    if (!held.ok) return held
    if (held.value.fileId === null) return ok({ version })
    return ok({ version: await nameIn(tx, followUpId, null, staff.id) })
  })

/** A draft as it was when the form was opened, held so that nobody else writes it meanwhile. */
async function heldDraft(
  tx: Transaction,
  id: number,
  version: number,
): Promise<Result<{ fileId: number | null }, FollowUpGone | { kind: 'stale' }>> {
  await tx.$queryRaw`SELECT 1 FROM follow_up WHERE id = ${id} FOR UPDATE`
  const row = await tx.followUp.findUnique({
    where: { id },
    select: { state: true, version: true, fileId: true },
  })
  if (!row) return problem({ kind: 'missing' })
  if (row.state !== 'DRAFT') return problem({ kind: GONE[row.state] })
  return row.version === version ? ok({ fileId: row.fileId }) : problem({ kind: 'stale' })
}
const GONE = { PUBLISHED: 'published', WITHDRAWN: 'withdrawn', DISCARDED: 'discarded' } as const

const attachedLately = (tx: Transaction, createdById: number): Promise<number> =>
  tx.attachedFile.count({ where: { createdById, createdAt: { gt: new Date(Date.now() - 3_600_000) } } })

type Written = { sha256: string; checked: CheckedFile; name: string; userId: number }

/** Each time a row of its own: two who attach the same bytes share the bytes and not the address. */
async function write(tx: Transaction, { sha256, checked, name, userId }: Written): Promise<number> {
  const { id } = await tx.attachedFile.create({
    data: {
      sha256,
      byteLength: checked.bytes.byteLength,
      mediaType: checked.type,
      name: cleanName(name, checked.type),
      token: randomBytes(16).toString('base64url'),
      createdById: userId,
    },
    select: { id: true },
  })
  return id
}

async function nameIn(
  tx: Transaction,
  id: number,
  fileId: number | null,
  updatedById: number,
): Promise<number> {
  const { version } = await tx.followUp.update({
    where: { id },
    data: { fileId, updatedById, updatedAt: new Date(), version: { increment: 1 } },
    select: { version: true },
  })
  return version
}
