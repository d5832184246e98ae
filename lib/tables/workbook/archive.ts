import { crc32 } from 'node:zlib'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import type { TableLimits } from '../limits.ts'
import { refuse, TableError } from '../refusals.ts'

/** The XML parts of a workbook by their paths. */
export type Parts = Map<string, Buffer>

/** A workbook has tens of parts; thousands are made to exhaust whoever unpacks them. */
const MOST_ENTRIES = 3000

/**
 * Unpacks the XML parts of a workbook. What they say of their own size is checked before, and what comes out is
 * counted while it does. Throws a TableError for what is no archive, or is larger than the limits.
 */
export async function unpack(bytes: Uint8Array, limits: TableLimits): Promise<Parts> {
  const archive = await open(bytes)
  const parts: Parts = new Map()
  let left = limits.unpackedBytes
  for await (const entry of entriesOf(archive)) {
    if (!isXml(entry.fileName)) continue
    if (entry.uncompressedSize > left) throw tooLarge(limits)
    const part = await unpackEntry(archive, entry, left, limits)
    left -= part.length
    parts.set(entry.fileName, part)
  }
  return parts
}

const tooLarge = ({ unpackedBytes }: TableLimits) =>
  new TableError(refuse('workbook-too-large', { limit: unpackedBytes }))
const broken = () => new TableError(refuse('broken-workbook'))

/** Pictures, printer settings and macros hold no cells. */
const isXml = (path: string): boolean => /\.xml$|\.xml\.rels$/i.test(path)

function open(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error, archive) => {
      if (error) reject(broken())
      else resolve(archive)
    })
  })
}

async function* entriesOf(archive: ZipFile): AsyncGenerator<Entry> {
  if (archive.entryCount > MOST_ENTRIES) throw broken()
  for (let entry = await nextEntry(archive); entry; entry = await nextEntry(archive)) yield entry
}

function nextEntry(archive: ZipFile): Promise<Entry | undefined> {
  return new Promise((resolve, reject) => {
    const settle = (done: () => void) => {
      archive.removeAllListeners()
      done()
    }
    archive.once('entry', (entry: Entry) => settle(() => resolve(entry)))
    archive.once('end', () => settle(() => resolve(undefined)))
    archive.once('error', () => settle(() => reject(broken())))
    archive.readEntry()
  })
}

async function unpackEntry(
  archive: ZipFile,
  entry: Entry,
  most: number,
  limits: TableLimits,
): Promise<Buffer> {
  const pieces: Buffer[] = []
  let length = 0
  try {
    const stream = await archive.openReadStreamPromise(entry)
    for await (const piece of stream as AsyncIterable<Buffer>) {
      length += piece.length
      if (length > most) throw tooLarge(limits)
      pieces.push(piece)
    }
  } catch (error) {
    throw error instanceof TableError ? error : broken()
  }
  return Buffer.concat(pieces, length)
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
/** Names are UTF-8. */
const FLAGS = 0x0800

/**
 * Packs parts anew, without compression. The reader of workbooks unpacks by other headers than we do: in an archive
 * that was made to deceive they may tell of other parts than those that were inspected.
 */
export function pack(parts: Parts): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [path, content] of parts) {
    const name = Buffer.from(path)
    const facts = factsOf(name, content)
    const header = Buffer.concat([uint32(LOCAL), uint16(20), facts, uint16(0), name])
    pieces.push(header, content)
    directory.push(
      Buffer.concat([uint32(CENTRAL), uint16(20), uint16(20), facts, Buffer.alloc(12), uint32(offset), name]),
    )
    offset += header.length + content.length
  }
  return Buffer.concat([...pieces, ...directory, endOf(parts.size, Buffer.concat(directory).length, offset)])
}

/** What both headers of a part say: flags, method (stored), time, checksum, sizes, length of the name. */
const factsOf = (name: Buffer, content: Buffer): Buffer =>
  Buffer.concat([
    uint16(FLAGS),
    uint16(0),
    uint32(0),
    uint32(crc32(content)),
    uint32(content.length),
    uint32(content.length),
    uint16(name.length),
  ])

const endOf = (count: number, directoryLength: number, directoryAt: number): Buffer =>
  Buffer.concat([
    uint32(END),
    uint32(0),
    uint16(count),
    uint16(count),
    uint32(directoryLength),
    uint32(directoryAt),
    uint16(0),
  ])

function uint16(value: number): Buffer {
  const buffer = Buffer.alloc(2)
  buffer.writeUInt16LE(value)
  return buffer
}

function uint32(value: number): Buffer {
  const buffer = Buffer.alloc(4)
  buffer.writeUInt32LE(value)
  return buffer
}
