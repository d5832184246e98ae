/** Words on a page. Points; `y` grows downwards from the top of the page. */
export type PdfText = { text: string; x: number; y: number; size?: number; bold?: boolean }

type PdfOptions = {
  /** Entries of the document's catalogue: `/OpenAction ...`. */
  catalog?: string
  /** Entries of the trailer: `/Encrypt ...`. */
  trailer?: string
  /** Objects that come along, without their numbers; the first has the number that `firstExtra` gives. */
  extra?: string[]
  /** A picture over the whole of each page. */
  picture?: boolean
}

const WIDTH = 595
const HEIGHT = 842
/** Fonts whose letters are all as wide, so that a test can say where a line is full. */
const FONTS = ['Courier', 'Courier-Bold']
/** The width of a letter, in parts of the font's size. */
export const LETTER = 0.6

/** The number of the first object in `extra`. */
export const firstExtra = (pages: number): number => 6 + pages * 2

/** Writes a PDF of A4 pages with text that is neither packed nor hidden. */
export function writePdf(pages: PdfText[][], options: PdfOptions = {}): Uint8Array {
  const kids = pages.map((_, index) => `${6 + index * 2} 0 R`).join(' ')
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${options.catalog ?? ''} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    ...FONTS.map((font) => `<< /Type /Font /Subtype /Type1 /BaseFont /${font} /Encoding /WinAnsiEncoding >>`),
    stream(
      'FF',
      '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /ASCIIHexDecode',
    ),
    ...pages.flatMap((texts, index) => writePage(texts, index, options.picture ?? false)),
    ...(options.extra ?? []),
  ]
  return assemble(objects, options.trailer ?? '')
}

function writePage(texts: PdfText[], index: number, picture: boolean): string[] {
  const resources = '/Resources << /Font << /F0 3 0 R /F1 4 0 R >> /XObject << /I 5 0 R >> >>'
  const drawn = picture ? [`q ${WIDTH} 0 0 ${HEIGHT} 0 0 cm /I Do Q`] : []
  return [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] ${resources} /Contents ${7 + index * 2} 0 R >>`,
    stream([...drawn, ...texts.map(writeText)].join('\n')),
  ]
}

const writeText = ({ text, x, y, size = 10, bold = false }: PdfText): string =>
  `BT /F${bold ? 1 : 0} ${size} Tf 1 0 0 1 ${x} ${HEIGHT - y} Tm <${inWindows1252(text)}> Tj ET`

const SPECIAL: Record<string, number> = { '–': 0x96, '”': 0x94, '€': 0x80, '•': 0x95 }

const inWindows1252 = (text: string): string =>
  Array.from(text, (char) => (SPECIAL[char] ?? char.charCodeAt(0)).toString(16).padStart(2, '0')).join('')

/** An object that holds bytes. */
export const stream = (content: string, entries = ''): string =>
  `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`

/** Numbers objects from 1 and puts them in a file with the table of where they begin. */
export function assemble(objects: string[], trailer = ''): Uint8Array {
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const at = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`
  const end = `trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(file + table + end, 'latin1')
}

/** A text set as a typewriter would: lines broken between words at `width` letters, going on on the next page. */
export function typeset(
  text: string,
  { width = 80, leading = 13, size = 10, left = 57, top = 60 } = {},
): PdfText[][] {
  const pages: PdfText[][] = [[]]
  let y = top
  for (const line of text.split('\n').flatMap((long) => wrap(long, width))) {
    if (y > HEIGHT - 60) {
      pages.push([])
      y = top
    }
    if (line.trim() !== '') pages.at(-1)?.push({ text: line, x: left, y, size })
    y += leading
  }
  return pages
}

function wrap(line: string, width: number): string[] {
  const lines: string[] = []
  for (const word of line.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
