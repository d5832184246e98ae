import type { Sentence } from '../documents/parse/reading.ts'
import { headerWords } from './header-words.ts'
import type { ColumnMapping } from './schema.ts'
import type { Column } from './types.ts'

/** A list that is published in one known form: its columns by the words of their headers. */
export type KnownList = {
  id: 'esf-council' | 'annex-xii' | 'article-49' | 'kohesio' | 'tillvaxtverket'
  title: Sentence
  columns: { headers: string[]; mapping: ColumnMapping }[]
}

/** The known list whose columns a table has, and what each of the table's columns is in it. */
export function recogniseList(
  columns: Column[],
): { list: KnownList; mappings: Map<string, ColumnMapping> } | undefined {
  const matches = KNOWN_LISTS.map((list) => ({ list, mappings: mappingsIn(list, columns) }))
  const [best] = matches.sort((a, b) => shareFound(b) - shareFound(a))
  return best && shareFound(best) >= LEAST_SHARE ? best : undefined
}
const LEAST_SHARE = 0.75

type Match = { list: KnownList; mappings: Map<string, ColumnMapping> }
const shareFound = ({ list, mappings }: Match): number => mappings.size / list.columns.length

function mappingsIn(list: KnownList, columns: Column[]): Map<string, ColumnMapping> {
  const found = new Map<string, ColumnMapping>()
  for (const { headers, mapping } of list.columns) {
    const wanted = new Set(headers.map(headerWords))
    const column = columns.find(
      ({ key, header }) => !found.has(key) && formsOf(header).some((form) => wanted.has(form)),
    )
    if (column) found.set(column.key, mapping)
  }
  return found
}

/** A header as a whole, and each of its languages. */
const formsOf = (header: string): string[] =>
  [header, ...header.slice(0, 200).split(/[/|\n]/)].map(headerWords)

const column = (mapping: ColumnMapping | ColumnMapping['target'], ...headers: string[]) => ({
  headers,
  mapping: typeof mapping === 'string' ? { target: mapping } : mapping,
})
const kronor = (target: ColumnMapping['target']): ColumnMapping => ({ target, format: { currency: 'SEK' } })
const dayFirst = (target: ColumnMapping['target']): ColumnMapping => ({
  target,
  format: { date: 'dd/MM/yyyy' },
})

