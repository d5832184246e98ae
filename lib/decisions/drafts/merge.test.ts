import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Conflict, mergeDraft, type Part, withOwnWords } from './merge.ts'
import {
  blankEntry,
  DECISION_KEYS,
  type DraftContent,
  type DraftEntry,
  ENTRY_KEYS,
  emptyDraft,
} from './schema.ts'

const draft = (words: Partial<DraftContent>): DraftContent => ({ ...emptyDraft(), ...words })
const entry = (id: string, words: Partial<DraftEntry> = {}): DraftEntry => ({ ...blankEntry(id), ...words })
const ids = ({ entries }: Pick<DraftContent, 'entries'>) => entries.map(({ id }) => id).join('')

const BASE = draft({
  heading: 'Förut',
  entries: [entry('a', { name: 'Ett' }), entry('b', { name: 'Två' }), entry('c', { name: 'Tre' })],
})

test('different fields merge by themselves, also of one entry', () => {
  const mine = {
    ...BASE,
    heading: 'Min',
    entries: [entry('a', { name: 'Ett', amount: '1' }), ...BASE.entries.slice(1)],
  }
  const theirs = { ...BASE, fund: 'ESF', entries: [entry('a', { name: 'Etta' }), ...BASE.entries.slice(1)] }
  const { content, conflicts } = mergeDraft(BASE, mine, theirs)
  expect(conflicts).toEqual([])
  expect(content).toMatchObject({ heading: 'Min', fund: 'ESF' })
  expect(content.entries[0]).toMatchObject({ name: 'Etta', amount: '1' })
})

test('a field that both changed is told with all three; what is kept is theirs, and the form goes on with mine', () => {
  const { content, conflicts } = mergeDraft(BASE, { ...BASE, heading: 'Min' }, { ...BASE, heading: 'Deras' })
  expect(conflicts).toEqual([{ entry: null, field: 'heading', base: 'Förut', mine: 'Min', theirs: 'Deras' }])
  expect(content.heading).toBe('Deras')
  expect(withOwnWords(content, conflicts).heading).toBe('Min')
})

test('the same change of both is none', () => {
  const both = { ...BASE, heading: 'Lika' }
  expect(mergeDraft(BASE, both, both)).toMatchObject({ conflicts: [], content: { heading: 'Lika' } })
})

test('entries of both are kept in an order that both know; what one removed and nobody changed is gone', () => {
  const mine = { ...BASE, entries: [BASE.entries[0] as DraftEntry, entry('m'), ...BASE.entries.slice(1)] }
  const theirs = { ...BASE, entries: [...BASE.entries.slice(1).reverse(), entry('t')] }
  const { content, conflicts, kept } = mergeDraft(BASE, mine, theirs)
  expect(ids(content)).toBe('mcbt')
  expect({ conflicts, kept }).toEqual({ conflicts: [], kept: [] })
})

test('an entry that one removed and the other changed stays', () => {
  const without = { ...BASE, entries: BASE.entries.slice(1) }
  const changed = { ...BASE, entries: [entry('a', { name: 'Ny' }), ...BASE.entries.slice(1)] }
  for (const [mine, theirs] of [
    [without, changed],
    [changed, without],
  ] as const) {
    const { content, kept } = mergeDraft(BASE, mine, theirs)
    expect(content.entries.find(({ id }) => id === 'a')?.name).toBe('Ny')
    expect(kept).toEqual(['a'])
  }
})

test('entries of other pages than the one that the form showed are left alone', () => {
  const page: Part = { ...BASE, entries: BASE.entries.slice(0, 1) }
  const mine: Part = { ...page, entries: [entry('a', { name: 'Min' })] }
  const { content, conflicts } = mergeDraft(page, mine, BASE)
  expect(content.entries.map(({ name }) => name)).toEqual(['Min', 'Två', 'Tre'])
  expect(conflicts).toEqual([])
})

// Few words and few entries, so that two people often touch the same.
const word = fc.constantFrom('', 'x', 'y', 'z')
const someEntry = fc.record({ id: fc.constantFrom(...'abcdef'), name: word, applicant: word, amount: word })
const someDraft = fc
  .record({
    heading: word,
    fund: word,
    entries: fc.uniqueArray(someEntry, { selector: ({ id }) => id, maxLength: 6 }),
  })
  .map(({ entries, ...own }) =>
    draft({ ...own, entries: entries.map(({ id, ...words }) => entry(id, words)) }),
  )

/** Every field of a draft by where it stands. */
const fieldsOf = (content: Part): Map<string, string> =>
  new Map([
    ...DECISION_KEYS.map((key) => [` ${key}`, content[key]] as const),
    ...content.entries.flatMap((one) => ENTRY_KEYS.map((key) => [`${one.id} ${key}`, one[key]] as const)),
  ])
const at = ({ entry, field }: Conflict) => `${entry ?? ''} ${field}`

test('whatever two people do, no word that either wrote is lost', () => {
  fc.assert(
    fc.property(someDraft, someDraft, someDraft, (base, mine, theirs) => {
      const { content, conflicts } = mergeDraft(base, mine, theirs)
      const [before, own, other, after] = [base, mine, theirs, content].map(fieldsOf) as [
        Map<string, string>,
        Map<string, string>,
        Map<string, string>,
        Map<string, string>,
      ]
      const told = new Map(conflicts.map((conflict) => [at(conflict), conflict]))
      for (const [where, words] of own) {
        if (words === '' || words === before.get(where)) continue
        const conflict = told.get(where)
        expect(after.get(where) === words || conflict?.mine === words).toBe(true)
      }
      for (const [where, words] of other)
        if (words !== '' && words !== before.get(where)) expect(after.get(where)).toBe(words)
      // What is in conflict was changed by both, and differently.
      for (const conflict of conflicts) {
        expect(conflict.mine).not.toBe(conflict.theirs)
        expect(conflict.theirs).toBe(other.get(at(conflict)))
        expect(after.get(at(conflict))).toBe(conflict.theirs)
      }
      expect(new Set(content.entries.map(({ id }) => id)).size).toBe(content.entries.length)
    }),
    { numRuns: 3000 },
  )
})

test('a merge over what nobody else has changed is what I wrote', () => {
  fc.assert(
    fc.property(someDraft, someDraft, (base, mine) => {
      const { content, conflicts, kept } = mergeDraft(base, mine, base)
      expect(conflicts).toEqual([])
      expect(kept).toEqual([])
      expect(Object.fromEntries(fieldsOf(content))).toEqual(Object.fromEntries(fieldsOf(mine)))
    }),
  )
})

test('merging again what was merged changes nothing', () => {
  fc.assert(
    fc.property(someDraft, someDraft, someDraft, (base, mine, theirs) => {
      const { content } = mergeDraft(base, mine, theirs)
      expect(mergeDraft(content, content, content)).toEqual({ content, conflicts: [], tookIn: [], kept: [] })
    }),
  )
})
