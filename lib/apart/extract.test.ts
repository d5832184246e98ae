import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DEFAULT_LIMITS } from '../documents/extract/limits.ts'
import { writeDocx } from '../testing/docx.ts'
import { mutate, NEUTRALISED, packedPdf, REFUSED, randomNumbers } from '../testing/hostile-files.ts'
import { pagePart, writeMhtml } from '../testing/mhtml.ts'
import { writePdf } from '../testing/pdf.ts'
import { extractApart } from './extract.ts'
import { inOwnProcess } from './process.ts'
import type { Damage, Outcome } from './testing/damages-child.ts'

const PDF = writePdf([[{ text: 'Växtkraft', x: 60, y: 60 }]])
const DOCX = writeDocx(['Växtkraft'])
const MHTML = writeMhtml([pagePart('<html><body><p>Växtkraft</p></body></html>')])
const DAMAGES = join('lib', 'apart', 'testing', 'damages-child.ts')

describe('a file from outside', () => {
  test.each([
    ['a text', Buffer.from('Växtkraft\n'), 'text/plain'],
    ['a large text', Buffer.from('Växtkraft\n'.repeat(300_000)), 'text/plain'],
    ['a PDF', PDF, 'application/pdf'],
    ['a Word document', DOCX, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ])('that is %s is read', async (_, bytes, mediaType) => {
    const extracted = await extractApart(bytes)
    expect(extracted).toMatchObject({ ok: true, mediaType, text: expect.stringMatching(/^Växtkraft\n/) })
  })

  test('that takes too long is refused with a sentence', async () => {
    const extracted = await extractApart(PDF, { ...DEFAULT_LIMITS, milliseconds: 50 })
    expect(extracted).toMatchObject({
      ok: false,
      code: 'tooSlow',
      reason: { sv: expect.stringMatching(/^Filen tog/) },
    })
  })

  test.runIf(process.platform === 'linux')('that unpacks to more than memory holds is refused', async () => {
    const extracted = await extractApart(packedPdf(300), { ...DEFAULT_LIMITS, megabytes: 256 })
    expect(extracted).toMatchObject({ ok: false, code: 'tooMuchMemory' })
  })

  test('that is larger than any document is refused before it is looked at', async () => {
    expect(await extractApart(new Uint8Array(200 * 1024 * 1024))).toMatchObject({
      ok: false,
      code: 'tooLarge',
    })
  })

  test.each([
    'a billion laughs',
    'a PDF whose pages hold themselves',
    'a zip that unpacks to 120 MB and says so',
  ])('that is hostile is refused, and the next one is read: %s', async (name) => {
    const [write, code] = REFUSED[name] ?? []
    expect(await extractApart(write?.() ?? PDF)).toMatchObject({ ok: false, code })
    expect(await extractApart(PDF)).toMatchObject({ ok: true })
  })

  test('with a script in it gives its text and nothing else', async () => {
    const write = NEUTRALISED['a PDF with scripts, programs and files in it']
    expect(await extractApart(write?.() ?? DOCX)).toMatchObject({
      ok: true,
      text: 'Projektnummer: 2018/00566\n',
    })
  })

  test.each([
    ['a PDF', PDF],
    ['a Word document', DOCX],
    ['a web archive', MHTML],
  ])('whose bytes are changed at random, 150 times, is read or refused each time: %s', async (_, bytes) => {
    const order: Damage = { bytes, seed: 20_201_203, runs: 150 }
    const answer = await inOwnProcess<Outcome[]>(DAMAGES, order, { milliseconds: 50_000, megabytes: 1024 })
    expect(answer.ok && answer.value).toHaveLength(150)
    expect(answer.ok && answer.value).not.toContain('thrown')
  })

  test('that was damaged at random is read or refused apart as well', async () => {
    const random = randomNumbers(7)
    for (const bytes of [PDF, DOCX, PDF, DOCX]) {
      const extracted = await extractApart(mutate(bytes, random))
      expect(extracted.ok ? extracted.text : extracted.reason.sv).toBeTypeOf('string')
    }
  })
})
