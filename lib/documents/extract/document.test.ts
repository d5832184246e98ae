import { describe, expect, test } from 'vitest'
import { type DocxBlock, documentXml, paragraph, writeDocx } from '../../testing/docx.ts'
import { pagePart, writeMhtml } from '../../testing/mhtml.ts'
import { writePdf } from '../../testing/pdf.ts'
import { parse } from '../parse/index.ts'
import { extractDocument } from './document.ts'
import { DEFAULT_LIMITS } from './limits.ts'

const read = async (bytes: Uint8Array) => {
  const extracted = await extractDocument(bytes)
  if (!extracted.ok) throw new Error(extracted.reason.en)
  return extracted
}
const codeOf = async (bytes: Uint8Array, limits = DEFAULT_LIMITS) => {
  const extracted = await extractDocument(bytes, limits)
  return extracted.ok ? extracted.text : extracted.code
}
const bytesOf = (words: string): Uint8Array => new TextEncoder().encode(words)

const BLOCKS: DocxBlock[] = [
  { heading: 'Prioriterade projekt' },
  'Strukturfondspartnerskapet Östra Mellansverige beslutade den 3 december 2020.',
  {
    rows: [
      ['Projekt', 'Sökande', 'Sökt belopp'],
      ['Ung växtkraft & mer', 'Sala kommun', '1 200 000 kronor'],
      ['Nya vägar', 'Region Örebro län', '2 300 000 kronor'],
    ],
  },
  { point: 'Unga får stöd' },
]

describe('a Word document', () => {
  test('is read with its headings, tables and points', async () => {
    const { text, mediaType, encoding } = await read(writeDocx(BLOCKS))
    expect(text.replaceAll(' \t', '\t')).toBe(
      'Prioriterade projekt\n\nStrukturfondspartnerskapet Östra Mellansverige beslutade den 3 december 2020.\n\nProjekt\tSökande\tSökt belopp\nUng växtkraft & mer\tSala kommun\t1 200 000 kronor\nNya vägar\tRegion Örebro län\t2 300 000 kronor\n\n  • Unga får stöd\n',
    )
    expect({ mediaType, encoding }).toEqual({
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      encoding: 'utf-8',
    })
  })

  test('gives the parser its decisions', async () => {
    const document = parse((await read(writeDocx(BLOCKS))).text)
    if (document.kind !== 'decision-list') throw new Error(document.kind)
    const items = document.sections.flatMap((section) => section.items)
    expect(items.map((item) => [item.name?.value, item.amount?.value])).toEqual([
      ['Ung växtkraft & mer', 1_200_000],
      ['Nya vägar', 2_300_000],
    ])
  })

  test('whose columns are set with tabs is read like one with tables', async () => {
    const line = (text: string) =>
      `<w:p>${text
        .split('\t')
        .map((part) => `<w:r><w:t>${part}</w:t></w:r>`)
        .join('<w:r><w:tab/></w:r>')}</w:p>`
    const textOf = async (...lines: string[]) => {
      const content = documentXml(lines.map(line).join(''))
      return (await read(writeDocx([], [{ name: 'word/document.xml', content }]))).text.replaceAll(
        '\n\n',
        '\n',
      )
    }
    expect(await textOf('Projektnummer\t2018/00566', 'Budget\t36 691 291')).toBe(
      'Projektnummer\n2018/00566\nBudget\n36 691 291\n',
    )
    expect(await textOf('Projekt\tSökande\tBelopp', 'Stegen\t\t951 000')).toBe(
      'Projekt\tSökande\tBelopp\nStegen\t\t951 000\n',
    )
    expect(await textOf('Stegen, Sala kommun\t951 000 kr', 'Lyftet, Sala kommun\t1 200 000 kr')).toBe(
      'Stegen, Sala kommun\t951 000 kr\nLyftet, Sala kommun\t1 200 000 kr\n',
    )
    expect(await textOf('\tIndraget')).toBe('Indraget\n')
  })

  test('without text says so', async () => {
    expect(await codeOf(writeDocx(['', '  ']))).toBe('noText')
  })

  test('that is cut off, or whose text is no XML, is called broken', async () => {
    const whole = writeDocx(BLOCKS)
    expect(await codeOf(whole.subarray(0, whole.length - 100))).not.toContain('Prioriterade')
    expect(await codeOf(writeDocx([], [{ name: 'word/document.xml', content: '<w:document' }]))).toBe(
      'broken',
    )
  })

  test('that was changed and commented on is read as it stands after the changes', async () => {
    const body = `<w:p><w:del><w:r><w:delText>Borta</w:delText></w:r></w:del><w:ins><w:r><w:t>Kvar</w:t></w:r></w:ins></w:p>`
    const bytes = writeDocx([], [{ name: 'word/document.xml', content: documentXml(body) }])
    expect((await read(bytes)).text).toBe('Kvar\n')
  })
})

