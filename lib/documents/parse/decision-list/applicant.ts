import type { Meaning } from '../reading.ts'
import type { Applicant } from '../types.ts'
import {
  isMunicipality,
  looksLikeOrganisation,
  looksLikeUnit,
  municipalityOf,
  officialForm,
  readOrganisation,
} from '../values/organisation.ts'

const HYPHENATED = /^(\p{Lu}[\p{L} ]*?)s?- och (\p{Lu}[\p{L} -]*?) (?:kommun|kommuner)$/u
const TWO_MUNICIPALITIES =
  /^(\p{Lu}[\p{L}-]*?(?: \p{Lu}[\p{L}-]*)?) och (\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)?) kommuner$/u

/**
 * Reads who applies: one organisation with its unit, or several that apply together ("Nynäshamn- och Järfälla
 * kommun", "Region Dalarna och Region Gävleborg").
 */
export function readApplicant(text: string): Meaning<Applicant> {
  const clean = text
    .replace(/^(?:projektägare|sökande|stödmottagare):? (?=\p{Lu})/iu, '')
    .replace(/[.,;:]$/, '')
    .trim()
  if (!/ och | samt |(?:kommun|stad|Region [^,]+), /.test(clean)) return readOrganisation(clean)
  const pair = HYPHENATED.exec(clean) ?? TWO_MUNICIPALITIES.exec(clean)
  if (pair)
    return { value: { organisations: [pair[1], pair[2]].map((place) => municipalityOf(place ?? '')) } }
  const parts = clean.split(/, | (?:och|samt) /)
  const independent = parts.every(
    (part) =>
      isMunicipality(part) ||
      (!clean.includes(', ') && looksLikeOrganisation(part) && !looksLikeUnit(part) && /^\p{Lu}/u.test(part)),
  )
  if (parts.length > 1 && new Set(parts).size === parts.length && independent)
    return { value: { organisations: parts.map(officialForm) } }
  return readOrganisation(clean)
}
