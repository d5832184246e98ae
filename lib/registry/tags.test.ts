import { expect, test } from 'vitest'
import { followUpRow, viewOf } from '../follow-up/testing/view.ts'
import { shown } from '../projects/testing/shown.ts'
import { tagOf, tagsOfDecision } from './tags.ts'

const SLUG = '0123456789ab'
const tagsWith = (said: Record<string, string>, title: string | null = null) => {
  const fields = Object.entries(said).map(([field, value]) => [field, shown(value)])
  const row = followUpRow(1, 'EVENT', '2025-01-31', Object.fromEntries(fields))
  const followUps = { 1: viewOf([{ ...row, title }]) }
  return tagsOfDecision({ slug: 'beslut', items: [], documents: [], followUps })
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
