import { type Address, LOCALES, pathOf } from '../../lib/paths.ts'
import { siteOrigin } from '../../lib/site.ts'
import { inXml } from '../../lib/xml.ts'

/** A page in both languages, each naming the other. */
export function urlEntries(address: Address, updatedAt?: Date): string {
  const hrefs = LOCALES.map((locale) => ({ locale, href: inXml(siteOrigin() + pathOf(locale, address)) }))
  const alternates = hrefs
    .map(({ locale, href }) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${href}"/>`)
    .join('')
  const changed = updatedAt ? `<lastmod>${updatedAt.toISOString()}</lastmod>` : ''
  return hrefs.map(({ href }) => `<url><loc>${href}</loc>${changed}${alternates}</url>`).join('')
}

export const urlSet = (entries: string[]): string =>
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${entries.join('')}</urlset>`

export const xmlResponse = (body: string): Response =>
  new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`, {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  })
