import { describe, expect, test } from 'vitest'
import { writeDocx } from '../../testing/docx.ts'
import { NEUTRALISED, REFUSED } from '../../testing/hostile-files.ts'
import { pagePart, writeMhtml } from '../../testing/mhtml.ts'
import { writePdf } from '../../testing/pdf.ts'
import { extractDocument } from './document.ts'

const WHOLE: [string, Uint8Array][] = [
  ['a PDF', writePdf([[{ text: 'Växtkraft', x: 60, y: 60 }], [{ text: 'Stegen', x: 60, y: 60 }]])],
  ['a Word document', writeDocx(['Växtkraft', { rows: [['Stegen', 'Lyftet']] }])],
  ['a web archive', writeMhtml([pagePart('<html><body><p>Växtkraft</p></body></html>')])],
]

describe('a hostile file', () => {
  test.each(Object.entries(REFUSED))('is refused: %s', async (_, [write, code]) => {
    expect(await extractDocument(write())).toMatchObject({ ok: false, code })
  })

  test.each(Object.entries(NEUTRALISED))('does nothing but give its text: %s', async (_, write) => {
    expect(await extractDocument(write())).toMatchObject({
      ok: true,
      text: expect.stringContaining('Projektnummer'),
    })
    expect({}).not.toHaveProperty('polluted')
  })
})

describe('a damaged file', () => {
  test.each(WHOLE)('that is cut off anywhere is read or refused: %s', async (_, bytes) => {
    for (let part = 1; part < 20; part++) {
      const extracted = await extractDocument(bytes.subarray(0, Math.floor((bytes.length * part) / 20)))
      expect(extracted.ok ? extracted.text : extracted.reason.sv).toBeTypeOf('string')
    }
  })
})
