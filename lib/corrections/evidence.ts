import type { Sentence } from '../documents/parse/reading.ts'
import { emailPlaces } from '../documents/privacy/emails.ts'
import { pathOf } from '../paths.ts'
import { ok, problem, type Result } from '../result.ts'
import { siteOrigin } from '../site.ts'

/** Where a right value stands: on the web, or in a document of the registry. */
export type Evidence = { kind: 'web'; url: string } | { kind: 'document'; slug: string }

const SLUG = /^[0-9a-f]{12}$/
const DOCUMENT_PATH = /^\/(?:dokument|en\/documents)\/([0-9a-f]{12})\/?$/
const LONGEST = 2000

/** Reads what was given as evidence: a web address, or the address or slug of one of our documents; null for nothing. */
export function readEvidence(text: string): Result<Evidence | null, Sentence> {
  const given = text.trim()
  if (given === '') return ok(null)
  if (SLUG.test(given)) return ok({ kind: 'document', slug: given })
  const url = urlIn(given)
  if (!url || given.length > LONGEST) return problem(NO_EVIDENCE)
  const slug = isOurs(url) ? DOCUMENT_PATH.exec(url.pathname)?.[1] : undefined
  if (slug) return ok({ kind: 'document', slug })
  return isOpen(url) ? ok({ kind: 'web', url: url.href }) : problem(NOT_OPEN)
}

/** An address, with or without its scheme, or one of our own paths. */
function urlIn(given: string): URL | null {
  const whole = given.startsWith('/')
    ? siteOrigin() + given
    : /^[a-z][a-z0-9+.-]*:/i.test(given)
      ? given
      : `https://${given}`
  const url = URL.canParse(whole) ? new URL(whole) : null
  if (!url || /\s/.test(given) || !/^https?:$/.test(url.protocol)) return null
  return url.hostname.includes('.') || isOurs(url) ? url : null
}

const isOurs = (url: URL): boolean => url.origin === new URL(siteOrigin()).origin

/** It is public: a name or a password in it, or somebody's address, would be as well. */
function isOpen(url: URL): boolean {
  if (url.username || url.password) return false
  try {
    return emailPlaces(decodeURIComponent(url.href)).length === 0
  } catch {
    return true
  }
}

/** How evidence is stored. A document's address is the Swedish one: pages in English make theirs of it. */
export const evidenceText = (evidence: Evidence): string =>
  evidence.kind === 'web' ? evidence.url : pathOf('sv', { page: 'documents', slug: evidence.slug })

const NO_EVIDENCE: Sentence = {
  sv: 'Det är varken en webbadress, som https://example.se/rapport.pdf, eller ett dokument i registret.',
  en: 'This is neither a web address, like https://example.se/report.pdf, nor a document of the registry.',
}
const NOT_OPEN: Sentence = {
  sv: 'Adressen innehåller ett användarnamn eller en e-postadress, och den blir offentlig. Ange den utan.',
  en: 'The address holds a user name or an e-mail address, and it becomes public. Give it without.',
}
