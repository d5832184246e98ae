/** How much a document may ask for before it is refused. */
export type Limits = {
  /** The file as it was given. */
  bytes: number
  pages: number
  /** All that is read of a zip, unpacked; also of one part of a MIME file. */
  unpackedBytes: number
  /** Files in a zip, parts of a MIME file. */
  parts: number
  /** Elements within elements, in the XML of a Word document. */
  depth: number
  /** UTF-16 units of the text that is had in the end. */
  characters: number
}

const MEGABYTE = 1024 * 1024

/** What real documents keep to with much to spare: the longest decision list known has 60 pages. */
export const DEFAULT_LIMITS: Limits = {
  bytes: 20 * MEGABYTE,
  pages: 500,
  unpackedBytes: 100 * MEGABYTE,
  parts: 5_000,
  depth: 400,
  characters: 20_000_000,
}
