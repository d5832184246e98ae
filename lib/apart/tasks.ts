import type { Extracted, ExtractionProblem } from '../documents/extract/index.ts'
import type { Limits } from '../documents/extract/limits.ts'
import { sniff } from '../documents/extract/sniff.ts'
import type { Drawn } from '../files/check/image.ts'
import type { ImageType, KeptType } from '../files/kinds.ts'
import type { FileRefusalCode } from '../files/refusals.ts'
import type { DocumentDraft } from '../imports/drafts.ts'
import type { GivenFile, ReadFile } from '../imports/read.ts'
import type { TableLimits } from '../tables/limits.ts'
import type { TableProblem } from '../tables/refusals.ts'
import type { SettingsChoice } from '../tables/schema.ts'
import type { Table } from '../tables/types.ts'
import type { Workbook } from '../tables/workbook/read.ts'

type ReadElsewhere = Exclude<ReadFile, { ok: true }> | { ok: true; draft: Omit<DocumentDraft, 'bytes'> }

type LookedInto = { type: KeptType } | { refused: FileRefusalCode }

/** A saved page may say itself where it came from. */
const fromItself = (given: GivenFile, { url }: Extracted): GivenFile =>
  url && !given.url ? { ...given, url } : given

/**
 * What can be done in a process of its own. A task takes whatever `v8.serialize` can write, bytes too, and answers
 * with plain data (strings, numbers, lists, objects), because what comes back travels as JSON. Each imports what it
 * needs when it is called: this file is loaded in the child only.
 */
export const TASKS = {
  async extract(input: { bytes: Uint8Array; limits?: Limits }): Promise<Extracted | ExtractionProblem> {
    const { extractDocument } = await import('../documents/extract/document.ts')
    return extractDocument(input.bytes, input.limits)
  },
  /** Reads a document whole: its text, and what that says. The bytes stay where they are. */
  async read(input: { given: GivenFile; limits?: Limits }): Promise<ReadElsewhere> {
    const { extractDocument } = await import('../documents/extract/document.ts')
    const { readExtracted } = await import('../imports/read.ts')
    const extracted = await extractDocument(input.given.bytes, input.limits)
    if (!extracted.ok) return { ok: false, file: input.given.name, reason: extracted.reason }
    const read = readExtracted(fromItself(input.given, extracted), extracted)
    if (!read.ok) return read
    const { bytes: _, ...draft } = read.draft
    return { ok: true, draft }
  },
  /** Goes through a table once: how it is written, its columns, its first rows. */
  async table(input: { bytes: Uint8Array; choice: SettingsChoice }): Promise<Table | TableProblem> {
    const { readTable } = await import('../tables/read.ts')
    return readTable(input.bytes, input.choice)
  },
  /** All cells of a workbook. */
  async workbook(input: { bytes: Uint8Array; limits: TableLimits }): Promise<Workbook | TableProblem> {
    const { readWorkbook } = await import('../tables/workbook/read.ts')
    return readWorkbook(input.bytes, input.limits)
  },
  /** Looks into a PDF, an Office file or a text that somebody wants to attach: what it is, or why it is not kept. */
  async lookInto({ bytes, name }: { bytes: Uint8Array; name: string }): Promise<LookedInto> {
    const type = sniff(bytes)
    if (type === 'text/plain') return (await import('../files/check/text.ts')).checkText(bytes, name)
    if (type !== 'application/pdf') return (await import('../files/check/office/index.ts')).checkOffice(bytes)
    const { checkPdf } = await import('../files/check/pdf/index.ts')
    const refused = await checkPdf(bytes)
    return refused ? { refused } : { type: 'application/pdf' }
  },
  /** Draws a picture anew. */
  async redraw({ bytes, type }: { bytes: Uint8Array; type: ImageType }): Promise<Drawn> {
    const { redraw } = await import('../files/check/image.ts')
    return redraw(bytes, type)
  },
}

export type Tasks = typeof TASKS
