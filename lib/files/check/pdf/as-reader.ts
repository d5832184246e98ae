import { openPdf, type Pdf } from '../../../documents/extract/pdf/open.ts'
import type { FileRefusalCode } from '../../refusals.ts'
import { isUsualLink } from '../links.ts'

/** So many pages are asked for what is on them. Their bytes are looked at whatever their number. */
const MOST_PAGES = 300

/** What pdf.js would do with a PDF: a second opinion, which knows which objects are in use. */
export async function asPdfJsSees(bytes: Uint8Array): Promise<FileRefusalCode | null> {
  try {
    const pdf = await openPdf(bytes)
    try {
      return await findingsIn(pdf)
    } finally {
      await pdf.loadingTask.destroy()
    }
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? 'passwordProtected' : 'broken'
  }
}

async function findingsIn(pdf: Pdf): Promise<FileRefusalCode | null> {
  await pdf.getPage(1)
  if ((await pdf.getJSActions()) !== null || (await pdf.hasJSActions())) return 'pdfScript'
  if ((await pdf.getAttachments()) !== null) return 'pdfEmbeds'
  if ((await pdf.getOpenAction())?.action) return 'pdfOpens'
  for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number++) {
    const page = await pdf.getPage(number)
    if ((await page.getJSActions()) !== null) return 'pdfScript'
    const found = (await page.getAnnotations()).map(findingOn).find((finding) => finding !== null)
    if (found) return found
    page.cleanup()
  }
  return findingInOutline((await pdf.getOutline()) ?? [])
}

type Leading = { url?: string | null; unsafeUrl?: string; attachment?: unknown; actions?: unknown }

function findingOn({ unsafeUrl, attachment, actions }: Leading): FileRefusalCode | null {
  if (actions) return 'pdfScript'
  if (attachment) return 'pdfEmbeds'
  return unsafeUrl !== undefined && !isUsualLink(unsafeUrl) ? 'pdfScript' : null
}

type Chapter = Leading & { items: Chapter[] }

function findingInOutline(chapters: Chapter[]): FileRefusalCode | null {
  for (const chapter of chapters) {
    const found = findingOn(chapter) ?? findingInOutline(chapter.items)
    if (found) return found
  }
  return null
}
