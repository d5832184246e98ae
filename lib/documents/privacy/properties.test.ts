import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from '../parse/index.ts'
import type { Place } from '../parse/source.ts'
import type { ParsedDocument } from '../parse/types.ts'
import { hostileTexts } from '../testing/hostile.ts'
import { arbitraryPage, toText } from '../testing/pages.ts'
import { contactsOf, coverPrivate, coverSecrets, privatePlaces, secretsOf } from './index.ts'

const RUNS = { numRuns: 300 }

/** A page's document, or one without anything for text that is none. */
function read(text: string): Exclude<ParsedDocument, { refused: true }> {
  const document = parse(text)
  if (!('refused' in document)) return document
  const nothing = { title: null, publisher: null, partnership: null }
  return { kind: 'decision-list', ...nothing, sections: [], warnings: [], unread: [] }
}

const cover = (text: string): string => coverPrivate(text, privatePlaces(text, read(text)))
const lineBreaks = (text: string): number[] =>
  [...text.matchAll(/[\n\r\u0085\u2028\u2029]/g)].map((match) => match.index)

const PRIVATE = [
  'Kontakta Lisa Svensson',
  'Kim Exempels arbete',
  'eva.prov@example.se',
  'eva (at) example.se',
  'tel. 070-123 45 67',
  '+46 (0)8 123 45 67',
  '800101-1234',
]
const PUBLIC = [
  'Projektet når 400 personer.',
  'Stödet är 15 855 420 kr.',
  '2019-08-01 - 2022-06-30',
  '\n',
  '\r\n',
  'Arbetsförmedlingen är med.',
]
const mixedProse = fc
  .array(fc.constantFrom(...PRIVATE, ...PUBLIC), { maxLength: 12 })
  .map((pieces) => pieces.join(' '))
const pages = fc
  .tuple(arbitraryPage, mixedProse)
  .map(([page, prose]) => toText({ ...page, prose: `${page.prose}\n${prose}` }))
const anyText = fc.oneof(
  pages,
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .array(
      fc.constantFrom('@', '.', 'a', 'Ab', ' ', '0', '8', '-', '(at)', '+46', 'tel', 'Kontakta', '\n', ':'),
      {
        maxLength: 200,
      },
    )
    .map((pieces) => pieces.join('')),
)
const anyPlaces = fc.array(
  fc.tuple(fc.nat(400), fc.nat(40)).map(([start, length]): Place => ({ start, end: start + length })),
)

describe('whatever the text', () => {
  test('places are sorted, within the text, and apart', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let at = 0
        for (const { start, end } of privatePlaces(text, read(text))) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          at = end
        }
        expect(at).toBeLessThanOrEqual(text.length)
      }),
      RUNS,
    )
  })

  test('covering keeps length, line breaks and everything outside the places, and twice is once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), anyPlaces, (text, places) => {
        const covered = coverPrivate(text, places)
        expect(covered).toHaveLength(text.length)
        expect(lineBreaks(covered)).toEqual(lineBreaks(text))
        expect(coverPrivate(covered, places)).toBe(covered)
        for (let at = 0; at < text.length; at++) {
          const isCovered = places.some(({ start, end }) => at >= start && at < end)
          if (!isCovered) expect(covered[at]).toBe(text[at])
        }
      }),
      RUNS,
    )
  })

  test('nothing private is left in a covered text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const covered = cover(text)
        expect(covered).toHaveLength(text.length)
        expect(lineBreaks(covered)).toEqual(lineBreaks(text))
        expect(covered).not.toMatch(/[\p{L}\p{N}]@[\p{L}\p{N}]/u)
      }),
      RUNS,
    )
  })

  test('covering short words keeps their length, and is done with once', () => {
    const secrets = ['Kim Exempel', '070-123 45 67', 'eva@example.se', '.*', '[', 'a b']
    fc.assert(
      fc.property(fc.oneof(mixedProse, fc.string({ unit: 'binary' })), (words) => {
        const covered = coverSecrets(words, secrets)
        expect(covered).toHaveLength(words.length)
        expect(coverSecrets(covered, secrets)).toBe(covered)
      }),
      RUNS,
    )
  })
})

describe('whatever the page', () => {
  test('no contact and no secret is left, in the text nor in its words', () => {
    fc.assert(
      fc.property(pages, (text) => {
        const covered = cover(text)
        const secrets = secretsOf(text, read(text))
        for (const { name, email } of contactsOf(read(text))) {
          if (name) expect(secrets).toContain(name)
          if (email) expect(secrets).toContain(email)
        }
        for (const secret of secrets) expect(covered).not.toContain(secret)
        for (const secret of secrets) expect(coverSecrets(`- ${secret} -`, secrets)).not.toContain(secret)
      }),
      RUNS,
    )
  })

  test('facts stand where they stood, and say what they said', () => {
    fc.assert(
      fc.property(pages, (text) => {
        const document = read(text)
        if (document.kind !== 'esf-project-page') return
        const covered = cover(text)
        for (const [key, reading] of Object.entries(document.fields)) {
          if (key.startsWith('contact')) continue
          const { start, end } = reading.place
          expect(covered.slice(start, end)).toBe(text.slice(start, end))
        }
      }),
      RUNS,
    )
  })
})

describe('hostile texts take no longer than they are long', () => {
  const PIECES = [
    '1', '0', '01', '0 1', '08-', '070-1', '+46', '19800101', '800101-', '@', 'a@', 'a@a', '@a.', '(at)', ' at ', 'a.',
    'a (punkt) ', 'A', 'Ab ', 'Ab Cd ', 'A. ', 'Ab-', 'Kontakta ', 'Kontakt: ', 'Kontakta Ab Cd ', 'projektledare ',
    'Ab Cd, projektledare ', 'är ', 'tel ', 'tel 1 ', 'tel 12345 ', 'Ab Cd 0701234567 ', 'Ab 0701234567\n', '(', 'vår ',
    'a\u00AD', 'A\u0301', ', Ab', 'chef Ab ', 'ab.cd@ef.se ',
  ] // biome-ignore format: many short pieces
  const SIZE = 200_000

  test.each(PIECES)('%j', (piece) => {
    const text = piece.repeat(Math.ceil(SIZE / piece.length))
    const document = read('')
    const began = performance.now()
    const places = privatePlaces(text, document)
    coverPrivate(text, places)
    expect(performance.now() - began).toBeLessThan(4000)
  })

  test('many contacts, all different', () => {
    const entries = Array.from(
      { length: 4000 },
      (_, n) => `Kim Exempel${'abcdefghij'[n % 10]}${n}, k${n}@x.se, 070${1000000 + n}`,
    )
    const text = `Kontakt:\n${entries.join('\n')}`
    const began = performance.now()
    expect(secretsOf(text, read('')).length).toBeGreaterThan(8000)
    expect(performance.now() - began).toBeLessThan(4000)
  })

  test.each(hostileTexts(60_000))('%s', (_, text) => {
    const document = read(text)
    const began = performance.now()
    privatePlaces(text, document)
    expect(performance.now() - began).toBeLessThan(4000)
  })
})
