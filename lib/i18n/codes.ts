import type { Locale } from '../paths.ts'
import { ESF_2014, ESF_PLUS } from './interventions.ts'

/** What codes mean, in our own words. Every code is read in its period: the same number means other things in another. */
type Name = Record<Locale, string>
type Names = Record<string, Name>

const same = (name: string): Name => ({ sv: name, en: name })

/** Regions are programme areas of the funds, by NUTS 2 code; their names stay Swedish in both languages. */
const REGIONS: Names = {
  SE11: same('Stockholm'),
  SE12: same('Östra Mellansverige'),
  SE21: same('Småland och Öarna'),
  SE22: same('Sydsverige'),
  SE23: same('Västsverige'),
  SE31: same('Norra Mellansverige'),
  SE32: same('Mellersta Norrland'),
  SE33: same('Övre Norrland'),
  SE0: { sv: 'Hela landet', en: 'The whole country' },
}
export const REGION_CODES = Object.keys(REGIONS)

const FUNDS: Names = {
  ESF: { sv: 'Europeiska socialfonden (ESF)', en: 'European Social Fund (ESF)' },
  'ESF+': { sv: 'Europeiska socialfonden plus (ESF+)', en: 'European Social Fund Plus (ESF+)' },
  ERUF: {
    sv: 'Europeiska regionala utvecklingsfonden (ERUF)',
    en: 'European Regional Development Fund (ERDF)',
  },
  FRO: { sv: 'Fonden för en rättvis omställning (FRO)', en: 'Just Transition Fund (JTF)' },
}
export const FUND_CODES = Object.keys(FUNDS)

const AREAS: Record<string, Names> = {
  '2007-2013': {
    '1': { sv: 'Kompetensförsörjning', en: 'Skills supply' },
    '2': { sv: 'Ökat arbetskraftsutbud', en: 'More people in the labour force' },
  },
  '2014-2020': {
    '1': { sv: 'Kompetensförsörjning', en: 'Skills supply' },
    '2': { sv: 'Ökade övergångar till arbete', en: 'More people moving into work' },
    '3': { sv: 'Sysselsättningsinitiativet för unga', en: 'Youth Employment Initiative' },
  },
  '2021-2027': {
    A: { sv: 'Ett inkluderande och hållbart arbetsliv', en: 'An inclusive and lasting working life' },
    B: { sv: 'Ökade möjligheter till arbete', en: 'Better chances of work' },
    C: { sv: 'Minskad ekonomisk utsatthet', en: 'Less economic hardship' },
    D: { sv: 'Den glesa geografin', en: 'Sparsely populated areas' },
    E: { sv: 'Social innovation', en: 'Social innovation' },
    F: { sv: 'Stöd med anledning av Ukraina', en: 'Support because of the war in Ukraine' },
  },
}

const OBJECTIVES: Record<string, Names> = {
  '2014-2020': {
    '1.1': { sv: 'Kompetens för dem som arbetar', en: 'Skills for those in work' },
    '1.2': { sv: 'Utbildning som möter arbetslivet', en: 'Education that meets working life' },
    '2.1': { sv: 'För dem som står långt från arbetsmarknaden', en: 'For people far from the labour market' },
    '2.2': { sv: 'För unga', en: 'For young people' },
    '2.3': {
      sv: 'För dem som står särskilt långt från arbetsmarknaden',
      en: 'For people particularly far from the labour market',
    },
    '2.4': { sv: 'För människor från Ukraina', en: 'For people from Ukraine' },
    '3.1': {
      sv: 'För unga i regioner med hög ungdomsarbetslöshet',
      en: 'For the young where many are unemployed',
    },
  },
}

const INTERVENTIONS: Record<string, Names> = { '2014-2020': ESF_2014, '2021-2027': ESF_PLUS }

const nameIn = (names: Names | undefined, code: string, locale: Locale): string | null =>
  names && Object.hasOwn(names, code) ? (names[code]?.[locale] ?? null) : null

const inPeriod = (lists: Record<string, Names>, period: string | null) => (period ? lists[period] : undefined)

export const regionName = (locale: Locale, code: string | null): string | null =>
  code && (nameIn(REGIONS, code, locale) ?? code)

/** The fund's whole name with its letters. */
export const fundName = (locale: Locale, code: string): string => nameIn(FUNDS, code, locale) ?? code

/** The fund's letters: ERUF is ERDF in English. */
export const fundShort = (locale: Locale, code: string): string =>
  /\((.+)\)$/.exec(fundName(locale, code))?.[1] ?? code

export const areaName = (locale: Locale, period: string | null, code: string): string | null =>
  nameIn(inPeriod(AREAS, period), code, locale)

export const objectiveName = (locale: Locale, period: string | null, code: string): string | null =>
  nameIn(inPeriod(OBJECTIVES, period), code, locale)

export const interventionName = (locale: Locale, period: string | null, code: string): string | null =>
  nameIn(inPeriod(INTERVENTIONS, period), code, locale)

/** What a code is called in any period, each name once. */
const namesIn = (lists: Record<string, Names>, code: string, locale: Locale): string[] => [
  ...new Set(Object.values(lists).flatMap((names) => nameIn(names, code, locale) ?? [])),
]
export const areaNames = (locale: Locale, code: string): string[] => namesIn(AREAS, code, locale)
export const objectiveNames = (locale: Locale, code: string): string[] => namesIn(OBJECTIVES, code, locale)
