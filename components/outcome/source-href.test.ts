import { expect, test } from 'vitest'
import { isGone, sourceHref } from './source-href.ts'

test('leads to other sites, and to documents of the registry in the reader’s language', () => {
  expect(sourceHref({ url: 'https://example.se/a', title: null }, 'en')).toBe('https://example.se/a')
  const ours = { url: '/dokument/0123456789ab', title: 'Beslut' }
  expect(sourceHref(ours, 'sv')).toBe('/dokument/0123456789ab')
  expect(sourceHref(ours, 'en')).toBe('/en/documents/0123456789ab')
})

test('leads nowhere where there is no address, none that is safe, or a document that is gone', () => {
  const gone = { url: '/dokument/0123456789ab', title: null }
  expect(isGone(gone)).toBe(true)
  expect(isGone({ url: 'https://example.se/a', title: null })).toBe(false)
  for (const source of [gone, { url: null, title: null }, { url: 'javascript:alert(1)', title: null }])
    expect(sourceHref(source, 'sv')).toBeNull()
})
