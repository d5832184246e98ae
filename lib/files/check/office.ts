import { DEFAULT_LIMITS, type Limits } from '../../documents/extract/limits.ts'
import { DOCX, XLSX } from '../../documents/extract/sniff.ts'
import { faultOfXml } from '../../documents/extract/xml.ts'
import { unzip } from '../../documents/extract/zip.ts'
import type { FileRefusalCode } from '../refusals.ts'

const MEGABYTE = 1024 * 1024
const LIMITS: Limits = { ...DEFAULT_LIMITS, bytes: 64 * MEGABYTE, unpackedBytes: 250 * MEGABYTE }

/** What a package says its main part is. */
const MAIN = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml': DOCX,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml': XLSX,
} as const
type OfficeType = (typeof MAIN)[keyof typeof MAIN]
export type OfficeFile = { type: OfficeType } | { refused: FileRefusalCode }

/**
 * Looks through a Word or Excel file: every part is unpacked (and so counted), none may act, hold other programs' files,
 * or fetch anything from outside. `depth`: documents within documents, as charts have their tables.
 */
export async function checkOffice(bytes: Uint8Array, depth = 0): Promise<OfficeFile> {
  // Readers of PDF look for its beginning a thousand bytes into a file.
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString(
    'latin1',
  )
  if (head.includes('%PDF-')) return { refused: 'polyglot' }
  const unpacked = await unzip(bytes, () => true, LIMITS)
  if (!unpacked.ok) return { refused: UNPACKING[unpacked.code] }
  const { parts } = unpacked
  const texts = textsOf(parts)
  if (!texts) return { refused: 'broken' }
  const types = declaredTypes(texts.get('[content_types].xml') ?? '')
  const type = types
    .map((declared) => MAIN[declared as keyof typeof MAIN])
    .find((known) => known !== undefined)
  const problem =
    (types.some((declared) => MACROS.test(declared)) && 'macros') ||
    problemOfNames([...parts.keys()]) ||
    problemOfTexts(texts) ||
    (!type && 'otherFormat') ||
    (await problemWithin(parts, depth))
  return problem ? { refused: problem } : { type: type as OfficeType }
}

const UNPACKING = {
  broken: 'broken',
  encrypted: 'passwordProtected',
  unpacksToTooMuch: 'unpacksToTooMuch',
  tooManyParts: 'unpacksToTooMuch',
} as const

/** Every part that is XML, by its name in small letters; null where one is not plain UTF-8 XML without definitions. */
function textsOf(parts: ReadonlyMap<string, Uint8Array>): Map<string, string> | null {
  const texts = new Map<string, string>()
  for (const [name, bytes] of parts) {
    if (!/\.(?:xml|rels|vml)$/i.test(name)) continue
    const text = plainXml(bytes)
    if (text === null || texts.has(name.toLowerCase())) return null
    texts.set(name.toLowerCase(), text)
  }
  return texts
}

function plainXml(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const encoding = /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([^"']{0,40})/i.exec(text)?.[1] ?? 'utf-8'
    const isPlain = /^\s*</.test(text) && !text.includes('\0') && /^(?:utf-8|us-ascii)$/i.test(encoding)
    return isPlain && faultOfXml(text, 1000) === undefined ? text : null
  } catch {
    return null
  }
}

const MACROS = /macroEnabled|vbaProject|vbaData|activeX|macrosheet|dialogsheet|attachedToolbars|intlmacro/i

const declaredTypes = (text: string): string[] =>
  tagsOf(text).flatMap(({ attributes }) => attributes.get('ContentType') ?? [])

/** Parts that a plain document has, by how their names end. */
const PLAIN =
  /\.(?:xml|rels|vml|png|jpe?g|gif|bmp|tiff?|emf|wmf|wdp|svg|webp|odttf|ttf|fntdata)$|printerSettings\d*\.bin$|\/embeddings\/[^/]+\.(?:xlsx|docx)$/i

function problemOfNames(names: readonly string[]): FileRefusalCode | undefined {
  for (const name of names) {
    if (/vba(?:Project|Data)|macrosheets|dialogsheets|activeX|customUI/i.test(name)) return 'macros'
    if (/\/(?:externalLinks|queryTables)\/|\/connections\.xml$/i.test(name)) return 'reachesOut'
    if (!name.endsWith('/') && !PLAIN.test(name)) return 'embedded'
  }
  return undefined
}

function problemOfTexts(texts: ReadonlyMap<string, string>): FileRefusalCode | undefined {
  for (const [name, text] of texts) {
    if (name.endsWith('.rels') && tagsOf(text).some(({ attributes }) => reachesOut(attributes)))
      return 'reachesOut'
    if (name.endsWith('.rels') && /\/(?:aFChunk|oleObject|control|vbaProject)["']/i.test(text))
      return 'embedded'
    if (/\bDDE(?:AUTO)?\b|\bINCLUDETEXT\b/i.test(fieldsOf(text)) || /<(?:\w+:)?dde(?:Link|Item)\b/.test(text))
      return 'reachesOut'
  }
  return undefined
}

/** A link that a person follows is a link; everything else that leads outside is fetched without being asked. */
function reachesOut(attributes: ReadonlyMap<string, string>): boolean {
  if (attributes.get('TargetMode')?.toLowerCase() !== 'external') return false
  if (!/\/hyperlink$/.test(attributes.get('Type') ?? '')) return true
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(attributes.get('Target') ?? '')?.[1]?.toLowerCase()
  return scheme !== undefined && scheme.length > 1 && !LINKS.has(scheme)
}
const LINKS = new Set(['http', 'https', 'mailto', 'ftp', 'tel', 'file'])

/** The instructions of Word's fields, which may be cut in pieces. */
const fieldsOf = (text: string): string =>
  [
    ...[...text.matchAll(/<(?:\w+:)?instrText\b[^>]*>([^<]*)</g)].map(([, words]) => words),
    ...[...text.matchAll(/<(?:\w+:)?fldSimple\b[^>]*?\binstr\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
      ([, double, single]) => ` ${double ?? single} `,
    ),
  ]
    .map((words) => unescaped(words ?? ''))
    .join('')

type Tag = { attributes: Map<string, string> }

const tagsOf = (text: string): Tag[] =>
  [...text.matchAll(/<[A-Za-z][^<>]*>/g)].map(([tag]) => ({
    attributes: new Map(
      [...tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', double, single]) => [
        name,
        unescaped(double ?? single ?? ''),
      ]),
    ),
  }))

const unescaped = (text: string): string =>
  text
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_, hex?: string, decimal?: string) => {
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : ''
    })
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: keyof typeof NAMED) => NAMED[name])
const NAMED = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

async function problemWithin(
  parts: ReadonlyMap<string, Uint8Array>,
  depth: number,
): Promise<FileRefusalCode | undefined> {
  for (const [name, bytes] of parts) {
    if (!/\.(?:xlsx|docx)$/i.test(name)) continue
    if (depth > 0) return 'embedded'
    const within = await checkOffice(bytes, depth + 1)
    if ('refused' in within) return within.refused === 'otherFormat' ? 'embedded' : within.refused
  }
  return undefined
}
