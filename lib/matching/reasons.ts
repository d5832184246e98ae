import { formatDate, formatKronor, formatPeriod } from '../format.ts'
import { fundName, regionName } from '../i18n/codes.ts'
import type { Locale } from '../paths.ts'
import type { SubjectAmount } from './subject.ts'

/** One thought in both languages of the interface. */
export type Sentence = Record<Locale, string>

type Pair<Value> = { ours: Value; theirs: Value }

/** What speaks for or against a project, and what its sentence tells. `ours` is the document's, `theirs` the project's. */
type ReasonDetails = {
  sameNumber: { number: string }
  numberSlip: Pair<string>
  otherNumber: Pair<string>
  sameName: Record<never, never>
  /** How many letters differ. */
  nameAlike: { letters: number; name: string }
  nameIsPart: { name: string }
  /** What only one of the names has: a number, a phase, a place. */
  nameTellsApart: Pair<string>
  otherName: { name: string }
  sameOwner: { name: string }
  ownerAlike: Pair<string>
  otherOwner: Pair<string>
  otherUnit: Pair<string>
  amountAgrees: Pair<SubjectAmount>
  amountDiffers: Pair<SubjectAmount>
  /** ISO. */
  datesAgree: { startDate: string | null; endDate: string | null }
  datesDiffer: Pair<string | null>
  /** Days from the decision to the start. */
  decidedBeforeStart: { days: number }
  decidedAfterStart: { days: number }
  decidedLongBefore: { days: number }
  decidedAtOtherTime: { decidedOn: string }
  sameRegion: { region: string }
  otherRegion: Pair<string>
  sameFund: { fund: string }
  otherFund: Pair<string>
  rejected: Record<never, never>
  /** Another candidate fits about as well. */
  anotherIsNear: { id: number }
}

export type ReasonKey = keyof ReasonDetails
export type Reason = { [Key in ReasonKey]: { key: Key; detail: ReasonDetails[Key] } }[ReasonKey]

type Tell<Detail> = (detail: Detail) => Sentence

const SENTENCES: { [Key in ReasonKey]: Tell<ReasonDetails[Key]> } = {
  sameNumber: ({ number }) => ({ sv: `Samma nummer: ${number}`, en: `The same number: ${number}` }),
  numberSlip: ({ ours, theirs }) => ({
    sv: `Numren skiljer sig på ett tecken: ${ours} och ${theirs}`,
    en: `The numbers differ by one character: ${ours} and ${theirs}`,
  }),
  otherNumber: ({ ours, theirs }) => ({
    sv: `Andra nummer: ${ours} här, ${theirs} i registret`,
    en: `Other numbers: ${ours} here, ${theirs} in the registry`,
  }),
  sameName: () => ({ sv: 'Samma namn', en: 'The same name' }),
  nameAlike: ({ letters, name }) => ({
    sv: `Namnet är nästan detsamma som ”${name}” (${inLetters.sv(letters)})`,
    en: `The name is nearly the same as “${name}” (${inLetters.en(letters)})`,
  }),
  nameIsPart: ({ name }) => ({
    sv: `Det ena namnet är en del av det andra: ”${name}”`,
    en: `One name is a part of the other: “${name}”`,
  }),
  nameTellsApart: ({ ours, theirs }) => ({
    sv: `Namnen skiljs åt av ${listed.sv(ours, theirs)}`,
    en: `The names are told apart by ${listed.en(ours, theirs)}`,
  }),
  otherName: ({ name }) => ({ sv: `Ett annat namn: ”${name}”`, en: `Another name: “${name}”` }),
  sameOwner: ({ name }) => ({ sv: `Samma projektägare: ${name}`, en: `The same owner: ${name}` }),
  ownerAlike: ({ ours, theirs }) => ({
    sv: `Projektägaren kan vara densamma: ${ours} och ${theirs}`,
    en: `The owner may be the same: ${ours} and ${theirs}`,
  }),
  otherOwner: ({ ours, theirs }) => ({
    sv: `En annan projektägare: ${ours} här, ${theirs} i registret`,
    en: `Another owner: ${ours} here, ${theirs} in the registry`,
  }),
  otherUnit: ({ ours, theirs }) => ({
    sv: `En annan del av organisationen: ${ours} här, ${theirs} i registret`,
    en: `Another part of the organisation: ${ours} here, ${theirs} in the registry`,
  }),
  amountAgrees: ({ ours, theirs }) => ({
    sv: isExact(ours, theirs)
      ? `Samma belopp: ${money('sv', ours)}`
      : `Beloppen stämmer inom avrundningen: ${money('sv', ours)} och ${money('sv', theirs)}`,
    en: isExact(ours, theirs)
      ? `The same amount: ${money('en', ours)}`
      : `The amounts agree within their rounding: ${money('en', ours)} and ${money('en', theirs)}`,
  }),
  amountDiffers: ({ ours, theirs }) => ({
    sv: `Beloppen skiljer sig: ${money('sv', ours)} här, ${money('sv', theirs)} i registret`,
    en: `The amounts differ: ${money('en', ours)} here, ${money('en', theirs)} in the registry`,
  }),
  datesAgree: ({ startDate, endDate }) => ({
    sv: `Samma tid: ${formatPeriod('sv', startDate, endDate)}`,
    en: `The same time: ${formatPeriod('en', startDate, endDate)}`,
  }),
  datesDiffer: ({ ours, theirs }) => ({
    sv: `En annan tid: ${day('sv', ours)} här, ${day('sv', theirs)} i registret`,
    en: `Another time: ${day('en', ours)} here, ${day('en', theirs)} in the registry`,
  }),
  decidedBeforeStart: ({ days }) =>
    days < 0
      ? {
          sv: `Beslutat ${duration.sv(days)} efter start, som när ett projekt får börja i förväg`,
          en: `Decided ${duration.en(days)} after the start, as when a project may begin ahead`,
        }
      : {
          sv: `Beslutat ${duration.sv(days)} före start`,
          en: `Decided ${duration.en(days)} before the start`,
        },
  decidedAfterStart: ({ days }) => ({
    sv: `Beslutat ${duration.sv(days)} efter att projektet började`,
    en: `Decided ${duration.en(days)} after the project began`,
  }),
  decidedLongBefore: ({ days }) => ({
    sv: `Beslutat så långt som ${duration.sv(days)} före start`,
    en: `Decided as long as ${duration.en(days)} before the start`,
  }),
  decidedAtOtherTime: ({ decidedOn }) => ({
    sv: `Beslutat en annan tid än projektet pågår: ${day('sv', decidedOn)}`,
    en: `Decided at another time than the project runs: ${day('en', decidedOn)}`,
  }),
  sameRegion: ({ region }) => ({
    sv: `Samma region: ${regionName('sv', region)}`,
    en: `The same region: ${regionName('en', region)}`,
  }),
  otherRegion: ({ ours, theirs }) => ({
    sv: `En annan region: ${regionName('sv', ours)} här, ${regionName('sv', theirs)} i registret`,
    en: `Another region: ${regionName('en', ours)} here, ${regionName('en', theirs)} in the registry`,
  }),
  sameFund: ({ fund }) => ({
    sv: `Samma fond: ${fundName('sv', fund)}`,
    en: `The same fund: ${fundName('en', fund)}`,
  }),
  otherFund: ({ ours, theirs }) => ({
    sv: `En annan fond: ${fundName('sv', ours)} här, ${fundName('sv', theirs)} i registret`,
    en: `Another fund: ${fundName('en', ours)} here, ${fundName('en', theirs)} in the registry`,
  }),
  rejected: () => ({
    sv: 'Ansökan fick avslag, och projektet finns i registret',
    en: 'The application was rejected, and the project is in the registry',
  }),
  anotherIsNear: () => ({
    sv: 'Ett annat projekt i registret stämmer nästan lika bra',
    en: 'Another project in the registry fits nearly as well',
  }),
}

