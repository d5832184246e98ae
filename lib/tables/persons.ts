import type { ProjectPage } from '../documents/parse/types.ts'
import { luhnHolds } from '../documents/parse/values/checksum.ts'
import { looksLikeOrganisation, looksLikeUnit } from '../documents/parse/values/organisation.ts'
import { coverPrivate } from '../documents/privacy/cover.ts'
import { privatePlaces } from '../documents/privacy/index.ts'
import { personalNumberPlaces } from '../documents/privacy/personal-numbers.ts'

/** Words with every letter covered. */
export const coverWhole = (text: string): string => coverPrivate(text, [{ start: 0, end: text.length }])

/**
 * Whether what stands in place of an organisation's number is, or could be, a person's: an organisation's has at least
 * 20 where that of a person has the month. Spreadsheets drop zeros at the front; a number that is too short is one
 * where zeros in front of it make it so.
 */
export function couldBePersonalNumber(text: string): boolean {
  if (personalNumberPlaces(text).length > 0) return true
  const digits = withoutVat(text).replace(/\.0$/, '').replace(/\D/g, '')
  if (digits.length === 10 || /^(?:16|18|19|20)\d{10}$/.test(digits)) return Number(digits.at(-8)) < 2
  if (digits.length < 6 || digits.length > 9) return false
  const ten = digits.padStart(10, '0')
  const [month, day] = [Number(ten.slice(2, 4)), Number(ten.slice(4, 6)) % 60]
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && luhnHolds(ten)
}

/** The number that companies have in the VAT register is their own between SE and 01; that of a person is, too. */
export const withoutVat = (text: string): string => text.replace(/^\s?SE ?(\d{6}-?\d{4}) ?01\s?$/i, '$1')

const NAME =
  /^(\p{Lu}\p{Ll}{1,20})(?:-\p{Lu}\p{Ll}{1,20})?(?: \p{Lu}\.?| \p{Lu}\p{Ll}{1,20}| (?:von|af|de)){0,2} \p{Lu}\p{Ll}{1,25}(?:-\p{Lu}\p{Ll}{1,25})?$/u
const REVERSED = /^(\p{Lu}[\p{Ll}-]{1,25}), (\p{Lu}[\p{L} .-]{1,30})$/u

/** Whether a beneficiary's name is that of a person: a first name that is common here, and surnames. */
export function looksLikePerson(name: string): boolean {
  if (looksLikeOrganisation(name) || looksLikeUnit(name) || ORGANISATION_WORDS.test(name)) return false
  const first = (REVERSED.exec(name)?.[2]?.split(/[ -]/)[0] ?? NAME.exec(name)?.[1])?.toLowerCase()
  return first !== undefined && FIRST_NAMES.has(first)
}
const ORGANISATION_WORDS =
  /(?<!\p{L})(?:bank|gruppen|group|consulting|konsult|media|film|teater|museum|holding|invest|science|park|design|studio|school|akademin?|fonden|kyrkan?|församling|hotell?|gård|event|service|partners?|ltd|gmbh|oy|as|inc)(?!\p{L})/iu

/** The ways in which a person's name may stand in prose: as it is given, and with the first name first. */
export function formsOfName(name: string): string[] {
  const [, last, first] = REVERSED.exec(name) ?? []
  return [name, ...(last && first ? [`${first} ${last}`] : [])].filter((form) => form !== '')
}

/** The first names that most people in Sweden have; rarer ones are caught by the number beside the name. */
const FIRST_NAMES = new Set(
  `adam agneta ahmed alexander ali alice amanda anders andreas angelica anette anita ann anna anne annika anton
  arne arvid astrid axel barbro bengt berit birgit birgitta bo britt britta camilla carina carl caroline catarina
  cecilia charlotta charlotte christer christian christina christoffer claes dan daniel david dennis ebba elias elin
  elisabeth elisabet ella elsa emelie emil emilia emma eric erik erika eva evelina fatima felicia filip fredrik frida
  gabriel gabriella georg gerd gun gunilla gunnar gustaf gustav göran hanna hans harriet hassan helen helena helene
  henrik hugo håkan ida inga ingegerd inger ingrid isabelle ivar jakob jan jenny jens jesper jessica joakim joel johan
  johanna johannes john johnny jonas jonathan josefin julia jörgen karin karl karolina katarina kenneth kent kerstin
  kim kjell klara kristian kristina kristoffer lars leif lena lennart leo lina linda linn linnea linus lisa lisbeth
  louise lovisa lucas ludvig magdalena magnus maja malin maria marianne marcus margareta marie markus martin mats
  matilda mattias mikael michael mohamed mohammed mona monica monika moa nils nina olivia olle olof omar oscar oskar
  patrik per pernilla peter petra pia ragnar rebecka richard rickard robert robin roger rolf ronny rune sandra sara
  sebastian simon siv sofia sofie stefan stig sven susanne sonja susanna therese thomas tina tobias tomas tommy tony
  torbjörn ulf ulla ulrika urban veronica vera victor victoria viktor viktoria vilhelm wilhelm william yvonne åke åsa
  örjan östen`.split(/\s+/),
)

/** Signs that a text may name whom to ask: most texts have none, and are not looked through. */
const HINT =
  /[@＠]|snabel|[([{<]at[)\]}>]|kontakt|hör av|vänd dig|(?:ledare|chef|ansvarig|samordnare|koordinator|handläggare|ekonom|strateg|sekreterare|controller|administratör|direktör|assistent|utvecklare|rådgivare|coach|rektor|redaktör)[ :,]{1,3}(?:är |heter )?\p{Lu}|\d[\d \u00A0()-]{5,14}\d/iu

/** A text of an operation with addresses, telephone numbers, personal numbers and names of contacts covered. */
export function coverContacts(text: string, owner: string): string {
  if (!HINT.test(text)) return text
  return coverPrivate(text, privatePlaces(text, pageOf(owner)))
}

/** A file's name, a sheet's, a header: whoever wrote it, or chose a row of persons as headers, may have named somebody. */
export const coverLabel = (label: string): string =>
  looksLikePerson(label) ? coverWhole(label) : coverContacts(label, '')

/** The least of a page that tells what is private in a text: whose project it is. */
const pageOf = (owner: string): ProjectPage => ({
  kind: 'esf-project-page',
  layout: 'table',
  title: null,
  titleNumber: null,
  fields: owner
    ? {
        owner: {
          state: 'read',
          raw: owner,
          value: { organisation: owner, unit: null },
          place: { start: 0, end: 0 },
        },
      }
    : {},
  rivals: [],
  unknownFields: [],
  description: null,
  warnings: [],
  unread: [],
})
