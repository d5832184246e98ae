import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText } from './encoding.ts'
import { extract } from './index.ts'

const TEXT = 'Växtkraft på Öland – ”åtta miljoner” till é, 12 000 kronor.\n'.repeat(3)

/** Encodes the characters of Swedish text in windows-1252. */
function inWindows1252(text: string): Uint8Array {
  const special: Record<string, number> = { '–': 0x96, '”': 0x94, '€': 0x80, '•': 0x95 }
  return Uint8Array.from(text, (char) => special[char] ?? char.charCodeAt(0))
}

const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < text.length; index++)
    view.setUint16(index * 2, text.charCodeAt(index), littleEndian)
  return bytes
}
const joined = (...parts: ArrayLike<number>[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => Array.from(part)))

describe('the encoding of a text file', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode(TEXT), 'utf-8'],
    ['UTF-8 with a byte order mark', joined([0xef, 0xbb, 0xbf], new TextEncoder().encode(TEXT)), 'utf-8'],
    ['windows-1252', inWindows1252(TEXT), 'windows-1252'],
    ['UTF-16 with a mark, little end first', joined([0xff, 0xfe], utf16(TEXT, true)), 'utf-16le'],
    ['UTF-16 with a mark, big end first', joined([0xfe, 0xff], utf16(TEXT, false)), 'utf-16be'],
    ['UTF-16 without a mark', utf16(TEXT, true), 'utf-16le'],
    ['UTF-16 without a mark, big end first', utf16(TEXT, false), 'utf-16be'],
  ])('%s is known from its bytes', (_, bytes, encoding) => {
    const decoded = decodeText(bytes)
    expect(decoded).toMatchObject({ text: TEXT, encoding, certain: true })
  })

  test.each([
    ['UTF-32', [0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]],
    ['bytes that windows-1252 does not have', [...inWindows1252('Växj'), 0x81, 0x8d]],
    ['a Macintosh encoding, whose Swedish letters are others', [0x56, 0x8a, 0x78, 0x8c, 0x9a, 0x8a]],
    ['broken UTF-8 after a mark', [0xef, 0xbb, 0xbf, 0xe5, 0x20]],
    ['zero bytes in the middle of nowhere', [0x41, 0x42, 0, 0x43, 0x44, 0x45]],
  ])('%s is refused with a sentence instead of guessed', (_, bytes) => {
    expect(decodeText(Uint8Array.from(bytes))).toHaveProperty('problem.sv')
  })

  test('what a page declares counts only where the bytes leave room for it', () => {
    const page = `<html><head><meta charset="iso-8859-1"></head><body><p>Växtkraft</p></body></html>`
    expect(extract(new TextEncoder().encode(page))).toMatchObject({ encoding: 'utf-8', text: 'Växtkraft\n' })
    expect(extract(inWindows1252(page))).toMatchObject({ encoding: 'windows-1252', text: 'Växtkraft\n' })
  })

  test('any text comes back from UTF-8 as it went in, letters composed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const extracted = extract(new TextEncoder().encode(`Å ${text}`))
        if (extracted.ok && extracted.mediaType === 'text/plain')
          expect(extracted.text).toBe(`Å ${text}`.normalize('NFC'))
      }),
    )
  })

  test('any bytes at all are read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => void extract(bytes)),
      { numRuns: 1000 },
    )
  })

  test.each([
    ['a PDF', '%PDF-1.7\n'],
    ['a Word document', 'PK\u0003\u0004'],
    ['a GIF', 'GIF89a'],
  ])('%s is called by its name and refused', (_, head) => {
    const extracted = extract(new TextEncoder().encode(head))
    expect(extracted).toMatchObject({ ok: false })
  })
})
