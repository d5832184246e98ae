import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { decodedPieces, decodeWhole, detectEncoding } from './encoding.ts'
import type { TableEncoding } from './schema.ts'

const SWEDISH =
  'Projektägare;Stöd\nGöteborgs stad;Åtgärder för långtidsarbetslösa på Öland och i Värmland\nÖRNSKÖLDSVIK;”Hållbar”\n'
const GREEK =
  'Έργο;Δικαιούχος\nΨηφιακές υπηρεσίες για όλους;Δήμος Αθηναίων\nΕνίσχυση της απασχόλησης;Περιφέρεια Κρήτης\n'
const CZECH =
  'Název;Příjemce\nPodpora zaměstnanosti v Ústeckém kraji;Město Žďár nad Sázavou\nPřívětivý úřad;Řidiči\n'
const ICONV: Partial<Record<TableEncoding, string>> = { ibm850: 'cp850' }
const encode = (text: string, encoding: TableEncoding, addBOM = false) =>
  new Uint8Array(iconv.encode(text, ICONV[encoding] ?? encoding, { addBOM }))

test.each<[TableEncoding, string]>([
  ['utf-8', SWEDISH],
  ['utf-16le', SWEDISH],
  ['utf-16be', SWEDISH],
  ['utf-16le', GREEK],
  ['utf-16be', GREEK],
  ['windows-1252', SWEDISH],
  ['macroman', SWEDISH],
  ['ibm850', SWEDISH.replaceAll('”', '"')],
  ['windows-1253', GREEK],
  ['windows-1250', CZECH],
])('a table in %s is known by its letters', (encoding, text) => {
  const bytes = encode(text, encoding)
  expect(detectEncoding(bytes)?.value).toBe(encoding)
  expect(decodeWhole(bytes, encoding)).toBe(text)
})

test('Greek in ISO-8859-7 and in windows-1253 is told apart by the capital that they place differently', () => {
  expect(detectEncoding(encode(GREEK.replaceAll('Έ', 'Ά'), 'iso-8859-7'))?.value).toBe('iso-8859-7')
  expect(detectEncoding(encode(GREEK.replaceAll('Έ', 'Ά'), 'windows-1253'))?.value).toBe('windows-1253')
})

test('a euro sign of ISO-8859-15 between Swedish words is a euro sign', () => {
  const text = 'Belopp i €;Ägare\n1 000 €;Mörbylånga\n'
  const bytes = encode(text, 'iso-8859-15')
  const guess = detectEncoding(bytes)
  expect(decodeWhole(bytes, guess?.value ?? 'utf-8')).toBe(text)
})

test('a byte order mark decides, and is no part of the text', () => {
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
    const bytes = encode(SWEDISH, encoding, true)
    expect(detectEncoding(bytes)).toMatchObject({ value: encoding, certain: true })
    expect(decodeWhole(bytes, encoding)).toBe(SWEDISH)
  }
})

test('UTF-8 with one broken byte is UTF-8 still, and is said to be uncertain', () => {
  const bytes = encode(SWEDISH.repeat(5), 'utf-8')
  bytes[bytes.indexOf(0xc3) + 1] = 0x20
  expect(detectEncoding(bytes)).toMatchObject({ value: 'utf-8', certain: false })
  expect(decodeWhole(bytes, 'utf-8')).toContain('\uFFFD')
})

test('a picture is no text', () => {
  expect(detectEncoding(Uint8Array.from({ length: 900 }, (_, index) => (index * 7) % 32))).toBeUndefined()
})

test('NUL characters and half surrogate pairs are replaced, and a pair on the border of two pieces is kept', () => {
  expect(decodeWhole(encode('a\0b', 'utf-8'), 'utf-8')).toBe('a\uFFFDb')
  expect(decodeWhole(Uint8Array.from([0x41, 0, 0, 0xd8, 0x42, 0]), 'utf-16le')).toBe('A\uFFFDB')
  const long = `${'x'.repeat((1 << 17) - 1)}😀 och mer`
  expect(decodeWhole(encode(long, 'utf-16le'), 'utf-16le')).toBe(long)
  expect([...decodedPieces(encode(long, 'utf-16le'), 'utf-16le')].length).toBeGreaterThan(1)
})

test('any text comes back from every Unicode encoding', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom<TableEncoding>('utf-8', 'utf-16le', 'utf-16be'),
      (text, encoding) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\uFEFF'))
        expect(decodeWhole(encode(text, encoding), encoding)).toBe(text)
      },
    ),
    { numRuns: 100 },
  )
})
