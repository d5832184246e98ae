import type { Reading, Sentence } from './reading.ts'
import type { Place } from './source.ts'

/** `error`: a value is lost or wrong. `warning`: the source contradicts itself. `info`: good to know. */
type Severity = 'error' | 'warning' | 'info'

/** Something that a careful reader would point at, in the source. */
export type Warning = {
  code: WarningCode
  severity: Severity
  /** The key of the field it concerns, where it concerns one. */
  field?: string
  /** The words of the source that give rise to it. */
  says?: string
  place: Place
  message: Sentence
}

type Facts = { label?: string; says?: string; value?: string; problem?: Sentence }
type Rule = { severity: Severity; sv: (facts: Facts) => string; en: (facts: Facts) => string }

const rule = (severity: Severity, sv: Rule['sv'], en: Rule['en']): Rule => ({ severity, sv, en })

const RULES = {
  'heading-date-differs-from-stated-date': rule(
    'warning',
    (f) => `Rubriken har datumet ${f.value}, men meningen under den säger ${f.says}.`,
    (f) => `The heading has the date ${f.value}, but the sentence under it says ${f.says}.`,
  ),
  'text-contradicts-field': rule(
    'warning',
    (f) => `I texten står det ”${f.says}”, men i fältet ${f.label} står det ${f.value}.`,
    (f) => `The text says “${f.says}”, but the field ${f.label} says ${f.value}.`,
  ),
  'text-names-other-project': rule(
    'warning',
    (f) => `Texten handlar om ”${f.says}”, men projektet heter ${f.value}.`,
    (f) => `The text is about “${f.says}”, but the project is called ${f.value}.`,
  ),
  'rate-differs-from-share': rule(
    'info',
    (f) => `Unionens medfinansieringsgrad anges till ${f.says}, men stödet är ${f.value} av budgeten.`,
    (f) => `The Union co-financing rate is given as ${f.says}, but the support is ${f.value} of the budget.`,
  ),
  'support-exceeds-budget': rule(
    'warning',
    (f) => `Stödet ${f.says} är större än hela budgeten ${f.value}.`,
    (f) => `The support ${f.says} is larger than the whole budget ${f.value}.`,
  ),
  'end-before-start': rule(
    'warning',
    (f) => `Projektet slutar ${f.says}, före starten ${f.value}.`,
    (f) => `The project ends ${f.says}, before it starts ${f.value}.`,
  ),
  'amount-equals-project-number': rule(
    'warning',
    (f) => `Beloppet ${f.says} har samma siffror som projektets nummer ${f.value}.`,
    (f) => `The amount ${f.says} has the same digits as the project's number ${f.value}.`,
  ),
  'zero-costs-not-reported': rule(
    'info',
    () => 'Totala kostnader står som 0, vilket betyder att de inte är redovisade.',
    () => 'Total costs stand as 0, which means that they have not been reported.',
  ),
  'unknown-label': rule(
    'info',
    (f) => `Etiketten ”${f.label}” är okänd. Värdet ”${f.says}” är sparat.`,
    (f) => `The label “${f.label}” is not known. The value “${f.says}” is kept.`,
  ),
  'unreadable-value': rule(
    'error',
    (f) => `”${f.says}” går inte att läsa. ${f.problem?.sv ?? ''}`,
    (f) => `“${f.says}” cannot be read. ${f.problem?.en ?? ''}`,
  ),
  'label-repeated': rule(
    'warning',
    (f) => `Etiketten ”${f.label}” står två gånger. Det andra värdet är ”${f.says}”.`,
    (f) => `The label “${f.label}” stands twice. The second value is “${f.says}”.`,
  ),
  'dates-differ': rule(
    'warning',
    (f) => `Sidan anger två olika datum: ${f.value} och ${f.says}.`,
    (f) => `The page gives two different dates: ${f.value} and ${f.says}.`,
  ),
  'title-differs-from-field': rule(
    'warning',
    (f) => `I sidans rubrik står det ”${f.says}”, men i fältet ${f.label} står det ${f.value}.`,
    (f) => `The page's heading says “${f.says}”, but the field ${f.label} says ${f.value}.`,
  ),
  'near-double-owner': rule(
    'info',
    (f) => `Ägaren står två gånger med olika namn: ${f.value} och ${f.says}.`,
    (f) => `The owner stands twice under different names: ${f.value} and ${f.says}.`,
  ),
  'several-owners': rule(
    'warning',
    (f) => `Flera organisationer står som ägare: ${f.says}.`,
    (f) => `Several organisations stand as the owner: ${f.says}.`,
  ),
  'email-domain-belongs-to-nobody-named': rule(
    'info',
    (f) => `E-postadressens domän ${f.says} hör inte till någon organisation som nämns.`,
    (f) => `The e-mail address's domain ${f.says} belongs to no organisation that is named.`,
  ),
  'rounded-to-kronor': rule(
    'info',
    (f) => `Beloppet ${f.says} har ören och är avrundat till ${f.value}.`,
    (f) => `The amount ${f.says} has öre and is rounded to ${f.value}.`,
  ),
  'unknown-region': rule(
    'warning',
    (f) => `”${f.says}” är inte något av de åtta programområdena.`,
    (f) => `“${f.says}” is none of the eight programme areas.`,
  ),
  'broken-characters': rule(
    'warning',
    (f) => `Texten har trasiga tecken: ”${f.says}”.`,
    (f) => `The text has broken characters: “${f.says}”.`,
  ),
  'text-outside-fields': rule(
    'info',
    (f) => `Före fälten står text som inte lästs som något: ”${f.says}”.`,
    (f) => `Before the fields stands text that was not read as anything: “${f.says}”.`,
  ),
  'entry-without-name': rule(
    'error',
    (f) => `En post saknar projektnamn: ”${f.says}”.`,
    (f) => `An entry has no project name: “${f.says}”.`,
  ),
  'entry-without-applicant': rule(
    'warning',
    (f) => `Vem som söker framgår inte för ”${f.says}”.`,
    (f) => `The source does not say who applies for “${f.says}”.`,
  ),
  'entry-without-amount': rule(
    'info',
    (f) => `Inget belopp står vid ”${f.says}”.`,
    (f) => `No amount stands by “${f.says}”.`,
  ),
  'entry-rejected': rule(
    'warning',
    (f) => `”${f.says}” fick avslag eller prioriterades inte: beloppet är inget stöd.`,
    (f) => `“${f.says}” was rejected or not prioritised: the amount is no grant.`,
  ),
  'entry-not-understood': rule(
    'error',
    (f) => `Det här ser ut som en post men gick inte att läsa: ”${f.says}”.`,
    (f) => `This looks like an entry but could not be read: “${f.says}”.`,
  ),
  'section-without-entries': rule(
    'warning',
    (f) => `Under rubriken ”${f.says}” hittades inga projekt.`,
    (f) => `No projects were found under the heading “${f.says}”.`,
  ),
  'decision-date-unknown': rule(
    'warning',
    () => 'Dokumentet säger inte vilken dag beslutet fattades.',
    () => 'The document does not say on which day the decision was made.',
  ),
  'year-inferred': rule(
    'info',
    (f) => `Beslutets datum ”${f.says}” saknar år. Året är taget från dokumentet: ${f.value}.`,
    (f) => `The decision's date “${f.says}” has no year. The year is taken from the document: ${f.value}.`,
  ),
} satisfies Record<string, Rule>

