import { deflateSync } from 'node:zlib'
import { documentXml, paragraph, writeDocx } from './docx.ts'
import { pagePart, writeMhtml } from './mhtml.ts'
import { assemble, firstExtra, stream, writePdf } from './pdf.ts'
import { writeZip } from './zip.ts'

const WORDS = 'Projektnummer: 2018/00566'
const PAGE = [{ text: WORDS, x: 60, y: 60 }]
const MEGABYTE = 1024 * 1024

/** What a Word document holds that someone else wrote the XML of. */
const docxOf = (xml: string, declaredSize?: number): Uint8Array =>
  writeDocx(
    [],
    [
      {
        name: 'word/document.xml',
        content: xml,
        deflate: true,
        ...(declaredSize !== undefined && { declaredSize }),
      },
    ],
  )

const LAUGHS = `<!DOCTYPE w:document [<!ENTITY a0 "ha">${Array.from(
  { length: 30 },
  (_, index) => `<!ENTITY a${index + 1} "&a${index};&a${index};">`,
).join('')}]>`

/** Files that mean to do harm, and the code of the problem that is expected of each. */
export const REFUSED: Record<string, [() => Uint8Array, string]> = {
  'a zip that unpacks to 120 MB and says so': [() => docxOf(' '.repeat(120 * MEGABYTE)), 'unpacksToTooMuch'],
  'a zip that unpacks to 30 MB and says 100 bytes': [() => docxOf(' '.repeat(30 * MEGABYTE), 100), 'broken'],
  'a zip of 6,000 files': [
    () =>
      writeDocx(
        [WORDS],
        Array.from({ length: 6_000 }, (_, index) => ({ name: `f${index}`, content: '' })),
      ),
    'tooManyParts',
  ],
  'a name that leads out of the zip': [
    () => writeDocx([WORDS], [{ name: '../../../tmp/owned', content: 'x' }]),
    'broken',
  ],
  'a billion laughs': [() => docxOf(documentXml(paragraph(WORDS), LAUGHS)), 'forbiddenXml'],
  'an entity that is a file of the server': [
    () =>
      docxOf(
        documentXml(
          '<w:p><w:r><w:t>&x;</w:t></w:r></w:p>',
          '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        ),
      ),
    'forbiddenXml',
  ],
  'XML 100,000 elements deep': [
    () => docxOf(documentXml('<w:p>'.repeat(100_000) + '</w:p>'.repeat(100_000))),
    'tooDeep',
  ],
  'a web archive of 10,000 parts': [
    () => writeMhtml(Array.from({ length: 10_000 }, () => pagePart('<p>x</p>'))),
    'tooManyParts',
  ],
  'a PDF under a password': [() => encryptedPdf(), 'passwordProtected'],
  'a PDF whose pages hold themselves': [
    () => assemble(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>']),
    'broken',
  ],
}

/** Files with something in them that is to be passed over, and read all the same: each says `Projektnummer`. */
export const NEUTRALISED: Record<string, () => Uint8Array> = {
  'a Word document with a zip in it': () =>
    writeDocx(
      [WORDS],
      [
        {
          name: 'word/embeddings/bomb.zip',
          content: writeZip([
            { name: 'x', content: ' '.repeat(MEGABYTE), deflate: true, declaredSize: 2 ** 32 - 2 },
          ]),
        },
        { name: 'word/media/bomb.png', content: ' '.repeat(MEGABYTE), deflate: true, declaredSize: 2 ** 31 },
      ],
    ),
  'a Word document with names that objects have': () =>
    writeDocx(
      [WORDS],
      [
        { name: '__proto__', content: 'x' },
        { name: 'constructor', content: 'x' },
        { name: 'word/__proto__.xml', content: '<polluted/>' },
      ],
    ),
  'a Word document with a style map of its own': () =>
    writeDocx([WORDS], [{ name: 'mammoth/style-map', content: 'p => script' }]),
  'a Word document whose picture is a file of the server': () =>
    writeDocx(
      [WORDS],
      [
        {
          name: 'word/_rels/document.xml.rels',
          content:
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
        },
      ],
    ),
  'a PDF with scripts, programs and files in it': () =>
    writePdf([PAGE], {
      catalog: `/OpenAction << /S /JavaScript /JS (while\\(true\\){}) >> /AA << /WC << /S /Launch /F (/bin/sh) >> >> /Names << /EmbeddedFiles << /Names [(a.exe) ${firstExtra(1)} 0 R] >> >>`,
      extra: [`<< /Type /Filespec /F (a.exe) /EF << /F ${firstExtra(1) + 1} 0 R >> >>`, stream('MZ')],
    }),
  'a PDF with a drawing that draws itself': () => drawingItself(),
  'a PDF that names its own beginning as what came before': () => writePdf([PAGE], { trailer: '/Prev 9' }),
  'a page of 100,000 boxes': () =>
    Buffer.from(`<html><body>${'<div>'.repeat(100_000)}${WORDS}${'</div>'.repeat(100_000)}</body></html>`),
  'a web archive of a page of 100,000 boxes': () =>
    writeMhtml([pagePart(`<html><body>${'<div>'.repeat(100_000)}${WORDS}`)]),
  'a text of one line of 10 MB': () => Buffer.from(`${WORDS}\n${'x'.repeat(10 * MEGABYTE)}`),
}

/** A page whose words are packed so that they unpack to as many megabytes. */
export const packedPdf = (megabytes: number): Uint8Array => {
  const packed = deflateSync(Buffer.alloc(megabytes * MEGABYTE, 'BT (x) Tj ET ')).toString('hex')
  const content = stream(`${packed}>`, '/Filter [/ASCIIHexDecode /FlateDecode]')
  return assemble([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    content,
  ])
}

const drawingItself = (): Uint8Array =>
  assemble([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources 6 0 R /Contents 4 0 R >>',
    stream(`BT /F 10 Tf 1 0 0 1 60 700 Tm (${WORDS}) Tj ET /X Do`),
    stream('/X Do /X Do', '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources 6 0 R'),
    '<< /Font << /F 7 0 R >> /XObject << /X 5 0 R >> >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
  ])

const encryptedPdf = (): Uint8Array =>
  writePdf([PAGE], {
    trailer: `/Encrypt ${firstExtra(1)} 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]`,
    extra: [`<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`],
  })

/** The same numbers each time, from 0 up to 1. */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** A file with some of its bytes changed, left out, or written twice. */
export function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  let mutated = Buffer.from(bytes)
  const changes = 1 + Math.floor(random() * 20)
  for (let change = 0; change < changes; change++) {
    const at = Math.floor(random() * mutated.length)
    const length = Math.floor(random() * 40)
    const kind = random()
    if (kind < 0.7) mutated[at] = Math.floor(random() * 256)
    else if (kind < 0.85) mutated = Buffer.concat([mutated.subarray(0, at), mutated.subarray(at + length)])
    else mutated = Buffer.concat([mutated.subarray(0, at + length), mutated.subarray(at)])
  }
  return mutated
}