/** A reason in words, for whoever decides. Pure. */
export function sentenceOf(reason: Reason): Sentence {
  // The key and its detail belong together by the type of a reason, which TypeScript cannot follow through a lookup.
  const tell = SENTENCES[reason.key] as Tell<Reason['detail']>
  return tell(reason.detail)
}

const NUMBER_WORDS: Readonly<Record<number, Sentence>> = {
  1: { sv: 'en bokstav skiljer', en: 'one letter differs' },
  2: { sv: 'två bokstäver skiljer', en: 'two letters differ' },
  3: { sv: 'tre bokstäver skiljer', en: 'three letters differ' },
}
const letterWords = (letters: number): Sentence =>
  letters === 0
    ? {
        sv: 'bara stavning, skiljetecken eller småord skiljer',
        en: 'only spelling, marks or small words differ',
      }
    : (NUMBER_WORDS[letters] ?? { sv: `${letters} bokstäver skiljer`, en: `${letters} letters differ` })
const inLetters = {
  sv: (letters: number) => letterWords(letters).sv,
  en: (letters: number) => letterWords(letters).en,
}

const quoted = (open: string, close: string) => (words: string[]) =>
  words.filter((word) => word !== '').map((word) => `${open}${word}${close}`)
const listed = {
  sv: (...words: string[]) => quoted('”', '”')(words).join(' och ') || 'skrivsättet',
  en: (...words: string[]) => quoted('“', '”')(words).join(' and ') || 'how they are written',
}

const isExact = (ours: SubjectAmount, theirs: SubjectAmount) =>
  ours.kronor === theirs.kronor && ours.precision <= 1 && theirs.precision <= 1
const money = (locale: Locale, { kronor, precision }: SubjectAmount) =>
  formatKronor(locale, kronor, { precision })

const day = (locale: Locale, date: string | null) =>
  date ? formatDate(locale, date) : locale === 'sv' ? 'okänd' : 'unknown'

const DAYS_IN_MONTH = 30.4
const MOST_DAYS = 45
const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`
function durationIn(days: number, words: readonly [string, string, string, string]): string {
  const [aDay, someDays, aMonth, someMonths] = words
  const long = Math.abs(days)
  return long < MOST_DAYS
    ? count(long, aDay, someDays)
    : count(Math.round(long / DAYS_IN_MONTH), aMonth, someMonths)
}
const duration = {
  sv: (days: number) => durationIn(days, ['dag', 'dagar', 'månad', 'månader']),
  en: (days: number) => durationIn(days, ['day', 'days', 'month', 'months']),
}
