import { sitemapParts } from '../../lib/registry/addresses.ts'
import { siteOrigin } from '../../lib/site.ts'
import { inXml } from '../../lib/xml.ts'
import { xmlResponse } from '../sitemaps/xml.ts'

export const dynamic = 'force-dynamic'

/** The list of sitemaps: the fixed pages, and each kind of page in parts. */
export async function GET(): Promise<Response> {
  const parts = await sitemapParts()
  const names = ['pages', ...parts.map(({ kind, number }) => `${kind}-${number}`)]
  const entries = names.map(
    (name) => `<sitemap><loc>${inXml(`${siteOrigin()}/sitemaps/${name}`)}</loc></sitemap>`,
  )
  return xmlResponse(
    `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</sitemapindex>`,
  )
}
