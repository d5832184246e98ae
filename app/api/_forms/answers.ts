import type { Asked } from './asked.ts'

/** What is for one person is kept by nobody. */
const PRIVATE = { 'cache-control': 'private, no-store' }

/** Goes on to the page of what was begun. */
export const begun = ({ isScript }: Asked, path: string): Response =>
  isScript
    ? Response.json({ path }, { status: 201 })
    : new Response(null, { status: 303, headers: { location: path } })

export const inWords = (status: number, text: string): Response =>
  new Response(`${text}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...PRIVATE } })

/** A page of HTML, whole: `plainPage`. */
export const asPage = (status: number, page: string): Response =>
  new Response(page, { status, headers: { 'content-type': 'text/html; charset=utf-8', ...PRIVATE } })

/** A file to be kept, of a type that no browser runs. */
export const asFile = (body: BodyInit, name: string, type: string): Response =>
  new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
      ...PRIVATE,
    },
  })
