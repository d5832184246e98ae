import { crc32, deflateRawSync } from 'node:zlib'

/** A file to be put in a zip. What it says of itself may be untrue, for tests. */
export type ZipPart = {
  name: string
  content: string | Uint8Array
  /** Packed instead of stored. */
  deflate?: boolean
  /** The size that it says it unpacks to, in bytes. */
  declaredSize?: number
  /** What it is called where it stands, if that is something else than in the directory. */
  localName?: string
  /** Bytes that stand before it, and that no directory tells of. */
  before?: Uint8Array
}

/** Writes a zip, as plain as they come. */
export function writeZip(parts: ZipPart[], comment = ''): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const { header, name, data } = pack(part)
    const { localName, before = new Uint8Array() } = part
    const own = localName === undefined ? { header, name } : pack({ ...part, name: localName })
    locals.push(Buffer.from(before))
    offset += before.length
    const local = Buffer.concat([signature(0x04034b50), own.header, own.name, data])
    directory.push(Buffer.concat([signature(0x02014b50), number(20, 2), header, tail(offset), name]))
    locals.push(local)
    offset += local.length
  }
  const entries = Buffer.concat(directory)
  const words = Buffer.from(comment)
  const last = [end(parts.length, entries.length, offset), number(words.length, 2), words]
  return Buffer.concat([...locals, entries, ...last])
}

function pack({ name: words, content, deflate, declaredSize }: ZipPart) {
  const raw = Buffer.from(content as string)
  const data = deflate ? deflateRawSync(raw) : raw
  const name = Buffer.from(words)
  const header = Buffer.concat([
    number(20, 2), // version needed
    number(0x0800, 2), // names are UTF-8
    number(deflate ? 8 : 0, 2),
    number(0, 4), // time and date
    number(crc32(raw), 4),
    number(data.length, 4),
    number(declaredSize ?? raw.length, 4),
    number(name.length, 2),
    number(0, 2), // no extra fields
  ])
  return { header, name, data }
}

/** Comment, disk, attributes: nothing; then where the file begins. */
const tail = (offset: number): Buffer => Buffer.concat([Buffer.alloc(10), number(offset, 4)])

const end = (count: number, length: number, offset: number): Buffer =>
  Buffer.concat([
    signature(0x06054b50),
    number(0, 4),
    number(count, 2),
    number(count, 2),
    number(length, 4),
    number(offset, 4),
  ])

const signature = (value: number): Buffer => number(value, 4)

function number(value: number, bytes: 2 | 4): Buffer {
  const buffer = Buffer.alloc(bytes)
  if (bytes === 2) buffer.writeUInt16LE(value)
  else buffer.writeUInt32LE(value)
  return buffer
}
