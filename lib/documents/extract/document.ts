import { type Extracted, readText, refusal } from './index.ts'
import { DEFAULT_LIMITS, type Limits } from './limits.ts'
import { readMhtml } from './mhtml.ts'
import { type ExtractionProblem, problem, tooLarge } from './problems.ts'
import { DOCX, sniff } from './sniff.ts'

/**
 * Turns the bytes of a source document into plain text: text, saved web pages, web archives, PDF and Word documents,
 * told apart by their content. Nothing in a document is run, and nothing is fetched for it. Never throws; a hostile
 * file may still take all the time and memory there is, and pdf.js may leave rejected promises behind, so that files
 * from outside are read with `extractApart`.
 */
export async function extractDocument(
  bytes: Uint8Array,
  limits: Limits = DEFAULT_LIMITS,
): Promise<Extracted | ExtractionProblem> {
  if (bytes.length === 0) return problem('empty')
  if (bytes.length > limits.bytes) return tooLarge(limits)
  const type = sniff(bytes)
  const extracted = refusal(type) ?? (await readAs(type, bytes, limits))
  return extracted.ok && extracted.text.length > limits.characters ? problem('tooLong') : extracted
}

/** Word and PDF bring large libraries with them, which are loaded when there is something to read. */
async function readAs(
  type: ReturnType<typeof sniff>,
  bytes: Uint8Array,
  limits: Limits,
): Promise<Extracted | ExtractionProblem> {
  if (type === 'multipart/related') return readMhtml(bytes, limits)
  if (type === DOCX) return (await import('./docx.ts')).readDocx(bytes, limits)
  if (type === 'application/pdf') return (await import('./pdf/index.ts')).readPdf(bytes, limits)
  return readText(bytes)
}
