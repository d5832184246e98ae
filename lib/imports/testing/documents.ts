// What files say that are given to an import, as lines. Pure: tests in a browser make their files of it too.

export type PageFacts = {
  name?: string
  owner?: string
  ownerNumber?: string
  people?: string
  support?: string
}

/** A project page. */
export const page = (
  number: string,
  {
    name = 'Stegen',
    owner = 'Exempelstads kommun',
    ownerNumber = '',
    people = '100',
    support = '2 000 000',
  }: PageFacts = {},
): string[] => [
  `${number} - ${name}`,
  'Projektnummer:',
  number,
  'Namn:',
  name,
  'Region:',
  'Stockholm',
  'Projektägare:',
  owner,
  ...(ownerNumber ? ['Projektägare organisationsnummer:', ownerNumber] : []),
  'Planerat antal deltagare:',
  people,
  'Projektperiod:',
  '2019-08-01 - 2022-06-30',
  'Beviljat ESF-stöd:',
  support,
  'Kontaktperson:',
  'Kim Provsson',
  'E-post:',
  'kim.provsson@example.se',
]

/** A decision list of one decision. */
export const list = (
  entries: readonly [name: string, applicant: string, amount: string][],
  { place = 'Stockholm' } = {},
): string[] => [
  `Projekt i ${place}`,
  '',
  'Prioriterade ESF-projekt, beslut 13 juni 2019',
  `Strukturfondspartnerskapet ${place} har prioriterat följande projekt.`,
  '',
  ...entries.flatMap(([name, applicant, amount]) => [
    name,
    `Sökande: ${applicant}`,
    `Sökt belopp: ${amount} kronor`,
    '',
  ]),
]

export const TABLE_HEADER =
  'Diarienummer;Namn på insatsen;Stödmottagare;Total projektbudget;EU-stöd i SEK;Startdatum;Slutdatum'

/** A table of operations, one a row. */
export const table = (...rows: string[]): string[] => [TABLE_HEADER, ...rows]
