import type { Extracted } from '../index.ts'
import type { Limits } from '../limits.ts'
import { broken, type ExtractionProblem, problem, tooManyPages } from '../problems.ts'
import type { Page } from './geometry.ts'
import { linesOf, type TextItem } from './lines.ts'
import { openPdf, type Pdf } from './open.ts'
import { writePages } from './write.ts'

/** Runs of letters on one page. A page that is full to its edges, set letter by letter, has half as many. */
const MOST_ITEMS = 20_000
const PDF = { sv: 'PDF-filen', en: 'The PDF file' }

/** Reads a PDF: where its words stand tells lines, paragraphs, columns and tables. Scripts in it are never looked at. */
export async function readPdf(bytes: Uint8Array, limits: Limits): Promise<Extracted | ExtractionProblem> {
  const pdf = await open(bytes)
  if ('ok' in pdf) return pdf
  const pages = await pagesOf(pdf, limits)
  return 'ok' in pages ? pages : fromPages(pages)
}

async function pagesOf(pdf: Pdf, limits: Limits): Promise<Page[] | ExtractionProblem> {
  try {
    if (pdf.numPages > limits.pages) return tooManyPages(pdf.numPages, limits)
    return await readPages(pdf, limits)
  } finally {
    await pdf.loadingTask.destroy()
  }
}

async function open(bytes: Uint8Array): Promise<Pdf | ExtractionProblem> {
  try {
    return await openPdf(bytes)
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    return isLocked ? problem('passwordProtected') : broken(PDF)
  }
}

async function readPages(pdf: Pdf, limits: Limits): Promise<Page[] | ExtractionProblem> {
  const pages: Page[] = []
  let characters = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await readPage(pdf, number)
    if (!page) return broken(PDF)
    if (page.items.length > MOST_ITEMS) return problem('tooLong')
    characters += page.items.reduce((sum, { str }) => sum + str.length, 0)
    if (characters > limits.characters) return problem('tooLong')
    pages.push({ lines: linesOf(page.items, page.transform), width: page.width })
  }
  return pages
}

/** What stands on a page; nothing where pdf.js throws: the page is not there, or holds itself. */
async function readPage(pdf: Pdf, number: number) {
  try {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const { transform, width } = page.getViewport({ scale: 1 })
    page.cleanup()
    const texts = items.filter((item): item is typeof item & TextItem => 'str' in item)
    return { items: texts, transform, width }
  } catch {
    return undefined
  }
}

function fromPages(pages: Page[]): Extracted | ExtractionProblem {
  if (pages.length === 0) return problem('noText')
  const text = writePages(pages).normalize('NFC')
  const empty = pages.flatMap(({ lines }, index) => (lines.length === 0 ? [index + 1] : []))
  if (pages.every(({ lines }) => lines.length === 0)) return problem('scanned')
  if (isGibberish(text)) return problem('unreadableFonts')
  return {
    ok: true,
    text,
    mediaType: 'application/pdf',
    encoding: 'pdf',
    evidence: {
      sv: 'I en PDF-fil säger varje typsnitt vilka tecken det visar.',
      en: 'In a PDF file each font says which characters it shows.',
    },
    certain: true,
    pages: pages.length,
    ...(empty.length > 0 && { pagesWithoutText: empty }),
  }
}

/** Fonts that give no letters for their signs leave control characters, or places that nobody has assigned. */
function isGibberish(text: string): boolean {
  const letters = text.match(/\S/gu)?.length ?? 0
  const strange = text.match(/[\p{Co}\p{Cn}\uFFFD]|(?![\n\t])\p{Cc}/gu)?.length ?? 0
  return strange > letters * 0.2
}
