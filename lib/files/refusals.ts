import type { Sentence } from '../documents/parse/reading.ts'

/** Why a file is not kept. */
export type FileRefusalCode = keyof typeof SENTENCES
export type FileRefusal = { kind: 'file'; code: FileRefusalCode | 'tooLarge'; why: Sentence }

const SENTENCES = {
  empty: { sv: 'Filen är tom.', en: 'The file is empty.' },
  otherFormat: {
    sv: 'Filen är av en sort som inte kan bifogas. Det går med PDF, Word (.docx), Excel (.xlsx), CSV, text och bilder (PNG, JPEG, WebP, GIF).',
    en: 'The file is of a kind that cannot be attached. PDF, Word (.docx), Excel (.xlsx), CSV, text and pictures (PNG, JPEG, WebP, GIF) can.',
  },
  markup: {
    sv: 'Filen är en webbsida eller en SVG-bild, och sådana kan innehålla program. Spara den som PDF eller PNG och försök igen.',
    en: 'The file is a web page or an SVG picture, and those can hold programs. Save it as PDF or PNG and try again.',
  },
  script: {
    sv: 'Filen är ett program. Program kan inte bifogas.',
    en: 'The file is a program. Programs cannot be attached.',
  },
  oldOffice: {
    sv: 'Filen är ett äldre Office-dokument (.doc eller .xls). Spara den som .docx, .xlsx eller PDF och försök igen.',
    en: 'The file is an older Office document (.doc or .xls). Save it as .docx, .xlsx or PDF and try again.',
  },
  passwordProtected: {
    sv: 'Dokumentet är krypterat eller skyddat med lösenord. Spara en kopia utan skydd och försök igen.',
    en: 'The document is encrypted or protected by a password. Save a copy without protection and try again.',
  },
  broken: {
    sv: 'Filen är trasig eller ofullständig. Hämta eller spara den på nytt.',
    en: 'The file is broken or incomplete. Fetch or save it again.',
  },
  polyglot: {
    sv: 'I filen gömmer sig en annan fil. Öppna den, spara eller skriv ut den på nytt som PDF och försök igen.',
    en: 'Another file hides in this one. Open it, save or print it anew as PDF and try again.',
  },
  pdfScript: {
    sv: 'PDF-filen innehåller program (JavaScript eller liknande). Skriv ut den till en ny PDF, som blir utan dem, och försök igen.',
    en: 'The PDF holds programs (JavaScript or the like). Print it to a new PDF, which will have none, and try again.',
  },
  pdfOpens: {
    sv: 'PDF-filen gör något av sig själv när den öppnas. Skriv ut den till en ny PDF och försök igen.',
    en: 'The PDF does something by itself when it is opened. Print it to a new PDF and try again.',
  },
  pdfEmbeds: {
    sv: 'I PDF-filen ligger andra filer. Bifoga dem för sig, och skriv ut PDF-filen till en ny utan dem.',
    en: 'Other files lie in the PDF. Attach them separately, and print the PDF to a new one without them.',
  },
  pdfPacked: {
    sv: 'PDF-filen är packad på ett ovanligt sätt, så att innehållet inte kan granskas. Skriv ut den till en ny PDF och försök igen.',
    en: 'The PDF is packed in an unusual way, so that what it holds cannot be checked. Print it to a new PDF and try again.',
  },
  macros: {
    sv: 'Dokumentet innehåller makron. Spara det som vanlig .docx eller .xlsx, eller som PDF, och försök igen.',
    en: 'The document holds macros. Save it as plain .docx or .xlsx, or as PDF, and try again.',
  },
  embedded: {
    sv: 'I dokumentet ligger andra filer eller objekt. Spara det som PDF och försök igen.',
    en: 'Other files or objects lie in the document. Save it as PDF and try again.',
  },
  reachesOut: {
    sv: 'Dokumentet hämtar något från andra filer eller från nätet när det öppnas. Bryt länkarna eller spara det som PDF och försök igen.',
    en: 'The document fetches something from other files or the network when it is opened. Break the links or save it as PDF and try again.',
  },
  formulas: {
    sv: 'Tabellen innehåller formler som ett kalkylprogram kan köra. Spara den med värden i stället och försök igen.',
    en: 'The table holds formulas that a spreadsheet program may run. Save it with values instead and try again.',
  },
  unpacksToTooMuch: {
    sv: 'Filen är packad och blir orimligt stor när den packas upp.',
    en: 'The file is packed and becomes unreasonably large when unpacked.',
  },
  tooManyPixels: {
    sv: 'Bilden har för många bildpunkter. Den får ha högst 50 miljoner: spara den mindre och försök igen.',
    en: 'The picture has too many pixels. It may have at most 50 million: save it smaller and try again.',
  },
  animated: {
    sv: 'Bilden rör sig. Spara den som en stillbild och försök igen.',
    en: 'The picture moves. Save it as a still and try again.',
  },
  tooSlow: {
    sv: 'Filen tog för lång tid att granska, och granskningen avbröts. Spara den i ett enklare format och försök igen.',
    en: 'The file took too long to check, and the check was stopped. Save it in a simpler format and try again.',
  },
  tooMuchMemory: {
    sv: 'Filen krävde för mycket minne att granska, och granskningen avbröts. Spara den i ett enklare format och försök igen.',
    en: 'The file took too much memory to check, and the check was stopped. Save it in a simpler format and try again.',
  },
  crashed: {
    sv: 'Filen gick inte att granska: ett fel avbröt granskningen. Spara den på nytt och försök igen.',
    en: 'The file could not be checked: an error stopped the check. Save it anew and try again.',
  },
  tooOften: {
    sv: 'Du har bifogat många filer den senaste timmen. Vänta en stund och försök igen.',
    en: 'You have attached many files in the last hour. Wait a while and try again.',
  },
} as const satisfies Record<string, Sentence>

/** The refusal of a code, with its sentence in both languages. */
export const refusal = (code: FileRefusalCode): FileRefusal => ({
  kind: 'file',
  code,
  why: SENTENCES[code],
})

export function tooLarge(bytes: number): FileRefusal {
  const megabytes = Math.floor(bytes / 1_000_000)
  return {
    kind: 'file',
    code: 'tooLarge',
    why: {
      sv: `Filen är för stor. Den får vara högst ${megabytes} MB.`,
      en: `The file is too large. It may be at most ${megabytes} MB.`,
    },
  }
}
