import mammoth from 'mammoth'
import { markTabs, readTabs } from './docx-tabs.ts'
import { readHtml } from './html.ts'
import type { Extracted } from './index.ts'
import type { Limits } from './limits.ts'
import { broken, type ExtractionProblem, problem } from './problems.ts'
import { DOCX } from './sniff.ts'
import { faultOfXml } from './xml.ts'
import { unzip } from './zip.ts'

const WORD = { sv: 'Word-dokumentet', en: 'The Word document' }

/** Text, styles, lists, notes. Pictures, fonts, macros, embedded files and what lies outside are never unpacked. */
const isWanted = (name: string): boolean =>
  name === '[Content_Types].xml' || /^(?:_rels|word(?:\/_rels)?)\/[\w .-]{1,80}\.(?:xml|rels)$/.test(name)

/** Reads a Word document: its XML becomes a page, and that is read like any other. */
export async function readDocx(bytes: Uint8Array, limits: Limits): Promise<Extracted | ExtractionProblem> {
  const zip = await unzip(bytes, isWanted, limits)
  if (!zip.ok) return zipProblem(zip.code)
  const parts = new Map<string, string>()
  for (const [name, part] of zip.parts) {
    const xml = new TextDecoder().decode(part)
    const fault = faultOfXml(xml, limits.depth)
    if (fault) return problem(fault)
    parts.set(name, xml)
  }
  const html = await toHtml(parts)
  if (html === undefined) return broken(WORD)
  const text = readHtml(`<main>${markTabs(html)}</main>`)
  return text === null ? problem('tooDeep') : fromText(readTabs(text).normalize('NFC'))
}

function zipProblem(code: 'broken' | 'encrypted' | 'unpacksToTooMuch' | 'tooManyParts'): ExtractionProblem {
  if (code === 'broken') return broken(WORD)
  return problem(code === 'encrypted' ? 'passwordProtected' : code)
}

function fromText(text: string): Extracted | ExtractionProblem {
  if (text.trim() === '') return problem('noText')
  return {
    ok: true,
    text,
    mediaType: DOCX,
    encoding: 'utf-8',
    evidence: { sv: 'Word-dokument är skrivna i UTF-8.', en: 'Word documents are written in UTF-8.' },
    certain: true,
  }
}

async function toHtml(parts: Map<string, string>): Promise<string | undefined> {
  // Mammoth would unpack the zip by itself, without limits. It takes what is unpacked already in this shape as well;
  // its types do not say so, and a test here does.
  const file = {
    exists: (name: string) => parts.has(name),
    read: async (name: string) => parts.get(name) ?? '',
  }
  try {
    const { value } = await mammoth.convertToHtml({ file } as never, {
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    })
    return value
  } catch {
    // It throws at XML that is no Word document.
    return undefined
  }
}