export const KNOWN_LISTS: KnownList[] = [
  {
    id: 'esf-council',
    title: { sv: 'Svenska ESF-rådets tabell', en: 'The table of the Swedish ESF Council' },
    columns: [
      column('diaryNumber', 'Diarienummer / Operation ID'),
      column('owner', 'Stödmottagare / Beneficiary'),
      column('ownerOrganisationNumber', 'Projektägare organisationsnummer / Beneficiary ID'),
      column('recipientCity', 'Projektägare ort / Beneficiary city'),
      column('recipientCountry', 'Stödmottagarens land / Beneficiary country'),
      column('name', 'Namn på insatsen / Operation Name'),
      column('programmeArea', 'Programområde / Priority'),
      column('specificObjective', 'Specifikt mål / Specific objective concerned'),
      column('interventionType', 'Interventionsområde / Intervention field'),
      column(kronor('totalBudget'), 'Total projektbudget / Total budget SEK'),
      column('unionCofinancingRate', 'Unionens medfinansieringsgrad / Union co-financing rate'),
      column(kronor('grantedSupport'), 'EU-stöd i SEK / EU contribution SEK'),
      column('description', 'Sammanfattning / Summary'),
      column('descriptionEnglish', 'Sammanfattning engelsk / Summary in english'),
      column('startDate', 'Startdatum / Start date'),
      column('endDate', 'Slutdatum / End date'),
      column('fund', 'EU-fond / EU fund'),
      column('programmeCci', 'Program CCI / Program CCI'),
    ],
  },
  {
    id: 'annex-xii',
    title: {
      sv: 'Insatsförteckning enligt bilaga XII till förordning (EU) 1303/2013',
      en: 'List of operations under Annex XII to Regulation (EU) 1303/2013',
    },
    columns: [
      column('owner', 'Beneficiary name', 'Stödmottagarens namn', 'Stödmottagare'),
      column('name', 'Operation name', 'Insatsens namn'),
      column('description', 'Operation summary', 'Sammanfattning av insatsen', 'Insatsens sammanfattning'),
      column('startDate', 'Operation start date', 'Insatsens startdatum'),
      column('endDate', 'Operation end date', 'Insatsens slutdatum'),
      column(
        'totalBudget',
        'Total eligible expenditure',
        'Total eligible expenditure allocated to the operation',
        'Totala stödberättigande utgifter',
        'Totala stödberättigande utgifter för insatsen',
      ),
      column(
        'unionCofinancingRate',
        'Union co-financing rate',
        'Union co-financing rate, as per priority axis',
        'Unionens medfinansieringsgrad',
      ),
      column(
        'recipientPostalCode',
        'Operation postcode',
        'Operation postcode or other appropriate location indicator',
        'Insatsens postnummer',
      ),
      column('country', 'Country', 'Land'),
      column(
        'interventionType',
        'Name of category of intervention',
        'Name of category of intervention for the operation',
        'Namn på interventionskategori',
        'Interventionskategori',
      ),
      column('unknown', 'Date of last update', 'Date of last update of the list', 'Senast uppdaterad'),
    ],
  },
  {
    id: 'article-49',
    title: {
      sv: 'Insatsförteckning enligt artikel 49 i förordning (EU) 2021/1060',
      en: 'List of operations under Article 49 of Regulation (EU) 2021/1060',
    },
    columns: [
      column('diaryNumber', 'Unique code', 'Operation code', 'Unik kod', 'Insatsens kod'),
      column('owner', 'Beneficiary', 'Beneficiary name', 'Stödmottagare', 'Stödmottagarens namn'),
      column('name', 'Operation name', 'Name of the operation', 'Insatsens namn'),
      column(
        'description',
        'Purpose and expected or actual achievements',
        'Purpose of the operation and its expected or actual achievements',
        'Syfte och förväntade eller faktiska resultat',
        'Insatsens syfte och förväntade eller faktiska resultat',
      ),
      column('startDate', 'Start date', 'Startdatum'),
      column(
        'endDate',
        'Expected or actual end date',
        'End date',
        'Förväntat eller faktiskt slutdatum',
        'Slutdatum',
      ),
      // The list of the regulation asks for the cost of the whole operation, which is its budget until it has ended.
      column(
        'totalBudget',
        'Total cost',
        'Total cost of the operation',
        'Total kostnad',
        'Insatsens totala kostnad',
      ),
      column('fund', 'Fund', 'Fund concerned', 'Fond', 'Berörd fond'),
      column(
        'specificObjective',
        'Specific objective',
        'Specific objective concerned',
        'Berört specifikt mål',
      ),
      column('unionCofinancingRate', 'Union co-financing rate', 'Unionens medfinansieringsgrad'),
      column('unknown', 'Location indicator', 'Location indicator or geolocation', 'Lokaliseringsindikator'),
      column('country', 'Country', 'Country concerned', 'Land'),
      column('interventionType', 'Type of intervention', 'Typ av intervention', 'Interventionstyp'),
    ],
  },
  {
    id: 'kohesio',
    title: { sv: 'Kohesios importtabell', en: 'The import table of Kohesio' },
    columns: [
      column('diaryNumber', 'Operation_Unique_Identifier', 'Operation ID'),
      column('name', 'Operation_Name_Programme_Language', 'Operation_Name'),
      column('unknown', 'Operation_Name_English'),
      column('description', 'Operation_Summary_Programme_Language', 'Operation_Summary'),
      column('descriptionEnglish', 'Operation_Summary_English'),
      column('owner', 'Beneficiary_Name'),
      column(dayFirst('startDate'), 'Operation_Start_Date', 'Start_Date'),
      column(dayFirst('endDate'), 'Operation_End_Date', 'End_Date'),
      column('totalBudget', 'Total_Eligible_Expenditure_amount', 'Total_Eligible_Expenditure'),
      column('unionCofinancingRate', 'Cofinancing_Rate', 'Union_Cofinancing_Rate'),
      column('country', 'Operation_Country', 'Country'),
      column('interventionType', 'Category_Of_Intervention', 'Category_Of_Intervention_Code'),
    ],
  },
  {
    id: 'tillvaxtverket',
    title: { sv: 'Tillväxtverkets projektbank', en: 'The project bank of Tillväxtverket' },
    columns: [
      column('fund', '_source'),
      column('diaryNumber', 'ärende-id'),
      column('owner', 'stödmottagare'),
      column(kronor('grantedSupport'), 'beviljat_belopp_sek'),
      // The bank has this column for all its programmes; under the regional fund nobody fills it in.
      column(
        { target: 'otherAmount', format: { currency: 'EUR' }, zeroMeansUnknown: true },
        'beviljat_belopp_eur',
      ),
      column('name', 'projektnamn'),
      column('description', 'projektbeskrivning'),
      column('startDate', 'projekt_starttid'),
      column('endDate', 'projekt_sluttid'),
      column('private', 'projektledare'),
      column('private', 'telnr'),
      column('private', 'e-post'),
      column('county', 'län'),
      column('municipality', 'kommuner'),
      column('unknown', 'uppdateringsdatum'),
      column('region', 'område'),
      // Both are names without a number, and no programme area or objective by their codes.
      column('unknown', 'insatsområde'),
      column('unknown', 'tematiskt_mål'),
    ],
  },
]
