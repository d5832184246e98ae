import { type Entry, fromBufferPromise } from 'yauzl'

const LOCAL = 0x04034b50
const LOCAL_BYTES = 30
/** What may follow a part whose sizes were not known before it: a sum and two sizes, of four bytes or eight, with a sign or without. */
const AFTER = [0, 12, 16, 20, 24]
const HAS_AFTER = 0x8

/**
 * Whether a zip is one and the same for whoever reads it: from its beginning, from its directory, or part by part. Nothing
 * stands before, between or after its parts, each is what the directory says, and no two are called the same. Asks for
 * what the directory holds; throws where it is broken.
 */
export async function isOneZip(bytes: Uint8Array): Promise<'yes' | 'twoInOne' | 'unclear'> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const zip = await fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true })
  if (zip.comment !== '') return 'twoInOne'
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) entries.push(entry)
  if (new Set(entries.map(({ fileName }) => sameName(fileName))).size !== entries.length) return 'unclear'
  entries.sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  let ends = [0]
  for (const entry of entries) {
    if (!ends.includes(entry.relativeOffsetOfLocalHeader)) return 'twoInOne'
    if (!isAsDirectorySays(buffer, entry)) return 'unclear'
    ends = endsOf(buffer, entry)
  }
  return ends.some((end) => buffer.readUInt32LE(end) === DIRECTORY) ? 'yes' : 'twoInOne'
}
const DIRECTORY = 0x02014b50

/** Names that Office takes for one. */
export function sameName(name: string): string {
  const plain = name.replaceAll('\\', '/').normalize('NFC').toLowerCase()
  return plain.replace(/%([0-9a-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)).toLowerCase(),
  )
}

function isAsDirectorySays(buffer: Buffer, entry: Entry): boolean {
  const at = entry.relativeOffsetOfLocalHeader
  if (at + LOCAL_BYTES > buffer.length || buffer.readUInt32LE(at) !== LOCAL) return false
  const [flags, method] = [buffer.readUInt16LE(at + 6), buffer.readUInt16LE(at + 8)]
  const name = buffer.subarray(at + LOCAL_BYTES, at + LOCAL_BYTES + buffer.readUInt16LE(at + 26))
  const sizes = [buffer.readUInt32LE(at + 18), buffer.readUInt32LE(at + 22)]
  // 2^32 - 1: the size stands in an extra field, of eight bytes.
  const areSizes = [entry.compressedSize, entry.uncompressedSize].every(
    (size, index) => sizes[index] === size || sizes[index] === 0xffffffff,
  )
  return (
    method === entry.compressionMethod &&
    name.equals(entry.fileNameRaw) &&
    ((flags & HAS_AFTER) !== 0 || areSizes)
  )
}

function endsOf(buffer: Buffer, entry: Entry): number[] {
  const at = entry.relativeOffsetOfLocalHeader
  const end =
    at + LOCAL_BYTES + buffer.readUInt16LE(at + 26) + buffer.readUInt16LE(at + 28) + entry.compressedSize
  const after = (buffer.readUInt16LE(at + 6) & HAS_AFTER) !== 0 ? AFTER : [0]
  return after.map((more) => end + more).filter((place) => place + 4 <= buffer.length)
}
