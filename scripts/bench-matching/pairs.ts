// Pairs that a careful reader knows to be one project or two. By hand: facts of the sample and the sources, and names as
// the funds' lists are full of.

/** A project as few words tell it. Money is kronor, days are ISO. */
export type Told = {
  name: string
  /** Its owner; `unit`: a part of it. */
  by?: string
  unit?: string
  no?: string
  kr?: number
  /** Rounded to so many kronor. */
  to?: number
  /** Decided. */
  at?: string
  from?: string
  until?: string
  where?: string
  fund?: string
}
/** What a document tells, what the registry has, and why they are one or two. */
export type Pair = { what: Told; known: Told; are: 'one' | 'two'; why: string }

const one = (what: Told, known: Told, why: string): Pair => ({ what, known, are: 'one', why })
const two = (what: Told, known: Told, why: string): Pair => ({ what, known, are: 'two', why })

const MIA: Told = {
  name: 'MIA',
  by: 'Samordningsförbundet Östra Södertörn',
  no: '2015/00463',
  kr: 61_204_417,
  from: '2016-01-01',
  until: '2020-06-30',
  where: 'SE11',
  fund: 'ESF',
}
const LIV: Told = {
  name: 'Hälsofrämjande arbetsliv',
  by: 'Nynäshamns kommun',
  kr: 5_310_212,
  from: '2018-02-01',
  until: '2020-01-31',
  where: 'SE11',
  fund: 'ESF',
}
const UNG: Told = {
  name: 'Ung Växtkraft',
  by: 'Region Gävleborg',
  kr: 4_120_455,
  from: '2019-04-01',
  until: '2021-03-31',
  where: 'SE31',
  fund: 'ESF',
}
const KOMP: Told = {
  name: 'Kompetensutveckling',
  by: 'Sala kommun',
  kr: 2_112_300,
  from: '2012-03-01',
  until: '2013-12-31',
  where: 'SE12',
  fund: 'ESF',
}
const HANDEL: Told = {
  name: 'Kompetenslyft handel',
  by: 'Handelsanställdas förbund',
  no: '2020/00411',
  kr: 2_480_000,
  from: '2020-06-15',
  until: '2021-03-31',
  where: 'SE22',
  fund: 'ESF',
}

