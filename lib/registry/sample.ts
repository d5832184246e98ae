import 'server-only'
import { unstable_cache } from 'next/cache'
import { database } from '../db.ts'
import { SAMPLE_TAG } from './tags.ts'

/** Whether anything in the registry is a sample's; pages say so. Asked once, until a sample is loaded. */
export const containsSample = unstable_cache(
  async () =>
    (await database().project.findFirst({ where: { isSample: true }, select: { id: true } })) !== null,
  [SAMPLE_TAG],
  { tags: [SAMPLE_TAG] },
)
