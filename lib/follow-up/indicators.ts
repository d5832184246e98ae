import type { Sentence } from '../documents/parse/reading.ts'

/** Which programmes count by it: ESF 2014-2020 by women and men, ESF+ 2021-2027 by women, men and non-binary. */
export type IndicatorProgramme = 'ESF' | 'ESF+'
/** `output`: who or what was supported. `result`: how it was for them on leaving, or six months later. */
type IndicatorStage = 'output' | 'onLeaving' | 'later'
export type Indicator = {
  code: string
  programme: IndicatorProgramme
  stage: IndicatorStage
  /** People, or projects and bodies, which have no gender. */
  counts: 'people' | 'things'
  name: Sentence
}

type Row = [code: string, sv: string, en: string, counts?: Indicator['counts']]

/**
 * The common indicators of the ESF (Regulation 1304/2013, Annex I) and ESF+ (Regulation 2021/1057, Annex I): the codes in
 * use in the programmes, with short names of our own.
 */
const ESF_OUTPUT: Row[] = [
  ['CO01', 'Arbetslösa', 'Unemployed'],
  ['CO02', 'Långtidsarbetslösa', 'Long-term unemployed'],
  ['CO03', 'Utanför arbetskraften', 'Inactive'],
  ['CO04', 'Utanför arbetskraften, utan utbildning eller praktik', 'Inactive, not in education or training'],
  ['CO05', 'Anställda och egenföretagare', 'Employed, also self-employed'],
  ['CO06', 'Under 25 år', 'Below 25'],
  ['CO07', 'Över 54 år', 'Above 54'],
  [
    'CO08',
    'Över 54 år, utan arbete och utbildning',
    'Above 54, without work and not in education or training',
  ],
  ['CO09', 'Högst grundskola (ISCED 1–2)', 'Primary or lower secondary education (ISCED 1–2)'],
  ['CO10', 'Gymnasium eller eftergymnasial utbildning (ISCED 3–4)', 'Upper secondary education (ISCED 3–4)'],
  ['CO11', 'Högskola (ISCED 5–8)', 'Tertiary education (ISCED 5–8)'],
  ['CO12', 'I hushåll där ingen arbetar', 'In a household where nobody works'],
  [
    'CO13',
    'I hushåll där ingen arbetar, med barn',
    'In a household where nobody works, with dependent children',
  ],
  ['CO14', 'Ensamstående med barn', 'Single adult with dependent children'],
  ['CO15', 'Migranter, utländsk bakgrund, minoriteter', 'Migrants, people of foreign background, minorities'],
  ['CO16', 'Med funktionsnedsättning', 'With a disability'],
  ['CO17', 'Andra i en utsatt ställning', 'Other disadvantaged'],
  ['CO18', 'Hemlösa', 'Homeless'],
  ['CO19', 'På landsbygden', 'From rural areas'],
  [
    'CO20',
    'Projekt av arbetsmarknadens parter eller ideella organisationer',
    'Projects of social partners or NGOs',
    'things',
  ],
  ['CO21', 'Projekt för kvinnors ställning i arbetslivet', 'Projects for women’s employment', 'things'],
  ['CO22', 'Projekt för offentlig förvaltning', 'Projects for public administrations or services', 'things'],
  ['CO23', 'Små och medelstora företag med stöd', 'Small and medium-sized enterprises supported', 'things'],
]
const ESF_ON_LEAVING: Row[] = [
  ['CR01', 'Söker arbete efter projektet', 'Inactive before, searching for a job on leaving'],
  ['CR02', 'I utbildning efter projektet', 'In education or training on leaving'],
  ['CR03', 'Har fått en kvalifikation', 'Gaining a qualification on leaving'],
  ['CR04', 'I arbete efter projektet', 'In employment on leaving'],
  [
    'CR05',
    'I utsatt ställning, med något av resultaten ovan',
    'Disadvantaged, with any of the results above on leaving',
  ],
]
const ESF_LATER: Row[] = [
  ['CR06', 'I arbete sex månader senare', 'In employment six months later'],
  [
    'CR07',
    'Bättre ställning på arbetsmarknaden sex månader senare',
    'Improved labour-market situation six months later',
  ],
  ['CR08', 'Över 54 år, i arbete sex månader senare', 'Above 54, in employment six months later'],
  [
    'CR09',
    'I utsatt ställning, i arbete sex månader senare',
    'Disadvantaged, in employment six months later',
  ],
]
const PLUS_OUTPUT: Row[] = [
  ['EECO01', 'Deltagare i allt', 'Participants in total'],
  ['EECO02', 'Arbetslösa', 'Unemployed'],
  ['EECO03', 'Långtidsarbetslösa', 'Long-term unemployed'],
  ['EECO04', 'Utanför arbetskraften', 'Inactive'],
  ['EECO05', 'Anställda och egenföretagare', 'Employed, also self-employed'],
  ['EECO06', 'Under 18 år', 'Below 18'],
  ['EECO07', '18–29 år', '18 to 29'],
  ['EECO08', '55 år och äldre', '55 and above'],
  ['EECO09', 'Högst grundskola (ISCED 0–2)', 'Lower secondary education or less (ISCED 0–2)'],
  [
    'EECO10',
    'Gymnasium eller eftergymnasial utbildning (ISCED 3–4)',
    'Upper secondary or post-secondary education (ISCED 3–4)',
  ],
  ['EECO11', 'Högskola (ISCED 5–8)', 'Tertiary education (ISCED 5–8)'],
  ['EECO12', 'Med funktionsnedsättning', 'With a disability'],
  ['EECO13', 'Tredjelandsmedborgare', 'Third-country nationals'],
  ['EECO14', 'Med utländsk bakgrund', 'Of foreign background'],
  ['EECO15', 'Minoriteter', 'Minorities'],
  ['EECO16', 'Hemlösa', 'Homeless'],
  ['EECO17', 'På landsbygden', 'From rural areas'],
  ['EECO18', 'Offentliga organisationer med stöd', 'Public bodies supported', 'things'],
  ['EECO19', 'Små och medelstora företag med stöd', 'Small and medium-sized enterprises supported', 'things'],
]
const PLUS_ON_LEAVING: Row[] = [
  ['EECR01', 'Söker arbete efter projektet', 'Searching for a job on leaving'],
  ['EECR02', 'I utbildning efter projektet', 'In education or training on leaving'],
  ['EECR03', 'Har fått en kvalifikation', 'Gaining a qualification on leaving'],
  ['EECR04', 'I arbete efter projektet', 'In employment on leaving'],
]
const PLUS_LATER: Row[] = [
  ['EECR05', 'I arbete sex månader senare', 'In employment six months later'],
  [
    'EECR06',
    'Bättre ställning på arbetsmarknaden sex månader senare',
    'Improved labour-market situation six months later',
  ],
]

const rows = (programme: IndicatorProgramme, stage: IndicatorStage, list: Row[]): Indicator[] =>
  list.map(([code, sv, en, counts = 'people']) => ({ code, programme, stage, counts, name: { sv, en } }))

/** In the order of the regulations. */
export const INDICATORS: readonly Indicator[] = [
  ...rows('ESF', 'output', ESF_OUTPUT),
  ...rows('ESF', 'onLeaving', ESF_ON_LEAVING),
  ...rows('ESF', 'later', ESF_LATER),
  ...rows('ESF+', 'output', PLUS_OUTPUT),
  ...rows('ESF+', 'onLeaving', PLUS_ON_LEAVING),
  ...rows('ESF+', 'later', PLUS_LATER),
]

const BY_CODE = new Map(INDICATORS.map((indicator) => [indicator.code, indicator]))

/** A common indicator by its code, however it is written: `co 1`, `CO01`, `eeco1`. Pure. */
export function indicatorOf(code: string): Indicator | undefined {
  const [, letters = '', digits = ''] = /^([a-z]{2,4})\s*-?\s*0*(\d{1,2})$/i.exec(code.trim()) ?? []
  return BY_CODE.get(`${letters.toUpperCase()}${digits.padStart(2, '0')}`)
}
