import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import type { ChangeView } from '../../lib/history/view.ts'
import { MESSAGES } from '../../lib/i18n/messages.ts'
import { atomDocument, recentFeed, recordFeed } from './atom.ts'
import type { Words } from './words.ts'

const words: Words = {
  locale: 'sv',
  t: createTranslator({ locale: 'sv', messages: MESSAGES.sv, timeZone: 'Europe/Stockholm' }),
}

const change = (more: Partial<ChangeView> = {}): ChangeView => ({
  id: '41',
  at: '2026-11-22T13:32:00.000Z',
  revision: 5,
  who: { actor: 'editor', name: null },
  subject: { kind: 'project', slug: '2015-00311', name: 'Bygg & "bo" <hemma>', of: null },
  event: {
    action: 'corrected',
    field: 'name',
    from: { state: 'value', value: 'x]]>' },
    to: { state: 'value', value: '\u0000\u0008<script>\ud800\uffff' },
  },
  reason: 'Rad ett\nrad två & tre',
  evidence: '/dokument/0123456789ab',
  byImport: false,
  documents: [],
  moreDocuments: 0,
  isReported: true,
  hasState: true,
  ...more,
})

const feed = atomDocument(
  recordFeed('projects', { slug: '2015-00311', name: 'Bygg & bo' }, [change()], words),
  words,
)

test('a feed has what Atom asks for: id, title, updated, author, links, and entries with theirs', () => {
  const [head = '', entry = ''] = feed.split('<entry>')
  for (const part of [
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv">',
    '<id>tag:localhost,2026-11:history/projects/2015-00311/sv</id>',
    '<title>Fondspår: ändringar av Bygg &amp; bo</title>',
    '<updated>2026-11-22T13:32:00.000Z</updated>',
    '<author><name>Fondspår</name></author>',
    '<link rel="self" type="application/atom+xml" href="http://localhost:3000/historik/projekt/2015-00311/atom.xml"/>',
  ])
    expect(head).toContain(part)
  for (const part of [
    '<id>tag:localhost,2026-11:change/41/sv</id>',
    '<updated>2026-11-22T13:32:00.000Z</updated>',
    '<author><name>En redaktör</name></author>',
    'href="http://localhost:3000/historik/projekt/2015-00311#andring-41"',
    'Skäl: Rad ett\nrad två &amp; tre',
    'Underlag: http://localhost:3000/dokument/0123456789ab',
    'En besökare hade anmält felet.',
  ])
    expect(entry).toContain(part)
})

test('nothing in it is markup, or a character that XML has no way to write', () => {
  expect(feed).toContain('Bygg &amp; &quot;bo&quot; &lt;hemma&gt;')
  expect(feed).toContain('till &lt;script&gt;.')
  expect(feed).toContain('x]]&gt;')
  expect(feed.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cn}\p{Cs}]/u)
  expect(feed.isWellFormed()).toBe(true)
  expect(feed.replace(/&(?:amp|lt|gt|quot|apos);/g, '')).not.toContain('&')
})

test('a feed without changes is a feed', () => {
  const empty = atomDocument(recentFeed([], words), words)
  expect(empty).toMatch(/<updated>\d{4}-\d\d-\d\dT/)
  expect(empty).not.toContain('<entry>')
})
