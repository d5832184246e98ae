import fc from 'fast-check'
import { generateDecisionList } from './generate.ts'

/** A page of the project bank, taken apart: heading, labels with values, prose. */
export type Page = {
  style: 'colon' | 'bare' | 'glued'
  before: string
  heading: string
  rows: { label: string; value: string }[]
  prose: string
}

const WORDS = [
  'Ung',
  'Framtid',
  'Kraft',
  'Kompetens',
  'Norr',
  'Växt',
  'MIA',
  'Vidare',
  '2.0',
  'i',
  'på',
  'och',
  'för',
  '2020',
]
const PLACES = ['Sala', 'Mora', 'Örebro', 'Malmö', 'Piteå']
const OWNER_FORMS: ((place: string) => string)[] = [
  (place) => `${place} kommun`,
  (place) => `${place} kommun, ${place} kommun`,
  (place) => `${place} kommun, Arbetsmarknadsenheten`,
  (place) => `Arbetsmarknadsförvaltningen, ${place} kommun, Arbetsmarknadsförvaltningen, ${place} kommun`,
]

const name = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 })
  .map((words) => `Projekt${words.join(' ')}`)
const number = fc
  .tuple(fc.integer({ min: 2008, max: 2023 }), fc.integer({ min: 1, max: 999 }))
  .map(([year, serial]) => `${year}/${String(serial).padStart(5, '0')}`)
const amount = fc
  .integer({ min: 10_000, max: 99_999_999 })
  .map((kronor) => kronor.toLocaleString('sv-SE').replaceAll('\u00A0', ' '))
const date = fc
  .date({ min: new Date('2008-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))
const period = fc.tuple(date, date).map(([start, end]) => `${start} - ${end}`)
const owner = fc
  .tuple(fc.constantFrom(...PLACES), fc.constantFrom(...OWNER_FORMS))
  .map(([place, form]) => form(place))
const prose = fc.constantFrom(
  'Unga får stöd på vägen till arbete.\nFöretag tar emot praktikanter.',
  'Projektets mål på individnivå:\n• fler unga får arbete\n• fler unga studerar',
  'Deltagarna möter handledare som känner arbetsgivarna.\n\n1. Kartläggning av behov.\n2. Praktik.',
)

const ROWS: Record<string, fc.Arbitrary<string>> = {
  Namn: name,
  Region: fc.constantFrom('Stockholm', 'Sydsverige', 'Småland & Öarna', 'Övre Norrland', 'ESF Nationellt'),
  Projektägare: owner,
  Projektnummer: number,
  'Planerat antal deltagare': fc.integer({ min: 0, max: 20_000 }).map(String),
  Projektperiod: period,
  'Total projektbudget': amount,
  'Beviljat ESF-stöd': amount,
  Kontaktperson: fc.constant('Kim Exempel'),
  'E-post': fc.constant('kim.exempel@example.se'),
  'Stödmottagare postnr': fc.constant('72186'),
  Programområde: fc.constantFrom('1', '2', '3'),
  'Specifikt mål': fc.constantFrom('1.1', '2.1', '2.3'),
  'Unionens medfinansieringsgrad': fc.constantFrom('50%', '67%', '40%'),
  Interventionstyp: fc.constantFrom('102', '109', '117'),
}

/** A page with all of the common labels, in any of the three styles. */
export const arbitraryPage: fc.Arbitrary<Page> = fc
  .record({
    style: fc.constantFrom('colon' as const, 'bare' as const, 'glued' as const),
    before: fc.constantFrom('', 'Logotyp på utskrifter\n\n', 'information (1)\nCookies\n\nLär dig mer\n\n'),
    values: fc.record(ROWS),
    prose,
  })
  .map(({ style, before, values, prose }) => {
    const rows = Object.entries(values).map(([label, value]) => ({ label, value }))
    return { style, before, heading: `${values.Projektnummer} - ${values.Namn}`, rows, prose }
  })

/** The page as the project bank would print it. */
export function toText({ style, before, heading, rows, prose }: Page): string {
  const printed = rows.map(({ label, value }) => {
    if (style === 'glued') return label + value
    return `${label}${style === 'colon' ? ':' : ''}\n${value}`.trimEnd()
  })
  // Pages without colons begin their prose with a heading.
  const opening = style === 'colon' ? '' : 'Sammanfattning\n'
  return `${before}${heading}\n\n${printed.join('\n')}\n\n${opening}${prose}\n`
}

/** Any document: pages, lists, both with pieces cut out, doubled and garbled, and plain noise. */
export const arbitraryDocument: fc.Arbitrary<string> = fc.oneof(
  arbitraryPage.map(toText),
  fc.integer({ min: 300, max: 4000 }).map(generateDecisionList),
  fc
    .tuple(
      fc.oneof(arbitraryPage.map(toText), fc.integer({ min: 300, max: 4000 }).map(generateDecisionList)),
      fc.array(
        fc.tuple(
          fc.nat(),
          fc.nat(200),
          fc.constantFrom('', '\n', ':', ', ', '  ', '(', ')', ' kr', '12 000', 'Sökande:', '\t', '\u00A0'),
        ),
      ),
    )
    .map(([text, cuts]) =>
      cuts.reduce((mutated, [at, length, insert]) => cut(mutated, at, length, insert), text),
    ),
  fc.string({ unit: 'binary', maxLength: 2000 }),
  fc
    .array(
      fc.constantFrom(
        ...Object.keys(ROWS),
        'Sökande:',
        'Belopp: 1 kr',
        'X',
        '•',
        '(',
        '12 000 kr',
        'får',
        ' av ',
        ',',
      ),
      { maxLength: 60 },
    )
    .map((words) => words.join('\n')),
)

function cut(text: string, at: number, length: number, insert: string): string {
  const from = text.length === 0 ? 0 : at % text.length
  return text.slice(0, from) + insert + text.slice(from + length)
}
