import { DOCX, XLSX } from '../documents/extract/sniff.ts'

/**
 * The kinds of files that are kept, by what they hold, with the endings that their names may have: the first is given to a
 * name that has none of them, so that nothing is ever opened as something else than what it was checked as.
 */
export const KINDS = {
  'application/pdf': ['pdf'],
  [DOCX]: ['docx'],
  [XLSX]: ['xlsx'],
  'text/csv': ['csv', 'tsv'],
  'text/plain': ['txt'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
} as const satisfies Record<string, readonly string[]>

export type KeptType = keyof typeof KINDS
const isKeptType = (type: string): type is KeptType => Object.hasOwn(KINDS, type)

/** Pictures are written anew, pixel by pixel: what is kept of them is ours. */
export type ImageType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif'
export const isImageType = (type: string): type is ImageType => isKeptType(type) && type.startsWith('image/')

const WORDS: Record<KeptType, string> = {
  'application/pdf': 'PDF',
  [DOCX]: 'Word',
  [XLSX]: 'Excel',
  'text/csv': 'CSV',
  'text/plain': 'text',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/webp': 'WebP',
  'image/gif': 'GIF',
}

/** What a kind is called; the words are the same in both languages. */
export const wordForKind = (mediaType: string): string =>
  isKeptType(mediaType) ? WORDS[mediaType] : mediaType

/** What a chooser of files offers. What a file is, is seen in what it holds. */
export const ACCEPTED = Object.values(KINDS)
  .flat()
  .map((ending) => `.${ending}`)
  .join(',')
