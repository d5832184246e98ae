import type { Sentence } from '../documents/parse/reading.ts'
import { emailPlaces } from '../documents/privacy/emails.ts'
import { coverSecrets } from '../documents/privacy/index.ts'
import { introducedNames } from '../documents/privacy/introduced.ts'
import { personalNumberPlaces } from '../documents/privacy/personal-numbers.ts'
import { telephonePlaces } from '../documents/privacy/telephones.ts'
import { wordsOf } from '../documents/privacy/words.ts'

// What staff write in corrections is public. People are not open data, so it is refused where it names or reaches one.

/** Why a text cannot be public: an address, a telephone number, a personal identity number in it. Pure. */
export function privateIn(text: string): Sentence | undefined {
  if (emailPlaces(text).length > 0) return HAS_EMAIL
  if (personalNumberPlaces(text).length > 0) return HAS_PERSONAL_NUMBER
  if (telephonePlaces(text).length > 0) return HAS_TELEPHONE
  return undefined
}

/** As `privateIn`, for running text: a person whom it introduces by a role is found too. Pure. */
export const privateInProse = (text: string): Sentence | undefined =>
  privateIn(text) ?? (introducedNames(text, wordsOf(text), []).length > 0 ? HAS_NAME : undefined)

/** Whether a text holds any of these names, addresses and numbers. Pure. */
export const namesAny = (text: string, secrets: readonly string[]): boolean =>
  coverSecrets(text, secrets) !== text

const HAS_EMAIL: Sentence = {
  sv: 'Här står en e-postadress. Det som skrivs här blir offentligt, och människor är inte öppna data: ta bort den.',
  en: 'There is an e-mail address here. What is written here becomes public, and people are not open data: take it out.',
}
const HAS_TELEPHONE: Sentence = {
  sv: 'Här står ett telefonnummer. Det som skrivs här blir offentligt, och människor är inte öppna data: ta bort det.',
  en: 'There is a telephone number here. What is written here becomes public, and people are not open data: take it out.',
}
const HAS_PERSONAL_NUMBER: Sentence = {
  sv: 'Här står ett personnummer. Det som skrivs här blir offentligt: ta bort det.',
  en: 'There is a personal identity number here. What is written here becomes public: take it out.',
}
/** Somebody is named. */
export const HAS_NAME: Sentence = {
  sv: 'Här nämns en person vid namn. Det som skrivs här blir offentligt: skriv vilken roll personen har i stället.',
  en: 'A person is named here. What is written here becomes public: write which role the person has instead.',
}
