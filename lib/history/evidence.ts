import { siteOrigin } from '../site.ts'

/** Where evidence leads: another site, or a document of the registry. Null where it is words, or leads nowhere safe. Pure. */
export function evidenceHref(evidence: string): string | null {
  const text = evidence.trim()
  if (DOCUMENT.test(text)) return text
  if (!/^https?:\/\/\S+$/i.test(text) || !URL.canParse(text)) return null
  const url = new URL(text)
  // An address may carry a name and a password, which could pass for another host.
  if (url.username || url.password) return null
  return url.origin === siteOrigin() ? url.pathname + url.search + url.hash : url.href
}

const DOCUMENT = /^\/(?:dokument|en\/documents)\/[0-9a-f]{12}(?:#p\d{1,9})?$/
