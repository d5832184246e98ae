import 'server-only'
import { unstable_cache } from 'next/cache'

/**
 * Says which records the page that is being rendered shows, by their tags (lib/registry/revision.ts): when one of them
 * changes, the kept page is dropped.
 */
export async function dependOn(tags: readonly string[]): Promise<void> {
  const own = [...new Set(tags)].sort()
  // Next offers no way to put tags on a page but to keep something under them: this keeps a null.
  for (let at = 0; at < own.length; at += MOST_TAGS) {
    const some = own.slice(at, at + MOST_TAGS)
    await unstable_cache(async () => null, some, { tags: some })()
  }
}
/** Next drops the tags beyond its limit of 128 for one kept thing. */
const MOST_TAGS = 100
