import { DEFAULT_LIMITS, type Limits } from '../../../documents/extract/limits.ts'
import { DOCX, XLSX } from '../../../documents/extract/sniff.ts'
import { unzip } from '../../../documents/extract/zip.ts'
import type { FileRefusalCode } from '../../refusals.ts'
import { type ContentTypes, readContentTypes } from './content-types.ts'
import { isOneZip, sameName } from './one-zip.ts'
import { problemOfPart } from './part.ts'
import { type Relationships, readRelationships } from './relationships.ts'
import { textOfXml } from './xml.ts'

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
 * or fetch anything from outside. What is in XML is read as XML, whatever it is called and however it is written.
 * `depth`: documents within documents, as charts have their tables.
 */
export async function checkOffice(bytes: Uint8Array, depth = 0): Promise<OfficeFile> {
  // Readers of PDF look for its beginning a thousand bytes into a file.
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString(
    'latin1',
  )
  if (head.includes('%PDF-')) return { refused: 'polyglot' }
  const unpacked = await unzip(bytes, () => true, LIMITS)
  if (!unpacked.ok) return { refused: UNPACKING[unpacked.code] }
  const isOne = await isOneZip(bytes)
  if (isOne !== 'yes') return { refused: isOne === 'twoInOne' ? 'polyglot' : 'broken' }
  const { parts } = unpacked
  const package_ = openPackage(parts)
  if (!package_) return { refused: 'broken' }
  const { types, texts, relationships } = package_
  const type = typeOf(package_)
  const problem =
    (types.all.some((declared) => MACROS.test(declared)) && 'macros') ||
    problemOfNames([...parts.keys()]) ||
    problemOfTypes([...parts.keys()], types) ||
    relationships.find(({ problem }) => problem)?.problem ||
    problemOfParts(texts, relationships) ||
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

type Package = {
  types: ContentTypes
  /** Parts in XML, by `sameName`. */
  texts: Map<string, string>
  relationships: Relationships[]
}

/** The parts that are XML, by their names or by what the package says of them; null where one cannot be read. */
function openPackage(parts: ReadonlyMap<string, Uint8Array>): Package | null {
  const named = new Map([...parts].map(([name, bytes]) => [sameName(name), bytes]))
  const types = readContentTypes(textIn(named.get('[content_types].xml')) ?? '<none/>')
  if (!types) return null
  const texts = new Map<string, string>()
  const relationships: Relationships[] = []
  for (const [name, bytes] of named) {
    if (!/\.(?:xml|rels|vml|svg)$/.test(name) && !/[+/]xml$/i.test(types.of(name)?.trim() ?? '')) continue
    const text = textIn(bytes)
    if (text === null) return null
    texts.set(name, name.endsWith('.vml') ? withClosedBreaks(text) : text)
    const isOfRelationships = name.endsWith('.rels') || /relationships\+xml$/i.test(types.of(name) ?? '')
    const read = isOfRelationships ? readRelationships(name, text) : undefined
    if (read === null) return null
    if (read) relationships.push(read)
  }
  return { types, texts, relationships }
}

const textIn = (bytes: Uint8Array | undefined): string | null => (bytes ? textOfXml(bytes) : null)

/** Excel itself writes such breaks into the drawings of its buttons, where they are no XML. */
const withClosedBreaks = (text: string): string => text.replace(/<br>/gi, '<br/>')

/** What the part is that the package itself leads to. */
function typeOf({ types, relationships }: Package): OfficeType | undefined {
  const mains = relationships
    .filter(({ of }) => of === '')
    .flatMap(({ list }) => list.filter(({ type }) => /\/officeDocument$/.test(type)))
  const [main] = mains
  if (!main || mains.length > 1) return undefined
  const declared = types.of(main.target.replace(/^(?:\.?\/)+/, ''))
  return MAIN[declared as keyof typeof MAIN]
}

const MACROS =
  /macroEnabled|vbaProject|vbaData|activeX|macrosheet|dialogsheet|attachedToolbars|intlmacro|keyMapCustom/i
const EMBEDS = /oleObject|\.control(?:\+xml)?$|officedocument\.package$/i
const FETCHES =
  /externalLink|queryTable|connections\+xml|webextension|volatileDependencies|recipientData|mailMerge/i

/** Parts that a plain document has, by how their names end. */
const PLAIN =
  /\.(?:xml|rels|vml|png|jpe?g|gif|bmp|tiff?|emf|wmf|wdp|svg|webp|odttf|ttf|fntdata)$|printerSettings\d*\.bin$|\/embeddings\/[^/]+\.(?:xlsx|docx)$/i

function problemOfNames(names: readonly string[]): FileRefusalCode | undefined {
  for (const name of names) {
    if (/vba(?:Project|Data)|macrosheets|dialogsheets|activeX|customUI/i.test(name)) return 'macros'
    if (/\/(?:externalLinks|queryTables|webextensions)\/|\/connections\.xml$/i.test(name)) return 'reachesOut'
    if (!name.endsWith('/') && !PLAIN.test(name)) return 'embedded'
  }
  return undefined
}

/** Office goes by what a part is said to be, whatever it is called. */
function problemOfTypes(names: readonly string[], types: ContentTypes): FileRefusalCode | undefined {
  for (const name of names) {
    const type = types.of(name)?.trim() ?? ''
    if (FETCHES.test(type)) return 'reachesOut'
    if (EMBEDS.test(type)) return 'embedded'
    const isPicture = /\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|wdp|webp)$/i.test(name)
    if (isPicture && type !== '' && !/^image\//i.test(type)) return 'embedded'
  }
  return undefined
}

function problemOfParts(
  texts: ReadonlyMap<string, string>,
  relationships: readonly Relationships[],
): FileRefusalCode | undefined {
  for (const [name, text] of texts) {
    const outside = relationships
      .filter(({ of }) => of === name)
      .flatMap(({ list }) => list.filter(({ isOutside }) => isOutside).map(({ id }) => id))
    const problem = problemOfPart(text, new Set(outside))
    if (problem) return problem
  }
  return undefined
}

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
