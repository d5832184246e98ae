import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import type { Limits } from './limits.ts'

/** The unpacked parts of a zip by their names, or why it is not unpacked. */
export type Unpacked =
  | { ok: true; parts: Map<string, Uint8Array> }
  | { ok: false; code: 'broken' | 'encrypted' | 'unpacksToTooMuch' | 'tooManyParts' }

/**
 * Unpacks the wanted parts of a zip into memory. What a part is said to unpack to counts against the limit as much as
 * what comes out of it, so that neither a bomb nor one that lies about its size gets far. Names that lead out of the
 * zip (`../`, `/`, drive letters) make it broken. Never throws.
 */
export async function unzip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  limits: Limits,
): Promise<Unpacked> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true })
    if (zip.entryCount > limits.parts) return { ok: false, code: 'tooManyParts' }
    return await readParts(zip, isWanted, limits)
  } catch {
    // yauzl throws at whatever does not hold to the format, and so does the inflater.
    return { ok: false, code: 'broken' }
  }
}

async function readParts(
  zip: ZipFile,
  isWanted: (name: string) => boolean,
  limits: Limits,
): Promise<Unpacked> {
  const parts = new Map<string, Uint8Array>()
  let bytesLeft = limits.unpackedBytes
  for await (const entry of zip.eachEntry()) {
    if (!isWanted(entry.fileName)) continue
    if (entry.isEncrypted()) return { ok: false, code: 'encrypted' }
    const part = entry.uncompressedSize > bytesLeft ? undefined : await readPart(zip, entry, bytesLeft)
    if (!part) return { ok: false, code: 'unpacksToTooMuch' }
    bytesLeft -= part.length
    parts.set(entry.fileName, part)
  }
  return { ok: true, parts }
}

/** One part unpacked; nothing when it becomes larger than what is left. */
async function readPart(zip: ZipFile, entry: Entry, bytesLeft: number): Promise<Uint8Array | undefined> {
  const stream = await zip.openReadStreamPromise(entry)
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > bytesLeft) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
