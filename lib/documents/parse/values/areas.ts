/** The eight programme areas of the structural funds in Sweden, with their NUTS 2 codes and their counties. */
type Area = { code: string; name: string; pattern: string; counties: string[] }

const AREAS: Area[] = [
  { code: 'SE11', name: 'Stockholm', pattern: 'Stockholm', counties: ['Stockholm'] },
  {
    code: 'SE12',
    name: 'Östra Mellansverige',
    pattern: 'Östra Mellansverige',
    counties: ['Uppsala', 'Södermanland', 'Östergötland', 'Örebro', 'Västmanland'],
  },
  {
    code: 'SE21',
    name: 'Småland och Öarna',
    pattern: 'Småland (?:och|&|med) Öarna',
    counties: ['Jönköping', 'Kronoberg', 'Kalmar', 'Gotland'],
  },
  // The European Regional Development Fund calls the same area Skåne-Blekinge.
  { code: 'SE22', name: 'Skåne-Blekinge', pattern: 'Skåne ?(?:[-–/]|och|&)? ?Blekinge', counties: [] },
  { code: 'SE22', name: 'Sydsverige', pattern: 'Sydsverige', counties: ['Blekinge', 'Skåne'] },
  { code: 'SE23', name: 'Västsverige', pattern: 'Västsverige', counties: ['Halland', 'Västra Götaland'] },
  {
    code: 'SE31',
    name: 'Norra Mellansverige',
    pattern: 'Norra Mellansverige',
    counties: ['Värmland', 'Dalarna', 'Gävleborg'],
  },
  {
    code: 'SE32',
    name: 'Mellersta Norrland',
    pattern: 'Mellersta Norrland',
    counties: ['Västernorrland', 'Jämtland', 'Jämtland Härjedalen'],
  },
  { code: 'SE33', name: 'Övre Norrland', pattern: 'Övre Norrland', counties: ['Västerbotten', 'Norrbotten'] },
]

const NATIONAL = /^(?:ESF[ -]?)?Nationellt?$|^Hela (?:landet|Sverige)$/i
const AREA_NAME = new RegExp(AREAS.map((area) => `(${area.pattern})`).join('|'), 'iu')
const COUNTY = new Map(AREAS.flatMap((area) => area.counties.map((county) => [county.toLowerCase(), county])))

/** The programme area whose name the text begins with or is, `SE0` for the whole country. */
export function areaOf(text: string): { code: string; name: string } | undefined {
  if (NATIONAL.test(text)) return { code: 'SE0', name: text }
  const found = findArea(text)
  return found?.start === 0 && found.end === text.length ? found : undefined
}

/** The first programme area that a text names, a genitive s forgiven, and where it stands. */
export function findArea(
  text: string,
): { code: string; name: string; start: number; end: number } | undefined {
  const match = AREA_NAME.exec(text)
  const area = match && AREAS[match.slice(1).findIndex((group) => group !== undefined)]
  if (!area) return undefined
  return { code: area.code, name: area.name, start: match.index, end: match.index + match[0].length }
}

/** The county that a heading names and nothing else: "Dalarna", "GÄVLEBORG", "Örebro län". */
export function countyOf(text: string): string | undefined {
  if (text.length > LONGEST_COUNTY) return undefined
  const folded = text.toLowerCase()
  return COUNTY.get(folded) ?? COUNTY.get(folded.replace(/s? län$|^region /, ''))
}
const LONGEST_COUNTY = 'Region Jämtland Härjedalens län'.length

/** Whether a word is the name of a county, as in a list of counties; "Region Dalarna" is an organisation. */
export const isCountyName = (text: string): boolean => countyOf(text) !== undefined && !/^region /i.test(text)

/** The programme area that a county belongs to, by its name. */
export const areaOfCounty = (county: string): string | undefined =>
  AREAS.find((area) => area.counties.includes(county))?.name
