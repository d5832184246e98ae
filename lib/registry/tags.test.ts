import { expect, test } from 'vitest'
import { outcomesViewOf } from '../follow-up/view-of.ts'
import { tagOf, tagsOfDecision } from './tags.ts'

const SLUG = '0123456789ab'
const tagsWith = (said: Record<string, string>, title: string | null = null) => {
  const nothingElse = {
    rivals: [],
    agreeing: [],
    apart: [],
    older: [],
    sourceChanged: false,
    reviewed: false,
  }
  const plain = { code: null, precision: null, qualifier: null, statement: null, correction: null }
  const shown = Object.fromEntries(
    Object.entries(said).map(([field, value]) => [
      field,
      { state: 'value', value, ...plain, ...nothingElse } as const,
    ]),
  )
  const row = { id: 1, kind: 'EVENT', asOf: '2025-01-31', publishedAt: 0, isExample: false } as const
  const view = outcomesViewOf(
    [{ ...row, shown, stated: {}, file: null, corrections: [], title, decision: null }],
    { figures: [], endDate: null },
    '2026-01-31',
  )
  return tagsOfDecision({ slug: 'beslut', items: [], documents: [], followUps: { 1: view } })
}

test('a page that names a document is made anew with it, also while the document is gone', () => {
  const named = { sourceUrl: `/dokument/${SLUG}` }
  expect(tagsWith(named, 'Slutrapport')).toContain(tagOf('document', SLUG))
  expect(tagsWith(named)).toContain(tagOf('document', SLUG))
})

test('a page that names a decision is made anew with it, also while the decision is gone', () => {
  expect(tagsWith({ decision: 'beslut-2017' })).toContain(tagOf('decision', 'beslut-2017'))
})

test('another site is no document of ours', () => {
  expect(tagsWith({ sourceUrl: 'https://example.se/rapport' })).toEqual([tagOf('decision', 'beslut')])
})
