import 'server-only'
import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { type Bucket, filesPlace, type Place } from './settings.ts'

/** Files by the SHA-256 (hex) of their bytes. What is stored under a hash never changes. */
export type Store = {
  /** Keeps bytes; those that are there already are not written again. Whole or not at all. */
  keep(sha256: string, bytes: Uint8Array): Promise<void>
  /** How many bytes are stored; null where there are none. */
  sizeOf(sha256: string): Promise<number | null>
  read(sha256: string): Promise<Readable>
  remove(sha256: string): Promise<void>
}

// Kept on the global object: each of the server's bundles loads this module anew, and a client holds connections.
const kept = globalThis as { fondsparFiles?: { place: string; store: Promise<Store> } }

/** The store that the settings name. */
export function fileStore(): Promise<Store> {
  const place = filesPlace()
  const key = JSON.stringify(place)
  if (kept.fondsparFiles?.place !== key) kept.fondsparFiles = { place: key, store: openStore(place) }
  return kept.fondsparFiles.store
}

const openStore = async (place: Place): Promise<Store> =>
  place.kind === 'disk' ? onDisk(place.folder) : inBucket(place)

function onDisk(folder: string): Store {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }))
  const put = async (key: string, bytes: Uint8Array) => {
    // Beside it first: a process that is killed leaves half a file under a name that nobody asks for.
    const draft = `${key}.${randomUUID()}`
    try {
      await disk.put(draft, bytes)
      await onto(join(/* turbopackIgnore: true */ folder, draft))
      await rename(
        join(/* turbopackIgnore: true */ folder, draft),
        join(/* turbopackIgnore: true */ folder, key),
      )
    } catch (error) {
      await rm(join(/* turbopackIgnore: true */ folder, draft), { force: true })
      throw error
    }
  }
  return storeOver(disk, '', put)
}

/** Onto the disk itself: the row that names the file outlives a power failure, and so shall the file. */
async function onto(path: string) {
  const file = await open(path, 'r+')
  await file.sync().finally(() => file.close())
}

async function inBucket({ bucket, endpoint, region, credentials, prefix }: Bucket): Promise<Store> {
  const { S3Driver } = await import('flydrive/drivers/s3')
  const disk = new Disk(
    new S3Driver({
      bucket,
      region,
      ...(endpoint && { endpoint, forcePathStyle: true }),
      ...(credentials && { credentials }),
      // The bucket's own rules hold; many servers know no lists of who may read what.
      supportsACL: false,
      visibility: 'private',
      // What S3-compatible servers understand, not only Amazon's.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000 },
    }),
  )
  return storeOver(disk, prefix, (key, bytes) =>
    // A bucket that somebody opens to the world by mistake still shows no pages.
    disk.put(key, bytes, { contentType: 'application/octet-stream', contentLength: bytes.byteLength }),
  )
}

function storeOver(
  disk: Disk,
  prefix: string,
  put: (key: string, bytes: Uint8Array) => Promise<void>,
): Store {
  const keyOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('A file is named by the SHA-256 of its bytes.')
    return `${prefix}${sha256.slice(0, 2)}/${sha256}`
  }
  const sizeOf = async (sha256: string) => {
    const key = keyOf(sha256)
    if (!(await disk.exists(key))) return null
    return (await disk.getMetaData(key)).contentLength
  }
  return {
    sizeOf,
    async keep(sha256, bytes) {
      if ((await sizeOf(sha256)) !== bytes.byteLength) await put(keyOf(sha256), bytes)
    },
    read: (sha256) => disk.getStream(keyOf(sha256)),
    remove: (sha256) => disk.delete(keyOf(sha256)),
  }
}
