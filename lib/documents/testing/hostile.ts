const PAGE =
  'Namn:\nX\nProjektnummer:\n2015/00311\nRegion:\nSydsverige\nProjektperiod:\n2015-01-01 - 2016-01-01\nPlanerat antal deltagare:\n5\nE-post:\nkim@exempelbyrå.se\nProjektägare:\n'
const LIST = 'Strukturfondspartnerskapet Övre Norrland prioriterade den 3 december 2020 projekt inom ESF.\n'
const ENTRY = `${LIST}X\nSökande: A\nBelopp: 1 000 kr\nSamverkansparter: `

// What stands before, what is repeated, what stands after: each a way to make a careless pattern or loop slow.
const SHAPES: Record<string, [string, string, string?]> = {
  'one long word': ['', 'a'],
  'words without end': ['', 'ab '],
  digits: ['', '1'],
  'groups of digits': ['', '111 '],
  commas: ['', 'A, '],
  'opening parentheses': ['', '('],
  'closing parentheses': [`${LIST}• `, ')', ' 1 000 kr'],
  'labels without values': ['', 'Region:\n'],
  'the same label again': ['', 'Region:\nSydsverige\n'],
  'unknown labels': ['Namn:\nX\n', 'Okänd etikett:\nvärde\n', 'Region:\nSydsverige\n'],
  'glued labels': ['', 'RegionSydsverige\n'],
  'empty bullets': ['', '• \n'],
  applicants: ['', 'Sökande: X\n'],
  'labels alone': ['', 'Sökande\n'],
  'headings of flattened tables': [LIST, 'Projekt\nSökande\nBelopp\n'],
  'headings of tables': [LIST, 'Projekt\tSökande\tBelopp\n'],
  cells: [`${LIST}Projekt\tSökande\tBelopp\n`, '\t'],
  'named projects': [LIST, 'Projekt Abc Def '],
  'grants in one line': [LIST, 'får 1 kr '],
  'half a sentence': [`${LIST}• `, 'X är Ys projekt ', ' som får 1 miljoner kronor\n'],
  'half sentences': [LIST, `• ${'X är Ys projekt '.repeat(40)} som får 1 miljoner kronor\n`],
  addresses: ['', 'a@b.c '],
  'full stops': ['', '. A'],
  'no-break spaces': ['', '\u00A0'],
  'line ends': ['', '\r\n'],
  'combining marks': ['', 'a\u0308'],
  'zero-width spaces': ['', '\u200B'],
  dates: ['', '3 december 2020 '],
  'headings with dates': [LIST, 'beslut 3 december 2020\n'],
  counties: [LIST, 'Dalarna\n'],
  funds: [LIST, 'ESF ERUF '],
  'by somebody': [LIST, 'X av '],
  'partners and partners': [ENTRY, 'A och '],
  'partners besides': [ENTRY, '. Dessutom med '],
  'owners, the same': [PAGE, 'Exempelby kommun, '],
  'women and men': [`${PAGE}A\n\n`, '40 kvinnor och 40 män '],
  'totals of people': [`${PAGE}A\n\n`, 'antal deltagare är 7 '],
  'ends of projects': [`${PAGE}A\n\n`, 'Projektet pågår till och med den 3 mars 2019 '],
  'amounts under titles': [LIST, 'Abc\n1 000 kr\n'],
  'names over amounts': [LIST, '• X/Y (1 kr)\n'],
  'torn letters': ['', 'a?b'],
  'bullets of names': [`${LIST}Prioriterade projekt:\n`, '• X, Y\n'],
}

/** Texts of about `size` characters that are made to be slow to read, by what they are made of. */
export const hostileTexts = (size: number): [string, string][] => [
  ...Object.entries(SHAPES).map(([name, [before, piece, after = '']]): [string, string] => [
    name,
    before + piece.repeat(Math.ceil(size / piece.length)) + after,
  ]),
  [
    'owners, all different',
    PAGE + Array.from({ length: size / 12 }, (_, index) => `A${index} kommun`).join(', '),
  ],
]
