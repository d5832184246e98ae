import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { beforeEach, describe, expect, test } from 'vitest'
import { filesPlace } from './settings.ts'
import { fileStore, type Store } from './store.ts'
import { PLACES } from './testing/places.ts'

const some = (length = 100_000) => {
  const bytes = randomBytes(length)
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}
const whole = async (stream: Promise<Readable>) => buffer(await stream)

describe.each(Object.entries(PLACES))('files on %s', (kind, open) => {
  open()
  let store: Store
  beforeEach(async () => {
    store = await fileStore()
  })

  test('come back byte for byte', async () => {
    const { bytes, sha256 } = some(3_000_000)
    expect(await store.sizeOf(sha256)).toBeNull()
    await store.keep(sha256, bytes)
    expect(await store.sizeOf(sha256)).toBe(3_000_000)
    expect(Buffer.compare(await whole(store.read(sha256)), bytes)).toBe(0)
  })

  test('are kept once, however often and by however many they are brought', async () => {
    const { bytes, sha256 } = some()
    await Promise.all(Array.from({ length: 5 }, () => store.keep(sha256, bytes)))
    await store.keep(sha256, bytes)
    expect(Buffer.compare(await whole(store.read(sha256)), bytes)).toBe(0)
    if (kind === 'disk') expect(onDisk()).toEqual(expect.arrayContaining([`${sha256.slice(0, 2)}/${sha256}`]))
    if (kind === 'disk') expect(onDisk().filter((name) => name.includes(sha256))).toHaveLength(1)
  })

  test('are gone when they are removed, and may be removed twice', async () => {
    const { bytes, sha256 } = some()
    await store.keep(sha256, bytes)
    await store.remove(sha256)
    await store.remove(sha256)
    expect(await store.sizeOf(sha256)).toBeNull()
  })

  test('are read as far as anybody wants, and no further', async () => {
    const { bytes, sha256 } = some(3_000_000)
    await store.keep(sha256, bytes)
    const stream = await store.read(sha256)
    stream.on('error', () => {})
    const reader = Readable.toWeb(stream).getReader()
    await reader.read()
    await reader.cancel()
    if (!stream.closed) await new Promise((resolve) => stream.once('close', resolve))
    expect(stream.readableEnded).toBe(false)
  })

  test('are named by nothing but a hash', async () => {
    await expect(store.keep('../../etc/passwd', new Uint8Array())).rejects.toThrow('SHA-256')
    await expect(store.sizeOf('AB'.repeat(32))).rejects.toThrow('SHA-256')
  })

  if (kind === 'disk')
    test('of which half was written are written again', async () => {
      const { bytes, sha256 } = some()
      await store.keep(sha256, bytes)
      writeFileSync(join(folder(), sha256.slice(0, 2), sha256), bytes.subarray(0, 7))
      await store.keep(sha256, bytes)
      expect(await store.sizeOf(sha256)).toBe(bytes.length)
    })

  if (kind === 'S3')
    test('are had by nobody without the keys', async () => {
      const { bytes, sha256 } = some()
      const before = process.env.S3_SECRET_ACCESS_KEY
      process.env.S3_SECRET_ACCESS_KEY = 'not the secret'
      try {
        await expect((await fileStore()).keep(sha256, bytes)).rejects.toThrow()
      } finally {
        process.env.S3_SECRET_ACCESS_KEY = before
      }
      expect(await (await fileStore()).sizeOf(sha256)).toBeNull()
    })
})

const folder = () => {
  const place = filesPlace()
  return place.kind === 'disk' ? place.folder : ''
}
const onDisk = () => readdirSync(folder(), { recursive: true, encoding: 'utf8' })

test('half of the keys is said to be half', () => {
  process.env.S3_BUCKET = 'x'
  process.env.S3_ACCESS_KEY_ID = 'x'
  expect(() => filesPlace()).toThrow('S3_SECRET_ACCESS_KEY')
  delete process.env.S3_BUCKET
  delete process.env.S3_ACCESS_KEY_ID
  delete process.env.FONDSPAR_FILES
  expect(filesPlace()).toMatchObject({ kind: 'disk', folder: expect.stringMatching(/\.data.files$/) })
})
