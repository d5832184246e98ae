import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assemble, stream, writePdf } from '../../../testing/pdf.ts'
import { checkPdf } from './index.ts'
import { streamHeads } from './streams.ts'
import { nextToken } from './tokens.ts'

/** A name with some of its letters as numbers. */
const name = (word: string) =>
  fc
    .array(fc.boolean(), { minLength: word.length, maxLength: word.length })
    .map((asNumber) =>
      Array.from(word, (letter, index) =>
        asNumber[index] ? `#${letter.charCodeAt(0).toString(16)}` : letter,
      ).join(''),
    )
    .map((written) => `/${written}`)
/** What may stand between words. */
const gap = fc
  .array(fc.constantFrom(' ', '\0', '\t', '\r\n', '\f', '%>> endobj (\n', '%/Filter /LZW\r'), {
    maxLength: 4,
  })
  .map((parts) => `${parts.join('')} `)
const written = (...parts: (string | fc.Arbitrary<string>)[]) =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((all) => all.join(''))

const script = written('<<', gap, name('S'), gap, name('JavaScript'), gap, name('JS'), '(x)>>')
const listHead = written(
  ...[
    gap,
    name('N'),
    gap,
    '1',
    gap,
    name('First'),
    gap,
    '5',
    gap,
    name('Filter'),
    gap,
    name('FlateDecode'),
    gap,
  ],
)

test('a script is found however it is written, as it is or packed', async () => {
  await fc.assert(
    fc.asyncProperty(script, listHead, fc.integer({ min: 0, max: 9 }), async (action, head, level) => {
      expect(await checkPdf(writePdf([[]], { extra: [action] }))).toBe('pdfScript')
      const packed = deflateSync(Buffer.from(`40 0 ${action}`, 'latin1'), { level }).toString('latin1')
      expect(await checkPdf(writePdf([[]], { extra: [stream(packed, head)] }))).toBe('pdfScript')
    }),
    { numRuns: 40 },
  )
})

test('the heads of streams are told of any text, to its end', () => {
  const pieces = fc.constantFrom(
    '1 0 obj',
    '<<',
    '>>',
    '/N',
    '/First 1',
    '(',
    ')',
    '\\',
    '<',
    '%',
    '\n',
    'stream\n',
    '[',
    ']',
    'x',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join('')
      for (const head of streamHeads(text) ?? []) expect(text.slice(head.at - 6, head.at)).toBe('stream')
      let last = nextToken(text, 0)
      for (let next = last; next; next = nextToken(text, next.end)) last = next
      expect((last?.end ?? 0) <= text.length).toBe(true)
    }),
  )
})

test('what stands in a string is no object', async () => {
  const bytes = assemble([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>',
    '<< /Title (\\) 5 0 obj << /N 1 /First 2 >> streams \\() >>',
  ])
  expect(await checkPdf(bytes)).toBeNull()
})