/** A page whose one line is longer than lines of a letter are. */
const pageOf = (words: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"></head><body><main><p>${words} = Växtkraft på Öland, med en rad som är längre än vad som får plats på en rad i ett brev.</p></main></body></html>`

describe('a web archive', () => {
  test('is read by its page, with the address that it was saved from', async () => {
    const address = 'https://www.esf.se/projekt/1?a=b'
    const archive = writeMhtml(
      [
        {
          headers: { 'Content-Type': 'image/png', 'Content-Transfer-Encoding': 'base64' },
          body: 'iVBORw0KGgo=',
        },
        pagePart(pageOf('Ram'), { 'Content-Location': 'cid:frame@x' }),
        pagePart(pageOf('Sida'), { 'Content-Location': address }),
      ],
      { 'Snapshot-Content-Location': address },
    )
    const { text, url, mediaType } = await read(archive)
    expect(text).toMatch(/^Sida = Växtkraft på Öland, med en rad som .+ i ett brev\.\n$/)
    expect({ url, mediaType }).toEqual({ url: address, mediaType: 'multipart/related' })
  })

  test('whose start is named begins there', async () => {
    const archive = writeMhtml(
      [
        pagePart(pageOf('Ram'), { 'Content-ID': '<a@x>' }),
        pagePart(pageOf('Sida'), { 'Content-ID': '<b@x>' }),
      ],
      { 'Content-Type': 'multipart/related; boundary="----MultipartBoundary--x1y2z3----"; start="<b@x>"' },
    )
    expect((await read(archive)).text).toContain('Sida')
  })

  test('in base64 and windows-1252, with parts within parts, is read', async () => {
    const html = Buffer.from('<html><body><p>Växtkraft</p></body></html>', 'latin1').toString('base64')
    const inner = `--inre\r\nContent-Type: text/html; charset="windows-1252"\r\nContent-Transfer-Encoding: base64\r\n\r\n${html}\r\n--inre--`
    const archive = writeMhtml([
      { headers: { 'Content-Type': 'multipart/alternative; boundary=inre' }, body: inner },
    ])
    expect(await read(archive)).toMatchObject({ text: 'Växtkraft\n', encoding: 'windows-1252' })
  })

  test('without a page says so', async () => {
    const archive = writeMhtml([{ headers: { 'Content-Type': 'text/css' }, body: 'p {}' }])
    expect(await codeOf(archive)).toBe('noPage')
  })

  test.each(['https://kim:hemligt@www.esf.se/projekt/1', 'https://[/projekt/1'])(
    'gives no address that nobody may type: %s',
    async (address) => {
      const archive = writeMhtml([pagePart(pageOf('Sida'), { 'Content-Location': address })])
      expect(await read(archive)).not.toHaveProperty('url')
    },
  )

  test('gives no address that only the computer knows which saved it', async () => {
    const archive = writeMhtml([
      pagePart(pageOf('Sida'), { 'Content-Location': 'file:///C:/hemligt/sida.html' }),
    ])
    expect(await read(archive)).not.toHaveProperty('url')
  })
})

describe('a file that cannot be read', () => {
  const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

  test.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(), 'empty'],
    ['an old Word document', Uint8Array.from([...OLE, 0, 0]), 'oldOffice'],
    [
      'a Word document under a password',
      Buffer.concat([Uint8Array.from(OLE), Buffer.from('EncryptedPackage', 'utf16le')]),
      'passwordProtected',
    ],
    ['a PDF that is none further in', bytesOf('%PDF-1.7\nhej'), 'broken'],
    ['a PDF of pictures', writePdf([[], []], { picture: true }), 'scanned'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), 'otherFormat'],
  ])('%s is refused with its own reason', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code)
  })

  test('too large a file, too many pages and too long a text are refused by their limits', async () => {
    const pdf = writePdf([[{ text: 'Ett', x: 60, y: 60 }], [{ text: 'Två', x: 60, y: 60 }]])
    expect(await codeOf(pdf, { ...DEFAULT_LIMITS, bytes: 100 })).toBe('tooLarge')
    expect(await codeOf(pdf, { ...DEFAULT_LIMITS, pages: 1 })).toBe('tooManyPages')
    expect(await codeOf(bytesOf('Växtkraft'), { ...DEFAULT_LIMITS, characters: 5 })).toBe('tooLong')
    expect(await codeOf(pdf, { ...DEFAULT_LIMITS, characters: 5 })).toBe('tooLong')
    expect(await codeOf(writeDocx([paragraph('x')]), { ...DEFAULT_LIMITS, parts: 3 })).toBe('tooManyParts')
  })

  test('a reason names the limit in both languages', async () => {
    const extracted = await extractDocument(new Uint8Array(3 * 1024 * 1024), {
      ...DEFAULT_LIMITS,
      bytes: 2 * 1024 * 1024,
    })
    expect(extracted).toMatchObject({
      reason: {
        sv: 'Filen är för stor. Den får vara högst 2 MB.',
        en: 'The file is too large. It may be at most 2 MB.',
      },
    })
  })
})
