import type { Received } from '../../../lib/imports/desk/given.ts'
import { textIn } from '../../../lib/sent-form.ts'

/** What somebody typed into the form for a new import. */
export type Typed = { url: string; fetchedOn: string; pasted: string }

export const typedIn = (form: FormData): Typed => ({
  url: textIn(form, 'url'),
  fetchedOn: textIn(form, 'fetchedOn'),
  // Forms are sent with two characters at the end of a line; what was copied has one.
  pasted: textIn(form, 'pasted').replace(/\r\n?/g, '\n'),
})

/** The files of a form, the pages that were pasted into it, and the text. `textName`: what the text is called. */
export async function receivedIn(form: FormData, typed: Typed, textName: string): Promise<Received[]> {
  const { url, fetchedOn, pasted } = typed
  const received: Received[] = []
  const take = async (files: File[], isPasted: boolean) => {
    for (const file of files) {
      const bytes = new Uint8Array(await file.arrayBuffer())
      received.push({ name: file.name, bytes, isPasted, url, fetchedOn })
    }
  }
  await take(filesIn(form, 'files'), false)
  await take(filesIn(form, 'pages'), true)
  if (pasted.trim() !== '') {
    const bytes = new TextEncoder().encode(pasted)
    received.push({ name: textName, bytes, isPasted: true, url, fetchedOn })
  }
  return received
}

/** A control in which nothing was chosen is sent as an empty file without a name. */
const filesIn = (form: FormData, name: string): File[] =>
  form
    .getAll(name)
    .filter((sent) => sent instanceof File)
    .filter(({ name, size }) => name !== '' || size > 0)
