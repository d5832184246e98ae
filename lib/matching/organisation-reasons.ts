import { formatOrganisationNumber } from '../format.ts'
import type { Why } from './lookalikes.ts'
import type { Sentence } from './reasons.ts'

/** What speaks for or against an organisation, and what its sentence tells. */
type OrganisationReasonDetails = Record<Why, Record<never, never>> & {
  sameNumber: { number: string }
  otherNumber: { ours: string; theirs: string }
  /** The words name a kind of body or a part of one. */
  commonName: Record<never, never>
  anotherIsNear: { id: number }
}
type OrganisationReasonKey = keyof OrganisationReasonDetails
export type OrganisationReason = {
  [Key in OrganisationReasonKey]: { key: Key; detail: OrganisationReasonDetails[Key] }
}[OrganisationReasonKey]

type Tell<Detail> = (detail: Detail) => Sentence

const SENTENCES: { [Key in OrganisationReasonKey]: Tell<OrganisationReasonDetails[Key]> } = {
  sameNumber: ({ number }) => ({
    sv: `Samma organisationsnummer: ${formatOrganisationNumber(number)}`,
    en: `The same organisation number: ${formatOrganisationNumber(number)}`,
  }),
  otherNumber: ({ ours, theirs }) => ({
    sv: `Ett annat organisationsnummer: ${formatOrganisationNumber(ours)} här, ${formatOrganisationNumber(theirs)} i registret`,
    en: `Another organisation number: ${formatOrganisationNumber(ours)} here, ${formatOrganisationNumber(theirs)} in the registry`,
  }),
  sameName: () => ({ sv: 'Samma namn', en: 'The same name' }),
  municipality: () => ({
    sv: 'Kommunen och staden är densamma',
    en: 'The municipality and the town are the same',
  }),
  region: () => ({ sv: 'Regionen hette landsting förut', en: 'The region was a county council before' }),
  unit: () => ({
    sv: 'Det ena namnet är en del av den andra organisationen',
    en: 'One name is a part of the other organisation',
  }),
  unitOrder: () => ({
    sv: 'Organisationen och enheten står i olika ordning',
    en: 'The organisation and the unit stand in another order',
  }),
  legalForm: () => ({ sv: 'Bara organisationsformen skiljer', en: 'Only the legal form differs' }),
  wordOrder: () => ({ sv: 'Samma ord i en annan ordning', en: 'The same words in another order' }),
  spelling: () => ({ sv: 'Namnet stavas på ett annat sätt', en: 'The name is spelt in another way' }),
  abbreviation: () => ({ sv: 'Det ena namnet är förkortat', en: 'One name is shortened' }),
  typo: () => ({ sv: 'Skillnaden kan vara ett skrivfel', en: 'The difference may be a slip' }),
  initials: () => ({
    sv: 'Det ena namnet är det andras begynnelsebokstäver',
    en: 'One name is the initials of the other',
  }),
  commonName: () => ({
    sv: 'Namnet säger vilken sorts enhet det är, inte vems',
    en: 'The name tells what kind of unit it is, not whose',
  }),
  anotherIsNear: () => ({
    sv: 'En annan organisation i registret stämmer lika bra',
    en: 'Another organisation in the registry fits as well',
  }),
}

/** A reason in words, for whoever decides. Pure. */
export function organisationSentence(reason: OrganisationReason): Sentence {
  // The key and its detail belong together by the type of a reason, which TypeScript cannot follow through a lookup.
  const tell = SENTENCES[reason.key] as Tell<OrganisationReason['detail']>
  return tell(reason.detail)
}
