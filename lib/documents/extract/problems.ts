import type { Sentence } from '../parse/reading.ts'
import type { Limits } from './limits.ts'

/** Why no text could be had from a file. */
export type ExtractionProblem = { ok: false; code: ProblemCode; reason: Sentence }

type ProblemCode =
  | 'empty'
  | 'notText'
  | 'otherFormat'
  | 'oldOffice'
  | 'passwordProtected'
  | 'broken'
  | 'noText'
  | 'scanned'
  | 'unreadableFonts'
  | 'tooLarge'
  | 'tooManyPages'
  | 'unpacksToTooMuch'
  | 'tooManyParts'
  | 'tooDeep'
  | 'tooLong'
  | 'forbiddenXml'
  | 'noPage'
  | 'tooSlow'
  | 'tooMuchMemory'
  | 'crashed'

type FixedCode = Exclude<ProblemCode, 'notText' | 'otherFormat' | 'broken' | 'tooLarge' | 'tooManyPages'>

const SENTENCES: Record<FixedCode, Sentence> = {
  empty: { sv: 'Filen är tom.', en: 'The file is empty.' },
  oldOffice: {
    sv: 'Filen är ett äldre Office-dokument (.doc eller .xls). Spara den som .docx, .xlsx eller PDF och försök igen.',
    en: 'The file is an older Office document (.doc or .xls). Save it as .docx, .xlsx or PDF and try again.',
  },
  passwordProtected: {
    sv: 'Dokumentet är skyddat med lösenord. Spara en kopia utan lösenord och försök igen.',
    en: 'The document is protected by a password. Save a copy without a password and try again.',
  },
  noText: { sv: 'Dokumentet innehåller ingen text.', en: 'The document holds no text.' },
  scanned: {
    sv: 'Sidorna är bilder, antagligen inskannade, och innehåller ingen text. Kör dem genom teckenigenkänning (OCR) först.',
    en: 'The pages are pictures, probably scanned, and hold no text. Run them through character recognition (OCR) first.',
  },
  unreadableFonts: {
    sv: 'Dokumentets typsnitt säger inte vilka bokstäver de visar, så texten går inte att läsa. Skriv ut det till en ny PDF, eller spara texten på annat sätt.',
    en: "The document's fonts do not say which letters they show, so the text cannot be read. Print it to a new PDF, or save the text in another way.",
  },
  unpacksToTooMuch: {
    sv: 'Filen är packad och blir orimligt stor när den packas upp. Den läses inte.',
    en: 'The file is packed and becomes unreasonably large when unpacked. It is not read.',
  },
  tooManyParts: {
    sv: 'Filen består av orimligt många delar. Den läses inte.',
    en: 'The file is made of unreasonably many parts. It is not read.',
  },
  tooDeep: {
    sv: 'Dokumentet har orimligt många lådor i varandra. Det läses inte.',
    en: 'The document has unreasonably many boxes within boxes. It is not read.',
  },
  tooLong: { sv: 'Dokumentets text är orimligt lång.', en: 'The text of the document is unreasonably long.' },
  forbiddenXml: {
    sv: 'Dokumentet innehåller XML-definitioner (DTD), som Word aldrig skriver. Det läses inte.',
    en: 'The document holds XML definitions (a DTD), which Word never writes. It is not read.',
  },
  noPage: {
    sv: 'Webbarkivet innehåller ingen webbsida.',
    en: 'The web archive holds no web page.',
  },
  tooSlow: {
    sv: 'Filen tog för lång tid att läsa, och läsningen avbröts.',
    en: 'The file took too long to read, and reading it was stopped.',
  },
  tooMuchMemory: {
    sv: 'Filen krävde för mycket minne att läsa, och läsningen avbröts.',
    en: 'The file took too much memory to read, and reading it was stopped.',
  },
  crashed: {
    sv: 'Filen gick inte att läsa: läsningen avbröts av ett fel.',
    en: 'The file could not be read: an error stopped the reading.',
  },
}

/** The problem of a code, with its sentence in both languages. */
export const problem = (code: FixedCode): ExtractionProblem => ({
  ok: false,
  code,
  reason: SENTENCES[code],
})

export const notText = (reason: Sentence): ExtractionProblem => ({ ok: false, code: 'notText', reason })

/** A format that no text is read from here. `name` goes on "The file is". */
export const otherFormat = (name: Sentence): ExtractionProblem => ({
  ok: false,
  code: 'otherFormat',
  reason: {
    sv: `Filen är ${name.sv}. Här läses text, sparade webbsidor, PDF, Word-dokument (.docx) och tabeller (CSV, TSV, Excel, JSON).`,
    en: `The file is ${name.en}. Text, saved web pages, PDF, Word documents (.docx) and tables (CSV, TSV, Excel, JSON) are read here.`,
  },
})

/** A file whose kind shows but that does not hold to it. `name` begins the sentence. */
export const broken = (name: Sentence): ExtractionProblem => ({
  ok: false,
  code: 'broken',
  reason: {
    sv: `${name.sv} är trasig eller ofullständig och går inte att läsa. Hämta eller spara den på nytt.`,
    en: `${name.en} is broken or incomplete and cannot be read. Fetch or save it again.`,
  },
})

export const tooLarge = ({ bytes }: Limits): ExtractionProblem => ({
  ok: false,
  code: 'tooLarge',
  reason: {
    sv: `Filen är för stor. Den får vara högst ${megabytes(bytes)} MB.`,
    en: `The file is too large. It may be at most ${megabytes(bytes)} MB.`,
  },
})

export const tooManyPages = (pages: number, limits: Limits): ExtractionProblem => ({
  ok: false,
  code: 'tooManyPages',
  reason: {
    sv: `Dokumentet har ${pages} sidor. Högst ${limits.pages} läses.`,
    en: `The document has ${pages} pages. At most ${limits.pages} are read.`,
  },
})

const megabytes = (bytes: number): number => Math.max(1, Math.floor(bytes / 1024 / 1024))