export const PAIRS: readonly Pair[] = [
  two(
    {
      name: 'MIA Vidare',
      by: 'Samordningsförbundet Östra Södertörn',
      kr: 78_430_716,
      at: '2020-03-19',
      where: 'SE11',
      fund: 'ESF',
    },
    MIA,
    'MIA Vidare follows MIA.',
  ),
  two(
    { ...MIA, name: 'MIA Vidare', no: '2019/00551' },
    MIA,
    'MIA Vidare follows MIA, whatever figures a clerk copied.',
  ),
  two(
    { name: 'MIA+', by: 'Samordningsförbundet Östra Södertörn', kr: 61_204_417 },
    MIA,
    'A plus sign is a name.',
  ),
  two({ name: 'MIA Norr', by: 'Samordningsförbundet Östra Södertörn' }, MIA, 'A direction tells.'),
  two(
    { name: 'MIA (steg 2)', by: 'Samordningsförbundet Östra Södertörn', at: '2015-11-20' },
    MIA,
    'A step tells.',
  ),
  one(
    {
      name: 'Mia',
      by: 'SAMORDNINGSFÖRBUNDET ÖSTRA SÖDERTÖRN',
      at: '2015-12-03',
      kr: 61_200_000,
      to: 100_000,
    },
    MIA,
    'Capitals tell nothing.',
  ),
  one(
    { name: 'Projekt MIA', by: 'Samordningsförbundet Östra Södertörn', no: '2015-00463' },
    MIA,
    'The number, written otherwise.',
  ),
  one(
    { name: 'Ung växtkraft', by: 'Region Gävleborg', at: '2019-02-14', kr: 4_100_000, to: 100_000 },
    UNG,
    'One in capitals, one not.',
  ),
  one(
    { name: 'Ung vaxtkraft', by: 'Region Gävleborg', at: '2019-02-14', kr: 4_120_455 },
    UNG,
    'A table lost its dots.',
  ),
  one(
    { name: 'Ung växt-kraft!', by: 'Region Gävleborg', from: '2019-04-01', until: '2021-03-31' },
    UNG,
    'Marks tell nothing.',
  ),
  two(
    { name: 'Ung framtid', by: 'Region Gävleborg', at: '2019-02-14', kr: 4_100_000, to: 100_000 },
    UNG,
    'Another name, and sums near by chance.',
  ),
  two(
    {
      name: 'Hälsofrämjande arbetsliv 2.0',
      by: 'Nynäshamns kommun',
      at: '2021-12-02',
      kr: 8_200_000,
      to: 100_000,
      where: 'SE11',
    },
    LIV,
    'The second of its name.',
  ),
  two(
    {
      name: 'Hälsofrämjande arbetsliv 2.0',
      by: 'Nynäshamns kommun',
      at: '2021-12-02',
      kr: 8_200_000,
      to: 100_000,
      where: 'SE11',
    },
    {
      name: 'Hållbar utveckling Nynäshamn',
      by: 'Nynäshamns kommun',
      kr: 8_225_159,
      from: '2020-09-01',
      where: 'SE11',
    },
    'The sums agree by chance.',
  ),
  two(
    {
      name: 'Hållbar utveckling Nynäshamn',
      by: 'Nynäshamns kommun',
      at: '2020-06-04',
      kr: 8_225_159,
      where: 'SE11',
    },
    { ...LIV, kr: 8_200_000 },
    'Another name.',
  ),
  two(
    { name: 'Kompetensutveckling', by: 'Sala kommun', at: '2009-05-14', kr: 1_340_000, where: 'SE12' },
    KOMP,
    'The same name, three years before.',
  ),
  two(
    { name: 'Kompetensutveckling', by: 'Heby kommun', at: '2012-01-20', kr: 2_450_000, where: 'SE12' },
    KOMP,
    'Another municipality.',
  ),
  two(
    {
      name: 'Kompetensutveckling',
      by: 'Sala kommun',
      no: '2011-3030077',
      from: '2011-09-01',
      until: '2012-06-30',
      kr: 980_400,
    },
    KOMP,
    'Another sum and another time.',
  ),
  one(
    { name: 'Kompetensutveckling', by: 'Sala Kommun', at: '2012-01-20', kr: 2_112_300, where: 'SE12' },
    KOMP,
    'The sum to the krona, shortly before.',
  ),
  one(
    {
      name: 'Kompetensutveckling',
      by: 'Kommunen Sala',
      from: '2012-03-01',
      until: '2013-12-31',
      kr: 2_112_300,
    },
    KOMP,
    'The same days and sum.',
  ),
  one(
    { name: 'Jobbvägen', by: 'Rädda Barnen', kr: 9_900_000, to: 100_000, at: '2020-12-03' },
    { name: 'JOBBVÄGEN', by: 'Rädda barnen', kr: 9_956_917, from: '2021-01-01' },
    '9,9 miljoner is rounded down.',
  ),
  one(
    { name: 'Utvecklat stöd för unga', by: 'Stockholms stad', kr: 11_400_000, to: 100_000, at: '2020-12-03' },
    {
      name: 'Utvecklat stöd för unga',
      by: 'Stockholms stad',
      unit: 'Arbetsmarknadsförvaltningen',
      kr: 11_397_810,
      from: '2021-02-01',
    },
    '11,4 miljoner is rounded up.',
  ),
  one(
    { name: 'SY-Vux', by: 'STOCKHOLMS KOMMUN', kr: 11_134_713, at: '2020-03-19' },
    {
      name: 'SY Vux',
      by: 'Stockholms stad',
      unit: 'Arbetsmarknadsförvaltningen',
      kr: 11_134_713,
      from: '2020-05-01',
    },
    'The town is the municipality.',
  ),
  one(
    {
      name: 'Samverkan för ökad skolnärvaro',
      by: 'Socialförvaltningen, Stockholms stad',
      kr: 6_950_345,
      at: '2020-03-19',
    },
    {
      name: 'Samverkan för ökad skolnärvaro',
      by: 'Stockholms stad',
      unit: 'Socialförvaltningen',
      kr: 6_950_345,
      from: '2020-06-01',
    },
    'The unit stands first.',
  ),
  one(
    { name: 'Företagsakademin för tillväxt', by: 'Almega Tjänsteföretagen', no: '2021/00190' },
    {
      name: 'Företagsakademin för tillväxt2',
      by: 'Almega tjänsteföretagen',
      no: '2021/00190',
      kr: 14_300_000,
    },
    'The 2 is a footnote; the number is the same.',
  ),
  two(
    {
      name: 'Företagsakademin för tillväxt',
      by: 'Almega Tjänsteföretagen',
      at: '2018-12-06',
      kr: 9_100_000,
      to: 100_000,
    },
    {
      name: 'Företagsakademin för tillväxt2',
      by: 'Almega tjänsteföretagen',
      kr: 14_300_000,
      from: '2022-02-01',
    },
    'Years before, and another sum.',
  ),
  two(
    { name: 'Etableringslyftet', by: 'Sollentuna kommun', at: '2017-06-08', kr: 12_600_000, to: 100_000 },
    { name: 'Etableringslyftet 2.0', by: 'Sollentuna kommun', kr: 18_745_077, from: '2020-09-01' },
    'The first of two.',
  ),
  two(
    {
      name: 'Innovationssluss Dalarna (fas 2) 2024-2026',
      by: 'Region Dalarna',
      kr: 8_464_428,
      at: '2024-06-20',
    },
    {
      name: 'Innovationssluss Dalarna',
      by: 'Region Dalarna',
      kr: 7_900_000,
      from: '2021-01-01',
      until: '2023-12-31',
    },
    'The second phase.',
  ),
  two(
    { name: 'Innovationssluss Dalarna (fas 2) 2024-2026', by: 'Region Dalarna' },
    { name: 'Innovationssluss Dalarna (fas 2) 2021-2023', by: 'Region Dalarna' },
    'Other years.',
  ),
  one(
    { name: 'FUN', by: 'Region Gävleborg', at: '2022-12-08', where: 'SE31' },
    { name: 'FUN (Främja Ungas Närvaro)', by: 'REGION GÄVLEBORG', from: '2023-03-01', where: 'SE31' },
    'What stands in brackets explains the name.',
  ),
  one(
    { name: 'Främja ungas närvaro', by: 'Region Gävleborg', at: '2022-12-08', where: 'SE31' },
    { name: 'FUN (Främja Ungas Närvaro)', by: 'REGION GÄVLEBORG', from: '2023-03-01', where: 'SE31' },
    'What stands in brackets is the name.',
  ),
  one(
    { name: 'Uppsök Ung Malmö', by: 'Malmö stad', no: '22-009-s02' },
    { name: 'Uppsök ung Malmö', by: 'MALMÖ KOMMUN', no: '22-009-S02' },
    'The number, and the town is the municipality.',
  ),
  two(
    { name: 'Uppsök Ung Lund', by: 'Lunds kommun', at: '2023-01-15' },
    { name: 'Uppsök Ung Malmö', by: 'MALMÖ KOMMUN', from: '2023-03-01' },
    'Another town.',
  ),
  two(
    { name: 'Klokare tillsammans, del 2', by: 'Folkhögskolan Provgården', kr: 812_000 },
    { name: 'Klokare tillsammans', by: 'Folkhögskolan Provgården', kr: 812_000 },
    'The second part.',
  ),
  two(
    { name: 'Skogen som lärare (Förstudie)', by: 'Högskolan i Exempelstad', kr: 321_000, at: '2017-06-07' },
    { name: 'Skogen som lärare', by: 'Högskolan i Exempelstad', kr: 6_204_000, from: '2018-06-01' },
    'What was studied first, and the project itself.',
  ),
  one(
    {
      name: 'Etablering filmfond och stärkt filmnäring i Västernor',
      by: 'Scenkonst Västernorrland AB',
      kr: 5_356_969,
    },
    {
      name: 'Etablering filmfond och stärkt filmnäring i Västernorrland',
      by: 'Scenkonst Västernorrland AB',
      kr: 5_356_969,
    },
    'A table cut the name off.',
  ),
  one(
    { name: 'Step two', by: 'Coompanion Kronoberg ek. för.', kr: 1_550_818, no: '20200617' },
    { name: 'Step Two', by: 'Coompanion Kronoberg Ekonomisk Fören', kr: 1_550_818, no: '20200617' },
    'The number, the name and the sum.',
  ),
  two(
    { name: 'Digitala steg i Bohuslän', by: 'Lysekils kommun', no: '20200945', fund: 'ERUF', kr: 3_691_753 },
    { name: 'Vägar in', by: 'Malmö stad', no: '2020/0945', fund: 'ESF', kr: 1_200_000 },
    'Two authorities number likewise.',
  ),
  two(
    { name: 'Arbete för fler', by: 'Arvika kommun', no: '2015/00463' },
    MIA,
    'A call was numbered as a project; name and owner are others.',
  ),
  one(
    { name: 'Kompetenslyft i handeln', by: 'Handelsanställdas förbund', no: '2020/00411', kr: 2_480_000 },
    HANDEL,
    'Renamed, and the number is the same.',
  ),
  one(
    { name: 'Kompetens lyft handel', by: 'Handelsanställdas Förbund', kr: 2_480_000, from: '2020-06-15' },
    HANDEL,
    'A word was split.',
  ),
  one(
    { name: 'Kompetenlyft handel', by: 'Handelsanställdas förbund', kr: 2_480_000, at: '2020-06-04' },
    HANDEL,
    'A letter was dropped.',
  ),
  two(
    {
      name: 'Kompetenslyft handel',
      by: 'Handelsanställdas förbund',
      no: '2021/00322',
      kr: 3_900_000,
      from: '2021-09-01',
    },
    HANDEL,
    'The call after it.',
  ),
  two(
    { name: 'Kompetenslyft hotell', by: 'Handelsanställdas förbund', at: '2020-06-04', kr: 2_480_000 },
    HANDEL,
    'Another trade, and a round sum.',
  ),
  two(
    { name: 'Framsteg II', by: 'Ale kommun', kr: 4_455_120 },
    { name: 'Framsteg I', by: 'Ale kommun', kr: 4_455_120 },
    'The first and the second.',
  ),
  two(
    { name: 'Framsteg III', by: 'Ale kommun' },
    { name: 'Framsteg II', by: 'Ale kommun' },
    'The second and the third.',
  ),
  two(
    { name: 'Jobb nu 2016', by: 'Falu kommun' },
    { name: 'Jobb nu 2015', by: 'Falu kommun' },
    'Other years.',
  ),
  two(
    { name: 'Validering Norra', by: 'Region Skåne', kr: 3_333_120 },
    { name: 'Validering Södra', by: 'Region Skåne', kr: 3_333_120 },
    'Other parts of the country.',
  ),
  two(
    { name: 'Integration Alvesta', by: 'Samordningsförbundet', kr: 2_200_120 },
    { name: 'Integration Avesta', by: 'Samordningsförbundet', kr: 2_200_120 },
    'Two towns.',
  ),
  two(
    { name: 'Nya Vägar', by: 'Tibro kommun', kr: 3_210_777 },
    { name: 'Vägar', by: 'Tibro kommun', kr: 3_210_777 },
    'New ones.',
  ),
  two(
    { name: 'Vägen in', by: 'Åre kommun', kr: 3_210_777 },
    { name: 'Vägen ut', by: 'Åre kommun', kr: 3_210_777 },
    'In and out.',
  ),
  two(
    { name: 'Krami Kvinnor', by: 'Kriminalvården', kr: 5_001_200, at: '2016-05-01' },
    { name: 'Krami Män', by: 'Kriminalvården', kr: 4_650_300, from: '2016-09-01' },
    'For others.',
  ),
  one(
    {
      name: 'Hållbar etablering',
      by: 'Arbetsmarknadsförvaltningen, Stockholms stad, Arbetsmarknadsförvaltningen, Stockholms stad',
      from: '2019-08-01',
      until: '2022-06-30',
    },
    {
      name: 'Hållbar etablering',
      by: 'Stockholms stad',
      unit: 'Arbetsmarknadsförvaltningen',
      no: '2019/00163',
      kr: 15_855_420,
      from: '2019-08-01',
      until: '2022-06-30',
    },
    'The owner is written twice, unit first.',
  ),
  two(
    { name: 'Hållbar etablering', by: 'Göteborgs Stad', at: '2019-06-01', where: 'SE23' },
    {
      name: 'Hållbar etablering',
      by: 'Stockholms stad',
      no: '2019/00163',
      kr: 15_855_420,
      from: '2019-08-01',
      where: 'SE11',
    },
    'Another town.',
  ),
  one(
    { name: 'Hälsa, arbete & framtid', by: 'Samordningsförbundet Exempelbygden', kr: 7_068_800 },
    {
      name: 'Hälsa - arbete - framtid',
      by: 'Samordningsförbundet Exempelbygden',
      kr: 7_068_800,
      from: '2017-09-01',
    },
    'Other marks.',
  ),
  two(
    { name: 'SUNDBAS', by: 'Sundbybergs stad', kr: 1_898_502, at: '2020-12-03' },
    { name: 'Komhall Bas', by: 'Hallstahammars kommun', kr: 2_204_000, from: '2021-01-01' },
    'The text of the one names the other.',
  ),
  one(
    { name: 'Mentorprogram för Care Leavers', kr: 4_767_001, at: '2020-03-19' },
    { name: 'Mentorprogram för care leavers', by: 'SOS Barnbyar', kr: 4_767_001, from: '2020-06-01' },
    'Nobody is named, and name and sum are the same.',
  ),
  two(
    { name: 'Samverkan', at: '2016-03-19', kr: 1_200_000 },
    { name: 'Samverkan', by: 'Borås stad', kr: 4_100_000, from: '2018-01-01' },
    'Nobody is named, and the sum and time are others.',
  ),
]
