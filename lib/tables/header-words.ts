import { PROJECT_FIELDS } from '../documents/parse/project-page/fields.ts'
import type { TargetField } from './schema.ts'

/** A header as its words: `beviljat_belopp_sek` and "Beviljat belopp (SEK)" are one. */
export const headerWords = (header: string): string =>
  header
    .normalize('NFC')
    .slice(0, LONGEST_HEADER)
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+%€]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_KEY)
    .toWellFormed()
    .trim()
const LONGEST_HEADER = 200
/** Saved mappings hold keys of up to 200; a key may get its number behind it. */
const LONGEST_KEY = 180

/**
 * The keys of headers, by which a saved mapping finds columns again: their words, with a number for a header that
 * stands there more than once, or `#` and the column's number for one that is empty.
 */
export function headerKeys(headers: string[]): string[] {
  const seen = new Map<string, number>()
  return headers.map((header, index) => {
    const words = headerWords(header) || `#${index + 1}`
    const times = (seen.get(words) ?? 0) + 1
    seen.set(words, times)
    return times === 1 ? words : `${words} #${times}`
  })
}

/** The target that a header names, in Swedish, English or both, its currency and unit forgiven. */
export function targetOfHeader(header: string): TargetField | undefined {
  const whole = exactly(header)
  if (whole) return whole
  for (const part of header.slice(0, LONGEST_HEADER).split(/ ?[/|\n] ?| - |\(/)) {
    const target = exactly(part)
    if (target) return target
  }
  return byPattern(headerWords(header))
}

const exactly = (header: string): TargetField | undefined => {
  const words = headerWords(header)
  return EXACT.get(words) ?? EXACT.get(words.replace(MONEY_WORDS, '').trim())
}
const MONEY_WORDS = /(?:^| )(?:i )?(?:sek|kr|kronor|eur|euro|€|tkr|kkr|tsek|mkr|mnkr|msek)(?= |$)/g

const byPattern = (words: string): TargetField | undefined =>
  PATTERNS.find(([pattern]) => pattern.test(words))?.[1]

/** Headers of lists that the labels of project pages do not cover. */
const SPELLINGS: [TargetField, string[]][] = [
  [
    'diaryNumber',
    [
      'operation id',
      'ärende id',
      'ärendeid',
      'ärendenummer',
      'insatsens id',
      'insats id',
      'unik kod',
      'unique code',
    ],
  ],
  [
    'diaryNumber',
    ['operation unique identifier', 'operation code', 'operation identifier', 'operation number'],
  ],
  [
    'projectNumber',
    ['projekt id', 'projektid', 'project id', 'project number', 'projekt nr', 'projekt nummer'],
  ],
  ['name', ['operation name', 'name of operation', 'name of the operation', 'project name', 'project title']],
  [
    'name',
    ['insatsens namn', 'insatsens benämning', 'projekttitel', 'projekt', 'benämning', 'titel', 'title'],
  ],
  ['name', ['operation name programme language', 'operation name in programme language']],
  [
    'owner',
    ['beneficiary', 'beneficiary name', 'name of beneficiary', 'stödmottagarens namn', 'stödmottagare namn'],
  ],
  [
    'owner',
    ['sökande', 'sökandens namn', 'organisation', 'project owner', 'lead beneficiary', 'beneficiaries'],
  ],
  [
    'ownerOrganisationNumber',
    ['beneficiary id', 'beneficiary unique identifier', 'orgnr', 'org nr', 'org nummer'],
  ],
  ['ownerOrganisationNumber', ['stödmottagarens organisationsnummer', 'organisation number', 'vat number']],
  [
    'region',
    ['programregion', 'område', 'geografiskt område', 'programme area name', 'strukturfondspartnerskap'],
  ],
  ['county', ['län', 'county', 'counties', 'läns namn']],
  ['municipality', ['kommun', 'kommuner', 'municipality', 'municipalities', 'kommunnamn']],
  [
    'startDate',
    ['start date', 'operation start date', 'date of start', 'projekt starttid', 'starttid', 'start', 'från'],
  ],
  [
    'startDate',
    ['insatsens startdatum', 'startdatum för insatsen', 'beslutad start', 'projektets startdatum'],
  ],
  ['period', ['projektperiod', 'projekttid', 'project period', 'genomförandeperiod', 'insatsens period']],
  [
    'endDate',
    ['end date', 'operation end date', 'projekt sluttid', 'sluttid', 'slut', 'till', 'expected end date'],
  ],
  [
    'endDate',
    ['insatsens slutdatum', 'slutdatum för insatsen', 'expected or actual end date', 'projektets slutdatum'],
  ],
  [
    'endDate',
    ['förväntat slutdatum', 'förväntat eller faktiskt slutdatum', 'expected or actual date of completion'],
  ],
  ['totalBudget', ['total eligible expenditure', 'total eligible expenditure allocated to the operation']],
  [
    'totalBudget',
    ['total eligible expenditure amount', 'total project budget', 'projektets budget', 'budget'],
  ],
  [
    'totalBudget',
    ['totala stödberättigande utgifter', 'total stödberättigande utgift', 'stödberättigande utgifter'],
  ],
  ['totalBudget', ['totala stödberättigande utgifter för insatsen', 'total stödberättigande kostnad']],
  ['totalCosts', ['total cost', 'total costs', 'total cost of the operation', 'totala faktiska kostnader']],
  [
    'grantedSupport',
    ['eu stöd', 'eu contribution', 'union contribution', 'beviljat belopp', 'eu belopp', 'eu medel'],
  ],
  [
    'grantedSupport',
    ['beviljat', 'beviljat stödbelopp', 'granted support', 'eu support', 'eu grant', 'stödbelopp'],
  ],
  [
    'grantedSupport',
    ['eu contribution amount', 'union co financing amount', 'beslutat eu stöd', 'beslutat stöd'],
  ],
  [
    'unionCofinancingRate',
    ['union co financing rate', 'co financing rate', 'eu co financing rate', 'stödandel'],
  ],
  [
    'unionCofinancingRate',
    ['union cofinancing rate', 'cofinancing rate', 'unionens medfinansieringssats', 'stödnivå'],
  ],
  [
    'fund',
    ['eu fund', 'fund', 'fund code', 'fund name', 'fonder', 'esi fond', 'funds', 'eu fonder', 'fond namn'],
  ],
  [
    'programmeArea',
    ['priority', 'priority axis', 'prioritet', 'insatsområde kod', 'programme area', 'priority code'],
  ],
  [
    'specificObjective',
    ['specific objective', 'specific objective concerned', 'berört specifikt mål', 'mål'],
  ],
  [
    'interventionType',
    ['intervention field', 'type of intervention', 'category of intervention', 'typ av intervention'],
  ],
  [
    'interventionType',
    ['interventionskategori', 'insatskategori', 'name of category of intervention', 'insatstyp'],
  ],
  [
    'interventionType',
    ['namn på interventionskategori', 'category of intervention code', 'interventionsområden'],
  ],
  ['programmeCci', ['programme cci', 'cci number', 'cci nr', 'cci code', 'program id', 'cci kod']],
  ['programmingPeriod', ['programming period', 'period', 'programperioden']],
  ['callNumber', ['call', 'call number', 'call id', 'utlysningsnummer', 'utlysning dnr', 'utlysning id']],
  [
    'recipientCity',
    ['beneficiary city', 'ort', 'city', 'postort', 'stödmottagarens postort', 'beneficiary town'],
  ],
  [
    'recipientPostalCode',
    ['postnummer', 'postnr', 'postal code', 'postcode', 'operation postcode', 'zip code', 'zip'],
  ],
  [
    'recipientAddress',
    ['address', 'adress', 'gatuadress', 'postadress', 'beneficiary address', 'street address'],
  ],
  ['recipientCountry', ['beneficiary country']],
  ['country', ['country', 'operation country', 'country concerned']],
  ['nuts2', ['nuts 2', 'nuts2', 'nuts code', 'nuts', 'nuts kod', 'nuts 2 code', 'nuts 3', 'nuts3']],
  ['projectPhase', ['fas', 'project phase', 'phase']],
  ['plannedParticipants', ['deltagare', 'participants', 'number of participants', 'planned participants']],
  ['strategicImportance', ['strategic importance', 'operation of strategic importance', 'strategisk insats']],
  [
    'description',
    ['sammanfattning', 'summary', 'beskrivning', 'description', 'projektbeskrivning', 'operation summary'],
  ],
  [
    'description',
    ['insatsens sammanfattning', 'sammanfattning av insatsen', 'syfte', 'purpose', 'projektets syfte'],
  ],
  [
    'description',
    ['syfte och förväntade eller faktiska resultat', 'purpose and expected or actual achievements'],
  ],
  ['description', ['operation summary programme language', 'insatsens syfte', 'sammanfattning svenska']],
  ['descriptionEnglish', ['sammanfattning engelsk', 'summary in english', 'sammanfattning på engelska']],
  [
    'descriptionEnglish',
    ['operation summary english', 'description english', 'english summary', 'summary english'],
  ],
  ['descriptionEnglish', ['sammanfattning engelska', 'beskrivning engelska', 'beskrivning på engelska']],
  ['private', ['telnr', 'tel nr', 'phone', 'telephone', 'telefonnr', 'mobilnr', 'contact', 'contact person']],
  [
    'private',
    [
      'projektledare',
      'kontaktperson namn',
      'personnummer',
      'handläggare',
      'project manager',
      'firmatecknare',
    ],
  ],
  ['private', ['contact name', 'contact email', 'contact phone', 'ansvarig person', 'födelsedatum']],
]

const EXACT = new Map<string, TargetField>([
  ...PROJECT_FIELDS.flatMap(({ key, labels }) =>
    labels.map((label): [string, TargetField] => [headerWords(label), targetOfKey(key)]),
  ),
  ...SPELLINGS.flatMap(([target, headers]) =>
    headers.map((header): [string, TargetField] => [header, target]),
  ),
])

/** A field of a project page as a target: contacts are private, and what a list has no field for is kept by its header. */
function targetOfKey(key: string): TargetField {
  if (key.startsWith('contact')) return 'private'
  return key === 'childPovertyTheme' || key === 'evaluationReports' ? 'unknown' : (key as TargetField)
}

/** What tells a header that is nowhere spelt out: in this order, persons before everything. */
const PATTERNS: [RegExp, TargetField][] = [
  [
    /kontakt(?!punkt)|telefon|\bmobil(?:nr|nummer)?\b|e ?post|e ?mail|\bmejl|(?:ledare|samordnare|koordinator|ekonom|chef|ordförande)$|\bvd\b|ansvarig|handläggare|firmatecknare|personnummer|contact/,
    'private',
  ],
  [/\b(?:eur|euro|€|usd|nok|dkk)$/, 'otherAmount'],
  [/org(?:anisations)?(?:\.|\s)?(?:nr|nummer)/, 'ownerOrganisationNumber'],
  [/medfinansieringsgrad|co ?financing rate/, 'unionCofinancingRate'],
  [/engelsk|english/, 'descriptionEnglish'],
  [/summary|sammanfattning|beskrivning/, 'description'],
  [/start ?date|startdatum/, 'startDate'],
  [/end ?date|slutdatum/, 'endDate'],
  [/\bcci\b/, 'programmeCci'],
  [/diarie|\bdnr\b|operation (?:id|code|identifier)/, 'diaryNumber'],
  [/eligible expenditure|stödberättigande/, 'totalBudget'],
  [/beviljat|eu contribution|eu stöd/, 'grantedSupport'],
  [/operation name|projektnamn|insatsens namn|namn på insatsen/, 'name'],
  [/specifi[ck]t?(?:ikt)? (?:mål|objective)/, 'specificObjective'],
  [/intervention/, 'interventionType'],
  [/beneficiary name|stödmottagarens namn/, 'owner'],
]
