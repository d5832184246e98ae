import { evidenceHref } from '../../lib/history/evidence.ts'
import type { ChangeView, HistoryOf, NamedRecord } from '../../lib/history/view.ts'
import { pathOf } from '../../lib/paths.ts'
import { siteOrigin } from '../../lib/site.ts'
import { inXml } from '../../lib/xml.ts'
import { historyAddress, recentAddress, recordAddress } from './addresses.ts'
import { longValues, sentenceOf, whoOf } from './sentence.ts'
import type { Words } from './words.ts'

export type Feed = {
  title: string
  /** Paths of the feed itself and of the page that tells the same. */
  self: string
  page: string
  /** What tells the feed from others, whatever its address: `history/projects/2015-00311`. */
  key: string
  changes: readonly ChangeView[]
}

/** A feed as an Atom 1.0 document (RFC 4287). Everything in it stands on the public pages as well. Pure. */
export function atomDocument({ title, self, page, key, changes }: Feed, words: Words): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${words.locale}">
<id>${inXml(tagUri(`${key}/${words.locale}`))}</id>
<title>${inXml(title)}</title>
<updated>${changes[0]?.at ?? BEFORE_ALL}</updated>
<author><name>Fondspår</name></author>
<link rel="self" type="application/atom+xml" href="${hrefOf(self)}"/>
<link rel="alternate" type="text/html" hreflang="${words.locale}" href="${hrefOf(page)}"/>
${changes.map((change) => entryOf(change, page, words)).join('\n')}
</feed>
`
}

/** When a feed that has no entry yet was last changed. */
const BEFORE_ALL = '2026-01-01T00:00:00.000Z'

function entryOf(change: ChangeView, page: string, words: Words): string {
  const { id, at, subject } = change
  const sentence = sentenceOf(change, words)
  return `<entry>
<id>${inXml(tagUri(`change/${id}/${words.locale}`))}</id>
<title>${inXml(subject ? `${subject.name}: ${sentence}` : sentence)}</title>
<updated>${at}</updated>
<published>${at}</published>
<author><name>${inXml(whoOf(change, words))}</name></author>
<link rel="alternate" type="text/html" hreflang="${words.locale}" href="${hrefOf(`${page}#andring-${id}`)}"/>
${subject ? `<link rel="related" type="text/html" href="${hrefOf(pathOf(words.locale, recordAddress(subject)))}"/>\n` : ''}<content type="text">${inXml(contentOf(change, sentence, words))}</content>
</entry>`
}

/** The sentence with its grounds, a line each. */
function contentOf(change: ChangeView, sentence: string, words: Words): string {
  const { t } = words
  const { subject, reason, evidence, isReported, documents } = change
  const values = longValues(change, words)
  return [
    subject && (subject.of ? `${subject.name} (${subject.of})` : subject.name),
    sentence,
    values && `${t('history.before')}: ${values.before}`,
    values && `${t('history.after')}: ${values.after}`,
    reason && `${t('history.reason')} ${reason}`,
    evidence && `${t('history.evidence')} ${absolute(evidence)}`,
    isReported && t('history.reported'),
    ...documents.map(
      ({ slug, name }) =>
        `${t('history.documents')} ${name} ${siteOrigin()}${pathOf(words.locale, { page: 'documents', slug })}`,
    ),
  ]
    .filter(Boolean)
    .join('\n')
}

function absolute(evidence: string): string {
  const href = evidenceHref(evidence)
  return href?.startsWith('/') ? siteOrigin() + href : evidence
}

const hrefOf = (path: string): string => inXml(siteOrigin() + path)

/** An id for ever (RFC 4151): the site's host on the day that it had feeds, and what the id is of. */
const tagUri = (of: string): string => `tag:${new URL(siteOrigin()).hostname},2026-11:${encodeURI(of)}`

export const recordFeed = (
  of: HistoryOf,
  record: NamedRecord,
  changes: readonly ChangeView[],
  { t, locale }: Words,
): Feed => ({
  title: t('history.feed.record', { name: record.name }),
  self: `${pathOf(locale, historyAddress(of, record.slug))}/atom.xml`,
  page: pathOf(locale, historyAddress(of, record.slug)),
  key: `history/${of}/${record.slug}`,
  changes,
})

export const recentFeed = (changes: readonly ChangeView[], { t, locale }: Words): Feed => ({
  title: t('history.feed.recent'),
  self: `${pathOf(locale, recentAddress())}/atom.xml`,
  page: pathOf(locale, recentAddress()),
  key: 'history',
  changes,
})
