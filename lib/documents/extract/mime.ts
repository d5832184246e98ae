/** A part of a MIME file: its headers, names in small letters, and its body, not decoded yet (one byte a character). */
export type MimePart = { headers: Map<string, string>; body: string }

const DEEPEST = 4
const MOST_HEADERS = 16 * 1024

/**
 * The parts of a MIME file that hold content, those within parts too. `latin1` is the file with a character for each
 * byte. More than `most` parts: nothing. Bodies are not decoded: pictures cost next to nothing.
 */
export function readParts(latin1: string, most: number): { root: MimePart; parts: MimePart[] } | undefined {
  const root = readPart(latin1)
  const parts: MimePart[] = []
  const work = [{ part: root, depth: 0 }]
  for (let next = work.pop(); next; next = work.pop()) {
    const { part, depth } = next
    const boundary = parameter(part, 'content-type', 'boundary')
    if (!isMultipart(part) || !boundary || depth >= DEEPEST) {
      parts.push(part)
      continue
    }
    const inner = splitBody(part.body, boundary, most - parts.length - work.length)
    if (!inner) return undefined
    for (const body of inner.reverse()) work.push({ part: readPart(body), depth: depth + 1 })
  }
  return { root, parts }
}

const isMultipart = (part: MimePart): boolean => contentType(part).startsWith('multipart/')

/** The media type that a part gives itself, without its parameters. */
export const contentType = (part: MimePart): string =>
  (part.headers.get('content-type') ?? 'text/plain').split(';', 1)[0]?.trim().toLowerCase() ?? ''

/** A parameter of a header, unquoted: the boundary, the charset, the start. */
export function parameter(part: MimePart, header: string, name: string): string | undefined {
  const value = part.headers.get(header) ?? ''
  const pattern = new RegExp(`;\\s{0,20}${name}\\s{0,5}=\\s{0,5}(?:"([^"]{0,200})"|([^\\s;"]{1,200}))`, 'i')
  const match = pattern.exec(value)
  return match?.[1] ?? match?.[2]
}

function readPart(text: string): MimePart {
  const start = /^(?:\r?\n)/.exec(text.slice(0, 2))?.[0].length ?? 0
  const head = text.slice(start, start + MOST_HEADERS)
  const gap = /\r?\n\r?\n/.exec(head)
  const headers = new Map<string, string>()
  const lines = head
    .slice(0, gap?.index)
    .replace(/\r?\n[ \t]{1,100}/g, ' ')
    .split(/\r?\n/)
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  return { headers, body: gap ? text.slice(start + gap.index + gap[0].length) : '' }
}

/** The stretches between lines that hold the boundary. A file cut off in the middle still gives its last part. */
function splitBody(body: string, boundary: string, most: number): string[] | undefined {
  const delimiter = `--${boundary}`
  const parts: string[] = []
  let from = findDelimiter(body, delimiter, 0)
  while (from >= 0) {
    const start = from + delimiter.length
    if (body.startsWith('--', start)) break
    if (parts.length >= most) return undefined
    const next = findDelimiter(body, delimiter, start)
    const lineEnd = body.indexOf('\n', start)
    if (lineEnd >= 0) parts.push(body.slice(lineEnd, next < 0 ? body.length : next))
    from = next
  }
  return parts
}

/** Where a delimiter next stands at the beginning of a line. */
function findDelimiter(body: string, delimiter: string, from: number): number {
  for (let at = body.indexOf(delimiter, from); at >= 0; at = body.indexOf(delimiter, at + 1))
    if (at === 0 || body.charAt(at - 1) === '\n') return at
  return -1
}

/** The bytes that a part's body stands for. */
export function decodeBody({ headers, body }: MimePart): Uint8Array {
  const how = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase()
  if (how === 'base64') return Buffer.from(body, 'base64')
  return how === 'quoted-printable' ? decodeQuotedPrintable(body) : Buffer.from(body, 'latin1')
}

function decodeQuotedPrintable(body: string): Uint8Array {
  const bytes = Buffer.alloc(body.length)
  let length = 0
  for (let at = 0; at < body.length; at++) {
    const code = body.charCodeAt(at)
    if (code !== 0x3d) {
      bytes[length++] = code
      continue
    }
    const soft = softBreakAt(body, at + 1)
    const value = soft === 0 && /^[\da-f]{2}$/i.test(body.slice(at + 1, at + 3))
    if (value) bytes[length++] = Number.parseInt(body.slice(at + 1, at + 3), 16)
    else if (soft === 0) bytes[length++] = code
    at += value ? 2 : soft
  }
  return bytes.subarray(0, length)
}

/** How many characters after an equals sign belong to a line break that is none. */
const softBreakAt = (body: string, at: number): number =>
  /^[ \t]{0,20}\r?\n/.exec(body.slice(at, at + 24))?.[0].length ?? 0
