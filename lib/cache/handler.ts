// Where Next keeps rendered pages (`cacheHandler` in next.config.js): in memory, at most so much of it, and only for as
// long as the registry has not changed what they show. Next's own cache would need to be told of changes by the process
// that serves the page; here commands and other instances change the registry as well.

import { LRUCache } from 'lru-cache'
import type { CacheHandlerValue } from 'next/dist/server/lib/incremental-cache/index.js'
import { Watch } from './watch.ts'

type Value = CacheHandlerValue['value']
type Entry = { value: Value; lastModified: number; tags: string[]; revision: number }

/** Bytes of pages that are kept. */
const ROOM = Number(process.env.FONDSPAR_CACHE_MB ?? 128) * 1024 * 1024
/** Pages that are being rendered: the revision known before their first query. */
const MOST_RENDERING = 10_000

type State = { pages: LRUCache<string, Entry>; rendering: LRUCache<string, number>; watch: Watch | undefined }

// On the global object: Next loads this module once for pages and once for its router.
const kept = globalThis as { fondsparPages?: State }

function state(): State {
  const url = process.env.DATABASE_URL
  kept.fondsparPages ??= {
    pages: new LRUCache({ maxSize: ROOM, sizeCalculation: sizeOf }),
    rendering: new LRUCache({ max: MOST_RENDERING }),
    // A build has no database, and keeps nothing.
    watch: url ? new Watch(url) : undefined,
  }
  return kept.fondsparPages
}

const ENTRY = 1024
function sizeOf({ value }: Entry): number {
  if (value?.kind !== 'APP_PAGE') return ENTRY
  return ENTRY + String(value.html).length + (value.rscData?.byteLength ?? 0)
}

export default class PageCache {
  async get(key: string): Promise<CacheHandlerValue | null> {
    const { pages, rendering, watch } = state()
    const entry = pages.get(key)
    if (entry && watch?.freshness.isFresh(entry)) return entry
    // What is rendered now shows at least what was known now; a change after this makes it old again.
    if (!rendering.has(key)) rendering.set(key, knownBy(watch))
    return null
  }

  async set(key: string, value: Value, context: { tags?: string[] }): Promise<void> {
    const { pages, rendering, watch } = state()
    if (!watch) return
    const revision = rendering.get(key) ?? 0
    rendering.delete(key)
    pages.set(key, { value, lastModified: Date.now(), tags: tagsOf(value, context), revision })
  }

  /** A change by this very process: learnt at once, not at the next turn. */
  async revalidateTag(): Promise<void> {
    await state().watch?.ask()
  }

  resetRequestCache() {}
}

/** The revision that a page that is begun now shows at least; none before the first answer of the database. */
const knownBy = (watch: Watch | undefined): number => {
  const known = watch?.freshness.known ?? 0
  return Number.isFinite(known) ? known : -1
}

function tagsOf(value: Value, context: { tags?: string[] }): string[] {
  const headers = value && 'headers' in value ? value.headers : undefined
  const listed = headers?.['x-next-cache-tags']
  return [...(context.tags ?? []), ...(typeof listed === 'string' ? listed.split(',') : [])]
}
