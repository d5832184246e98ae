import type { Meaning, Reader } from '../reading.ts'
import { luhnHolds } from './checksum.ts'

const problem = (sv: string, en: string) => ({ problem: { sv, en } })

/** Any words, kept as they are. */
export const readText: Reader<string> = (value) => ({ value })

/** "Ja" or "Nej". */
export function readYesNo(text: string): Meaning<boolean> {
  if (/^(ja|yes)\.?$/i.test(text)) return { value: true }
  if (/^(nej|no)\.?$/i.test(text)) return { value: false }
  return problem('Här borde stå Ja eller Nej.', 'Yes or No should stand here.')
}

/** A share in percent, as a fraction: "50%" is 0.5. A bare number above one is taken for percent. */
export function readShare(text: string): Meaning<number> {
  const match = /^(\d{1,3}(?:[.,]\d+)?) ?(%|procent)?$/.exec(text)
  const number = Number(match?.[1]?.replace(',', '.'))
  const share = match?.[2] || number > 1 ? number / 100 : number
  const unclear = !match || number === 0 || number > 100 || (number === 1 && !match[2])
  if (unclear) return problem('Här borde stå en andel i procent.', 'A share in percent should stand here.')
  return { value: Number(share.toFixed(6)) }
}

/**
 * A Swedish organisation number: ten digits of which the last is a checksum (lagen 1974:174 om
 * identitetsbeteckning för juridiska personer). A hyphen and the century prefix 16 are forgiven.
 */
export function readOrganisationNumber(text: string): Meaning<string> {
  const digits = text.replace(/[ -]/g, '').replace(/^16(?=\d{10}$)/, '')
  if (!/^\d{10}$/.test(digits)) {
    return problem('Ett organisationsnummer har tio siffror.', 'An organisation number has ten digits.')
  }
  // A third digit below 2 is a month's: the number of a person, which is no open data (the same law, 2 §).
  if (Number(digits.charAt(2)) < 2) {
    return problem(
      'Numret är ett personnummer eller inget organisationsnummer, och visas inte.',
      "The number is a person's or no organisation's, and is not shown.",
    )
  }
  if (!luhnHolds(digits)) {
    return problem(
      'Organisationsnumrets kontrollsiffra stämmer inte.',
      "The organisation number's check digit is wrong.",
    )
  }
  return { value: digits }
}

/** A project's number: `2019/00163`, `22-009-S02`, or an older form; it holds at least one digit. */
export function readNumber(text: string): Meaning<string> {
  if (/\d/.test(text) && text.length <= 40) return { value: text }
  return problem('Här borde stå ett nummer.', 'A number should stand here.')
}

/** The forms of a project's number, for use inside other patterns. */
export const PROJECT_NUMBER = '\\d{4}/\\d{4,5}|\\d{2}-\\d{3}-[A-ZÅÄÖ]\\d{2,3}'

/**
 * A programme area: `1` to `9` in the periods before 2021, `A` to `F` in ESF+. Words around the code are
 * forgiven, and a specific objective in its place ("1.1 Kompetensförsörjning") names its area.
 */
export function readProgrammeArea(text: string): Meaning<string> {
  const code = /^(?:Programområde )?([1-9]|[A-F])(?=$|[ .:–-])/i.exec(text)?.[1]
  if (code) return { value: code.toUpperCase() }
  return problem(
    'Här borde stå ett programområde, som 2 eller A.',
    'A programme area should stand here, like 2 or A.',
  )
}

/** A specific objective: `2.1`, `A2A`, `F1`, at times only `3`. Words after the code are forgiven. */
export function readObjective(text: string): Meaning<string> {
  const code = /^(?:(?:Specifikt )?mål )?([1-9](?:[.:,][1-9]\d?)?|[A-F]\.?[1-9][A-Z]?)(?=$|[ .:–-])/i.exec(
    text,
  )?.[1]
  if (code) return { value: code.replace(/[:,]/, '.').toUpperCase() }
  return problem(
    'Här borde stå ett specifikt mål, som 2.1 eller A2A.',
    'A specific objective should stand here, like 2.1 or A2A.',
  )
}

/** A type of intervention, three digits. The same number means different things in different periods. */
export function readIntervention(text: string): Meaning<string> {
  const codes = /^(\d{3})(?=$|[ :–-])|^\d{3}(?:[,;] ?\d{3})+$/.exec(text)
  if (codes) return { value: codes[1] ?? codes[0] }
  return problem(
    'Här borde stå en interventionstyp med tre siffror.',
    'A type of intervention with three digits should stand here.',
  )
}

/** A postal code: five digits, with or without a space and a country prefix. */
export function readPostalCode(text: string): Meaning<string> {
  const digits = text.replace(/^SE?-? ?/i, '').replace(' ', '')
  if (/^\d{5}$/.test(digits)) return { value: digits }
  return problem('Ett postnummer har fem siffror.', 'A postal code has five digits.')
}

/** A NUTS code of Sweden; `SE0` stands for the whole country in the project bank. */
export function readNuts(text: string): Meaning<string> {
  if (/^SE\d{1,3}$/i.test(text)) return { value: text.toUpperCase() }
  return problem('Här borde stå en NUTS-kod, som SE22.', 'A NUTS code should stand here, like SE22.')
}

/** An e-mail address. */
export function readEmail(text: string): Meaning<string> {
  const address = text.replace(/^mailto:/i, '')
  if (/^[^\s@,;<>]+@[^\s@,;<>]+\.[a-z]{2,}$/i.test(address)) return { value: address }
  return problem('Här borde stå en e-postadress.', 'An e-mail address should stand here.')
}

/** A telephone number, kept as it is written. */
export function readPhone(text: string): Meaning<string> {
  if (/\d.*\d.*\d.*\d.*\d/.test(text) && text.length <= 60) return { value: text }
  return problem('Här borde stå ett telefonnummer.', 'A telephone number should stand here.')
}

/** A programming period, `2021-2027`. */
export function readProgrammingPeriod(text: string): Meaning<string> {
  const years = /^(\d{4}) ?[-–] ?(\d{4})$/.exec(text)
  if (years) return { value: `${years[1]}-${years[2]}` }
  return problem(
    'Här borde stå en programperiod, som 2021-2027.',
    'A programming period should stand here, like 2021-2027.',
  )
}
