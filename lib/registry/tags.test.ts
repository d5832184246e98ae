import { expect, test } from 'vitest'
import { outcomesViewOf } from '../follow-up/view-of.ts'
import { tagOf, tagsOfDecision } from './tags.ts'

const SLUG = '0123456789ab'
const tagsWith = (sourceUrl: string, title: string | null) => {
  const nothingElse = {
    rivals: [],
    agreeing: [],
    apart: [],
    older: [],
    sourceChanged: false,
    reviewed: false,
  }
  const plain = { code: null, precision: null, qualifier: null, statement: null, correction: null }
  const shown = { sourceUrl: { state: 'value', value: sourceUrl, ...plain, ...nothingElse } as const }
  const row = { id: 1, kind: 'RESULTS', asOf: '2025-01-31', publishedAt: 0, isExample: false } as const
  const view = outcomesViewOf(
    [{ ...row, shown, stated: {}, file: null, corrections: [], title, decision: null }],
    { figures: [], endDate: null },
    '2026-01-31',
  )
  return tagsOfDecision({ slug: 'beslut', items: [], documents: [], followUps: { 1: view } })
}

test('a page that names a document is made anew with it, also while the document is gone', () => {
  expect(tagsWith(`/dokument/${SLUG}`, 'Slutrapport')).toContain(tagOf('document', SLUG))
  expect(tagsWith(`/dokument/${SLUG}`, null)).toContain(tagOf('document', SLUG))
})

test('another site is no document of ours', () => {
  expect(tagsWith('https://example.se/rapport', null)).toEqual([tagOf('decision', 'beslut')])
})
