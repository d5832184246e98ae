import { LISTED, pagesOfPart, type SitemapPart } from '../../../lib/registry/addresses.ts'
import { urlEntries, urlSet, xmlResponse } from '../xml.ts'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ part: string }> }

/** One part of the sitemap: `pages`, `projects-0`. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { part: name } = await params
  if (name === 'pages') return xmlResponse(urlSet(FIXED.map((page) => urlEntries({ page }))))
  const part = partOf(name)
  if (!part) return new Response('Not found\n', { status: 404 })
  const pages = await pagesOfPart(part)
  return xmlResponse(
    urlSet(pages.map(({ slug, updatedAt }) => urlEntries({ page: part.kind, slug }, updatedAt))),
  )
}

const FIXED = ['start', ...LISTED, 'about'] as const

function partOf(name: string): SitemapPart | null {
  const [, kind, number] = /^([a-z]+)-(\d{1,4})$/.exec(name) ?? []
  const listed = LISTED.find((known) => known === kind)
  return listed ? { kind: listed, number: Number(number) } : null
}
