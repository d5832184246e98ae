import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeDraft, type Part } from './merge.ts'
import { isNews, joinNews, marksOf, News, NOTHING_NEW, newsIn } from './news.ts'
import {
  blankEntry,
  DECISION_KEYS,
  type DraftContent,
  type DraftEntry,
  ENTRY_KEYS,
  emptyDraft,
  isBlank,
} from './schema.ts'

const entry = (id: string, words: Partial<DraftEntry> = {}): DraftEntry => ({ ...blankEntry(id), ...words })
const draft = (words: Partial<DraftContent>): DraftContent => ({ ...emptyDraft(), ...words })

const BASE = draft({
  heading: 'Förut',
  entries: [
    entry('a', { name: 'Ett' }),
    entry('b', { name: 'Två' }),
    entry('c', { name: 'Tre' }),
    entry('d'),
  ],
})
/** The form shows the first two entries, and has seen all of them. */
const PAGE: Part = { ...BASE, entries: BASE.entries.slice(0, 2) }
const SEEN = marksOf(BASE.entries)

const newsOf = (theirs: DraftContent, mine: Part = PAGE, base: Part = PAGE, seen = SEEN) =>
  newsIn({ base, seen }, theirs, mergeDraft(base, mine, theirs))
const withEntries = (...entries: (DraftEntry | undefined)[]) =>
  draft({ heading: 'Förut', entries: entries.filter((one) => one !== undefined) })
const [a, b, c, d] = BASE.entries

test('what others wrote on the page is told by field, and on other pages by entry', () => {
  const theirs = {
    ...withEntries(a, entry('b', { name: 'Två', amount: '2' }), entry('c', { name: 'Trea' }), d),
    fund: 'ESF',
  }
  expect(newsOf(theirs)).toEqual({
    fields: ['fund'],
    entries: [
      { id: 'b', fields: ['amount'] },
      { id: 'c', fields: [] },
    ],
    gone: 0,
    isMoved: false,
  })
})

test('entries that others added, removed or moved are told; blank ones are not', () => {
  const added = entry('e', { name: 'Fem' })
  expect(newsOf(withEntries(a, b, c, d, added))).toEqual({
    ...NOTHING_NEW,
    entries: [{ id: 'e', fields: [] }],
  })
  expect(newsOf(withEntries(a, b, d))).toEqual({ ...NOTHING_NEW, gone: 1 })
  expect(newsOf(withEntries(c, a, b, d))).toEqual({ ...NOTHING_NEW, isMoved: true })
  expect(newsOf(withEntries(d, a, b, c, entry('e')))).toEqual(NOTHING_NEW)
  expect(newsOf(withEntries(a, b, c))).toEqual(NOTHING_NEW)
})

test('what both wrote alike, and what I wrote alone, is no news; an entry that I changed and they removed is', () => {
  const mine = { ...PAGE, heading: 'Lika', entries: [entry('a', { name: 'Etta' }), ...PAGE.entries.slice(1)] }
  expect(newsOf({ ...BASE, heading: 'Lika' }, mine)).toEqual(NOTHING_NEW)
  expect(newsOf(withEntries(b, c, d), mine)).toEqual({ ...NOTHING_NEW, entries: [{ id: 'a', fields: [] }] })
})

test('what was not told yet is joined with what has come since', () => {
  const first = newsOf(withEntries(entry('a', { name: 'Ett', unit: 'x' }), b, c, d))
  const second = newsOf(withEntries(entry('a', { name: 'Ett', amount: '1' }), b, d))
  expect(joinNews(first, second)).toEqual({
    ...NOTHING_NEW,
    entries: [{ id: 'a', fields: ['unit', 'amount'] }],
    gone: 1,
  })
})

// Few words and few entries, so that two people often touch the same.
const word = fc.constantFrom('', 'x', 'y', 'z')
const someEntry = fc
  .record({ id: fc.constantFrom(...'abcdef'), name: word, partners: word })
  .map(({ id, ...words }) => entry(id, words))
const entries = fc.uniqueArray(someEntry, { selector: ({ id }) => id, maxLength: 6 })
const someDraft = fc.record({ heading: word, fund: word, entries }).map(draft)
/** A draft as it was opened, how many entries the form shows of it, what is typed in them, and what is kept by then. */
const twoAtOnce = fc
  .tuple(someDraft, fc.nat({ max: 6 }), fc.array(fc.tuple(word, word), { minLength: 6, maxLength: 6 }))
  .chain(([opened, shown, typed]) => {
    const base: Part = { ...opened, entries: opened.entries.slice(0, shown) }
    const written = base.entries.map((one, at) => {
      const [name = '', partners = ''] = typed[at] ?? []
      return { ...one, name, partners }
    })
    const mine = fc.record({ heading: fc.constantFrom(opened.heading, 'mitt') }).map(({ heading }) => ({
      ...base,
      heading,
      entries: written,
    }))
    return fc.record({
      opened: fc.constant(opened),
      base: fc.constant(base),
      mine,
      theirs: fc.oneof(someDraft, fc.constant(opened)),
    })
  })

const said = (all: readonly DraftEntry[]) => all.filter((one) => !isBlank(one))

test('where nothing is told, what is kept is what I have seen and what I wrote', () => {
  fc.assert(
    fc.property(twoAtOnce, ({ opened, base, mine, theirs }) => {
      const merged = mergeDraft(base, mine, theirs)
      const news = newsIn({ base, seen: marksOf(opened.entries) }, theirs, merged)
      const told = new Set([
        ...news.entries.map(({ id }) => id),
        ...merged.conflicts.map(({ entry: id }) => id ?? ''),
      ])
      const inForm = new Map([...opened.entries, ...mine.entries].map((one) => [one.id, one]))
      for (const kept of said(merged.content.entries))
        if (!told.has(kept.id)) expect(kept).toEqual(inForm.get(kept.id))
      for (const key of DECISION_KEYS)
        if (merged.content[key] !== mine[key])
          expect(news.fields.includes(key) || merged.conflicts.some(({ field }) => field === key)).toBe(true)
      if (isNews(news) || merged.conflicts.length > 0) return
      const expected = opened.entries.map((one) => inForm.get(one.id) ?? one)
      expect(said(merged.content.entries).map((one) => ENTRY_KEYS.map((key) => one[key]))).toEqual(
        said(expected).map((one) => ENTRY_KEYS.map((key) => one[key])),
      )
    }),
    { numRuns: 3000 },
  )
})

test('where nobody else wrote nothing is told, and a form can send back whatever is', () => {
  fc.assert(
    fc.property(twoAtOnce, ({ opened, base, mine, theirs }) => {
      const seen = marksOf(opened.entries)
      expect(newsIn({ base, seen }, opened, mergeDraft(base, mine, opened))).toEqual(NOTHING_NEW)
      const news = newsIn({ base, seen }, theirs, mergeDraft(base, mine, theirs))
      expect(News.parse(news)).toEqual(news)
    }),
  )
})
