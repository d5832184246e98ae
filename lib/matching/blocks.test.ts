import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockKeys, MOST_KEYS } from './blocks.ts'
import { matchName } from './name-match.ts'

const WORDS =
  'Kompetensutveckling kompetensförsörjning Ung växtkraft för unga i Lindsund Lundsund steget Stegen vidare MIA jobb nu 2.0 II hälsofrämjande arbetsliv äldreomsorgen språk (Främja Ungas Närvaro) - från kurs till jobb'.split(
    ' ',
  )
const names = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 9 })
  .map((words) => words.join(' '))

/** So many letters dropped, added, swapped or changed, anywhere. */
const slips = fc.array(
  fc.record({
    at: fc.nat(200),
    how: fc.constantFrom('drop', 'add', 'swap', 'change'),
    letter: fc.constantFrom(...'aekrå'),
  }),
  { maxLength: 3 },
)
type Slip = { at: number; how: string; letter: string }
function misspell(name: string, { at, how, letter }: Slip): string {
  const place = at % name.length
  const [before, here, after] = [name.slice(0, place), name.charAt(place), name.slice(place + 1)]
  if (how === 'drop') return before + after
  if (how === 'add') return before + letter + here + after
  return how === 'swap' ? before + after.charAt(0) + here + after.slice(1) : before + letter + after
}

test('names that match share a key, and none has many', () => {
  let matched = 0
  fc.assert(
    fc.property(names, slips, (name, some) => {
      const other = some.reduce((text, slip) => misspell(`${text} `, slip).trim(), name)
      const keys = blockKeys(name)
      expect(keys.length).toBeLessThanOrEqual(MOST_KEYS)
      const { kind, letters } = matchName(name, other)
      if (!['same', 'alike', 'near', 'part'].includes(kind) || letters > 1) return
      matched++
      expect(blockKeys(other).some((key) => keys.includes(key))).toBe(true)
    }),
    { numRuns: 5000 },
  )
  expect(matched).toBeGreaterThan(1000)
})

test('an explanation, another order and split words share a key with the name', () => {
  const pairs = [
    ['FUN', 'FUN (Främja Ungas Närvaro)'],
    ['Främja ungas närvaro', 'FUN (Främja Ungas Närvaro)'],
    ['Arbete och hälsa', 'Hälsa & arbete'],
    ['Kompetens utveckling', 'Kompetensutveckling'],
  ] as const
  for (const [a, b] of pairs) {
    expect(['same', 'alike', 'part']).toContain(matchName(a, b).kind)
    expect(blockKeys(a).some((key) => blockKeys(b).includes(key))).toBe(true)
  }
})

test('a name without letters has no keys, and a long one takes no long time', () => {
  expect(blockKeys('')).toEqual([])
  expect(blockKeys(' – ! ')).toEqual([])
  expect(blockKeys('Kompetens '.repeat(100_000)).length).toBeLessThanOrEqual(MOST_KEYS)
  expect(matchName('(a'.repeat(100_000), '+ '.repeat(100_000)).kind).toBe('other')
})
