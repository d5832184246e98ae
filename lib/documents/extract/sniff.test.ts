import { describe, expect, test } from 'vitest'
import { writeDocx } from '../../testing/docx.ts'
import { pagePart, writeMhtml } from '../../testing/mhtml.ts'
import { writePdf } from '../../testing/pdf.ts'
import { writeZip } from '../../testing/zip.ts'
import { DOCX, sniff, XLSX } from './sniff.ts'

const text = (words: string): Uint8Array => new TextEncoder().encode(words)
const bytes = (...values: number[]): Uint8Array => Uint8Array.from([...values, ...new Array(16).fill(0)])
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const PAGE = '<!doctype html><html><body><p>Växtkraft</p></body></html>'
const PDF = writePdf([[{ text: 'Växtkraft', x: 60, y: 60 }]])

describe('what a file is', () => {
  test.each<[string, Uint8Array, string]>([
    ['a text', text('Projektnummer:\n2019/00163\n'), 'text/plain'],
    ['an empty file', text(''), 'text/plain'],
    ['values parted by semicolons', text('Projekt;Belopp\nStegen;1200\n'), 'text/plain'],
    ['a page', text(PAGE), 'text/html'],
    ['a page in UTF-16', Buffer.from(`\uFEFF${PAGE}`, 'utf16le'), 'text/html'],
    ['a page after a mark', text(`\uFEFF${PAGE}`), 'text/html'],
    ['a web archive', writeMhtml([pagePart(PAGE)]), 'multipart/related'],
    ['a list in JSON', text('[{"name": "Stegen"}]'), 'application/json'],
    ['a text that begins with a bracket', text('[2018-06-04] Beslut'), 'text/plain'],
    ['a PDF', PDF, 'application/pdf'],
    ['a Word document', writeDocx(['Växtkraft']), DOCX],
    ['an Excel document', writeZip([{ name: 'xl/workbook.xml', content: '<workbook/>' }]), XLSX],
    ['another zip', writeZip([{ name: 'brev.txt', content: 'Hej' }]), 'application/zip'],
    ['an old Word document', bytes(...OLE), 'application/x-ole-storage'],
    [
      'a Word document under a password',
      Buffer.concat([bytes(...OLE), Buffer.from('EncryptedPackage', 'utf16le')]),
      'application/x-encrypted-office',
    ],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47), 'image/png'],
    ['a photograph', bytes(0xff, 0xd8, 0xff), 'image/jpeg'],
    ['a compressed file', bytes(0x1f, 0x8b), 'application/gzip'],
    ['bytes of no kind', bytes(1, 2, 3), 'application/octet-stream'],
  ])('%s is known by its content', (_, file, type) => {
    expect(sniff(file)).toBe(type)
  })

  test.each<[string, Uint8Array, string]>([
    ['a page that holds a PDF', Buffer.concat([text(PAGE), PDF]), 'text/html'],
    [
      'a page before a zip',
      Buffer.concat([text(PAGE), writeDocx(['Växtkraft'])]),
      'application/octet-stream',
    ],
    ['a PDF that holds a page', Buffer.concat([PDF, text(PAGE)]), 'application/pdf'],
  ])('%s is what its first bytes say, and never both', (_, file, type) => {
    expect(sniff(file)).toBe(type)
  })
})
