import type { MetadataRoute } from 'next'
import { siteOrigin } from '../lib/site.ts'

export const dynamic = 'force-dynamic'

/** Everything that is public may be read by machines too. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', allow: '/' }, sitemap: `${siteOrigin()}/sitemap.xml` }
}
