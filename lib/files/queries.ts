import 'server-only'
import { staffWho } from '../auth/guard.ts'
import { database } from '../db.ts'

/** A file that the one who asks may have. */
export type ServedFile = {
  sha256: string
  byteLength: number
  mediaType: string
  name: string
  /** Whether everybody may have it. */
  isPublic: boolean
}

/**
 * The file of a token: for everybody as long as something published and in force names it, else for staff who are signed
 * in. Null tells nobody whether there is one.
 */
export async function findServedFile(token: string): Promise<ServedFile | null> {
  if (!/^[\w-]{22}$/.test(token)) return null
  const row = await database().attachedFile.findUnique({
    where: { token },
    select: {
      sha256: true,
      byteLength: true,
      mediaType: true,
      name: true,
      followUps: {
        where: {
          state: 'PUBLISHED',
          OR: [{ project: { inForce: true } }, { projectId: null, item: { inForce: true } }],
        },
        select: { id: true },
        take: 1,
      },
    },
  })
  const { followUps = [], ...file } = row ?? {}
  const isPublic = followUps.length > 0
  if (!isPublic && !(await staffWho('desk.read')).ok) return null
  return row && { ...(file as Omit<ServedFile, 'isPublic'>), isPublic }
}
