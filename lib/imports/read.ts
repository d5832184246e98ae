import { createHash } from 'node:crypto'
import { PARSER_VERSION, parse } from '../documents/parse/index.ts'
import type { Sentence } from '../documents/parse/reading.ts'
import type { DecisionList, ProjectPage } from '../documents/parse/types.ts'
import { coverPrivate, coverSecrets, privatePlaces, secretsOf } from '../documents/privacy/index.ts'
import { nameKey, numberKey } from '../matching/keys.ts'
import type { DocumentDraft, PageDraft } from './drafts.ts'
import { draftDecisions } from './read-list.ts'
import { draftPage } from './read-page.ts'
import { type Covered, coverWarning } from './statements.ts'

/** A file as it was given, and what is known of where it came from. */
export type GivenFile = {
  name: string
  bytes: Uint8Array
  url?: string
  /** ISO date. */
  fetchedOn?: string
  isSample?: boolean
}

export type ReadFile = { ok: true; draft: DocumentDraft } | { ok: false; file: string; reason: Sentence }

/** Reads a file whose text is extracted into what the registry would keep of it, or says why it is no source. Pure. */
export function readExtracted(given: GivenFile, extracted: Text): ReadFile {
  const refuse = (reason: Sentence) => ({ ok: false, file: given.name, reason }) as const
  // PostgreSQL keeps no character NUL in a text; a space keeps the offsets.
  const text = extracted.text.replaceAll('\0', ' ').toWellFormed()
  const document = parse(text, given.url ? { url: given.url } : {})
  if ('refused' in document) return refuse(document.reason)
  return { ok: true, draft: draftDocument(given, { ...extracted, text }, document) }
}

type Text = { text: string; mediaType: string; encoding: string }

function draftDocument(
  given: GivenFile,
  extracted: Text,
  document: ProjectPage | DecisionList,
): DocumentDraft {
  const { text, mediaType, encoding } = extracted
  const publicText = coverPrivate(text, privatePlaces(text, document))
  const source: Covered = { text, publicText, secrets: secretsOf(text, document) }
  const sha256 = createHash('sha256').update(given.bytes).digest('hex')
  const page = document.kind === 'esf-project-page' ? draftPage(source, document) : null
  const sourceKey = sourceKeyOf(given, sha256, page)
  const decisions = document.kind === 'decision-list' ? draftDecisions(source, document, sourceKey) : []
  return {
    file: given.name,
    sha256,
    bytes: given.bytes,
    text,
    publicText,
    kind: page ? 'PROJECT_PAGE' : 'DECISION_LIST',
    layout: document.kind === 'esf-project-page' ? document.layout : (document.sections[0]?.layout ?? ''),
    mediaType,
    encoding,
    title: coverSecrets(titleOf(document), source.secrets),
    publisher: decisions[0]?.publisher ?? null,
    url: given.url ?? null,
    fetchedOn: given.fetchedOn ?? null,
    sourceKey,
    page,
    decisions,
    warnings:
      document.kind === 'decision-list'
        ? document.warnings.map((warning) => coverWarning(source, warning))
        : [],
    isSample: given.isSample ?? false,
    parserVersion: PARSER_VERSION,
  }
}

function titleOf(document: ProjectPage | DecisionList): string {
  if (document.title) return document.title.raw
  if (document.kind === 'decision-list') return document.sections[0]?.heading?.raw ?? ''
  return document.fields.name?.raw ?? ''
}

/**
 * What tells that two documents are captures of one source. A project page is known by its number, wherever it was
 * fetched; anything else by its address. A page without either is known by its project's name and owner. Any other
 * document is a source of its own.
 */
function sourceKeyOf({ url }: GivenFile, sha256: string, page: PageDraft | null): string {
  if (page?.numbers[0]) return `page:${numberKey(page.numbers[0])}`
  if (url) return `url:${addressKey(url)}`
  const owner = page?.organisations[0]?.name
  return page?.name && owner ? `page:${nameKey(page.name)}|${nameKey(owner)}` : `sha256:${sha256}`
}

/** An address without what does not tell pages apart: the scheme, the fragment, marks of campaigns. */
export function addressKey(url: string): string {
  const [path = '', query = ''] = url.replace(/^https?:\/\/(?:www\.)?|#.*$/gi, '').split(/\?(.*)/s)
  const kept = query.split('&').filter((pair) => pair && !/^(?:utm_|fbclid|gclid)/.test(pair))
  return [path.replace(/\/+$/, ''), ...kept.sort()].join('?')
}
