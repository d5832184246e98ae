import { type Locale, pathOf } from '../paths.ts'

const DOCUMENT = /^\/dokument\/([0-9a-f]{12})$/

/** Where evidence leads: a web address as it stands, a document of ours in the reader's language. Pure. */
export function evidencePath(locale: Locale, evidence: string): string {
  const slug = DOCUMENT.exec(evidence)?.[1]
  return slug ? pathOf(locale, { page: 'documents', slug }) : evidence
}
