/** A part of a web archive: its headers and what stands under them, encoded already. */
export type MhtmlPart = { headers: Record<string, string>; body: string }

const BOUNDARY = '----MultipartBoundary--x1y2z3----'

/** Writes a web archive as browsers save them. */
export function writeMhtml(parts: MhtmlPart[], headers: Record<string, string> = {}): Uint8Array {
  const head = {
    From: '<Saved by Blink>',
    Subject: 'Projekt',
    'MIME-Version': '1.0',
    'Content-Type': `multipart/related;\r\n\ttype="text/html";\r\n\tboundary="${BOUNDARY}"`,
    ...headers,
  }
  const body = parts.map((part) => `--${BOUNDARY}\r\n${lines(part.headers)}\r\n${part.body}\r\n`).join('')
  return Buffer.from(`${lines(head)}\r\n\r\n${body}--${BOUNDARY}--\r\n`, 'latin1')
}

const lines = (headers: Record<string, string>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')

/** A page in quoted-printable UTF-8, as browsers write it. */
const quoted = (html: string): string =>
  Array.from(Buffer.from(html, 'utf8'), (byte) =>
    byte > 126 || byte === 61
      ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
      : String.fromCharCode(byte),
  )
    .join('')
    .replace(/(?:=[\dA-F]{2}|[^=\r\n]){60,72}(?=.)/g, '$&=\r\n')

/** The part that holds the page. */
export const pagePart = (html: string, headers: Record<string, string> = {}): MhtmlPart => ({
  headers: { 'Content-Type': 'text/html', 'Content-Transfer-Encoding': 'quoted-printable', ...headers },
  body: quoted(html),
})
