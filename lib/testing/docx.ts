import { writeZip, type ZipPart } from './zip.ts'

/** A paragraph, or a table of rows of cells. */
export type DocxBlock = string | { heading: string } | { point: string } | { rows: string[][] }

/** Writes a Word document. `more` are parts that replace those of the same name, or come along. */
export function writeDocx(blocks: DocxBlock[], more: ZipPart[] = []): Uint8Array {
  const own: ZipPart[] = [
    { name: '[Content_Types].xml', content: CONTENT_TYPES, deflate: true },
    { name: '_rels/.rels', content: RELATIONSHIPS, deflate: true },
    { name: 'word/document.xml', content: documentXml(blocks.map(writeBlock).join('')), deflate: true },
    { name: 'word/styles.xml', content: STYLES, deflate: true },
    { name: 'word/numbering.xml', content: NUMBERING, deflate: true },
    { name: 'word/_rels/document.xml.rels', content: DOCUMENT_RELATIONSHIPS, deflate: true },
  ]
  const names = new Set(more.map(({ name }) => name))
  return writeZip([...own.filter(({ name }) => !names.has(name)), ...more])
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** The XML of a document around what stands in it. */
export const documentXml = (body: string, before = ''): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${before}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`

export const paragraph = (text: string, style = ''): string =>
  `<w:p>${style && `<w:pPr>${style}</w:pPr>`}<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`

function writeBlock(block: DocxBlock): string {
  if (typeof block === 'string') return paragraph(block)
  if ('heading' in block) return paragraph(block.heading, '<w:pStyle w:val="Heading1"/>')
  if ('point' in block)
    return paragraph(block.point, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
  const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`
  const row = (cells: string[], index: number) =>
    `<w:tr>${index === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells.map(cell).join('')}</w:tr>`
  return `<w:tbl>${block.rows.map(row).join('')}</w:tbl>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const CONTENT_TYPES = `<?xml version="1.0"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${TYPE}.numbering+xml"/></Types>`
const RELATIONSHIPS = `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`
const DOCUMENT_RELATIONSHIPS = `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${OFFICE}/numbering" Target="numbering.xml"/></Relationships>`
const STYLES = `<?xml version="1.0"?><w:styles xmlns:w="${WORD}"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`
const NUMBERING = `<?xml version="1.0"?><w:numbering xmlns:w="${WORD}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
