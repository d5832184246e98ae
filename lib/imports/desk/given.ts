import type { Sentence } from '../../documents/parse/reading.ts'
import { ok, problem, type Result } from '../../result.ts'
import { LIMITS } from './limits.ts'

/** A file or a pasted text as it came, before anything of it is read. */
export type Received = {
  name: string
  bytes: Uint8Array<ArrayBuffer>
  isPasted: boolean
  url: string
  /** As typed or sent. */
  fetchedOn: string
}

/** The same, with what was typed beside it understood. */
export type Given = {
  name: string
  bytes: Uint8Array<ArrayBuffer>
  isPasted: boolean
  url: string | null
  fetchedOn: string | null
}

/** The parts of the form for a new import. */
export type FormPart = 'files' | 'url' | 'fetchedOn'
/** What is wrong with what was given, by the part of the form that it stands in. */
export type GivenProblem = { part: FormPart; why: Sentence }

const MB = 1024 * 1024
const megabytes = (bytes: number) => String(Math.round(bytes / MB))

/** Checks what was given, all of it, before anything is kept. Pure. */
export function checkGiven(received: readonly Received[], today: string): Result<Given[], GivenProblem> {
  const files = received.filter(({ bytes, isPasted }) => !isPasted || bytes.byteLength > 0)
  if (files.length === 0) return wrong('files', NOTHING)
  if (files.length > LIMITS.files) return wrong('files', TOO_MANY)
  const large = files.find(({ bytes }) => bytes.byteLength > LIMITS.file)
  if (large) return wrong('files', tooLarge(large.name))
  if (files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0) > LIMITS.all)
    return wrong('files', TOO_MUCH)
  const given: Given[] = []
  for (const file of files) {
    const url = urlIn(file.url)
    if (url === undefined) return wrong('url', NO_ADDRESS)
    const fetchedOn = dayIn(file.fetchedOn, today)
    if (!fetchedOn.ok) return wrong('fetchedOn', fetchedOn.problem)
    given.push({ ...file, name: nameOf(file.name), url, fetchedOn: fetchedOn.value })
  }
  return ok(given)
}

const wrong = (part: GivenProblem['part'], why: Sentence) => problem({ part, why })

/** A file's own name, without folders and what would not be seen. */
const nameOf = (name: string): string =>
  (name.toWellFormed().split(/[\\/]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, LIMITS.name) || 'namnlös'

/** A web address, null where there is none; undefined for anything else. */
function urlIn(text: string): string | null | undefined {
  const typed = text.trim()
  if (typed === '') return null
  if (typed.length > LIMITS.url || !URL.canParse(typed)) return undefined
  const { protocol, username, password, href } = new URL(typed)
  return (protocol === 'https:' || protocol === 'http:') && username + password === '' ? href : undefined
}

const EARLIEST = '1995-01-01'

function dayIn(text: string, today: string): Result<string | null, Sentence> {
  const typed = text.trim()
  if (typed === '') return ok(null)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(typed) && isOnCalendar(typed)
  if (!isDay) return problem(NO_DAY)
  return typed < EARLIEST || typed > today ? problem(OUTSIDE) : ok(typed)
}

function isOnCalendar(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day
}

const NOTHING: Sentence = {
  sv: 'Välj minst en fil, eller klistra in en text.',
  en: 'Choose at least one file, or paste a text.',
}
const TOO_MANY: Sentence = {
  sv: `Högst ${LIMITS.files} filer på en gång. Dela upp dem på flera importer.`,
  en: `${LIMITS.files} files at most at once. Divide them into several imports.`,
}
const tooLarge = (name: string): Sentence => ({
  sv: `Filen ${name} är för stor: högst ${megabytes(LIMITS.file)} MB.`,
  en: `The file ${name} is too large: ${megabytes(LIMITS.file)} MB at most.`,
})
export const TOO_MUCH: Sentence = {
  sv: `Filerna är för stora tillsammans: högst ${megabytes(LIMITS.all)} MB på en gång.`,
  en: `The files are too large together: ${megabytes(LIMITS.all)} MB at most at once.`,
}
const NO_ADDRESS: Sentence = {
  sv: 'Det är ingen webbadress. Den ska börja med https:// eller http://.',
  en: 'This is no web address. It has to begin with https:// or http://.',
}
const NO_DAY: Sentence = {
  sv: 'Det är ingen dag i kalendern. Skriv den som 2020-03-19.',
  en: 'No calendar has that day. Write it like 2020-03-19.',
}
const OUTSIDE: Sentence = {
  sv: 'Dagen då sidan hämtades kan inte ligga i framtiden, och inte före 1995.',
  en: 'The day on which the page was fetched cannot be in the future, nor before 1995.',
}
