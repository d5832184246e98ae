import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toJson } from '../report/json.ts'
import { generateDecisionList } from '../testing/generate.ts'
import { hostileTexts } from '../testing/hostile.ts'
import { arbitraryDocument, arbitraryPage, type Page, toText } from '../testing/pages.ts'
import { parse } from './index.ts'
import { PROJECT_FIELDS } from './project-page/fields.ts'
import { readingOf } from './reading.ts'
import type { ParsedDocument, ProjectFieldKey, ProjectPage } from './types.ts'

const RUNS = { numRuns: 300 }

/** The values of a page without the places, which differ when the text does. */
const valuesOf = (document: ParsedDocument): unknown =>
  JSON.parse(
    JSON.stringify(toJson(document), (key, value) =>
      key.toLowerCase().endsWith('place') || key === 'unread' ? undefined : value,
    ),
  )

function readPage(text: string): ProjectPage {
  const document = parse(text)
  if (document.kind !== 'esf-project-page') throw new Error(`read as ${document.kind}:\n${text}`)
  return document
}

/** Every pair of `raw` and `place` that stands anywhere in a reading. */
function wordsIn(value: unknown): { raw: string; place: { start: number; end: number } }[] {
  if (value === null || typeof value !== 'object') return []
  const { raw, place } = value as { raw?: string; place?: { start: number; end: number } }
  const own = typeof raw === 'string' && place ? [{ raw, place }] : []
  return [...own, ...Object.values(value).flatMap(wordsIn)]
}

const fold = (text: string) => text.replace(/\s+/g, ' ').trim()

describe('whatever the document', () => {
  test('reading never throws, and reading twice is equal', () => {
    fc.assert(
      fc.property(arbitraryDocument, (text) => {
        expect(parse(text)).toEqual(parse(text))
      }),
      RUNS,
    )
  })

  test('every place points at its raw text', () => {
    fc.assert(
      fc.property(arbitraryDocument, (text) => {
        for (const { raw, place } of wordsIn(parse(text))) {
          expect(fold(text.slice(place.start, place.end))).toBe(raw)
          expect(place.start).toBeLessThanOrEqual(place.end)
        }
      }),
      RUNS,
    )
  })

  test('every warning points into the text and speaks both languages', () => {
    fc.assert(
      fc.property(arbitraryDocument, (text) => {
        for (const warning of warningsIn(parse(text))) {
          expect(warning.place.start).toBeGreaterThanOrEqual(0)
          expect(warning.place.end).toBeLessThanOrEqual(text.length)
          expect(warning.message.sv).not.toMatch(/undefined/)
          expect(warning.message.en).not.toMatch(/undefined/)
        }
      }),
      RUNS,
    )
  })

  test('plain and no-break spaces, line ends and extra blank lines change nothing', () => {
    fc.assert(
      fc.property(
        arbitraryDocument,
        fc.array(fc.boolean(), { minLength: 1, maxLength: 50 }),
        (text, more) => {
          const plain = text.replace(/[\r\u00A0]/g, ' ')
          const before = valuesOf(parse(plain))
          expect(valuesOf(parse(plain.replaceAll(' ', '\u00A0')))).toEqual(before)
          expect(valuesOf(parse(plain.replaceAll('\n', '\r\n')))).toEqual(before)
          expect(valuesOf(parse(withMoreBlankLines(plain, more)))).toEqual(before)
        },
      ),
      RUNS,
    )
  })
})

/** Doubles blank lines where there are some: between paragraphs, fields and entries. */
function withMoreBlankLines(text: string, more: boolean[]): string {
  let gap = 0
  return text.replace(/\n\s*\n/g, (blank) => (more[gap++ % more.length] ? `${blank}\n \n` : blank))
}

function warningsIn(
  value: unknown,
): { place: { start: number; end: number }; message: { sv: string; en: string } }[] {
  if (value === null || typeof value !== 'object') return []
  const own = 'severity' in value ? [value as never] : []
  return [...own, ...Object.values(value).flatMap(warningsIn)]
}

describe('a document made to be slow', () => {
  // A loop over a loop takes minutes at this size and runs into the test's time limit; `bench:parse` shows the growth.
  test.each(hostileTexts(400_000))('of %s is read or refused like any other', (_, text) => {
    expect(parse(text).kind).toMatch(/esf-project-page|decision-list|call-for-proposals|empty|unknown/)
  })
})

describe('a project page', () => {
  test('gives the same values in whatever order its labels stand', () => {
    fc.assert(
      fc.property(arbitraryPage, fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (page, order) => {
        const permuted = {
          ...page,
          rows: [...page.rows].sort((a, b) => rank(a, page, order) - rank(b, page, order)),
        }
        expect(readPage(toText(permuted)).fields).toEqual(placesAside(readPage(toText(page)).fields))
      }),
      RUNS,
    )
  })

  test('without one of its labels lacks that field and keeps the others', () => {
    fc.assert(
      fc.property(arbitraryPage, fc.nat(), (page, pick) => {
        const removed = page.rows[pick % page.rows.length]
        if (!removed) return
        const without = readPage(toText({ ...page, rows: page.rows.filter((row) => row !== removed) }))
        for (const key of keysOf(removed.label))
          if (key !== 'name') expect(readingOf(without.fields, key).state).toBe('absent')
        expectOthersKept(page, without, removed.label)
      }),
      RUNS,
    )
  })

  test('with one of its labels emptied has that field empty and keeps the others', () => {
    fc.assert(
      fc.property(arbitraryPage, fc.nat(), (page, pick) => {
        const emptied = page.rows[pick % page.rows.length]
        if (!emptied) return
        const rows = page.rows.map((row) => (row === emptied ? { ...row, value: '' } : row))
        const without = readPage(toText({ ...page, rows }))
        for (const key of keysOf(emptied.label)) expect(readingOf(without.fields, key).state).toBe('empty')
        expectOthersKept(page, without, emptied.label)
      }),
      RUNS,
    )
  })
})

const rank = (row: Page['rows'][number], page: Page, order: number[]): number =>
  order[page.rows.indexOf(row)] ?? 0

/** The keys that a label's value gives: a period gives two. */
function keysOf(label: string): ProjectFieldKey[] {
  const definition = PROJECT_FIELDS.find((field) => field.labels.includes(label))
  if (!definition) throw new Error(`no field has the label ${label}`)
  return definition.labels.includes('Projektperiod') ? ['startDate', 'endDate'] : [definition.key]
}

/** Matches readings by everything but where they stand. */
const placesAside = (fields: ProjectPage['fields']) =>
  Object.fromEntries(
    Object.entries(fields).map(([key, reading]) => [key, { ...reading, place: expect.anything() }]),
  )

function expectOthersKept(page: Page, without: ProjectPage, label: string) {
  const touched = new Set<string>([...keysOf(label), 'name'])
  const others = Object.entries(readPage(toText(page)).fields).filter(([key]) => !touched.has(key))
  expect(without.fields).toMatchObject(placesAside(Object.fromEntries(others)))
}

describe('a decision list', () => {
  test('of a megabyte is read whole: every entry with name, applicant and amount', () => {
    const text = generateDecisionList(1_000_000)
    const document = parse(text)
    if (document.kind !== 'decision-list') throw new Error(document.kind)
    const items = document.sections.flatMap((section) => section.items)
    expect(items.length).toBe((text.match(/Exempelprojekt \d+/g) ?? []).length)
    for (const item of items) {
      expect([item.name?.state, item.applicant?.state, item.amount?.state]).toEqual(['read', 'read', 'read'])
    }
  })
})