export type WarningCode = keyof typeof RULES

/** A warning with its sentences. `label`, `says` and `value` fill the sentences of its code. */
export function warn(code: WarningCode, place: Place, facts: Facts & { field?: string } = {}): Warning {
  const { severity, sv, en }: Rule = RULES[code]
  // A contact's own words are nobody else's: the place says where they stand.
  const isPrivate = facts.field?.startsWith('contact') || facts.field === 'ownerOrganisationNumber'
  const quote = (words: string | undefined) =>
    words === undefined ? undefined : isPrivate ? '…' : shorten(words)
  const shortened = quote(facts.says)
  const told = { ...facts, says: shortened, value: quote(facts.value) }
  return {
    code,
    severity,
    ...(facts.field && { field: facts.field }),
    ...(shortened && { says: shortened }),
    place,
    message: { sv: sv(told), en: en(told) },
  }
}

const LONGEST_QUOTE = 160
// A person's address or number in the words that a warning quotes; the words stay where they stand.
const PRIVATE =
  /[\w.+-]{1,64}(?:@|\(at\))[\w.-]{1,64}|(?<!\d|\d )(?:\+46|0046|0)[ (0)/–-]{0,4}\d(?:[ /–-]{0,3}\d){5,10}(?!\d)/g

/** The words to quote: folded, cut where they are long, without anybody's address or number. */
function shorten(says: string): string {
  const folded = says.slice(0, 1000).replace(/\s+/g, ' ').trim().replace(PRIVATE, '…')
  return folded.length > LONGEST_QUOTE ? `${folded.slice(0, LONGEST_QUOTE - 3).toWellFormed()}…` : folded
}

/** The warning for a value that cannot be what its label promises; nothing for any other reading. */
export function warnIfUnreadable(field: string, reading: Reading<unknown> | null | undefined): Warning[] {
  if (reading?.state !== 'unreadable') return []
  return [warn('unreadable-value', reading.place, { field, says: reading.raw, problem: reading.problem })]
}
